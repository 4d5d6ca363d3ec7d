import { readFileSync } from 'node:fs';

/** What a gate has learnt of sentences that tell facts of a domain and of such as do not: a logistic regression over words and pairs of words. */
export interface FactWords {
  /** A sentence above it is taken for a fact. */
  readonly threshold: number;
  readonly bias: number;
  /** By a word ("boursicotait"), the beginning of one ("boursi*"), or two side by side ("il tenait"). */
  readonly weights: ReadonlyMap<string, number>;
}

/** Reads lines of a name and a number, parted by a tab; the first two are the threshold and the bias. */
export function readFactWords(file: URL): FactWords {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const [threshold, bias, ...weights] = lines.map((line) => {
    const at = line.lastIndexOf('\t');
    return [line.slice(0, at), Number(line.slice(at + 1))] as const;
  });
  return { threshold: threshold![1], bias: bias![1], weights: new Map(weights) };
}
