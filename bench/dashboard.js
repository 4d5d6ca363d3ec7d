// Weight of the page, time to the first paint with data, and what a viewer costs, on a campaign of many cases.
// `npm run bench:dashboard`
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { fillState } from './fill-state.js';
import { start, stop } from './processes.js';

const CASES = Number(process.env.BENCH_FULL ?? 100_000);
const WATCHED_SECONDS = 10;
const root = path.resolve(import.meta.dirname, '..');
const page = path.join(root, 'server', 'dist', 'dashboard-page');
const files = readdirSync(page, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const weight = files.reduce((sum, entry) => sum + gzipSync(readFileSync(path.join(entry.parentPath, entry.name)), { level: 9 }).length, 0);

const scratch = mkdtempSync(path.join(os.tmpdir(), 'bench-dashboard-'));
await fillState(path.join(scratch, 'state'), CASES);
const options = ['--state-dir', path.join(scratch, 'state'), '--generation-target', String(2 * CASES), '--prepare-ahead', '0', '--log-level', 'error'];
const { child: server, url } = await start(path.join(root, 'server', 'bin', 'case-server.js'), ...options);
await fetch(`${url}/statistics`);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const times = [];
const seen = await browser.newPage();
for (let round = 0; round < 7; round++) {
  const started = performance.now();
  await seen.goto(`${url}/dashboard#/overview`);
  await seen.locator('.tiles dd').first().waitFor();
  times.push(performance.now() - started);
  await seen.goto('about:blank');
}
times.sort((a, b) => a - b);
await seen.goto('about:blank');
/** Processor time of the server so far, in seconds (clock ticks of 10 ms). */
const processorSeconds = () => {
  const fields = readFileSync(`/proc/${server.pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
};
const share = async (seconds) => {
  const from = processorSeconds();
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  return (processorSeconds() - from) / seconds;
};
// What the start left to do (files, events of the past) is not the viewer's.
for (let round = 0; round < 30 && (await share(2)) > 0.02; round++);
const alone = await share(WATCHED_SECONDS);
await seen.goto(`${url}/dashboard#/overview`);
await seen.locator('.tiles dd').first().waitFor();
const watched = await share(WATCHED_SECONDS);
await seen.close();
await browser.close();
await stop(server);
rmSync(scratch, { recursive: true, force: true });
console.log(`| | measured | goal |\n| --- | ---: | ---: |
| page, gzipped | ${(weight / 1000).toFixed(1)} kB | ≤ 250 kB |
| first paint with data, ${CASES} cases, median of ${times.length} | ${Math.round(times[times.length >> 1])} ms | ≤ 300 ms |
| a viewer costs the server | ${(100 * (watched - alone)).toFixed(2)} % of a core | ≤ 1 % |`);
