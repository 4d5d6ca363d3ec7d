import type { Figure } from '../reading/figures.ts';
import { findForms, isNegated, isUnreal } from '../reading/forms.ts';
import { reportsSpeech } from '../reading/reports.ts';
import { startsSentence, type Word } from '../reading/words.ts';
import { span as dateSpan } from '@case-swarm/schema';
import type { Owner, Subject, TargetLeaf } from '../subject.ts';
import { wordsOf } from '../subject.ts';
import { headsOf, isPlain, nameOccurrences, phrasePlaces, type Head } from './heads.ts';
import { instancesOf } from './instances.ts';
import { Scorer, type Place } from './score.ts';

/** A leaf with the place that proves it. */
interface Bound {
  readonly leaf: TargetLeaf;
  readonly place: Place;
  readonly score: number;
  /** Index of the figure, where one is spent. */
  readonly figure?: number;
}

/** A leaf and the place that says its opposite. */
interface Contradicted {
  readonly leaf: TargetLeaf;
  readonly place: Place;
}

export interface Binding {
  readonly bound: readonly Bound[];
  readonly missing: readonly TargetLeaf[];
  /** Pairs whose values could as well be exchanged: the text does not say which is whose. */
  readonly exchangeable: readonly (readonly [Bound, Bound])[];
  /** Told, but nearer to another item of the list than to its own. */
  readonly misplaced: readonly Bound[];
  readonly contradicted: readonly Contradicted[];
  readonly spentFigures: ReadonlySet<number>;
  readonly heads: readonly Head[];
}

/** Whether a figure says a leaf's value, to the leaf's own precision and in its unit. */
function figureTells(figure: Figure, leaf: TargetLeaf): boolean {
  const { kind, value } = leaf;
  if (kind === 'date') return figure.kind === 'date' && figure.iso === value;
  if (kind === 'amount') return figure.kind === 'amount' && figure.period === undefined && figure.value === value;
  if (kind === 'monthly-amount')
    return figure.kind === 'amount' && figure.value === value && (figure.period === 'month' || (figure.period === undefined && leaf.forms?.periodImplied === true));
  if (kind === 'ratio') return figure.kind === 'ratio' && Math.abs(figure.value - Number(value)) < 0.0006;
  if (kind === 'age' || kind === 'years') return figure.kind === 'years' && figure.value === value;
  if (kind === 'duration') return ['years', 'months', 'days'].includes(figure.kind) && figure.value === value && unitAgrees(figure, leaf);
  if (kind === 'count' || kind === 'number') return figure.kind === 'number' && figure.value === value;
  return false;
}

function unitAgrees(figure: Figure, leaf: TargetLeaf): boolean {
  const unit = leaf.owner.leaves.find((other) => other.pattern === leaf.pattern.replace(/valeur$/, 'unite'))?.value;
  return unit === undefined || { ANNEES: 'years', MOIS: 'months', JOURS: 'days' }[String(unit)] === figure.kind;
}

/** The sort of figure that leaves of a kind are told by; leaves of one sort can be taken for one another. */
const sortOf = (leaf: TargetLeaf): string =>
  ({ amount: 'amount', 'monthly-amount': 'amount', age: 'years', years: 'years', duration: 'years', count: 'number', number: 'number' } as Record<string, string>)[leaf.kind] ??
  leaf.kind;

