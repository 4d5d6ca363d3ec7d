import type { Kinship } from '@case-swarm/schema';
import { sexOfName } from '../reading/first-names.ts';
import { readNumeral } from '../reading/numerals.ts';
import type { Word } from '../reading/words.ts';
import { wordsOf, type Owner, type Subject } from '../subject.ts';
import type { Occurrence } from './marks.ts';
import type { KinHit } from './words.ts';

/** How many of a role the target lists; of one sex, those whose first name is not the other's. */
export const numberOf = (subject: Subject, { roles }: Kinship, role: string, sex?: 'm' | 'f'): number => {
  const lists = (roles[role] ?? []).map((pattern) => pattern.replace(/(?:\.\*)?\.nom$/, ''));
  const isOther = ({ leaves }: Owner): boolean => {
    const name = leaves.find(({ key }) => key === 'nom');
    return sex !== undefined && name !== undefined && (sexOfName(wordsOf(String(name.value))) ?? sex) !== sex;
  };
  return subject.owners.filter((owner) => lists.some((list) => owner.path === list || owner.path.startsWith(`${list}.`)) && !isOther(owner)).length;
};

/** "Deux filles" are no sons; "frères et sœurs" are either. */
export function sexTold(words: readonly Word[], { from, to }: Occurrence): 'm' | 'f' | undefined {
  const noun = words.slice(from, to).find(({ fold }) => /^(?:fils|freres|neveux|filles|soeurs|nieces)$/.test(fold))?.fold;
  if (noun === undefined || words[to]?.fold === 'et' || words[to]?.fold === 'ou') return undefined;
  return /^(?:filles|soeurs|nieces)$/.test(noun) ? 'f' : 'm';
}

/** Whether a leaf counts a role ("nombre_petits_enfants" beside the list of them). */
const isBeside = ({ roles }: Kinship, role: string, pattern: string): boolean => (roles[role] ?? []).some((name) => pattern.startsWith(name.split('.').slice(0, 2).join('.')));

/** Whether the target has a number of a role beside those whom it lists: then there may be more of them. */
export const hasNumberOf = ({ leaves }: Subject, kinship: Kinship, role: string): boolean =>
  leaves.some(({ kind, pattern }) => kind === 'count' && isBeside(kinship, role, pattern));

/** How many a kin word says that there are ("trois frères"): two at least. */
export function countTold(words: readonly Word[], { from, to, link }: KinHit): number | undefined {
  const count = link || !/[sx]$/.test(words[to - 1]!.fold) ? undefined : readNumeral(words, from - 1)?.value;
  return count !== undefined && count >= 2 ? count : undefined;
}
