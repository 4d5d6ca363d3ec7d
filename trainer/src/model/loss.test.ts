import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Base } from '../checkpoint/base.ts';
import type { ModelConfig } from '../checkpoint/config.ts';
import { backward } from '../graph/backward.ts';
import { GraphBuilder } from '../graph/ops.ts';
import { openSession } from '../graph/session.ts';
import { crossEntropy } from './loss.ts';

const VOCABULARY = 50;
const HIDDEN = 8;
const LENGTH = 12;
const folder = mkdtempSync(path.join(os.tmpdir(), 'loss-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Numbers that bfloat16 holds exactly, so that both heads are the same.
const numbers = Float32Array.from({ length: VOCABULARY * HIDDEN }, (_, i) => (((i * 37) % 64) - 32) / 32);
writeFileSync(path.join(folder, 'head.f32'), numbers);
writeFileSync(
  path.join(folder, 'head.bf16'),
  Uint16Array.from(new Uint32Array(numbers.buffer), (bits) => bits >>> 16),
);

async function lossWith(type: 'float32' | 'bfloat16', widened?: number): Promise<Record<string, Float32Array>> {
  const g = new GraphBuilder();
  const file = type === 'float32' ? 'head.f32' : 'head.bf16';
  const length = numbers.length * (type === 'float32' ? 4 : 2);
  const tensor = { type, shape: [VOCABULARY, HIDDEN], file, offset: 0, length };
  const base = { root: folder, bytes: length, stored: () => ({ tensor, data: { kind: 'external', file, offset: 0, length } }), quantised: undefined } as unknown as Base;
  const config = { tied: true, vocabulary: VOCABULARY, hidden: HIDDEN } as ModelConfig;
  const hidden = g.input('hidden', [LENGTH, HIDDEN], 'float32', true);
  const supervision = { places: g.input('places', [5], 'int64'), targets: g.input('targets', [5], 'int64'), weights: g.input('weights', [5]) };
  const loss = crossEntropy({ g, config, base, precision: 'float32' }, hidden, supervision, widened);
  const [gradient] = backward(g, loss, [hidden]);
  const session = await openSession({ loss, gradient: gradient! }, folder, 'cpu', 1);
  const results = await session.run({
    hidden: { data: Float32Array.from({ length: LENGTH * HIDDEN }, (_, i) => Math.sin(i)), shape: [LENGTH, HIDDEN] },
    places: { data: BigInt64Array.from([1n, 3n, 4n, 8n, 11n]), shape: [5] },
    targets: { data: BigInt64Array.from([0n, 49n, 17n, 16n, 33n]), shape: [5] },
    weights: { data: Float32Array.from([1, 1, 1, 1, 0]), shape: [5] },
  });
  const copy = Object.fromEntries(Object.entries(results).map(([name, values]) => [name, Float32Array.from(values)]));
  await session.close();
  return copy;
}

test('a 16-bit head that is widened in bands gives the loss and the gradient of the whole', async () => {
  const whole = await lossWith('float32');
  for (const widened of [1, 3 * HIDDEN, 17 * HIDDEN, undefined]) {
    const banded = await lossWith('bfloat16', widened);
    expect(banded['loss']![0]).toBeCloseTo(whole['loss']![0]!, 5);
    banded['gradient']!.forEach((value, i) => expect(value).toBeCloseTo(whole['gradient']![i]!, 5));
  }
  expect(whole['loss']![0]).toBeGreaterThan(1);
});