/** Finds for each leaf the place that proves it. */
export function bind(subject: Subject): Binding {
  const named = headsOf(subject);
  // What is told of an item marks where the item is spoken of: a premium without a name is known by its date.
  const instances = instancesOf(subject, named, (leaf) => candidatesOf(subject, leaf));
  const names = new Scorer(subject, named, instances);
  const first = bindAll(subject, names);
  const heads = [...named, ...told(first)].sort((a, b) => a.from - b.from);
  const scorer = new Scorer(subject, heads, instances);
  // Real statements come without a stratum: they may tell such things once for all.
  const bound = bindAll(subject, scorer).filter((item) => subject.judged.stratum === undefined || !isFarFromOwner(item, scorer));
  const proven = new Set(bound.map((item) => item.leaf));
  // A leaf that the lexicon does not know is checked for form only.
  const missing = subject.leaves.filter((leaf) => leaf.forms !== undefined && !proven.has(leaf));
  return {
    bound,
    missing,
    exchangeable: [...findExchangeable(subject, bound, scorer), ...findExchangeableWords(subject, bound, names)],
    misplaced: findMisplaced(subject, bound, names),
    contradicted: findContradicted(subject, bound, names),
    spentFigures: new Set(bound.flatMap((item) => (item.figure === undefined ? [] : [item.figure]))),
    heads,
  };
}

/** "Legs universel" five lines on does not say how a flat was come by: a code of a thing in a list is told near the thing. */
const isFarFromOwner = ({ leaf, place }: Bound, scorer: Scorer): boolean =>
  leaf.kind === 'code' && leaf.owner.entity?.owner.includes('*') === true && !isIdentifier(leaf) && scorer.headScore(place, leaf.owner.path, [leaf]) < NEAR;
/** What a place scores two sentences behind the last word of its owner. */
const NEAR = 2.5;

const bindAll = (subject: Subject, scorer: Scorer): Bound[] => [...bindFigures(subject, scorer), ...bindWords(subject, scorer)];

/** Places of leaves that are told in one place only, as heads of their owners (items of lists). */
function told(bound: readonly Bound[]): Head[] {
  return bound.flatMap(({ leaf, place }) =>
    leaf.owner.entity?.owner.includes('*') && leaf.kind !== 'name' && leaf.kind !== 'code'
      ? [{ owner: leaf.owner, from: place.from, to: place.to, strength: 0.7, source: leaf }]
      : [],
  );
}

/** Each figure is spent by one leaf; the best-fitting pairs first. */
function bindFigures(subject: Subject, scorer: Scorer): Bound[] {
  const pairs: Bound[] = [];
  for (const leaf of subject.leaves) {
    subject.figures.forEach((figure, index) => {
      if (figureTells(figure, leaf) && !unreal(subject, figure) && (leaf.kind !== 'count' || isCounted(subject, figure, leaf)))
        pairs.push({ leaf, place: figure, figure: index, score: scorer.score(figure, leaf, [leaf]) });
    });
  }
  pairs.sort((a, b) => b.score - a.score);
  const spent = new Set<number>();
  const done = new Set<TargetLeaf>();
  const out: Bound[] = [];
  for (const pair of pairs) {
    if (spent.has(pair.figure!) || done.has(pair.leaf)) continue;
    spent.add(pair.figure!);
    done.add(pair.leaf);
    out.push(pair);
  }
  return out;
}

/** "Trois neveux": a count says at once what it counts. */
const isCounted = (subject: Subject, figure: Figure, leaf: TargetLeaf): boolean =>
  findForms(leaf.forms?.cues ?? [], subject.reading.words).some((hit) => hit.to > figure.from && hit.from - figure.to <= COUNTED_REACH);
const COUNTED_REACH = 3;

/** In reported speech the conditional reports; elsewhere it imagines. */
function unreal(subject: Subject, place: Place): boolean {
  const { words } = subject.reading;
  const reported = reportsSpeech(subject.judged, words);
  if (isUnreal(words, place.from, reported)) return true;
  // "Cette donation" is as real as the one that it speaks of again.
  if (!THIS.has(words[place.from - 1]?.fold ?? '')) return false;
  const antecedent = words.findLastIndex((word, i) => i < place.from && word.fold === words[place.from]!.fold);
  return antecedent >= 0 && isUnreal(words, antecedent, reported);
}
const THIS = new Set(['cette', 'ce', 'cet', 'ladite', 'ledit']);

