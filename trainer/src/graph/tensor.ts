import type { GraphBuilder } from './ops.ts';

export type DataType = 'float32' | 'float16' | 'bfloat16' | 'int64' | 'bool' | 'uint8';

/** Where a constant's bytes lie: a range of a file that the runtime maps, or bytes kept in the model. */
export type ConstantData =
  | { readonly kind: 'external'; readonly file: string; readonly offset: number; readonly length: number }
  | { readonly kind: 'inline'; readonly bytes: Uint8Array };

export type AttributeValue = number | string | readonly number[] | { readonly float: number };

/** The gradient of each input of a node, from that of its output; undefined where none flows. */
export type GradientRule = (g: GraphBuilder, node: Tensor, dy: Tensor) => readonly (Tensor | undefined)[];

/** A value of the graph: what makes it, of what, and its shape. Shapes are static. */
export interface Tensor {
  readonly name: string;
  readonly op: string;
  readonly inputs: readonly Tensor[];
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly shape: readonly number[];
  readonly type: DataType;
  readonly domain?: string;
  readonly data?: ConstantData;
  /** A gradient may flow through it. */
  readonly differentiable: boolean;
  /** In place of its operator's rule. */
  readonly gradient?: GradientRule;
}

export const sizeOf = (shape: readonly number[]): number => shape.reduce((product, size) => product * size, 1);

/** The shape of two operands after NumPy broadcasting. @throws where they do not fit */
export function broadcast(a: readonly number[], b: readonly number[]): number[] {
  const rank = Math.max(a.length, b.length);
  return Array.from({ length: rank }, (_, i) => {
    const x = a[a.length - rank + i] ?? 1;
    const y = b[b.length - rank + i] ?? 1;
    if (x !== y && x !== 1 && y !== 1) throw new Error(`shapes (${a.join(', ')}) and (${b.join(', ')}) do not broadcast`);
    return Math.max(x, y);
  });
}
