import type { Owner, Subject, TargetLeaf } from '../subject.ts';
import type { Head } from './heads.ts';
import { indirectPlaces } from './pronouns.ts';
import type { Place } from './score.ts';

/** Between a sum and when it was paid. */
export const PAID = /^(?:y|a|ont|avait|avaient|ete|etait|verse|versee|verses|versees|place|placee|places|placees)$/;

/** What is told from one mention of a thing to the next, for each thing that the mention could be. */
export interface Instance {
  /** Index of the word that speaks of the next one. */
  readonly until: number;
  readonly supports: ReadonlyMap<string, readonly TargetLeaf[]>;
  /** What is told of each behind the other mentions. */
  readonly elsewhere: readonly ReadonlyMap<string, readonly TargetLeaf[]>[];
}

/**
 * Two gifts of one sort to one person are spoken of with the same words. Which one a mention means is told by what
 * follows it: the values that stand there belong to one of them and not to the other.
 * @returns for the heads that several owners share, what is told behind each
 */
export function instancesOf(subject: Subject, heads: readonly Head[], placesOf: (leaf: TargetLeaf) => readonly Place[]): Map<Head, Instance> {
  const out = new Map<Head, Instance>();
  const indirect = indirectPlaces(subject);
  const toldAt = (leaf: TargetLeaf): readonly Place[] => [...placesOf(leaf), ...(leaf.kind === 'name' ? (indirect.get(String(leaf.value)) ?? []) : [])];
  for (const entity of new Set(heads.flatMap(({ owner }) => (owner.entity?.kind === 'thing' ? [owner.entity] : [])))) {
    const owners = subject.owners.filter((owner) => owner.entity === entity);
    if (owners.length < 2) continue;
    const own = heads.filter((head) => head.owner.entity === entity && !head.ofBoth);
    const shared = own.filter((head) => own.some((other) => other !== head && other.owner !== head.owner && other.from === head.from));
    if (shared.length === 0) continue;
    const starts = startsOf(subject, own);
    const supports = supportsBySegment(owners, starts, toldAt);
    for (const head of shared) {
      const segment = starts.findLastIndex((start) => start <= head.from);
      out.set(head, { supports: supports[segment] ?? new Map(), elsewhere: supports.filter((_, i) => i !== segment), until: starts[segment + 1] ?? Infinity });
    }
  }
  return out;
}

/** A mention begins where a clause speaks of the thing anew; "versée" or a name in the same clause goes on with it. */
function startsOf(subject: Subject, heads: readonly Head[]): number[] {
  const { words } = subject.reading;
  const starts: number[] = [];
  const said = new Set<string>();
  const places = new Set(heads.filter((head) => !head.anaphor && !head.attribute).map((head) => head.from));
  const oneOf = new Set(heads.filter((head) => head.oneOf).map((head) => head.from));
  const kinds = new Set(heads.filter(({ source, anaphor }) => source?.key === 'type' && !anaphor).map(({ from }) => from));
  const names = new Set(heads.filter(({ source }) => source?.kind === 'name').map(({ from }) => from));
  const indirect = [...indirectPlaces(subject).values()].flat();
  let hasKind = false;
  for (const from of [...places].toSorted((a, b) => a - b)) {
    const last = starts.at(-1);
    const word = words[from]!;
    // "L'autre de 50 000 €, versée en mai": what is said of one goes on to the end of its sentence.
    if (last !== undefined && oneOf.has(last) && !oneOf.has(from) && words[last]!.sentence === word.sentence) continue;
    // "Un don manuel à Luc et une donation simple de 17 000 € à Luc": another kind is another one.
    const isOther = kinds.has(from) && hasKind && last !== undefined && words.slice(last, from).some(({ fold }) => fold === 'et');
    const isGoingOn = last !== undefined && (words[last]!.clause === word.clause || ((names.has(from) || !hasKind) && isInOneBreath(subject, last, from)));
    if (last !== undefined && !oneOf.has(from) && isGoingOn && !said.has(word.fold) && !isOther) {
      said.add(word.fold);
      hasKind ||= kinds.has(from);
      continue;
    }
    // "Ces titres valaient … ; Patrick les avait revendus": of what was spoken of.
    if (last !== undefined && isTakenUp(words, from) && heads.every((head) => head.from !== from || head.source?.kind === 'name')) continue;
    said.clear();
    said.add(word.fold);
    hasKind = kinds.has(from);
    starts.push(figureBefore(subject, from) ?? indirectBefore(words, indirect, from) ?? from);
  }
  return starts;
}

