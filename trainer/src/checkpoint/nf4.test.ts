import { expect, test } from 'vitest';
import { backward } from '../graph/backward.ts';
import { GraphBuilder } from '../graph/ops.ts';
import { openSession } from '../graph/session.ts';
import { normal, seeded } from '../train/random.ts';
import { dequantise, quantise, TILE, type Packed } from './nf4.ts';

const ROWS = 48;
const COLUMNS = 32;
const random = seeded(3);
const weights = Float32Array.from({ length: ROWS * COLUMNS }, () => normal(random));
const { forward, backward: transposed } = quantise(weights, ROWS, COLUMNS);

test('a matrix and its transpose hold the same numbers, near the originals', () => {
  const there = dequantise(forward, ROWS, COLUMNS);
  const back = dequantise(transposed, COLUMNS, ROWS);
  let error = 0;
  let size = 0;
  for (let r = 0; r < ROWS; r++) {
    for (let c = 0; c < COLUMNS; c++) {
      expect(there[r * COLUMNS + c]).toBe(back[c * ROWS + r]);
      error += (there[r * COLUMNS + c]! - weights[r * COLUMNS + c]!) ** 2;
      size += weights[r * COLUMNS + c]! ** 2;
    }
  }
  // 9.9 % on Gaussian weights in 16×16 tiles.
  expect(Math.sqrt(error / size)).toBeLessThan(0.12);
});

test('the runtime multiplies by that matrix, both ways', async () => {
  const g = new GraphBuilder();
  const inline = (bytes: Uint8Array | Float32Array): { kind: 'inline'; bytes: Uint8Array } => ({
    kind: 'inline',
    bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  });
  const constants = (packed: Packed, name: string) =>
    [
      g.constant(`${name}.codes`, [packed.codes.length], 'uint8', inline(packed.codes)),
      g.constant(`${name}.absmax`, [packed.absmax.length], 'float32', inline(packed.absmax)),
    ] as const;
  const x = g.input('x', [2, COLUMNS], 'float32', true);
  const y = g.linear4(x, ...constants(forward, 'w'), ROWS, TILE, constants(transposed, 'wt'));
  const loss = g.sum(g.sum(g.mul(y, y), [0], false), [0], false);
  const [dx] = backward(g, loss, [x]);
  const session = await openSession({ y, dx: dx! }, '/', 'cpu', 1);
  const at = Float32Array.from({ length: 2 * COLUMNS }, () => normal(random));
  const out = await session.run({ x: { data: at, shape: [2, COLUMNS] } });
  const w = dequantise(forward, ROWS, COLUMNS);
  for (let m = 0; m < 2; m++) {
    const row = Array.from({ length: ROWS }, (_, r) => Array.from({ length: COLUMNS }, (_unused, c) => at[m * COLUMNS + c]! * w[r * COLUMNS + c]!).reduce((a, b) => a + b, 0));
    row.forEach((value, r) => expect(out['y']![m * ROWS + r]).toBeCloseTo(value, 3));
    for (let c = 0; c < COLUMNS; c++)
      expect(out['dx']![m * COLUMNS + c]).toBeCloseTo(
        row.reduce((sum, value, r) => sum + 2 * value * w[r * COLUMNS + c]!, 0),
        2,
      );
  }
  await session.close();
});
