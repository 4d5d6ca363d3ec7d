import { xxh64 } from '@node-rs/xxhash';
import { MONTHS } from '@case-swarm/schema';
import type { Figure } from '../reading/figures.ts';
import { readText } from '../reading/text.ts';
import { fold, type Reading } from '../reading/words.ts';
import { shinglesOf, signatureOf } from './minhash.ts';

/** What later texts are compared with. */
export interface Fingerprint {
  /** Hash of the folded text. */
  readonly textHash: string;
  /** Hash of the text with its names and figures masked. */
  readonly skeleton: string;
  /** Word 3-grams of the folded text, and of the masked one. */
  readonly textShingles: Uint32Array;
  readonly skeletonShingles: Uint32Array;
  readonly textSignature: Uint32Array;
  readonly skeletonSignature: Uint32Array;
}

export function fingerprintOf(text: string): Fingerprint {
  const { reading, figures } = readText(text);
  const textShingles = shinglesOf(reading.words.map((word) => word.fold));
  const masked = maskedWords(reading, figures);
  const skeletonShingles = shinglesOf(masked);
  return {
    textHash: textHash(text),
    skeleton: hash(masked.join(' ')),
    textShingles,
    skeletonShingles,
    textSignature: signatureOf(textShingles),
    skeletonSignature: signatureOf(skeletonShingles),
  };
}

/** A month is a figure even in a date that no calendar has ("37 avril"); "d'Hugo" is "de Gérard". */
const DATED: ReadonlySet<string> = new Set([...MONTHS.map(fold), 'er']);
const WHOLE: ReadonlyMap<string, string> = new Map(Object.entries({ d: 'de', l: 'le', la: 'le', qu: 'que' }));

/** A text with its names and figures masked: two texts of one skeleton are one template filled twice. */
function maskedWords(reading: Reading, figures: readonly Figure[]): string[] {
  const masked = new Set<number>();
  for (const figure of figures) for (let i = figure.from; i < figure.to; i++) masked.add(i);
  const words = reading.words.map((word, index) => (masked.has(index) || DATED.has(word.fold) ? '#' : /^\p{Lu}/u.test(word.text) ? '@' : (WHOLE.get(word.fold) ?? word.fold)));
  return words.filter((word, index) => word !== words[index - 1] || (word !== '@' && word !== '#'));
}

/** Equal after folding case, accents, blanks and punctuation. */
const textHash = (text: string): string =>
  hash(
    fold(text)
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
/** The very bytes of a text. */
export const exactHash = (text: string): string => hash(text);

const hash = (text: string): string => xxh64(text).toString(16).padStart(16, '0');
