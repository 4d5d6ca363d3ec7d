import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBase } from '../checkpoint/base.ts';
import { readConfig, type ModelConfig } from '../checkpoint/config.ts';
import { findWeights } from '../checkpoint/weights.ts';
import { initCommand } from '../commands/init.ts';
import { packRows, type Pack } from '../dataset/pack.ts';
import { adamwStep, clipGradients, newAdamState } from '../train/adamw.ts';
import { StepRunner } from '../train/step-runner.ts';
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
let runner: (recompute: boolean) => StepRunner;
beforeAll(() => {
  initCommand({ preset: 'tiny', outputDir: path.join(folder, 'model'), seed: 42, shards: 1 });
  config = readConfig(path.join(folder, 'model'));
  const base = openBase(findWeights(path.join(folder, 'model'), config), config, false, folder);
  runner = (recompute) => new StepRunner(config, base, { lora: { rank: torch.rank, alpha: torch.alpha, dropout: 0 }, device: 'cpu', threads: 1, recompute });
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

async function step(run: StepRunner, packs: readonly Pack[], parameters: Map<string, Float32Array>): Promise<{ loss: number; gradients: Map<string, Float32Array> }> {
  const supervised = packs.reduce((sum, pack) => sum + pack.supervised, 0);
  const gradients = new Map([...parameters].map(([name, values]) => [name, new Float32Array(values.length)]));
  let loss = 0;
  for (const pack of packs) {
    const result = await run.gradients(pack, parameters, 0);
    loss += result.loss / supervised;
    for (const [name, values] of result.gradients) values.forEach((value, i) => (gradients.get(name)![i]! += value / supervised));
  }
  return { loss, gradients };
}

test.each([
  ['rows by themselves', false, false],
  ['rows packed into one sequence', true, false],
  ['blocks computed again', true, true],
])('loss and every LoRA gradient are those of PyTorch within 1e-4: %s', async (_, packed, recompute) => {
  const run = runner(recompute);
  const packs = packRows(makeRows(), [64], packed);
  expect(packs).toHaveLength(packed ? 1 : 2);
  const { loss, gradients } = await step(run, packs, freshParameters());
  expect(Math.abs(loss / torch.loss - 1)).toBeLessThan(1e-4);
  for (const [name, { norm, first }] of Object.entries(torch.gradients)) {
    const ours = gradients.get(name)!;
    expect(Math.abs(Math.hypot(...ours) / norm - 1), name).toBeLessThan(1e-4);
    first.forEach((value, i) => expect(Math.abs(ours[i]! - value) / norm, `${name}[${i}]`).toBeLessThan(1e-4));
  }
  await run.close();
});

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
