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

/** How many of a role the target says that there are, beside those whom it lists ("nombre_petits_enfants"); undefined where it says nothing. */
export function numberGiven({ leaves }: Subject, { roles }: Kinship, role: string): number | undefined {
  const counts = (roles[role] ?? []).map((pattern) => {
    const list = pattern.replace(/\.\*\.nom$/, '');
    const key = list.lastIndexOf('.') + 1;
    return `${list.slice(0, key)}nombre_${list.slice(key)}`;
  });
  const told = leaves.find(({ kind, pattern }) => kind === 'count' && counts.includes(pattern))?.value;
  return told === undefined ? undefined : Number(told);
}

/** How many a kin word says that there are ("trois frères"): two at least. */
export function countTold(words: readonly Word[], { from, to, link }: KinHit): number | undefined {
  const count = link || !/[sx]$/.test(words[to - 1]!.fold) ? undefined : readNumeral(words, from - 1)?.value;
  return count !== undefined && count >= 2 ? count : undefined;
}
