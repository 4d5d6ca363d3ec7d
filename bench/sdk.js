// What the SDK costs a case beside writer and server: an agent with a writer that has its text at hand, against a server that has
// its answers at hand, less the same calls made by hand. `npm run bench:sdk`
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createClient, realize, runAgent } from '../agent-sdk/dist/index.js';
import { decodeToon, loadPack } from '../schema/dist/index.js';
import { post, start, stop } from './processes.js';

const CASES = Number(process.env.BENCH_SDK ?? 2000);
const ROUNDS = 5;
const root = path.resolve(import.meta.dirname, '..');
const scratch = mkdtempSync(path.join(os.tmpdir(), 'bench-sdk-'));

/** One instruction and one acceptance of the real server. */
async function recorded() {
  const pack = await loadPack();
  const { child, url } = await start(path.join(root, 'server', 'bin', 'case-server.js'), '--state-dir', path.join(scratch, 'state'), '--generation-target', '50');
  try {
    for (;;) {
      const next = await post(`${url}/next-instruction`, { agent_id: 'bench', count: 1 });
      const [instruction] = next.instructions;
      const task = { target: decodeToon(instruction.target_toon), stratum: instruction.dimensions, hints: instruction.hints ?? {}, seed: instruction.instruction_id };
      const text = realize(pack, task);
      const submitted = await post(`${url}/submit-case`, { agent_id: 'bench', instruction_id: instruction.instruction_id, case_text: text });
      if (submitted.stored) return { next, submitted, text };
    }
  } finally {
    await stop(child);
  }
}

const { next, submitted, text } = await recorded();
const answers = path.join(scratch, 'answers.json');
writeFileSync(answers, JSON.stringify({ next, submitted }));
const { child, url } = await start(path.join(root, 'bench', 'canned-server.js'), '--answers', answers);
const byHand = async () => {
  const started = performance.now();
  for (let i = 0; i < CASES; i++) {
    const { instructions } = await post(`${url}/next-instruction`, { agent_id: 'bench', count: 1 });
    await post(`${url}/submit-case`, { agent_id: 'bench', instruction_id: instructions[0].instruction_id, case_text: text });
  }
  return (performance.now() - started) / CASES;
};
const byAgent = async () => {
  const started = performance.now();
  const client = createClient({ server: url, agentId: 'bench' });
  const { accepted } = await runAgent({ client, writer: { name: 'at hand', write: async () => text }, concurrency: 1, count: CASES, signal: new AbortController().signal });
  if (accepted !== CASES) throw new Error(`the agent had ${accepted} of ${CASES} cases accepted`);
  return (performance.now() - started) / CASES;
};
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const hand = [];
const agent = [];
for (let round = 0; round <= ROUNDS; round++) {
  const [a, b] = [await byHand(), await byAgent()];
  // The first round warms both up.
  if (round > 0) {
    hand.push(a);
    agent.push(b);
  }
}
await stop(child);
rmSync(scratch, { recursive: true, force: true });
console.log(`| | measured | goal |\n| --- | ---: | ---: |
| a case by hand (two calls), ms | ${median(hand).toFixed(2)} | |
| a case by the agent, ms | ${median(agent).toFixed(2)} | |
| the SDK's own, ms a case | ${(median(agent) - median(hand)).toFixed(2)} | ≤ 3 |`);
