import { isTeller } from '../binding/heads.ts';
import { ACT_REACH, FROM, marksIn, sideOf, SIDES, TOWARDS, type Marks } from '../binding/sides.ts';
import type { Occurrence } from '../kin/marks.ts';
import { placesIn } from '../kin/titles.ts';
import { findForms, isNegated } from '../reading/forms.ts';
import { endsInQuestion, type Word } from '../reading/words.ts';
import { isSubjectName, type Subject, type TargetLeaf } from '../subject.ts';
import { refuse, type Problem } from '../verdict.ts';

/** "Un don manuel à Luc" of a gift of which the target does not say to whom. */
export function checkReceivers(subject: Subject): Problem[] {
  if (subject.judged.stratum === undefined || subject.judged.hints.omitted?.some(({ pattern }) => SIDES[pattern.split('.').at(-1)!] === 'to')) return [];
  const isOpen = subject.owners.some(({ entity, leaves }) => entity !== undefined && GIVEN.has(entity.owner) && !leaves.some(({ key }) => key === 'beneficiaire_nom'));
  if (!isOpen) return unheldBeneficiary(subject);
  const receivers = new Set(subject.leaves.flatMap((leaf) => (SIDES[leaf.key] === 'to' || leaf.pattern.includes('beneficiaires') ? [String(leaf.value)] : [])));
  const { words } = subject.reading;
  const places = placesIn(subject);
  const marks = marksIn(words);
  const isGivenToMe = findForms(GIVEN_TO_ME, words).length > 0;
  const told = subject.leaves.find(
    (leaf) =>
      leaf.key === 'nom' &&
      leaf.owner.entity?.kind === 'person' &&
      !isSubjectName(subject, leaf.value) &&
      !receivers.has(String(leaf.value)) &&
      (places(leaf).some((place) => sideOf(words, place, marks) === 'to' || isNamedReceiver(words, place, marks)) ||
        (isGivenToMe && isTeller(words, String(leaf.value), subject.sharedFirstWords))),
  );
  return told ? [received(told)] : unheldBeneficiary(subject);
}

const received = (told: TargetLeaf): Problem =>
  refuse('fact-not-in-target', `${String(told.value)} est dit recevoir : les faits donnés ne le disent pas. Retirez-le.`, { path: told.path });

/** "Bénéficiaire : Nathan", "une clause au profit de Nathan", of policies of which he gets nothing. */
function unheldBeneficiary(subject: Subject): Problem[] {
  const { words } = subject.reading;
  const held = new Set(subject.leaves.flatMap(({ key, pattern, value }) => (SIDES[key] === 'to' || pattern.includes('beneficiaires') ? [value] : [])));
  if (!subject.leaves.some(({ pattern }) => pattern.startsWith('assurance_vie.contrats.'))) return [];
  const marks = findForms(BENEFICIARIES, words).filter(({ from, to }) => !isNegated(words, from, to) && !endsInQuestion(subject.reading, from));
  const favours = findForms(FAVOUR, words).filter(({ from }) => words.some(({ sentence, fold }) => sentence === words[from]!.sentence && INSURED.test(fold)));
  const places = placesIn(subject);
  const told = subject.leaves.find(
    (leaf) =>
      leaf.key === 'nom' &&
      leaf.owner.entity?.kind === 'person' &&
      !held.has(leaf.value) &&
      places(leaf).some((place) =>
        [...marks, ...favours].some(({ to }) => to <= place.from && words.slice(to, place.from).every(({ fold }) => BEHIND_MARK.has(fold)) && isNear(words, to - 1, place.from)),
      ),
  );
  return told ? [received(told)] : [];
}
const BENEFICIARIES: readonly string[] = ['beneficiaire|beneficiaires', 'beneficiaire designe|designee', 'clause ... designe'];
const FAVOUR: readonly string[] = ['au profit|benefice de|d', 'en faveur de|d'];
const INSURED = /^(?:assurances?|av|contrats?|clauses?|capital)$/;
const BEHIND_MARK = new Set(
  'est c sont serait etait son sa fils fille frere soeur neveu niece femme mari ma mon le la l un une designe designee pour moitie a au en m mme monsieur madame'.split(' '),
);
const isNear = (words: readonly Word[], from: number, to: number): boolean => words[from]!.sentence === words[to]!.sentence && to - from <= ACT_REACH;
/** "Un don manuel à une amie, Anne", "qui fait d'Anne sa légataire". */
function isNamedReceiver(words: readonly Word[], { from, to }: Occurrence, { giving, acts, bequests }: Marks): boolean {
  const { sentence } = words[from]!;
  if (words[from - 2]?.fold === 'fait' && FROM.has(words[from - 1]!.fold) && words.slice(to, to + 2).some(({ fold }) => fold === 'legataire')) return true;
  let at = from - 1;
  while (from - at <= CALLED_REACH && CALLED.has(words[at]?.fold ?? '')) at--;
  if (from - at < 3 || !TOWARDS.has(words[at]?.fold ?? '') || words[at]!.sentence !== sentence) return false;
  return [...giving, ...acts, ...bequests].some((act) => words[act]!.sentence === sentence && act < at && at - act <= ACT_REACH);
}
const CALLED_REACH = 4;
const CALLED = new Set('un une son sa mon ma leur ami amie fils fille frere soeur neveu niece filleul filleule cousin cousine concubin concubine voisin voisine petit'.split(' '));
const GIVEN_TO_ME: readonly string[] = [
  'm a|avait fait un|une|le|ce|cette don|donation|legs|present',
  'm a|avait consenti|legue|donne',
  'j ai|avais recu un|une|de ... don|donation|legs',
];
const GIVEN = new Set(['liberalites.donations.*', 'liberalites.legs.*']);
