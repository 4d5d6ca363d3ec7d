import { floatBytes } from './numbers.ts';
import { broadcast, sizeOf, type AttributeValue, type ConstantData, type DataType, type GradientRule, type Tensor } from './tensor.ts';

/** Makes nodes: one function for each operator, names from scopes (`layers.3.attn.q/MatMul_12`). */
export class GraphBuilder {
  readonly #scope: string[] = [];
  readonly #names = new Set<string>();
  /** Constants in files, by name: a weight that is used twice stands once. */
  readonly #stored = new Map<string, Tensor>();
  #next = 0;

  scope<T>(name: string, build: () => T): T {
    this.#scope.push(name);
    try {
      return build();
    } finally {
      this.#scope.pop();
    }
  }
  #name(op: string): string {
    return [...this.#scope, `${op}_${this.#next++}`].join('/');
  }
  node(
    op: string,
    inputs: readonly Tensor[],
    shape: readonly number[],
    attributes: Record<string, AttributeValue> = {},
    more: { type?: DataType; domain?: string; differentiable?: boolean } = {},
  ): Tensor {
    return {
      name: this.#name(op),
      op,
      inputs,
      attributes,
      shape,
      type: more.type ?? inputs[0]!.type,
      ...(more.domain ? { domain: more.domain } : {}),
      differentiable: more.differentiable ?? inputs.some((input) => input.differentiable),
    };
  }
  input(name: string, shape: readonly number[], type: DataType = 'float32', differentiable = false): Tensor {
    if (this.#names.has(name)) throw new Error(`two inputs are called ${name}`);
    this.#names.add(name);
    return { name, op: 'Input', inputs: [], attributes: {}, shape, type, differentiable };
  }
  constant(name: string, shape: readonly number[], type: DataType, data: ConstantData): Tensor {
    const known = this.#stored.get(name);
    if (known && data.kind === 'external') return known;
    const made: Tensor = { name: this.#names.has(name) ? this.#name(name) : name, op: 'Constant', inputs: [], attributes: {}, shape, type, data, differentiable: false };
    if (data.kind === 'external') this.#stored.set(name, made);
    return made;
  }
  floats(values: readonly number[], shape: readonly number[] = [], type: DataType = 'float32'): Tensor {
    return this.constant(this.#name('floats'), shape, type, { kind: 'inline', bytes: floatBytes(values, type) });
  }
  /** One number everywhere. */
  filled(value: number, shape: readonly number[], type: DataType): Tensor {
    return this.expand(
      this.floats(
        [value],
        shape.map(() => 1),
        type,
      ),
      shape,
    );
  }
  integers(values: readonly number[], shape: readonly number[] = [values.length]): Tensor {
    return this.constant(this.#name('integers'), shape, 'int64', { kind: 'inline', bytes: new Uint8Array(BigInt64Array.from(values.map(BigInt)).buffer) });
  }

  add(a: Tensor, b: Tensor): Tensor {
    return this.node('Add', [a, b], broadcast(a.shape, b.shape));
  }
  sub(a: Tensor, b: Tensor): Tensor {
    return this.node('Sub', [a, b], broadcast(a.shape, b.shape));
  }
  mul(a: Tensor, b: Tensor): Tensor {
    return this.node('Mul', [a, b], broadcast(a.shape, b.shape));
  }
  neg(x: Tensor): Tensor {
    return this.node('Neg', [x], x.shape);
  }
  scale(x: Tensor, factor: number): Tensor {
    return this.mul(x, this.floats([factor], [], x.type));
  }
  sigmoid(x: Tensor): Tensor {
    return this.node('Sigmoid', [x], x.shape);
  }
  sqrt(x: Tensor): Tensor {
    return this.node('Sqrt', [x], x.shape);
  }
  reciprocal(x: Tensor): Tensor {
    return this.node('Reciprocal', [x], x.shape);
  }
  /** Over the last axis. */
  softmax(x: Tensor): Tensor {
    return this.node('Softmax', [x], x.shape, { axis: -1 });
  }
  logSoftmax(x: Tensor): Tensor {
    return this.node('LogSoftmax', [x], x.shape, { axis: -1 });
  }

  /** (…, m, k) × (…, k, n) */
  matmul(a: Tensor, b: Tensor): Tensor {
    const k = a.shape.at(-1)!;
    if (k !== b.shape.at(-2)) throw new Error(`MatMul of (${a.shape.join(', ')}) and (${b.shape.join(', ')})`);
    const batch = broadcast(a.shape.slice(0, -2), b.shape.slice(0, -2));
    return this.node('MatMul', [a, b], [...batch, a.shape.at(-2)!, b.shape.at(-1)!]);
  }
  /** (m, k) × (n, k)ᵀ: `Gemm` keeps the weight as mapped file pages where `Transpose` would copy it. */
  linear(x: Tensor, weight: Tensor): Tensor {
    if (x.shape.length !== 2 || x.shape[1] !== weight.shape[1]) throw new Error(`linear of (${x.shape.join(', ')}) and (${weight.shape.join(', ')})`);
    return this.node('Gemm', [x, weight], [x.shape[0]!, weight.shape[0]!], { transB: 1 }, { differentiable: x.differentiable || weight.differentiable });
  }
  /** (m, n) × (n, k): the backward product of `linear`. */
  linearBack(dy: Tensor, weight: Tensor): Tensor {
    return this.node('Gemm', [dy, weight], [dy.shape[0]!, weight.shape[1]!], { transB: 0 });
  }
  reshape(x: Tensor, shape: readonly number[]): Tensor {
    if (sizeOf(shape) !== sizeOf(x.shape)) throw new Error(`Reshape of (${x.shape.join(', ')}) to (${shape.join(', ')})`);
    return this.node('Reshape', [x, this.integers(shape)], shape);
  }
  transpose(x: Tensor, perm: readonly number[]): Tensor {
    return this.node(
      'Transpose',
      [x],
      perm.map((axis) => x.shape[axis]!),
      { perm },
    );
  }
  swapLast(x: Tensor): Tensor {
    const rank = x.shape.length;
    return this.transpose(x, [...Array.from({ length: rank - 2 }, (_, i) => i), rank - 1, rank - 2]);
  }
  /** A range of an axis, the last where none is named. */
  slice(x: Tensor, from: number, to: number, axis = x.shape.length - 1): Tensor {
    if (from === 0 && to === x.shape[axis]) return x;
    return this.node('Slice', [x, this.integers([from]), this.integers([to]), this.integers([axis])], x.shape.with(axis, to - from), { from, to, along: axis });
  }
  /** The first number of a matrix, as (1): the runtime must have made the matrix to know it. */
  firstElement(x: Tensor): Tensor {
    const corner = this.node('Slice', [x, this.integers([0, 0]), this.integers([1, 1]), this.integers([0, 1])], [1, 1], {}, { differentiable: false });
    return this.reshape(corner, [1]);
  }
  /** Along an axis, the last where none is named. */
  concat(parts: readonly Tensor[], axis = parts[0]!.shape.length - 1): Tensor {
    if (parts.length === 1) return parts[0]!;
    const size = parts.reduce((sum, part) => sum + part.shape[axis]!, 0);
    return this.node('Concat', parts, parts[0]!.shape.with(axis, size), { axis });
  }
  /** Zeros around a range of an axis. `Concat` and not `Pad`, which the CUDA provider lacks for bfloat16. */
  pad(x: Tensor, before: number, after: number, axis: number): Tensor {
    const zeros = (size: number): Tensor[] => (size === 0 ? [] : [this.filled(0, x.shape.with(axis, size), x.type)]);
    return this.concat([...zeros(before), x, ...zeros(after)], axis);
  }
  /** Rows of a table by index: (n, d)[index (m)] is (m, d). */
  gather(table: Tensor, index: Tensor): Tensor {
    return this.node('Gather', [table, index], [...index.shape, ...table.shape.slice(1)], { axis: 0 }, { type: table.type, differentiable: table.differentiable });
  }
  /** Adds rows into a table of zeros: the backward of `gather`. */
  scatterRows(rows: Tensor, index: Tensor, height: number): Tensor {
    const zeros = this.node('ConstantOfShape', [this.integers([height, ...rows.shape.slice(1)])], [height, ...rows.shape.slice(1)], {}, { type: 'float32', differentiable: false });
    const at = this.reshape(index, [...index.shape, 1]);
    return this.node('ScatterND', [zeros, at, rows], zeros.shape, { reduction: 'add' }, { type: 'float32', differentiable: rows.differentiable });
  }
  /** x[i, index[i]] of a matrix, as (m, 1). */
  pick(x: Tensor, index: Tensor): Tensor {
    return this.node('GatherElements', [x, this.reshape(index, [index.shape[0]!, 1])], [index.shape[0]!, 1], { axis: -1 }, { differentiable: false });
  }
  /** x·σ(x) */
  silu(x: Tensor): Tensor {
    return this.node('QuickGelu', [x], x.shape, { alpha: { float: 1 } }, { domain: 'com.microsoft', differentiable: x.differentiable });
  }
  exp(x: Tensor): Tensor {
    return this.node('Exp', [x], x.shape);
  }
  /**
   * The sum of each row of a matrix, (m, 1) in float32. Sixteen-bit numbers are summed 128 columns at a time: the device adds
   * in float32 but gives each sum back in sixteen bits, and the roundings of many sums even out.
   */
  rowSums(x: Tensor): Tensor {
    const [rows, columns] = x.shape as readonly [number, number];
    const group = 128;
    if (x.type === 'float32' || columns % group !== 0) return this.cast(this.sum(x, [-1], true), 'float32');
    return this.sum(this.cast(this.sum(this.reshape(x, [rows, columns / group, group]), [-1], false), 'float32'), [-1], true);
  }
  sum(x: Tensor, axes: readonly number[], keep: boolean): Tensor {
    const at = axes.map((axis) => (axis < 0 ? axis + x.shape.length : axis));
    const shape = keep ? x.shape.map((size, i) => (at.includes(i) ? 1 : size)) : x.shape.filter((_, i) => !at.includes(i));
    return this.node('ReduceSum', [x, this.integers(at)], shape, { keepdims: keep ? 1 : 0 });
  }
  expand(x: Tensor, shape: readonly number[]): Tensor {
    return this.node('Expand', [x, this.integers(shape)], shape);
  }
  cast(x: Tensor, type: DataType): Tensor {
    return x.type === type ? x : this.node('Cast', [x], x.shape, { to: type }, { type, differentiable: x.differentiable });
  }
  equal(a: Tensor, b: Tensor): Tensor {
    return this.node('Equal', [a, b], broadcast(a.shape, b.shape), {}, { type: 'bool', differentiable: false });
  }
  and(a: Tensor, b: Tensor): Tensor {
    return this.node('And', [a, b], broadcast(a.shape, b.shape), {}, { type: 'bool', differentiable: false });
  }
  lessOrEqual(a: Tensor, b: Tensor): Tensor {
    return this.node('LessOrEqual', [a, b], broadcast(a.shape, b.shape), {}, { type: 'bool', differentiable: false });
  }
  where(condition: Tensor, a: Tensor, b: Tensor): Tensor {
    return this.node(
      'Where',
      [condition, a, b],
      broadcast(condition.shape, broadcast(a.shape, b.shape)),
      {},
      { type: a.type, differentiable: a.differentiable || b.differentiable },
    );
  }

  /** (m, k) × Wᵀ with W (n, k) in 4-bit NF4 tiles; the runtime has this product with transB=1 only. */
  linear4(x: Tensor, packed: Tensor, absmax: Tensor, n: number, blockSize: number, back: readonly [packed: Tensor, absmax: Tensor]): Tensor {
    return this.node(
      'MatMulBnb4',
      [x, packed, absmax, ...back],
      [x.shape[0]!, n],
      { K: x.shape[1]!, N: n, block_size: blockSize, quant_type: 1 },
      { domain: 'com.microsoft', differentiable: x.differentiable },
    );
  }

  /** x / √(mean x² + ε) · w over the last axis of a matrix. */
  rmsNorm(x: Tensor, w: Tensor, epsilon: number): Tensor {
    return this.node('SimplifiedLayerNormalization', [x, w], x.shape, { axis: -1, epsilon: { float: epsilon }, stash_type: 1 });
  }
  /**
   * Rotary embedding on halves, of every head of x (1, T, heads·hd): (x₁·cos - x₂·sin, x₂·cos + x₁·sin).
   * @param cos (T, hd/2), as sin
   */
  rotary(x: Tensor, cos: Tensor, sin: Tensor): Tensor {
    return this.node('RotaryEmbedding', [x, this.integers([0]), cos, sin], x.shape, {}, { domain: 'com.microsoft', differentiable: x.differentiable });
  }
  /**
   * A value whose gradient has a shorter way than through what the value is made of.
   * @param flows what the gradient goes to
   * @param rule its share for each of them
   */
  withGradient(value: Tensor, flows: readonly Tensor[], rule: (g: GraphBuilder, dy: Tensor) => readonly (Tensor | undefined)[]): Tensor {
    const gradient: GradientRule = (g, _node, dy) => [undefined, ...rule(g, dy)];
    return { ...this.node('Identity', [value, ...flows], value.shape, {}, { differentiable: flows.some((flow) => flow.differentiable) }), gradient };
  }
}
