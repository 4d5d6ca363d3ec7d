import { MONTHS } from '@case-swarm/schema';
import { fold, type Reading, type Word } from '../reading/words.ts';
import { sexOf } from '../reading/first-names.ts';

/** Words of the text, the last one excluded. */
export interface Occurrence {
  readonly from: number;
  readonly to: number;
}

/** Between a name and the kin word behind it ("Luc, qui est mon frère"). */
export const COPULAS = new Set('est etait etant soit c qui laquelle lequel un une le la l mon ma mes son sa leur notre le un lui elle quant aussi seul seule donc'.split(' '));
/** Between "le décès" and the name. */
const OF = new Set(
  'de d du la le l m mme mlle monsieur madame maman papa mamie papi mon ma son sa leur notre feu feue mademoiselle frere soeur pere mere mari femme epoux epouse compagnon compagne partenaire concubin concubine fils fille cousin cousine conjoint associe associee oncle tante grand beau belle client cliente'.split(
    ' ',
  ),
);
/** Between the name and its death ("Marcel, leur père, est mort"). */
const BEHIND = new Set([...COPULAS, ...OF]);
/** Said of the name itself, whatever the sentence is about ("pacsée avec Luc, mort en mai"). */
const DEAD = new Set(['mort', 'morte', 'mourir', 'decede', 'decedee', 'deceder', 'dcd']);
/** What else may be apposed before it ("Théo, né le 31 août 1944, divorcé, aujourd'hui décédé"). */
const APPOSED = new Set(
  ['ne nee le en a ans age agee de nationalite divorce divorcee veuf veuve celibataire marie mariee aujourd hui depuis peu recemment er et', ...MONTHS.map(fold)].flatMap((words) =>
    words.split(' '),
  ),
);
/** Of the sentence's own subject. */
const COPULA = ['est', 'etait', 'serait', 'il', 'elle'];
/** Of a name that nothing holds in another's sentence ("son mari, Luc, né le 3 mai 1950, est décédé", and not "pacsée avec Luc depuis mai, est morte"). */
const APPOSED_OR_SUBJECT = new Set([...APPOSED, ...COPULA]);
const APPOSED_REACH = 10;
export const WHICH: ReadonlySet<string> = new Set(['qui', 'laquelle', 'lequel']);

export const SEX_OF_KIN: ReadonlyMap<string, 'm' | 'f'> = new Map([
  ...'pere papa papi papy frere mari epoux compagnon concubin fils oncle cousin'.split(' ').map((word) => [word, 'm'] as const),
  ...'mere maman mamie mamy soeur femme epouse compagne concubine fille tante cousine'.split(' ').map((word) => [word, 'f'] as const),
]);
/** "Anne, son père est mort": not Anne. */
export function isOtherSex(words: readonly Word[], { from, to }: Occurrence, before: number): boolean {
  const sex = sexOf(words[from]!);
  return sex !== undefined && words.slice(to, before).some((word) => (SEX_OF_KIN.get(word.fold) ?? sex) !== sex);
}

/**
 * Whether one of these words stands right before a name, or right behind it ("le décès de X", "X nous a quittés").
 * @param isOfKin the name says whose relative a word means ("la mère de X")
 */
export function isMarked({ words, text }: Reading, place: Occurrence, { before, after }: Record<'before' | 'after', readonly Occurrence[]>, isOfKin: boolean): boolean {
  const sentence = words[place.from]!.sentence;
  const isHeld = ['a', 'avec'].includes(words[place.from - 1]?.fold ?? '');
  const linked = (from: number, to: number, by: ReadonlySet<string>): boolean =>
    words.slice(from, to).every((word, i, between) => by.has(word.fold) || /^\d/.test(word.text) || (between[i - 1]?.fold === 'nationalite' && by.has('nationalite')));
  return (
    before.some(
      (hit) =>
        hit.to <= place.from &&
        !/[;(]/.test(text.slice(words[hit.to - 1]!.end, words[place.from]!.start)) &&
        // "Quand il est mort, sa femme, Laurence": there the comma parts them.
        !text.slice(words[hit.to - 1]!.end, words[hit.to]!.start).includes(',') &&
        place.from - hit.to <= 5 &&
        words[hit.from]!.sentence === sentence &&
        linked(hit.to, place.from, OF),
    ) ||
    after.some((hit) => {
      if (hit.from < place.to || words[hit.from]!.sentence !== sentence || isOtherSex(words, place, hit.from)) return false;
      // "La partenaire de Ludovic, est morte": not Ludovic.
      if (sexOf(words[place.from]!) === 'm' && /^(?:morte|decedee|eteinte)$/.test(words[hit.to - 1]!.fold)) return false;
      const saysDead = DEAD.has(words[hit.from]!.fold);
      // "Caroline, mariée à Jacques, vient de mourir": not Jacques.
      if (isHeld && !saysDead && words[hit.from]!.clause !== words[place.from]!.clause && !WHICH.has(words[place.to]?.fold ?? '')) return false;
      const between = hit.from - place.to;
      const isSaidOfOther = (isHeld || isOfKin) && !WHICH.has(words[place.to]?.fold ?? '');
      // "La mère de Paul est morte", "pacsé avec Valérie, est décédé": not Paul, and not Valérie.
      if (isSaidOfOther && (!saysDead || words.slice(place.to, hit.from).some((word) => COPULA.includes(word.fold)))) return false;
      if (between <= (saysDead ? APPOSED_REACH : 3) && linked(place.to, hit.from, BEHIND)) return true;
      const apposed = isSaidOfOther ? saysDead && APPOSED : (saysDead || DEAD.has(words[hit.to - 1]!.fold)) && APPOSED_OR_SUBJECT;
      return apposed !== false && between <= APPOSED_REACH && linked(place.to, hit.from, apposed);
    })
  );
}
