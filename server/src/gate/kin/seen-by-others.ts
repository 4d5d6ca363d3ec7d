import type { Kinship } from '@case-swarm/schema';
import type { Word } from '../reading/words.ts';
import type { Subject } from '../subject.ts';
import { POSSESSIVES_THEIRS } from './names.ts';

/** Whom people call so, by two roles that a target has: a brother's nephew is a child, and a child's aunt a sister. */
const THROUGH: Readonly<Record<string, readonly [string, string]>> = {
  neveu: ['sibling', 'child'],
  neveux: ['sibling', 'child'],
  niece: ['sibling', 'child'],
  nieces: ['sibling', 'child'],
  oncle: ['sibling', 'child'],
  oncles: ['sibling', 'child'],
  tante: ['sibling', 'child'],
  tantes: ['sibling', 'child'],
  cousin: ['child', 'nephew'],
  cousine: ['child', 'nephew'],
  cousins: ['child', 'nephew'],
};

/** "Christophe trouve que son neveu a tout eu", of a brother's text: the child of the deceased, whom the target has. */
export function isKinOfTheirs({ leaves, reading: { words } }: Subject, kinship: Kinship, { from }: { readonly from: number }): boolean {
  const through = THROUGH[words[from]!.fold];
  return through !== undefined && isPossessed(words, from) && through.every((role) => kinship.roles[role]?.some((pattern) => leaves.some((leaf) => leaf.pattern === pattern)));
}

const isPossessed = (words: readonly Word[], at: number): boolean => words[at - 1]?.sentence === words[at]!.sentence && POSSESSIVES_THEIRS.has(words[at - 1]!.fold);
