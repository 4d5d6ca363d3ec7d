import { readFileSync } from 'node:fs';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { checkDataCommand, type CheckDataOptions } from './commands/check-data.ts';
import { initCommand, type InitOptions } from './commands/init.ts';
import { runCommand, type RunOptions } from './commands/run.ts';
import { runsCommand } from './commands/runs.ts';
import { TrainerError } from './errors.ts';

const version = (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version;

function whole(least: number, most: number): (text: string) => number {
  return (text) => {
    if (!/^\d+$/.test(text) || Number(text) < least || Number(text) > most) throw new InvalidArgumentError(`a whole number from ${least} to ${most} is needed.`);
    return Number(text);
  };
}
function decimal(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() === '' || !Number.isFinite(value) || value < least || value > most) throw new InvalidArgumentError(`a number from ${least} to ${most} is needed.`);
    return value;
  };
}
function oneOf(...names: string[]): (text: string) => string {
  return (text) => {
    if (!names.includes(text)) throw new InvalidArgumentError(`${names.join(' or ')} is needed.`);
    return text;
  };
}

function modelOf(options: { model?: string; modelId?: string }): string {
  const model = options.modelId ?? options.model;
  if (model === undefined) throw new TrainerError('name the model: --model FOLDER, a hub id, or MODEL_ID in the environment', 2);
  return model;
}

function program(done: (code: number) => void): Command {
  const root = new Command('trainer').description('LoRA fine-tuning in TypeScript on ONNX Runtime.').version(version).option('--debug', 'show stack traces');
  root
    .command('run')
    .description('make a LoRA adapter from a training file')
    .requiredOption('--train-file <file>', 'JSON lines of {messages}, {prompt, response} or {text}')
    .option('--eval-file <file>', 'rows that are not learned from, measured at the end of each epoch')
    .option('--eval-share <n>', 'hold back this share of the training file instead', decimal(0, 0.9), 0)
    .option('--model <model>', 'a folder, or a hub id such as owner/name (MODEL_ID)', process.env['MODEL_ID'])
    .option('--model-id <model>', 'the same as --model')
    .option('--output-dir <folder>', 'where the adapter goes', `runs/${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}`)
    .option('--max-length <n>', 'tokens of a row', whole(8, 262_144), 2048)
    .option('--per-device-batch-size <n>', 'rows of a micro-batch', whole(1, 4096), 1)
    .option('--gradient-accumulation-steps <n>', 'micro-batches of a step', whole(1, 4096), 16)
    .option('--num-epochs <n>', 'epochs; fractions allowed', decimal(0.0001, 1000), 2)
    .option('--learning-rate <n>', 'peak learning rate', decimal(0, 10), 2e-4)
    .option('--weight-decay <n>', 'AdamW weight decay', decimal(0, 10), 0)
    .option('--warmup-ratio <n>', 'share of the steps with rising rate', decimal(0, 1), 0.03)
    .option('--lora-rank <n>', 'rank', whole(1, 512), 16)
    .option('--lora-alpha <n>', 'alpha', decimal(0.0001, 100_000), 32)
    .option('--lora-dropout <n>', 'dropout before A', decimal(0, 0.99), 0.05)
    .option('--seed <n>', 'seed', whole(0, 2_147_483_647), 42)
    .option('--no-4bit', 'keep the base in its own precision')
    .option('--no-packing', 'a sequence for each row')
    .option('--disable-gradient-checkpointing', 'keep all activations: faster, far more memory')
    .option('--device <device>', 'auto, cuda, webgpu or cpu', oneOf('auto', 'cuda', 'webgpu', 'cpu'), 'auto')
    .option('--precision <precision>', 'auto, float32, bfloat16 or float16: of products; the adapter is float32', oneOf('auto', 'float32', 'bfloat16', 'float16'), 'auto')
    .option('--threads <n>', 'threads of the CPU (default: all cores)', whole(1, 1024))
    .option('--template <template>', 'mistral or plain', oneOf('mistral', 'plain'), 'mistral')
    .option('--save-steps <n>', 'a checkpoint every so many steps', whole(1, 1_000_000), 50)
    .option('--save-total-limit <n>', 'checkpoints to keep', whole(1, 1000), 2)
    .option('--resume-from-checkpoint [folder]', 'go on from a checkpoint, or from the last of --output-dir')
    .option('--debug', 'show stack traces')
    .action(async ({ resumeFromCheckpoint: resume, ...options }: Omit<RunOptions, 'resumeFromCheckpoint'> & { modelId?: string; resumeFromCheckpoint?: string | true }) => {
      const model = modelOf(options);
      done(await runCommand({ ...options, model, ...(resume === undefined ? {} : { resumeFromCheckpoint: resume === true ? 'last' : resume }) }));
    });
  root
    .command('check-data <file>')
    .description('read a training file whole: bad rows, lengths, what would be cut, duplicates')
    .option('--model <model>', 'whose tokenizer counts: a folder, or a hub id (MODEL_ID)', process.env['MODEL_ID'])
    .option('--max-length <n>', 'tokens of a row', whole(8, 262_144), 2048)
    .option('--template <template>', 'mistral or plain', oneOf('mistral', 'plain'), 'mistral')
    .option('--show <n>', 'print this many rows with what is learned in brackets', whole(0, 1000), 0)
    .action(async (file: string, options: CheckDataOptions) => done(await checkDataCommand(file, { ...options, model: modelOf(options) })));
  root
    .command('runs [names...]')
    .description('list the runs of a folder, or compare those that are named')
    .option('--folder <folder>', 'where runs lie', 'runs')
    .action((names: string[], options: { folder: string }) => done(runsCommand(names, options)));
  root
    .command('init')
    .description('write a random model for tests and trials')
    .option('--preset <preset>', 'tiny, small or ministral-3b', oneOf('tiny', 'small', 'ministral-3b'), 'tiny')
    .requiredOption('--output-dir <folder>', 'where it goes')
    .option('--layers <n>', "layers in place of the preset's", whole(1, 200))
    .option('--shards <n>', 'files to spread the weights over', whole(1, 64), 1)
    .option('--seed <n>', 'seed', whole(0, 2_147_483_647), 42)
    .action((options: InitOptions) => done(initCommand(options)));
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
    process.stderr.write(argv.includes('--debug') ? `${(error as Error).stack ?? String(error)}\n` : `trainer: ${(error as Error).message}\n`);
    return error instanceof TrainerError ? error.exitCode : 1;
  }
}
