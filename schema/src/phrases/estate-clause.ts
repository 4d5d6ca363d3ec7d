import type { Clause } from '../pack.ts';
import { clause } from './clause.ts';

/** A clause of the estate. */
export const make = (label: string, covers: string[], full: string[], short: string[], follows = false): Clause => clause('estate', label, covers, full, short, follows);
