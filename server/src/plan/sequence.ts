import { axisApplies, createRandom, pairAllowed, type Axis, type Level, type Profile, type Random, type Stratum } from '@case-swarm/schema';
import { fitPairShares } from './shares.ts';

/** Weight of a margin's excess against that of a pair; with the number of starts it trades balance for time. */
const MARGIN_WEIGHT = 36;
const STARTS = 12;
const SWEEPS = 2;
const UNSEEN_PULL = 0.5;

/** The plan's whole memory after `row` rows: counts of levels and of pairs of levels. */
export interface PlanSnapshot {
  readonly row: number;
  readonly applied: readonly number[];
  readonly margins: readonly (readonly number[])[];
  readonly pairs: readonly (readonly number[])[];
}

export interface PlanSequence {
  /** Number of the next row, from 0. */
  readonly row: number;
  next(): Stratum;
  /** Counts a row that came from elsewhere, so that the rows behind it even out what it leaves. */
  include(stratum: Stratum): void;
  snapshot(): PlanSnapshot;
}

interface Pair {
  readonly a: number;
  readonly b: number;
  readonly shares: Float64Array;
  readonly width: number;
  /** 1/√share, 0 where the pair is excluded. */
  readonly scale: Float64Array;
  readonly counts: Float64Array;
}

/**
 * The balanced sequence of strata: covariate-adaptive allocation (Pocock and Simon's minimisation) on margins and on
 * pairs at once. Each row is the cheapest of several joint descents; the rule is a pure function of (profile, seed, row).
 * A snapshot taken at row k lets row k + 1 be computed without replaying the first k.
 */
export function planSequence(profile: Profile, seed: number, from?: PlanSnapshot): PlanSequence {
  const axes = profile.axes;
  const margins = axes.map((axis, a) => Float64Array.from(from?.margins[a] ?? axis.levels.map(() => 0)));
  const applied = Float64Array.from(from?.applied ?? axes.map(() => 0));
  const marginScale = axes.map((axis) => Float64Array.from(axis.shares, (share) => (share > 0 ? 1 / Math.sqrt(share) : 0)));
  const pairs = makePairs(profile, from);
  const pairsOf = axes.map((_, a) => pairs.filter((pair) => pair.a === a || pair.b === a));
  let row = from?.row ?? 0;

  const chosen = new Int32Array(axes.length);
  const best = new Int32Array(axes.length);
  const base = axes.flatMap((axis, a) => (axis.condition ? [] : [a]));
  const conditional = axes.flatMap((axis, a) => (axis.condition ? [a] : []));

  // A row's costs don't change while it is drawn: they are worked out once, and the descents only add them up.
  const levels = axes.map((axis) => axis.levels.length);
  const marginCosts = axes.map((_, a) => new Float64Array(levels[a]!));
  const pairCosts = axes.map((_, a) => pairsOf[a]!.map((pair) => new PairCosts(pair, a, levels[a]!)));
  const costs = new Float64Array(Math.max(...levels));

  const weigh = (): void => {
    for (let a = 0; a < axes.length; a++) {
      // Only rows where the axis applies count towards its target, this row included.
      const rows = applied[a]! + 1;
      for (let i = 0; i < levels[a]!; i++) {
        const d = margins[a]![i]! + 0.5 - rows * axes[a]!.shares[i]!;
        marginCosts[a]![i] = MARGIN_WEIGHT * d * Math.abs(d) * marginScale[a]![i]!;
      }
      for (const table of pairCosts[a]!) table.weigh(Math.min(applied[table.pair.a]!, applied[table.pair.b]!) + 1);
    }
  };

  /** Sets an axis to its cheapest level beside the axes already set; its cost, Infinity where every level is excluded. */
  const settle = (a: number): number => {
    const count = levels[a]!;
    costs.set(marginCosts[a]!);
    for (const { other, balance, unseen } of pairCosts[a]!) {
      const j = chosen[other]!;
      if (j < 0) continue;
      for (let i = 0, cell = j * count; i < count; i++, cell++) costs[i] = costs[i]! + balance[cell]! - unseen[cell]!;
    }
    let least = Infinity;
    let at = -1;
    for (let i = 0; i < count; i++) {
      if (costs[i]! < least) {
        least = costs[i]!;
        at = i;
      }
    }
    chosen[a] = at;
    return least;
  };

  const descend = (order: readonly number[]): number => {
    let total = Infinity;
    for (let sweep = 0; sweep < SWEEPS; sweep++) {
      total = 0;
      for (const a of order) {
        chosen[a] = -1;
        total += settle(a);
      }
    }
    return total;
  };

  const draw = (random: Random): void => {
    let least = Infinity;
    weigh();
    for (let start = 0; start < STARTS; start++) {
      chosen.fill(-1);
      const cost = descend(random.shuffle(base));
      if (cost < least) {
        least = cost;
        best.set(chosen);
      }
    }
    if (least === Infinity) throw new Error(`no feasible row ${row}; the profile's exclusions leave no combination`);
    chosen.set(best);
    const levelOf = (name: string): Level | undefined => {
      const a = axes.findIndex((axis) => axis.name === name);
      return a < 0 || chosen[a]! < 0 ? undefined : axes[a]!.levels[chosen[a]!];
    };
    for (const a of conditional) chosen[a] = -1;
    for (const a of conditional) if (axisApplies(axes[a]!, levelOf)) settle(a);
  };

  const count = (): void => {
    for (let a = 0; a < axes.length; a++) {
      if (chosen[a]! < 0) continue;
      margins[a]![chosen[a]!]!++;
      applied[a]!++;
    }
    for (const pair of pairs) {
      const i = chosen[pair.a]!;
      const j = chosen[pair.b]!;
      if (i >= 0 && j >= 0) pair.counts[i * pair.width + j]!++;
    }
  };

  return {
    get row() {
      return row;
    },
    next(): Stratum {
      draw(createRandom(seed, profile.name, 'plan', row));
      count();
      row++;
      return Object.fromEntries(axes.map((axis, a) => [axis.name, chosen[a]! < 0 ? null : axis.levels[chosen[a]!]!]));
    },
    include(stratum) {
      axes.forEach((axis, a) => (chosen[a] = stratum[axis.name] === undefined ? -1 : axis.levels.indexOf(stratum[axis.name]!)));
      count();
      row++;
    },
    snapshot: () => ({ row, applied: [...applied], margins: margins.map((list) => [...list]), pairs: pairs.map((pair) => [...pair.counts]) }),
  };
}

