import type { Dictionary } from '../dictionary.ts';
import type { Reading } from '../words.ts';
import { agreementRules } from './agreement.ts';
import { apartRules } from './apart.ts';
import { commonRules, dropsNegation } from './common.ts';
import { confusionRules } from './confusions.ts';
import { endingRules } from './endings.ts';
import { homophoneRules } from './homophones.ts';
import { Look, type SlipRule } from './look.ts';
import { subjectRules } from './subjects.ts';
import { verbRules } from './verbs.ts';

const RULES: readonly SlipRule[] = [...agreementRules, ...apartRules, ...homophoneRules, ...verbRules, ...commonRules, ...confusionRules, ...endingRules, ...subjectRules];
const GENERAL = RULES.filter((rule) => rule.on === undefined && rule.after === undefined && rule.of === undefined);
const BY_WORD = rulesBy((rule) => rule.on);
const BY_WORD_BEFORE = rulesBy((rule) => rule.after);
const OF_KIND = RULES.filter((rule) => rule.of !== undefined);
const BY_KINDS = new Map<string, readonly SlipRule[]>();

function rulesBy(wordsOf: (rule: SlipRule) => ReadonlySet<string> | undefined): ReadonlyMap<string, readonly SlipRule[]> {
  const rules = new Map<string, SlipRule[]>();
  for (const rule of RULES) for (const word of wordsOf(rule) ?? []) rules.set(word, [...(rules.get(word) ?? []), rule]);
  return rules;
}

/** Rules about words of any of these kinds. */
function rulesOf(kinds: string): readonly SlipRule[] {
  let known = BY_KINDS.get(kinds);
  if (!known) BY_KINDS.set(kinds, (known = OF_KIND.filter((rule) => [...rule.of!].some((kind) => kinds.includes(kind)))));
  return known;
}

export interface Slip {
  /** A way of speaking ("j'ai pas") is no fault of a clean text. */
  readonly kind: 'slip' | 'colloquial';
  /** Index of the word. */
  readonly at: number;
}

/**
 * Slips whose every word is in the dictionary ("les frais sont payé", "il à vendu", "deux enfant"), by the words' own
 * morphology, and ways of speaking. Each rule looks at a word and its neighbours in one clause.
 */
export function slipsOf({ words, text }: Reading, dictionary: Dictionary, knownWords: ReadonlySet<string>): Slip[] {
  const found: Slip[] = [];
  const look = new Look(words, dictionary, text, knownWords);
  const finds = (rule: SlipRule): boolean => rule(look);
  words.forEach((word, at) => {
    if (knownWords.has(word.fold) && /^\p{Lu}/u.test(word.text)) return;
    if (/^\d/.test(word.text)) return;
    look.at = at;
    if (BY_WORD.get(word.lower)?.some(finds) || BY_WORD_BEFORE.get(look.lower(-1))?.some(finds) || rulesOf(look.kinds).some(finds) || GENERAL.some(finds))
      found.push({ kind: 'slip', at });
    if (dropsNegation.on?.has(word.lower) && dropsNegation(look)) found.push({ kind: 'colloquial', at });
  });
  return found;
}
