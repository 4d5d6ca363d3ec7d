import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '@case-swarm/schema';

export interface Swarm {
  stop(): Promise<void>;
}

/** The `case-agent` command beside this package; the two meet on the HTTP contract only. */
function agentCommand(): string {
  for (let folder = path.dirname(fileURLToPath(import.meta.url)); ; folder = path.dirname(folder)) {
    const bin = path.join(folder, 'node_modules', '.bin', 'case-agent');
    if (existsSync(bin)) return bin;
    if (folder === path.dirname(folder)) throw new UserError('no-agent', '--swarm needs the case-agent command; install @case-swarm/agent-sdk beside the server');
  }
}

/** Starts one `case-agent` beside the server and ends it with it. */
export function startSwarm(url: string, options: { swarm: number; pack?: string; masterSchemaFile?: string; tokenFile?: string }): Swarm {
  const hand = (flag: string, value: string | undefined): string[] => (value === undefined ? [] : [flag, value]);
  const child: ChildProcess = spawn(
    agentCommand(),
    [
      '--id',
      'swarm',
      '--server',
      url,
      '--concurrency',
      String(options.swarm),
      '--quiet',
      ...hand('--pack', options.pack),
      ...hand('--master-schema-file', options.masterSchemaFile),
      ...hand('--token-file', options.tokenFile),
    ],
    { stdio: ['ignore', 'ignore', 'inherit'], detached: true },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.once('error', (error) => process.stderr.write(`the swarm did not start: ${error.message}\n`));
  return {
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 3000);
      await ended;
      clearTimeout(timer);
    },
  };
}
