import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBase } from '../checkpoint/base.ts';
import { readConfig, type ModelConfig } from '../checkpoint/config.ts';
import { findWeights } from '../checkpoint/weights.ts';
import { initCommand } from '../commands/init.ts';
import { batchPacks, packRows, type Pack } from '../dataset/pack.ts';
import { adamwStep, clipGradients, newAdamState } from '../train/adamw.ts';
import { StepRunner } from '../train/step-runner.ts';
import type { Precision } from '../graph/numbers.ts';
import { loraParameters } from './step.ts';

/** Numbers of `scripts/torch-parity.py`: an independent implementation of the same formulas in PyTorch. */
const torch = JSON.parse(readFileSync(new URL('../fixtures/torch-parity.json', import.meta.url), 'utf8')) as {
  rank: number;
  alpha: number;
  loss: number;
  gradients: Record<string, { norm: number; first: number[] }>;
  losses: number[];
};
const folder = mkdtempSync(path.join(os.tmpdir(), 'parity-'));
let config: ModelConfig;
let runner: (recompute: boolean, windows?: number, precision?: Precision) => StepRunner;
beforeAll(() => {
  initCommand({ preset: 'tiny', outputDir: path.join(folder, 'model'), seed: 42, shards: 1 });
  config = readConfig(path.join(folder, 'model'));
  const base = openBase(findWeights(path.join(folder, 'model'), config), config, false, folder);
  const lora = { rank: torch.rank, alpha: torch.alpha, dropout: 0 };
  runner = (recompute, windows = 1, precision = 'float32') => new StepRunner(config, base, { lora, device: 'cpu', threads: 1, precision, windows, recompute });
});
afterAll(() => rmSync(folder, { recursive: true }));

const makeRows = () =>
  [23, 31].map((length, row) => ({
    line: row + 1,
    ids: Array.from({ length }, (_, i) => (7 * i * i + 13 * i + 5 * row) % config.vocabulary),
    learned: Array.from({ length }, (_, i) => i >= Math.floor(length / 2)),
    truncated: false,
  }));
const formula = (size: number, scale: number, shift: number): Float32Array => Float32Array.from({ length: size }, (_, i) => scale * Math.sin(i * 0.7 + shift));
const freshParameters = (): Map<string, Float32Array> =>
  new Map(
    loraParameters(config, torch.rank).map(({ name, shape: [r, c] }, i) => {
      const layer = Number(/layers\.(\d+)/.exec(name)![1]);
      const projection = Math.floor(i / 2) % 7;
      return [name, name.endsWith('lora_A') ? formula(r * c, 0.1, layer + projection) : formula(r * c, 0.05, layer + projection + 0.5)];
    }),
  );

async function step(run: StepRunner, packs: readonly Pack[], parameters: Map<string, Float32Array>, windows = 1): Promise<{ loss: number; gradients: Map<string, Float32Array> }> {
  const supervised = packs.reduce((sum, pack) => sum + pack.supervised, 0);
  const gradients = new Map([...parameters].map(([name, values]) => [name, new Float32Array(values.length)]));
  let loss = 0;
  for (const batch of batchPacks(packs, windows)) {
    const result = await run.gradients(batch, parameters, 0);
    loss += result.loss / supervised;
    for (const [name, values] of result.gradients) values.forEach((value, i) => (gradients.get(name)![i]! += value / supervised));
  }
  return { loss, gradients };
}

test.each([
  ['rows by themselves', { packed: false, recompute: false, windows: 1 }],
  ['rows packed into one sequence', { packed: true, recompute: false, windows: 1 }],
  ['blocks computed again', { packed: true, recompute: true, windows: 1 }],
  ['rows side by side', { packed: false, recompute: false, windows: 2 }],
  ['rows side by side and a window left over, blocks computed again', { packed: false, recompute: true, windows: 3 }],
])('loss and every LoRA gradient are those of PyTorch within 1e-4: %s', async (_, { packed, recompute, windows }) => {
  const run = runner(recompute, windows);
  const packs = packRows(makeRows(), [64], packed);
  expect(packs).toHaveLength(packed ? 1 : 2);
  agrees(await step(run, packs, freshParameters(), windows), 1e-4);
  await run.close();
});

// The CPU widens halves for its products and rounds what is between them: the numbers of a GPU, but for its sums.
test('in half precision they are those of PyTorch within 1e-2', async () => {
  const run = runner(true, 2, 'float16');
  const found = await step(run, packRows(makeRows(), [64], false), freshParameters(), 2);
  agrees(found, 1e-2);
  expect(Math.abs(found.loss / torch.loss - 1)).toBeGreaterThan(1e-8);
  await run.close();
});

function agrees({ loss, gradients }: { loss: number; gradients: Map<string, Float32Array> }, most: number): void {
  expect(Math.abs(loss / torch.loss - 1)).toBeLessThan(most);
  for (const [name, { norm, first }] of Object.entries(torch.gradients)) {
    const ours = gradients.get(name)!;
    expect(Math.abs(Math.hypot(...ours) / norm - 1), name).toBeLessThan(most);
    first.forEach((value, i) => expect(Math.abs(ours[i]! - value) / norm, `${name}[${i}]`).toBeLessThan(most));
  }
}

test('twenty steps of AdamW give the losses of PyTorch within 1e-3', async () => {
  const run = runner(true);
  const parameters = freshParameters();
  const adam = newAdamState();
  for (const [i, expected] of torch.losses.entries()) {
    const { loss, gradients } = await step(run, packRows(makeRows(), [64], true), parameters);
    expect(Math.abs(loss / expected - 1), `step ${i + 1}`).toBeLessThan(1e-3);
    clipGradients(gradients, 1);
    adamwStep(parameters, gradients, adam, 5e-3, 0.01);
  }
  await run.close();
});
