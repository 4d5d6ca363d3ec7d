import type { GraphBuilder } from './ops.ts';
import type { GradientRule, Tensor } from './tensor.ts';

/** Sums a gradient over the axes that broadcasting had stretched. */
function unbroadcast(g: GraphBuilder, dy: Tensor, shape: readonly number[]): Tensor {
  const lead = dy.shape.length - shape.length;
  const axes = dy.shape.flatMap((size, i) => (i < lead || (shape[i - lead] === 1 && size !== 1) ? [i] : []));
  if (axes.length === 0) return dy;
  return g.reshape(g.sum(dy, axes, true), shape);
}

const input = (node: Tensor, i: number): Tensor => node.inputs[i]!;
const attribute = (node: Tensor, name: string): number => node.attributes[name] as number;

/** One rule for each operator: its derivative as a formula. */
export const gradients: Readonly<Record<string, GradientRule>> = {
  // y = a + b
  Add: (g, n, dy) => [unbroadcast(g, dy, input(n, 0).shape), unbroadcast(g, dy, input(n, 1).shape)],
  // y = a - b
  Sub: (g, n, dy) => [unbroadcast(g, dy, input(n, 0).shape), unbroadcast(g, g.neg(dy), input(n, 1).shape)],
  // y = a·b
  Mul: (g, n, dy) => [
    input(n, 0).differentiable ? unbroadcast(g, g.mul(dy, input(n, 1)), input(n, 0).shape) : undefined,
    input(n, 1).differentiable ? unbroadcast(g, g.mul(dy, input(n, 0)), input(n, 1).shape) : undefined,
  ],
  // y = -x
  Neg: (g, _n, dy) => [g.neg(dy)],
  // y = σ(x): dx = dy·y·(1 - y)
  Sigmoid: (g, n, dy) => [g.mul(dy, g.mul(n, g.sub(g.floats([1], [], n.type), n)))],
  // y = √x: dx = dy / 2y
  Sqrt: (g, n, dy) => [g.mul(dy, g.scale(g.reciprocal(n), 0.5))],
  // y = 1/x: dx = -dy·y²
  Reciprocal: (g, n, dy) => [g.neg(g.mul(dy, g.mul(n, n)))],
  // y = softmax(x): dx = y·(dy - Σ dy·y)
  Softmax: (g, n, dy) => [g.mul(n, g.sub(dy, g.sum(g.mul(dy, n), [-1], true)))],
  // y = x - log Σ eˣ: dx = dy - softmax(x)·Σ dy
  LogSoftmax: (g, n, dy) => [g.sub(dy, g.mul(g.softmax(input(n, 0)), g.sum(dy, [-1], true)))],
  // y = a·b (matrices): da = dy·bᵀ, db = aᵀ·dy
  MatMul: (g, n, dy) => [
    input(n, 0).differentiable ? unbroadcast(g, g.matmul(dy, g.swapLast(input(n, 1))), input(n, 0).shape) : undefined,
    input(n, 1).differentiable ? unbroadcast(g, g.matmul(g.swapLast(input(n, 0)), dy), input(n, 1).shape) : undefined,
  ],
  // y = x·wᵀ: dx = dy·w, dw = dyᵀ·x
  Gemm: (g, n, dy) => [input(n, 0).differentiable ? g.linearBack(dy, input(n, 1)) : undefined, input(n, 1).differentiable ? g.matmul(g.swapLast(dy), input(n, 0)) : undefined],
  // y = x·ŵᵀ with ŵ in 4-bit tiles: dx = dy·ŵ, by the transposed tiles and the same numbers
  MatMulBnb4: (g, n, dy) => [
    g.node(
      'MatMulBnb4',
      [dy, input(n, 3), input(n, 4), input(n, 1), input(n, 2)],
      input(n, 0).shape,
      { K: attribute(n, 'N'), N: attribute(n, 'K'), block_size: attribute(n, 'block_size'), quant_type: 1 },
      { domain: 'com.microsoft' },
    ),
  ],
  Reshape: (g, n, dy) => [g.reshape(dy, input(n, 0).shape)],
  Transpose: (g, n, dy) => {
    const perm = n.attributes['perm'] as readonly number[];
    return [
      g.transpose(
        dy,
        perm.map((_, axis) => perm.indexOf(axis)),
      ),
    ];
  },
  Slice: (g, n, dy) => [g.pad(dy, attribute(n, 'from'), input(n, 0).shape[attribute(n, 'along')]! - attribute(n, 'to'), attribute(n, 'along'))],
  Concat: (g, n, dy) => {
    const axis = attribute(n, 'axis');
    let at = 0;
    return n.inputs.map((part) => {
      const from = at;
      at += part.shape[axis]!;
      return part.differentiable ? g.slice(dy, from, at, axis) : undefined;
    });
  },
  Gather: (g, n, dy) => [input(n, 0).differentiable ? g.scatterRows(dy, input(n, 1), input(n, 0).shape[0]!) : undefined],
  ReduceSum: (g, n, dy) => [spread(g, n, dy)],
  Cast: (g, n, dy) => [g.cast(dy, input(n, 0).type)],
  // y = x·σ(x): dx = dy·(s + y·(1 - s)) with s = σ(x)
  QuickGelu: (g, n, dy) => {
    const s = g.sigmoid(input(n, 0));
    return [g.mul(dy, g.add(s, g.mul(n, g.sub(g.floats([1], [], n.type), s))))];
  },
  // y = x·r·w with r = 1/√(mean x² + ε): dx = r·dy∘w - x·r²·mean(dy∘y); w is frozen
  SimplifiedLayerNormalization: (g, n, dy) => {
    const [x, w] = n.inputs as [Tensor, Tensor];
    const { float: epsilon } = n.attributes['epsilon'] as { float: number };
    const width = x.shape.at(-1)!;
    const r = g.reciprocal(g.sqrt(g.add(g.scale(g.rowSums(g.mul(x, x)), 1 / width), g.floats([epsilon]))));
    const along = g.mul(g.mul(r, r), g.scale(g.rowSums(g.mul(dy, n)), 1 / width));
    return [g.sub(g.mul(g.mul(dy, w), g.cast(r, x.type)), g.mul(x, g.cast(along, x.type)))];
  },
  // A rotation: its gradient is turned back.
  RotaryEmbedding: (g, n, dy) => [g.rotary(dy, input(n, 2), g.neg(input(n, 3)))],
  // y = c ? a : b
  Where: (g, n, dy) => [
    undefined,
    input(n, 1).differentiable ? unbroadcast(g, g.where(input(n, 0), dy, g.floats([0], [], dy.type)), input(n, 1).shape) : undefined,
    input(n, 2).differentiable ? unbroadcast(g, g.where(input(n, 0), g.floats([0], [], dy.type), dy), input(n, 2).shape) : undefined,
  ],
};

/** Gives a reduced gradient its axes back. */
function spread(g: GraphBuilder, node: Tensor, dy: Tensor): Tensor {
  const from = input(node, 0).shape;
  const axes = input(node, 1).data;
  const at = axes?.kind === 'inline' ? [...new BigInt64Array(axes.bytes.buffer)].map(Number) : [];
  const kept = from.map((size, i) => (at.includes(i) ? 1 : size));
  return g.expand(g.reshape(dy, kept), from);
}
