// Takes in 4,000 cases as an earlier system left them, every second one made bad in a known way: what is kept, how long
// it takes, and the most memory. `npm run bench:import`
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { encodeToon, loadPack } from '../schema/dist/index.js';
import { realizedCases } from './gate/cases.js';
import { isChanged, knownBad } from './gate/known-bad.js';
import { memoryOf } from './memory.js';

const SIZE = Number(process.env.BENCH_IMPORT ?? 4000);
const root = path.resolve(import.meta.dirname, '..');
const scratch = mkdtempSync(path.join(os.tmpdir(), 'bench-import-'));
const earlier = path.join(scratch, 'earlier');
mkdirSync(earlier);
const pack = await loadPack();
const { cases, random } = realizedCases(pack, Math.ceil(SIZE * 1.04), 77);
// What only the stratum forbids is measured at an import, not judged.
const kinds = Object.entries(knownBad).filter(([kind]) => !/^wrong (noise|voice)|Markdown list/.test(kind));
const madeBad = new Map();
const issued = [];
const written = [];
cases.slice(0, SIZE).forEach((one, i) => {
  const id = `INS-${String(i + 1).padStart(4, '0')}`;
  let pair = one;
  const tried = i % 2 === 1 ? [...kinds.slice(i % kinds.length), ...kinds.slice(0, i % kinds.length)] : [];
  for (const [kind, [, make]] of tried) {
    const bad = make(one, random, cases, pack);
    // A stratum that was asked for wrongly is no fault of a case that is taken in.
    if (!isChanged(bad, one) || bad.stratum !== one.stratum) continue;
    pair = bad;
    madeBad.set(id, kind);
    break;
  }
  issued.push(JSON.stringify({ instruction_id: id, agent_id: 'old', server_target_toon: encodeToon(pair.target), prompt: 'x', dimensions: one.stratum, hints: one.hints }));
  written.push(JSON.stringify({ instruction_id: id, agent_id: 'old', submitted_at: '2026-01-02T00:00:00.000Z', case_text: pair.text, dimensions: one.stratum }));
});
writeFileSync(path.join(earlier, 'issued_instructions.jsonl'), `${issued.join('\n')}\n`);
writeFileSync(path.join(earlier, 'generated_cases.jsonl'), `${written.join('\n')}\n`);

const state = path.join(scratch, 'state');
const started = performance.now();
const child = spawn(process.execPath, [path.join(root, 'server', 'bin', 'case-server.js'), 'import', earlier, '--state-dir', state], { stdio: ['ignore', 'ignore', 'inherit'] });
let peak = 0;
const watch = setInterval(() => (peak = Math.max(peak, memoryOf(child, 'VmHWM'))), 50);
await new Promise((resolve) => child.once('exit', resolve));
clearInterval(watch);
const seconds = (performance.now() - started) / 1000;
const outcomes = readFileSync(path.join(state, 'import-report.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));
const kept = outcomes.filter(({ accepted }) => accepted);
const slipped = kept.filter(({ instruction_id }) => madeBad.has(instruction_id));
const lost = outcomes.filter(({ instruction_id, accepted }) => !accepted && !madeBad.has(instruction_id));
const byKind = {};
for (const { instruction_id } of slipped) byKind[madeBad.get(instruction_id)] = (byKind[madeBad.get(instruction_id)] ?? 0) + 1;
console.log(`| | measured | goal |\n| --- | ---: | ---: |
| cases taken in | ${outcomes.length} | |
| made bad, in ${new Set(madeBad.values()).size} ways: let in | ${slipped.length} of ${madeBad.size} | 0 |
| good: refused | ${lost.length} of ${outcomes.length - madeBad.size} | ≤ 2 % |
| seconds | ${seconds.toFixed(1)} | ≤ 30 |
| peak memory, MB | ${Math.round(peak)} | ≤ 300 |`);
if (process.argv.includes('--show'))
  for (const { instruction_id } of slipped) {
    const i = Number(instruction_id.slice(4)) - 1;
    console.log(`\n--- ${madeBad.get(instruction_id)}\n${JSON.parse(written[i]).case_text}\n${JSON.parse(issued[i]).server_target_toon}`);
  }
for (const [kind, rows] of Object.entries(byKind)) console.log(`let in: ${kind} ${rows}`);
const codes = {};
for (const { problems } of lost) for (const { code, severity } of problems) if (severity !== 'warn') codes[code] = (codes[code] ?? 0) + 1;
if (lost.length > 0) console.log('good, refused for:', codes);
rmSync(scratch, { recursive: true, force: true });