/** "À Luc, son filleul, un don manuel", "un don manuel à son filleul, Luc": an apposition stands between, and nothing that begins anew. */
function isInOneBreath({ judged: { dictionary }, reading: { words, text } }: Subject, last: number, from: number): boolean {
  if (words[last]!.sentence !== words[from]!.sentence || text.slice(words[last]!.start, words[from]!.start).includes(';')) return false;
  // "A son filleul" lacks an accent; "a donné" begins anew.
  const isHaving = (at: number): boolean => words[at]!.lower === 'a' && dictionary.tags(words[at + 1]!.lower).some((tag) => tag.startsWith('K'));
  const between = Array.from({ length: from - last - 1 }, (_, k) => last + 1 + k);
  return words[from]!.clause - words[last]!.clause <= APPOSED && !between.some((at) => ANEW.has(words[at]!.fold) || isHaving(at));
}
/** Commas around an apposition. */
const APPOSED = 2;
const ANEW = new Set('et puis ensuite ou mais qui que dont avait est etait il elle on je ainsi enfin'.split(' '));

/** A name with its verb, whose object is a pronoun. */
const isTakenUp = (words: Subject['reading']['words'], at: number): boolean =>
  ['l', 'les', 'la', 'le'].includes(words[at + 1]?.fold ?? '') && ['a', 'avait', 'ont', 'avaient'].includes(words[at + 2]?.fold ?? '');

/** "Il lui avait fait un don": whom "lui" means goes with it. */
const indirectBefore = (words: Subject['reading']['words'], indirect: readonly Place[], at: number): number | undefined =>
  indirect.find((place) => place.from < at && words[place.from]!.clause === words[at]!.clause)?.from;

/** "56 000 € versés avant …", "y ont été versés": the sum goes with the word that says what was done with it. */
function figureBefore({ figures, reading: { words } }: Subject, at: number): number | undefined {
  if (!/ée?s?$/.test(words[at]!.lower)) return undefined;
  const figure = figures.findLast(({ to }) => to <= at && words.slice(to, at).every(({ fold }) => PAID.test(fold)));
  return figure && words[figure.from]!.clause === words[at]!.clause ? figure.from : undefined;
}

function supportsBySegment(owners: readonly Owner[], starts: readonly number[], placesOf: (leaf: TargetLeaf) => readonly Place[]): Map<string, TargetLeaf[]>[] {
  const supports = starts.map(() => new Map<string, TargetLeaf[]>());
  for (const owner of owners) {
    for (const leaf of owner.leaves) {
      const segments = new Set(placesOf(leaf).map((place) => starts.findLastIndex((start) => start <= place.from)));
      for (const segment of segments) if (segment >= 0) supports[segment]!.set(owner.path, [...(supports[segment]!.get(owner.path) ?? []), leaf]);
    }
  }
  return supports;
}

/**
 * How sure a shared mention is its owner's: 1 where more of the owner's is told behind it than of any other's, 0 where
 * less is, 0.4 where nothing decides, 0.3 where besides another mention is surely its own.
 * @param without leaves that prove nothing here
 */
export function strengthIn(instance: Instance, ownerPath: string, without: readonly TargetLeaf[]): number {
  const lead = leadIn(instance.supports, ownerPath, without);
  if (lead !== 0) return lead > 0 ? 1 : 0;
  return instance.elsewhere.some((supports) => leadIn(supports, ownerPath, without) > 0) ? 0.3 : 0.4;
}

/** How many more leaves of the owner than of any other are told behind a mention. */
function leadIn(supports: Instance['supports'], ownerPath: string, without: readonly TargetLeaf[]): number {
  let own = 0;
  let others = 0;
  // "Bijoux, biens propres de l'un ; bijoux, biens propres de l'autre": what is asked of the one is not to be settled by the same of the other.
  const asked = new Set(without.map(({ pattern }) => pattern));
  for (const [path, leaves] of supports) {
    const count = leaves.filter((leaf) => !without.includes(leaf) && !(leaf.kind === 'code' && asked.has(leaf.pattern))).length;
    if (path === ownerPath) own = count;
    else others = Math.max(others, count);
  }
  return own - others;
}
