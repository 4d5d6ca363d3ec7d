import { rememberedOf } from '@case-swarm/schema';
import { findForms } from '../reading/forms.ts';
import { isWrittenAsName, type Word } from '../reading/words.ts';
import { nameOf, wordsOf, type Owner, type Subject } from '../subject.ts';
import { nameOccurrences } from './occurrences.ts';
import type { Place } from './score.ts';

/** How tellers say who they are. */
export const INTRODUCED: readonly string[] = [
  'je suis',
  'jsui|jsuis|chui|chuis',
  'je m appelle',
  'je mappelle',
  'moi c est',
  'moi cest',
  'c est moi',
  'cest moi',
  'je soussigne|soussignee',
  'moi',
  'mon nom est',
  'mon nom c est',
  'mon nom cest',
  'en mon nom',
  'ici',
];
/** "Avant moi, Christian avait été marié": Christian is another. */
const BEFORE_MOI = new Set('avant apres que qu comme chez avec pour contre sans envers de d a sur entre'.split(' '));

/** Where tellers say who they are, in these ways or in a list of the caller's that has them too. */
export const introductionsIn = (words: readonly Word[], forms: readonly string[] = INTRODUCED): readonly Place[] =>
  findForms(forms, words).filter(({ from, to }) => words[from]!.fold !== 'moi' || !BEFORE_MOI.has(words[from - 1]?.fold ?? '') || isNamedApart(words, to));

/** "À Anne et à moi, Luc Fournier !": the name stands between two commas, or ends the sentence. */
function isNamedApart(words: readonly Word[], from: number): boolean {
  let to = from;
  while (isWrittenAsName(words[to], words) && words[to]!.clause === words[from]!.clause) to++;
  return to > from && words[from]!.sentence === words[from - 1]!.sentence && words[from]!.clause > words[from - 1]!.clause && words[to]?.clause !== words[from]!.clause;
}

/** Every name of a target is asked of the same text. */
const introductionsOnce = rememberedOf((words: readonly Word[]) => introductionsIn(words));

/** "Je m'appelle Luc" or a signature: then "je" is Luc. */
export const isTeller = (words: readonly Word[], name: string, shared: ReadonlySet<string>): boolean =>
  isIntroduced(words, name, shared) || nameOccurrences(words, wordsOf(name), shared).some((place) => place.to === words.length);

/** Whether a person of the target is who tells. */
export function ownerTells({ reading: { words }, sharedFirstWords }: Subject, owner: Owner): boolean {
  const name = nameOf(owner);
  return name !== undefined && isTeller(words, name, sharedFirstWords);
}

/** "Je m'appelle Luc", "Luc, c'est moi": a signature alone may be anyone's last word. */
export function isIntroduced(words: readonly Word[], name: string, shared: ReadonlySet<string>): boolean {
  const introductions = introductionsOnce(words);
  return nameOccurrences(words, wordsOf(name), shared).some(
    (place) =>
      introductions.some((hit) => (hit.to === place.from && words[hit.from]!.sentence === words[place.from]!.sentence) || isApposed(words, hit, place)) ||
      isMeBehind(words, place.to),
  );
}

/** "Je suis sa fille, Lucie": nothing between but what they are. */
const isApposed = (words: readonly Word[], { from, to }: Place, place: Place): boolean =>
  words[from]!.fold === 'je' &&
  place.from > to &&
  place.from - to <= APPOSED_REACH &&
  words[place.from]!.sentence === words[from]!.sentence &&
  words[place.from]!.clause > words[place.from - 1]!.clause &&
  words.slice(to, place.from).every((word) => !NOT_APPOSED.has(word.fold) && !/^\p{Lu}/u.test(word.text));
const APPOSED_REACH = 6;
const NOT_APPOSED = new Set('et ou avec de d du des a au chez que qui dont mais comme'.split(' '));

/** "Lucie, c'est moi", "Lucie à l'appareil". */
const ME_BEHIND: readonly (readonly string[])[] = [
  ['c', 'est', 'moi'],
  ['a', 'l', 'appareil'],
  ['au', 'telephone'],
];
const isMeBehind = (words: readonly Word[], to: number): boolean => ME_BEHIND.some((form) => form.every((word, k) => words[to + k]?.fold === word));
