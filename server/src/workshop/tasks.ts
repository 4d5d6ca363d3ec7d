import { decodeToon, type Hints, type Pack, type Stratum } from '@case-swarm/schema';
import { fingerprintOf, type Fingerprint } from '../gate/duplicate/fingerprint.ts';
import { judge } from '../gate/run.ts';
import type { Verdict } from '../gate/verdict.ts';
import { frenchDictionary } from '../language/french-dictionary.ts';
import { renderPrompt } from '../prompt/render.ts';
import { buildTarget } from '../target/build.ts';

/** What identifies a target: it is a function of these alone. */
export interface TargetOrder {
  readonly seed: number;
  readonly ordinal: number;
  readonly draw: number;
  readonly stratum: Stratum;
}

export interface PreparedTarget {
  readonly toon: string;
  readonly prompt: string;
  readonly hints: Hints;
  readonly rejectedDraws: readonly { readonly draw: number; readonly reason: string }[];
}

export interface JudgeOrder {
  readonly text: string;
  readonly targetToon: string;
  readonly stratum?: Stratum;
  readonly hints: Hints;
}

export interface Judgement {
  readonly verdict: Verdict;
  readonly fingerprint: Fingerprint;
}

export function prepareTarget(pack: Pack, { stratum, ...key }: TargetOrder): PreparedTarget {
  const target = buildTarget(pack, stratum, key);
  return {
    toon: target.toon,
    prompt: renderPrompt(pack, target.payload, target.toon, stratum, target.hints),
    hints: target.hints,
    rejectedDraws: target.rejectedDraws.map(({ draw, reason }) => ({ draw, reason })),
  };
}

export function judgeText(pack: Pack, { targetToon, ...order }: JudgeOrder): Judgement {
  return { verdict: judge({ pack, dictionary: frenchDictionary(), ...order, target: decodeToon(targetToon) }), fingerprint: fingerprintOf(order.text) };
}
