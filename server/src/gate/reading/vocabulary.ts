import { rememberedOf, type Writing } from '@case-swarm/schema';

/** A pack's words that no dictionary has, as sets: they are asked for each word of a text. */
interface Vocabulary {
  readonly abbreviations: ReadonlySet<string>;
  readonly terms: ReadonlySet<string>;
}

export const vocabularyOf = rememberedOf(({ abbreviations, terms }: Writing): Vocabulary => ({ abbreviations: new Set(abbreviations), terms: new Set(terms) }));
