// Runs every bench one after the other, prints their tables as one page and keeps it in bench/results by date.
// `npm run bench` takes some twenty minutes; `npm run bench -- plan gate` runs those two.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const all = {
  plan: 'The balanced plan',
  gate: 'The gate',
  realizer: 'The embedded writer',
  sdk: 'The SDK',
  import: 'Imports',
  server: 'The server',
  dashboard: 'The page',
  trainer: 'The trainer',
};
const chosen = process.argv.slice(2);
for (const name of chosen) if (!(name in all)) throw new Error(`no bench "${name}"; there are ${Object.keys(all).join(', ')}`);

const versionOf = (name) => JSON.parse(readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url), 'utf8')).version;
const cpu = os.cpus()[0]?.model ?? 'unknown';
const page = [
  `# Measured on ${new Date().toISOString().slice(0, 10)}`,
  '',
  `${os.availableParallelism()} cores (${cpu}), ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.type()} ${os.release().split('-')[0]}, Node ${process.version}, ` +
    ['hono', 'better-sqlite3', 'onnxruntime-node'].map((name) => `${name} ${versionOf(name)}`).join(', '),
  '',
];
for (const [name, title] of Object.entries(all)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  process.stderr.write(`${title} …\n`);
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(import.meta.dirname, `${name}.js`)], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  const tables = stdout.split('\n').filter((line) => line.startsWith('|') || line === '' || line.startsWith('#'));
  page.push(
    `## ${title}`,
    '',
    `\`npm run bench:${name}\`, ${Math.round((performance.now() - started) / 1000)} s`,
    '',
    status === 0 ? tables.join('\n').trim() : `failed: ${stderr.trim().split('\n').at(-1)}`,
    '',
  );
}
const text = `${page.join('\n').replaceAll(/\n{3,}/g, '\n\n')}\n`;
process.stdout.write(text);
const folder = path.join(import.meta.dirname, 'results');
mkdirSync(folder, { recursive: true });
const file = path.join(folder, `${new Date().toISOString().slice(0, 10)}${chosen.length > 0 ? `-${chosen.join('-')}` : ''}.md`);
writeFileSync(file, text);
process.stderr.write(`kept in ${path.relative(process.cwd(), file)}\n`);
