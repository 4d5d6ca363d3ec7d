import type { Word } from '../reading/words.ts';
import type { Subject } from '../subject.ts';
import type { Bound } from './bind.ts';
import { placesOf } from './places.ts';
import { overlaps, SAME_SENTENCE, type Place, type Scorer } from './score.ts';

/**
 * "Inès, et Margaux, née d'une première union": what one place tells of one item it tells of no second one, unless it is
 * told of several ("nés tous deux", "la maison et le compte sont communs").
 * @param near what a place scores at least of which an item is told
 */
export function withoutSpent(subject: Subject, bound: readonly Bound[], scorer: Scorer, near: number): readonly Bound[] {
  const groups = new Map<string, Bound[]>();
  for (const item of bound) if (isOfList(item)) groups.set(factOf(item), [...(groups.get(factOf(item)) ?? []), item]);
  const moved = new Map<Bound, Bound | undefined>();
  for (const group of groups.values()) {
    // Most have a place of their own, and are looked at no further.
    if (!group.some((item, i) => group.some((other, k) => k < i && overlaps(item.place, other.place)))) continue;
    const leaves = group.map(({ leaf }) => leaf);
    const scoreOf = ({ leaf }: Bound, place: Place): number => scorer.headScore(place, leaf.owner.path, leaves);
    const taken: Place[] = [];
    for (const item of group.toSorted((a, b) => scoreOf(b, b.place) - scoreOf(a, a.place))) {
      const isFree = (place: Place): boolean => !taken.some((other) => overlaps(place, other)) || isOfSeveral(subject, place);
      const free = isFree(item.place) ? item.place : placesOf(subject, item.leaf).find((place) => isFree(place) && (scoreOf(item, place) >= near || isOfSeveral(subject, place)));
      if (free !== item.place) moved.set(item, free && { ...item, place: free });
      if (free) taken.push(free);
    }
  }
  return bound.flatMap((item) => {
    if (!moved.has(item)) return [item];
    const other = moved.get(item);
    return other ? [other] : [];
  });
}

/**
 * "Un don manuel à Luc. Reste une maison": a word that tells of what sort one thing is says nothing of another, but beside it
 * ("il avait donné à Luc la maison"); "reçu par succession" is how a thing came, and not how its rights were parted.
 */
export function withoutOthersWords(subject: Subject, bound: readonly Bound[], scorer: Scorer, near: number): readonly Bound[] {
  const codes = bound.filter((item) => item.leaf.kind === 'code' && item.figure === undefined);
  return bound.flatMap((item) => {
    if (!isOfList(item) || item.leaf.kind !== 'code') return [item];
    const { leaf } = item;
    const scoreOf = (place: Place): number => scorer.headScore(place, leaf.owner.path, [leaf]);
    const isAnothers = (place: Place): boolean =>
      codes.some((other) => {
        if (!overlaps(place, other.place)) return false;
        if (other.leaf.owner === leaf.owner) return leaf.pattern.includes('.demembrement.') && !other.leaf.pattern.includes('.demembrement.') && !isOfRights(subject, place);
        return other.leaf.key === 'type' && (other.leaf.owner.entity === leaf.owner.entity || scoreOf(place) < SAME_SENTENCE);
      });
    if (!isAnothers(item.place)) return [item];
    const own = placesOf(subject, leaf).find((place) => !isAnothers(place) && scoreOf(place) >= near);
    return own ? [{ ...item, place: own }] : [];
  });
}

/** Whether the clause speaks of usufruct or bare ownership. */
const isOfRights = ({ reading: { words } }: Subject, { from }: Place): boolean => words.some(({ fold, clause }) => clause === words[from]!.clause && RIGHTS.test(fold));
const RIGHTS = /^(?:usufrui|nue?$|demembr|propriete$)/;

const factOf = ({ leaf }: Bound): string => `${leaf.pattern}=${String(leaf.value)}`;

const isOfList = ({ leaf, figure }: Bound): boolean =>
  figure === undefined && (leaf.kind === 'code' || leaf.kind === 'boolean') && leaf.key !== 'type' && leaf.owner.entity?.owner.includes('*') === true;

/** Whether the clause up to the place speaks of more than one, or another is said to be so as well. */
function isOfSeveral({ reading: { words } }: Subject, { from, to }: Place): boolean {
  const { clause, sentence } = words[from]!;
  const before = words.slice(Math.max(0, from - REACH), to).filter((word) => word.clause === clause);
  const behind = words.slice(to, to + REACH).filter((word) => word.sentence === sentence);
  return before.some(isPlural) || behind.some(({ fold }) => TOO.has(fold)) || isBehindTwo(words, from) || isInFrontOfTwo(words, to);
}

/** "Avait acheté une maison à Lille et un garage". */
const isInFrontOfTwo = (words: readonly Word[], to: number): boolean =>
  words.slice(to, to + 2 * REACH).some(({ fold, clause }, i, behind) => fold === 'et' && clause === words[to - 1]!.clause && DETERMINERS.has(behind[i + 1]?.fold ?? ''));
const DETERMINERS = new Set(['un', 'une', 'deux', 'des', 'son', 'sa', 'ses', 'le', 'la', 'l', 'les']);

/** "Colette et Thérèse, d'une première union", "et, d'une précédente union, Céline et Luc"; "Colette et Thérèse, cette dernière d'une …" is of one. */
function isBehindTwo(words: readonly Word[], from: number): boolean {
  const { clause, sentence } = words[from]!;
  let at = from;
  while (words[at - 1]?.clause === clause) at--;
  if (ONES.test(words[at]!.fold) || LAST.has(words[at]!.fold) || LAST.has(words[at + 1]?.fold ?? '')) return false;
  const back = (): void => {
    while (at > 0 && words[at - 1]!.sentence === sentence && /^\p{Lu}/u.test(words[at - 1]!.text)) at--;
  };
  if (words[at - 1]?.fold === 'et') return words[at - 1]!.sentence === sentence;
  const behind = at;
  back();
  if (at === behind || words[at - 1]?.fold !== 'et') return false;
  at--;
  return at > 0 && words[at - 1]!.sentence === sentence && /^\p{Lu}/u.test(words[at - 1]!.text);
}
/** "Née d'une première union" is said of one, however many stand before. */
const ONES = /^(?:nee?|issue?|adoptee?)$/;
const LAST = new Set(['celle', 'celui', 'derniere', 'dernier', 'seconde', 'second', 'elle', 'lui']);
const REACH = 8;
const TOO = new Set(['aussi', 'egalement', 'idem', 'pareil', 'meme', 'deux', 'autres']);

/** "Nés", "sont", "acceptent", "deux", "eux". */
const isPlural = ({ fold }: Word): boolean => SEVERAL.has(fold) || (/[a-z]{3}(?:s|ent)$/.test(fold) && !ONE.has(fold) && !/ment$/.test(fold));
const SEVERAL = new Set([
  'ils',
  'eux',
  'ont',
  'sont',
  'et',
  'tous',
  'deux',
  'trois',
  'quatre',
  'nous',
  'les',
  'des',
  'ces',
  'ses',
  'nes',
  'chacun',
  'chacune',
  'tout',
  'aux',
  'elles',
]);
const ONE = new Set(
  'fils pacs dans sans mais apres plus tres avais etais suis mois puis alors lors jamais chez dont depuis hors pays cas temps fois proces deces longtemps'.split(' '),
);
