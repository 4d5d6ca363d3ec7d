import type { Rule } from './types.ts';
export const successionRules: readonly Rule[] = [];
