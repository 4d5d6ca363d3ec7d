import { readFileSync } from 'node:fs';
import { loadPack, UserError } from '@case-swarm/schema';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { runAgent, type AgentEvent } from './agent.ts';
import { createClient } from './client.ts';
import { RequestRejected, ServerUnavailable } from './errors.ts';
import { embeddedWriter } from './writers/embedded.ts';
import { WriterUnfit, type Writer } from './writers/writer.ts';

const version = (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version;

interface RunOptions {
  readonly id: string;
  readonly server: string;
  readonly writer: string;
  readonly concurrency: number;
  readonly count?: number;
  readonly topic?: string;
  readonly pack?: string;
  readonly masterSchemaFile?: string;
  readonly tokenFile?: string;
  readonly seed: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

const FAILED = 1;
const STOPPED = 130;

function positive(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('a whole number above 0 is needed.');
  return Number(text);
}

async function makeWriter(options: RunOptions): Promise<Writer> {
  if (options.writer === 'realizer') return embeddedWriter(await loadPack({ pack: options.pack, masterSchemaFile: options.masterSchemaFile }), `${options.seed}|${options.id}`);
  throw new UserError('unknown-writer', `unknown writer "${options.writer}"; there is "realizer"`, 2);
}

function readToken(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim().split(/\s/)[0] ?? '';
  } catch (error) {
    throw new UserError('token-unreadable', `cannot read the token file ${file}: ${(error as Error).message}`, 2);
  }
}

/** JSON lines for programs, one live line for people, nothing where nobody looks. */
function reporter(options: RunOptions): (event: AgentEvent) => void {
  if (options.json) return (event) => process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), agent_id: options.id, ...event })}\n`);
  if (options.quiet || !process.stdout.isTTY) return () => {};
  return (event) => {
    if (event.type === 'case-accepted') process.stdout.write(`\r\u001b[K${options.id}: ${event.accepted} accepted, ${event.remaining} to go`);
    else if (event.type === 'case-refused') process.stdout.write(`\r\u001b[K${event.instructionId} refused: ${event.reasons[0] ?? ''}\n`);
  };
}

async function run(options: RunOptions): Promise<number> {
  const writer = await makeWriter(options);
  const client = createClient({ server: options.server, agentId: options.id, ...(options.tokenFile === undefined ? {} : { token: readToken(options.tokenFile) }) });
  const controller = new AbortController();
  let stopped = false;
  const stop = (): void => {
    stopped = true;
    controller.abort(new Error('stopped'));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    const result = await runAgent({
      client,
      writer,
      concurrency: options.concurrency,
      signal: controller.signal,
      onEvent: reporter(options),
      ...(options.count === undefined ? {} : { count: options.count }),
      ...(options.topic === undefined ? {} : { topic: options.topic }),
    });
    if (stopped) return STOPPED;
    const line = `${options.id}: ${result.accepted} accepted, ${result.refused} refused${result.parked > 0 ? `, ${result.parked} slots parked` : ''}`;
    if (options.json) process.stdout.write(`${JSON.stringify({ type: 'ended', agent_id: options.id, ...result })}\n`);
    else if (!options.quiet) process.stdout.write(`${process.stdout.isTTY ? '\r\u001b[K' : ''}${line}\n`);
    return result.parked > 0 ? FAILED : 0;
  } catch (error) {
    if (stopped) return STOPPED;
    throw error;
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}

/** Runs the command line; resolves to its exit code (0 done, 1 failed, 2 wrong usage, 130 stopped). */
export async function main(argv: readonly string[]): Promise<number> {
  let code = 0;
  const root = new Command('case-agent')
    .description('Joins a campaign: draws targets, writes French, submits, repairs.')
    .version(version)
    .requiredOption('--id <id>', 'name of this agent')
    .option('--server <url>', 'server', 'http://127.0.0.1:8765')
    .option('--writer <writer>', 'realizer (embedded, offline)', 'realizer')
    .option('--concurrency <n>', 'texts at work at once', positive, 1)
    .option('--count <n>', 'stop after this many accepted cases', positive)
    .option('--topic <topic>', 'ask for this primary topic')
    .option('--pack <folder>', 'another domain pack, as the server has it')
    .option('--master-schema-file <file>', 'another schema, as the server has it')
    .option('--token-file <file>', 'bearer token')
    .option('--seed <seed>', 'seed of the realizer', '1')
    .option('--json', 'JSON lines')
    .option('--quiet', 'no output')
    .option('--debug', 'show stack traces')
    .exitOverride()
    .action(async (options: RunOptions) => {
      code = await run(options);
    });
  try {
    await root.parseAsync(argv as string[], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const known = error instanceof UserError || error instanceof RequestRejected || error instanceof ServerUnavailable || error instanceof WriterUnfit;
    process.stderr.write(argv.includes('--debug') || !known ? `${(error as Error).stack ?? String(error)}\n` : `case-agent: ${(error as Error).message}\n`);
    return error instanceof UserError ? error.exitCode : 1;
  }
}
