import { expect, test } from 'vitest';
import { backward } from '../graph/backward.ts';
import { GraphBuilder } from '../graph/ops.ts';
import { openSession } from '../graph/session.ts';
import type { Tensor } from '../graph/tensor.ts';
import { attend, causalBlocks } from './attention.ts';

const WINDOWS = 2;
const KV = 2;
const GROUP = 3;
const LENGTH = 40;
const SIZE = 8;
const shapes = { q: [WINDOWS, KV, GROUP, LENGTH, SIZE], k: [WINDOWS * KV, LENGTH, SIZE], v: [WINDOWS * KV, LENGTH, SIZE] };
// Rows of a pack, the last of them padding.
const segments = BigInt64Array.from({ length: WINDOWS * LENGTH }, (_, i) => (i % LENGTH < 17 ? 0n : i % LENGTH < 33 ? 1n : -1n));
const numbers = (shape: readonly number[], shift: number): Float32Array =>
  Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => Math.sin(i * 12.9898 + shift) * 1.5);

type Attention = (g: GraphBuilder, q: Tensor, k: Tensor, v: Tensor, of: Tensor) => Tensor;

/** The output, and the gradients of q, k and v of a fixed weighting of it. */
async function run(attention: Attention): Promise<Record<string, Float32Array>> {
  const g = new GraphBuilder();
  const [q, k, v] = (['q', 'k', 'v'] as const).map((name) => g.input(name, shapes[name], 'float32', true)) as [Tensor, Tensor, Tensor];
  const output = attention(g, q, k, v, g.input('segments', [WINDOWS * LENGTH], 'int64'));
  const loss = g.sum(g.mul(output, g.floats([...numbers(output.shape, 9)], output.shape)), [0, 1, 2, 3, 4], false);
  const [dq, dk, dv] = backward(g, loss, [q, k, v]) as [Tensor, Tensor, Tensor];
  const session = await openSession({ output, dq, dk, dv }, '/', 'cpu', 1);
  const feed = Object.fromEntries(Object.entries(shapes).map(([name, shape], i) => [name, { data: numbers(shape, i), shape }]));
  const results = await session.run({ ...feed, segments: { data: segments, shape: [WINDOWS * LENGTH] } });
  await session.close();
  return results;
}

/** Attention as a textbook has it, all keys at once, differentiated operator by operator. */
const plain: Attention = (g, q, k, v, of) => {
  const { mask } = causalBlocks(g, of, WINDOWS, 'float32', LENGTH)[0]!;
  const scores = g.matmul(g.reshape(q, [WINDOWS * KV, GROUP * LENGTH, SIZE]), g.swapLast(k));
  const weights = g.softmax(g.add(g.reshape(scores, [WINDOWS, KV * GROUP, LENGTH, LENGTH]), mask));
  return g.reshape(g.matmul(g.reshape(weights, [WINDOWS * KV, GROUP * LENGTH, LENGTH]), v), q.shape);
};

test.each([LENGTH, 24, 16, 8])('by blocks of %i queries, with its own gradient, it is the attention of a textbook', async (queries) => {
  const expected = await run(plain);
  const found = await run((g, q, k, v, of) => attend(g, q, k, v, causalBlocks(g, of, WINDOWS, 'float32', queries)));
  for (const name of ['output', 'dq', 'dk', 'dv']) {
    const largest = Math.max(...expected[name]!.map(Math.abs));
    expected[name]!.forEach((value, i) => expect(Math.abs(found[name]![i]! - value) / largest, `${name}[${i}]`).toBeLessThan(1e-5));
  }
});

test('blocks meet, and the last ends where the window does', () => {
  const g = new GraphBuilder();
  for (const [length, queries] of [
    [64, 512],
    [1088, 512],
    [2048, 512],
    [1600, 512],
  ] as const) {
    const blocks = causalBlocks(g, g.input(`segments ${length}`, [length], 'int64'), 1, 'float32', queries);
    expect(blocks[0]!.from).toBe(0);
    expect(blocks.at(-1)!.to).toBe(length);
    blocks.slice(1).forEach(({ from }, i) => expect(from).toBe(blocks[i]!.to));
    for (const { from, to, mask } of blocks) expect(mask.shape).toEqual([1, 1, to - from, to]);
  }
});
