import { decodeToon, type Hints, type Pack, type Stratum } from '@case-swarm/schema';
import { fingerprintOf, type Fingerprint } from '../gate/duplicate/fingerprint.ts';
import { judge } from '../gate/run.ts';
import type { Verdict } from '../gate/verdict.ts';
import { frenchDictionary } from '../language/french-dictionary.ts';

export interface JudgeOrder {
  readonly text: string;
  readonly targetToon: string;
  readonly stratum?: Stratum;
  readonly hints: Hints;
  readonly proven?: boolean;
}

export interface Judgement {
  readonly verdict: Verdict;
  readonly fingerprint: Fingerprint;
}

export function judgeText(pack: Pack, { targetToon, ...order }: JudgeOrder): Judgement {
  return { verdict: judge({ pack, dictionary: frenchDictionary(), ...order, target: decodeToon(targetToon) }), fingerprint: fingerprintOf(order.text) };
}
