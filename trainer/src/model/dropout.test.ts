import { beforeAll, expect, test } from 'vitest';
import { GraphBuilder } from '../graph/ops.ts';
import { openSession } from '../graph/session.ts';
import { counterDropout, dropoutSeed } from './dropout.ts';

const ROWS = 400;
const COLUMNS = 600;
const RATE = 0.05;

/** 1 where an element is dropped. */
async function dropped(seed: number, layer: number, projection: 'q_proj' | 'k_proj'): Promise<Uint8Array> {
  const g = new GraphBuilder();
  const y = counterDropout(g, RATE, g.input('seed', [1]))(g.input('x', [ROWS, COLUMNS]), layer, projection);
  const session = await openSession({ y }, '/', 'cpu', 1);
  const results = await session.run({
    x: { data: new Float32Array(ROWS * COLUMNS).fill(1), shape: [ROWS, COLUMNS] },
    seed: { data: Float32Array.of(dropoutSeed(seed)), shape: [1] },
  });
  await session.close();
  const values = results['y']!;
  expect(values.filter((value) => value !== 0 && Math.abs(value * (1 - RATE) - 1) > 1e-6)).toHaveLength(0);
  return Uint8Array.from(values, (value) => (value === 0 ? 1 : 0));
}

let mask: Uint8Array;
beforeAll(async () => (mask = await dropped(42, 3, 'q_proj')));
const share = (chosen: ArrayLike<number>): number => Array.prototype.reduce.call(chosen, (sum: unknown, one) => (sum as number) + (one as number), 0) as number;
/** How far from the rate a share of so many draws may lie: five deviations. */
const far = (draws: number, rate = RATE): number => 5 * Math.sqrt((rate * (1 - rate)) / draws);

test('as many are dropped as the rate says: of all, of each row, of each column', () => {
  expect(Math.abs(share(mask) / mask.length - RATE)).toBeLessThan(far(mask.length));
  for (let row = 0; row < ROWS; row++) expect(Math.abs(share(mask.subarray(row * COLUMNS, (row + 1) * COLUMNS)) / COLUMNS - RATE)).toBeLessThan(far(COLUMNS));
  for (let column = 0; column < COLUMNS; column++) {
    const drawn = Array.from({ length: ROWS }, (_, row) => mask[row * COLUMNS + column]!);
    expect(Math.abs(share(drawn) / ROWS - RATE)).toBeLessThan(far(ROWS));
  }
});

test('what falls in one row, column, step or module says nothing of another', async () => {
  const others = { step: await dropped(42 + 31, 3, 'q_proj'), module: await dropped(42, 3, 'k_proj'), layer: await dropped(42, 4, 'q_proj') };
  const below = Uint8Array.from(mask, (_, i) => mask[(i + COLUMNS) % mask.length]!);
  const right = Uint8Array.from(mask, (_, i) => mask[(i + 1) % mask.length]!);
  for (const [name, other] of Object.entries({ ...others, below, right })) {
    const both = share(mask.map((one, i) => one & other[i]!)) / mask.length;
    expect(Math.abs(both - RATE ** 2), name).toBeLessThan(far(mask.length, RATE ** 2));
  }
  expect(await dropped(42, 3, 'q_proj')).toEqual(mask);
});