/** What each cell of a pair costs in the row that is drawn, for one of its axes: the levels of that axis stand side by side. */
class PairCosts {
  readonly pair: Pair;
  /** The pair's other axis. */
  readonly other: number;
  /** By the other axis's level, then the own one: how far over its share a cell is; Infinity where the pair is excluded. */
  readonly balance: Float64Array;
  /** A cell that nobody has seen yet pulls harder, so that rare pairs come early. */
  readonly unseen: Float64Array;
  readonly #levels: number;
  readonly #first: boolean;

  constructor(pair: Pair, axis: number, levels: number) {
    this.pair = pair;
    this.#first = pair.a === axis;
    this.other = this.#first ? pair.b : pair.a;
    this.#levels = levels;
    this.balance = new Float64Array(pair.shares.length);
    this.unseen = new Float64Array(pair.shares.length);
  }

  /** @param rows in which both axes apply, the one that is drawn included */
  weigh(rows: number): void {
    const { counts, scale, shares, width } = this.pair;
    const { balance, unseen } = this;
    const [own, others] = this.#first ? [width, 1] : [1, width];
    for (let at = 0, start = 0; at < shares.length; start += others) {
      for (let i = 0, cell = start; i < this.#levels; i++, cell += own, at++) {
        const expected = rows * shares[cell]!;
        const weight = scale[cell]!;
        balance[at] = weight === 0 ? Infinity : (counts[cell]! + 0.5 - expected) * weight;
        unseen[at] = counts[cell] === 0 ? UNSEEN_PULL * expected * weight : 0;
      }
    }
  }
}

function makePairs(profile: Profile, from: PlanSnapshot | undefined): Pair[] {
  const pairs: Pair[] = [];
  const { axes } = profile;
  for (let a = 0; a < axes.length; a++) {
    for (let b = a + 1; b < axes.length; b++) {
      const shares = pairShares(profile, axes[a]!, axes[b]!);
      if (!shares) continue;
      const size = axes[a]!.levels.length * axes[b]!.levels.length;
      pairs.push({
        a,
        b,
        shares,
        width: axes[b]!.levels.length,
        scale: shares.map((share) => (share > 0 ? 1 / Math.sqrt(share) : 0)),
        counts: Float64Array.from(from?.pairs[pairs.length] ?? new Array<number>(size).fill(0)),
      });
    }
  }
  return pairs;
}

/** Pair shares; within its condition where one axis is conditional. Undefined for an axis with its own condition's axis. */
export function pairShares(profile: Profile, a: Axis, b: Axis): Float64Array | undefined {
  const conditions = [a.condition, b.condition].filter((condition) => condition !== undefined);
  if (conditions.length === 0) return fitPairShares(profile, a, b);
  if (conditions.some((condition) => condition.axis === a.name || condition.axis === b.name)) return undefined;
  if (conditions.length === 2) return Float64Array.from(a.levels.flatMap((_, i) => b.levels.map((_level, j) => a.shares[i]! * b.shares[j]!)));
  const [plain, bound] = a.condition ? [b, a] : [a, b];
  const within = sharesWithin(profile, plain, bound.condition!);
  return Float64Array.from(
    a.levels.flatMap((levelA, i) =>
      b.levels.map((levelB, j) => {
        if (!pairAllowed(profile, a.name, levelA, b.name, levelB)) return 0;
        return a === plain ? within[i]! * b.shares[j]! : a.shares[i]! * within[j]!;
      }),
    ),
  );
}

/** Shares of an axis among the rows in which a condition holds. */
function sharesWithin(profile: Profile, axis: Axis, condition: { readonly axis: string; readonly levels: readonly string[] }): number[] {
  const by = profile.axes.find((item) => item.name === condition.axis)!;
  const joint = fitPairShares(profile, axis, by);
  const totals = axis.levels.map((_, i) => condition.levels.reduce((sum, level) => sum + joint[i * by.levels.length + by.levels.indexOf(level)]!, 0));
  const whole = totals.reduce((sum, value) => sum + value, 0);
  return totals.map((value) => value / whole);
}

/** Every row from 0 to `rows` - 1. */
export function planRows(profile: Profile, seed: number, rows: number): Stratum[] {
  const sequence = planSequence(profile, seed);
  return Array.from({ length: rows }, () => sequence.next());
}
