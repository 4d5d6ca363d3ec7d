import { pairAllowed, type Axis, type Profile } from '@case-swarm/schema';

const ROUNDS = 400;

/** Share of each pair of levels, row-major over (a, b). */
export type PairShares = Float64Array;

/**
 * Pair shares by iterative proportional fitting (Deming and Stephan): excluded cells are 0 and both margins hold.
 * A derived axis starts from its own conditional shares, so that the fit keeps what the profile says of it.
 */
export function fitPairShares(profile: Profile, a: Axis, b: Axis): PairShares {
  const cells = new Float64Array(a.levels.length * b.levels.length);
  a.levels.forEach((levelA, i) => {
    b.levels.forEach((levelB, j) => {
      const allowed = pairAllowed(profile, a.name, levelA, b.name, levelB);
      cells[i * b.levels.length + j] = allowed ? startShare(a, i, b, j) : 0;
    });
  });
  const width = b.levels.length;
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < a.levels.length; i++) {
      let sum = 0;
      for (let j = 0; j < width; j++) sum += cells[i * width + j]!;
      if (sum > 0) for (let j = 0; j < width; j++) cells[i * width + j]! *= a.shares[i]! / sum;
    }
    for (let j = 0; j < width; j++) {
      let sum = 0;
      for (let i = 0; i < a.levels.length; i++) sum += cells[i * width + j]!;
      if (sum > 0) for (let i = 0; i < a.levels.length; i++) cells[i * width + j]! *= b.shares[j]! / sum;
    }
  }
  return cells;
}

function startShare(a: Axis, i: number, b: Axis, j: number): number {
  if (b.derived && !a.derived) return derivedStart(b, j, a, i);
  if (a.derived && !b.derived) return derivedStart(a, i, b, j);
  return a.shares[i]! * b.shares[j]!;
}

/** P(other level, derived level): the derived axis knows its source axis and the axis that decides on "none". */
function derivedStart(derived: Axis, d: number, other: Axis, o: number): number {
  const none = derived.shares[derived.levels.indexOf(null)] ?? 0;
  const share = other.shares[o]!;
  if (other.name === derived.derived!.noneAxis) {
    const rowNone = derived.derived!.noneShares[String(other.levels[o])] ?? 0;
    return derived.levels[d] === null ? share * rowNone : share * (1 - rowNone) * (derived.shares[d]! / (1 - none));
  }
  if (other.name === derived.derived!.of) {
    if (derived.levels[d] === null) return share * none;
    const own = other.levels.indexOf(derived.levels[d]!);
    return (share * (1 - none) * other.shares[own]!) / (1 - share);
  }
  return share * derived.shares[d]!;
}
