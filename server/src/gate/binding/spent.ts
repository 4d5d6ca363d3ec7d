import type { Subject } from '../subject.ts';
import type { Bound } from './bind.ts';
import { placesOf } from './places.ts';
import { overlaps, SAME_SENTENCE, type Place, type Scorer } from './score.ts';
import { isOfSeveral } from './several.ts';

/**
 * "Inès, et Margaux, née d'une première union": what one place tells of one item it tells of no second one, unless it is
 * told of several ("nés tous deux", "la maison et le compte sont communs").
 * @param near what a place scores at least of which an item is told
 */
export function withoutSpent(subject: Subject, bound: readonly Bound[], scorer: Scorer, near: number): readonly Bound[] {
  const { words } = subject.reading;
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
      const isFree = (place: Place): boolean => !taken.some((other) => overlaps(place, other)) || isOfSeveral(words, place);
      const free = isFree(item.place) ? item.place : placesOf(subject, item.leaf).find((place) => isFree(place) && (scoreOf(item, place) >= near || isOfSeveral(words, place)));
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
