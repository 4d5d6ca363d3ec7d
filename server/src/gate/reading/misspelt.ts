import { surnames, towns } from '@case-swarm/schema';
import { isFirstName } from './first-names.ts';
import { fold, type Word } from './words.ts';

/** A shorter name is another's with one letter changed as soon as it is itself misspelt. */
const LEAST = 6;
const OTHERS = new Set([...surnames, ...towns].map(fold));

/**
 * Where a hurried hand has a letter wrong in a name or a place of the target ("Bruxelle"): the index of each such word, and
 * the word that was meant. What is a name or a town itself, or any other word, is not taken for another.
 */
export function misspeltNames(words: readonly Word[], known: ReadonlySet<string>, isWord: (word: string) => boolean): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  words.forEach(({ text, lower, fold: said }, at) => {
    if (said.length < LEAST - 1 || !/^\p{Lu}\p{Ll}/u.test(text) || known.has(said) || OTHERS.has(said) || isFirstName(lower) || isWord(lower)) return;
    const meant = [...known].filter((word) => word.length >= LEAST && isOneLetterOff(said, word));
    if (meant.length === 1) found.set(at, meant[0]!);
  });
  return found;
}

/** One letter more, less or another, or two that changed places. */
function isOneLetterOff(said: string, wanted: string): boolean {
  if (Math.abs(said.length - wanted.length) > 1) return false;
  let at = 0;
  while (at < said.length && said[at] === wanted[at]) at++;
  const [rest, own] = [said.slice(at), wanted.slice(at)];
  return rest.slice(1) === own || rest === own.slice(1) || rest.slice(1) === own.slice(1) || (rest[0] === own[1] && rest[1] === own[0] && rest.slice(2) === own.slice(2));
}