function bindWords(subject: Subject, scorer: Scorer): Bound[] {
  const out: Bound[] = [];
  for (const leaf of subject.leaves) {
    const places = placesOf(subject, leaf);
    let best: Bound | undefined;
    for (const place of places) {
      const score = scorer.score(place, leaf, [leaf]);
      if (!best || score > best.score) best = { leaf, place, score };
    }
    if (best) out.push(best);
  }
  return [...out, ...impliedCodes(subject, out)];
}

/** Codes that are understood from what else is told of their item ("je lègue 10 000 €" is a particular legacy). */
function impliedCodes(subject: Subject, bound: readonly Bound[]): Bound[] {
  const told = new Set(bound.map((item) => item.leaf));
  return subject.leaves.flatMap((leaf) => {
    const keys = told.has(leaf) ? undefined : leaf.forms?.impliedBy?.[String(leaf.value)];
    const source = keys && leaf.owner.leaves.find((other) => keys.includes(other.key));
    if (!source || leaf.forms === undefined) return [];
    const cue = findForms(source.forms?.cues ?? [], subject.reading.words)[0];
    return cue ? [{ leaf, place: cue, score: 0 }] : [];
  });
}

/** Every place that could tell a leaf, with a figure or without. */
const candidatesOf = (subject: Subject, leaf: TargetLeaf): Place[] => [...subject.figures.filter((figure) => figureTells(figure, leaf)), ...placesOf(subject, leaf)];

const known = new WeakMap<TargetLeaf, readonly Place[]>();

/** Places that tell a leaf without a figure: names, codes, denials, words. A leaf is of one subject, and asked for more than once. */
function placesOf(subject: Subject, leaf: TargetLeaf): readonly Place[] {
  let places = known.get(leaf);
  if (!places) known.set(leaf, (places = findPlaces(subject, leaf)));
  return places;
}

function findPlaces(subject: Subject, leaf: TargetLeaf): readonly Place[] {
  const { words } = subject.reading;
  if (leaf.kind === 'name') {
    const name = wordsOf(String(leaf.value));
    const occurrences = nameOccurrences(words, name, subject.sharedFirstWords).filter((place) => !isPartOfName(subject, name, place));
    // Every word of a name is told at least once as that person's; then the first name will do.
    return occurrences.some((place) => place.full) ? occurrences : [];
  }
  if (leaf.kind === 'text') return phrasePlaces(words, wordsOf(String(leaf.value)));
  if (leaf.kind === 'code') return codePlaces(subject, leaf).filter((place) => !unreal(subject, place));
  if (leaf.kind === 'boolean') return booleanPlaces(subject, leaf).filter((place) => !unreal(subject, place));
  if (leaf.kind === 'count') return countPlaces(subject, leaf);
  return [];
}

/** "Ginette" in "Ginette Joly" is Ginette Joly, where the target has both. */
function isPartOfName(subject: Subject, name: readonly string[], { from }: Place): boolean {
  if (!subject.sharedFirstWords.has(name[0]!)) return false;
  const { words } = subject.reading;
  return subject.leaves.some((other) => {
    if (other.kind !== 'name') return false;
    const longer = wordsOf(String(other.value));
    return longer.length > name.length && longer.every((word, i) => words[from + i]?.fold === word);
  });
}

function codePlaces(subject: Subject, leaf: TargetLeaf): Place[] {
  const { words } = subject.reading;
  const forms = leaf.forms?.codes?.[String(leaf.value)];
  // A leaf that the lexicon does not know is checked for form only.
  if (!forms) return [{ from: 0, to: Math.min(1, words.length) }];
  return findForms(forms, words).filter(
    (hit) => !isName(subject, hit) && isPlain(leaf, words, hit) && (!isNegated(words, hit.from, hit.to, hit.negative) || (leaf.key === 'type' && leaf.pattern.includes('*'))),
  );
}

