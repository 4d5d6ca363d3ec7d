import { coupleRules } from './couple.ts';
import { descendantRules } from './descendants.ts';
import { estateRules } from './estate.ts';
import { liberalityRules } from './liberalities.ts';
import { dateRules, personRules } from './persons.ts';
import type { Rule } from './types.ts';

export const successionRules: readonly Rule[] = [...personRules, ...dateRules, ...coupleRules, ...descendantRules, ...liberalityRules, ...estateRules];
