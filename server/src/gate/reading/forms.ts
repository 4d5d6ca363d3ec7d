import type { Form } from '@case-swarm/schema';
import { fold, loosened, type Word } from './words.ts';

/** A compiled form: alternatives for each place, with gaps. */
interface Step {
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
interface CompiledForm {
  readonly steps: readonly Step[];
  /** "aucun héritier connu": the form itself says no, so that its no denies nothing. */
  readonly negative: boolean;
}
const GAP = 5;
/** A form stays in its clause and the next. */
const MOST_CLAUSES = 1;

const compiled = new Map<Form, CompiledForm>();
/** First steps by what they say: forms that begin alike share one, which is looked for once in a text. */
const firstSteps = new Map<string, Step>();

function compile(form: Form): CompiledForm {
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
      const options = piece.split('|');
      const exact = options.filter((option) => !option.endsWith('*')).map((option) => option.replace(/^[\^=]/, ''));
      const accented = new Map(written.split('|').flatMap((option) => (option.startsWith('=') ? [[fold(option.slice(1)), option.slice(1)] as const] : [])));
      const capitals = new Set(options.filter((option) => option.startsWith('^')).map((option) => option.slice(1)));
      const prefixes = options.filter((option) => option.endsWith('*')).map((option) => option.slice(0, -1));
      const loose = (words: string[]): string[] => words.filter((word) => word.length >= LEAST && !accented.has(word)).map(loosened);
      let step: Step = { exact: new Set(exact), capitals, accented, prefixes, looseExact: new Set(loose(exact)), loosePrefixes: loose(prefixes), afterGap };
      if (steps.length === 0) {
        step = firstSteps.get(written) ?? step;
        firstSteps.set(written, step);
      }
      steps.push(step);
      afterGap = false;
    }
  }
  const result = { steps, negative: steps.some((step) => [...step.exact].some((word) => NEGATIONS.has(word))) };
  compiled.set(form, result);
  return result;
}

/** Short words are not loosened: "celle" is not "cele", and "mer" is not "me". */
const LEAST = 5;
function meets(step: Step, { fold: word, loose, text, lower }: Word): boolean {
  if (step.exact.has(word)) return (!step.capitals.has(word) || text === text.toUpperCase()) && (!step.accented.has(word) || step.accented.get(word) === lower);
  if (step.prefixes.some((prefix) => word.startsWith(prefix))) return true;
  if (word.length < LEAST) return false;
  if (step.looseExact.has(loose) || step.loosePrefixes.some((prefix) => loose.startsWith(prefix))) return true;
  const own = unglued(word);
  return own !== undefined && (step.exact.has(own) || step.prefixes.some((prefix) => own.startsWith(prefix)) || (own.length > LEAST && step.looseExact.has(loosened(own))));
}

/** "Lappart", "dheritage": the word behind a lost apostrophe. */
const unglued = (word: string): string | undefined => (word.length > LEAST && /^[ldjnmt][aeiouh]/.test(word) ? word.slice(1) : undefined);

/** Where a form stands from word `at` on: the index behind its last word, or undefined. Stays in one sentence. */
function matchAt(form: CompiledForm, words: readonly Word[], at: number): number | undefined {
  const last = words[at]!.clause + MOST_CLAUSES;
  let i = at;
  for (const [index, step] of form.steps.entries()) {
    const reach = index > 0 && step.afterGap ? GAP : 0;
    let found = -1;
    for (let skip = 0; skip <= reach; skip++) {
      const word = words[i + skip];
      // "Maison à Dijon ; meubles ; meubles : bien commun": half a line on, something else is spoken of.
      if (!word || word.sentence !== words[at]!.sentence || (word.clause > last && word.clause > last + pronounClauses(words, at, i + skip))) break;
      if (meets(step, word)) {
        found = i + skip;
        break;
      }
    }
    if (found < 0) return undefined;
    i = found + 1;
  }
  return i;
}

