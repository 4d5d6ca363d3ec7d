import { startsSentence } from '../reading/words.ts';
import type { TargetLeaf } from '../subject.ts';
import type { Occurrence } from './marks.ts';
import { COMPLEMENTS, type KinText } from './text.ts';
import type { KinHit } from './words.ts';
import { beforeName, isTheirs, POSSESSOR_REACH, rolesAhead, rolesAt } from './names.ts';

/** From a name to "son père". */
const RELATIVE_REACH = 14;
/** From a name to "avait épousé". */
const WED_REACH = 4;

/** "Khadija … Sa mère, Caroline, est morte": the one named last before "sa" is Caroline's child. */
export function possessorOf(text: KinText, place: Occurrence): readonly string[] {
  const words = text.words;
  return text.hits.flatMap((hit) => {
    // "Jacques … ? Alain Ferrero, son père": the name before the word is the father's.
    const apposed = text.isDeceasedAt(hit.from - 2, hit) ? beforeName(hit.from - 2, words) : hit.from;
    // "Éric, dont le frère, Julien".
    const isWhose = words[hit.from - 2]?.fold === 'dont' && place.to === hit.from - 2;
    if (hit.from < place.to || hit.from - place.to > POSSESSOR_REACH || !(isWhose || isTheirs(words, hit.from))) return [];
    // "Ibrahim et Fabrice … Leur père": of both.
    const to = words[hit.from - 1]?.fold === 'leur' ? behindJoined(text, place.to) : place.to;
    if (text.isNamedWithin(to, apposed)) return [];
    // "Marco, que sa mère avait épousé", "Marco a épousé sa mère": somebody else's mother.
    if ((words[place.to]?.fold === 'que' && hit.from - place.to === 2) || words[hit.from - 2]?.lower === 'épousé') return [];
    const behind = rolesAhead(hit.to, words, text.people);
    if (isStepParent(text, hit)) return stepChildOf(text, apposed < hit.from ? [text.kinship.death.role] : (behind ?? []));
    return apposed < hit.from || behind?.includes(text.kinship.death.role) ? hit.told.flatMap((role) => text.kinship.inverse[role] ?? []) : [];
  });
}

/** "Son beau-père", whose father he is not. */
const isStepParent = ({ words }: KinText, { from, told }: KinHit): boolean => ['beau', 'belle'].includes(words[from - 1]?.fold ?? '') && told.includes('parent');

/** Of the deceased it is the partner's child, of the partner the child of the deceased. */
const stepChildOf = ({ kinship }: KinText, relatives: readonly string[]): readonly string[] =>
  relatives.includes(kinship.death.role) ? ['step-child'] : relatives.includes('partner') ? ['child'] : [];

/** Behind the names that "et" joins to one that ends here. */
export function behindJoined(text: KinText, to: number): number {
  const words = text.words;
  let end = to;
  const isNamed = (at: number): boolean => words[at] !== undefined && text.isNamed(words[at]);
  while (words[end]?.fold === 'et' && isNamed(end + 1)) {
    end++;
    while (isNamed(end)) end++;
  }
  return end;
}

/**
 * "Lucie a perdu son père", "Emma et sa mère, Lucie": whose relative is spoken of behind a name, with no other name
 * between. Where the relative is not named, it is the deceased.
 */
export function relativeOf(text: KinText, place: Occurrence): readonly string[] {
  const words = text.words;
  const { sentence } = words[place.from]!;
  const { ofPerson, inverse, death } = text.kinship;
  return text.hits.flatMap((hit) => {
    if (hit.link || hit.from < place.to || hit.from - place.to > RELATIVE_REACH) return [];
    const isNext = words[hit.from]!.sentence === sentence + 1 && startsSentence(words, hit.from - 1);
    if (words[hit.from]!.sentence !== sentence && !isNext) return [];
    const isShared = words[hit.from - 1]?.fold === 'leur';
    const isWhose = words[hit.from - 2]?.fold === 'dont';
    if (!isTheirs(words, hit.from) && !isWhose) return [];
    if (!isShared && text.isNamedWithin(place.to, hit.from)) return [];
    const relatives = rolesAhead(hit.to, words, text.people) ?? [death.role];
    if (isStepParent(text, hit)) return stepChildOf(text, relatives);
    return hit.told.flatMap((told) => relatives.flatMap((role) => ofPerson[inverse[told] ?? '']?.[role] ?? []));
  });
}

