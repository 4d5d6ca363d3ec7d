import { xxh64 } from '@node-rs/xxhash';
import { figuresOf } from '../gate/reading/figures.ts';
import { fold, read } from '../gate/reading/words.ts';

/** What later texts are compared with. */
export interface Fingerprint {
  readonly skeleton: string;
  readonly textHash: string;
}
export const fingerprintOf = (text: string): Fingerprint => ({ skeleton: skeletonHash(text), textHash: textHash(text) });

/** A text with its names and figures masked: two texts of one skeleton are one template filled twice. */
function skeletonHash(text: string): string {
  const reading = read(text);
  const masked = new Set<number>();
  for (const figure of figuresOf(reading)) for (let i = figure.from; i < figure.to; i++) masked.add(i);
  const words = reading.words.map((word, index) => (masked.has(index) ? '#' : /^\p{Lu}/u.test(word.text) ? '@' : word.fold));
  const collapsed = words.filter((word, index) => word !== words[index - 1] || (word !== '@' && word !== '#'));
  return hash(collapsed.join(' '));
}

/** Equal after folding case, accents, blanks and punctuation. */
export const textHash = (text: string): string =>
  hash(
    fold(text)
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
/** The very bytes of a text. */
export const exactHash = (text: string): string => hash(text);

const hash = (text: string): string => xxh64(text).toString(16).padStart(16, '0');
