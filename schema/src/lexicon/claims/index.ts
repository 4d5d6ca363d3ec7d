import type { Claim } from '../types.ts';
import { coupleClaims } from './couple.ts';
import { debtClaims } from './debts.ts';
import { estateClaims } from './estate.ts';
import { familyClaims } from './family.ts';
import { liberalityClaims } from './liberalities.ts';
import { proceedingClaims } from './proceedings.ts';
import { thingClaims } from './things.ts';
import { undoingClaims } from './undone.ts';

/**
 * The closed world in words: where one of these forms stands, a leaf under one of `supports` must be told. It catches a
 * fact that carries neither a figure nor a name ("Hugo a renoncé", "il y avait un PACS").
 */
export const successionClaims: readonly Claim[] = [
  ...familyClaims,
  ...coupleClaims,
  ...liberalityClaims,
  ...estateClaims,
  ...debtClaims,
  ...proceedingClaims,
  ...thingClaims,
  ...undoingClaims,
];
