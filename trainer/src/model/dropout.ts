import { projections } from '../checkpoint/weights.ts';
import type { GraphBuilder } from '../graph/ops.ts';
import type { Tensor } from '../graph/tensor.ts';
import { seeded } from '../train/random.ts';
import type { Dropout } from './decoder.ts';

/**
 * Dropout from a counter: each element's draw is a hash of its row, its column, the module and the step's seed, computed
 * in the graph (no state, so a resumed run draws the same). The hash is the sine of a product of two numbers, one for the
 * row and one for the column; for a phase that is spread evenly it lies above sin(π/2 - π·rate) as often as `rate` says.
 * Phases stay below 100,000, where a GPU's sine is still quick.
 */
export function counterDropout(g: GraphBuilder, rate: number, seed: Tensor): Dropout {
  const level = Math.sin(Math.PI * (0.5 - rate));
  return (x, layer, projection) => {
    const [rows, columns] = x.shape as readonly [number, number];
    const salt = layer * projections.length + projections.indexOf(projection) + 1;
    const down = draws(rows, ROWS, 50, 350);
    const across = draws(columns, COLUMNS + salt, 20, 220);
    const phase = g.mul(g.add(g.floats(down, [rows, 1]), seed), g.floats(across, [1, columns]));
    const keep = g.lessOrEqual(g.node('Sin', [phase], [rows, columns], {}, { differentiable: false }), g.floats([level]));
    return g.mul(x, g.where(keep, g.floats([1 / (1 - rate)], [], x.type), g.floats([0], [], x.type)));
  };
}

/** A step's seed as the number that the graph is fed: seeds that follow one another lie far apart. */
export const dropoutSeed = (seed: number): number => seeded(seed)() * 100;

const ROWS = 0x0d0;
const COLUMNS = 0xc01;

function draws(count: number, seed: number, from: number, to: number): number[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () => from + random() * (to - from));
}
