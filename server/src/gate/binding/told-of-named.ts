import type { Closed, Form } from '@case-swarm/schema';
import { findForms, type FormHit } from '../reading/forms.ts';
import { isWrittenAsName, type Word } from '../reading/words.ts';
import { nameOf, wordsOf, type Owner, type Subject } from '../subject.ts';
import type { Bound } from './bind.ts';
import { nameOccurrences } from './occurrences.ts';
import { ownerTells } from './teller.ts';
import { spokenOfAgain } from './places.ts';
import { overlaps, type Place } from './score.ts';
import { isOfSeveral } from './several.ts';

/** Somebody with the places where the sentence names them. */
interface NamedHere {
  readonly owner: Owner;
  readonly places: readonly Place[];
}

/**
 * What a sentence tells of whoever is named in it, on either side: "de son premier mariage elle avait un fils, Youssef", of
 * a Youssef who lacks it; "Margaux et Brigitte, nées d'une autre union", of a Brigitte who does.
 */
export function findToldOfNamed(
  subject: Subject,
  pattern: string,
  told: readonly Form[],
  rivals: NonNullable<Closed['rivals']>,
  lacking: readonly Owner[],
  bound: readonly Bound[],
  isAsserted: (hit: FormHit) => boolean,
): Place | undefined {
  const { words, text } = subject.reading;
  const forms = subject.judged.pack.lexicon.leaves.get(pattern);
  const own = bound.filter(({ leaf }) => leaf.pattern === pattern);
  const named = subject.owners.filter(({ entity, path }) => entity?.kind === 'person' && rivals.some((prefix) => path.startsWith(prefix)));
  return [...findForms(told, words), ...spokenOfAgain(subject, forms, true)].find((hit) => {
    if (!isAsserted(hit)) return false;
    const holders = own.filter(({ place }) => overlaps(place, hit)).map(({ leaf }) => leaf.owner);
    const lackingHere = lacking.filter((owner) => placesIn(subject, owner, hit).length > 0);
    const isWith = (owner: Owner): boolean => holders.some((holder) => isBeside(subject, owner, holder, hit) || isInList(subject, owner, holder, hit));
    if (holders.length > 0) return isOfSeveral(words, hit) && lackingHere.some(isWith);
    const here = named.map((owner) => ({ owner, places: placesIn(subject, owner, hit) })).filter(({ places }) => places.length > 0);
    // "Ibrahim est né d'une autre union ; Fabrice, lui, …", "une fille du couple, Chloé, et un fils …": of the one before it in its clause or right behind it, where one is.
    const isRightBehind = ({ from }: Place): boolean => !text.slice(hit.end, words[from]!.start).includes(';') && (from - hit.to <= 1 || isBorn(words, hit.to, from));
    const isNear = (place: Place): boolean =>
      place.from < hit.from ? words[place.from]!.clause === words[hit.from]!.clause || isWho(words, place.to, hit.from) || isApposed(place, hit) : isRightBehind(place);
    const nearest = here.filter(({ places }) => places.some(isNear));
    const meant = nearest.length > 0 ? nearest : (lastBefore(words, here, hit) ?? here);
    return meant.length > 0 && meant.every(({ owner }) => lacking.includes(owner));
  });
}
/** "Sylvie Bertrand, qui est bien la fille du couple", "Fabrice, lui, est l'enfant du couple". */
const isWho = (words: readonly Word[], to: number, at: number): boolean =>
  at - to <= WHO_REACH && ['qui', 'lui', 'elle'].includes(words[to]?.fold ?? '') && words.slice(to, at).every((word) => !isWrittenAsName(word, words));
const WHO_REACH = 5;

