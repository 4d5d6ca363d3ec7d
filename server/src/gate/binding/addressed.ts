import type { Word } from '../reading/words.ts';
import type { Place } from './score.ts';

const YOU = new Set(['tu', 't', 'te', 'toi', 'ta', 'ton', 'tes']);
/** A letter to a notary says "vous" too: of a name it is said where the name opens the sentence. */
const YOU_ALL = new Set([...YOU, 'vous', 'votre', 'vos']);

/** "Jeanne, je t'écris", "tu es sa fille, Jeanne, personne ne te l'enlève": a name set apart, of whom "tu" is said in its sentence. */
export function isAddressed(words: readonly Word[], { from, to }: Place): boolean {
  const { sentence, clause } = words[from]!;
  const isIn = (at: number): boolean => words[at]?.sentence === sentence;
  const isApart = (!isIn(from - 1) || words[from - 1]!.clause !== clause) && (!isIn(to) || words[to]!.clause !== clause);
  if (!isApart) return false;
  if (!isIn(from - 1)) return isIn(to) && words.slice(to).some((word) => word.sentence === sentence && YOU_ALL.has(word.fold));
  const first = words.findIndex((word) => word.sentence === sentence);
  return YOU.has(words[first]!.fold) || (isIn(to) && YOU.has(words[to]!.fold));
}

/** Whether a sentence speaks to somebody. */
export const speaksToYou = (words: readonly Word[], sentence: number): boolean => words.some((word) => word.sentence === sentence && YOU.has(word.fold));
