import { subjectPlaces } from './subject-places.ts';
import { holderPath, isIdentifier, isSubjectName, type Owner, type Subject, type TargetLeaf } from '../subject.ts';
import type { Figure } from '../reading/figures.ts';
import { findForms } from '../reading/forms.ts';
import type { Bound } from './bind.ts';
import { exchanged, isCoherent, moved } from './coherent.ts';
import { isTeller } from './teller.ts';
import { indirectPlaces } from './pronouns.ts';
import { isToldAhead, isToldInRow } from './rows.ts';
import { figureTells, placesOf } from './places.ts';
import { overlaps, SAME_SENTENCE, type Place, type Scorer } from './score.ts';

/** The sort of figure that leaves of a kind are told by; leaves of one sort can be taken for one another. */
const SORTS: Readonly<Record<string, string>> = { 'monthly-amount': 'amount', age: 'years', duration: 'years', count: 'number' };
const sortOf = ({ kind }: TargetLeaf): string => SORTS[kind] ?? kind;

/** Pairs of bound leaves of one sort that the text would support as well with their values exchanged. */
export function findExchangeable(subject: Subject, bound: readonly Bound[], scorer: Scorer): (readonly [Bound, Bound])[] {
  const out: (readonly [Bound, Bound])[] = [];
  const figures = bound.filter((item) => item.figure !== undefined);
  for (let i = 0; i < figures.length; i++) {
    for (let j = i + 1; j < figures.length; j++) {
      const a = figures[i]!;
      const b = figures[j]!;
      if (sortOf(a.leaf) !== sortOf(b.leaf) || a.leaf.value === b.leaf.value) continue;
      if (sameAfterExchange(subject, a.leaf, b.leaf)) continue;
      if (!couldTell(subject.figures[a.figure!]!, b.leaf) || !couldTell(subject.figures[b.figure!]!, a.leaf)) continue;
      const pair = [a.leaf, b.leaf];
      if (
        scorer.score(a.place, a.leaf, pair) + scorer.score(b.place, b.leaf, pair) <= scorer.score(a.place, b.leaf, pair) + scorer.score(b.place, a.leaf, pair) &&
        isCoherent(subject, exchanged(a.leaf, b.leaf))
      )
        out.push([a, b]);
    }
  }
  return out;
}

/** "340 € par mois" says no sum that was paid once: whether a leaf can be of a figure's unit at all. */
const couldTell = (figure: Figure, leaf: TargetLeaf): boolean => figureTells(figure, { ...leaf, value: leaf.kind === 'date' ? (figure.iso ?? '') : figure.value });

/** Leaves of a list's item that another item, which lacks them, has as good a claim to. */
export function findMisplaced(subject: Subject, bound: readonly Bound[], scorer: Scorer): Bound[] {
  return bound.filter((item) => {
    const { leaf } = item;
    if ((!isOwned(subject, leaf) && !isPartyOf(leaf)) || isBesideOwnSum(subject, item, bound) || isToldInRow(subject, leaf, item.place) || isToldAhead(subject, leaf, item.place))
      return false;
    const rivals = subject.owners.filter((owner) => owner !== leaf.owner && owner.entity === leaf.owner.entity && !owner.leaves.some((other) => other.pattern === leaf.pattern));
    if (rivals.length === 0) return false;
    const places = item.figure === undefined ? partyPlaces(subject, leaf, freePlaces(subject, leaf, bound)) : [item.place];
    return rivals.some((owner) => {
      if (sameWithout(subject, leaf, owner)) return false;
      // "Recueilli dans une succession … La maison, reçue par succession": what tells another fact of the other is no place of this one.
      const isTheirs = (place: Place): boolean => bound.some((other) => other.leaf.owner === owner && other.leaf.pattern !== leaf.pattern && overlaps(other.place, place));
      const free = places.filter((place) => !isTheirs(place));
      const claims = (free.length > 0 ? free : places).map((place) => ({
        own: headScoreWithin(subject, scorer, place, leaf.owner, leaf),
        theirs: headScoreWithin(subject, scorer, place, owner, leaf),
      }));
      // "Il lègue l'appartement à une amie. … Dois-je quitter l'appartement ?": it is told once as its own.
      if (claims.some(({ own, theirs }) => own >= SAME_SENTENCE && own >= theirs)) return false;
      // A word that could tell it far from either ("la communauté" of the couple) says nothing of whose it is.
      const strongest = Math.max(...claims.map(({ own, theirs }) => Math.max(own, theirs)));
      const telling = claims.filter(({ own, theirs }) => Math.max(own, theirs) >= strongest - TELLING);
      return telling.some(({ theirs }) => theirs > 0) && telling.every(({ own, theirs }) => own < theirs) && isCoherent(subject, moved(leaf, owner.path));
    });
  });
}
/** How near a place is to a thing or to one of its own list ("la clause est démembrée : Jean n'en reçoit que l'usufruit", of the policy whose beneficiary he is). */
const headScoreWithin = (subject: Subject, scorer: Scorer, place: Place, owner: Owner, leaf: TargetLeaf): number =>
  Math.max(...subject.owners.map((other) => (other === owner || other.path.startsWith(`${owner.path}.`) ? scorer.headScore(place, other.path, [leaf]) : 0)));

