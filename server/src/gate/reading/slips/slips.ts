import type { Dictionary } from '../dictionary.ts';
import type { Reading } from '../words.ts';
import { agreementRules } from './agreement.ts';
import { commonRules, dropsNegation } from './common.ts';
import { homophoneRules } from './homophones.ts';
import { Look, type SlipRule } from './look.ts';
import { verbRules } from './verbs.ts';

const RULES = [...agreementRules, ...homophoneRules, ...verbRules, ...commonRules];

/**
 * Slips whose every word is in the dictionary ("les frais sont payé", "il à vendu", "deux enfant"), by the words' own
 * morphology. Each rule looks at a word and its neighbours in one clause. Returns the index of each wrong word.
 */
export const slipsOf = (reading: Reading, dictionary: Dictionary, knownWords: ReadonlySet<string>): number[] => wordsWhere(RULES, reading, dictionary, knownWords);

/** Ways of speaking that a clean text may have. */
export const colloquialOf = (reading: Reading, dictionary: Dictionary, knownWords: ReadonlySet<string>): number[] => wordsWhere([dropsNegation], reading, dictionary, knownWords);

function wordsWhere(rules: readonly SlipRule[], { words, text }: Reading, dictionary: Dictionary, knownWords: ReadonlySet<string>): number[] {
  const found: number[] = [];
  const look = new Look(words, dictionary, text, knownWords);
  words.forEach((word, at) => {
    if (knownWords.has(word.fold) && /^\p{Lu}/u.test(word.text)) return;
    if (/^\d/.test(word.text)) return;
    look.at = at;
    if (rules.some((rule) => rule(look))) found.push(at);
  });
  return found;
}
