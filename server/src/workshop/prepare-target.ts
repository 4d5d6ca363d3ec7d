import type { Hints, Pack, Stratum } from '@case-swarm/schema';
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

export function prepareTarget(pack: Pack, { stratum, ...key }: TargetOrder): PreparedTarget {
  const target = buildTarget(pack, stratum, key);
  return {
    toon: target.toon,
    prompt: renderPrompt(pack, target.payload, target.toon, stratum, target.hints),
    hints: target.hints,
    rejectedDraws: target.rejectedDraws.map(({ draw, reason }) => ({ draw, reason })),
  };
}
