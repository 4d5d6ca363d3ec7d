import { expect, test } from 'vitest';
import { GraphBuilder } from './ops.ts';
import { broadcast, sizeOf, type Tensor } from './tensor.ts';

const graph = (): { g: GraphBuilder; x: Tensor } => {
  const g = new GraphBuilder();
  return { g, x: g.input('x', [3, 4], 'float32', true) };
};

test('shapes stretch as NumPy has it, and what does not fit is named', () => {
  expect(broadcast([3, 1], [4])).toEqual([3, 4]);
  expect(broadcast([], [2, 5])).toEqual([2, 5]);
  expect(() => broadcast([3, 4], [3])).toThrow('shapes (3, 4) and (3) do not broadcast');
  expect(sizeOf([3, 4, 2])).toBe(24);
  expect(sizeOf([])).toBe(1);
});

test.each<[string, (g: GraphBuilder, x: Tensor) => Tensor, string]>([
  ['a product whose inner sides differ', (g, x) => g.matmul(x, x), 'MatMul of (3, 4) and (3, 4)'],
  ['a projection by a weight of another width', (g, x) => g.linear(x, g.floats([1, 2, 3], [1, 3])), 'linear of (3, 4) and (1, 3)'],
  ['a projection of more than two sides', (g, x) => g.linear(g.reshape(x, [3, 2, 2]), g.floats([1, 2], [1, 2])), 'linear of (3, 2, 2) and (1, 2)'],
  ['a reshaping that loses values', (g, x) => g.reshape(x, [3, 3]), 'Reshape of (3, 4) to (3, 3)'],
  ['a name that is taken', (g) => g.input('x', [1]), 'two inputs are called x'],
])('%s is refused', (_, make, message) => {
  const { g, x } = graph();
  expect(() => make(g, x)).toThrow(message);
});

test('a gradient flows through what depends on a trained value, and through nothing else', () => {
  const { g, x } = graph();
  const fixed = g.floats([1, 2, 3, 4], [1, 4]);
  expect(fixed.differentiable).toBe(false);
  expect(g.input('y', [2]).differentiable).toBe(false);
  expect(g.add(fixed, fixed).differentiable).toBe(false);
  expect(g.add(x, fixed).differentiable).toBe(true);
  expect(g.linear(x, fixed).differentiable).toBe(true);
  expect(g.where(g.lessOrEqual(fixed, fixed), fixed, x).differentiable).toBe(true);
  for (const flag of [g.lessOrEqual(x, fixed), g.equal(x, fixed)]) expect([flag.type, flag.differentiable]).toEqual(['bool', false]);
});

test('bytes of a file are one constant however often they are asked for, those of the model are not', () => {
  const { g } = graph();
  const data = { kind: 'external', file: 'model.safetensors', offset: 0, length: 16 } as const;
  expect(g.constant('w', [4], 'float32', data)).toBe(g.constant('w', [4], 'float32', data));
  const inline = { kind: 'inline', bytes: new Uint8Array(4) } as const;
  const [first, second] = [g.constant('c', [1], 'float32', inline), g.constant('c', [1], 'float32', inline)];
  expect(second).not.toBe(first);
});
