// The trainer on a GPU: a random model of the 3B's shape, sequences of 2,048 tokens; tokens a second, share of the
// card's dense rate (products of large matrices in the same precision, measured here), memory, and agreement with the CPU.
// `npm run bench:gpu`, or `npm run bench:gpu -- --device webgpu --layers 4`
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openBase } from '../trainer/dist/checkpoint/base.js';
import { readConfig } from '../trainer/dist/checkpoint/config.js';
import { findWeights, projections, shapeOf } from '../trainer/dist/checkpoint/weights.js';
import { adamwStep, clipGradients, newAdamState } from '../trainer/dist/train/adamw.js';
import { measuredRate } from '../trainer/dist/train/dense-rate.js';
import { chooseDevice } from '../trainer/dist/train/device.js';
import { seeded } from '../trainer/dist/train/random.js';
import { firstRunState } from '../trainer/dist/train/run-state.js';
import { StepRunner, roundedPlaces } from '../trainer/dist/train/step-runner.js';

const { values: asked } = parseArgs({
  options: {
    device: { type: 'string', default: 'auto' },
    layers: { type: 'string', default: '26' },
    length: { type: 'string', default: '2048' },
    variants: { type: 'string' },
    runs: { type: 'string', default: '4' },
  },
});
const root = path.resolve(import.meta.dirname, '..');
const scratch = mkdtempSync(path.join(os.tmpdir(), 'bench-gpu-'));
const trainer = path.join(root, 'trainer', 'bin', 'trainer.js');
const threads = os.availableParallelism();
const length = Number(asked.length);
const layers = Number(asked.layers);
const RANK = 16;
const LEARNED = 0.4;
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const said = (line) => process.stderr.write(`${line}\n`);

