import type { TokenRow } from './tokenize.ts';

/** Several rows in one sequence of a fixed length; each sees only itself. */
export interface Pack {
  readonly length: number;
  readonly rows: readonly TokenRow[];
  readonly tokens: number;
  readonly supervised: number;
}

/** Lengths that sessions are built for: multiples of an eighth of the longest, at least 64. */
export function bucketsFor(maxLength: number): number[] {
  const step = Math.max(64, Math.ceil(maxLength / 8 / 64) * 64);
  const buckets: number[] = [];
  for (let size = step; size < maxLength; size += step) buckets.push(size);
  return [...buckets, maxLength];
}

const supervisedOf = (row: TokenRow): number => row.learned.slice(1).filter(Boolean).length;

/** Each row by itself, in the shortest bucket that holds it. */
export function packSingly(rows: readonly TokenRow[], buckets: readonly number[]): Pack[] {
  return rows.map((row) => ({ length: buckets.find((size) => size >= row.ids.length) ?? buckets.at(-1)!, rows: [row], tokens: row.ids.length, supervised: supervisedOf(row) }));
}
