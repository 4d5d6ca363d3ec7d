import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { lines, root, scratchFolder } from './processes.ts';

const scratch = scratchFolder('getting-started');

test('the story of docs/getting-started.md runs as it stands there', { timeout: 160_000 }, () => {
  const page = readFileSync(path.join(root, 'docs', 'getting-started.md'), 'utf8');
  const blocks = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map((match) => match[1]!);
  expect(blocks.length).toBeGreaterThan(4);
  const script = path.join(scratch, 'story.sh');
  writeFileSync(script, `set -euo pipefail\n${blocks.join('\n')}`);
  // npm's own npx would look for the programs in the empty folder.
  const tools = path.join(scratch, 'tools');
  mkdirSync(tools);
  writeFileSync(path.join(tools, 'npx'), `#!/bin/sh\nprogram=$1\nshift\nexec "${path.join(root, 'node_modules', '.bin')}/$program" "$@"\n`, { mode: 0o755 });
  const told = spawnSync('bash', [script], { cwd: scratch, encoding: 'utf8', timeout: 150_000, env: { ...process.env, PATH: `${tools}:${process.env['PATH']!}` } });
  expect(told.status, told.stderr).toBe(0);
  expect(lines(path.join(scratch, 'campaign', 'full_training_cases_mistral.jsonl'))).toHaveLength(60);
  expect(told.stdout).toMatch(/"submitted":60/);
  for (const file of ['adapter_model.safetensors', 'adapter_config.json', 'report.md']) expect(existsSync(path.join(scratch, 'adapter', file)), file).toBe(true);
});
