import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { bin, ended, health, lines, root, running, scratchFolder, startServer } from './processes.ts';

/** The whole way, through the commands that people type: server, agents, files, trainer. */
const scratch = scratchFolder('thread');

test('a campaign from the first instruction to an adapter, with a kill on the way', async () => {
  const state = path.join(scratch, 'state');
  const options = ['--target-total-cases', '60', '--seed', '11'];
  const first = await startServer(state, ...options);
  const agent = spawn(bin('case-agent'), ['--id', 'agent-01', '--server', first.url, '--count', '25', '--json'], { stdio: 'ignore' });
  running.add(agent);
  expect(await ended(agent)).toBe(0);
  const before = await health(first.url);
  expect(before.submitted).toBe(25);
  first.child.kill('SIGKILL');
  await ended(first.child);

  const second = await startServer(state, ...options);
  const after = await health(second.url);
  expect(after.submitted).toBe(25);
  const finish = spawn(bin('case-agent'), ['--id', 'agent-02', '--server', second.url, '--concurrency', '3', '--json'], { stdio: 'ignore' });
  running.add(finish);
  expect(await ended(finish)).toBe(0);
  expect((await health(second.url)).submitted).toBe(60);
  second.child.kill('SIGTERM');
  expect(await ended(second.child)).toBe(0);

  const rows = lines(path.join(state, 'full_training_cases_mistral.jsonl')).map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(rows).toHaveLength(60);
  for (const row of rows) expect(Object.keys(row)).toEqual(['messages']);
  const cases = lines(path.join(state, 'generated_cases.jsonl')).map((line) => JSON.parse(line) as { instruction_id: string; agent_id: string });
  expect(new Set(cases.map((row) => row.instruction_id)).size).toBe(60);
  expect(cases.filter((row) => row.agent_id === 'agent-01')).toHaveLength(25);

  const model = path.join(scratch, 'model');
  expect(spawnSync(bin('trainer'), ['init', '--preset', 'tiny', '--output-dir', model]).status).toBe(0);
  const run = path.join(scratch, 'run');
  const trained = spawnSync(
    bin('trainer'),
    [
      'run',
      '--train-file',
      path.join(state, 'full_training_cases_mistral.jsonl'),
      '--model',
      model,
      '--output-dir',
      run,
      '--num-epochs',
      '3',
      '--gradient-accumulation-steps',
      '2',
      '--learning-rate',
      '0.01',
      '--max-length',
      '1024',
    ],
    { encoding: 'utf8' },
  );
  expect(trained.stderr).toBe('');
  const losses = lines(path.join(run, 'metrics.jsonl')).map((line) => (JSON.parse(line) as { loss: number }).loss);
  expect(losses.at(-1)!).toBeLessThan(0.9 * losses[0]!);
  expect(JSON.parse(readFileSync(path.join(run, 'adapter_config.json'), 'utf8'))).toMatchObject({ peft_type: 'LORA', r: 16 });
}, 240_000);

test('another domain is another pack: fifty advertisements of used cars', async () => {
  const pack = path.join(root, 'data', 'packs', 'used-car');
  const state = path.join(scratch, 'cars');
  const { child, url } = await startServer(state, '--pack', pack, '--target-total-cases', '50');
  const stranger = spawnSync(bin('case-agent'), ['--id', 'lost', '--server', url, '--count', '1'], { encoding: 'utf8' });
  expect(stranger.status).toBe(1);
  expect(stranger.stderr).toMatch(/is not this writer's .* --pack/);
  const agent = spawn(bin('case-agent'), ['--id', 'agent-01', '--server', url, '--pack', pack, '--json'], { stdio: 'ignore' });
  running.add(agent);
  expect(await ended(agent)).toBe(0);
  expect((await health(url)).submitted).toBe(50);
  child.kill('SIGTERM');
  expect(await ended(child)).toBe(0);
});

test('bad starts end with one line and write nothing over', async () => {
  const server = (...options: string[]): { status: number | null; stderr: string } => {
    const { status, stderr } = spawnSync(bin('case-server'), options, { encoding: 'utf8' });
    return { status, stderr };
  };
  const state = path.join(scratch, 'known');
  const { child, url } = await startServer(state, '--target-total-cases', '20');
  const inUse = server('--port', new URL(url).port, '--state-dir', path.join(scratch, 'other'));
  expect(inUse.status).toBe(1);
  expect(inUse.stderr).toMatch(/port \d+ .* in use/);
  child.kill('SIGTERM');
  await ended(child);
  const config = readFileSync(path.join(state, 'config.json'), 'utf8');
  expect(server('--state-dir', state, '--seed', '43').stderr).toMatch(/another seed/);
  expect(server('--state-dir', state, '--target-total-cases', '10').stderr).toMatch(/raised, not lowered/);
  writeFileSync(path.join(scratch, 'broken.json'), '{"a":[]}');
  expect(server('--state-dir', state, '--master-schema-file', path.join(scratch, 'broken.json')).stderr).toMatch(/a: a list has exactly one element/);
  expect(server('--state-dir', state, '--master-schema-file', path.join(scratch, 'missing.json'))).toMatchObject({ status: 2 });
  expect(server('--state-dir', '/proc/nowhere').stderr).toMatch(/cannot write the state folder/);
  expect(server('--seeds', '1').status).toBe(2);
  expect(server('--port', '70000').status).toBe(2);
  expect(server('--host', '0.0.0.0').stderr).toMatch(/--token-file/);
  expect(readFileSync(path.join(state, 'config.json'), 'utf8')).toBe(config);
});