/** "Claire avait épousé Jean", of Jean, who died. */
export function wedTo(text: KinText, place: Occurrence): readonly string[] {
  const words = text.words;
  const isWed = text.hits.some(
    (hit) =>
      hit.link &&
      hit.from >= place.to &&
      hit.from - place.to <= WED_REACH &&
      words[hit.from]!.sentence === words[place.from]!.sentence &&
      !text.isNamedWithin(place.to, hit.from) &&
      rolesAhead(hit.to, words, text.people)?.includes(text.kinship.death.role) === true,
  );
  return isWed || isWhomTheyWed(text, place) || areWed(text, place) ? ['partner'] : [];
}

/** "Karine et Raphaël étaient pacsés", of a Karine who died. */
function areWed({ words, people, hits, kinship }: KinText, { from, to }: Occurrence): boolean {
  const isDead = (roles: readonly string[] | undefined): boolean => roles?.includes(kinship.death.role) === true;
  const second = words[from - 1]?.fold === 'et' && isDead(rolesAt(from - 2, words, people));
  const first = words[to]?.fold === 'et' && isDead(rolesAhead(to + 1, words, people));
  if (!second && !first) return false;
  const verb = words.findIndex(({ fold, sentence }, i) => i >= to && i - to <= WED_REACH && sentence === words[from]!.sentence && ARE.has(fold));
  return verb >= 0 && hits.some((hit) => hit.link && hit.from > verb && hit.from - verb <= 3);
}
const ARE = new Set(['etaient', 'sont', 'vivaient']);

/** "Olivier, qu'elle a épousé", "Marco, que sa mère Aminata avait épousé". */
function isWhomTheyWed({ words, hits, subject: { knownWords } }: KinText, { to }: Occurrence): boolean {
  if (!['que', 'qu'].includes(words[to]?.fold ?? '') || words[to]!.sentence !== words[to - 1]!.sentence) return false;
  const verb = words.findIndex((word, i) => i > to && i - to <= WHOM_REACH && /^épousée?$/.test(word.lower));
  if (verb < 0 || !['a', 'avait'].includes(words[verb - 1]!.fold)) return false;
  const pronoun = verb === to + 3 && ['il', 'elle'].includes(words[to + 1]!.fold);
  const relative = hits.some((hit) => hit.from === to + 2 && isTheirs(words, hit.from) && words.slice(hit.to, verb - 1).every(({ fold }) => knownWords.has(fold)));
  return pronoun || relative;
}
const WHOM_REACH = 8;

/** "Les filles de Capucine", "la compagne de Gérard": one who can have such a relative among those of the target. */
export function complementOf(text: KinText, place: Occurrence, leaves: readonly TargetLeaf[]): readonly string[] {
  const before = place.from - 1;
  if (!COMPLEMENTS.has(text.words[before]?.fold ?? '')) return [];
  const hit = text.hits.find((other) => !other.link && other.to === before);
  // A target may count the children of whom it names none.
  if (!hit || leaves.some((leaf) => leaf.owner.leaves.some(({ key }) => key === 'a_des_enfants'))) return [];
  const present = new Set([...text.people.values()].flatMap(({ roles }) => roles));
  const { ofPerson } = text.kinship;
  const isPossible = (role: string): boolean => hit.told.some((told) => ofPerson[told]?.[role]?.some((other) => present.has(other)) === true);
  return [...present].filter(isPossible);
}
