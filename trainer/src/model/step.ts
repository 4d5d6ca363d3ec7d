import type { Base } from '../checkpoint/base.ts';
import type { ModelConfig } from '../checkpoint/config.ts';
import { blockOf, projections, shapeOf, type Projection } from '../checkpoint/weights.ts';
import { backward, backwardFrom } from '../graph/backward.ts';
import { GraphBuilder } from '../graph/ops.ts';
import type { Precision } from '../graph/numbers.ts';
import type { Tensor } from '../graph/tensor.ts';
import { block, decode, embed, finish, positionsOf, type DecoderParts, type LoraPair, type StepInputs } from './decoder.ts';
import { counterDropout } from './dropout.ts';
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
  /** Tokens of a window. */
  readonly length: number;
  /** Windows that are computed together. */
  readonly windows: number;
  /** Supervised places of all of them. */
  readonly places: number;
  readonly precision: Precision;
  /** `loss` alone for an evaluation; `recompute` redoes each block's forward pass before its backward one. */
  readonly mode: 'loss' | 'gradients' | 'recompute';
}

/** The graph of one micro-step: the loss summed over the supervised places, and gradients of A and B. */
export function buildStep({ config, base, lora: shape, length, windows, places, precision, mode }: StepShape): Record<string, Tensor> {
  const g = new GraphBuilder();
  const half = config.headDim / 2;
  const tokens = windows * length;
  const inputs: StepInputs = {
    ids: g.input('ids', [tokens], 'int64'),
    segments: g.input('segments', [tokens], 'int64'),
    rotation: { cos: g.input('cos', [tokens, half]), sin: g.input('sin', [tokens, half]) },
    queryRotation: { cos: g.input('query_cos', [tokens, half]), sin: g.input('query_sin', [tokens, half]) },
  };
  const supervision = { places: g.input('places', [places], 'int64'), targets: g.input('targets', [places], 'int64'), weights: g.input('weights', [places]) };
  const parameters = loraParameters(config, shape.rank).map(({ name, shape: size }) => g.input(name, size, 'float32', true));
  const byName = new Map(parameters.map((tensor) => [tensor.name, tensor]));
  const lora = (layer: number, projection: Projection): LoraPair => ({
    a: g.cast(byName.get(`${moduleName(layer, projection)}.lora_A`)!, precision),
    b: g.cast(g.scale(byName.get(`${moduleName(layer, projection)}.lora_B`)!, shape.alpha / shape.rank), precision),
  });
  const dropout = mode !== 'loss' && shape.dropout > 0 ? counterDropout(g, shape.dropout, g.input('seed', [1])) : (x: Tensor): Tensor => x;
  const parts = { g, config, base, lora, dropout, precision, windows };
  if (mode === 'recompute') return recomputedStep(parts, inputs, supervision, parameters);
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
function recomputedStep(parts: DecoderParts, inputs: StepInputs, supervision: Supervision, parameters: readonly Tensor[]): Record<string, Tensor> {
  const { g, config } = parts;
  const positions = positionsOf(parts, inputs);
  const streams = [embed(parts, inputs)];
  for (let layer = 0; layer < config.layers; layer++) streams.push(block(parts, streams[layer]!, layer, positions));
  const last: Tensor = { ...streams[config.layers]!, differentiable: true };
  const loss = crossEntropy(parts, finish(parts, last), supervision);
  let [dy] = backward(g, loss, [last]) as [Tensor];
  const shown = (x: Tensor): Tensor => g.cast(g.firstElement(x), 'float32');
  let barrier = shown(dy);
  const outputs: Record<string, Tensor> = { loss };
  for (let layer = config.layers - 1; layer >= 0; layer--) {
    const held = g.add(streams[layer]!, g.cast(g.scale(barrier, 0), streams[layer]!.type));
    const x: Tensor = { ...held, differentiable: layer > 0 };
    const pairs = parameters.slice(layer * 2 * projections.length, (layer + 1) * 2 * projections.length);
    const gradients = backwardFrom(g, block(parts, x, layer, positions), dy, layer > 0 ? [...pairs, x] : pairs);
    pairs.forEach((pair, i) => (outputs[gradientName(pair.name)] = gradients[i]!));
    barrier = gradients.reduce((sum: Tensor, gradient) => g.add(sum, shown(gradient)), barrier);
    if (layer > 0) dy = gradients.at(-1)!;
  }
  return outputs;
}