/** "13 000 € après 70 ans, et 11 000 € à 72 ans": behind a sum that is its own, in one clause and with no other sum between. */
const isBesideOwnSum = (subject: Subject, { leaf, place, figure }: Bound, bound: readonly Bound[]): boolean =>
  leaf.kind !== 'amount' &&
  bound.some((other) => {
    if (other.leaf.owner !== leaf.owner || other.leaf.kind !== 'amount') return false;
    const sum = other.place;
    const { words, text } = subject.reading;
    // "Un livret, 34 000 € ; l'usufruit d'un immeuble": something else begins.
    const isNext = ({ from }: Place): boolean => from >= sum.to && from - sum.to <= RIGHT_BEHIND && !text.slice(words[sum.to - 1]!.end, words[from]!.start).includes(';');
    if (figure === undefined) return placesOf(subject, leaf).some(isNext);
    const isOtherBetween = subject.figures.some(({ kind, from }) => kind === 'amount' && from >= sum.to && from < place.from);
    return sum.to <= place.from && words[sum.from]!.clause === words[place.from]!.clause && !isOtherBetween;
  });
/** "40 000 €, une somme d'argent". */
const RIGHT_BEHIND = 1;

/** Places of a word that no other item's same fact has taken, where there are any ("Luc, né d'une autre union ; Anne, née d'une autre union"). */
function freePlaces(subject: Subject, leaf: TargetLeaf, bound: readonly Bound[]): readonly Place[] {
  const taken = bound.flatMap((other) => (other.leaf !== leaf && other.leaf.pattern === leaf.pattern && other.leaf.value === leaf.value ? [other.place] : []));
  const all = placesOf(subject, leaf);
  // "Né d'une précédente union" is one place, whichever of its forms was found there.
  const free = all.filter((place) => !taken.some((other) => overlaps(place, other)));
  return free.length > 0 ? free : all;
}
/** Where a name is told as what the leaf has it be ("dirigeant : Émile"), or else where it is anywhere; a teller is "moi" as well. */
function partyPlaces(subject: Subject, leaf: TargetLeaf, named: readonly Place[]): readonly Place[] {
  if (leaf.kind !== 'name') return named;
  const { words } = subject.reading;
  const all = [...named, ...spokenPlaces(subject, leaf, [])];
  const cued = new Set(findForms(leaf.forms?.cues ?? [], words).map((cue) => words[cue.from]!.sentence));
  const told = all.filter((place) => cued.has(words[place.from]!.sentence));
  return told.length > 0 ? told : all;
}
/** Where someone is spoken of, without the name too: the deceased as such, a teller as "moi". */
function spokenPlaces(subject: Subject, leaf: TargetLeaf, named = placesOf(subject, leaf)): readonly Place[] {
  const { words } = subject.reading;
  const isSpeaking = isTeller(words, String(leaf.value), subject.sharedFirstWords);
  const indirect = indirectPlaces(subject).get(String(leaf.value)) ?? [];
  return [
    ...named,
    ...indirect,
    ...(isSubjectName(subject, leaf.value) ? [...subjectPlaces(subject), ...findForms(THEIRS, words)] : []),
    ...(isSpeaking ? findForms(SPOKEN, words) : []),
  ];
}
const SPOKEN: readonly string[] = ['moi', 'ma tete', 'la|le mienne|mien'];
/** "La sienne est chez Spirica", where a teller has told of their own. */
const THEIRS: readonly string[] = ['la|le sienne|sien'];
/** Places whose nearness to an owner falls behind the best by more than this are not what tells a leaf. */
const TELLING = 3;

