import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

/** Real processes and real HTTP for tests of the whole. */
export const root = path.resolve(import.meta.dirname, '..');
export const bin = (name: string): string => path.join(root, 'node_modules', '.bin', name);
export const running = new Set<ChildProcess>();

/** A folder that goes when the test file ends, as do all processes. */
export function scratchFolder(name: string): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), `${name}-`));
  afterAll(() => {
    for (const child of running) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

export interface RunningServer {
  readonly url: string;
  readonly child: ChildProcess;
}

/** Starts `case-server`, on a free port where the options name none, and waits until it answers. */
export async function startServer(state: string, ...options: string[]): Promise<RunningServer> {
  const port = options.includes('--port') ? Number(options[options.indexOf('--port') + 1]) : await freePort();
  const child = spawn(bin('case-server'), ['--port', String(port), '--state-dir', state, ...options], { stdio: ['ignore', 'ignore', 'pipe'] });
  running.add(child);
  let said = '';
  child.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const url = `http://127.0.0.1:${port}`;
  for (;;) {
    const answer = await fetch(`${url}/ready`).catch(() => undefined);
    if (answer?.ok) return { url, child };
    if (child.exitCode !== null) throw new Error(`case-server ended with ${child.exitCode}: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

export const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => (child.exitCode !== null || child.signalCode !== null ? resolve(child.exitCode) : child.once('exit', (code) => resolve(code))));

export const health = async (url: string): Promise<{ submitted: number; issued: number; parked: number; open_leases: number }> =>
  (await fetch(`${url}/health`)).json() as Promise<{ submitted: number; issued: number; parked: number; open_leases: number }>;

/** Lines of a file, none for an empty one. */
export const lines = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');

export async function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<{ status: number; headers: Headers; body: Record<string, unknown> }> {
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Record<string, unknown> };
}

/** A file system of its own that can be filled; needs the right to mount. */
export function mountSmall(folder: string, mebibytes: number): boolean {
  mkdirSync(folder, { recursive: true });
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', folder]).status === 0;
}

/** Writes until the file system takes no more. */
export function fill(file: string): void {
  for (const size of [1 << 20, 1 << 14, 1 << 10, 1]) {
    try {
      for (;;) writeFileSync(file, Buffer.alloc(size), { flag: 'a' });
    } catch (error) {
      if ((error as { code?: string }).code !== 'ENOSPC') throw error;
    }
  }
}
