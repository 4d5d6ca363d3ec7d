import type { Base } from '../checkpoint/base.ts';
import type { ModelConfig } from '../checkpoint/config.ts';
import { blockOf, projections, shapeOf, type Projection } from '../checkpoint/weights.ts';
import { backward } from '../graph/backward.ts';
import { GraphBuilder } from '../graph/ops.ts';
import type { Tensor } from '../graph/tensor.ts';
import { decode, type Dropout, type LoraPair } from './decoder.ts';
import { crossEntropy } from './loss.ts';

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

/** The graph of one micro-step for packs of `length` tokens and `supervised` places: loss sum, and gradients of A and B. */
export function buildStep(config: ModelConfig, base: Base, shape: LoraShape, length: number, supervised: number, withGradients: boolean): Record<string, Tensor> {
  const g = new GraphBuilder();
  const half = config.headDim / 2;
  const inputs = {
    ids: g.input('ids', [length], 'int64'),
    segments: g.input('segments', [length], 'int64'),
    cos: g.input('cos', [length, half]),
    sin: g.input('sin', [length, half]),
    queryScale: g.input('query_scale', [length, 1]),
  };
  const supervision = { places: g.input('places', [supervised], 'int64'), targets: g.input('targets', [supervised], 'int64'), weights: g.input('weights', [supervised]) };
  const parameters = loraParameters(config, shape.rank).map(({ name, shape: size }) => g.input(name, size, 'float32', true));
  const byName = new Map(parameters.map((tensor) => [tensor.name, tensor]));
  const lora = (layer: number, projection: Projection): LoraPair => ({
    a: byName.get(`${moduleName(layer, projection)}.lora_A`)!,
    b: byName.get(`${moduleName(layer, projection)}.lora_B`)!,
  });
  const dropout = withGradients && shape.dropout > 0 ? counterDropout(g, shape.dropout, g.input('seed', [1])) : (x: Tensor): Tensor => x;
  const parts = { g, config, base, lora, loraScale: shape.alpha / shape.rank, dropout };
  const loss = crossEntropy(parts, decode(parts, inputs), supervision);
  if (!withGradients) return { loss };
  const gradients = backward(g, loss, parameters);
  return { loss, ...Object.fromEntries(parameters.map((tensor, i) => [`grad.${tensor.name}`, gradients[i]!])) };
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
