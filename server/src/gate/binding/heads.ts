import { subjectPlaces } from './subject-places.ts';
import type { EntityForms } from '@case-swarm/schema';
import { findForms, isWithin, type FormHit } from '../reading/forms.ts';
import type { Word } from '../reading/words.ts';
import { relativePlaces } from '../kin/titles.ts';
import { isAddressed } from './addressed.ts';
import { isPartOfName, nameOccurrences, phrasePlaces } from './occurrences.ts';
import type { Place } from './score.ts';
import { isTeller, ownerTells } from './teller.ts';
import { withThingPronouns } from './thing-pronouns.ts';
import { holderPath, isIdentifier, wordsOf, type Owner, type Subject, type TargetLeaf } from '../subject.ts';

/** A place where a person or thing of the target is spoken of. */
export interface Head {
  readonly owner: Owner;
  readonly from: number;
  readonly to: number;
  /** 1 for a name or a telling description; less where it could be another of the same kind. */
  readonly strength: number;
  /** The leaf whose place it is, where a told leaf of the owner stands for it. */
  readonly source?: TargetLeaf;
  /** "cette donation": speaks again of what was spoken of before it. */
  readonly anaphor?: true;
  /** "L'une", "la seconde": one of several that were spoken of together. */
  readonly oneOf?: true;
  /** "L'un et l'autre", "ces trois biens": means each of the things that it stands for. */
  readonly ofBoth?: true;
  /** Says of what sort it is ("un objet de famille"), rather than naming it. */
  readonly attribute?: true;
}

export function headsOf(subject: Subject): Head[] {
  const shared = subject.sharedFirstWords;
  const heads = subject.owners.flatMap((owner) =>
    owner.entity === undefined ? [] : owner.entity.kind === 'person' ? personHeads(subject, owner, shared) : thingHeads(subject, owner, shared),
  );
  const plain = heads.filter(
    (head) => !isHeading(subject, head) && !isPartOfLonger(head, heads) && !isSurelyAnothers(head, heads) && !isPartOfOther(subject, head) && !isMereVerb(subject, head, heads),
  );
  return withOneOf(subject, withBoth(subject, [...withThingPronouns(subject, withAnaphors(subject, withLastNamed(subject, plain)))]));
}

/** "Prêt" in "prêt familial" is no loan of another kind: the longest words that tell a kind win. */
const isPartOfLonger = (head: Head, heads: readonly Head[]): boolean =>
  head.source?.kind === 'code' &&
  heads.some(
    (other) =>
      other.owner !== head.owner &&
      other.owner.entity === head.owner.entity &&
      other.source?.pattern === head.source!.pattern &&
      other.source.value !== head.source!.value &&
      other.from <= head.from &&
      other.to >= head.to &&
      other.to - other.from > head.to - head.from,
  );

/** "La SARL" is the one company that is a SARL, though the word tells of a company as well. */
const isSurelyAnothers = (head: Head, heads: readonly Head[]): boolean =>
  head.source?.kind === 'code' &&
  head.strength < 1 &&
  heads.some(
    (other) =>
      other.from === head.from &&
      other.to >= head.to &&
      other.strength === 1 &&
      other.source?.kind === 'code' &&
      other.owner !== head.owner &&
      other.owner.entity === head.owner.entity,
  );

/** "À qui il a donné 28 000 €, un don manuel": where the noun says of what sort the gift is, the verb makes it none of another sort. */
function isMereVerb({ judged, reading: { words } }: Subject, { source, owner, from, to }: Head, heads: readonly Head[]): boolean {
  if (source?.key !== 'type' || to - from > 1 || !isVerb(judged.dictionary.tags(words[from]!.lower), words[from]!.lower)) return false;
  const isNoun = (head: Head): boolean => head.source?.key === 'type' && head.source.pattern === source.pattern && head.to - head.from > 1;
  return heads.some((head) => isNoun(head) && head.owner !== owner && head.source!.value !== source.value && words[head.from]!.clause === words[from]!.clause);
}
/** An infinitive, a participle or an imperfect; "meuble" is a noun first. */
const isVerb = (tags: readonly string[], lower: string): boolean => /(?:er|ée?s?|ait|aient)$/.test(lower) && tags.some((tag) => /^[WVK]/.test(tag));

