import type { Closed, LeafForms } from '@case-swarm/schema';
import { isDoubted } from '../reading/factuality.ts';
import { findForms, isNegated, type FormHit } from '../reading/forms.ts';
import { titleEnd } from '../reading/title.ts';
import { endsInQuestion } from '../reading/words.ts';
import type { Owner, Subject } from '../subject.ts';
import type { Bound } from './bind.ts';
import { overlaps, SAME_SENTENCE, type Place, type Scorer } from './score.ts';

/** What the text tells of an item that its target does not hold. */
export interface Unheld {
  readonly label: string;
  readonly place: Place;
}

/** By how much another that has it may stand further off. */
const CLEARLY = 2;

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
      .filter((hit) => !others.some((other) => overlaps(hit, other)) && isAsserted(subject, hit, bound));
    const hit = hits.find((place) => {
      // What is of one alone is told wherever it is told.
      const owner = pattern.includes('*') ? nearest(subject, place, lacking, closed, scorer) : lacking[0];
      return owner !== undefined && !isSaidByTheWay(subject, owner, place, closed.beside ?? [], bound);
    });
    return hit ? [{ label: forms.label, place: hit }] : [];
  });
}

/** Items that could hold a leaf and do not. */
const lackingOwners = ({ owners }: Subject, pattern: string): readonly Owner[] =>
  owners.filter(
    ({ entity, leaves }) =>
      entity !== undefined && pattern.startsWith(`${entity.owner}.`) && !pattern.slice(entity.owner.length).includes('*') && !leaves.some((leaf) => leaf.pattern === pattern),
  );

/** The item that a place is told of, where it lacks the fact and no other thing or person stands nearer. */
function nearest(subject: Subject, hit: Place, lacking: readonly Owner[], { rivals }: Closed, scorer: Scorer): Owner | undefined {
  const scoreOf = (owner: Owner): number => scorer.headScore(hit, owner.path, []);
  const best = lacking.reduce((a, b) => (scoreOf(b) > scoreOf(a) ? b : a));
  const least = scoreOf(best);
  if (least < SAME_SENTENCE) return undefined;
  const isRival = (owner: Owner): boolean => (rivals ? rivals.some((prefix) => owner.path.startsWith(prefix)) : owner.entity?.kind === best.entity?.kind);
  const others = subject.owners.filter((owner) => owner !== best && isRival(owner) && !owner.path.startsWith(`${best.path}.`));
  const isNearer = (owner: Owner): boolean => scoreOf(owner) + (owner.entity === best.entity && !lacking.includes(owner) ? CLEARLY : 0) > least;
  return others.some(isNearer) ? undefined : best;
}

/** Forms that say a leaf for sure, but those of codes that something else in the target makes understood. */
function tellingForms({ leaves }: Subject, { forms, entailedBy }: Closed, { codes, yes }: LeafForms): readonly (readonly string[])[] {
  if (forms) return [forms];
  const isEntailed = (code: string): boolean => entailedBy?.[code]?.some((prefix) => leaves.some(({ path }) => path.startsWith(prefix))) === true;
  return codes ? Object.entries(codes).flatMap(([code, told]) => (isEntailed(code) ? [] : [told])) : yes ? [yes] : [];
}

function isAsserted(subject: Subject, hit: FormHit, bound: readonly Bound[]): boolean {
  const { words } = subject.reading;
  // "Il rêvait de construire".
  const isInfinitive = hit.to - hit.from === 1 && subject.judged.dictionary.tags(words[hit.from]!.lower).includes('W');
  return (
    !isInfinitive &&
    hit.start >= titleEnd(subject.reading.text) &&
    !bound.some((item) => overlaps(item.place, hit)) &&
    !isNegated(words, hit.from, hit.to) &&
    !isDoubted(words, hit.from) &&
    !isInQuestion(subject, hit.from)
  );
}

const isInQuestion = ({ reading }: Subject, at: number): boolean =>
  endsInQuestion(reading, at) || reading.words.some((word, i) => i < at && word.sentence === reading.words[at]!.sentence && ASKING.has(word.fold));
const ASKING = new Set('si comment savoir demande demandent doit dois peut puis quel quelle determiner verifier estime'.split(' '));

/** "Acquis pendant le mariage" of a thing of which the epoch is held; "la SCI" of one that is one, "avec cet argent il avait acheté une voiture" of a gift. */
const isSaidByTheWay = ({ reading: { words } }: Subject, owner: Owner, place: Place, beside: readonly string[], bound: readonly Bound[]): boolean =>
  bound.some(
    ({ leaf, place: told }) =>
      (leaf.kind === 'text' || (leaf.owner === owner && beside.some((end) => leaf.pattern.endsWith(`.${end}`)))) &&
      told.from >= place.to &&
      told.from - place.to <= ANNOUNCED_REACH &&
      words[told.from]!.sentence === words[place.from]!.sentence,
  ) || owner.leaves.some(({ forms, value }) => findForms(forms?.codes?.[String(value)] ?? [], words).some((other) => overlaps(other, place)));
const ANNOUNCED_REACH = 4;