/** "Théo, le petit dernier, encore mineur, est leur fils à tous les deux": a verb behind a comma is of the one named last. */
function lastBefore(words: readonly Word[], named: readonly NamedHere[], hit: FormHit): readonly NamedHere[] | undefined {
  const { clause } = words[hit.from]!;
  const start = words.findIndex((word) => word.clause === clause);
  if (!['est', 'etait', 'sont'].includes(words[start]!.fold)) return undefined;
  const last = Math.max(-1, ...named.flatMap(({ places }) => places.flatMap(({ from }) => (from < start ? [from] : []))));
  return last < 0 ? undefined : named.filter(({ places }) => places.some(({ from }) => from === last));
}

/** "Éric Moreau, commun au couple", "Christophe, l'enfant du couple". */
const isApposed = ({ to }: Place, hit: Place): boolean => hit.from - to <= 1;

/** "De cette union est née Thérèse". */
const isBorn = (words: readonly Word[], from: number, to: number): boolean => words.slice(from, to).every(({ fold }) => BORN.has(fold));
const BORN = new Set('est sont etait etaient ne nee nes nees issu issue issus issues venu venue'.split(' '));

/** Where somebody is named in the sentence of a place, tellers as "je" too. */
function placesIn(subject: Subject, owner: Owner, { from }: Place): readonly Place[] {
  const { words } = subject.reading;
  const spoken = ownerTells(subject, owner) ? findForms(I, words) : [];
  return [...namesIn(subject, owner, from), ...spoken.filter((place) => words[place.from]!.sentence === words[from]!.sentence)];
}
const I: readonly string[] = ['je suis', 'moi je|j', 'moi qui suis', 'm a|avait eu|eue'];

/** Where somebody is named in the sentence of a word. */
export function namesIn({ reading: { words }, sharedFirstWords }: Subject, owner: Owner, at: number): readonly Place[] {
  const name = nameOf(owner);
  if (name === undefined) return [];
  return nameOccurrences(words, wordsOf(name), sharedFirstWords).filter((place) => words[place.from]!.sentence === words[at]!.sentence);
}

/** "Françoise, Alain et Pierre sont du couple": the verb says it of the whole row. */
const isOfAll = (words: readonly Word[], { from, to }: Place): boolean => words.slice(Math.max(0, from - 1), to).some(({ fold }) => fold === 'sont' || fold === 'etaient');

/** "Trois enfants d'une première union : Nathalie, Philippe et Luc": behind a number of them all are named. */
function isInList(subject: Subject, a: Owner, b: Owner, hit: Place): boolean {
  const { words } = subject.reading;
  const before = words.slice(Math.max(0, hit.from - LIST_REACH), hit.from).filter(({ sentence }) => sentence === words[hit.from]!.sentence);
  const number = before.findLastIndex(({ fold }) => NUMBERS.has(fold));
  // "Nés l'un et l'autre de cette union".
  if (number < 0 || before.slice(number).some(({ fold }, i, since) => fold === 'dont' || (['un', 'une'].includes(fold) && since[i - 1]?.fold !== 'l'))) return false;
  const isBehind = (owner: Owner): boolean => namesIn(subject, owner, hit.from).some(({ from }) => from >= hit.to);
  return isBehind(a) && isBehind(b);
}
const LIST_REACH = 7;
const NUMBERS = new Set('deux trois quatre cinq six 2 3 4 5 tous toutes nes nees issus issues'.split(' '));

/** "Margaux Rousseau et Brigitte": with nothing but "et" and a surname between. "Luc et je suis née d'une autre union" is of "je" alone. */
function isBeside(subject: Subject, a: Owner, b: Owner, hit: Place): boolean {
  const { words } = subject.reading;
  return namesIn(subject, a, hit.from).some((one) =>
    namesIn(subject, b, hit.from).some((other) => {
      const [first, second] = one.from < other.from ? [one, other] : [other, one];
      const between = words.slice(first.to, second.from);
      // "Thierry, et Yvonne qui est née d'une autre union" sets her apart.
      if (words[first.from]!.clause !== words[second.from]!.clause && !isOfAll(words, hit)) return false;
      return between.some(({ fold }) => fold === 'et') && between.every((word) => word.fold === 'et' || isWrittenAsName(word, words));
    }),
  );
}