/** "Les parents de Pierre, eux, sont morts": a pronoun between commas parts nothing; how many stand before a word. */
function pronounClauses(words: readonly Word[], from: number, to: number): number {
  let count = 0;
  for (let i = from + 1; i < to; i++) if (EMPHATIC.has(words[i]!.fold) && words[i - 1]!.clause < words[i]!.clause && words[i + 1]!.clause > words[i]!.clause) count++;
  return count;
}
const EMPHATIC = new Set(['lui', 'elle', 'eux', 'elles', 'moi']);

export interface FormHit {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  /** The form has a negation of its own. */
  readonly negative: boolean;
}

/** Where each word stands, so that a form is looked for only where its first word is. */
interface WordIndex {
  readonly exact: ReadonlyMap<string, readonly number[]>;
  readonly loose: ReadonlyMap<string, readonly number[]>;
  /** By the first letters of the folded, and of the loosened word. */
  readonly stems: ReadonlyMap<string, readonly number[]>;
  /** Places of the first steps that were asked for. */
  readonly starts: Map<Step, readonly number[]>;
}
const STEM = 3;
const indexes = new WeakMap<readonly Word[], WordIndex>();

function indexOf(words: readonly Word[]): WordIndex {
  const known = indexes.get(words);
  if (known) return known;
  const exact = new Map<string, number[]>();
  const loose = new Map<string, number[]>();
  const stems = new Map<string, number[]>();
  const add = (map: Map<string, number[]>, key: string, at: number): void => {
    const places = map.get(key);
    if (!places) map.set(key, [at]);
    else if (places.at(-1) !== at) places.push(at);
  };
  words.forEach((word, at) => {
    add(exact, word.fold, at);
    add(stems, word.fold.slice(0, STEM), at);
    const own = unglued(word.fold);
    if (own !== undefined) {
      add(exact, own, at);
      add(stems, own.slice(0, STEM), at);
      if (own.length >= LEAST) add(loose, loosened(own), at);
    }
    if (word.fold.length < LEAST) return;
    add(loose, word.loose, at);
    add(stems, word.loose.slice(0, STEM), at);
  });
  const index = { exact, loose, stems, starts: new Map() };
  indexes.set(words, index);
  return index;
}

/** Places whose word meets a form's first step, each once. */
function startsOf(step: Step, words: readonly Word[], index: WordIndex): readonly number[] {
  const known = index.starts.get(step);
  if (known) return known;
  let starts: number[] | undefined;
  const take = (places: readonly number[] | undefined, sure: boolean): void => {
    if (!places) return;
    for (const at of places) if ((sure || meets(step, words[at]!)) && !starts?.includes(at)) (starts ??= []).push(at);
  };
  for (const word of step.exact) take(index.exact.get(word), !step.capitals.has(word) && !step.accented.has(word));
  for (const word of step.looseExact) take(index.loose.get(word), true);
  for (const prefix of step.prefixes) {
    if (prefix.length >= STEM) take(index.stems.get(prefix.slice(0, STEM)), false);
    else for (const [stem, places] of index.stems) if (stem.startsWith(prefix)) take(places, false);
  }
  for (const prefix of step.loosePrefixes) take(index.stems.get(prefix.slice(0, STEM)), false);
  const found = starts ?? NOWHERE;
  index.starts.set(step, found);
  return found;
}
const NOWHERE: readonly number[] = [];

const groups = new WeakMap<readonly Form[], readonly (readonly [Step, readonly CompiledForm[]])[]>();
/** A list's forms by their first step. */
function groupsOf(forms: readonly Form[]): readonly (readonly [Step, readonly CompiledForm[]])[] {
  let known = groups.get(forms);
  if (!known) {
    const byStep = new Map<Step, CompiledForm[]>();
    for (const form of forms) {
      const pattern = compile(form);
      const first = pattern.steps[0]!;
      byStep.set(first, [...(byStep.get(first) ?? []), pattern]);
    }
    groups.set(forms, (known = [...byStep]));
  }
  return known;
}

