import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { bin, ended, post, scratchFolder, startServer } from './processes.ts';

/** The dashboard in a real terminal, through tmux. */
const scratch = scratchFolder('terminal');
const socket = path.join(scratch, 'tmux');
const tmux = (...words: string[]): string => execFileSync('tmux', ['-S', socket, ...words], { encoding: 'utf8' });
const hasTmux = spawnSync('tmux', ['-V']).status === 0;
afterAll(() => void spawnSync('tmux', ['-S', socket, 'kill-server']));

async function until(name: string, pattern: RegExp): Promise<string> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const screen = tmux('capture-pane', '-t', name, '-p');
    if (pattern.test(screen)) return screen;
    if (Date.now() > deadline) throw new Error(`the terminal does not show ${String(pattern)}:\n${screen}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('the dashboard in a real terminal: panes, filter, resize, a server that goes and comes back, quit', async ({ skip }) => {
  if (!hasTmux) return skip('tmux is not installed');
  const state = path.join(scratch, 'state');
  const first = await startServer(state, '--generation-target', '30');
  const port = new URL(first.url).port;
  const drawn = await post(`${first.url}/next-instruction`, { agent_id: 'paul' });
  const { instruction_id } = drawn.body['instruction'] as { instruction_id: string };
  tmux('new-session', '-d', '-s', 'd', '-x', '80', '-y', '24', `${bin('case-agent')} dashboard --server ${first.url}; echo left with $?; sleep 60`);
  await until('d', /paul\s+working/);
  await post(`${first.url}/submit-case`, { instruction_id, case_text: 'Bonjour, un décès. Merci.' });
  const seen = await until('d', /✗ INS-0001\s+paul\s+\S+/);
  for (const line of seen.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  tmux('send-keys', '-t', 'd', '2');
  await until('d', /persona\n\s+enfant\s+·+\s+0 \//);
  tmux('send-keys', '-t', 'd', '5', '/', 'n', 'o', 'b', 'o', 'd', 'y', 'Enter');
  await until('d', /no verdict yet[\s\S]*filter "nobody"/);
  tmux('send-keys', '-t', 'd', 'Escape');
  await until('d', /✗ INS-0001/);
  tmux('resize-window', '-t', 'd', '-x', '40', '-y', '10');
  await until('d', /needs 60×16/);
  tmux('resize-window', '-t', 'd', '-x', '200', '-y', '60');
  tmux('send-keys', '-t', 'd', '1');
  await until('d', /persona\s+agent[\s\S]*level\s+beside[\s\S]*✗ INS-0001/);

  first.child.kill('SIGKILL');
  await ended(first.child);
  await until('d', /connection lost, trying again: no answer/);
  const second = await startServer(state, '--generation-target', '30', '--port', port);
  await until('d', /\? help {2}tab pane/);
  tmux('send-keys', '-t', 'd', 'q');
  await until('d', /left with 0/);
  second.child.kill('SIGTERM');
}, 240_000);

test('without a terminal, or with a wrong address, one sentence', () => {
  const piped = spawnSync(bin('case-agent'), ['dashboard'], { encoding: 'utf8' });
  expect(piped).toMatchObject({ status: 2, stderr: expect.stringMatching(/needs a terminal/) });
  expect(spawnSync(bin('case-agent'), ['--id', 'a', '--server', 'nowhere'], { encoding: 'utf8' })).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/an address such as/),
  });
  const gone = spawnSync(bin('case-agent'), ['--id', 'a', '--server', 'http://127.0.0.1:9'], { encoding: 'utf8' });
  expect(gone).toMatchObject({ status: 1, stderr: expect.stringMatching(/is case-server running there\?/) });
});
