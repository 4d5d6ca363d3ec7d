import { rememberedOf } from '@case-swarm/schema';
import { nameOccurrences } from '../binding/occurrences.ts';
import { findForms } from '../reading/forms.ts';
import { wordsOf, type Subject, type TargetLeaf } from '../subject.ts';
import { isWrittenAsName, type Word } from '../reading/words.ts';
import type { Occurrence } from './marks.ts';
import { sexOfName } from '../reading/first-names.ts';
import { POSSESSIVES_MINE } from './names.ts';

/** Of whom a title is. */
export const TITLE_SEX: ReadonlyMap<string, 'm' | 'f'> = new Map(Object.entries({ m: 'm', monsieur: 'm', feu: 'm', mme: 'f', mlle: 'f', madame: 'f', mademoiselle: 'f' }));
const TITLES = new Set([...TITLE_SEX.keys(), 'succession', 'consorts']);

/** Where somebody is named, by a title and the surname too ("M. Picard" where none of the others can be called so). */
export function namedOccurrences(subject: Subject, name: string, others: Iterable<string>): readonly Occurrence[] {
  const { words } = subject.reading;
  const own = wordsOf(name);
  const plain = nameOccurrences(words, own, subject.sharedFirstWords);
  return [...plain, ...clientOccurrences(words, plain), ...titledOccurrences(words, own, [...others].filter((other) => other !== name).map(wordsOf))];
}

/** "J'interviens pour Maxime … Mon client est le fils de Pierre": Maxime is spoken of. */
function clientOccurrences(words: readonly Word[], named: readonly Occurrence[]): readonly Occurrence[] {
  const clients = findForms(CLIENT, words);
  if (clients.length === 0) return NONE;
  const [first] = findForms(RETAINED, words);
  return first && named.some(({ from }) => from >= first.to && from <= first.to + 1) ? clients : NONE;
}
const CLIENT: readonly string[] = ['mon|notre|le client', 'ma|notre|la cliente'];
const RETAINED: readonly string[] = [
  'interviens|intervenons pour',
  'represente|representons|assiste|assistons|defends|defendons|conseille|conseillons',
  'conseil|avocat|avocate de|d',
  'consulte|consultee|consultes|mandate|mandatee|mandates|saisi|saisie|saisis par',
  'pour le compte de|d',
];
const NONE: readonly Occurrence[] = [];

/** Where the name that a leaf holds stands. */
export type Places = (leaf: TargetLeaf) => readonly Occurrence[];

/** Each name of the target is looked for once in a text. */
export const placesIn = rememberedOf(findsNames);

function findsNames(subject: Subject): Places {
  const names = namesOf(subject);
  const found = new Map<string, readonly Occurrence[]>();
  return (leaf) => {
    const name = String(leaf.value);
    const places = found.get(name) ?? [...namedOccurrences(subject, name, names), ...relativePlaces(subject, leaf)];
    found.set(name, places);
    return places;
  };
}

const namesOf = ({ leaves }: Subject): ReadonlySet<string> => new Set(leaves.flatMap((leaf) => (leaf.kind === 'name' ? [String(leaf.value)] : [])));

/** Where whoever bears the name that a leaf holds is spoken of as the teller's relative, without the name. */
export const relativePlaces = (subject: Subject, { value }: TargetLeaf): readonly Occurrence[] => relativesOnce(subject).get(String(value)) ?? NONE;
const relativesOnce = rememberedOf(relativesIn);

/** "Ma mère, Madeleine, … Ma mère refuse": who is called so beside a name is meant wherever nobody else is called so. */
function relativesIn(subject: Subject): ReadonlyMap<string, readonly Occurrence[]> {
  const { words } = subject.reading;
  const places = words.flatMap(({ fold: word }, i) => (RELATIVES.has(word) && POSSESSIVES_MINE.has(words[i - 1]?.fold ?? '') ? [i] : []));
  if (places.length < 2) return new Map();
  const calledAt = (i: number): string => `${words[i - 1]!.fold} ${words[i]!.fold}`;
  const called = new Map<string, Set<string>>();
  for (const name of namesOf(subject))
    for (const { from, to } of nameOccurrences(words, wordsOf(name), subject.sharedFirstWords)) {
      // "Madeleine, ma mère,": nothing but the comma between, and no other name behind.
      const isBehind = words[to + 1]?.sentence === words[from]!.sentence && words[to]!.clause > words[from]!.clause && !isWrittenAsName(words[to + 2], words);
      // "Selon ma mère, Denise a renoncé" calls nobody so.
      const before = NAMED.find((link) => link.every((word, k) => words[from - link.length + k]?.fold === word)) ?? [];
      const at = places.find((i) => (i === from - before.length - 1 && !SOURCES.has(words[i - 2]?.fold ?? '')) || (isBehind && i === to + 1));
      if (at !== undefined) called.set(calledAt(at), (called.get(calledAt(at)) ?? new Set()).add(name));
    }
  const out = new Map<string, Occurrence[]>();
  for (const i of places) {
    const [name, ...others] = called.get(calledAt(i)) ?? [];
    if (name === undefined || others.length > 0 || isWrittenAsName(words[i + 1], words)) continue;
    out.set(name, [...(out.get(name) ?? []), { from: i, to: i + 1 }]);
  }
  return out;
}
/** "Mon père est Bruno", "ma sœur s'appelle Anne"; the longer ones first. */
const NAMED = [['c', 'est'], ['s', 'appelle'], ['se', 'nomme'], ['est']];
const SOURCES = new Set(['selon', 'apres', 'croire', 'suivant', 'dixit']);
const RELATIVES = new Set(
  'mere pere maman papa frere soeur fils fille mari femme epoux epouse conjoint compagne compagnon concubin concubine partenaire tante oncle neveu niece cousin cousine filleul filleule ami amie associe associee'.split(
    ' ',
  ),
);

function titledOccurrences(words: readonly Word[], name: readonly string[], others: readonly (readonly string[])[]): Occurrence[] {
  if (name.length < 2) return [];
  const sex = sexOfName(name);
  const namesakes = others.filter((other) => other.at(-1) === name.at(-1));
  const isOnly = (title: string): boolean => {
    const asked = TITLE_SEX.get(title);
    if (asked !== undefined && sex !== undefined && asked !== sex) return false;
    return !namesakes.some((other) => asked === undefined || sexOfName(other) === undefined || sexOfName(other) === asked);
  };
  return words.flatMap((word, i) => {
    const title = words[i - 1]?.fold ?? '';
    const isMeant = word.fold === name.at(-1) && TITLES.has(title) && (isOnly(title) || isLastNamed(words, i, title, name, namesakes));
    return isMeant ? [{ from: i, to: i + 1 }] : [];
  });
}

/** "Yvonne Mercier. Mme Mercier …": of several who could be called so, the one whose whole name stands last before. */
function isLastNamed(words: readonly Word[], at: number, title: string, name: readonly string[], namesakes: readonly (readonly string[])[]): boolean {
  const asked = TITLE_SEX.get(title);
  if (asked === undefined || (sexOfName(name) ?? asked) !== asked) return false;
  const whole = [name, ...namesakes].map((one) => words.findLastIndex((_word, i) => i < at && one.every((part, k) => words[i + k]?.fold === part)));
  return whole[0]! >= 0 && whole.every((from) => from <= whole[0]!);
}
