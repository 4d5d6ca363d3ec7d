// Requests a second of the server beside a bare Hono server, on one machine in one run. Load comes from this process,
// over 32 connections. `npm run bench:server`
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import autocannon from 'autocannon';
import { realize } from '../agent-sdk/dist/index.js';
import { decodeToon, loadPack } from '../schema/dist/index.js';
import { memoryOf } from './memory.js';
import { post, start, stop } from './processes.js';

const CONNECTIONS = 32;
const PREPARED = Number(process.env.BENCH_PREPARED ?? 20_000);
const SUBMITS = Number(process.env.BENCH_SUBMITS ?? 3000);
const WARM = 1500;
const FULL = Number(process.env.BENCH_FULL ?? 100_000);
const root = path.resolve(import.meta.dirname, '..');
const scratch = mkdtempSync(path.join(os.tmpdir(), 'bench-server-'));
const pack = await loadPack();

const server = (state, ...options) => start(path.join(root, 'server', 'bin', 'case-server.js'), '--state-dir', state, '--log-level', 'error', ...options);
const memory = ({ child }) => memoryOf(child, 'VmRSS');
/** Timed to the last answer: the load program itself ends at whole seconds. */
async function load(options) {
  const started = performance.now();
  let last = started;
  const run = autocannon({ connections: CONNECTIONS, ...options });
  run.on('response', () => (last = performance.now()));
  const result = await run;
  return { ...result, seconds: (last - started) / 1000 };
}
const rate = (result) => result.requests.total / result.seconds;

const rows = [];
const row = (what, value, goal) => {
  rows.push([what, value, goal]);
  process.stderr.write(`${what}: ${value}\n`);
};

async function hello() {
  const running = await start(path.join(root, 'bench', 'hello-server.js'));
  await load({ url: running.url, duration: 2 });
  const result = await load({ url: running.url, duration: 5 });
  await stop(running.child);
  return rate(result);
}

const draw = { method: 'POST', path: '/next-instruction', headers: { 'content-type': 'application/json' }, body: '{}' };

async function prepared(bare) {
  const running = await server(path.join(scratch, 'prepared'), '--generation-target', String(PREPARED), '--prepare-ahead', String(PREPARED));
  for (;;) {
    const metrics = await (await fetch(`${running.url}/metrics`)).text();
    if (Number(/case_swarm_targets_ahead (\d+)/.exec(metrics)[1]) >= PREPARED) break;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  const result = await load({ url: running.url, amount: PREPARED - 500, requests: [draw] });
  row('next-instruction, prepared ahead, beside hello', (rate(result) / bare).toFixed(3), '≥ 0.25');
  row('  requests a second', Math.round(rate(result)), '');
  row('  p99, ms', result.latency.p99, '≤ 50');
  await stop(running.child);
}

async function sustained(bare) {
  const running = await server(path.join(scratch, 'sustained'), '--generation-target', '100000');
  const result = await load({ url: running.url, duration: 8, requests: [draw] });
  row('next-instruction, sustained, beside hello', (rate(result) / bare).toFixed(3), '≥ 0.03');
  row('  p99, ms', result.latency.p99, '≤ 50');
  await stop(running.child);
}

/** Draws instructions and writes their texts, so that only the hand-in is timed. */
async function texts(url, count) {
  const bodies = [];
  while (bodies.length < count) {
    const { instructions } = await post(`${url}/next-instruction`, { count: 100 });
    for (const one of instructions) {
      const text = realize(pack, { target: decodeToon(one.target_toon), stratum: one.dimensions, hints: one.hints, seed: one.instruction_id });
      bodies.push(JSON.stringify({ instruction_id: one.instruction_id, case_text: text }));
    }
    // Without an agent id each call gets new leases.
  }
  return bodies;
}

async function submit(state, total, count) {
  const running = await server(state, '--generation-target', String(total), '--prepare-ahead', '2000');
  const bodies = await texts(running.url, WARM + count);
  let next = 0;
  const handIn = (amount) =>
    load({
      url: running.url,
      amount,
      requests: [
        {
          method: 'POST',
          path: '/submit-case',
          headers: { 'content-type': 'application/json' },
          setupRequest: (request) => ({ ...request, body: bodies[next++ % bodies.length] }),
        },
      ],
    });
  // Threads compile the gate at its first texts: these are not timed, as the bare server's first seconds are not.
  await handIn(WARM);
  const result = await handIn(count);
  const outcome = { rate: rate(result), p99: result.latency.p99, accepted: result['2xx'] / count, memory: memory(running) };
  await stop(running.child);
  return outcome;
}

const bare = await hello();
row('bare Hono server, requests a second', Math.round(bare), '');
await prepared(bare);
await sustained(bare);
const empty = await submit(path.join(scratch, 'submit'), 200_000, SUBMITS);
row('submit-case, judged and durable, beside hello', (empty.rate / bare).toFixed(3), '≥ 0.05');
row('  requests a second', Math.round(empty.rate), '≥ 800');
row('  p99, ms', empty.p99, '≤ 50');
row('  accepted, share', empty.accepted.toFixed(3), '');
if (FULL > 0) {
  const { fillState } = await import('./fill-state.js');
  const state = path.join(scratch, 'full');
  await fillState(state, FULL);
  const full = await submit(state, 200_000, SUBMITS);
  row(`submit-case at ${FULL} stored cases, beside an empty campaign`, (full.rate / empty.rate).toFixed(3), '≥ 0.80');
  row('  p99, ms', full.p99, '≤ 50');
  row('  memory, MB', Math.round(full.memory), '≤ 400');
}
rmSync(scratch, { recursive: true, force: true });
const cores = os.availableParallelism();
process.stdout.write(`\n${cores} cores, Node ${process.version}\n\n| | measured | goal |\n| --- | ---: | ---: |\n${rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`);
