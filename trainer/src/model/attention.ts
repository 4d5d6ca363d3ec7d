import type { GraphBuilder } from '../graph/ops.ts';
import type { DataType, Tensor } from '../graph/tensor.ts';

/** Queries of a window are taken so many at a time: what lies ahead of the last of them is not computed. */
const QUERIES = 512;
/** Columns that carry the subtraction of the softmax's gradient into its product; a multiple of 8, as tensor cores like it. */
const EXTRA = 8;

/** Queries from `from` to `to` of each window, and what they see of its first `to` keys: 0, or far below zero. */
export interface QueryBlock {
  readonly from: number;
  readonly to: number;
  readonly mask: Tensor; // (W, 1, to - from, to)
}

/** Backwards, and within its own row of the pack. `segments` (W·L) tells which row of its window a token belongs to. */
export function causalBlocks(g: GraphBuilder, segments: Tensor, windows: number, type: DataType, queries = QUERIES): QueryBlock[] {
  const length = segments.shape[0]! / windows;
  const count = Math.max(1, Math.round(length / queries));
  const edges = Array.from({ length: count + 1 }, (_, i) => (i === count ? length : Math.round((i * length) / count / 8) * 8));
  const byWindow = g.reshape(segments, [windows, length]);
  // Half precision ends at 65,504.
  const never = type === 'float16' ? -6e4 : -1e9;
  return edges.slice(1).map((to, i) => {
    const from = edges[i]!;
    const range = (start: number, end: number): number[] => Array.from({ length: end - start }, (_, at) => start + at);
    const own = g.equal(g.reshape(g.slice(byWindow, from, to), [windows, 1, to - from, 1]), g.reshape(g.slice(byWindow, 0, to), [windows, 1, 1, to]));
    const before = g.lessOrEqual(g.integers(range(0, to), [1, 1, 1, to]), g.integers(range(from, to), [1, 1, to - from, 1]));
    return { from, to, mask: g.where(g.and(own, before), g.floats([0], [], type), g.floats([never], [], type)) };
  });
}

/**
 * softmax(q·kᵀ + mask)·v, block of queries by block. The query heads of a group are folded into rows, so that each
 * shares its key and value head without a copy.
 *
 * The gradient is FlashAttention's (Dao et al. 2022): with p the weights and o the output, ds = p∘(do·vᵀ - rowsum(do∘o)),
 * where the subtraction rides in the product as extra columns, so that no matrix of scores is walked for it.
 * @param q (W, kv, group, L, hd), scaled
 * @param k (W·kv, L, hd), as v
 * @returns (W, kv, group, L, hd)
 */
export function attend(g: GraphBuilder, q: Tensor, k: Tensor, v: Tensor, blocks: readonly QueryBlock[]): Tensor {
  const [windows, kvHeads, group, length, headDim] = q.shape as readonly [number, number, number, number, number];
  const keyHeads = windows * kvHeads;
  const fold = (x: Tensor, { from, to }: QueryBlock): Tensor => g.reshape(g.slice(x, from, to, 3), [keyHeads, group * (to - from), headDim]);
  const unfold = (parts: readonly Tensor[]): Tensor =>
    g.concat(
      parts.map((part) => g.reshape(part, [windows, kvHeads, group, part.shape[1]! / group, headDim])),
      3,
    );
  const parts = blocks.map((block) => {
    const { from, to, mask } = block;
    const rows = group * (to - from);
    const queries = fold(q, block);
    const scores = g.matmul(queries, g.swapLast(g.slice(k, 0, to, 1))); // (W·kv, group·(to - from), to)
    const masked = g.add(g.reshape(scores, [windows, kvHeads * group, to - from, to]), mask);
    const weights = g.reshape(g.softmax(masked), [keyHeads, rows, to]);
    return { block, queries, weights, mixed: g.matmul(weights, g.slice(v, 0, to, 1)) };
  });
  return g.withGradient(unfold(parts.map((part) => part.mixed)), [q, k, v], (_, dy) => {
    const grown = (sum: Tensor | undefined, part: Tensor, to: number): Tensor =>
      sum === undefined ? part : g.concat([g.add(g.slice(sum, 0, to, 1), part), g.slice(sum, to, length, 1)], 1);
    const dqs: Tensor[] = [];
    let dk: Tensor | undefined;
    let dv: Tensor | undefined;
    for (const { block, queries, weights, mixed } of parts.toReversed()) {
      const { to } = block;
      const dOut = fold(dy, block);
      const left = withColumns(g, dOut, towardsMean(g, dOut, mixed));
      const right = withColumns(g, g.slice(v, 0, to, 1), [g.filled(1, [keyHeads, to, 2], v.type)]);
      const dScores = g.mul(weights, g.matmul(left, g.swapLast(right)));
      dqs.unshift(g.matmul(dScores, g.slice(k, 0, to, 1)));
      dk = grown(dk, g.matmul(g.swapLast(dScores), queries), to);
      dv = grown(dv, g.matmul(g.swapLast(weights), dOut), to);
    }
    return [unfold(dqs), dk, dv];
  });
}

/** x with these columns at its right, and zeros. */
function withColumns(g: GraphBuilder, x: Tensor, columns: readonly Tensor[]): Tensor {
  const missing = EXTRA - columns.reduce((sum, column) => sum + column.shape.at(-1)!, 0);
  return g.concat([x, ...columns, g.filled(0, [...x.shape.slice(0, -1), missing], x.type)]);
}

/** -rowsum(do∘o), as what sixteen bits hold of it and what they leave over. */
function towardsMean(g: GraphBuilder, dOut: Tensor, out: Tensor): Tensor[] {
  const mean = g.neg(g.sum(g.mul(g.cast(dOut, 'float32'), g.cast(out, 'float32')), [-1], true));
  const held = g.cast(mean, dOut.type);
  return [held, g.cast(g.sub(mean, g.cast(held, 'float32')), dOut.type)];
}
