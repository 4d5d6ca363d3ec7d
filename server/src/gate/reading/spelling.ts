import type { Writing } from '@case-swarm/schema';
import type { Dictionary } from './dictionary.ts';
import { slipsOf } from './slips/slips.ts';
import { vocabularyOf } from './vocabulary.ts';
import { startsSentence, type Reading, type Word } from './words.ts';

/** A word that is not as it should be written. */
export interface Fault {
  readonly kind: 'unknown' | 'slip' | 'abbreviation' | 'colloquial';
  /** Index of the word. */
  readonly at: number;
  /** Surely one, and no rare word: with its accents the word is in the dictionary. */
  readonly sure?: true;
}

/** What stands before an apostrophe, and parts of words that the reader splits. */
const ELIDED = new Set('l d qu j n s c m t jusqu lorsqu puisqu quoiqu quelqu presqu aujourd hui entr'.split(' '));
/** Written together or with a hyphen before any word. */
const PREFIXES = /^(co|ré|re|pré|post|sur|sous|auto|ex|anti|inter|non|demi|mi|vice)-?(?=\p{L}{4})/u;

/** Faults of a text in reading order: unknown words, slips that rules see, short forms. */
export function faultsOf(reading: Reading, dictionary: Dictionary, writing: Writing, knownWords: ReadonlySet<string>): Fault[] {
  const faults: Fault[] = [];
  const { words } = reading;
  const { abbreviations, terms } = vocabularyOf(writing);
  words.forEach((word, at) => {
    if (abbreviations.has(word.lower) && (!isSigle(word) || word.text.length > 2)) faults.push({ kind: 'abbreviation', at });
    else if (isUnknown(reading, at, dictionary, terms, knownWords))
      faults.push({ kind: 'unknown', at, ...(lacksAccent(word.lower, dictionary) || lacksTwin(word.lower, dictionary) ? { sure: true as const } : {}) });
  });
  const wrong = new Set(faults.map((fault) => fault.at));
  for (const { kind, at } of slipsOf(reading, dictionary, knownWords)) if (!wrong.has(at)) faults.push({ kind, at, ...(kind === 'slip' ? { sure: true as const } : {}) });
  return faults.sort((a, b) => a.at - b.at);
}

/** At the head of a sentence, a line or behind a colon a capital says nothing. */
const startsPhrase = ({ words, text }: Reading, at: number): boolean =>
  startsSentence(words, at) || /[:\n]\s{0,3}$/.test(text.slice(Math.max(0, words[at]!.start - 3), words[at]!.start));

/** "Decès", "decedee": with an accent on one of its letters, or acute ones on its e's, the word is in the dictionary. */
function lacksAccent(word: string, dictionary: Dictionary): boolean {
  if (word.length < 3 || word.length > 20) return false;
  for (let i = 0; i < word.length; i++) for (const accented of ACCENTED[word[i]!] ?? []) if (dictionary.has(word.slice(0, i) + accented + word.slice(i + 1))) return true;
  const places = [...word.matchAll(/e/g)].map((match) => match.index);
  return places.length >= 2 && places.length <= MOST_ACCENTS && isWithAccents(word, places, dictionary);
}

/** "Deces", "decedee": some of its e's, each with one accent or the other. */
function isWithAccents(word: string, [at, ...rest]: readonly number[], dictionary: Dictionary): boolean {
  if (at === undefined) return dictionary.has(word);
  return ['e', 'é', 'è'].some((letter) => isWithAccents(word.slice(0, at) + letter + word.slice(at + 1), rest, dictionary));
}
/** "Aprés": with the other accent the word is in the dictionary. */
const hasOtherAccent = (word: string, dictionary: Dictionary): boolean =>
  [...word.matchAll(/[éè]/g)].some(({ index }) => dictionary.has(word.slice(0, index) + (word[index] === 'é' ? 'è' : 'é') + word.slice(index + 1)));
/** What looks like a prefix and a word, and is a word cut short. */
const GLUED = new Set(['remerci', 'réponce', 'reponce', 'recoit', 'redemend']);

/** "Conaissance", "anees": with one of its consonants doubled, and its accents, the word is in the dictionary. */
function lacksTwin(word: string, dictionary: Dictionary): boolean {
  if (word.length < 5 || word.length > 20) return false;
  for (let i = 1; i < word.length - 1; i++) {
    if (!TWINS.has(word[i]!) || word[i] === word[i - 1] || word[i] === word[i + 1]) continue;
    const twin = word.slice(0, i) + word[i]! + word.slice(i);
    if (dictionary.has(twin) || lacksAccent(twin, dictionary)) return true;
  }
  return false;
}
const TWINS = new Set('cflmnprst');

/** So many e's at most: "beneficiee". */
const MOST_ACCENTS = 5;
const ACCENTED: Readonly<Record<string, string>> = { e: 'éèê', a: 'àâ', i: 'îï', o: 'ô', u: 'ùû', c: 'ç' };

const isSigle = (word: Word): boolean => word.text.length > 1 && word.text === word.text.toUpperCase();

function isUnknown(reading: Reading, at: number, dictionary: Dictionary, terms: ReadonlySet<string>, knownWords: ReadonlySet<string>): boolean {
  const word = reading.words[at]!;
  const { text, lower } = word;
  if (/^\d/.test(text) || text.length === 1 || isSigle(word)) return false;
  // "1er", "250k": letters glued to a figure.
  if (/\d/.test(reading.text[word.start - 1] ?? '') || ELIDED.has(lower) || terms.has(lower) || knownWords.has(word.fold)) return false;
  if (dictionary.has(text)) return false;
  // "Jai", "cest", "lassurance": an apostrophe is lost.
  if (/^(?:[jcnldsmt]|qu)\p{L}{2}/u.test(lower) && dictionary.has(lower.replace(/^(?:qu|.)/u, ''))) return true;
  // A capital inside a sentence, or a word that has no lower case of its own, is a name.
  if (/^\p{Lu}/u.test(text)) return startsPhrase(reading, at) && (lacksAccent(lower, dictionary) || hasOtherAccent(lower, dictionary));
  if (GLUED.has(lower)) return true;
  const rest = lower.replace(PREFIXES, '');
  // "Reclame" is "réclame" sooner than "re-clame".
  return rest === lower || !dictionary.has(rest) || lacksTwin(lower, dictionary) || lacksAccent(lower, dictionary);
}
