import { GIFT, LEGACY, toldReceiver, unnamedReceiver, type Act } from '../binding/receiving.ts';
import { ACT_REACH, SIDES } from '../binding/sides.ts';
import { placesIn } from '../kin/titles.ts';
import { findForms, isNegated } from '../reading/forms.ts';
import { endsInQuestion, type Word } from '../reading/words.ts';
import { isSubjectName, type Subject, type TargetLeaf } from '../subject.ts';
import { refuse, type Problem } from '../verdict.ts';

/** "Un don manuel à Luc" of a gift of which the target does not say to whom. */
export function checkReceivers(subject: Subject): Problem[] {
  if (subject.judged.stratum === undefined) return [];
  return receiverOfOpen(subject, 'liberalites.donations.*', GIFT) ?? receiverOfOpen(subject, 'liberalites.legs.*', LEGACY) ?? unheldBeneficiary(subject);
}

/** Whether the text is to leave out who receives in a sort of act. */
const isLeftOut = ({ judged: { hints } }: Subject, entity: string): boolean =>
  hints.omitted?.some(({ pattern }) => pattern.startsWith(`${entity}.`) && SIDES[pattern.split('.').at(-1)!] === 'to') === true;

/** Who is told to receive in a sort of act of which the target leaves open to whom one went, and holds nothing of the sort for them. */
function receiverOfOpen(subject: Subject, entity: string, act: Act): Problem[] | undefined {
  const isOpen = subject.owners.some(({ entity: own, leaves }) => own?.owner === entity && !leaves.some(({ key }) => key === 'beneficiaire_nom'));
  if (!isOpen || isLeftOut(subject, entity)) return undefined;
  const held = new Set(subject.leaves.flatMap(({ pattern, value }) => (pattern === `${entity}.beneficiaire_nom` ? [value] : [])));
  const people = subject.leaves.filter(({ key, value, owner }) => key === 'nom' && owner.entity?.kind === 'person' && !isSubjectName(subject, value) && !held.has(value));
  const told = toldReceiver(subject, act, people);
  if (told) return [received(told)];
  const place = held.size === 0 ? unnamedReceiver(subject, act) : undefined;
  if (!place) return undefined;
  const { text, words } = subject.reading;
  const span = [words[place.from]!.start, words[place.to - 1]!.end] as const;
  return [refuse('fact-not-in-target', `« ${text.slice(...span)} » est dit recevoir : les faits donnés ne le disent pas. Retirez-le.`, { span })];
}

const received = (told: TargetLeaf): Problem =>
  refuse('fact-not-in-target', `${String(told.value)} est dit recevoir : les faits donnés ne le disent pas. Retirez-le.`, { path: told.path });

/** "Bénéficiaire : Nathan", "une clause au profit de Nathan", of policies of which he gets nothing. */
function unheldBeneficiary(subject: Subject): Problem[] {
  const { words } = subject.reading;
  const held = new Set(subject.leaves.flatMap(({ key, pattern, value }) => (SIDES[key] === 'to' || pattern.includes('beneficiaires') ? [value] : [])));
  if (
    !subject.leaves.some(({ pattern }) => pattern.startsWith('assurance_vie.contrats.')) ||
    subject.judged.hints.omitted?.some(({ pattern }) => pattern.includes('beneficiaires'))
  )
    return [];
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