/** "Résidence" in "résidence principale" says what another thing is used as. */
function isPartOfOther(subject: Subject, head: Head): boolean {
  if (head.source?.kind !== 'code' || head.source.key !== 'type') return false;
  return subject.leaves.some(
    (leaf) =>
      leaf.kind === 'code' &&
      isIdentifier(leaf) &&
      leaf.owner !== head.owner &&
      leaf.owner.entity === head.owner.entity &&
      leaf.pattern !== head.source!.pattern &&
      codeHits(leaf, subject.reading.words).some((hit) => hit.from === head.from && hit.to === head.to + 1),
  );
}

/** "Assurance-vie :" heads a line, "mère : Alice" announces another. */
export const isLabel = ({ reading: { words, text } }: Subject, { to }: Place): boolean => /^\s?:/.test(text.slice(words[to - 1]!.end, words[to - 1]!.end + 2));

/** "Donations :" at the head of a line announces the items; it is none of them. */
function isHeading(subject: Subject, head: Head): boolean {
  const { words, text } = subject.reading;
  if (head.owner.entity?.kind !== 'thing') return false;
  const startsLine = head.from === 0 || text.slice(words[head.from - 1]!.end, words[head.from]!.start).includes('\n');
  return startsLine && isLabel(subject, head) && words[head.to - 1]!.fold.endsWith('s');
}

/** "Celle-ci", "ce dernier": whoever was named last. */
const LAST_NAMED: readonly string[] = ['celui|celle ci', 'ce dernier', 'cette derniere'];

function withLastNamed(subject: Subject, heads: readonly Head[]): readonly Head[] {
  const hits = findForms(LAST_NAMED, subject.reading.words);
  if (hits.length === 0) return heads;
  const people = heads.filter(({ owner }) => owner.entity?.kind === 'person');
  return hits.reduce<readonly Head[]>((all, { from, to }) => {
    const last = Math.max(-1, ...people.map((head) => (head.from < from ? head.from : -1)));
    const same = people.filter((head) => head.from === last);
    return [...all, ...same.map(({ owner, strength }): Head => ({ owner, from, to, strength, anaphor: true }))];
  }, heads);
}

const DEMONSTRATIVES = new Set(['cette', 'ce', 'cet', 'ces', 'ladite', 'ledit']);

/** "cette donation" is the one that was spoken of last, whatever else the word could be. */
function withAnaphors(subject: Subject, heads: readonly Head[]): Head[] {
  const { words } = subject.reading;
  let out = [...heads];
  for (const entity of new Set(subject.owners.flatMap((owner) => (owner.entity?.kind === 'thing' ? [owner.entity] : [])))) {
    if (subject.owners.filter((owner) => owner.entity === entity).length < 2) continue;
    const demonstrated = entityHits(entity, words).filter((hit) => DEMONSTRATIVES.has(words[hit.from - 1]?.fold ?? ''));
    const anaphors = [...demonstrated, ...findForms(entity.anaphors ?? [], words)].toSorted((a, b) => a.from - b.from);
    for (const hit of anaphors) {
      out = out.filter((head) => head.owner.entity !== entity || head.from >= hit.to || head.to <= hit.from);
      const own = out.filter((head) => head.owner.entity === entity && head.from < hit.from);
      const last = Math.max(-1, ...own.map((head) => head.from));
      for (const head of own.filter((item) => item.from === last)) out.push({ owner: head.owner, from: hit.from, to: hit.to, strength: head.strength, anaphor: true });
    }
  }
  return out.sort((a, b) => a.from - b.from);
}