/** "Marie" is a daughter, not a bride. */
function isName(subject: Subject, { from, to }: Place): boolean {
  const { words } = subject.reading;
  const word = words[from]!;
  return (
    to - from === 1 &&
    subject.knownWords.has(word.fold) &&
    /^\p{Lu}\p{Ll}/u.test(word.text) &&
    (!startsSentence(words, from) || (word.lower === word.fold && subject.leaves.some((leaf) => leaf.kind === 'name' && wordsOf(String(leaf.value)).includes(word.fold))))
  );
}

function booleanPlaces(subject: Subject, leaf: TargetLeaf): Place[] {
  if (!leaf.forms?.yes) return [{ from: 0, to: Math.min(1, subject.reading.words.length) }];
  return statedPlaces(subject, leaf, leaf.value === true);
}

/** Places that say a flag, or deny it. */
function statedPlaces(subject: Subject, leaf: TargetLeaf, value: boolean): (Place & { readonly negative: boolean })[] {
  const { words } = subject.reading;
  if (!leaf.forms?.yes) return [];
  const yes = findForms(leaf.forms.yes, words).filter((hit) => !isName(subject, hit));
  if (value) return yes.filter((hit) => !isNegated(words, hit.from, hit.to, hit.negative));
  const denied = findForms(leaf.forms.no ?? [], words);
  return [...denied, ...yes.filter((hit) => isNegated(words, hit.from, hit.to, hit.negative))];
}

/**
 * Flags whose opposite is said of the very same owner. Beside a denial "Assurance-vie :" is a heading, and a word far from
 * its owner may be another's.
 */
function findContradicted(subject: Subject, bound: readonly Bound[], scorer: Scorer): Contradicted[] {
  const { words, text } = subject.reading;
  return bound.flatMap(({ leaf, place }) => {
    if (leaf.kind !== 'boolean' || subject.judged.hints.contested?.path === leaf.path) return [];
    const opposite = statedPlaces(subject, leaf, leaf.value !== true).find((other) => {
      if (unreal(subject, other) || (other.from < place.to && place.from < other.to) || tellsAnother(subject, leaf, other)) return false;
      const isOfPerson = leaf.owner.entity?.kind === 'person' && leaf.key.startsWith('est_');
      if (!isOfPerson && leaf.owner.entity?.owner.includes('*') !== true)
        return leaf.value === true && /(^|_)exist/.test(leaf.key) && isSaidPlainly(leaf, words, other) && isDeniedBefore(words, other.from);
      if (leaf.owner.entity.kind !== 'person') return false;
      if (/^\s?:/.test(text.slice(words[other.to - 1]!.end, words[other.to - 1]!.end + 2))) return false;
      const own = scorer.headScore(other, leaf.owner.path, [leaf]);
      const rivals = subject.owners.filter((owner) => owner !== leaf.owner && owner.entity?.kind === leaf.owner.entity!.kind);
      return own >= SAME_SENTENCE && rivals.every((owner) => scorer.headScore(other, owner.path, [leaf]) < own);
    });
    return opposite ? [{ leaf, place: opposite }] : [];
  });
}
/** "Pas de donation entre époux" denies that, and no other donation. */
const tellsAnother = (subject: Subject, leaf: TargetLeaf, place: Place): boolean =>
  subject.leaves.some((other) => other !== leaf && other.kind === 'boolean' && placesOf(subject, other).some(({ from, to }) => from === place.from && to > place.to));

/** "Sans legs" does not deny the will: only the fact's plain word does. */
const isSaidPlainly = ({ forms }: TargetLeaf, words: readonly Word[], { from, to }: Place): boolean =>
  words.slice(from, to).some((word) =>
    forms!
      .yes!.slice(0, PLAIN)
      .flatMap((form) => form.split(/[ |*]+/))
      .some((plain) => plain.length > 2 && word.fold.startsWith(plain.slice(0, STEM))),
  );
const PLAIN = 3;
const STEM = 5;

