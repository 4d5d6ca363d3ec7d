import { sexOfName } from '../reading/first-names.ts';
import { findForms, type FormHit } from '../reading/forms.ts';
import { isWrittenAsName } from '../reading/words.ts';
import { wordsOf, type Subject, type TargetLeaf } from '../subject.ts';
import type { Head } from './heads.ts';
import { PAID, strengthIn, type Instance } from './instances.ts';
import { Respective } from './respective.ts';

/** A place in the text that could tell a leaf. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** Whether two places share a word. */
export const overlaps = (a: Place, b: Place): boolean => a.from < b.to && b.from < a.to;

/** The least that a place scores with its owner close before it in the sentence. */
export const SAME_SENTENCE = 9;
/** The same with its owner behind it. */
export const HEAD_BEHIND = 6;
const SAME_CLAUSE = 3;
const CUE_BEHIND = 3;
/** What the first of two values has for the first of two owners. */
const SAME_RANK = 3;
const DATED = new Set(['en', 'le', 'depuis', 'vers']);
const LOCATED = new Set(['a', 'en', 'dans']);
const ARTICLES = new Set(['un', 'une', 'des']);
const THEN = new Set(['puis', 'ensuite', 'enfin']);
/** Who or what another clause begins with. */
const BEGINNING = new Set('on il elle ils elles je j nous y c'.split(' '));
const JOINING = new Set(['et', 'puis', 'ensuite', 'mais', 'alors', 'donc']);
/** What words lose of what stands beyond an "et". */
const JOINED = 6;
/** What the head before loses to the one behind. */
const OPENING = 4;
const GIVING = new Set('legue leguait legua laisse laissait laissa donne donnait donna leguant laissant donnant attribue attribuait'.split(' '));
const RECEIVING = new Set(['a', 'au', 'aux']);
const DETERMINERS = new Set(['un', 'une', 'mon', 'ma', 'son', 'sa', 'notre', 'leur']);
const OF = new Set(['d', 'de']);
const COMPLEMENT = new Set(['a', 'en', 'pour', 'pr', 'de', 'du', 'd', 'des', 'la', 'le', 'les', 'l', 'sur', 'au', 'un', 'une', 'son', 'sa', 'ce', 'cette']);

/** What an act gains where both its sides are named. */
const AMONG = 0.5;
/** What one of the other sex than the pronoun's loses. */
const OTHER_SEX = 5;
const PRONOUN_REACH = 5;
/** Between a pronoun and what is said of the one whom it means. */
const BEHIND_PRONOUN = new Set('ne n a est etait avait s se l y pas bien deja aussi encore jamais toujours vient venait issu issue ete fut avoir etre lui'.split(' '));

function sexesOf({ owners }: Subject): ReadonlyMap<string, 'm' | 'f'> {
  return new Map(
    owners.flatMap(({ path, entity, leaves }) => {
      const name = entity?.kind === 'person' && leaves.find((leaf) => leaf.key === 'nom');
      const sex = name ? sexOfName(wordsOf(String(name.value))) : undefined;
      return sex ? [[path, sex] as const] : [];
    }),
  );
}

/**
 * How well a place in the text belongs to a leaf: is its owner the nearest one spoken of, and is it announced by the
 * leaf's own words? The value itself plays no part, so that exchanging two values exchanges their scores.
 */
export class Scorer {
  readonly #subject: Subject;
  readonly #heads: ReadonlyMap<string, readonly Head[]>;
  readonly #rivals = new Map<string, readonly Head[]>();
  readonly #instances: ReadonlyMap<Head, Instance>;
  readonly #cues = new Map<string, readonly FormHit[]>();
  readonly #respective: Respective;
  /** Of people, as far as their first names tell. */
  readonly #sexes: ReadonlyMap<string, 'm' | 'f'>;

