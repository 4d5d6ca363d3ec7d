import type { Form } from '@case-swarm/schema';
import { fold, loosened, loosenedStart, type Word } from './words.ts';

/** One place of a form: the words that may stand there. */
export interface Step {
  readonly exact: ReadonlySet<string>;
  /** Of these, such as count in capitals only, and such as count with their accents only. */
  readonly capitals: ReadonlySet<string>;
  readonly accented: ReadonlyMap<string, string>;
  readonly prefixes: readonly string[];
  readonly looseExact: ReadonlySet<string>;
  readonly loosePrefixes: readonly string[];
  /** Which of all steps that are known: forms that say the same share one. */
  readonly number: number;
}
/** A compiled form. */
export interface CompiledForm {
  readonly steps: readonly Step[];
  /** For each step, whether up to four words may stand before it. */
  readonly afterGap: readonly boolean[];
  /** "aucun héritier connu": the form itself says no, so that its no denies nothing. */
  readonly negative: boolean;
}

const compiled = new Map<Form, CompiledForm>();

/** Compiles a form as the lexicon writes it ("frère|sœur ... décédé*"); the same form once. */
export function compile(form: Form): CompiledForm {
  const known = compiled.get(form);
  if (known) return known;
  const steps: Step[] = [];
  const gaps: boolean[] = [];
  let afterGap = false;
  for (const written of form.toLowerCase().replaceAll(/['’-]/g, ' ').split(/\s+/)) {
    const part = fold(written);
    if (part === '...') {
      afterGap = true;
      continue;
    }
    if (part === '' || part === '/') continue;
    // "1/4" is two words to the reader.
    for (const piece of part.split('/')) {
      steps.push(stepOf(piece, written));
      gaps.push(afterGap);
      afterGap = false;
    }
  }
  const result = { steps, afterGap: gaps, negative: steps.some((step) => [...step.exact].some((word) => NEGATIONS.has(word))) };
  compiled.set(form, result);
  return result;
}

const steps = new Map<string, Step>();
/** The same by their numbers. */
const inOrder: Step[] = [];

function stepOf(piece: string, written: string): Step {
  const name = `${piece} ${written}`;
  const known = steps.get(name);
  if (known) return known;
  const step = madeStep(piece, written);
  steps.set(name, step);
  inOrder.push(step);
  for (const word of step.exact) file(byExact, word, step);
  for (const word of step.looseExact) file(byLoose, word, step);
  for (const prefix of [...step.prefixes, ...step.loosePrefixes]) file(byStem, prefix.slice(0, STEM), step);
  return step;
}

function madeStep(piece: string, written: string): Step {
  const options = piece.split('|');
  const exact = options.filter((option) => !option.endsWith('*')).map((option) => option.replace(/^[\^=]/, ''));
  const accented = new Map(written.split('|').flatMap((option) => (option.startsWith('=') ? [[fold(option.slice(1)), option.slice(1)] as const] : [])));
  const capitals = new Set(options.filter((option) => option.startsWith('^')).map((option) => option.slice(1)));
  const prefixes = options.filter((option) => option.endsWith('*')).map((option) => option.slice(0, -1));
  const loose = (words: string[], as: (word: string) => string): string[] => words.filter((word) => word.length >= LEAST && !accented.has(word)).map(as);
  return {
    exact: new Set(exact),
    capitals,
    accented,
    prefixes,
    looseExact: new Set(loose(exact, loosened)),
    loosePrefixes: loose(prefixes, loosenedStart),
    number: steps.size,
  };
}

export const NEGATIONS = new Set(['pas', 'sans', 'ss', 'aucun', 'aucune', 'aucuns', 'jamais', 'ni', 'nul', 'nulle', 'non', 'rien', 'personne', 'inexistant', 'inexistante']);

/** Short words are not loosened: "celle" is not "cele", and "mer" is not "me". */
const LEAST = 5;
/** Whether a word may stand at a step. */
export function meets(step: Step, { fold: word, loose, looseStart, text, lower }: Word): boolean {
  if (step.exact.has(word)) return (!step.capitals.has(word) || text === text.toUpperCase()) && (!step.accented.has(word) || step.accented.get(word) === lower);
  if (step.prefixes.some((prefix) => word.startsWith(prefix))) return true;
  if (word.length < LEAST) return false;
  if (step.looseExact.has(loose) || step.loosePrefixes.some((prefix) => looseStart.startsWith(prefix))) return true;
  const own = unglued(word);
  return own !== undefined && (step.exact.has(own) || step.prefixes.some((prefix) => own.startsWith(prefix)) || (own.length > LEAST && step.looseExact.has(loosened(own))));
}

/** "Lappart", "dheritage": the word behind a lost apostrophe. */
const unglued = (word: string): string | undefined => (word.length > LEAST && /^[ldjnmt][aeiouh]/.test(word) ? word.slice(1) : undefined);

const byExact = new Map<string, Step[]>();
const byLoose = new Map<string, Step[]>();
/** By the first letters of a prefix, loosened or not; of prefixes that are shorter by the whole of them. */
const byStem = new Map<string, Step[]>();
const STEM = 3;

/** How many steps are known. */
export const stepCount = (): number => steps.size;

function file(index: Map<string, Step[]>, key: string, step: Step): void {
  const steps = index.get(key);
  if (steps) steps.push(step);
  else index.set(key, [step]);
}

/** What a word meets, as it was meant, among so many steps that were known. */
interface Met {
  readonly fold: string;
  readonly among: number;
  readonly steps: Uint16Array;
}
/**
 * What a word meets comes again and again; it is kept while words are few, and read anew when forms were added, or where
 * another word was meant by it.
 */
const met = new Map<string, Met>();
const MOST_MET = 20_000;
const LONGEST_MET = 40;

/** Numbers of the steps, of all compiled forms, that a word meets. */
export function stepsMetBy(word: Word): Uint16Array {
  const known = met.get(word.text);
  if (known?.among === steps.size && known.fold === word.fold) return known.steps;
  const isKnown = known?.fold === word.fold && steps.size - known.among <= FEW_NEW;
  const found = isKnown ? metSince(known, word) : findMet(word);
  if (word.text.length <= LONGEST_MET) {
    if (met.size >= MOST_MET) met.clear();
    met.set(word.text, { fold: word.fold, among: steps.size, steps: found });
  }
  return found;
}

/** Steps that were added since a word was looked up are tried one by one where they are few. */
const FEW_NEW = 100;
const metSince = ({ among, steps: before }: Met, word: Word): Uint16Array => {
  const added = inOrder.slice(among).filter((step) => meets(step, word));
  return added.length === 0 ? before : Uint16Array.from([...before, ...added.map(({ number }) => number)]);
};

function findMet(word: Word): Uint16Array {
  const found = new Set<number>();
  const take = (among: readonly Step[] = []): void => among.forEach((step) => meets(step, word) && found.add(step.number));
  const own = unglued(word.fold) ?? '';
  for (const said of [word.fold, own]) take(byExact.get(said));
  for (const said of [word.loose, loosened(own)]) take(byLoose.get(said));
  for (const said of [word.fold, own, word.looseStart]) for (let length = 1; length <= STEM; length++) take(byStem.get(said.slice(0, length)));
  return Uint16Array.from(found);
}
