import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { seeded } from '../train/random.ts';
import { backward } from './backward.ts';
import { GraphBuilder } from './ops.ts';
import { openSession } from './session.ts';
import type { Tensor } from './tensor.ts';

type Case = (g: GraphBuilder, x: Tensor) => Tensor;

/** Every operator by itself, on x of shape (3, 4); the loss is a fixed weighting of its output. */
const cases: Record<string, Case> = {
  Add: (g, x) => g.add(x, g.slice(x, 0, 1)),
  Sub: (g, x) => g.sub(g.slice(x, 1, 2), x),
  Mul: (g, x) => g.mul(x, x),
  'Mul, stretched': (g, x) => g.mul(x, g.sum(x, [0], true)),
  Neg: (g, x) => g.neg(x),
  Sigmoid: (g, x) => g.sigmoid(x),
  Sqrt: (g, x) => g.sqrt(g.add(g.mul(x, x), g.floats([1]))),
  Reciprocal: (g, x) => g.reciprocal(g.add(g.mul(x, x), g.floats([1]))),
  Softmax: (g, x) => g.softmax(x),
  LogSoftmax: (g, x) => g.logSoftmax(x),
  MatMul: (g, x) => g.matmul(x, g.swapLast(x)),
  'MatMul, batched': (g, x) => g.matmul(g.reshape(x, [3, 2, 2]), g.reshape(x, [3, 2, 2])),
  Gemm: (g, x) => g.linear(x, x),
  Transpose: (g, x) => g.transpose(g.reshape(x, [3, 2, 2]), [1, 2, 0]),
  Slice: (g, x) => g.slice(x, 1, 3),
  Concat: (g, x) => g.concat([g.slice(x, 2, 4), g.mul(x, x)]),
  Gather: (g, x) => g.gather(x, g.integers([2, 0, 2])),
  ReduceSum: (g, x) => g.mul(g.sum(x, [1], true), x),
  QuickGelu: (g, x) => g.silu(x),
  SimplifiedLayerNormalization: (g, x) => g.rmsNorm(x, g.floats([0.5, -1, 2, 1.5], [4]), 1e-5),
  RotaryEmbedding: (g, x) => g.rotary(g.reshape(x, [1, 3, 4]), g.floats([1, 0.9, 0.8, 0.7, 0.6, 0.5], [3, 2]), g.floats([0, 0.1, 0.2, 0.3, 0.4, 0.5], [3, 2])),
  'Slice and Concat, first axis': (g, x) => g.concat([g.slice(x, 1, 3, 0), g.mul(x, x)], 0),
  Where: (g, x) => g.where(g.lessOrEqual(g.floats([0]), g.floats([1, -1, 1, -1], [1, 4])), g.mul(x, x), g.neg(x)),
};

const STEP = 1e-2;

test.each(Object.keys(cases))('%s: the gradient agrees with finite differences', async (name) => {
  const random = seeded(7);
  const g = new GraphBuilder();
  const x = g.input('x', [3, 4], 'float32', true);
  const y = cases[name]!(g, x);
  const weights = g.floats(
    Array.from({ length: y.shape.reduce((a, b) => a * b, 1) }, () => random() * 2 - 1),
    y.shape,
  );
  let loss = g.mul(y, weights);
  while (loss.shape.length > 0) loss = g.sum(loss, [0], false);
  const [gradient] = backward(g, loss, [x]);
  const session = await openSession({ loss, gradient: gradient! }, '/', 'cpu', 1);
  const at = Float32Array.from({ length: 12 }, () => random() * 2 - 1);
  const lossAt = async (values: Float32Array): Promise<number> => (await session.run({ x: { data: values, shape: [3, 4] } }))['loss']![0]!;
  const analytic = (await session.run({ x: { data: at, shape: [3, 4] } }))['gradient']!;
  for (let i = 0; i < at.length; i++) {
    const up = at.slice();
    const down = at.slice();
    up[i]! += STEP;
    down[i]! -= STEP;
    const numeric = ((await lossAt(up)) - (await lossAt(down))) / (2 * STEP);
    expect(analytic[i]!).toBeCloseTo(numeric, 2);
  }
  await session.close();
});

const torch = JSON.parse(readFileSync(new URL('../fixtures/torch-operators.json', import.meta.url), 'utf8')) as {
  torch: string;
  x: number[];
  cases: Record<string, { weights: number[]; gradient: number[] }>;
};

test.each(Object.keys(cases))('%s: the gradient is that of PyTorch', async (name) => {
  const { weights, gradient: theirs } = torch.cases[name]!;
  const g = new GraphBuilder();
  const x = g.input('x', [3, 4], 'float32', true);
  const y = cases[name]!(g, x);
  let loss = g.mul(y, g.floats(weights, y.shape));
  while (loss.shape.length > 0) loss = g.sum(loss, [0], false);
  const [gradient] = backward(g, loss, [x]);
  const session = await openSession({ gradient: gradient! }, '/', 'cpu', 1);
  const ours = (await session.run({ x: { data: Float32Array.from(torch.x), shape: [3, 4] } }))['gradient']!;
  await session.close();
  const largest = Math.max(...theirs.map(Math.abs));
  theirs.forEach((value, i) => expect(Math.abs(ours[i]! - value) / largest).toBeLessThan(1e-5));
});