/** "L'un et l'autre", "ces trois biens": so many of the things that were spoken of last. */
const ALL_OF: readonly (readonly [number: number, forms: readonly string[]])[] = [
  [2, ['l un|une et l autre', 'tous|toutes deux', 'tous|toutes les deux', 'ces|les deux derniers|dernieres', 'ces|les deux biens|actifs|elements']],
  [3, ['tous|toutes trois', 'tous|toutes les trois', 'ces|les trois biens|actifs|elements']],
  [4, ['ces|les quatre biens|actifs|elements']],
];
/** Words from the first of them to "l'un et l'autre". */
const BOTH_REACH = 30;

function withBoth(subject: Subject, heads: readonly Head[]): Head[] {
  const hits = ALL_OF.flatMap(([number, forms]) => findForms(forms, subject.reading.words).map(({ from, to }) => ({ from, to, number })));
  const added = hits.flatMap(({ from, to, number }) => {
    const before = heads
      .filter((head) => head.owner.entity?.kind === 'thing' && head.strength >= 0.4 && head.from < from && from - head.from <= BOTH_REACH)
      .toSorted((a, b) => b.from - a.from);
    const { entity } = before[0]?.owner ?? {};
    const meant = [...new Set(before.flatMap(({ owner }) => (owner.entity === entity ? [owner] : [])))].slice(0, number);
    return meant.length < number ? [] : meant.map((owner): Head => ({ owner, from, to, strength: 0.9, anaphor: true, ofBoth: true }));
  });
  return added.length === 0 ? [...heads] : [...heads, ...added].sort((a, b) => a.from - b.from);
}

/** "Deux versements, l'un de 41 000 €, l'autre de 60 000 €": each is one of those spoken of before, and begins anew. */
const ONE_OF: readonly string[] = ['l un|une', 'l autre', 'le|la premier|premiere', 'le|la second|seconde', 'le|la deuxieme|troisieme'];
/** Words behind "la première" where it stands for a thing, and is no first thing itself ("sa première femme"). */
const BEHIND_ONE = new Set('on de d du en a au est etait c chez date datait valait vaut porte portait pour sur fait faite'.split(' '));
/** Sentences from the things to "la deuxième". */
const ONE_OF_REACH = 3;

function withOneOf(subject: Subject, heads: readonly Head[]): Head[] {
  const { words } = subject.reading;
  const hits = findForms(ONE_OF, words).filter((hit) => {
    const next = words[hit.to];
    return next === undefined || next.clause !== words[hit.from]!.clause || BEHIND_ONE.has(next.fold);
  });
  const added = hits.flatMap((hit) => {
    const before = heads.filter(
      ({ owner, from, source }) =>
        from < hit.from &&
        owner.entity?.kind === 'thing' &&
        (source === undefined || source.key === 'type') &&
        isSeveral(words, from) &&
        words[hit.from]!.sentence - words[from]!.sentence <= ONE_OF_REACH,
    );
    const last = Math.max(-1, ...before.map(({ from }) => from));
    return before.filter(({ from }) => from === last).map(({ owner }): Head => ({ owner, from: hit.from, to: hit.to, strength: 0.3, oneOf: true }));
  });
  return [...heads, ...added].sort((a, b) => a.from - b.from);
}

const isSeveral = (words: readonly Word[], at: number): boolean => /[sx]$/.test(words[at]!.fold) || SEVERAL.has(words[at - 1]?.fold ?? '') || isToldOften(words, at);
/** "Deux fois, par une donation-partage", "à trois reprises". */
export const isToldOften = (words: readonly Word[], at: number): boolean => findForms(OFTEN, words).some(({ from }) => words[from]!.sentence === words[at]!.sentence);
const OFTEN: readonly string[] = ['deux|trois|quatre fois|reprises'];
const SEVERAL = new Set(['deux', 'trois', 'quatre', '2', '3', '4', 'plusieurs']);

const FIRST_PERSON: readonly string[] = ['je|j|moi|me|jai|jetais|javais'];
const SECOND_PERSON: readonly string[] = ['tu|t|te|toi'];

