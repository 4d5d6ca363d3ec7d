import type { Base } from '../checkpoint/base.ts';
import type { ModelConfig } from '../checkpoint/config.ts';
import { tileSize } from '../checkpoint/base.ts';
import { blockOf, shapeOf, type Projection } from '../checkpoint/weights.ts';
import type { GraphBuilder } from '../graph/ops.ts';
import type { Tensor } from '../graph/tensor.ts';

/** What a step is fed: T tokens of one packed row, S supervised places. */
export interface StepInputs {
  readonly ids: Tensor; // (T) int64
  readonly segments: Tensor; // (T) int64: which row of the pack a token belongs to
  readonly cos: Tensor; // (T, hd/2)
  readonly sin: Tensor; // (T, hd/2)
  readonly queryScale: Tensor; // (T, 1)
}

/** The low-rank update of one projection: y += x·Aᵀ·Bᵀ·α/r. */
export interface LoraPair {
  readonly a: Tensor; // (r, in)
  readonly b: Tensor; // (out, r)
}
type LoraOf = (layer: number, projection: Projection) => LoraPair;

/** Dropout on the way into the low-rank update; the identity where there is none. */
export type Dropout = (x: Tensor, layer: number, projection: Projection) => Tensor;

export interface DecoderParts {
  readonly g: GraphBuilder;
  readonly config: ModelConfig;
  readonly base: Base;
  readonly lora: LoraOf;
  readonly loraScale: number;
  readonly dropout: Dropout;
}

/** Hidden states of a Mistral-family decoder after its last norm: (T, H). */
export function decode(parts: DecoderParts, inputs: StepInputs): Tensor {
  const mask = causalMask(parts.g, inputs.segments); // (T, T)
  let x = embed(parts, inputs); // (T, H)
  for (let layer = 0; layer < parts.config.layers; layer++) x = block(parts, x, layer, inputs, mask);
  return finish(parts, x);
}

/** Rows of the embedding: (T, H). */
export function embed(parts: DecoderParts, inputs: StepInputs): Tensor {
  return parts.g.cast(parts.g.gather(weight(parts, 'embed_tokens.weight'), inputs.ids), 'float32');
}

/** One layer: attention, then the gated feed-forward, each on the normed stream and added to it. */
export function block(parts: DecoderParts, x: Tensor, layer: number, inputs: StepInputs, mask: Tensor): Tensor {
  const { g } = parts;
  const norm = (name: string): Tensor => weight(parts, `layers.${layer}.${name}.weight`);
  return g.scope(`layers.${layer}`, () => {
    const attended = g.add(x, attention(parts, rmsNorm(parts, x, norm('input_layernorm')), layer, inputs, mask));
    return g.add(attended, mlp(parts, rmsNorm(parts, attended, norm('post_attention_layernorm')), layer));
  });
}

/** The last norm. */
export const finish = (parts: DecoderParts, x: Tensor): Tensor => rmsNorm(parts, x, weight(parts, 'norm.weight'));

/** A frozen tensor, read where it lies. */
function weight({ g, base }: DecoderParts, name: string): Tensor {
  const { tensor, data } = base.stored(name);
  return g.constant(name, tensor.shape, tensor.type, data);
}

/** x / √(mean x² + ε) · w */
function rmsNorm({ g, config }: DecoderParts, x: Tensor, w: Tensor): Tensor {
  const variance = g.mean(g.mul(x, x), [-1], true);
  return g.mul(g.mul(x, g.reciprocal(g.sqrt(g.add(variance, g.floats([config.epsilon]))))), g.cast(w, 'float32'));
}

/** x·Wᵀ, frozen, plus the low-rank update. */
function linear(parts: DecoderParts, x: Tensor, layer: number, projection: Projection): Tensor {
  const { g, config, base, lora, loraScale, dropout } = parts;
  const name = `layers.${layer}.${blockOf(projection)}.${projection}.weight`;
  const frozen = base.quantised ? fourBit(parts, x, name, shapeOf(config, projection)) : g.linear(x, g.cast(weight(parts, name), 'float32'));
  const { a, b } = lora(layer, projection);
  return g.add(frozen, g.scale(g.linear(g.linear(dropout(x, layer, projection), a), b), loraScale)); // (T, out)
}

