import { isWrittenAsName, type Word } from '../reading/words.ts';
import type { Kinship } from '@case-swarm/schema';
import { wordsOf, type Subject, type TargetLeaf } from '../subject.ts';

/** "Son", "leur". */
export const POSSESSIVES_THEIRS = new Set(['son', 'sa', 'ses', 'leur', 'leurs']);
export const POSSESSIVES_MINE = new Set(['mon', 'ma', 'mes', 'notre', 'nos']);

/** Everyone of the target that has a role, by name. */
export type People = ReadonlyMap<string, { readonly leaves: TargetLeaf[]; readonly roles: string[] }>;

/** Everyone whom a role's leaves name. */
export function peopleOf(subject: Subject, kinship: Kinship): People {
  const roleOf = new Map(Object.entries(kinship.roles).flatMap(([role, patterns]) => patterns.map((pattern) => [pattern, role] as const)));
  const people = new Map<string, { leaves: TargetLeaf[]; roles: string[] }>();
  for (const leaf of subject.leaves) {
    const role = roleOf.get(leaf.pattern);
    if (role === undefined) continue;
    const person = people.get(String(leaf.value)) ?? { leaves: [], roles: [] };
    person.leaves.push(leaf);
    person.roles.push(role);
    people.set(String(leaf.value), person);
  }
  return people;
}

/** Where a name that ends at a word begins. */
export function beforeName(at: number, words: readonly Word[]): number {
  let from = at;
  while (isWrittenAsName(words[from - 1], words) && words[from - 1]!.sentence === words[at]!.sentence) from--;
  return from;
}

/** Roles of the one whose name opens the sentence. */
export function rolesOfFirst(at: number, words: readonly Word[], people: People): readonly string[] {
  for (let i = words.findIndex(({ sentence }) => sentence === words[at]!.sentence); i < at; i++) {
    const roles = rolesAt(i, words, people);
    if (roles) return roles;
  }
  return [];
}

/** Roles of the one whose name ends at a word. */
export function rolesAt(at: number, words: readonly Word[], people: People): readonly string[] | undefined {
  if (!isWrittenAsName(words[at], words)) return undefined;
  let found: readonly string[] | undefined;
  for (const [name, { roles }] of people) {
    const parts = wordsOf(name);
    // A full name is surer than a surname that others share.
    if (parts.at(-1) === words[at]!.fold && parts.every((part, k) => words[at - parts.length + 1 + k]?.fold === part)) return roles;
    if (parts.includes(words[at]!.fold)) found ??= roles;
  }
  return found;
}

/** "Nicole … Hugo Muller, son mari": the name right before the possessive is the one that the word is about. */
function behindApposed(from: number, words: readonly Word[]): number {
  let at = from - 1;
  if (!POSSESSIVES_THEIRS.has(words[at]?.fold ?? '')) return at;
  at--;
  while (isWrittenAsName(words[at], words) && words[at]!.sentence === words[from]!.sentence && words[at]!.clause >= words[from]!.clause - 1) at--;
  return at;
}

/** Roles of the person who is named last before a word, so many words and sentences back at most. */
export function rolesBefore(from: number, words: readonly Word[], people: People, reach: number, sentences = 1): readonly string[] | undefined {
  for (let at = behindApposed(from, words); at >= Math.max(0, from - reach) && words[at]!.sentence >= words[from]!.sentence - sentences; at--) {
    const roles = rolesAt(at, words, people);
    if (roles) return roles;
  }
  return undefined;
}

/** Roles of the person who is named right behind a word, in its sentence ("sa mère, Caroline Peeters"). */
export function rolesAhead(to: number, words: readonly Word[], people: People): readonly string[] | undefined {
  for (let at = to; at < Math.min(to + AHEAD, words.length) && words[at]!.sentence === words[to - 1]!.sentence; at++) {
    const roles = rolesAt(at, words, people);
    if (roles) return roles;
  }
  return undefined;
}
/** A title, a first name, a surname. */
const AHEAD = 3;

/** Words back from a possessive to a name. */
export const POSSESSOR_REACH = 34;
export const PET_NAMES = new Set(['papa', 'maman', 'papi', 'papy', 'mamie', 'mamy']);
export const OF = new Set(['de', 'd', 'du']);
export const ARTICLES = new Set(['un', 'une', 'deux', 'trois']);
/** In front of a name. */
export const TITLES = new Set(['m', 'mme', 'monsieur', 'madame', 'feu', 'feue']);

/** Between a possessive and its kin word. */
export const ADJECTIVES = /^(deux|trois|quatre|cinq|grand|grande|petit|petite|beau|belle|demi|cher|chere|pauvre|propre|ex|defunt|defunte)$/;

/** "son frère", "sa grande sœur". */
export const isTheirs = (words: readonly Word[], at: number): boolean =>
  POSSESSIVES_THEIRS.has(words[at - 1]?.fold ?? '') || (ADJECTIVES.test(words[at - 1]?.fold ?? '') && POSSESSIVES_THEIRS.has(words[at - 2]?.fold ?? ''));
