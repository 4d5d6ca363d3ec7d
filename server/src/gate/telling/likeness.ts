import type { ClassesOf, FactWords } from '@case-swarm/schema';
import type { Untold } from './untold.ts';

/** Words that every sentence has, and such as tell nothing without another. */
const SMALL = new Set(
  (
    'le la les l un une des du de d a au aux et en y ce cet cette ces c qu que qui se s sa son ses leur leurs il elle ils elles on nous vous je j me m te t ne n pas est sont etait etaient ' +
    'avait avaient ont ai suis par pour sur dans avec sans plus tres aussi mais ou si dont deja encore depuis toujours deux trois quatre cinq six enfin surtout vie nom fait faux vrai existe existait pris prise laisse laissait'
  ).split(' '),
);
/** Letters by which words of one stem are known. */
const STEM = 6;
const FEWEST_TOKENS = 3;
/** Telling words of a clause: what stands beside a fact of the target speaks of it in words of its own. */
const FEWEST_TELLING = 2;
/** What joins a clause or a sentence to the one before says nothing of either. */
const JOINING = new Set(['et', 'puis', 'mais', 'ou', 'donc']);

const isMark = (token: string): boolean => token.startsWith('§');
/** Whether a token is a word of its own, of which the target says nothing. */
const isTelling = (token: string): boolean => !isMark(token) && !SMALL.has(token);

/** What a sentence is known by: its words, their stems and classes, the pairs that stand side by side, and what it begins with beside each class. Each once. */
export function featuresOf(all: readonly string[], classesOf: ClassesOf): ReadonlySet<string> {
  const start = all.findIndex((token) => !JOINING.has(token));
  const tokens = start < 0 ? all : all.slice(start);
  const begin = tokens[0] ?? '';
  const features = new Set<string>([`^ ${begin}`]);
  tokens.forEach((token, at) => {
    if (isTelling(token)) {
      features.add(token);
      if (token.length > STEM) features.add(`${token.slice(0, STEM)}*`);
      for (const name of classesOf(token)) features.add(`~${name}`).add(`^ ${begin} ~${name}`);
    }
    features.add(`${token} ${tokens[at + 1] ?? '$'}`);
  });
  return features;
}

/** Whether there is anything to weigh: a few words, one of which tells something. */
export const canBeWeighed = ({ tokens, isWhole }: Pick<Untold, 'tokens' | 'isWhole'>): boolean =>
  tokens.length >= FEWEST_TOKENS && tokens.filter(isTelling).length >= (isWhole ? 1 : FEWEST_TELLING);

/** How much a sentence of these features sounds like a fact, by what was learnt of others: above the threshold it does. A logistic regression's margin. */
export function likenessOf(features: ReadonlySet<string>, { bias, weights }: Pick<FactWords, 'bias' | 'weights'>): number {
  let sum = 0;
  for (const feature of features) sum += weights.get(feature) ?? 0;
  return bias + sum / Math.sqrt(features.size);
}