  constructor(subject: Subject, heads: readonly Head[], instances: ReadonlyMap<Head, Instance> = new Map()) {
    this.#instances = instances;
    this.#subject = subject;
    this.#respective = new Respective(subject, heads);
    this.#sexes = sexesOf(subject);
    const byOwner = new Map<string, Head[]>();
    for (const head of heads) byOwner.set(head.owner.path, [...(byOwner.get(head.owner.path) ?? []), head]);
    this.#heads = byOwner;
    for (const owner of subject.owners)
      this.#rivals.set(
        owner.path,
        heads.filter((head) => head.owner.entity === owner.entity && head.owner !== owner),
      );
  }

  /** @param without leaves whose own places do not count as their owner's (those that an exchange is about) */
  score(place: Place, leaf: Pick<TargetLeaf, 'owner' | 'forms' | 'pattern'>, without: readonly TargetLeaf[] = []): number {
    return this.headScore(place, leaf.owner.path, without) + this.#cueScore(place, leaf);
  }

  /** How near a place is to where an owner is spoken of. */
  headScore(place: Place, ownerPath: string, without: readonly TargetLeaf[]): number {
    const { words } = this.#subject.reading;
    const at = words[place.from]!;
    const given = this.#isGiven(place);
    const opening = this.#opensList(place);
    let best = 0;
    for (const head of this.#heads.get(ownerPath) ?? []) {
      if (head.source && without.includes(head.source)) continue;
      const instance = this.#instances.get(head);
      const strength = instance ? strengthIn(instance, ownerPath, without) : head.strength;
      if (strength === 0) continue;
      const headWord = words[head.from]!;
      const distance = head.from >= place.to ? head.from - place.to : place.from >= head.to ? place.from - head.to : 0;
      let score: number;
      let less = 0;
      if (headWord.sentence === at.sentence) {
        if (opening && head.from < place.from) continue;
        // "la nue-propriété du terrain": what stands behind "de" is what it is about.
        const complement =
          head.from > place.to &&
          distance <= 3 &&
          headWord.clause === at.clause &&
          words.slice(place.to, head.from).every((word) => COMPLEMENT.has(word.fold)) &&
          // "L'appart de Grenoble + un livret".
          !this.#textBetween(place, head).includes('+');
        // "sa mère, Annie": a name right behind a word says whom the word means.
        const apposed = head.from === place.to && this.#isApposed(place);
        // "150 000 € avant 70 ans".
        const bracketed =
          (head.from === place.to && (head.source?.kind === 'boolean' || this.#isBracketed(place))) ||
          // "16 000 € y ont été versés, avant 70 ans".
          (head.source?.kind === 'boolean' && head.from > place.to && words.slice(place.to, head.from).every(({ fold }) => PAID.test(fold)));
        score = head.from < place.to ? 10 : complement || apposed || bracketed ? 13 : given ? 10 : 6.9;
        const isBeyond = head.from >= place.to && this.#isBeyondJoint(place, head);
        if (headWord.clause === at.clause && !isBeyond) score += SAME_CLAUSE;
        score -= Math.min(distance, 20) * 0.15;
        // "… un don manuel, et en 2009 une donation-partage": a date that opens a clause is of what follows.
        if (head.from < place.to && ((headWord.clause !== at.clause && this.#opensClause(place)) || given)) score -= OPENING;
        if (head.from < place.from && this.#isTaken(head)) score -= OPENING;
        // "150 000 €, avant 70 ans, et puis 115 000": the words are of the sum on their side.
        if (head.source?.kind === 'boolean' && this.#isJoinedTo(head, place)) score -= JOINED;
        less = opening && !this.#textBetween(place, head).includes(';') ? 0 : 5;
        // Of two that are told together neither stands between.
        if (this.#respective.agrees(place, head)) {
          score += SAME_RANK;
          less = 0;
        }
      } else if (headWord.sentence < at.sentence) {
        score = 5 - Math.min(at.sentence - headWord.sentence, 4);
        less = 2;
      } else score = 0.5;
      const weight = 0.6 + 0.4 * strength;
      // Whether another stands between is looked at only where it can matter.
      if (score * weight <= best) continue;
      if (less > 0 && this.#isCutOff(head, place, ownerPath, without)) score -= less;
      best = Math.max(best, score * weight);
    }
    if (best > 0 && this.#isAmongItsOwn(place, ownerPath, without)) best += AMONG;
    return this.#isSaidOfOtherSex(place, ownerPath) ? Math.max(0, best - OTHER_SEX) : best;
  }

  /** "Julie est créancière de Catherine, à hauteur de 9 100 €": both whom an act is between are named in the sentence. */
  #isAmongItsOwn({ from }: Place, ownerPath: string, without: readonly TargetLeaf[]): boolean {
    const { words } = this.#subject.reading;
    const named = new Set<TargetLeaf>();
    for (const { source, from: at } of this.#heads.get(ownerPath) ?? [])
      if (source?.kind === 'name' && !without.includes(source) && words[at]!.sentence === words[from]!.sentence) named.add(source);
    return named.size > 1;
  }

  /** "Un frère, Enzo, lui il a accepté": not of Monique. */
  #isSaidOfOtherSex({ from }: Place, ownerPath: string): boolean {
    const sex = this.#sexes.get(ownerPath);
    if (sex === undefined) return false;
    const { words } = this.#subject.reading;
    const { clause } = words[from]!;
    let at = from - 1;
    while (words[at]?.clause === clause && from - at <= PRONOUN_REACH && BEHIND_PRONOUN.has(words[at]!.fold)) at--;
    if (words[at]?.clause !== clause || !['il', 'elle'].includes(words[at]!.fold) || ['que', 'qu', 'dont', 'y'].includes(words[at - 1]?.fold ?? '') || words[at + 1]?.fold === 'y')
      return false;
    return (words[at]!.fold === 'il' ? 'm' : 'f') !== sex;
  }

  /** "10 000 € (2005)". */
  #isBracketed({ to }: Place): boolean {
    const { words, text } = this.#subject.reading;
    return /^[\s€]*\($/.test(text.slice(words[to - 1]!.end, words[to]?.start));
  }

  /** "Et lègue 10 000 € à un ami": who gets it is told behind. */
  #isGiven({ from, to }: Place): boolean {
    const { words } = this.#subject.reading;
    return GIVING.has(words[from - 1]?.fold ?? '') && RECEIVING.has(words[to]?.fold ?? '');
  }

  /** "Un livret, d'une valeur de 11 000 € et détenait un terrain", "estimée à 135 000 € et terres agricoles": what stands behind the "et" begins anew. */
  #isBeyondJoint(place: Place, head: Head): boolean {
    const { words } = this.#subject.reading;
    const joint = words.findIndex(({ fold }, i) => i >= place.to && i < head.from && JOINING.has(fold));
    if (joint < 0) return false;
    const next = words[joint + 1]!;
    return joint === place.to || (joint + 1 < head.from && (BEGINNING.has(next.fold) || this.#subject.judged.dictionary.tags(next.lower).some((tag) => tag.startsWith('V'))));
  }

  #isJoinedTo(head: Head, place: Place): boolean {
    const [first, second] = head.from < place.from ? [head, place] : [place, head];
    return this.#subject.reading.words.slice(first.to, second.from).some(({ fold }) => JOINING.has(fold));
  }

  /** "110 000 € en 2019 et 56 000 €": the year is of the sum before it. */
  #isTaken({ from, source }: Head): boolean {
    return source?.kind === 'date' && this.#subject.figures.some((figure) => figure.kind === 'amount' && figure.to <= from && from - figure.to <= 1);
  }

  /** "Et en 2009", "puis le 3 mai 2012": with nothing before it in its clause. */
  #opensClause(place: Place): boolean {
    const { words } = this.#subject.reading;
    const { clause } = words[place.from]!;
    let at = place.from - 1;
    // "… 50 000 € et, à Saumur, un local commercial".
    if (LOCATED.has(words[at]?.fold ?? '') && words[at - 1]?.clause !== clause && words[place.to]?.clause !== clause) return JOINING.has(words[at - 1]?.fold ?? '');
    // "Une donation simple, puis une somme d'argent, de la main à la main".
    if (ARTICLES.has(words[at]?.fold ?? '') && THEN.has(words[at - 1]?.fold ?? '')) return words[at - 2]?.clause !== clause && words[place.to]?.clause !== clause;
    if (!DATED.has(words[at]?.fold ?? '')) return false;
    while (at >= 0 && words[at]!.clause === clause && (DATED.has(words[at]!.fold) || JOINING.has(words[at]!.fold))) at--;
    return words[at]?.clause !== clause && words[place.to]?.clause === clause;
  }

  /** "Madeleine et, d'une précédente union, Céline et Anne": between commas behind "et", of whom stands behind it. */
  #opensList({ from, to }: Place): boolean {
    const { words, text } = this.#subject.reading;
    const { clause } = words[from]!;
    const [before, behind] = [words[from - 1], words[to]];
    if (before?.fold !== 'et' || before.clause === clause || behind === undefined || behind.clause === clause) return false;
    return text.slice(before.end, words[from]!.start).trim() === ',' && text.slice(words[to - 1]!.end, behind.start).trim() === ',';
  }

  #textBetween(place: Place, head: Head): string {
    const { words, text } = this.#subject.reading;
    return text.slice(words[place.to - 1]!.end, words[head.from]!.start);
  }

  /** Another of the same kind is spoken of between the head and the place. */
  #isCutOff(head: Head, place: Place, ownerPath: string, without: readonly TargetLeaf[]): boolean {
    const instance = this.#instances.get(head);
    if (instance !== undefined && place.from >= instance.until) return true;
    return (this.#rivals.get(ownerPath) ?? []).some(
      (rival) =>
        (head.from < place.from ? rival.from > head.from && rival.from < place.from : rival.from >= place.to && rival.from < head.from) &&
        !(rival.source && without.includes(rival.source)) &&
        !this.#isTogether(head, rival) &&
        !this.#isShared(rival, ownerPath, without),
    );
  }

  /** "Émile et Pierre, qui sont d'une première union": what is told of the one is told of the other. */
  #isTogether(head: Head, rival: Head): boolean {
    const [first, second] = head.from < rival.from ? [head, rival] : [rival, head];
    const { words } = this.#subject.reading;
    const between = words.slice(first.to, second.from);
    // "Ma sœur Christine et je suis née …" begins anew.
    if (!isWrittenAsName(words[second.from], words)) return false;
    return between.length === 1 && between[0]!.fold === 'et' && rival.owner.entity?.kind === 'person';
  }

  /** "sa mère, Annie" is apposed; "né d'une autre union ; Annie" is not. */
  #isApposed(place: Place): boolean {
    const { words, text } = this.#subject.reading;
    // "Un fils d'une première union, Ibrahim": behind a noun with its determiner.
    const back = DETERMINERS.has(words[place.from - 1]?.fold ?? '') ? 1 : OF.has(words[place.from]?.fold ?? '') ? 2 : 0;
    if (back === 0 || !DETERMINERS.has(words[place.from - back]?.fold ?? '') || OF.has(words[place.from - back - 1]?.fold ?? '')) return false;
    return /^,?\s*$/.test(text.slice(words[place.to - 1]!.end, words[place.to]!.start));
  }

  /** A mention that could as well be the owner's stands between it and nothing. */
  #isShared(rival: Head, ownerPath: string, without: readonly TargetLeaf[]): boolean {
    if (!this.#heads.get(ownerPath)?.some((head) => head.from === rival.from)) return false;
    const instance = this.#instances.get(rival);
    return instance === undefined || strengthIn(instance, ownerPath, without) > 0;
  }

  #cueScore(place: Place, leaf: Pick<TargetLeaf, 'forms' | 'pattern'>): number {
    const { words } = this.#subject.reading;
    let hits = this.#cues.get(leaf.pattern);
    if (!hits) {
      hits = findForms(leaf.forms?.cues ?? [], words);
      this.#cues.set(leaf.pattern, hits);
    }
    const at = words[place.from]!;
    let best = 0;
    for (const hit of hits) {
      const word = words[hit.from]!;
      if (word.sentence !== at.sentence) continue;
      const behind = hit.from >= place.to;
      const distance = behind ? hit.from - place.to : place.from >= hit.to ? place.from - hit.to : 0;
      // French announces a figure ("au prix de …"); behind it a cue counts only close by ("… de loyers").
      if (behind && (distance > CUE_BEHIND || word.clause !== at.clause || words.slice(place.to, hit.from).some((other) => other.fold === 'et'))) continue;
      const score = (word.clause === at.clause ? 5 : 3) - Math.min(distance, 12) * (behind ? 0.6 : 0.25);
      best = Math.max(best, score);
    }
    return best;
  }
}
