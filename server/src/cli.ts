import { readFileSync } from 'node:fs';
import { checkSchema, UserError } from '@case-swarm/schema';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { annotateCommand, defaultCorpus, type AnnotateOptions } from './commands/annotate.ts';
import { backupCommand } from './commands/backup.ts';
import { compareCommand, type CompareOptions } from './commands/compare.ts';
import { corpusCommand, type CorpusOptions } from './commands/corpus.ts';
import { datasetCommand, parseForms, type DatasetCommandOptions } from './commands/dataset.ts';
import { doctorCommand } from './commands/doctor.ts';
import { exportCommand, parseShares, type ExportOptions } from './commands/export.ts';
import { importCommand, type ImportCommandOptions } from './commands/import.ts';
import { judgeCommand, type JudgeOptions } from './commands/judge.ts';
import type { StateOptions } from './commands/open-state.ts';
import { planCommand, type PlanOptions } from './commands/plan.ts';
import { reviewCommand, type ReviewOptions } from './commands/review.ts';
import { serveCommand, type ServeOptions } from './commands/serve.ts';
import { defaultShares } from './exports/split.ts';

const version = (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version;

function integer(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^-?\d+$/.test(text) || value < least || value > most) throw new InvalidArgumentError(`a whole number from ${least} to ${most} is needed.`);
    return value;
  };
}

/** Minutes, of which a part will do. */
function minutes(text: string): number {
  const value = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || value < 0.05 || value > 1440) throw new InvalidArgumentError('minutes from 0.05 to 1440 are needed.');
  return value;
}

