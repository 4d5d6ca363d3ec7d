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

/** Places whose token is learned; the first token of a row has nothing before it. */
export const supervisedOf = (row: TokenRow): number => row.learned.reduce((sum, learn, i) => sum + (learn && i > 0 ? 1 : 0), 0);

const packOf = (rows: readonly TokenRow[], buckets: readonly number[]): Pack => {
  const tokens = rows.reduce((sum, row) => sum + row.ids.length, 0);
  return { length: buckets.find((size) => size >= tokens) ?? tokens, rows, tokens, supervised: rows.reduce((sum, row) => sum + supervisedOf(row), 0) };
};

/**
 * The rows of one optimiser step in as few sequences as may be: first fit, the longest first. Packing stays within a
 * step, so a step has the rows that it would have without it, and the same loss.
 */
export function packRows(rows: readonly TokenRow[], buckets: readonly number[], packed: boolean): Pack[] {
  if (!packed) return rows.map((row) => packOf([row], buckets));
  const most = buckets.at(-1)!;
  const open: { rows: TokenRow[]; tokens: number }[] = [];
  for (const row of rows.toSorted((a, b) => b.ids.length - a.ids.length || a.line - b.line)) {
    const room = open.find((bin) => bin.tokens + row.ids.length <= most);
    if (room) {
      room.rows.push(row);
      room.tokens += row.ids.length;
    } else open.push({ rows: [row], tokens: row.ids.length });
  }
  return open.map((bin) => packOf(bin.rows, buckets));
}

/** Tokens, or supervised places, of packs together. */
export const sumOf = (packs: readonly Pack[], what: 'tokens' | 'supervised'): number => packs.reduce((sum, pack) => sum + pack[what], 0);

/** Packs of one length, so many at a time, in their order. */
export function batchPacks(packs: readonly Pack[], most: number): Pack[][] {
  const batches: Pack[][] = [];
  const open = new Map<number, Pack[]>();
  for (const pack of packs) {
    const batch = open.get(pack.length);
    if (batch && batch.length < most) batch.push(pack);
    else {
      const made = [pack];
      open.set(pack.length, made);
      batches.push(made);
    }
  }
  return batches;
}
