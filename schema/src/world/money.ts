import type { Random } from '../random.ts';

/** A standard normal draw (Box-Muller). */
function normal(random: Random): number {
  const u = Math.max(random.next(), 1e-12);
  return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * random.next());
}

/** People round to what they remember: 10 k above 300 k, 5 k above 100 k, 1 k above 10 k, 100 below. */
function roundAsPeopleDo(value: number): number {
  const step = value >= 300_000 ? 10_000 : value >= 100_000 ? 5_000 : value >= 10_000 ? 1_000 : value >= 1_000 ? 100 : 10;
  return Math.max(step, Math.round(value / step) * step);
}

/** Amounts of one story: log-normal around a median, rounded, and all different, so that each figure says one thing. */
export class Purse {
  readonly #used = new Set<number>();
  readonly #random: Random;
  constructor(random: Random) {
    this.#random = random;
  }
  /** Euros. `spread` is the standard deviation of the logarithm; accounts are told to the euro now and then. */
  amount(median: number, spread = 0.5, toTheEuro = false): number {
    for (let attempt = 0; ; attempt++) {
      const raw = median * Math.exp(normal(this.#random) * spread) * (1 + attempt * 0.07);
      const value = toTheEuro && this.#random.chance(0.15) ? Math.round(raw) : roundAsPeopleDo(raw);
      if (this.#used.has(value)) continue;
      this.#used.add(value);
      return value;
    }
  }
  /** Keeps a value that is computed from others from being drawn for something else. */
  reserve(value: number): number {
    this.#used.add(value);
    return value;
  }
}
