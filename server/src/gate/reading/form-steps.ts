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
  /** Up to four words may stand before this one. */
  readonly afterGap: boolean;
}
/** A step that forms begin with. */
interface FirstStep extends Step {
  readonly number: number;
}
/** A compiled form. */
export interface CompiledForm {
  /** Number of its first step. */
  readonly first: number;
  readonly steps: readonly Step[];
  /** "aucun héritier connu": the form itself says no, so that its no denies nothing. */
  readonly negative: boolean;
}

const compiled = new Map<Form, CompiledForm>();

/** Compiles a form as the lexicon writes it ("frère|sœur ... décédé*"); the same form once. */
export function compile(form: Form): CompiledForm {
  const known = compiled.get(form);
  if (known) return known;
  const steps: Step[] = [];
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
      steps.push(steps.length === 0 ? firstStep(piece, written) : stepOf(piece, written, afterGap));
      afterGap = false;
    }
  }
  const result = { first: (steps[0] as FirstStep).number, steps, negative: steps.some((step) => [...step.exact].some((word) => NEGATIONS.has(word))) };
  compiled.set(form, result);
  return result;
}

function stepOf(piece: string, written: string, afterGap: boolean): Step {
  const options = piece.split('|');
  const exact = options.filter((option) => !option.endsWith('*')).map((option) => option.replace(/^[\^=]/, ''));
  const accented = new Map(written.split('|').flatMap((option) => (option.startsWith('=') ? [[fold(option.slice(1)), option.slice(1)] as const] : [])));
  const capitals = new Set(options.filter((option) => option.startsWith('^')).map((option) => option.slice(1)));
  const prefixes = options.filter((option) => option.endsWith('*')).map((option) => option.slice(0, -1));
  const loose = (words: string[], as: (word: string) => string): string[] => words.filter((word) => word.length >= LEAST && !accented.has(word)).map(as);
  return { exact: new Set(exact), capitals, accented, prefixes, looseExact: new Set(loose(exact, loosened)), loosePrefixes: loose(prefixes, loosenedStart), afterGap };
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

/** First steps by what they say: forms that begin alike share one. */
const firstSteps = new Map<string, FirstStep>();
const byExact = new Map<string, FirstStep[]>();
const byLoose = new Map<string, FirstStep[]>();
/** By the first letters of a prefix, loosened or not; of prefixes that are shorter by the whole of them. */
const byStem = new Map<string, FirstStep[]>();
const STEM = 3;

function firstStep(piece: string, written: string): FirstStep {
  const known = firstSteps.get(written);
  if (known) return known;
  const step = { ...stepOf(piece, written, false), number: firstSteps.size };
  firstSteps.set(written, step);
  for (const word of step.exact) file(byExact, word, step);
  for (const word of step.looseExact) file(byLoose, word, step);
  for (const prefix of [...step.prefixes, ...step.loosePrefixes]) file(byStem, prefix.slice(0, STEM), step);
  return step;
}

/** How many first steps are known. */
export const firstStepCount = (): number => firstSteps.size;

function file(index: Map<string, FirstStep[]>, key: string, step: FirstStep): void {
  const steps = index.get(key);
  if (steps) steps.push(step);
  else index.set(key, [step]);
}

/**
 * What a word begins comes again and again; it is kept while words are few, and read anew when forms were added, or where
 * another word was meant by it.
 */
const begun = new Map<string, { readonly fold: string; readonly among: number; readonly steps: Uint16Array }>();
const MOST_BEGUN = 20_000;
const LONGEST_BEGUN = 40;

/** Numbers of the first steps, of all compiled forms, that a word meets. */
export function stepsBegunBy(word: Word): Uint16Array {
  const known = begun.get(word.text);
  if (known?.among === firstSteps.size && known.fold === word.fold) return known.steps;
  const steps = findBegun(word);
  if (word.text.length <= LONGEST_BEGUN) {
    if (begun.size >= MOST_BEGUN) begun.clear();
    begun.set(word.text, { fold: word.fold, among: firstSteps.size, steps });
  }
  return steps;
}

function findBegun(word: Word): Uint16Array {
  const found = new Set<number>();
  const take = (steps: readonly FirstStep[] = []): void => steps.forEach((step) => meets(step, word) && found.add(step.number));
  const own = unglued(word.fold) ?? '';
  for (const said of [word.fold, own]) take(byExact.get(said));
  for (const said of [word.loose, loosened(own)]) take(byLoose.get(said));
  for (const said of [word.fold, own, word.looseStart]) for (let length = 1; length <= STEM; length++) take(byStem.get(said.slice(0, length)));
  return Uint16Array.from(found);
}