function init(name, ...words) {
  const folder = path.join(scratch, name);
  const made = spawnSync(process.execPath, [trainer, 'init', '--output-dir', folder, ...words], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(made.stderr);
  const config = readConfig(folder);
  return { folder, config, weights: findWeights(folder, config) };
}

const memoryUsed = () => {
  const { stdout } = spawnSync('nvidia-smi', ['--query-gpu=memory.used', '--format=csv,noheader,nounits'], { encoding: 'utf8' });
  return stdout ? `${(Number.parseInt(stdout, 10) / 1024).toFixed(1)} GB` : 'unknown';
};

function packs(config, windows, tokens) {
  const random = seeded(5);
  return Array.from({ length: windows }, (_, line) => {
    const ids = Array.from({ length: tokens }, () => Math.floor(random() * config.vocabulary));
    const learned = ids.map((_id, i) => i >= tokens * (1 - LEARNED));
    return { length: tokens, tokens, supervised: learned.filter(Boolean).length, rows: [{ line, ids, learned, truncated: false }] };
  });
}

/** Loss and gradients of a small model on the device, beside the CPU's in float32. */
async function agreement(device, precision) {
  const { config, weights } = (agreement.model ??= init('small', '--preset', 'small'));
  const { parameters } = firstRunState(config, RANK, 1);
  const random = seeded(3);
  for (const values of parameters.values()) values.forEach((_, i) => (values[i] = (random() - 0.5) * 0.05));
  const rows = packs(config, 2, 512);
  const lora = { rank: RANK, alpha: 32, dropout: 0 };
  const of = async (on, how) => {
    const runner = new StepRunner(config, openBase(weights, config, false, scratch), { lora, device: on, threads, precision: how, windows: 2, recompute: true });
    const { loss, gradients } = await runner.gradients(rows, parameters, 0);
    const copy = new Map([...gradients].map(([name, values]) => [name, values.slice()]));
    await runner.close();
    return { loss, gradients: copy };
  };
  agreement.cpu ??= await of('cpu', 'float32');
  const found = await of(device, precision);
  let dot = 0;
  let ours = 0;
  let theirs = 0;
  for (const [name, values] of agreement.cpu.gradients) {
    const other = found.gradients.get(name);
    for (let i = 0; i < values.length; i++) {
      dot += values[i] * other[i];
      theirs += values[i] ** 2;
      ours += other[i] ** 2;
    }
  }
  return { loss: Math.abs(found.loss / agreement.cpu.loss - 1), cosine: dot / Math.sqrt(ours * theirs) };
}

/** One layer is written, and read as every layer: what stands on the card is the whole. */
function repeated(base, whole) {
  const first = (name) => name.replace(/layers\.\d+/, 'layers.0');
  return { ...base, bytes: whole, stored: (name) => base.stored(first(name)), quantised: base.quantised && ((name) => base.quantised(first(name))) };
}

const { device, why } = chooseDevice(asked.device, 'auto');
said(`${device}: ${why}; ${threads} threads, Node ${process.version}`);
const one = init('3b', '--preset', 'ministral-3b', '--layers', '1');
const config = { ...one.config, layers };
const projected = layers * projections.reduce((sum, projection) => sum + shapeOf(config, projection)[0] * shapeOf(config, projection)[1], 0);
const head = config.vocabulary * config.hidden;
const bases = { kept: undefined, tiled: undefined };
const precisions = device === 'cuda' ? ['bfloat16', 'float16'] : ['float16', 'float32'];
const dense = {};
const table = [];

async function measure({ precision, windows, fourBit = false, recompute = false, dropout = 0 }) {
  const name = [precision, fourBit ? '4-bit' : '16-bit base', recompute ? 'checkpointing' : 'activations kept', dropout ? `dropout ${dropout}` : ''].filter(Boolean).join(', ');
  try {
    dense[precision] ??= await measuredRate(device, precision, threads);
    const base = (bases[fourBit ? 'tiled' : 'kept'] ??= repeated(openBase(one.weights, one.config, fourBit, scratch), 2 * (projected + head)));
    const rows = packs(config, windows, length);
    const supervised = rows.reduce((sum, { supervised: count }) => sum + count, 0);
    const runner = new StepRunner(config, base, {
      lora: { rank: RANK, alpha: 32, dropout },
      device,
      threads,
      precision,
      windows,
      recompute,
      places: roundedPlaces(supervised, windows * length),
    });
    const { parameters } = firstRunState(config, RANK, 1);
    const opened = performance.now();
    await runner.gradients(rows, parameters, 1);
    const ready = (performance.now() - opened) / 1000;
    const times = [];
    let result;
    for (let run = 0; run < Number(asked.runs); run++) {
      const started = performance.now();
      result = await runner.gradients(rows, parameters, run);
      times.push((performance.now() - started) / 1000);
    }
    const memory = memoryUsed();
    const adam = newAdamState();
    adamwStep(parameters, result.gradients, adam, 1e-4, 0);
    const started = performance.now();
    clipGradients(result.gradients, 1);
    adamwStep(parameters, result.gradients, adam, 1e-4, 0);
    const host = performance.now() - started;
    await runner.close();
    const tokens = windows * length;
    const seconds = median(times);
    const work = (recompute ? 6 : 4) * projected * tokens + 4 * head * supervised;
    const row = [
      name,
      `${windows} × ${length}`,
      Math.round(tokens / seconds),
      (work / seconds / 1e12).toFixed(0),
      (work / seconds / dense[precision]).toFixed(2),
      memory,
      `${(seconds * 1000).toFixed(0)} ms`,
      `${host.toFixed(0)} ms`,
      `${ready.toFixed(1)} s`,
      (result.loss / supervised).toFixed(3),
    ];
    table.push(row);
    said(`${row.join(' | ')}  [${times.map((t) => (t * 1000).toFixed(0)).join(' ')}]`);
  } catch (error) {
    said(`${name}, ${windows} × ${length}: ${error.message.slice(0, 400)}`);
  }
}

for (const precision of [...precisions, 'float32']) {
  try {
    const { loss, cosine } = await agreement(device, precision);
    said(`agreement with the CPU in ${precision}: loss within ${loss.toExponential(1)}, cosine of the gradients ${cosine.toFixed(6)}`);
  } catch (error) {
    said(`agreement in ${precision}: ${error.message.slice(0, 300)}`);
  }
}
const [best] = precisions;
const many = device === 'cuda' ? 4 : 1;
const variants = asked.variants
  ? JSON.parse(asked.variants)
  : [
      { precision: best, windows: many },
      { precision: best, windows: 2 * many, recompute: true },
      { precision: best, windows: many, fourBit: true },
      { precision: best, windows: 2 * many, fourBit: true, recompute: true },
      { precision: best, windows: 2 * many, fourBit: true, recompute: true, dropout: 0.05 },
      { precision: precisions[1], windows: many },
    ];
for (const variant of variants) await measure(variant);
rmSync(scratch, { recursive: true, force: true });
process.stdout.write(
  `\n${device}, ${layers} layers of the 3B's shape; dense rate ${Object.entries(dense)
    .map(([precision, rate]) => `${(rate / 1e12).toFixed(0)} TFLOP/s in ${precision}`)
    .join(
      ', ',
    )}\n\n| | windows | tokens a second | TFLOP/s | share of the dense rate | memory of the card | a pass | optimiser | ready | loss |\n| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`,
);
