import { requiredBy } from './required.ts';

/** Letters of which a text has all that stand side by side anywhere in it. */
const SIZE = 3;
/** Of the numbers that triples have; two may share one. */
const NUMBERS = 1 << 12;

const numberAt = (text: string, at: number): number => (text.charCodeAt(at) * 961 + text.charCodeAt(at + 1) * 31 + text.charCodeAt(at + 2)) % NUMBERS;
const triplesIn = (text: string): number[] => Array.from({ length: Math.max(0, text.length - SIZE + 1) }, (_, at) => numberAt(text, at));

/** A string that a pattern cannot be without, with its triples of letters. */
interface Required {
  readonly string: string;
  readonly triples: readonly number[];
}

/**
 * Of many patterns those that a text could match, in their order: one whose required string is not in it need not be tried. A text
 * is gone through once for its triples of letters; a string that has one of which the text has none is not looked for.
 */
export function screened(patterns: readonly RegExp[]): (text: string) => readonly RegExp[] {
  const required = patterns.map((pattern) => requiredBy(pattern).map((string): Required => ({ string, triples: triplesIn(string) })));
  return (text) => {
    const lower = text.toLowerCase();
    const has = new Uint8Array(NUMBERS);
    for (let at = lower.length - SIZE; at >= 0; at--) has[numberAt(lower, at)] = 1;
    return patterns.filter((_, i) => required[i]!.some(({ string, triples }) => triples.every((triple) => has[triple] === 1) && lower.includes(string)));
  };
}
