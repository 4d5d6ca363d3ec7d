import type { Dictionary } from '../dictionary.ts';
import type { Reading } from '../words.ts';
import { agreementRules } from './agreement.ts';
import { homophoneRules } from './homophones.ts';
import { Look } from './look.ts';
import { verbRules } from './verbs.ts';

const RULES = [...agreementRules, ...homophoneRules, ...verbRules];

/**
 * Slips whose every word is in the dictionary ("les frais sont payé", "il à vendu", "deux enfant"), by the words' own
 * morphology. Each rule looks at a word and its neighbours in one clause. Returns the index of each wrong word.
 */
export function slipsOf({ words, text }: Reading, dictionary: Dictionary, knownWords: ReadonlySet<string>): number[] {
  const found: number[] = [];
  const look = new Look(words, dictionary, text, knownWords);
  words.forEach((word, at) => {
    if (knownWords.has(word.fold) && /^\p{Lu}/u.test(word.text)) return;
    if (/^\d/.test(word.text)) return;
    look.at = at;
    if (RULES.some((rule) => rule(look))) found.push(at);
  });
  return found;
}
