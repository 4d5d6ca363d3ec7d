import { readFileSync } from 'node:fs';
import { folded } from './folded.ts';
import { remembered } from './remembered.ts';

/** What a gate has learnt of sentences that tell facts of a domain and of such as do not: a logistic regression over words, pairs of words and classes of words. */
export interface FactWords {
  /** What lies above it is taken for a fact: a sentence of its own, and a clause beside a fact that is given. */
  readonly thresholds: { readonly sentence: number; readonly clause: number };
  readonly bias: number;
  /** By a word ("boursicotait"), the beginning of one ("boursi*"), two side by side ("il tenait"), or a class ("~métier"). */
  readonly weights: ReadonlyMap<string, number>;
  readonly classesOf: ClassesOf;
}

/** The semantic classes of a word, lower case and without accents ("camionnette": a vehicle); none of most words. */
export type ClassesOf = (word: string) => readonly string[];

/** Reads lines of a name and a number, parted by a tab; the first three are the thresholds of sentences and of clauses, and the bias. */
export function readFactWords(file: URL, classesOf: ClassesOf): FactWords {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const [sentence, clause, bias, ...weights] = lines.map((line) => {
    const at = line.lastIndexOf('\t');
    return [line.slice(0, at), Number(line.slice(at + 1))] as const;
  });
  return { thresholds: { sentence: sentence![1], clause: clause![1] }, bias: bias![1], weights: new Map(weights), classesOf };
}

/** How French marks the plural and the feminine of a word that stands in its plain form. */
const ENDINGS = ['', 's', 'x', 'e', 'es'];

/** Reads lines of a class, a tab and its words in their plain form; `achet*` stands for every word that begins so and is not named itself. */
export function readSemanticClasses(file: URL): ClassesOf {
  const whole = new Map<string, Set<string>>();
  const begun: (readonly [beginning: string, name: string])[] = [];
  for (const line of readFileSync(file, 'utf8').trimEnd().split('\n')) {
    const [name, words] = line.split('\t') as [string, string];
    for (const word of words.split(' ').map(folded)) {
      if (word.endsWith('*')) begun.push([word.slice(0, -1), name]);
      else for (const ending of ENDINGS) whole.set(word + ending, (whole.get(word + ending) ?? new Set()).add(name));
    }
  }
  return remembered((word) => [...(whole.get(word) ?? new Set(begun.flatMap(([beginning, name]) => (word.startsWith(beginning) ? [name] : []))))]);
}