const DENIALS = new Set(['pas', 'aucun', 'aucune', 'sans', 'ni', 'jamais', 'point']);
/** "Pas de testament" denies it; "le testament n'a pas été déposé" does not. */
function isDeniedBefore(words: readonly Word[], at: number): boolean {
  let i = at - 1;
  while (i >= at - 2 && DENIED_THROUGH.has(words[i]?.fold ?? '')) i--;
  return words[i]?.clause === words[at]!.clause && DENIALS.has(words[i]!.fold);
}
/** "Pas de testament", "pas fait de testament"; "aucune copie du testament" denies a copy. */
const DENIED_THROUGH = new Set(['de', 'd', 'fait', 'laisse', 'redige', 'autre']);

/** The least that a place scores with its owner close before it in the sentence. */
const SAME_SENTENCE = 9;

/** "un enfant" tells a count of one. */
function countPlaces(subject: Subject, leaf: TargetLeaf): Place[] {
  if (leaf.value !== 1) return [];
  const { words } = subject.reading;
  return findForms(leaf.forms?.cues ?? [], words).filter((hit) => ['un', 'une', 'seul', 'seule'].includes(words[hit.from - 1]?.fold ?? ''));
}

/** Pairs of bound leaves of one sort that the text would support as well with their values exchanged. */
function findExchangeable(subject: Subject, bound: readonly Bound[], scorer: Scorer): (readonly [Bound, Bound])[] {
  const out: (readonly [Bound, Bound])[] = [];
  const figures = bound.filter((item) => item.figure !== undefined);
  for (let i = 0; i < figures.length; i++) {
    for (let j = i + 1; j < figures.length; j++) {
      const a = figures[i]!;
      const b = figures[j]!;
      if (sortOf(a.leaf) !== sortOf(b.leaf) || a.leaf.value === b.leaf.value) continue;
      if (sameAfterExchange(subject, a.leaf, b.leaf)) continue;
      // A date of another precision cannot stand in its place.
      if (a.leaf.kind === 'date' && a.leaf.pattern !== b.leaf.pattern && (!dateSpan(String(a.leaf.value)) || String(a.leaf.value).length !== String(b.leaf.value).length)) continue;
      const pair = [a.leaf, b.leaf];
      if (scorer.score(a.place, a.leaf, pair) + scorer.score(b.place, b.leaf, pair) <= scorer.score(a.place, b.leaf, pair) + scorer.score(b.place, a.leaf, pair)) out.push([a, b]);
    }
  }
  return out;
}

/** Leaves of a list's item that another item, which lacks them, has as good a claim to. */
function findMisplaced(subject: Subject, bound: readonly Bound[], scorer: Scorer): Bound[] {
  return bound.filter((item) => {
    const { leaf } = item;
    if (!isOwned(leaf)) return false;
    const rivals = subject.owners.filter((owner) => owner !== leaf.owner && owner.entity === leaf.owner.entity && !owner.leaves.some((other) => other.pattern === leaf.pattern));
    if (rivals.length === 0) return false;
    const places = item.figure === undefined ? freePlaces(subject, leaf, bound) : [item.place];
    return rivals.some((owner) => {
      if (sameWithout(subject, leaf, owner)) return false;
      const claims = places.map((place) => ({ own: scorer.headScore(place, leaf.owner.path, [leaf]), theirs: scorer.headScore(place, owner.path, [leaf]) }));
      // A word that could tell it far from either ("la communauté" of the couple) says nothing of whose it is.
      const strongest = Math.max(...claims.map(({ own, theirs }) => Math.max(own, theirs)));
      const telling = claims.filter(({ own, theirs }) => Math.max(own, theirs) >= strongest - TELLING);
      return telling.some(({ theirs }) => theirs > 0) && telling.every(({ own, theirs }) => own < theirs);
    });
  });
}
/** Places of a word that no other item's same fact has taken, where there are any ("Luc, né d'une autre union ; Anne, née d'une autre union"). */
function freePlaces(subject: Subject, leaf: TargetLeaf, bound: readonly Bound[]): readonly Place[] {
  const taken = new Set(bound.flatMap((other) => (other.leaf !== leaf && other.leaf.pattern === leaf.pattern && other.leaf.value === leaf.value ? [other.place.from] : [])));
  const all = placesOf(subject, leaf);
  const free = all.filter((place) => !taken.has(place.from));
  return free.length > 0 ? free : all;
}
/** Places whose nearness to an owner falls behind the best by more than this are not what tells a leaf. */
const TELLING = 3;

