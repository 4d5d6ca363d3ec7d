import { connect } from 'node:net';
import { readFileSync } from 'node:fs';
import { createRandom } from '@case-swarm/schema';
import { expect, test } from 'vitest';
import { health, scratchFolder, startServer } from './processes.ts';

const scratch = scratchFolder('hostile');

/** Sends raw bytes and reads the status line; undefined where the server closed without one. */
function raw(url: string, bytes: Uint8Array | string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    let answer = '';
    const done = (): void => {
      socket.destroy();
      const status = /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1];
      resolve(status === undefined ? undefined : Number(status));
    };
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
      if (answer.includes('\r\n')) done();
    });
    socket.on('error', done);
    socket.on('close', done);
    socket.write(bytes);
  });
}

const request = (method: string, path: string, body: string | Uint8Array = '', headers = ''): Uint8Array => {
  const bytes = typeof body === 'string' ? Buffer.from(body) : Buffer.from(body);
  return Buffer.concat([
    Buffer.from(`${method} ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ${bytes.length}\r\n${headers}\r\n`),
    bytes,
  ]);
};

const VALUES = [
  'null',
  'true',
  '[]',
  '{}',
  '""',
  '"INS-0001"',
  '1e999',
  '-1',
  '99999999999999999999',
  '{"a":1}',
  '[[[[]]]]',
  '"\\u0000"',
  '"\\ud800"',
  '"../../etc/passwd"',
  '"<script>"',
  `"${'x'.repeat(5000)}"`,
];

/** Two hundred bodies that no honest agent sends, each with the path it goes to. */
function hostile(): { path: string; body: string | Uint8Array }[] {
  const random = createRandom(200);
  const paths = ['/next-instruction', '/submit-case', '/validate-case', '/renew-lease', '/release-instruction', '/cases/INS-0001/review'];
  const fields = ['instruction_id', 'agent_id', 'case_text', 'topic', 'force', 'count', 'target_toon', 'submissions', '__proto__', 'constructor'];
  const broken: (string | Uint8Array)[] = [
    '{',
    'nul',
    '{"agent_id":"a"',
    '['.repeat(60_000),
    `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
    Buffer.from([0xff, 0xfe, 0x7b, 0x7d]),
    Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xc3, 0x28, 0x22, 0x7d]),
    '\u0000',
    '"'.repeat(1000),
    Buffer.alloc(300 * 1024, 0x61),
  ];
  const requests: { path: string; body: string | Uint8Array }[] = paths.flatMap((path) => broken.map((body) => ({ path, body })));
  while (requests.length < 200) {
    const chosen = random.shuffle(fields).slice(0, random.int(1, 3));
    const body = `{"odd_${random.int(0, 9)}":1,${chosen.map((field) => `"${field}":${random.pick(VALUES)}`).join(',')}}`;
    requests.push({ path: random.pick(paths), body });
  }
  return requests;
}

test('two hundred hostile requests: all answered 4xx, the server stands, its memory is flat', async () => {
  const { url, child } = await startServer(`${scratch}/state`, '--generation-target', '20', '--log-level', 'error');
  let log = '';
  child.stderr!.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const memory = (): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))![1]) / 1024;
  const round = async (): Promise<void> => {
    for (const { path, body } of hostile()) {
      const status = await raw(url, request('POST', path, body));
      expect(status, `${path} ${String(body).slice(0, 80)}`).toBeGreaterThanOrEqual(400);
      expect(status, `${path} ${String(body).slice(0, 80)}`).toBeLessThan(500);
    }
  };
  await round();
  const warm = memory();
  await round();
  await round();
  expect(memory() - warm).toBeLessThan(40);

  expect(await raw(url, 'NONSENSE\r\n\r\n')).toBe(400);
  expect(await raw(url, request('GET', `/cases?after=${'9'.repeat(400)}`))).toBe(400);
  expect(await raw(url, request('GET', '/exports/..%2fcampaign.db'))).toBe(404);
  expect(await raw(url, request('GET', '/instructions/%00'))).toBe(400);
  expect(await raw(url, request('DELETE', '/health'))).toBe(405);
  expect(await raw(url, request('GET', '/health', '', `X-Flood: ${'a'.repeat(20_000)}\r\n`))).toBe(431);
  expect(await raw(url, request('GET', '/health', '', Array.from({ length: 3000 }, (_, i) => `X-${i}: 1\r\n`).join('')))).toBe(431);
  // A body that never comes is cut, and nobody else waits for it.
  const slow = raw(url, 'POST /submit-case HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{');
  const slowHeaders = raw(url, 'POST /submit-case HTTP/1.1\r\nHost: x\r\nX-A: ');
  expect((await health(url)).submitted).toBe(0);
  expect(await slowHeaders).toBe(408);
  expect(await slow).toBe(408);
  expect(child.exitCode).toBeNull();
  expect(log).toBe('');
  child.kill('SIGTERM');
}, 120_000);
