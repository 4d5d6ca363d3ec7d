import { sexOfName } from '../reading/first-names.ts';
import { wordsOf } from '../subject.ts';
import { countTold, numberGiven, numberOf, sexTold } from './counts.ts';
import type { Occurrence } from './marks.ts';
import { COMPLEMENTS, type KinText } from './text.ts';

/** "Deux frères, Marco, et ce frère …": more than are named right behind. */
export function moreThanNamed(kin: KinText): Occurrence | undefined {
  const { words } = kin;
  const hit = kin.hits.find((relatives) => {
    const count = countTold(words, relatives);
    if (count === undefined) return false;
    const first = firstNamed(kin, relatives.to);
    return first !== undefined && count > namedFrom(kin, first, sexTold(words, relatives));
  });
  return hit && { from: hit.from - 1, to: hit.to };
}

/** "Deux filles d'une autre union, Magali …": the name that a list of them begins with. */
function firstNamed(kin: KinText, to: number): number | undefined {
  const { words } = kin;
  const { dictionary } = kin.subject.judged;
  for (let at = to; at - to < LISTED_REACH && words[at]?.sentence === words[to - 1]!.sentence; at++) {
    const word = words[at]!;
    if (kin.isNamed(word)) {
      let behind = at + 1;
      while (words[behind]?.clause === word.clause && kin.isNamed(words[behind]!)) behind++;
      // "Deux filles de Marc, Anne et Léa": not Marc. "Deux filles, Anne est l'aînée" is no list.
      if (COMPLEMENTS.has(words[at - 1]!.fold)) at = behind - 1;
      else return words[behind]?.clause !== word.clause || BEHIND_LISTED.has(words[behind]!.fold) ? at : undefined;
    } else if (
      ENDS_LIST.has(word.fold) ||
      kin.hits.some(({ from, link }) => from === at && !link) ||
      (dictionary.tags(word.lower).length > 0 && dictionary.tags(word.lower).every((tag) => tag.startsWith('V')))
    )
      return undefined;
  }
  return undefined;
}
const LISTED_REACH = 12;
const BEHIND_LISTED = new Set(['et', 'qui', 'ne', 'nee', 'dont', 'lequel', 'laquelle', 'age', 'agee']);
const ENDS_LIST = new Set('a est avait etait ont sont avaient etaient laisse mais dont qui que ou moi nous il elle ils elles on je j'.split(' '));

/** How many of one role, and of one sex, are named from a word on: to the end of the sentence, and where the next ones begin with a name. */
function namedFrom(kin: KinText, first: number, sex: 'm' | 'f' | undefined): number {
  const { words, people, subject, kinship } = kin;
  let until = first;
  while (until < words.length && (words[until]!.sentence === words[until - 1]!.sentence || kin.isNamed(words[until]!))) until++;
  const told = words.slice(first, until).map(({ fold }) => fold);
  if (told.some((word) => ANOTHER.test(word))) return Infinity;
  const isOne = (name: string): boolean => kin.placesOf(name).some(({ from }) => from >= first && from < until);
  const isOfSex = (name: string): boolean => sex === undefined || (sexOfName(wordsOf(name)) ?? sex) === sex;
  const head = [...people].find(([name]) => kin.placesOf(name).some(({ from, to }) => from <= first && first < to));
  if (!head) return Infinity;
  const ofRole = (role: string): number => {
    if (numberGiven(subject, kinship, role) !== undefined) return Infinity;
    const holders = [...people].filter(([, { roles }]) => roles.includes(role)).map(([name]) => name);
    const unnamed = numberOf(subject, kinship, role) - holders.length;
    return holders.filter((name) => isOne(name) && isOfSex(name)).length + Math.max(0, unnamed);
  };
  return Math.max(...head[1].roles.map(ofRole)) + (told.includes('moi') ? 1 : 0);
}
/** "Marco, et un autre". */
const ANOTHER = /^(?:autres?|second|seconde|derniere?|dernier|cadette?|ainee?|inconnue?|ignore)$/;
