import { decodeToon, loadPack, type Stratum } from '@case-swarm/schema';
import { frenchDictionary } from '../language/french-dictionary.ts';
import { judge } from './run.ts';
import type { Verdict } from './verdict.ts';

export const pack = await loadPack();

/** Judges a text beside a target in TOON, for the tests of the gate. */
export const judgeToon = (toon: string, text: string, stratum?: Stratum, hints = {}): Verdict =>
  judge({ pack, dictionary: frenchDictionary(), text, target: decodeToon(toon), hints, ...(stratum ? { stratum } : {}) });

/** Codes of what a verdict refuses. */
export const refusalsIn = ({ problems }: Verdict): string[] => problems.filter(({ severity }) => severity === 'refuse').map(({ code }) => code);