function fourBit({ g, base }: DecoderParts, x: Tensor, name: string, [rows, columns]: readonly [number, number]): Tensor {
  const parts = base.quantised!(name);
  const codes = g.constant(`${name}.nf4`, [(rows * columns) / 2], 'uint8', parts.codes);
  const absmax = g.constant(`${name}.absmax`, [(rows * columns) / tileSize], 'float32', parts.absmax);
  const backCodes = g.constant(`${name}.nf4_t`, [(rows * columns) / 2], 'uint8', parts.backCodes);
  const backAbsmax = g.constant(`${name}.absmax_t`, [(rows * columns) / tileSize], 'float32', parts.backAbsmax);
  return g.linear4(x, codes, absmax, rows, tileSize, [backCodes, backAbsmax]);
}

function attention(parts: DecoderParts, x: Tensor, layer: number, inputs: StepInputs, mask: Tensor): Tensor {
  const { g, config } = parts;
  const length = x.shape[0]!;
  const { heads, kvHeads, headDim } = config;
  const group = heads / kvHeads;
  const split = (y: Tensor, count: number): Tensor => g.transpose(g.reshape(y, [length, count, headDim]), [1, 0, 2]); // (n, T, hd)
  const q = g.mul(rope(g, split(linear(parts, x, layer, 'q_proj'), heads), inputs), inputs.queryScale);
  const k = rope(g, split(linear(parts, x, layer, 'k_proj'), kvHeads), inputs);
  const v = split(linear(parts, x, layer, 'v_proj'), kvHeads);
  // The query heads of a group are folded into rows, so that each shares its key and value head without a copy.
  const scores = g.scale(g.matmul(g.reshape(q, [kvHeads, group * length, headDim]), g.swapLast(k)), headDim ** -0.5); // (kv, g·T, T)
  const weights = g.softmax(g.add(g.reshape(scores, [kvHeads, group, length, length]), mask));
  const mixed = g.matmul(g.reshape(weights, [kvHeads, group * length, length]), v); // (kv, g·T, hd)
  const joined = g.reshape(g.transpose(g.reshape(mixed, [heads, length, headDim]), [1, 0, 2]), [length, heads * headDim]);
  return linear(parts, joined, layer, 'o_proj');
}

/** Rotary embedding on halves: (x₁·cos - x₂·sin, x₂·cos + x₁·sin). */
function rope(g: GraphBuilder, x: Tensor, { cos, sin }: StepInputs): Tensor {
  const half = x.shape.at(-1)! / 2;
  const first = g.slice(x, 0, half);
  const second = g.slice(x, half, 2 * half);
  return g.concat([g.sub(g.mul(first, cos), g.mul(second, sin)), g.add(g.mul(second, cos), g.mul(first, sin))]);
}

/** SwiGLU: down(silu(gate(x))·up(x)) */
function mlp(parts: DecoderParts, x: Tensor, layer: number): Tensor {
  const { g } = parts;
  const gate = linear(parts, x, layer, 'gate_proj');
  return linear(parts, g.mul(g.mul(gate, g.sigmoid(gate)), linear(parts, x, layer, 'up_proj')), layer, 'down_proj');
}

/** 0 where a token may look, -1e9 elsewhere: backwards, and within its own row of the pack. */
export function causalMask(g: GraphBuilder, segments: Tensor): Tensor {
  const length = segments.shape[0]!;
  const positions = g.integers(Array.from({ length }, (_, i) => i));
  const own = g.equal(g.reshape(segments, [length, 1]), g.reshape(segments, [1, length]));
  const before = g.lessOrEqual(g.reshape(positions, [1, length]), g.reshape(positions, [length, 1]));
  return g.where(g.and(own, before), g.floats([0]), g.floats([-1e9]));
}
