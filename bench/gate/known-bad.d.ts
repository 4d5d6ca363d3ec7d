import type { Hints, Pack, Payload, Random, Stratum } from '../../schema/dist/index.js';

export interface Pair {
  readonly text: string;
  readonly target: Payload;
  readonly toon: string;
  readonly stratum: Stratum;
  readonly hints: Hints;
}
type Make = (one: Pair, random: Random, others: readonly Pair[], pack: Pack) => Pair | undefined;
export function isChanged(bad: Pair | undefined, one: Pair): bad is Pair;
/** By kind: the codes that a verdict gives for the right reason, and how a good pair is made bad. */
export const knownBad: Readonly<Record<string, readonly [reason: RegExp, make: Make]>>;
