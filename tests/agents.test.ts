import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { bin, ended, health, lines, running, scratchFolder, startServer } from './processes.ts';

const scratch = scratchFolder('agents');
const SIZE = 120;

test('of two agents one is killed: its leases come back, and the other ends the campaign on plan', async () => {
  const state = path.join(scratch, 'state');
  const { url, child } = await startServer(state, '--generation-target', String(SIZE), '--lease-minutes', '0.05');
  const agent = (id: string): ReturnType<typeof spawn> => {
    const started = spawn(bin('case-agent'), ['--id', id, '--server', url, '--concurrency', '6', '--json'], { stdio: ['ignore', 'pipe', 'inherit'] });
    running.add(started);
    return started;
  };
  const killed = agent('agent-01');
  // Killed while it holds leases: right behind its first accepted case.
  await new Promise<void>((resolve) => {
    killed.stdout!.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('case-accepted')) resolve();
    });
  });
  killed.kill('SIGKILL');
  await ended(killed);
  expect((await health(url)).open_leases).toBeGreaterThan(0);
  const last = agent('agent-02');
  last.stdout!.resume();
  expect(await ended(last)).toBe(0);
  expect(await health(url)).toMatchObject({ submitted: SIZE, open_leases: 0, parked: 0 });
  child.kill('SIGTERM');
  await ended(child);
  const agents = new Set(lines(path.join(state, 'generated_cases.jsonl')).map((line) => (JSON.parse(line) as { agent_id: string }).agent_id));
  expect([...agents].toSorted()).toEqual(['agent-01', 'agent-02']);
  expect(lines(path.join(state, 'full_training_cases_mistral.jsonl'))).toHaveLength(SIZE);
});
