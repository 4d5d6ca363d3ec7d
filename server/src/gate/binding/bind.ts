import type { Figure } from '../reading/figures.ts';
import { findForms } from '../reading/forms.ts';
import { endsInQuestion } from '../reading/words.ts';
import type { Subject, TargetLeaf } from '../subject.ts';
import { findBorrowed } from './borrowed.ts';
import { findContradicted, findOtherCodes, type Contradicted } from './contradiction.ts';
import { findExchangeable, findExchangeableWords, findMisplaced } from './exchange.ts';
import { headsOf, type Head } from './heads.ts';
import { instancesOf } from './instances.ts';
import { candidatesOf, figureTells, isCounted, placesOf, unreal } from './places.ts';
import { Scorer, type Place } from './score.ts';
import { isToldInRow } from './rows.ts';
import { withoutOthersWords, withoutSpent } from './spent.ts';
import { findUnheld, type Unheld } from './unheld.ts';

/** A leaf with the place that proves it. */
export interface Bound {
  readonly leaf: TargetLeaf;
  readonly place: Place;
  readonly score: number;
  /** Index of the figure, where one is spent. */
  readonly figure?: number;
}

export interface Binding {
  readonly bound: readonly Bound[];
  readonly missing: readonly TargetLeaf[];
  /** Pairs whose values could as well be exchanged: the text does not say which is whose. */
  readonly exchangeable: readonly (readonly [Bound, Bound])[];
  /** Told, but nearer to another item of the list than to its own. */
  readonly misplaced: readonly Bound[];
  readonly contradicted: readonly Contradicted[];
  /** Told a second time, of another item that has it not. */
  readonly borrowed: readonly Contradicted[];
  /** Told of an item that has it not, as no item has. */
  readonly unheld: readonly Unheld[];
  readonly spentFigures: ReadonlySet<number>;
  readonly heads: readonly Head[];
}

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
  const all = bindAll(subject, scorer);
  const near = subject.judged.stratum === undefined ? all : toldOfOwner(subject, all, scorer);
  const bound = [...near, ...impliedFlags(subject, near)];
  const proven = new Set(bound.map((item) => item.leaf));
  // A leaf that the lexicon does not know is checked for form only.
  const missing = subject.leaves.filter((leaf) => leaf.forms !== undefined && !proven.has(leaf));
  return {
    bound,
    missing,
    exchangeable: [...findExchangeable(subject, bound, scorer), ...findExchangeableWords(subject, bound, [names, scorer])],
    misplaced: findMisplaced(subject, bound, names),
    contradicted: [...findContradicted(subject, bound, names), ...findOtherCodes(subject, bound, names)],
    borrowed: findBorrowed(subject, bound, names),
    unheld: findUnheld(subject, bound, scorer),
    spentFigures: new Set(bound.flatMap((item) => (item.figure === undefined ? [] : [item.figure]))),
    heads,
  };
}

/** Without what is told of another item, or of none. */
function toldOfOwner(subject: Subject, all: readonly Bound[], scorer: Scorer): readonly Bound[] {
  const near = all.filter((item) => !isFarFromOwner(item, scorer) || isToldInRow(subject, item.leaf, item.place));
  const unshared = withoutSpent(subject, near, scorer, NEAR);
  return withoutOthersWords(subject, unshared, scorer, NEAR);
}

/**
 * "Legs universel" five lines on does not say how a flat was come by: what a word tells of an item of a list is told near it
 * (but of which union a child is may be told from anywhere: "nous sommes nés d'une autre union").
 */