/** A leaf of a person or thing in a list that says something of it; what names it stands by something else that does. */
const isOwned = (leaf: TargetLeaf): boolean => {
  const { entity } = leaf.owner;
  if (entity?.owner.includes('*') !== true || (leaf.kind === 'name' && leaf.key !== 'conjoint_nom')) return false;
  return !isIdentifier(leaf) || leaf.owner.leaves.some((other) => other !== leaf && isIdentifier(other));
};
const isIdentifier = (leaf: TargetLeaf): boolean => leaf.owner.entity?.identifiers.some((key) => leaf.pattern === `${leaf.owner.entity!.owner}.${key}`) === true;

/** Moving the leaf to the other item gives the same set of items. */
function sameWithout(subject: Subject, leaf: TargetLeaf, owner: Owner): boolean {
  const alone = holderOf(leaf.owner) === holderOf(owner);
  return restOf(subject, leaf.owner, leaf, alone) === restOf(subject, owner, leaf, alone);
}

/**
 * What an item says beside a leaf, and what the item says that holds it ("the premium of the first contract").
 *
 * @param alone whether only the item itself counts, for two items of one holder
 */
function restOf(subject: Subject, owner: Owner, without: TargetLeaf, alone = false): string {
  const holder = alone ? undefined : owner.path.match(/^(.*\.\d+)\.[a-z_]+\.\d+$/)?.[1];
  const leaves = holder === undefined ? owner.leaves : subject.leaves.filter((leaf) => leaf.path.startsWith(`${holder}.`));
  return leaves
    .filter((other) => other !== without)
    .map((other) => `${other.pattern}=${String(other.value)}`)
    .sort()
    .join('|');
}

/** Codes and flags of two items that could as well be exchanged. */
function findExchangeableWords(subject: Subject, bound: readonly Bound[], scorer: Scorer): (readonly [Bound, Bound])[] {
  const words = bound.filter((item) => item.figure === undefined && isOwned(item.leaf) && item.leaf.kind !== 'text');
  const places = new Map(words.map((item) => [item.leaf, placesOf(subject, item.leaf)]));
  const best = (value: TargetLeaf, owner: Owner, pair: readonly TargetLeaf[]): number =>
    Math.max(0, ...places.get(value)!.map((place) => scorer.headScore(place, owner.path, pair)));
  return words.flatMap((a, i) =>
    words.slice(i + 1).flatMap((b) => {
      if (a.leaf.pattern !== b.leaf.pattern || a.leaf.owner === b.leaf.owner || a.leaf.value === b.leaf.value || sameAfterExchange(subject, a.leaf, b.leaf)) return [];
      const pair = [a.leaf, b.leaf];
      const told = best(a.leaf, a.leaf.owner, pair) + best(b.leaf, b.leaf.owner, pair);
      return told < best(a.leaf, b.leaf.owner, pair) + best(b.leaf, a.leaf.owner, pair) ? [[a, b] as const] : [];
    }),
  );
}

/** Two items that differ in nothing else: their values can change places and the target stays the same. */
function sameAfterExchange(subject: Subject, a: TargetLeaf, b: TargetLeaf): boolean {
  if (a.pattern !== b.pattern || a.owner === b.owner) return false;
  const alone = holderOf(a.owner) === holderOf(b.owner);
  return restOf(subject, a.owner, a, alone) === restOf(subject, b.owner, b, alone);
}

const holderOf = (owner: Owner): string => owner.path.replace(/\.\d+$/, '');
