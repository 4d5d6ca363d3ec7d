import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { loadPack, nextResponseSchema, submitResponseSchema, type Instruction } from '@case-swarm/schema';
import { expect, test } from 'vitest';
import { ended, post, root, scratchFolder, startServer } from './processes.ts';
import { goodText } from './writer.ts';

const scratch = scratchFolder('http');
const pack = await loadPack();
const run = promisify(execFile);

/** An instruction of the agent and a text for it that the gate takes. */
async function acceptable(url: string, agent: string): Promise<{ instruction: Instruction; text: string }> {
  for (;;) {
    const instruction = nextResponseSchema.parse((await post(`${url}/next-instruction`, { agent_id: agent })).body).instruction!;
    for (let attempt = 0; attempt < 5; attempt++) {
      const text = goodText(pack, instruction, attempt);
      const { body } = await post(`${url}/validate-case`, { instruction_id: instruction.instruction_id, case_text: text });
      if ((body['validation'] as { accepted: boolean }).accepted) return { instruction, text };
    }
    await post(`${url}/release-instruction`, { instruction_id: instruction.instruction_id, agent_id: agent });
  }
}

test('every curl line of docs/http.md gets the status that it names', async () => {
  const { url, child } = await startServer(path.join(scratch, 'docs'), '--generation-target', '300');
  const { instruction, text } = await acceptable(url, 'agent-01');
  const commands = [...readFileSync(path.join(root, 'docs', 'http.md'), 'utf8').matchAll(/^(curl .*) # → (\d{3})$/gm)];
  expect(commands.length).toBeGreaterThan(35);
  for (const [, command, status] of commands) {
    const { stdout } = await run('sh', ['-c', `${command} -s -o /dev/null -w '%{http_code}'`], {
      env: { ...process.env, SERVER: url, ID: instruction.instruction_id, TEXT: JSON.stringify(text) },
    });
    expect(stdout, command).toBe(status);
  }
  child.kill('SIGTERM');
});

test('problems: one document for all, tokens by right, sizes, back-pressure', async () => {
  const tokens = path.join(scratch, 'tokens');
  writeFileSync(tokens, 'secret-all\nsecret-read read\nsecret-review read review\n');
  const { url, child } = await startServer(path.join(scratch, 'problems'), '--generation-target', '40', '--token-file', tokens, '--max-pending', '2', '--workers', '1');
  const as = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });
  const refused = await post(`${url}/next-instruction`, {});
  expect(refused.status).toBe(401);
  expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(refused.headers.get('www-authenticate')).toBe('Bearer');
  expect(refused.body).toMatchObject({ code: 'unauthorized', status: 401, error: expect.any(String), detail: expect.any(String) });
  expect((await post(`${url}/next-instruction`, {}, as('wrong'))).status).toBe(401);
  expect((await post(`${url}/next-instruction`, {}, as('secret-read'))).status).toBe(403);
  expect((await post(`${url}/cases/INS-0001/review`, { verdict: 'keep' }, as('secret-all'))).status).toBe(403);
  expect((await post(`${url}/cases/INS-0001/review`, { verdict: 'keep' }, as('secret-review'))).status).toBe(404);
  const drawn = nextResponseSchema.parse((await post(`${url}/next-instruction`, { agent_id: 'a', count: 8 }, as('secret-all'))).body).instructions!;
  expect((await post(`${url}/submit-case`, { instruction_id: drawn[0]!.instruction_id, case_text: 'x'.repeat(300_000) }, as('secret-all'))).status).toBe(413);
  const crowd = await Promise.all(
    drawn.map((instruction) => post(`${url}/submit-case`, { instruction_id: instruction.instruction_id, case_text: goodText(pack, instruction).repeat(3) }, as('secret-all'))),
  );
  const busy = crowd.filter((answer) => answer.status === 429);
  expect(busy.length).toBeGreaterThan(0);
  for (const answer of busy) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(crowd.filter((answer) => answer.status !== 429 && answer.status !== 422 && answer.status !== 200)).toEqual([]);

  child.kill('SIGTERM');
  expect(await ended(child)).toBe(0);
});

test('answers hold the reference fields and are what the contract says', async () => {
  const { url, child } = await startServer(path.join(scratch, 'fields'), '--generation-target', '40', '--seed', '3');
  const { instruction, text } = await acceptable(url, 'agent-01');
  const again = nextResponseSchema.parse((await post(`${url}/next-instruction`, { agent_id: 'agent-01' })).body);
  expect(again.instruction!.instruction_id).toBe(instruction.instruction_id);
  const stored = submitResponseSchema.parse((await post(`${url}/submit-case`, { instruction_id: instruction.instruction_id, agent_id: 'agent-01', case_text: text })).body);
  expect(stored.target_toon_lines.join('\n')).toBe(instruction.target_toon);
  expect(stored.coverage.training_cases_current).toBe(1);
  const events = await fetch(`${url}/events?after=0`);
  const reader = events.body!.getReader();
  let seen = '';
  while (!seen.includes('case-accepted')) seen += new TextDecoder().decode((await reader.read()).value);
  await reader.cancel();
  const lastId = [...seen.matchAll(/^id: (\d+)$/gm)].at(-1)![1]!;
  await post(`${url}/next-instruction`, { agent_id: 'agent-02' });
  const resumed = await fetch(`${url}/events`, { headers: { 'last-event-id': lastId } });
  const first = new TextDecoder().decode((await resumed.body!.getReader().read()).value);
  expect(Number(/^id: (\d+)$/m.exec(first)![1])).toBe(Number(lastId) + 1);
  child.kill('SIGTERM');
});
