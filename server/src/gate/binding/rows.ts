import { startsSentence } from '../reading/words.ts';
import type { Subject, TargetLeaf } from '../subject.ts';
import { codeHits } from './heads.ts';
import type { Place } from './score.ts';

/** "Au Crédit Agricole, il y a des titres et un livret": what opens a sentence is told of all that it goes on to name. */
export function isToldAhead({ reading: { words } }: Subject, leaf: TargetLeaf, { from, to }: Place): boolean {
  if (leaf.kind !== 'text' || !startsSentence(words, Math.max(0, from - 1)) || words[to]?.clause === words[from]!.clause) return false;
  const { sentence } = words[from]!;
  return leaf.owner.leaves.some((other) => other.key === 'type' && codeHits(other, words).some((hit) => hit.from >= to && words[hit.from]!.sentence === sentence));
}

/** From what is told to "tout comme". */
const REACH = 4;
const ROWS = new Set(['tout comme', 'ainsi que', 'meme que']);

/** "L'appartement lui était personnel, tout comme le compte et le portefeuille": told of all that the sentence goes on to name. */
export function isToldInRow({ reading: { words } }: Subject, leaf: TargetLeaf, { to }: Place): boolean {
  // A sum is not told twice over: "une maison à 215 000 €, ainsi que des terres".
  if (leaf.kind === 'amount') return false;
  const { sentence } = words[to - 1]!;
  const begins = words.slice(to, to + REACH).some((word, i, row) => word.sentence === sentence && ROWS.has(`${row[i - 1]?.fold} ${word.fold}`));
  return begins && leaf.owner.leaves.some((other) => other.key === 'type' && codeHits(other, words).some(({ from }) => from >= to && words[from]!.sentence === sentence));
}
