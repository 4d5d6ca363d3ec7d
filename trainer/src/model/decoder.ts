import type { Base } from '../checkpoint/base.ts';
import type { ModelConfig } from '../checkpoint/config.ts';
import { tileSize } from '../checkpoint/base.ts';
import { blockOf, shapeOf, type Projection } from '../checkpoint/weights.ts';
import type { GraphBuilder } from '../graph/ops.ts';
import type { Precision } from '../graph/numbers.ts';
import type { ConstantData, Tensor } from '../graph/tensor.ts';
import { attend, causalBlocks, type QueryBlock } from './attention.ts';

/** What a step is fed: T tokens of packed rows, W windows of L tokens that don't see one another. */
export interface StepInputs {
  readonly ids: Tensor; // (T) int64
  readonly segments: Tensor; // (T) int64: which row of its window a token belongs to
  readonly rotation: Rotation;
  /** Of queries, which are scaled by it too: 1/√hd, and what the model has of its own. */
  readonly queryRotation: Rotation;
}

/** Of every token and half of a head: (T, hd/2) each. */
interface Rotation {
  readonly cos: Tensor;
  readonly sin: Tensor;
}

/** The low-rank update of one projection: y += x·Aᵀ·Bᵀ, α/r in B. */
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
  readonly dropout: Dropout;
  /** Of products and of what is between them; the loss is float32. */
  readonly precision: Precision;
  readonly windows: number;
}

/** What every layer is given: rotations in the precision of attention, and the mask. */
export interface Positions {
  readonly rotation: Rotation;
  readonly queryRotation: Rotation;
  readonly blocks: readonly QueryBlock[];
}

/** bfloat16 has the range of float32, so the stream between the layers is kept in it; in half precision it would overflow. */
const streamOf = (precision: Precision): Precision => (precision === 'bfloat16' ? 'bfloat16' : 'float32');
/** What attention computes is bounded: half precision holds more of it than bfloat16, and the CUDA provider is faster in it. */
const attentionOf = (precision: Precision): Precision => (precision === 'bfloat16' ? 'float16' : precision);

export function positionsOf({ g, precision, windows }: DecoderParts, { segments, rotation, queryRotation }: StepInputs): Positions {
  const type = attentionOf(precision);
  const narrow = ({ cos, sin }: Rotation): Rotation => ({ cos: g.cast(cos, type), sin: g.cast(sin, type) });
  return { rotation: narrow(rotation), queryRotation: narrow(queryRotation), blocks: causalBlocks(g, segments, windows, type) };
}

/** Hidden states of a Mistral-family decoder after its last norm: (T, H). */
export function decode(parts: DecoderParts, inputs: StepInputs): Tensor {
  const positions = positionsOf(parts, inputs);
  let x = embed(parts, inputs); // (T, H)
  for (let layer = 0; layer < parts.config.layers; layer++) x = block(parts, x, layer, positions);
  return finish(parts, x);
}

/** Rows of the embedding: (T, H). */
export function embed(parts: DecoderParts, inputs: StepInputs): Tensor {
  return parts.g.cast(parts.g.gather(weight(parts, 'embed_tokens.weight'), inputs.ids), streamOf(parts.precision));
}

/** One layer: attention, then the gated feed-forward, each on the normed stream and added to it. */
export function block(parts: DecoderParts, x: Tensor, layer: number, positions: Positions): Tensor {
  const { g, precision } = parts;
  const normed = (y: Tensor, name: string): Tensor => g.cast(rmsNorm(parts, y, `layers.${layer}.${name}.weight`), precision);
  return g.scope(`layers.${layer}`, () => {
    const attended = g.add(x, g.cast(attention(parts, normed(x, 'input_layernorm'), layer, positions), x.type));
    return g.add(attended, g.cast(mlp(parts, normed(attended, 'post_attention_layernorm'), layer), x.type));
  });
}

/** The last norm, as float32. */
export const finish = (parts: DecoderParts, x: Tensor): Tensor => rmsNorm(parts, parts.g.cast(x, 'float32'), 'norm.weight');

const rmsNorm = (parts: DecoderParts, x: Tensor, name: string): Tensor => parts.g.rmsNorm(x, parts.g.cast(weight(parts, name), x.type), parts.config.epsilon);

/** A frozen tensor, read where it lies. */
function weight({ g, base }: DecoderParts, name: string): Tensor {
  const { tensor, data } = base.stored(name);
  return g.constant(name, tensor.shape, tensor.type, data);
}

/** x·Wᵀ, frozen, plus the low-rank update. */
function linear(parts: DecoderParts, x: Tensor, layer: number, projection: Projection): Tensor {
  const { g, config, base, lora, dropout } = parts;
  const name = `layers.${layer}.${blockOf(projection)}.${projection}.weight`;
  const frozen = base.quantised ? fourBit(parts, x, name, shapeOf(config, projection)) : g.linear(x, g.cast(weight(parts, name), x.type));
  const { a, b } = lora(layer, projection);
  return g.add(frozen, g.linear(g.linear(dropout(x, layer, projection), a), b)); // (T, out)
}

function fourBit({ g, base }: DecoderParts, x: Tensor, name: string, [rows, columns]: readonly [number, number]): Tensor {
  const parts = base.quantised!(name);
  const codes = (suffix: string, data: ConstantData): Tensor => g.constant(`${name}.nf4${suffix}`, [(rows * columns) / 2], 'uint8', data);
  const absmax = (suffix: string, data: ConstantData): Tensor => g.cast(g.constant(`${name}.absmax${suffix}`, [(rows * columns) / tileSize], 'float32', data), x.type);
  return g.linear4(x, codes('', parts.codes), absmax('', parts.absmax), rows, tileSize, [codes('_t', parts.backCodes), absmax('_t', parts.backAbsmax)]);
}

function attention(parts: DecoderParts, x: Tensor, layer: number, { rotation, queryRotation, blocks }: Positions): Tensor {
  const { g, config, windows } = parts;
  const tokens = x.shape[0]!;
  const length = tokens / windows;
  const { heads, kvHeads, headDim } = config;
  const projected = (projection: Projection): Tensor => g.cast(linear(parts, x, layer, projection), attentionOf(parts.precision));
  const turned = (y: Tensor, { cos, sin }: Rotation): Tensor => g.rotary(g.reshape(y, [1, tokens, y.shape[1]!]), cos, sin);
  const query = turned(projected('q_proj'), queryRotation);
  const q = g.transpose(g.reshape(query, [windows, length, kvHeads, heads / kvHeads, headDim]), [0, 2, 3, 1, 4]); // (W, kv, group, L, hd)
  const keyed = (y: Tensor): Tensor => g.reshape(g.transpose(g.reshape(y, [windows, length, kvHeads, headDim]), [0, 2, 1, 3]), [windows * kvHeads, length, headDim]);
  const mixed = attend(g, q, keyed(turned(projected('k_proj'), rotation)), keyed(projected('v_proj')), blocks);
  const joined = g.reshape(g.transpose(mixed, [0, 3, 1, 2, 4]), [tokens, heads * headDim]);
  return linear(parts, g.cast(joined, parts.precision), layer, 'o_proj');
}

/** SwiGLU: down(silu(gate(x))·up(x)) */
function mlp(parts: DecoderParts, x: Tensor, layer: number): Tensor {
  const { g } = parts;
  return linear(parts, g.mul(g.silu(linear(parts, x, layer, 'gate_proj')), linear(parts, x, layer, 'up_proj')), layer, 'down_proj');
}
