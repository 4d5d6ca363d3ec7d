// The trainer beside PyTorch on this CPU: same model, rows and threads, one after the other in one run.
// PyTorch needs `apt-get install python3-torch libopenblas0-pthread`; without it its column is left out.
// `npm run bench:trainer`
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { realize } from '../agent-sdk/dist/index.js';
import { loadPack } from '../schema/dist/index.js';
import { buildTarget, planSequence } from '../server/dist/index.js';
import { GraphBuilder, openSession } from '../trainer/dist/index.js';
import { readRows } from '../trainer/dist/dataset/rows.js';
import { loadTokenizer } from '../trainer/dist/tokenizer/tokenizer.js';
import { watchPages } from './memory.js';

const root = path.resolve(import.meta.dirname, '..');
const scratch = mkdtempSync(path.join(os.tmpdir(), 'bench-trainer-'));
const threads = os.availableParallelism();
const PER_STEP = 4;
const STEPS = Number(process.env.BENCH_STEPS ?? 6);
const trainer = path.join(root, 'trainer', 'bin', 'trainer.js');
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

function init(preset) {
  const folder = path.join(scratch, preset);
  const made = spawnSync(process.execPath, [trainer, 'init', '--preset', preset, '--output-dir', folder], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(made.stderr);
  return folder;
}

/** Rows as a campaign makes them. */
async function rowsFile() {
  const pack = await loadPack();
  const plan = planSequence(pack.profile, 3);
  const lines = Array.from({ length: PER_STEP * STEPS }, (_, ordinal) => {
    const stratum = plan.next();
    const { payload, toon, hints } = buildTarget(pack, stratum, { seed: 3, ordinal, draw: 0 });
    const text = realize(pack, { target: payload, stratum, hints, seed: String(ordinal) });
    return JSON.stringify({
      messages: [
        { role: 'system', content: pack.systemMessage },
        { role: 'user', content: text },
        { role: 'assistant', content: toon },
      ],
    });
  });
  const file = path.join(scratch, 'rows.jsonl');
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

/** Runs the trainer; tokens a second of its steps behind the first, and the most memory that it held, each page counted once. */
async function run(model, file, name, ...options) {
  const output = path.join(scratch, name);
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [trainer, 'run', '--model', model, '--train-file', file, '--output-dir', output, '--lora-rank', '4', '--lora-alpha', '8', '--lora-dropout', '0', ...options],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  let peak = 0;
  let ready;
  const watch = watchPages(child, (held) => (peak = Math.max(peak, held)));
  const begun = setInterval(() => {
    if (ready === undefined && existsSync(path.join(output, 'metrics.jsonl'))) ready = (performance.now() - started) / 1000;
  }, 20);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  clearInterval(watch);
  clearInterval(begun);
  if (code !== 0) throw new Error(`trainer run ended with ${code}`);
  const steps = readFileSync(path.join(output, 'metrics.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  return { rate: median(steps.slice(1).map((step) => step.tokens_per_second)), rates: steps.map((step) => step.tokens_per_second), peak, firstStep: ready };
}

async function torch(model, rows, mode) {
  const script = path.join(root, 'trainer', 'scripts', 'torch-bench.py');
  const child = spawn('/usr/bin/python3', [script, model, rows, String(STEPS), String(PER_STEP), String(threads), mode], { stdio: ['ignore', 'pipe', 'ignore'] });
  let peak = 0;
  let printed = '';
  child.stdout.on('data', (chunk) => (printed += chunk));
  const watch = watchPages(child, (held) => (peak = Math.max(peak, held)));
  const code = await new Promise((resolve) => {
    child.once('error', resolve);
    child.once('close', resolve);
  });
  clearInterval(watch);
  if (code !== 0) return undefined;
  const { torch: version, rates } = JSON.parse(printed);
  return { version, rate: median(rates.slice(1)), peak };
}

/** Floating-point operations a second of the projections of one layer alone, under the trainer's own session options. */
async function gemmRate(model, tokens) {
  const config = JSON.parse(readFileSync(path.join(model, 'config.json'), 'utf8'));
  const { hidden_size: h, intermediate_size: m, num_attention_heads: heads, num_key_value_heads: kv, head_dim: d } = config;
  const shapes = [
    [heads * d, h],
    [kv * d, h],
    [kv * d, h],
    [h, heads * d],
    [m, h],
    [m, h],
    [h, m],
  ];
  const g = new GraphBuilder();
  const feed = {};
  const outputs = Object.fromEntries(
    shapes.map(([n, k], i) => {
      feed[`x${i}`] = { data: new Float32Array(tokens * k).fill(0.5), shape: [tokens, k] };
      feed[`w${i}`] = { data: new Float32Array(n * k).fill(0.1), shape: [n, k] };
      return [`y${i}`, g.linear(g.input(`x${i}`, [tokens, k]), g.input(`w${i}`, [n, k]))];
    }),
  );
  const session = await openSession(outputs, scratch, 'cpu', threads);
  await session.run(feed);
  const times = [];
  for (let i = 0; i < 7; i++) {
    const started = performance.now();
    await session.run(feed);
    times.push((performance.now() - started) / 1000);
  }
  await session.close();
  const weights = shapes.reduce((sum, [n, k]) => sum + n * k, 0);
  return { rate: (2 * weights * tokens) / median(times), weights: weights * config.num_hidden_layers };
}

const rows = [];
const row = (what, value, goal = '') => {
  rows.push([what, value, goal]);
  process.stderr.write(`${what}: ${value}\n`);
};
const model = init('small');
const file = await rowsFile();
const tokenizer = await loadTokenizer(model);
const { usable } = await readRows(file, { tokenizer, template: 'mistral', maxLength: 2048 });
const tokensFile = path.join(scratch, 'rows.json');
writeFileSync(tokensFile, JSON.stringify(usable.map(({ ids, learned }) => ({ ids, learned }))));
const common = ['--num-epochs', '1', '--per-device-batch-size', String(PER_STEP), '--gradient-accumulation-steps', '1', '--no-packing'];

const kept = await run(model, file, 'kept', '--no-4bit', '--disable-gradient-checkpointing', ...common);
const recomputed = await run(model, file, 'recomputed', '--no-4bit', ...common);
const fourBit = await run(model, file, 'four-bit', ...common);
const fourBitAgain = await run(model, file, 'four-bit-again', ...common);
const torchKept = await torch(model, tokensFile, 'keep');
const torchRecomputed = await torch(model, tokensFile, 'recompute');
const typical = Math.ceil(median(usable.map((one) => one.ids.length)) / 64) * 64;
const gemm = await gemmRate(model, typical);
const share = (rate, factor) => ((factor * gemm.weights * rate) / gemm.rate).toFixed(2);

row('tokens a second, activations kept', Math.round(kept.rate));
row('tokens a second, gradient checkpointing', Math.round(recomputed.rate));
if (torchKept) {
  row(`beside PyTorch ${torchKept.version}, activations kept`, (kept.rate / torchKept.rate).toFixed(2), '≥ 2.5');
  row('beside PyTorch, gradient checkpointing', (recomputed.rate / torchRecomputed.rate).toFixed(2), '≥ 2.5');
  row('peak memory, MB: ours, PyTorch, activations kept', `${Math.round(kept.peak)}, ${Math.round(torchKept.peak)}`, 'ours ≤');
  row('peak memory, MB: ours, PyTorch, gradient checkpointing', `${Math.round(recomputed.peak)}, ${Math.round(torchRecomputed.peak)}`, 'ours ≤');
} else row('PyTorch', 'not installed');
row(`share of the projections' own Gemm rate at ${typical} tokens, 4·N a token`, share(kept.rate, 4), '≥ 0.9');
row('the same with recomputation, 6·N a token', share(recomputed.rate, 6), '≥ 0.9');
row('4-bit base beside float32', (fourBit.rate / recomputed.rate).toFixed(2), '≥ 0.8');
row('seconds to the first step, 4-bit, base quantised before', fourBitAgain.firstStep.toFixed(1), '≤ 10');

const tiny = init('tiny');
const long = await run(tiny, file, 'long', '--num-epochs', '250', '--per-device-batch-size', String(PER_STEP), '--gradient-accumulation-steps', '1', '--save-steps', '100000');
row(`rate of steps 1,200 to 1,500 beside 300 to 600, tiny model`, (median(long.rates.slice(1200, 1500)) / median(long.rates.slice(300, 600))).toFixed(2), '≥ 0.9');
rmSync(scratch, { recursive: true, force: true });
process.stdout.write(
  `\n${threads} threads, Node ${process.version}\n\n| | measured | goal |\n| --- | ---: | ---: |\n${rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`,
);
