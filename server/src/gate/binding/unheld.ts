import type { Closed, LeafForms } from '@case-swarm/schema';
import { isDoubted } from '../reading/factuality.ts';
import { findForms, isFeigned, isNegated, type FormHit } from '../reading/forms.ts';
import { titleEnd } from '../reading/title.ts';
import { endsInQuestion, type Word } from '../reading/words.ts';
import type { Owner, Subject } from '../subject.ts';
import type { Bound } from './bind.ts';
import { isSaidOfAnEnd } from './places.ts';
import { findToldOfNamed, namesIn } from './told-of-named.ts';
import { overlaps, SAME_SENTENCE, type Place, type Scorer } from './score.ts';

/** What the text tells of an item that its target does not hold. */
export interface Unheld {
  readonly label: string;
  readonly place: Place;
}

/** By how much another that has it may stand further off. */
const CLEARLY = 2;

/** The least that a place scores of which an item is told, and by how much all others are farther off where it is little. */
const TOLD = 7.5;
const ALONE = 2;

/** "La maison, qu'elle avait achetée", of a house of which the target does not say how it came. */
export function findUnheld(subject: Subject, bound: readonly Bound[], scorer: Scorer): Unheld[] {
  const { lexicon } = subject.judged.pack;
  // Real statements tell more than their targets.
  if (subject.judged.stratum === undefined || lexicon.closed === undefined) return [];
  return Object.entries(lexicon.closed).flatMap(([pattern, closed]) => {
    const forms = lexicon.leaves.get(pattern)!;
    const lacking = lackingOwners(subject, pattern);
    if (lacking.length === 0) return [];
    const { words } = subject.reading;
    const others = findForms(closed.notForms ?? [], words);
    const hits = tellingForms(subject, closed, forms)
      .flatMap((told) => findForms(told, words))
      .filter((hit) => !others.some((other) => overlaps(hit, other)) && !bound.some((item) => isSpentOn(item, pattern, hit, closed.besides)) && isAsserted(subject, pattern, hit));
    const hit = hits.find((place) => {
      // What is of one alone is told wherever it is told.
      const owner = pattern.includes('*') && !(closed.introduced === true && isIntroduced(words, place.from)) ? nearest(subject, pattern, place, lacking, scorer) : lacking[0];
      return owner !== undefined && !isSaidByTheWay(subject, owner, place, closed, bound);
    });
    const ofNamed = (told: Closed['ofNamed']): Place | undefined =>
      told && findToldOfNamed(subject, pattern, told, closed.rivals ?? [], lacking, bound, (place) => isAsserted(subject, pattern, place));
    const place = hit ?? ofNamed(closed.ofNamed) ?? ofNamed(closed.denied);
    return place ? [{ label: forms.label, place }] : [];
  });
}

/**
 * "Un compte bancaire commun": the words that tell its sort have one more; "reçue par donation" of its rights is no more of the
 * thing. "Une PME" tells that it is a business, and besides which sort of business.
 */
const isSpentOn = ({ leaf, place }: Bound, pattern: string, hit: Place, besides: Closed['besides']): boolean =>
  besides?.includes(String(leaf.value)) !== true &&
  (leaf.pattern.split('.').at(-1) === pattern.split('.').at(-1) ? overlaps(place, hit) : place.from <= hit.from && hit.to <= place.to);

/** "Un don manuel", "autre présent d'usage": none that was spoken of before. */
const isIntroduced = (words: readonly Word[], from: number): boolean => ARTICLES.has(words[from - 1]?.fold ?? '') && words[from - 1]!.sentence === words[from]!.sentence;
const ARTICLES = new Set(['un', 'une', 'autre', 'second', 'seconde', 'deuxieme', 'simple']);

/** Items that could hold a leaf and do not. */
const lackingOwners = ({ owners }: Subject, pattern: string): readonly Owner[] =>
  owners.filter(
    ({ entity, leaves }) =>
      entity !== undefined && pattern.startsWith(`${entity.owner}.`) && !pattern.slice(entity.owner.length).includes('*') && !leaves.some((leaf) => leaf.pattern === pattern),
  );

/** The item that a place is told of, where it lacks the fact and no other thing or person stands nearer. */
function nearest(subject: Subject, pattern: string, hit: Place, lacking: readonly Owner[], scorer: Scorer): Owner | undefined {
  const { leaves, closed } = subject.judged.pack.lexicon;
  const { rivals } = closed![pattern]!;
  const scoreOf = (owner: Owner): number => scorer.headScore(hit, owner.path, []);
  const best = lacking.reduce((a, b) => (scoreOf(b) > scoreOf(a) ? b : a));
  const least = scoreOf(best);
  if (least < TOLD) return undefined;
  const isRival = (owner: Owner): boolean => (rivals ? rivals.some((prefix) => owner.path.startsWith(prefix)) : owner.entity?.kind === best.entity?.kind);
  const others = subject.owners.filter((owner) => owner !== best && isRival(owner) && !owner.path.startsWith(`${best.path}.`));
  // Farther off, nothing else that could have it may stand near.
  const couldHold = ({ entity }: Owner): boolean => entity !== undefined && leaves.has(`${entity.owner}${pattern.slice(best.entity!.owner.length)}`);
  const marginOf = (owner: Owner): number => (owner.entity === best.entity && !lacking.includes(owner) ? CLEARLY : least < SAME_SENTENCE && couldHold(owner) ? ALONE : 0);
  const isNearer = (owner: Owner): boolean => scoreOf(owner) + marginOf(owner) > least || isAnnounced(subject, owner, hit);
  return others.some(isNearer) ? undefined : best;
}

