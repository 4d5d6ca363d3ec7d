import type { Axis, PairMatrix, Profile, Stratum } from '@case-swarm/schema';
import { pairShares } from '../plan/sequence.ts';

interface Pair {
  readonly a: Axis;
  readonly b: Axis;
  readonly shares: Float64Array;
  readonly counts: Float64Array;
}

export interface PairCell {
  readonly axes: [string, string];
  readonly levels: [string, string];
  readonly plan: number;
  readonly accepted: number;
  readonly off: number;
}

const nameOf = (level: string | null): string => level ?? 'none';

/** Accepted cases by pair of levels, beside the plan's shares. Axes that only some rows have are left out, as in the plan's report. */
export class PairCounts {
  readonly #pairs: readonly Pair[];
  #rows = 0;
  #seen = 0;
  readonly possible: number;

  constructor(profile: Profile) {
    const axes = profile.axes.filter((axis) => axis.condition === undefined);
    this.#pairs = axes.flatMap((a, i) =>
      axes.slice(i + 1).map((b) => {
        const shares = pairShares(profile, a, b)!;
        return { a, b, shares, counts: new Float64Array(shares.length) };
      }),
    );
    this.possible = this.#pairs.reduce((sum, pair) => sum + pair.shares.filter((share) => share > 0).length, 0);
  }

  get seen(): number {
    return this.#seen;
  }

  add(stratum: Stratum, by: 1 | -1): void {
    this.#rows += by;
    for (const { a, b, counts } of this.#pairs) {
      const cell = a.levels.indexOf(stratum[a.name] ?? null) * b.levels.length + b.levels.indexOf(stratum[b.name] ?? null);
      if (cell < 0 || cell >= counts.length) continue;
      if (by === 1 && counts[cell] === 0) this.#seen++;
      counts[cell]! += by;
      if (by === -1 && counts[cell] === 0) this.#seen--;
    }
  }

  /** The cells furthest from the plan for as many rows. */
  worst(most: number): PairCell[] {
    const cells: PairCell[] = [];
    for (const { a, b, shares, counts } of this.#pairs) {
      shares.forEach((share, cell) => {
        if (share === 0) return;
        const plan = share * this.#rows;
        const off = counts[cell]! - plan;
        if (cells.length === most && Math.abs(off) <= Math.abs(cells.at(-1)!.off)) return;
        const width = b.levels.length;
        cells.push({
          axes: [a.name, b.name],
          levels: [nameOf(a.levels[Math.floor(cell / width)]!), nameOf(b.levels[cell % width]!)],
          plan: rounded(plan),
          accepted: counts[cell]!,
          off: rounded(off),
        });
        cells.sort((one, other) => Math.abs(other.off) - Math.abs(one.off));
        cells.length = Math.min(cells.length, most);
      });
    }
    return cells;
  }

  /** One pair of axes in full; undefined where there is no such pair. */
  matrix(first: string, second: string): PairMatrix | undefined {
    const pair = this.#pairs.find(({ a, b }) => (a.name === first && b.name === second) || (a.name === second && b.name === first));
    if (!pair) return undefined;
    const { a, b, shares, counts } = pair;
    const grid = <T>(cell: (index: number) => T): T[][] => a.levels.map((_, i) => b.levels.map((_level, j) => cell(i * b.levels.length + j)));
    return {
      axes: [a.name, b.name],
      levels: [a.levels.map(nameOf), b.levels.map(nameOf)],
      plan: grid((index) => rounded(shares[index]! * this.#rows)),
      accepted: grid((index) => counts[index]!),
      excluded: grid((index) => shares[index] === 0),
    };
  }
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
