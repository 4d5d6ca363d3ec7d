import type { Coverage, Profile, Stratum } from '@case-swarm/schema';
import type { Counts } from '../store/store.ts';

/** Accepted cases by axis and level, kept in memory; a function of the accepted set. */
export class AcceptedCounts {
  readonly #counts = new Map<string, Map<string, number>>();
  constructor(profile: Profile, accepted: readonly Stratum[]) {
    for (const axis of profile.axes) this.#counts.set(axis.name, new Map(axis.levels.map((level) => [String(level), 0])));
    for (const stratum of accepted) this.add(stratum, 1);
  }
  add(stratum: Stratum, by: 1 | -1): void {
    for (const [axis, level] of Object.entries(stratum)) {
      const levels = this.#counts.get(axis);
      const key = String(level);
      if (levels?.has(key)) levels.set(key, levels.get(key)! + by);
    }
  }
  of(axis: string, level: string | null): number {
    return this.#counts.get(axis)?.get(String(level)) ?? 0;
  }
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** The `coverage` object of the contract: each axis with its plan and what is accepted. */
export function coverageOf(
  profile: Profile,
  campaign: { targetTotalCases: number; generationTarget: number; seedCases: number },
  counts: Counts,
  accepted: AcceptedCounts,
): Coverage {
  const dimensions: Coverage['dimensions'] = {};
  for (const axis of profile.axes) {
    const rows: Coverage['dimensions'][string] = {};
    const whole = axis.condition ? campaign.generationTarget * conditionShare(profile, axis.condition) : campaign.generationTarget;
    axis.levels.forEach((level, i) => {
      const current = accepted.of(axis.name, level);
      const target = rounded(axis.shares[i]! * whole);
      rows[level ?? 'none'] = { target_share: rounded(axis.shares[i]! * 100) / 100, target_count: target, current, gap: rounded(target - current) };
    });
    dimensions[axis.name] = rows;
  }
  return {
    target_total_cases: campaign.targetTotalCases,
    generation_target: campaign.generationTarget,
    seed_cases: campaign.seedCases,
    issued: counts.issued,
    submitted: counts.accepted,
    training_cases_current: counts.accepted,
    remaining: Math.max(0, campaign.generationTarget - counts.accepted - counts.parked),
    dimensions,
  };
}

function conditionShare(profile: Profile, condition: { readonly axis: string; readonly levels: readonly string[] }): number {
  const axis = profile.axes.find((item) => item.name === condition.axis)!;
  return condition.levels.reduce((sum, level) => sum + axis.shares[axis.levels.indexOf(level)]!, 0);
}

/** Rows by which the worst level is off its plan, at the number of cases accepted so far. */
export function worstMargin(coverage: Coverage): number {
  const progress = coverage.training_cases_current / Math.max(1, coverage.generation_target);
  return Math.max(0, ...Object.values(coverage.dimensions).flatMap((levels) => Object.values(levels).map((row) => Math.abs(row.current - row.target_count * progress))));
}