/** "D'après Denise, sa mère …": whose words they are, and not of whom they are. */
const isSource = (words: readonly Word[], at: number): boolean => words[at - 1]?.fold === 'selon' || (words[at - 1]?.fold === 'apres' && words[at - 2]?.fold === 'd');

/** "Selon Alain, fils adoptif de Paul, …": the report says who he is. */
const isDescribed = (words: readonly Word[], to: number): boolean =>
  RELATIVES.test(words[to]?.fold ?? '') && words[to]!.sentence === words[to - 1]!.sentence && words[to]!.clause > words[to - 1]!.clause;
const RELATIVES = /^(?:fils|fille|frere|soeur|mere|pere|veuve|veuf|epouse|epoux|neveu|niece|concubin|concubine|compagne|compagnon|partenaire|petit|petite)$/;

function personHeads(subject: Subject, owner: Owner, shared: ReadonlySet<string>): Head[] {
  const { words } = subject.reading;
  const { lexicon } = subject.judged.pack;
  const heads: Head[] = [];
  for (const leaf of owner.leaves) {
    if (leaf.kind !== 'name' || !owner.entity!.identifiers.includes(leaf.key)) continue;
    const name = wordsOf(String(leaf.value));
    const places = nameOccurrences(words, name, shared).filter((place) => !isPartOfName(subject, name, place));
    for (const place of places) if (!isSource(words, place.from) || isDescribed(words, place.to)) heads.push({ owner, ...place, strength: 1 });
    // Of the deceased it is said by the subject's own places.
    if (owner.path !== lexicon.subject) for (const place of relativePlaces(subject, leaf)) heads.push({ owner, ...place, strength: 0.9 });
    if (places.some((place) => isAddressed(words, place))) for (const hit of findForms(SECOND_PERSON, words)) heads.push({ owner, from: hit.from, to: hit.to, strength: 0.9 });
  }
  if (ownerTells(subject, owner)) for (const hit of findForms(FIRST_PERSON, words)) heads.push({ owner, from: hit.from, to: hit.to, strength: 0.9 });
  if (owner.path === lexicon.subject) for (const hit of subjectPlaces(subject)) heads.push({ owner, from: hit.from, to: hit.to, strength: 0.8 });
  const alone = subject.owners.filter((other) => other.entity === owner.entity).length === 1;
  if (alone && owner.path !== lexicon.subject) for (const hit of entityHits(owner.entity!, words)) heads.push({ owner, from: hit.from, to: hit.to, strength: 0.5 });
  return heads;
}

function thingHeads(subject: Subject, owner: Owner, shared: ReadonlySet<string>): Head[] {
  const { words } = subject.reading;
  const rivals = subject.owners.filter((other) => other !== owner && other.entity === owner.entity);
  const heads: Head[] = [];
  const identifiers = owner.leaves.filter(isIdentifier);
  for (const leaf of identifiers) {
    if (leaf.kind === 'name' && isTeller(words, String(leaf.value), shared))
      for (const hit of findForms(FIRST_PERSON, words)) heads.push({ owner, from: hit.from, to: hit.to, source: leaf, strength: 0.9 });
    const same = rivals.filter((rival) => rival.leaves.some((other) => other.pattern === leaf.pattern && other.value === leaf.value)).length;
    for (const place of identifierPlaces(subject, leaf))
      heads.push({ owner, ...place, source: leaf, strength: same > 0 ? 0.4 : 1, ...(leaf.kind === 'code' && leaf.key !== 'type' ? { attribute: true as const } : {}) });
  }
  const isNamed = heads.some(({ source }) => source?.kind !== 'boolean');
  for (const place of holderPlaces(subject, owner)) heads.push({ owner, ...place, strength: 0.6 });
  const isOfOther = otherHolders(subject, owner, rivals);
  // Where there are several and nothing names this one, "la prime" may be it; what is told behind says which.
  if (rivals.length === 0 || !isNamed)
    for (const hit of entityHits(owner.entity!, words)) if (!isOfOther(hit)) heads.push({ owner, from: hit.from, to: hit.to, strength: rivals.length === 0 ? 0.7 : 0.3 });
  return heads;
}