function program(done: (code: number) => void): Command {
  const root = new Command('case-server')
    .description('Hands out balanced targets, judges the texts that agents write, keeps the good ones.')
    .version(version)
    .option('--debug', 'show stack traces');
  root
    .command('serve', { isDefault: true })
    .description('run a campaign (default)')
    .option('--host <host>', 'address to listen on', '127.0.0.1')
    .option('--port <port>', 'port', integer(1, 65_535), 8765)
    .option('--state-dir <folder>', 'where the campaign lives', 'data/case_instruction_server')
    .option('--corpus-file <file>', 'seed corpus (default: data/succession_e2e/e2e_cases.jsonl where it exists)')
    .option('--master-schema-file <file>', 'a schema in place of the pack’s own')
    .option('--pack <folder>', 'another domain pack')
    .option('--strictness <file>', 'what the gate must hold to, and what it only warns of')
    .option('--target-total-cases <n>', 'cases in all, seeds included', integer(1, 100_000_000))
    .option('--generation-target <n>', 'cases to generate (default: total less seeds)', integer(1, 100_000_000))
    .option('--campaign-size <n>', 'old name of --generation-target', integer(1, 100_000_000))
    .option('--seed <n>', 'seed of the campaign', integer(0, 2_147_483_647), 42)
    .option('--lease-minutes <n>', 'how long a lease lasts', minutes, 15)
    .option('--swarm <n>', 'start an agent with this many writers beside the server', integer(0, 64), 0)
    .option('--workers <n>', 'threads that make targets and judge texts (default: a core is left free)', integer(1, 64))
    .option('--prepare-ahead <n>', 'targets to make before they are asked for', integer(0, 100_000), 256)
    .option('--max-pending <n>', 'texts that may wait for a verdict; more are told to come back', integer(1, 100_000), 512)
    .option('--export-dir <folder>', 'write the dataset there when the server stops')
    .option('--log-level <level>', 'trace, debug, info, warn, error, silent', 'warn')
    .option('--token-file <file>', 'bearer tokens, one a line')
    .option('--insecure', 'listen beyond this machine without tokens')
    .option('--debug', 'show stack traces')
    .action(async (options: ServeOptions) => done(await serveCommand(options)));
  root
    .command('plan')
    .description('print the strata of a plan, or a report on them')
    .option('--rows <n>', 'rows', integer(1, 10_000_000), 5000)
    .option('--seed <n>', 'seed', integer(0, 2_147_483_647), 42)
    .option('--pack <folder>', 'another domain pack')
    .option(
      '--format <format>',
      'jsonl, csv or report',
      (text: string) => {
        if (!['jsonl', 'csv', 'report'].includes(text)) throw new InvalidArgumentError('jsonl, csv or report is needed.');
        return text;
      },
      'report',
    )
    .option('--heat-map <file>', 'with --format report: every pair of axes as an SVG')
    .action(async (options: PlanOptions) => done(await planCommand(options)));
  root
    .command('judge')
    .description('judge a text beside a target; exit 0 accepted, 3 refused')
    .requiredOption('--target <file>', 'target in TOON')
    .requiredOption('--text <file>', 'the French text')
    .option('--stratum <json>', 'levels by axis, as JSON')
    .option('--hints <json>', 'hints of a hard negative, as JSON')
    .option('--pack <folder>', 'another domain pack')
    .option('--master-schema-file <file>', 'a schema in place of the pack’s own')
    .option('--strictness <file>', 'what the gate must hold to, and what it only warns of')
    .option('--format <format>', 'pretty or json', 'pretty')
    .action(async (options: JudgeOptions) => done(await judgeCommand(options)));
  const stateful = (command: Command): Command =>
    command
      .option('--state-dir <folder>', 'where the campaign lives', 'data/case_instruction_server')
      .option('--pack <folder>', 'another domain pack')
      .option('--master-schema-file <file>', 'a schema in place of the pack’s own')
      .option('--debug', 'show stack traces');
  stateful(root.command('export'))
    .description('rebuild the files of a state folder from its database, or write a dataset with splits')
    .option('--export-dir <folder>', 'write train, validation and test as JSONL, gzip and Parquet, with a card')
    .option('--split <parts>', 'train/validation/test', parseShares, defaultShares)
    .option('--include <what>', 'real: with the pairs made by annotate', (text: string) => {
      if (text !== 'real') throw new InvalidArgumentError('real is needed.');
      return text;
    })
    .action(async (options: ExportOptions) => done(await exportCommand(options)));
  stateful(root.command('import <folder>'))
    .description('take another campaign in: every case is judged again, the good ones are kept with their ids')
    .option('--seed <n>', 'seed of a campaign that is new', integer(0, 2_147_483_647), 42)
    .option('--keep-all', 'keep refused texts too, marked')
    .option('--lenient', 'exit 0 also where a line could not be used')
    .option('--strictness <file>', 'what the gate must hold to, and what it only warns of')
    .action(async (folder: string, options: ImportCommandOptions) => done(await importCommand(folder, options)));
  stateful(root.command('annotate'))
    .description('turn real statements into pairs, one after the other')
    .option('--corpus-file <file>', 'statements (default: data/succession_e2e/e2e_cases.jsonl)')
    .option('--annotator <name>', 'who annotates')
    .option('--proposal-url <url>', 'a model that proposes the facts: base address of an OpenAI-compatible server (key in OPENAI_API_KEY)')
    .option('--proposal-model <name>', 'its name there')
    .action(async (options: AnnotateOptions) => done(await annotateCommand({ ...options, corpusFile: options.corpusFile ?? defaultCorpus() })));
  stateful(root.command('doctor'))
    .description('check database, files and disk of a state folder; exit 1 where something is wrong')
    .action(async (options: StateOptions) => done(await doctorCommand(options)));
  root
    .command('backup <file>')
    .description('copy the database, also while the server runs')
    .option('--state-dir <folder>', 'where the campaign lives', 'data/case_instruction_server')
    .action(async (file: string, options: { stateDir: string }) => done(await backupCommand(file, options)));
  stateful(root.command('review'))
    .description('look at accepted cases one by one; rejected ones leave the exports')
    .option('--sample <n>', 'cases to look at', integer(1, 100_000), 30)
    .option('--seed <n>', 'seed of the sample', integer(0, 2_147_483_647), 1)
    .option('--reviewer <name>', 'who looks')
    .action(async (options: ReviewOptions) => done(await reviewCommand(options)));
  root
    .command('dataset <states...>')
    .description('merge campaigns, imports and real pairs into one dataset, in the forms of several trainers')
    .option('--output-dir <folder>', 'where it goes', 'data/dataset')
    .option('--split <parts>', 'train/validation/test', parseShares, defaultShares)
    .option('--forms <names>', 'further forms: openai, sharegpt, alpaca, prompt-response, text, facts-to-text', parseForms, [])
    .option('--no-real', 'without the pairs made by annotate')
    .option('--max-tokens <n>', 'rows that are surely longer are left out', integer(16, 1_000_000), 8192)
    .option('--pack <folder>', 'another domain pack')
    .option('--master-schema-file <file>', 'a schema in place of the pack’s own')
    .action(async (states: string[], options: DatasetCommandOptions) => done(await datasetCommand(states, options)));
  root
    .command('compare <first> <second>')
    .description('set two datasets beside each other, as Markdown and HTML')
    .option('--output-dir <folder>', 'write comparison.md and comparison.html there')
    .option('--pack <folder>', 'another domain pack')
    .option('--master-schema-file <file>', 'a schema in place of the pack’s own')
    .action(async (first: string, second: string, options: CompareOptions) => done(await compareCommand(first, second, options)));
  root
    .command('corpus')
    .description('rebuild the corpus of real statements from the w5 project')
    .requiredOption('--w5 <folder>', 'root of the w5 project')
    .option('--output-dir <folder>', 'where the files go', 'data/succession_e2e')
    .option('--explain', 'name each statement that was seen and left out, with the reason')
    .option('--lenient', 'exit 0 also where something could not be read')
    .action((options: CorpusOptions) => done(corpusCommand(options)));
  const schema = root.command('schema').description('master schemas');
  schema
    .command('check <file>')
    .description('say what is wrong in a master schema, with paths')
    .action((file: string) => {
      let bytes: Uint8Array;
      try {
        bytes = readFileSync(file);
      } catch (error) {
        throw new UserError('schema-unreadable', `cannot read ${file}: ${(error as Error).message}`, 2);
      }
      const { schema: index, faults } = checkSchema(bytes);
      for (const fault of faults.slice(0, 100)) process.stdout.write(`${file}: ${fault.path}: ${fault.message}\n`);
      if (index) process.stdout.write(`${file}: ${index.leaves.size} leaves under ${index.roots.join(', ')}; nothing wrong\n`);
      done(index ? 0 : 1);
    });
  return root;
}

/** Runs the command line; resolves to its exit code (0 done, 1 failed, 2 wrong usage, 3 refused, 130 stopped). */
export async function main(argv: readonly string[]): Promise<number> {
  let code = 0;
  const root = program((result) => (code = result));
  const strict = (command: Command): void => {
    command.exitOverride();
    command.commands.forEach(strict);
  };
  strict(root);
  try {
    await root.parseAsync(argv as string[], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (argv.includes('--debug')) process.stderr.write(`${(error as Error).stack ?? String(error)}\n`);
    else process.stderr.write(`case-server: ${(error as Error).message}\n`);
    return error instanceof UserError ? error.exitCode : 1;
  }
}