/** "Une fille d'une autre union, Béatrice", where "fille" alone would be any child's. */
const isAnnounced = (subject: Subject, owner: Owner, hit: Place): boolean => namesIn(subject, owner, hit.from).some(({ from }) => from === hit.to);

/** Forms that say a leaf for sure, but those of codes that something else in the target makes understood. */
function tellingForms({ leaves }: Subject, { forms, entailedBy }: Closed, { codes, yes }: LeafForms): readonly (readonly string[])[] {
  if (forms) return [forms];
  const isEntailed = (code: string): boolean => entailedBy?.[code]?.some((prefix) => leaves.some(({ path }) => path.startsWith(prefix))) === true;
  return codes ? Object.entries(codes).flatMap(([code, told]) => (isEntailed(code) ? [] : [told])) : yes ? [yes] : [];
}

function isAsserted(subject: Subject, pattern: string, hit: FormHit): boolean {
  const { words } = subject.reading;
  // "Il rêvait de construire".
  const isInfinitive = hit.to - hit.from === 1 && subject.judged.dictionary.tags(words[hit.from]!.lower).includes('W');
  return (
    !isInfinitive &&
    hit.start >= titleEnd(subject.reading.text) &&
    !isNegated(words, hit.from, hit.to, hit.negative && words[hit.from]!.clause === words[hit.to - 1]!.clause) &&
    !isDoubted(words, hit.from) &&
    !isInQuestion(subject, hit.from) &&
    !isSaidOfAnEnd(subject, pattern, hit)
  );
}

/** "Il y a une voiture commune et notre PME, qui les reçoit ?": what stands before the question's own clause is said. */
function isStatedFirst(words: readonly Word[], at: number): boolean {
  const { clause, sentence } = words[at]!;
  const isLast = !words.some((word) => word.sentence === sentence && word.clause > clause);
  return !isLast && words.some(({ fold }, i) => i < at && words[i]!.clause === clause && (fold === 'ya' || (STATES.has(fold) && STATED.has(words[i - 1]?.fold ?? ''))));
}
const STATES = new Set(['a', 'est', 'sont', 'etait']);
const STATED = new Set(['y', 'il', 'elle', 'ils', 'elles', 'qui', 'c']);

const isInQuestion = ({ reading }: Subject, at: number): boolean =>
  (endsInQuestion(reading, at) && !isStatedFirst(reading.words, at)) ||
  (!isFeigned(reading.words, at) &&
    reading.words.some(
      (word, i) =>
        i < at && word.sentence === reading.words[at]!.sentence && ASKING.has(word.fold) && !isHedge(reading.words, i) && !PRICED.test(word.lower) && !isThen(reading.words, i),
    ));
const ASKING = new Set('si comment savoir demande demandent doit dois peut puis quel quelle determiner verifier estime'.split(' '));
/** "Si je ne me trompe pas", "si j'ai bien compris" weighs the speaker's memory, and not what is told. */
const isHedge = (words: readonly Word[], at: number): boolean => {
  if (words[at]!.fold !== 'si') return false;
  const behind = words
    .slice(at + 1, at + 6)
    .map(({ fold }) => fold)
    .join(' ');
  return /^(?:je (?:ne )?me tromp|je m abus|ma memoire|mes souvenirs|j ai bien|j en crois|l on en croit|on en croit)/.test(behind);
};
/** "Et puis une voiture" asks nothing, "puis-je" does. */
const isThen = (words: readonly Word[], at: number): boolean => words[at]!.fold === 'puis' && words[at + 1]?.fold !== 'je';
/** "Une maison estimée 210 000 €" weighs nothing. */
const PRICED = /^estim.*é/;

/** "Acquis pendant le mariage" of a thing of which the epoch is held; "la SCI" of one that is one, "avec cet argent il avait acheté une voiture" of a gift. */
const isSaidByTheWay = ({ reading: { words } }: Subject, owner: Owner, place: Place, { beside = [], besides }: Closed, bound: readonly Bound[]): boolean =>
  bound.some(
    ({ leaf, place: told }) =>
      ((leaf.kind === 'text' && leaf.key !== 'etablissement' && leaf.owner !== owner && words[told.from]!.clause === words[place.from]!.clause) ||
        (leaf.owner === owner && beside.some((end) => leaf.pattern.endsWith(`.${end}`)))) &&
      told.from >= place.to &&
      told.from - place.to <= ANNOUNCED_REACH &&
      words[told.from]!.sentence === words[place.from]!.sentence,
  ) ||
  owner.leaves.some(
    ({ forms, value }) =>
      besides?.includes(String(value)) !== true && findForms(forms?.codes?.[String(value)] ?? [], words).some((other) => other.from <= place.from && place.to <= other.to),
  );
const ANNOUNCED_REACH = 4;