/** "Une prime sur le contrat MAAF" is none of the Afer contract's: whether a sentence speaks of the holders of others, and not of one's own. */
function otherHolders(subject: Subject, owner: Owner, rivals: readonly Owner[]): (place: Place) => boolean {
  const { words } = subject.reading;
  if (holderPath(owner) === undefined) return () => false;
  const own = holderPlaces(subject, owner);
  const others = rivals.filter((rival) => holderPath(rival) !== holderPath(owner)).flatMap((rival) => holderPlaces(subject, rival));
  // Of several in one sentence the last before the word is meant ("l'un chez Afer, … ; l'autre chez MAAF, avec une prime").
  const lastBefore = (places: readonly { readonly from: number }[], at: number): number =>
    Math.max(-1, ...places.filter(({ from }) => from < at && words[from]!.sentence === words[at]!.sentence).map(({ from }) => from));
  const isIn = (places: readonly { readonly from: number }[], at: number): boolean => places.some(({ from }) => words[from]!.sentence === words[at]!.sentence);
  return ({ from }) => (isIn(own, from) ? lastBefore(others, from) > lastBefore(own, from) && lastBefore(own, from) >= 0 : isIn(others, from));
}

/** "Le contrat MAAF a reçu une prime": what holds an item in a list of its own stands for it too. */
function holderPlaces(subject: Subject, owner: Owner): readonly { from: number; to: number }[] {
  const path = holderPath(owner);
  const holder = path === undefined ? undefined : subject.owners.find((other) => other.path === path);
  if (!holder?.entity) return [];
  const rivals = subject.owners.filter((other) => other !== holder && other.entity === holder.entity);
  return holder.leaves
    .filter((leaf) => isIdentifier(leaf) && !rivals.some((rival) => rival.leaves.some((other) => other.value === leaf.value)))
    .flatMap((leaf) => identifierPlaces(subject, leaf));
}

/** Where a word names such a person or thing, unless a longer phrase makes it something else. */
function entityHits({ heads, notHeads = [] }: EntityForms, words: readonly Word[]): readonly FormHit[] {
  const others = findForms(notHeads, words);
  return findForms(heads, words).filter((hit) => !isWithin(hit, others));
}

/** Where a leaf's code is said. */
export const codeHits = ({ forms, value }: TargetLeaf, words: readonly Word[]): readonly FormHit[] => findForms(forms?.codes?.[String(value)] ?? [], words);

/** Not behind a word that makes it something else ("la famille compte un fils"). */
export const isPlain = ({ forms }: TargetLeaf, words: readonly Word[], { from, to }: { readonly from: number; readonly to: number }): boolean =>
  (words[from - 1]?.clause !== words[from]!.clause || forms?.notBehind?.includes(words[from - 1]!.fold) !== true) &&
  forms?.notBefore?.includes(words[to]?.fold ?? '') !== true &&
  !findForms(forms?.notWithin ?? [], words).some((other) => other.from <= from && to <= other.to);

/** Where a leaf that identifies its thing is told: its code's forms, its name, its words. */
function identifierPlaces(subject: Subject, leaf: TargetLeaf): readonly { from: number; to: number }[] {
  const { words } = subject.reading;
  // "155 000 euros" is what a gift is worth, whatever was given.
  if (leaf.kind === 'code') return codeHits(leaf, words).filter((hit) => isPlain(leaf, words, hit) && !isPartOfFigure(subject, hit));
  if (leaf.kind === 'name') return nameOccurrences(words, wordsOf(String(leaf.value)), subject.sharedFirstWords);
  // "17 000 € après ses 70 ans" is the payment that the target has behind that age.
  if (leaf.kind === 'boolean') return findForms((leaf.value === true ? leaf.forms?.yes : leaf.forms?.no) ?? [], words);
  return phrasePlaces(words, wordsOf(String(leaf.value)));
}

export const isPartOfFigure = (subject: Subject, place: Place): boolean => subject.figures.some((figure) => figure.from <= place.from && place.to <= figure.to);
