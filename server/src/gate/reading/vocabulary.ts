import type { Writing } from '@case-swarm/schema';

/** A pack's words that no dictionary has, as sets: they are asked for each word of a text. */
interface Vocabulary {
  readonly abbreviations: ReadonlySet<string>;
  readonly terms: ReadonlySet<string>;
}

const known = new WeakMap<Writing, Vocabulary>();

export function vocabularyOf(writing: Writing): Vocabulary {
  const found = known.get(writing) ?? { abbreviations: new Set(writing.abbreviations), terms: new Set(writing.terms) };
  known.set(writing, found);
  return found;
}
