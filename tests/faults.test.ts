import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createRandom, loadPack, type Instruction } from '@case-swarm/schema';
import { expect, test } from 'vitest';
import { bin, ended, fill, health, lines, mountSmall, post, scratchFolder, startServer, type RunningServer } from './processes.ts';
import { goodText } from './writer.ts';

const scratch = scratchFolder('faults');
const pack = await loadPack();

/** Draws and submits until told to stop or the server is gone; tells which cases were acknowledged. */
async function work(url: string, agent: string, acknowledged: (id: string) => void, stopped: () => boolean): Promise<void> {
  for (let attempt = 0; !stopped(); attempt++) {
    try {
      const { body } = await post(`${url}/next-instruction`, { agent_id: agent });
      const instruction = body['instruction'] as Instruction | null | undefined;
      if (body['done']) return;
      if (!instruction) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        continue;
      }
      const answer = await post(`${url}/submit-case`, { instruction_id: instruction.instruction_id, agent_id: agent, case_text: goodText(pack, instruction, attempt) });
      if (answer.status === 200) acknowledged(instruction.instruction_id);
    } catch {
      return;
    }
  }
}

const storedIds = (state: string): string[] => lines(path.join(state, 'generated_cases.jsonl')).map((line) => (JSON.parse(line) as { instruction_id: string }).instruction_id);

test('twenty kills under load lose no acknowledged case and double none', async () => {
  const state = path.join(scratch, 'killed');
  const random = createRandom(20);
  const acknowledged = new Set<string>();
  const total = 260;
  for (let kill = 0; kill < 20; kill++) {
    const server = await startServer(state, '--generation-target', String(total), '--prepare-ahead', '16');
    const onDisk = new Set(storedIds(state));
    for (const id of acknowledged) expect(onDisk).toContain(id);
    const until = acknowledged.size + random.int(3, 14);
    await Promise.all(
      Array.from({ length: 4 }, (_, k) =>
        work(
          server.url,
          `agent-${k}`,
          (id) => {
            acknowledged.add(id);
            if (acknowledged.size >= until) server.child.kill('SIGKILL');
          },
          () => false,
        ),
      ),
    );
    server.child.kill('SIGKILL');
    await ended(server.child);
  }
  const last = await startServer(state, '--generation-target', String(total));
  await Promise.all(
    Array.from({ length: 4 }, (_, k) =>
      work(
        last.url,
        `agent-${k}`,
        (id) => acknowledged.add(id),
        () => false,
      ),
    ),
  );
  expect((await health(last.url)).submitted).toBe(total);
  last.child.kill('SIGTERM');
  expect(await ended(last.child)).toBe(0);
  const ids = storedIds(state);
  expect(new Set(ids).size).toBe(total);
  expect(ids).toHaveLength(total);
  for (const id of acknowledged) expect(ids).toContain(id);
  expect(spawnSync(bin('case-server'), ['doctor', '--state-dir', state], { encoding: 'utf8' }).stdout).not.toContain('BAD');
}, 300_000);

const small = path.join(scratch, 'small');
const mounted = mountSmall(small, 24);
test.skipIf(!mounted)(
  'a full disk: 507, nothing broken, and it goes on after there is space again',
  async () => {
    const state = path.join(small, 'state');
    const server = await startServer(state, '--generation-target', '400', '--prepare-ahead', '0');
    try {
      let before = 0;
      await work(
        server.url,
        'agent-1',
        () => before++,
        () => before >= 10,
      );
      const ballast = path.join(small, 'ballast');
      fill(ballast);
      const statuses = new Set<number>();
      // SQLite has room in its files for a while; each draw takes some of it.
      for (let i = 0; i < 400 && !statuses.has(507); i++) {
        const { status, body } = await post(`${server.url}/next-instruction`, {});
        statuses.add(status);
        if (status === 507) expect(body['error']).toMatch(/full/);
      }
      expect(statuses).toContain(507);
      expect((await health(server.url)).submitted).toBe(10);
      rmSync(ballast);
      let after = 0;
      await work(
        server.url,
        'agent-1',
        () => after++,
        () => after >= 5,
      );
      expect((await health(server.url)).submitted).toBe(15);
      server.child.kill('SIGTERM');
      expect(await ended(server.child)).toBe(0);
      const doctor = spawnSync(bin('case-server'), ['doctor', '--state-dir', state], { encoding: 'utf8' });
      expect(doctor.stdout).toMatch(/ok {3}database/);
      expect(doctor.stdout).toMatch(/ok {3}files/);
    } finally {
      server.child.kill('SIGKILL');
      await ended(server.child);
      spawnSync('umount', ['-l', small]);
    }
  },
  120_000,
);

test('exports are rebuilt byte for byte, and a doctor sees what is wrong with them', async () => {
  const state = path.join(scratch, 'exports');
  const server = await startServer(state, '--generation-target', '30');
  await work(
    server.url,
    'agent-1',
    () => {},
    () => false,
  );
  server.child.kill('SIGTERM');
  await ended(server.child);
  const names = [
    'config.json',
    'issued_instructions.jsonl',
    'generated_cases.jsonl',
    'generated_cases_train_mistral.jsonl',
    'full_training_cases_mistral.jsonl',
    'summary.json',
    'summary.md',
  ];
  const read = (): string[] => names.map((name) => readFileSync(path.join(state, name), 'utf8'));
  const before = read();
  const run = (command: string): { status: number | null; stdout: string } => spawnSync(bin('case-server'), [command, '--state-dir', state], { encoding: 'utf8' });
  expect(run('doctor')).toMatchObject({ status: 0 });
  writeFileSync(path.join(state, 'generated_cases.jsonl'), before[2]!.slice(0, 5000));
  rmSync(path.join(state, 'summary.md'));
  const doctor = run('doctor');
  expect(doctor.status).toBe(1);
  expect(doctor.stdout).toMatch(/BAD {2}files: generated_cases\.jsonl/);
  expect(run('export').status).toBe(0);
  expect(read()).toEqual(before);
  expect(run('doctor')).toMatchObject({ status: 0 });
});

test('a backup taken while the server runs holds what was acknowledged', async () => {
  const state = path.join(scratch, 'backed-up');
  const server: RunningServer = await startServer(state, '--generation-target', '40');
  let made = 0;
  await work(
    server.url,
    'agent-1',
    () => made++,
    () => made >= 12,
  );
  const copy = path.join(scratch, 'copy', 'campaign.db');
  mkdirSync(path.dirname(copy));
  const backup = (): { status: number | null; stdout: string; stderr: string } => spawnSync(bin('case-server'), ['backup', copy, '--state-dir', state], { encoding: 'utf8' });
  expect(backup().stdout).toMatch(/12 cases/);
  expect(backup()).toMatchObject({ status: 2 });
  const busy = spawnSync(bin('case-server'), ['export', '--state-dir', state], { encoding: 'utf8' });
  expect(busy.status).toBe(1);
  expect(busy.stderr).toMatch(/another case-server works on/);
  server.child.kill('SIGKILL');
  await ended(server.child);
  const restored = await startServer(path.dirname(copy), '--generation-target', '40');
  expect((await health(restored.url)).submitted).toBe(12);
  restored.child.kill('SIGTERM');
  await ended(restored.child);
});
