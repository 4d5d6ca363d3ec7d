import { knownFemaleFirstNames, knownMaleFirstNames } from '@case-swarm/schema';
import { fold, type Word } from './words.ts';

/** As they are written. */
export const FIRST_NAMES: readonly string[] = [...knownMaleFirstNames, ...knownFemaleFirstNames];
const MALE = new Set(knownMaleFirstNames.map((name) => name.toLowerCase()));
const FEMALE = new Set(knownFemaleFirstNames.map((name) => name.toLowerCase()));
export const isFirstName = (lower: string): boolean => MALE.has(lower) || FEMALE.has(lower);
/** As far as a first name tells. */
export function sexOf({ lower }: Pick<Word, 'lower'>): 'm' | 'f' | undefined {
  const [male, female] = [MALE.has(lower), FEMALE.has(lower)];
  return male === female ? undefined : male ? 'm' : 'f';
}
const FOLDED: ReadonlyMap<string, 'm' | 'f' | undefined> = new Map(FIRST_NAMES.map((name) => [fold(name), sexOf({ lower: name.toLowerCase() })]));
/** Of a name's folded words, as far as the first one tells. */
export const sexOfName = (words: readonly string[]): 'm' | 'f' | undefined => FOLDED.get(words[0] ?? '');
