import type { Word } from '../reading/words.ts';
import type { Place } from './score.ts';

const REACH = 8;

/** Whether what a place tells is told of more than one: in its clause, of two in front of it or behind, or of another as well. */
export function isOfSeveral(words: readonly Word[], { from, to }: Place): boolean {
  const { clause, sentence } = words[from]!;
  // "Un terrain commun aux deux": one thing of two people.
  if (words[from]!.fold === 'aux' && /^commune?$/.test(words[from - 1]?.fold ?? '')) return false;
  // "…, et Anne qui est née" begins with her.
  const before = words.slice(Math.max(0, from - REACH), to).filter((word, i, near) => word.clause === clause && (word.fold !== 'et' || near[i - 1]?.clause === clause));
  const behind = words.slice(to, to + REACH).filter((word) => word.sentence === sentence);
  return (
    before.some(isPlural) ||
    behind.some(({ fold }, i) => TOO.has(fold) || (fold === 'comme' && behind[i - 1]?.fold === 'tout') || (fold === 'que' && behind[i - 1]?.fold === 'ainsi')) ||
    isBehindTwo(words, from) ||
    // "Une voiture qui est commune et un portefeuille": the first of them.
    (words[from - 1]?.fold !== 'qui' && isInFrontOfTwo(words, to)) ||
    isInFrontOfTwoNames(words, to)
  );
}
const TOO = new Set(['aussi', 'egalement', 'idem', 'pareil', 'meme', 'deux', 'autres']);

/** "Nés", "sont", "acceptent", "deux", "eux". */
const isPlural = ({ fold }: Word): boolean => SEVERAL.has(fold) || (/[a-z]{3}(?:s|ent)$/.test(fold) && !ONE.has(fold) && !/(?:m|i)ent$/.test(fold));
const SEVERAL = new Set('ils elles eux eus eues nous ont sont et tous tout deux trois quatre les des ces ses aux nes chacun chacune'.split(' '));
/** Words that end as a plural does. */
const ONE = new Set(
  'fils frais pacs dans sans mais apres plus tres avais etais suis mois puis alors lors jamais chez dont depuis hors pays cas temps fois proces deces longtemps'.split(' '),
);

/** "Avait acheté une maison à Lille et un garage". */
const isInFrontOfTwo = (words: readonly Word[], to: number): boolean =>
  words.slice(to, to + 2 * REACH).some(({ fold, clause }, i, behind) => fold === 'et' && clause === words[to - 1]!.clause && DETERMINERS.has(behind[i + 1]?.fold ?? ''));
/** "Qu'il a eu Josette et Sylvie". */
const isInFrontOfTwoNames = (words: readonly Word[], to: number): boolean => {
  let and = to;
  while (/^\p{Lu}/u.test(words[and]?.text ?? '')) and++;
  return and > to && words[and]?.fold === 'et' && /^\p{Lu}/u.test(words[and + 1]?.text ?? '') && words[and + 1]!.sentence === words[to - 1]!.sentence;
};
const DETERMINERS = new Set(['un', 'une', 'deux', 'des', 'son', 'sa', 'ses', 'le', 'la', 'l', 'les']);

/** "Colette et Thérèse, d'une première union", "et, d'une précédente union, Céline et Luc"; "Colette et Thérèse, cette dernière d'une …" is of one. */
function isBehindTwo(words: readonly Word[], from: number): boolean {
  const { clause, sentence } = words[from]!;
  let start = from;
  while (words[start - 1]?.clause === clause) start--;
  if (ONES.test(words[start]!.fold) || LAST.has(words[start]!.fold) || LAST.has(words[start + 1]?.fold ?? '')) return false;
  const isIn = (at: number): boolean => words[at]?.sentence === sentence;
  const isName = (at: number): boolean => isIn(at) && /^\p{Lu}/u.test(words[at]!.text);
  if (isIn(start - 1) && words[start - 1]!.fold === 'et') return true;
  let and = start - 1;
  while (isName(and)) and--;
  return and < start - 1 && isIn(and) && words[and]!.fold === 'et' && isName(and - 1);
}
/** "Née d'une première union" is said of one, however many stand before. */
const ONES = /^(?:nee?|issue?|adoptee?)$/;
const LAST = new Set(['celle', 'celui', 'derniere', 'dernier', 'seconde', 'second', 'elle', 'lui']);
