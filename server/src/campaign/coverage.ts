import type { Coverage, Profile, Stratum } from '@case-swarm/schema';
import type { Counts } from '../store/store.ts';

/** Accepted cases by axis and level, kept in memory; a function of the accepted set. */
export class AcceptedCounts {
  readonly #counts = new Map<string, Map<string, number>>();
  constructor(profile: Profile, accepted: Iterable<Stratum>) {
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
  /** Counts by axis and level, as another process can go on from. */
  toJSON(): Record<string, Record<string, number>> {
    return Object.fromEntries([...this.#counts].map(([axis, levels]) => [axis, Object.fromEntries(levels)]));
  }
  /** Counts that `toJSON` told; of levels that the profile has no more nothing is kept. */
  restore(counts: Readonly<Record<string, Readonly<Record<string, number>>>>): void {
    for (const [axis, levels] of this.#counts) for (const level of levels.keys()) levels.set(level, counts[axis]?.[level] ?? 0);
  }
  of(axis: string, level: string | null): number {
    return this.#counts.get(axis)?.get(String(level)) ?? 0;
  }
}

/**
 * The `coverage` object as JSON. It goes out with every answer, and most of its sixty rows stay as they were: each is
 * written anew only when its count has changed.
 */
export class CoverageText {
  readonly #rows: { readonly axis: string; readonly level: string | null; readonly share: number; readonly target: number; current: number; text: string }[][];
  readonly #profile: Profile;
  readonly #campaign: CampaignSize;

  constructor(profile: Profile, campaign: CampaignSize) {
    this.#profile = profile;
    this.#campaign = campaign;
    this.#rows = profile.axes.map((axis) => axis.levels.map((level, i) => ({ axis: axis.name, level, ...planOf(profile, campaign, axis, i), current: -1, text: '' })));
  }

  of(counts: Counts, accepted: AcceptedCounts): string {
    const dimensions = this.#rows.map((rows, i) => {
      for (const row of rows) {
        const current = accepted.of(row.axis, row.level);
        if (current === row.current) continue;
        row.current = current;
        row.text = `${JSON.stringify(row.level ?? 'none')}:${JSON.stringify(coverageRow(row.share, row.target, current))}`;
      }
      return `${JSON.stringify(this.#profile.axes[i]!.name)}:{${rows.map((row) => row.text).join(',')}}`;
    });
    return `${JSON.stringify(totalsOf(this.#campaign, counts)).slice(0, -1)},"dimensions":{${dimensions.join(',')}}}`;
  }
}

interface CampaignSize {
  readonly targetTotalCases: number;
  readonly generationTarget: number;
  readonly seedCases: number;
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** The `coverage` object of the contract: each axis with its plan and what is accepted. */
export function coverageOf(profile: Profile, campaign: CampaignSize, counts: Counts, accepted: AcceptedCounts): Coverage {
  const dimensions: Coverage['dimensions'] = {};
  for (const axis of profile.axes) {
    const rows: Coverage['dimensions'][string] = {};
    axis.levels.forEach((level, i) => {
      const { share, target } = planOf(profile, campaign, axis, i);
      rows[level ?? 'none'] = coverageRow(share, target, accepted.of(axis.name, level));
    });
    dimensions[axis.name] = rows;
  }
  return { ...totalsOf(campaign, counts), dimensions };
}

/** A level's share of the plan and its rows. */
function planOf(profile: Profile, campaign: CampaignSize, axis: Profile['axes'][number], level: number): { share: number; target: number } {
  const whole = axis.condition ? campaign.generationTarget * conditionShare(profile, axis.condition) : campaign.generationTarget;
  return { share: rounded(axis.shares[level]! * 100) / 100, target: rounded(axis.shares[level]! * whole) };
}

const coverageRow = (share: number, target: number, current: number): Coverage['dimensions'][string][string] => ({
  target_share: share,
  target_count: target,
  current,
  gap: rounded(target - current),
});

const totalsOf = (campaign: CampaignSize, counts: Counts): Omit<Coverage, 'dimensions'> => ({
  target_total_cases: campaign.targetTotalCases,
  generation_target: campaign.generationTarget,
  seed_cases: campaign.seedCases,
  issued: counts.issued,
  submitted: counts.accepted,
  training_cases_current: counts.accepted,
  remaining: Math.max(0, campaign.generationTarget - counts.accepted - counts.parked),
});

function conditionShare(profile: Profile, condition: { readonly axis: string; readonly levels: readonly string[] }): number {
  const axis = profile.axes.find((item) => item.name === condition.axis)!;
  return condition.levels.reduce((sum, level) => sum + axis.shares[axis.levels.indexOf(level)]!, 0);
}

/** Rows by which the worst level is off its plan, at the number of cases accepted so far. */
export function worstMargin(coverage: Coverage): number {
  const progress = coverage.training_cases_current / Math.max(1, coverage.generation_target);
  return Math.max(0, ...Object.values(coverage.dimensions).flatMap((levels) => Object.values(levels).map((row) => Math.abs(row.current - row.target_count * progress))));
}
