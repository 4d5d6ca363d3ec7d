import { isWrittenAsName, loosened, type Word } from '../reading/words.ts';
import { wordsOf, type Subject } from '../subject.ts';
import type { Place } from './score.ts';

/** Occurrences of a name: every word of it in a row, or its first word alone where no other person of the target has it. */
export function nameOccurrences(words: readonly Word[], name: readonly string[], shared: ReadonlySet<string>): { from: number; to: number; full: boolean }[] {
  const found: { from: number; to: number; full: boolean }[] = [];
  const first = name[0]!;
  for (const i of placesOfWords(words).get(first) ?? NOWHERE) {
    let length = 1;
    while (length < name.length && sameWord(words[i + length]?.fold, name[length]!)) length++;
    // "marie renard" is she; "marie" alone may be married.
    if (EVERYDAY.has(words[i]!.text) && (length === 1 || length < name.length)) continue;
    // "Pierre" of "Jean-Pierre" is another.
    if ((name.length === 1 || length < name.length) && isPartOfCompound(words, i, i + length)) continue;
    if (length === name.length) found.push({ from: i, to: i + length, full: true });
    else if (isJointName(words, i, name)) found.push({ from: i, to: i + 1, full: true });
    else if (isSurnameFirst(words, i, name)) found.push({ from: i - name.length + 1, to: i + 1, full: true });
    else if (!shared.has(first) && isWrittenAsName(words[i], words)) found.push({ from: i, to: i + length, full: false });
  }
  return found;
}

/** "Lucie et Yvonne Blanchard": both are called so. */
const isJointName = (words: readonly Word[], at: number, name: readonly string[]): boolean =>
  name.length === 2 && words[at + 1]?.fold === 'et' && isWrittenAsName(words[at], words) && isWrittenAsName(words[at + 2], words) && words[at + 3]?.fold === name[1];

const isPartOfCompound = (words: readonly Word[], from: number, to: number): boolean =>
  (words[from]!.hyphened && /^\p{Lu}\p{Ll}/u.test(words[from - 1]!.text)) || (words[to]?.hyphened === true && /^\p{Lu}\p{Ll}/u.test(words[to].text));

/** In small letters these are everyday words: a "don manuel" names no Manuel, "marié" no Marie. */
const EVERYDAY = new Set('marié marie manuel aimé pierre rose clément marine constant parfait victoire blanche prudence violette olive franc'.split(' '));

/** "ETCHEVERRY Antoine", "Etcheverry (Antoine)". */
const isSurnameFirst = (words: readonly Word[], at: number, name: readonly string[]): boolean =>
  name.length > 1 &&
  name.slice(1).every((word, k) => {
    const said = words[at - name.length + 1 + k];
    return said?.fold === word && said.sentence === words[at]!.sentence && isWrittenAsName(said, words);
  });

/** "Ginette" in "Ginette Joly" is Ginette Joly, where the target has both. */
export function isPartOfName(subject: Subject, name: readonly string[], { from }: Place): boolean {
  if (!subject.sharedFirstWords.has(name[0]!)) return false;
  const { words } = subject.reading;
  return subject.leaves.some((other) => {
    if (other.kind !== 'name') return false;
    const longer = wordsOf(String(other.value));
    return longer.length > name.length && longer.every((word, i) => words[from + i]?.fold === word);
  });
}

/** "L'appart de Tours" is the flat of Tours, the "baraque" the house. */
const SHORTENED: ReadonlyMap<string, string> = new Map(
  Object.entries({ appart: 'appartement', appt: 'appartement', baraque: 'maison', bagnole: 'voiture', automobile: 'voiture' }),
);
/** "Lafer" is "l'Afer" without its apostrophe. */
const unglued = (said: string): string | undefined => (said.length > 4 && /^[ld][aeiouyh]/.test(said) ? said.slice(1) : undefined);
const sameWord = (said: string | undefined, wanted: string): boolean => said !== undefined && (said === wanted || SHORTENED.get(said) === wanted || unglued(said) === wanted);

const places = new WeakMap<readonly Word[], ReadonlyMap<string, readonly number[]>>();
const NOWHERE: readonly number[] = [];
/** Where a text says each word, as it stands there or as `sameWord` takes it. */
function placesOfWords(words: readonly Word[]): ReadonlyMap<string, readonly number[]> {
  const known = places.get(words);
  if (known) return known;
  const found = new Map<string, number[]>();
  words.forEach(({ fold }, at) => {
    for (const said of [fold, SHORTENED.get(fold), unglued(fold)]) {
      if (said === undefined) continue;
      const own = found.get(said);
      if (own) own.push(at);
      else found.set(said, [at]);
    }
  });
  places.set(words, found);
  return found;
}
/** "L'appartement à Limoges" is the flat of Limoges. */
const LINKS = new Set(['de', 'd', 'du', 'a', 'au']);

/** Where the words of a value stand in a row. */
export function phrasePlaces(words: readonly Word[], phrase: readonly string[]): { from: number; to: number }[] {
  const places: { from: number; to: number }[] = [];
  if (phrase.length === 0) return places;
  const loose = phrase.map(loosened);
  for (let i = 0; i + phrase.length <= words.length; i++)
    if (phrase.every((word, k) => sameWord(words[i + k]!.fold, word) || words[i + k]!.loose === loose[k] || (k > 0 && LINKS.has(word) && LINKS.has(words[i + k]!.fold))))
      places.push({ from: i, to: i + phrase.length });
  return places;
}