const found = new WeakMap<readonly Word[], Map<readonly Form[], readonly FormHit[]>>();

/**
 * All places where any of the forms stands. Several checks ask for the same forms of one text, which is read once; lists
 * are known by identity, so that one made anew for each text is compiled for each text.
 */
export function findForms(forms: readonly Form[], words: readonly Word[]): readonly FormHit[] {
  if (forms.length === 0) return NO_HITS;
  let known = found.get(words);
  if (!known) found.set(words, (known = new Map()));
  let hits = known.get(forms);
  if (!hits) known.set(forms, (hits = searchForms(forms, words)));
  return hits;
}

function searchForms(forms: readonly Form[], words: readonly Word[]): readonly FormHit[] {
  let hits: FormHit[] | undefined;
  const index = indexOf(words);
  for (const [first, patterns] of groupsOf(forms)) {
    const starts = startsOf(first, words, index);
    if (starts.length === 0) continue;
    for (const pattern of patterns) {
      for (const at of starts) {
        const to = matchAt(pattern, words, at);
        if (to !== undefined) (hits ??= []).push({ from: at, to, start: words[at]!.start, end: words[to - 1]!.end, negative: pattern.negative });
      }
    }
  }
  if (!hits) return NO_HITS;
  return hits.length < 2 ? hits : hits.sort((a, b) => a.from - b.from || b.to - a.to);
}
const NO_HITS: readonly FormHit[] = [];

/** Whether a longer phrase, or the same, stands over a hit and makes it something else. */
export const isWithin = (hit: FormHit, others: readonly FormHit[]): boolean => others.some((other) => other.from <= hit.from && hit.to <= other.to);

const NEGATIONS = new Set(['pas', 'sans', 'ss', 'aucun', 'aucune', 'aucuns', 'jamais', 'ni', 'nul', 'nulle', 'non', 'rien', 'personne', 'inexistant', 'inexistante']);
/** Words over which a negation does not reach. */
const BARRIERS = new Set(['comment', 'pourquoi', 'combien', 'juste', 'seulement', 'plutot', 'mais', 'et', 'car', 'puis', 'donc', 'or', 'cependant', 'pourtant']);

/** Whether a negation governs the words from..to: before them in their clause ("pas de testament"), or right behind. */
export function isNegated(words: readonly Word[], from: number, to: number, negative = false): boolean {
  // "Je ne connaissais pas son concubin", "sa femme ne sait pas": there was one.
  const isHad = POSSESSIVES.has(words[from - 1]?.fold ?? '');
  if (!isHad && isDeniedAhead(words, from)) return true;
  if (!negative) for (let i = from; i < to; i++) if (NEGATIONS.has(words[i]!.fold)) return true;
  return isDeniedByLabel(words, to) || (!(isHad && ['ne', 'n'].includes(words[to]?.fold ?? '')) && isDeniedBehind(words, to)) || isDeniedAsTopic(words, to);
}

function isDeniedAhead(words: readonly Word[], from: number): boolean {
  for (let i = from - 1, steps = 0; i >= 0 && steps < 6; i--, steps++) {
    const word = words[i]!;
    if (word.sentence !== words[from]!.sentence || (word.clause !== words[from]!.clause && word.fold !== 'ni')) return false;
    // "Il ne faut pas oublier un studio" has one.
    if (word.fold === 'pas' && /^(?:oubli|omettre|neglig)/.test(words[i + 1]?.fold ?? '')) return false;
    if (NEGATIONS.has(word.fold) || word.fold === 'persone' || isNoLonger(words, i)) return true;
    if (BARRIERS.has(word.fold)) return false;
  }
  return false;
}

