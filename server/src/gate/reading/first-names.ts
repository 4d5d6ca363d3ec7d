import { femaleFirstNames, maleFirstNames } from '@case-swarm/schema';
import { fold, type Word } from './words.ts';

const MALE = new Set(maleFirstNames.map((name) => name.toLowerCase()));
const FEMALE = new Set(femaleFirstNames.map((name) => name.toLowerCase()));
export const isFirstName = (lower: string): boolean => MALE.has(lower) || FEMALE.has(lower);
/** As far as a first name tells. */
export function sexOf({ lower }: Pick<Word, 'lower'>): 'm' | 'f' | undefined {
  const [male, female] = [MALE.has(lower), FEMALE.has(lower)];
  return male === female ? undefined : male ? 'm' : 'f';
}
const FOLDED: ReadonlyMap<string, 'm' | 'f' | undefined> = new Map([...maleFirstNames, ...femaleFirstNames].map((name) => [fold(name), sexOf({ lower: name.toLowerCase() })]));
/** Of a name's folded words, as far as the first one tells. */
export const sexOfName = (words: readonly string[]): 'm' | 'f' | undefined => FOLDED.get(words[0] ?? '');
