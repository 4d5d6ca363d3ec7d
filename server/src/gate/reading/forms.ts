import type { Form } from '@case-swarm/schema';
import { compile, meets, NEGATIONS, stepCount, stepsMetBy, type CompiledForm, type Step } from './form-steps.ts';
import type { Word } from './words.ts';

const GAP = 5;
/** A form stays in its clause and the next. */
const MOST_CLAUSES = 1;

/** Where a form stands whose first word is at `at`: the index behind its last word, or undefined. Stays in one sentence. */
function matchAt({ steps, afterGap }: CompiledForm, words: readonly Word[], at: number): number | undefined {
  const last = words[at]!.clause + MOST_CLAUSES;
  let i = at + 1;
  for (let index = 1; index < steps.length; index++) {
    const step = steps[index]!;
    const reach = afterGap[index] === true ? GAP : 0;
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

/** A list of forms as it is looked for: their most telling steps by number, and the forms that have each. */
interface FormList {
  readonly keys: Uint16Array;
  readonly patterns: readonly (readonly CompiledForm[])[];
  /** The words that it was looked for in last, and where it was found: several checks ask for the same forms of one text. */
  words?: readonly Word[];
  hits?: readonly FormHit[];
}
const lists = new WeakMap<readonly Form[], FormList>();

function listOf(forms: readonly Form[]): FormList {
  const known = lists.get(forms);
  if (known) return known;
  const byStep = new Map<number, CompiledForm[]>();
  for (const form of forms) {
    const pattern = compile(form);
    const { number } = mostTelling(pattern);
    byStep.set(number, [...(byStep.get(number) ?? []), pattern]);
  }
  const list = { keys: Uint16Array.from(byStep.keys()), patterns: [...byStep.values()] };
  lists.set(forms, list);
  return list;
}

/** The step that fewest texts can be expected to have: the one whose shortest word is longest. */
const mostTelling = ({ steps }: CompiledForm): Step => steps.reduce((best, step) => (shortest(step) > shortest(best) ? step : best));
const shortest = ({ exact, prefixes }: Step): number => Math.min(...[...exact, ...prefixes].map((word) => word.length));

/** Where the words of a text stand that steps ask for, among so many steps that were known. */
interface Searched {
  readonly words: readonly Word[];
  readonly among: number;
  /** By a step's number the first of its places, counted from 1; 0 where no word meets it. */
  readonly first: Uint32Array;
  /** Of each place the word's index, and the step's next place. */
  readonly at: readonly number[];
  readonly next: readonly number[];
}
const searched = new WeakMap<readonly Word[], Searched>();
/** One text is asked again and again. */
let latest: Searched | undefined;

/** What was read of a text's words; read anew when forms were compiled since. */
function searchedIn(words: readonly Word[]): Searched {
  const known = latest?.words === words ? latest : searched.get(words);
  latest = known?.among === stepCount() ? known : placesOfSteps(words);
  if (latest !== known) searched.set(words, latest);
  return latest;
}

function placesOfSteps(words: readonly Word[]): Searched {
  const among = stepCount();
  const first = new Uint32Array(among);
  const [at, next] = [[0], [0]];
  for (let i = words.length - 1; i >= 0; i--) {
    for (const step of stepsMetBy(words[i]!)) {
      next.push(first[step]!);
      first[step] = at.push(i) - 1;
    }
  }
  return { words, among, first, at, next };
}

/** All places where any of the forms stands. Lists are known by identity: one made anew for each text is compiled for each text. */
export function findForms(forms: readonly Form[], words: readonly Word[]): readonly FormHit[] {
  if (forms.length === 0) return NO_HITS;
  const list = listOf(forms);
  if (list.words === words) return list.hits!;
  list.words = words;
  return (list.hits = searchForms(list, searchedIn(words)));
}

function searchForms({ keys, patterns }: FormList, text: Searched): readonly FormHit[] {
  let hits: FormHit[] | undefined;
  const { words, first, at, next } = text;
  for (let i = 0; i < keys.length; i++) {
    if (first[keys[i]!] === 0) continue;
    for (const pattern of patterns[i]!) {
      if (lacksStep(pattern, first)) continue;
      for (let place = first[pattern.steps[0]!.number]!; place !== 0; place = next[place]!) {
        const from = at[place]!;
        const to = matchAt(pattern, words, from);
        if (to !== undefined) (hits ??= []).push({ from, to, start: words[from]!.start, end: words[to - 1]!.end, negative: pattern.negative });
      }
    }
  }
  if (!hits) return NO_HITS;
  return hits.length < 2 ? hits : hits.sort((a, b) => a.from - b.from || b.to - a.to);
}

/** Whether no word of the text meets one of a form's steps: most forms are found out by this. */
function lacksStep({ steps }: CompiledForm, first: Uint32Array): boolean {
  for (let i = 0; i < steps.length; i++) if (first[steps[i]!.number] === 0) return true;
  return false;
}
const NO_HITS: readonly FormHit[] = [];

const byKey = new WeakMap<readonly Spoken[], ReadonlyMap<number, readonly number[]>>();
/** What was begun in the words that were looked through last: more than one check asks for it. */
let begun: { readonly things: readonly Spoken[]; readonly words: readonly Word[]; readonly found: readonly Spoken[] } | undefined;
/** What the text may speak of, by the words that it is told in. */
interface Spoken {
  readonly forms: readonly Form[];
}

/** Of many things, those of whose forms the text has at least one's most telling word, in their order: few of all that could be. */
export function begunIn<T extends Spoken>(things: readonly T[], words: readonly Word[]): readonly T[] {
  if (begun?.things === things && begun.words === words) return begun.found as readonly T[];
  let index = byKey.get(things);
  if (!index) {
    const made = new Map<number, number[]>();
    things.forEach(({ forms }, at) => {
      for (const key of listOf(forms).keys) made.set(key, [...(made.get(key) ?? []), at]);
    });
    byKey.set(things, (index = made));
  }
  const found = new Set<number>();
  const { first } = searchedIn(words);
  for (const [step, having] of index) if (first[step] !== 0) for (const at of having) found.add(at);
  begun = { things, words, found: [...found].toSorted((a, b) => a - b).map((at) => things[at]!) };
  return begun.found as readonly T[];
}

/** Whether a longer phrase, or the same, stands over a hit and makes it something else. */
export const isWithin = (hit: FormHit, others: readonly FormHit[]): boolean => others.some((other) => other.from <= hit.from && hit.to <= other.to);

/** Words over which a negation does not reach. */
const BARRIERS = new Set(['comment', 'pourquoi', 'combien', 'juste', 'seulement', 'plutot', 'mais', 'et', 'car', 'puis', 'donc', 'or', 'cependant', 'pourtant']);

/** Whether a negation governs the words from..to: before them in their clause ("pas de testament"), or right behind. */
export function isNegated(words: readonly Word[], from: number, to: number, negative = false): boolean {
  // "Je ne connaissais pas son concubin", "sa femme ne sait pas": there was one.
  const isHad = POSSESSIVES.has(words[from - 1]?.fold ?? '');
  // "Comme si la donation n'avait jamais eu lieu": it had.
  if (isFeigned(words, from)) return false;
  if (!isHad && isDeniedAhead(words, from)) return true;
  if (!negative) for (let i = from; i < to; i++) if (NEGATIONS.has(words[i]!.fold)) return true;
  return (
    isDeniedByObject(words, from, to) ||
    isDeniedByLabel(words, to) ||
    (!(isHad && ['ne', 'n'].includes(words[to]?.fold ?? '')) && isDeniedBehind(words, to)) ||
    isDeniedAsTopic(words, to)
  );
}

/** Whether a word stands behind "comme si". */
export const isFeigned = (words: readonly Word[], at: number): boolean =>
  words.slice(Math.max(0, at - FEIGNED_REACH), at).some(({ fold, clause }, i, before) => fold === 'si' && clause === words[at]!.clause && before[i - 1]?.fold === 'comme');
const FEIGNED_REACH = 6;

function isDeniedAhead(words: readonly Word[], from: number): boolean {
  for (let i = from - 1, steps = 0; i >= 0 && steps < 6; i--, steps++) {
    const word = words[i]!;
    if (word.sentence !== words[from]!.sentence || (word.clause !== words[from]!.clause && word.fold !== 'ni')) return false;
    // "Il ne faut pas oublier un studio" has one.
    if (word.fold === 'pas' && /^(?:oubli|omettre|neglig)/.test(words[i + 1]?.fold ?? '')) return false;
    if ((NEGATIONS.has(word.fold) && !isUnder(words, i)) || word.fold === 'persone' || isNoLonger(words, i)) return true;
    // "En l'absence de testament".
    if (word.fold === 'absence' && ['de', 'd', 'du'].includes(words[i + 1]?.fold ?? '')) return true;
    if (BARRIERS.has(word.fold)) return false;
  }
  return false;
}

/** "Mariés ss le régime de la communauté" is under it, where "ss enfant" is without. */
const isUnder = (words: readonly Word[], at: number): boolean => words[at]!.fold === 'ss' && ['le', 'la', 'les', 'l', 'un', 'regime'].includes(words[at + 1]?.fold ?? '');

/** "N'avait choisi la loi d'aucun pays". */
const isDeniedByObject = (words: readonly Word[], from: number, to: number): boolean =>
  ['d', 'de'].includes(words[to]?.fold ?? '') &&
  ['aucun', 'aucune'].includes(words[to + 1]?.fold ?? '') &&
  words.slice(Math.max(0, from - 3), from).some(({ fold, clause }) => clause === words[from]!.clause && (fold === 'n' || fold === 'ne'));

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