/** "N'était plus", "n'a plus"; "n'avait plus que" has. */
const isNoLonger = (words: readonly Word[], at: number): boolean =>
  words[at]!.fold === 'plus' && !['que', 'qu'].includes(words[at + 1]?.fold ?? '') && [words[at - 1], words[at - 2]].some((before) => NO_LONGER.has(before?.fold ?? ''));
const NO_LONGER = new Set(['n', 'ne', 'etait', 'avait']);

const SPEAKERS = new Set(['je', 'j', 'on', 'nous', 'tu', 'vous']);
function isDeniedBehind(words: readonly Word[], to: number): boolean {
  for (let i = to, steps = 0; i < words.length && steps < 3; i++, steps++) {
    const word = words[i]!;
    // "Pour la pension je ne sais pas qui paie": it is the knowing that is denied.
    if (word.clause !== words[to - 1]!.clause || BARRIERS.has(word.fold) || SPEAKERS.has(word.fold)) return false;
    if (['pas', 'jamais', 'inexistant', 'inexistante'].includes(word.fold)) return true;
  }
  return false;
}

/** "Des dettes, il n'y en a pas": what is spoken of is named first, and denied behind. */
function isDeniedAsTopic(words: readonly Word[], to: number): boolean {
  const { sentence } = words[to - 1]!;
  const behind = words.slice(to, to + TOPIC_REACH).flatMap((word) => (word.sentence === sentence ? [word.fold] : []));
  return behind.some((word) => word === 'en' || word === 'rien') && TOPIC_DENIED.test(behind.join(' '));
}
const TOPIC_REACH = 7;
const TOPIC_DENIED =
  /^(?:(?:il|elle|on|j|je|ils|elles) )?(?:n )?(?:y )?en (?:a|ai|ont|avait|avais|avaient) (?:pas|plus|jamais|aucun|aucune|point)\b|^(?:il )?(?:n )?y (?:a|avait) rien\b/;

const POSSESSIVES = new Set(['son', 'sa', 'ses', 'mon', 'ma', 'mes', 'notre', 'leur']);
const LABEL_DENIALS = new Set(['aucun', 'aucune', 'non', 'neant', 'inexistant', 'inexistante', 'pas']);
/** "Testament : aucun.", "licitation : non prévue": a label, and nothing behind it but the denial. */
function isDeniedByLabel(words: readonly Word[], to: number): boolean {
  const last = words[to - 1]!;
  const [next, after] = [words[to], words[to + 1]];
  if (!next || next.sentence !== last.sentence || next.clause === last.clause || next.start - last.end > LABEL_GAP || !LABEL_DENIALS.has(next.fold)) return false;
  const isOver = (word: Word | undefined): boolean => word === undefined || word.clause !== next.clause;
  // "Assurance-vie : aucun contrat".
  if (LABELLED.has(after?.fold ?? '') && isOver(words[to + 2])) return true;
  return isOver(after) || (next.fold === 'non' && next.start - last.end === LABEL_GAP && isOver(words[to + 2]));
}
const LABELLED = new Set('contrat contrats connu connue recense recensee declare declaree signale signalee trouve trouvee procedure choix'.split(' '));
/** " : " between a label and what it says. */
const LABEL_GAP = 3;

export const DENIALS = new Set(['pas', 'aucun', 'aucune', 'sans', 'ni', 'jamais', 'point']);
/** "Pas de testament" denies it; "le testament n'a pas été déposé" does not. */
export function isDeniedBefore(words: readonly Word[], at: number): boolean {
  let i = at - 1;
  while (i >= at - 2 && DENIED_THROUGH.has(words[i]?.fold ?? '')) i--;
  return words[i]?.clause === words[at]!.clause && DENIALS.has(words[i]!.fold);
}
/** "Pas de testament", "pas fait de testament"; "aucune copie du testament" denies a copy. */
const DENIED_THROUGH = new Set(['de', 'd', 'fait', 'laisse', 'redige', 'autre']);
