import { readFileSync } from 'node:fs';
import { UserError } from '@case-swarm/schema';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { dashboardCommand, type DashboardOptions } from './commands/dashboard.tsx';
import { runCommand, type RunOptions } from './commands/run.ts';
import { RequestRejected, ServerUnavailable } from './errors.ts';
import { WriterFailed, WriterUnfit } from './writers/writer.ts';

const version = (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version;
const DEFAULT_SERVER = 'http://127.0.0.1:8765';

function positive(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('a whole number above 0 is needed.');
  return Number(text);
}

function upToHundred(text: string): number {
  const value = positive(text);
  if (value > 100) throw new InvalidArgumentError('the server hands out 100 at once at most.');
  return value;
}

function count(text: string): number {
  if (!/^\d{1,3}$/.test(text)) throw new InvalidArgumentError('a whole number is needed.');
  return Number(text);
}

/** "0.1/0.3": prices of a million tokens, in and out. */
function price(text: string): { input: number; output: number } {
  const [input, output, ...rest] = text.split('/').map(Number);
  if (rest.length > 0 || !(input! >= 0) || !(output! >= 0)) throw new InvalidArgumentError('two prices are needed, of a million tokens in and out, such as 0.1/0.3.');
  return { input: input!, output: output! };
}

function serverUrl(text: string): string {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) throw new InvalidArgumentError(`an address such as ${DEFAULT_SERVER} is needed.`);
  return text;
}

function program(done: (code: number) => void): Command {
  const root = new Command('case-agent').description('Joins a campaign: draws targets, writes French, submits, repairs.').version(version);
  root
    .command('run', { isDefault: true })
    .description('write cases until the campaign is done (default)')
    .requiredOption('--id <id>', 'name of this agent')
    .option('--server <url>', 'server', serverUrl, DEFAULT_SERVER)
    .option('--writer <writer>', 'realizer (embedded, offline), model or command', 'realizer')
    .option('--model <model>', 'with --writer model: openai:…, anthropic:…, mistral:…, ollama:… or openai-compatible:URL#NAME; keys come from the environment')
    .option('--price <in/out>', 'price of a million tokens, to print what the texts cost', price)
    .option('--exec <command>', 'with --writer command: a program that reads JSON and writes the text')
    .option('--writer-timeout <seconds>', 'how long a model or a command may take', positive, 120)
    .option('--manual', 'write yourself, in $EDITOR')
    .option('--concurrency <n>', 'texts at work at once', upToHundred, 1)
    .option('--batch <n>', 'instructions drawn at once (default: as many as are worked on)', upToHundred)
    .option('--rehearsals <n>', 'dry runs of the gate before an attempt is spent (default: 2 for models and commands)', count)
    .option('--count <n>', 'stop after this many accepted cases', positive)
    .option('--topic <topic>', 'ask for this primary topic')
    .option('--pack <folder>', 'another domain pack, as the server has it')
    .option('--master-schema-file <file>', 'another schema, as the server has it')
    .option('--token-file <file>', 'bearer token')
    .option('--seed <seed>', 'seed of the realizer', '1')
    .option('--json', 'JSON lines')
    .option('--quiet', 'no output')
    .option('--debug', 'show stack traces')
    .action(async (options: RunOptions) => done(await runCommand(options)));
  root
    .command('dashboard')
    .description('watch the campaign in this terminal')
    .option('--server <url>', 'server', serverUrl, DEFAULT_SERVER)
    .option('--token-file <file>', 'bearer token')
    .action(async (options: DashboardOptions) => done(await dashboardCommand(options)));
  root.addHelpText('after', '\nAll options of the default command: case-agent run --help');
  return root;
}

/** Runs the command line; resolves to its exit code (0 done, 1 failed, 2 wrong usage, 130 stopped). */
export async function main(argv: readonly string[]): Promise<number> {
  let code = 0;
  const root = program((result) => (code = result));
  root.exitOverride();
  for (const command of root.commands) command.exitOverride();
  try {
    await root.parseAsync(argv as string[], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const known = [UserError, RequestRejected, ServerUnavailable, WriterUnfit, WriterFailed].some((kind) => error instanceof kind);
    process.stderr.write(argv.includes('--debug') || !known ? `${(error as Error).stack ?? String(error)}\n` : `case-agent: ${(error as Error).message}\n`);
    return error instanceof UserError ? error.exitCode : 1;
  }
}
