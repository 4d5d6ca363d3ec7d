import { assetRules } from './assets.ts';
import { coupleRules } from './couple.ts';
import { dateRules } from './dates.ts';
import { debtRules } from './debts.ts';
import { descendantRules } from './descendants.ts';
import { giftRules } from './gifts.ts';
import { insuranceRules } from './insurance.ts';
import { internationalRules } from './international.ts';
import { partitionRules } from './partition.ts';
import { personRules } from './persons.ts';
import { willRules } from './wills.ts';
import type { Rule } from './types.ts';

/** All integrity rules, a file for each family. */
export const successionRules: readonly Rule[] = [
  ...personRules,
  ...dateRules,
  ...coupleRules,
  ...descendantRules,
  ...giftRules,
  ...willRules,
  ...insuranceRules,
  ...assetRules,
  ...debtRules,
  ...partitionRules,
  ...internationalRules,
];
