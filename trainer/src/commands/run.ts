import { appendFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { writeAdapter } from '../checkpoint/adapter.ts';
import { openBase } from '../checkpoint/base.ts';
import { readConfig } from '../checkpoint/config.ts';
import { findWeights } from '../checkpoint/weights.ts';
import { bucketsFor, packSingly } from '../dataset/pack.ts';
import { readExamples } from '../dataset/read.ts';
import { tokenizeExample, type Template, type TokenRow } from '../dataset/tokenize.ts';
import { TrainerError } from '../errors.ts';
import { loraParameters } from '../model/step.ts';
import { loadTokenizer } from '../tokenizer/tokenizer.ts';
import { stepsFor, train, type StepMetrics } from '../train/loop.ts';

export interface RunOptions {
  readonly trainFile: string;
  readonly model: string;
  readonly outputDir: string;
  readonly maxLength: number;
  readonly gradientAccumulationSteps: number;
  readonly numEpochs: number;
  readonly learningRate: number;
  readonly weightDecay: number;
  readonly warmupRatio: number;
  readonly loraRank: number;
  readonly loraAlpha: number;
  readonly loraDropout: number;
  readonly seed: number;
  readonly '4bit': boolean;
  readonly template: Template;
}

const STOPPED = 130;

export async function runCommand(options: RunOptions): Promise<number> {
  const output = path.resolve(options.outputDir);
  if (existsSync(path.join(output, 'adapter_model.safetensors'))) throw new TrainerError(`${options.outputDir} already holds an adapter; choose another --output-dir`, 2);
  const examples = await readExamples(options.trainFile);
  const config = readConfig(options.model);
  const weights = findWeights(options.model, config);
  const tokenizer = await loadTokenizer(options.model);
  if (tokenizer.vocabularySize > config.vocabulary)
    throw new TrainerError(`the tokenizer of ${options.model} has ${tokenizer.vocabularySize} ids, the model's embeddings only ${config.vocabulary}`);
  const rows = examples.map((example) => tokenizeExample(example, tokenizer, options.template, options.maxLength));
  const usable = rows.filter((row) => row.learned.slice(1).some(Boolean));
  if (usable.length === 0) throw new TrainerError(`no row of ${options.trainFile} has a response within --max-length ${options.maxLength} tokens; raise it`);
  const packs = packSingly(usable, bucketsFor(Math.min(options.maxLength, roundUp(Math.max(...usable.map((row) => row.ids.length))))));
  const steps = stepsFor(packs.length, { accumulation: options.gradientAccumulationSteps, epochs: options.numEpochs });
  announce(options, rows, usable, steps);

  const made = !existsSync(output);
  mkdirSync(output, { recursive: true });
  const metricsFile = path.join(output, 'metrics.jsonl');
  const base = openBase(weights, config, options['4bit'], path.join(output, 'cache'));
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const losses: number[] = [];
  const lora = { rank: options.loraRank, alpha: options.loraAlpha, dropout: options.loraDropout };
  const startedAt = new Date();
  try {
    const result = await train(
      config,
      base,
      packs,
      {
        lora,
        accumulation: options.gradientAccumulationSteps,
        epochs: options.numEpochs,
        learningRate: options.learningRate,
        weightDecay: options.weightDecay,
        warmupRatio: options.warmupRatio,
        seed: options.seed,
        device: 'cpu',
        threads: os.availableParallelism(),
        signal: controller.signal,
      },
      (metrics) => {
        if (losses.length === 0) writeFileSync(metricsFile, '');
        losses.push(metrics.loss);
        appendFileSync(metricsFile, `${JSON.stringify(metrics)}\n`);
        show(metrics);
      },
    );
    const shapes = new Map(loraParameters(config, lora.rank).map(({ name, shape }) => [name, shape]));
    writeAdapter(
      output,
      { baseModel: options.model, prefix: weights.prefix, ...lora, multimodal: config.multimodal },
      new Map([...result.parameters].map(([name, data]) => [name, { data, shape: shapes.get(name)! }])),
    );
    const summary = {
      started_at: startedAt.toISOString(),
      finished_at: new Date().toISOString(),
      model: options.model,
      train_file: options.trainFile,
      rows: rows.length,
      rows_used: usable.length,
      truncated_rows: rows.filter((row) => row.truncated).length,
      steps: result.steps,
      planned_steps: steps,
      stopped: result.stopped,
      first_loss: losses[0] ?? null,
      last_loss: losses.at(-1) ?? null,
      four_bit: options['4bit'],
      device: 'cpu',
      options: { ...options },
    };
    writeFileSync(path.join(output, 'training_summary.json.tmp'), `${JSON.stringify(summary, null, 2)}\n`);
    renameSync(path.join(output, 'training_summary.json.tmp'), path.join(output, 'training_summary.json'));
    process.stdout.write(`\nadapter in ${options.outputDir}: loss ${losses[0]?.toFixed(4)} to ${losses.at(-1)?.toFixed(4)} in ${result.steps} steps\n`);
    return result.stopped ? STOPPED : 0;
  } catch (error) {
    if (made && losses.length === 0) removeIfEmpty(output);
    throw error;
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}

const roundUp = (length: number): number => Math.max(64, Math.ceil(length / 64) * 64);

function announce(options: RunOptions, rows: readonly TokenRow[], usable: readonly TokenRow[], steps: number): void {
  const lengths = usable.map((row) => row.ids.length).sort((a, b) => a - b);
  const truncated = rows.filter((row) => row.truncated).length;
  const learned = usable.reduce((sum, row) => sum + row.learned.filter(Boolean).length, 0);
  const tokens = lengths.reduce((sum, length) => sum + length, 0);
  process.stdout.write(
    `${usable.length} rows, ${tokens} tokens (median ${lengths[lengths.length >> 1]}, longest ${lengths.at(-1)}), ${Math.round((100 * learned) / tokens)} % learned\n` +
      (truncated > 0 ? `${truncated} rows are longer than --max-length ${options.maxLength} and are cut there\n` : '') +
      `${steps} steps of ${options.gradientAccumulationSteps} rows; base in ${options['4bit'] ? '4-bit NF4' : 'its own precision'}, on cpu\n`,
  );
}

function show(metrics: StepMetrics): void {
  const line = `step ${metrics.step}/${metrics.steps}  loss ${metrics.loss.toFixed(4)}  ${Math.round(metrics.tokens_per_second)} tokens/s`;
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${line}`);
  else if (metrics.step === 1 || metrics.step === metrics.steps || metrics.step % 10 === 0) process.stdout.write(`${line}\n`);
}

/** A run that failed before its first step leaves no folder behind. */
function removeIfEmpty(folder: string): void {
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}