const isFarFromOwner = ({ leaf, place }: Bound, scorer: Scorer): boolean =>
  (leaf.kind === 'code' || (leaf.kind === 'boolean' && leaf.forms?.byAntecedent === undefined)) &&
  leaf.owner.entity?.owner.includes('*') === true &&
  leaf.key !== 'type' &&
  scorer.headScore(place, leaf.owner.path, [leaf]) < NEAR;
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
    const telling = subject.figures.filter((figure) => figureTells(figure, leaf) && !unreal(subject, figure) && (leaf.kind !== 'count' || isCounted(subject, figure, leaf)));
    for (const figure of telling)
      if (!isAskedAgain(subject, figure, telling)) pairs.push({ leaf, place: figure, figure: subject.figures.indexOf(figure), score: scorer.score(figure, leaf, [leaf]) });
  }
  pairs.sort((a, b) => b.score - a.score);
  // "En 2012, il a donné à ses deux enfants": real statements tell once what two gifts have in common.
  const mayShare = subject.judged.stratum === undefined;
  const spent = new Set<number>();
  const done = new Set<TargetLeaf>();
  const out: Bound[] = [];
  for (const pair of pairs) {
    if (spent.has(pair.figure!) || done.has(pair.leaf)) continue;
    spent.add(pair.figure!);
    done.add(pair.leaf);
    out.push(pair);
  }
  // "Béatrice et Maria ont toutes les deux 48 ans".
  const shared = findForms(SHARED, subject.reading.words).map((hit) => subject.reading.words[hit.from]!.clause);
  for (const leaf of shared.length > 0 ? subject.leaves : []) {
    if (done.has(leaf)) continue;
    const twin = out.find((item) => item.leaf.pattern === leaf.pattern && item.leaf.value === leaf.value && shared.includes(subject.reading.words[item.place.from]!.clause));
    if (!twin) continue;
    out.push({ ...twin, leaf });
    done.add(leaf);
  }
  if (mayShare)
    for (const leaf of subject.leaves) {
      const twin = done.has(leaf) ? undefined : out.find((item) => item.leaf.kind === leaf.kind && item.leaf.value === leaf.value && leaf.owner.entity?.kind === 'thing');
      if (twin) out.push({ ...twin, leaf });
    }
  return out;
}

/** "Il avait offert un cadeau de 450 €. … Le cadeau de 450 € compte-t-il ?": a question tells again what has been told. */
const isAskedAgain = ({ leaves, reading }: Subject, figure: Figure, telling: readonly Figure[]): boolean =>
  telling.some((other) => other.to <= figure.from && !endsInQuestion(reading, other.from)) &&
  endsInQuestion(reading, figure.from) &&
  leaves.filter((leaf) => figureTells(figure, leaf)).length === 1;

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

/** "Un petit garçon d'un an": a minor, without the word. */
function impliedFlags(subject: Subject, bound: readonly Bound[]): Bound[] {
  const told = new Set(bound.map(({ leaf }) => leaf));
  return subject.leaves.flatMap((leaf) => {
    const { impliedBelow } = leaf.forms ?? {};
    if (impliedBelow === undefined || leaf.value !== true || told.has(leaf)) return [];
    const age = bound.find((item) => item.leaf.owner === leaf.owner && item.leaf.key === impliedBelow.key && Number(item.leaf.value) < impliedBelow.years);
    return age ? [{ leaf, place: age.place, score: 0 }] : [];
  });
}

/** What is said of several at once. */
const SHARED: readonly string[] = ['tous|toutes|tout|toute les deux|trois|quatre', 'tous|toutes deux|trois', 'chacun|chacune', 'l un|une et|comme l autre', 'ages|agees de'];

const NAMED: readonly string[] = ['libelle'];

/** Codes that are understood from what else is told of their item ("je lègue 10 000 €" is a particular legacy). */
function impliedCodes(subject: Subject, bound: readonly Bound[]): Bound[] {
  const told = new Set(bound.map((item) => item.leaf));
  // What a real statement calls a thing ("boule de cristal") says of what sort it is.
  const isUnasked = subject.judged.stratum === undefined;
  return subject.leaves.flatMap((leaf) => {
    const keys = told.has(leaf)
      ? undefined
      : (leaf.forms?.impliedBy?.[String(leaf.value)] ?? (isUnasked && leaf.forms?.impliedByName?.includes(String(leaf.value)) ? NAMED : undefined));
    const source = keys && leaf.owner.leaves.find((other) => keys.includes(other.key));
    if (!source || leaf.forms === undefined) return [];
    const cue = bound.find((item) => item.leaf === source)?.place ?? findForms(source.forms?.cues ?? [], subject.reading.words)[0];
    return cue ? [{ leaf, place: cue, score: 0 }] : [];
  });
}
