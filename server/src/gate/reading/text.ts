import { figuresOf, type Figure } from './figures.ts';
import { read, type Reading } from './words.ts';

/** A whole text, read. */
export interface TextReading {
  readonly reading: Reading;
  readonly figures: readonly Figure[];
}

/** The text read last: its verdict and its fingerprint are asked for one after the other. */
let last: { readonly text: string; readonly read: TextReading } | undefined;

/** Reads a text with its blanks and apostrophes made one. */
export function readText(text: string): TextReading {
  if (last?.text !== text) {
    const reading = read(text.replaceAll(/[\u00a0\u202f\u2009]/g, ' ').replaceAll('’', "'"));
    last = { text, read: { reading, figures: figuresOf(reading) } };
  }
  return last.read;
}
