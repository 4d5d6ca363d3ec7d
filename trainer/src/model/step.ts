import type { Base } from '../checkpoint/base.ts';
import type { ModelConfig } from '../checkpoint/config.ts';
import { blockOf, projections, shapeOf, type Projection } from '../checkpoint/weights.ts';
import { backward, backwardFrom } from '../graph/backward.ts';
import { GraphBuilder } from '../graph/ops.ts';
import type { Tensor } from '../graph/tensor.ts';
import { block, causalMask, decode, embed, finish, type DecoderParts, type Dropout, type LoraPair, type StepInputs } from './decoder.ts';
import { crossEntropy, type Supervision } from './loss.ts';

export interface LoraShape {
  readonly rank: number;
  readonly alpha: number;
  readonly dropout: number;
}

/** `layers.0.self_attn.q_proj`: the module that a pair belongs to. */
const moduleName = (layer: number, projection: Projection): string => `layers.${layer}.${blockOf(projection)}.${projection}`;

export interface LoraParameter {
  readonly name: string;
  readonly shape: readonly [number, number];
}

/** A and B of every projection, in a fixed order. */
export function loraParameters(config: ModelConfig, rank: number): LoraParameter[] {
  return Array.from({ length: config.layers }, (_, layer) =>
    projections.flatMap((projection): LoraParameter[] => {
      const [rows, columns] = shapeOf(config, projection);
      const name = moduleName(layer, projection);
      return [
        { name: `${name}.lora_A`, shape: [rank, columns] },
        { name: `${name}.lora_B`, shape: [rows, rank] },
      ];
    }),
  ).flat();
}

export interface StepShape {
  readonly config: ModelConfig;
  readonly base: Base;
  readonly lora: LoraShape;
  /** Tokens of a pack. */
  readonly length: number;
  /** Supervised places of a pack. */
  readonly places: number;
  /** `loss` alone for an evaluation; `recompute` redoes each block's forward pass before its backward one. */
  readonly mode: 'loss' | 'gradients' | 'recompute';
}

/** The graph of one micro-step: the loss summed over the supervised places, and gradients of A and B. */
export function buildStep({ config, base, lora: shape, length, places, mode }: StepShape): Record<string, Tensor> {
  const g = new GraphBuilder();
  const half = config.headDim / 2;
  const inputs: StepInputs = {
    ids: g.input('ids', [length], 'int64'),
    segments: g.input('segments', [length], 'int64'),
    cos: g.input('cos', [length, half]),
    sin: g.input('sin', [length, half]),
    queryScale: g.input('query_scale', [length, 1]),
  };
  const supervision = { places: g.input('places', [places], 'int64'), targets: g.input('targets', [places], 'int64'), weights: g.input('weights', [places]) };
  const parameters = loraParameters(config, shape.rank).map(({ name, shape: size }) => g.input(name, size, 'float32', true));
  const byName = new Map(parameters.map((tensor) => [tensor.name, tensor]));
  const lora = (layer: number, projection: Projection): LoraPair => ({
    a: byName.get(`${moduleName(layer, projection)}.lora_A`)!,
    b: byName.get(`${moduleName(layer, projection)}.lora_B`)!,
  });
  const dropout = mode !== 'loss' && shape.dropout > 0 ? counterDropout(g, shape.dropout, g.input('seed', [1])) : (x: Tensor): Tensor => x;
  const parts = { g, config, base, lora, loraScale: shape.alpha / shape.rank, dropout };
  if (mode === 'recompute') return recomputedStep(parts, inputs, supervision);
  const loss = crossEntropy(parts, decode(parts, inputs), supervision);
  if (mode === 'loss') return { loss };
  const gradients = backward(g, loss, parameters);
  return { loss, ...Object.fromEntries(parameters.map((tensor, i) => [gradientName(tensor.name), gradients[i]!])) };
}

export const gradientName = (parameter: string): string => `grad.${parameter}`;

/**
 * Gradient checkpointing: only the inputs of the blocks are kept, and each block is computed a second time right before
 * its backward pass. The second copy must wait for the block above, or the runtime makes all copies at the start (it
 * walks back from the outputs) or merges them with the first: so its input is x + 0·(dy + gradients of the block
 * above). The values are the same to the bit.
 */
function recomputedStep(parts: DecoderParts, inputs: StepInputs, supervision: Supervision): Record<string, Tensor> {
  const { g, config } = parts;
  const mask = causalMask(g, inputs.segments);
  const streams = [embed(parts, inputs)];
  for (let layer = 0; layer < config.layers; layer++) streams.push(block(parts, streams[layer]!, layer, inputs, mask));
  const last: Tensor = { ...streams[config.layers]!, differentiable: true };
  const loss = crossEntropy(parts, finish(parts, last), supervision);
  let [dy] = backward(g, loss, [last]) as [Tensor];
  let barrier = g.firstElement(dy);
  const outputs: Record<string, Tensor> = { loss };
  for (let layer = config.layers - 1; layer >= 0; layer--) {
    const held = g.add(streams[layer]!, g.scale(barrier, 0));
    const x: Tensor = { ...held, differentiable: layer > 0 };
    const pairs = projections.flatMap((projection) => {
      const { a, b } = parts.lora(layer, projection);
      return [a, b];
    });
    const gradients = backwardFrom(g, block(parts, x, layer, inputs, mask), dy, layer > 0 ? [...pairs, x] : pairs);
    pairs.forEach((pair, i) => (outputs[gradientName(pair.name)] = gradients[i]!));
    barrier = gradients.reduce((sum: Tensor, gradient) => g.add(sum, g.firstElement(gradient)), barrier);
    if (layer > 0) dy = gradients.at(-1)!;
  }
  return outputs;
}

/**
 * Dropout from a counter: each element's draw is a hash of its index, the module and the step's seed, computed in the
 * graph with sines and fractions (no state, so a resumed run draws the same).
 */
function counterDropout(g: GraphBuilder, rate: number, seed: Tensor): Dropout {
  return (x, layer, projection) => {
    const [rows, columns] = x.shape as readonly [number, number];
    const salt = layer * 7 + projections.indexOf(projection) + 1;
    const down = g.floats(
      Array.from({ length: rows }, (_, i) => ((i + 1) * 12.9898) % 1000),
      [rows, 1],
    );
    const across = g.floats(
      Array.from({ length: columns }, (_, i) => ((i + 1) * 78.233 + salt * 37.719) % 1000),
      [1, columns],
    );
    const wave = g.node('Sin', [g.add(g.add(down, across), seed)], [rows, columns], {}, { differentiable: false });
    const scaled = g.scale(wave, 43758.5453);
    const draw = g.sub(scaled, g.node('Floor', [scaled], scaled.shape, {}, { differentiable: false }));
    const keep = g.lessOrEqual(g.floats([rate]), draw);
    return g.mul(x, g.where(keep, g.floats([1 / (1 - rate)]), g.floats([0])));
  };
}