/** A leaf of a person or thing in a list that says something of it; what names it stands by something else that does. */
const isOwned = (subject: Subject, leaf: TargetLeaf): boolean => {
  const { entity } = leaf.owner;
  if (entity?.owner.includes('*') !== true || (leaf.kind === 'name' && leaf.key !== 'conjoint_nom')) return false;
  return !isIdentifier(leaf) || leaf.owner.leaves.some((other) => other !== leaf && isIdentifier(other) && placesOf(subject, other).length > 0);
};

/** Moving the leaf to the other item gives the same set of items. */
function sameWithout(subject: Subject, leaf: TargetLeaf, owner: Owner): boolean {
  const alone = listOf(leaf.owner) === listOf(owner);
  return restOf(subject, leaf.owner, leaf, alone) === restOf(subject, owner, leaf, alone);
}

/**
 * What an item says beside a leaf, and what the item says that holds it ("the premium of the first contract").
 *
 * @param alone whether only the item itself counts, for two items of one holder
 */
function restOf(subject: Subject, owner: Owner, without: TargetLeaf, alone = false): string {
  const holder = alone ? undefined : holderPath(owner);
  const leaves = holder === undefined ? owner.leaves : subject.leaves.filter((leaf) => leaf.path.startsWith(`${holder}.`));
  return leaves
    .filter((other) => other !== without)
    .map((other) => `${other.pattern}=${String(other.value)}`)
    .sort()
    .join('|');
}

/** Codes, flags and names of two items that could as well be exchanged, by each of the scorers: what is told beside them may settle it. */
export function findExchangeableWords(subject: Subject, bound: readonly Bound[], scorers: readonly Scorer[]): (readonly [Bound, Bound])[] {
  const words = bound.filter(({ figure, leaf }) => figure === undefined && ((isOwned(subject, leaf) && leaf.kind !== 'text') || isPartyOf(leaf)));
  const places = new Map(words.map((item) => [item.leaf, isPartyOf(item.leaf) ? spokenPlaces(subject, item.leaf) : placesOf(subject, item.leaf)]));
  // A beneficiary belongs where the policy is spoken of.
  const pathOf = (owner: Owner, value: TargetLeaf): string => (isPartyOf(value) ? holderPath(owner) : undefined) ?? owner.path;
  const best = (scorer: Scorer, value: TargetLeaf, owner: Owner, pair: readonly TargetLeaf[]): number =>
    Math.max(0, ...places.get(value)!.map((place) => scorer.headScore(place, pathOf(owner, value), pair)));
  return words.flatMap((a, i) =>
    words.slice(i + 1).flatMap((b) => {
      if (a.leaf.pattern !== b.leaf.pattern || a.leaf.owner === b.leaf.owner || a.leaf.value === b.leaf.value || sameAfterExchange(subject, a.leaf, b.leaf)) return [];
      const pair = [a.leaf, b.leaf];
      const margin = isPartyOf(a.leaf) ? PARTY_MARGIN : 0;
      const isBetter = (scorer: Scorer): boolean =>
        best(scorer, a.leaf, a.leaf.owner, pair) + best(scorer, b.leaf, b.leaf.owner, pair) + margin <
        best(scorer, a.leaf, b.leaf.owner, pair) + best(scorer, b.leaf, a.leaf.owner, pair);
      return scorers.every(isBetter) && isCoherent(subject, exchanged(a.leaf, b.leaf)) ? [[a, b] as const] : [];
    }),
  );
}
/** The person of a gift, a policy, a debt, of which more is told than who it is. */
const isPartyOf = (leaf: TargetLeaf): boolean =>
  leaf.kind === 'name' &&
  (holderPath(leaf.owner) !== undefined ||
    (leaf.owner.entity?.kind === 'thing' && leaf.owner.entity.owner.includes('*') && leaf.owner.leaves.some((other) => other !== leaf && isIdentifier(other))));
/** A person is named in many places, for many reasons: an exchange must fit clearly better. */
const PARTY_MARGIN = 1.5;

/** Two items that differ in nothing else: their values can change places and the target stays the same. */
function sameAfterExchange(subject: Subject, a: TargetLeaf, b: TargetLeaf): boolean {
  if (a.pattern !== b.pattern || a.owner === b.owner) return false;
  const alone = listOf(a.owner) === listOf(b.owner);
  return restOf(subject, a.owner, a, alone) === restOf(subject, b.owner, b, alone);
}

const listOf = (owner: Owner): string => owner.path.replace(/\.\d+$/, '');
