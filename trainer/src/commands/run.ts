import { createHash } from 'node:crypto';
import { appendFileSync, createReadStream, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { writeAdapter, type AdapterInfo } from '../checkpoint/adapter.ts';
import { openBase } from '../checkpoint/base.ts';
import { readConfig, type ModelConfig } from '../checkpoint/config.ts';
import { findCheckpoint, loadCheckpoint, saveCheckpoint, type RunIdentity } from '../checkpoint/run-checkpoint.ts';
import { findWeights, storedBytes } from '../checkpoint/weights.ts';
import { bucketsFor } from '../dataset/pack.ts';
import { readRows } from '../dataset/rows.ts';
import type { Template, TokenRow } from '../dataset/tokenize.ts';
import { TrainerError } from '../errors.ts';
import { resolveModel } from '../hub/resolve.ts';
import { loraParameters } from '../model/step.ts';
import { METRICS, readMetrics, replaceFile, writeReport } from '../report/run-report.ts';
import { RunLog } from '../report/run-log.ts';
import { loadTokenizer } from '../tokenizer/tokenizer.ts';
import { planBatches } from '../train/batches.ts';
import { chooseDevice } from '../train/device.ts';
import { estimateRun, windowsFor } from '../train/estimate.ts';
import { mostSupervised, StepFailed, train } from '../train/loop.ts';
import { seeded, shuffled } from '../train/random.ts';
import { firstRunState } from '../train/run-state.ts';
import { isLarge, roundedPlaces, StepRunner } from '../train/step-runner.ts';
import type { Precision } from '../graph/numbers.ts';
import type { Device } from '../graph/session.ts';

export interface RunOptions {
  readonly trainFile: string;
  readonly evalFile?: string;
  readonly evalShare: number;
  readonly model: string;
  readonly outputDir: string;
  readonly maxLength: number;
  readonly perDeviceBatchSize: number;
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
  readonly packing: boolean;
  readonly disableGradientCheckpointing?: boolean;
  readonly device: 'auto' | Device;
  readonly precision: 'auto' | Precision;
  readonly threads?: number;
  readonly template: Template;
  readonly saveSteps: number;
  readonly saveTotalLimit: number;
  readonly resumeFromCheckpoint?: string;
}

const STOPPED = 130;
const LONGEST_PACK = 1024;

/** Validates everything, says what it will do, trains, and leaves an adapter with its report. */
export async function runCommand(options: RunOptions): Promise<number> {
  const output = path.resolve(options.outputDir);
  const resume = options.resumeFromCheckpoint === undefined ? undefined : findCheckpoint(output, options.resumeFromCheckpoint);
  if (resume === undefined && existsSync(output) && readdirSync(output).length > 0)
    throw new TrainerError(`${options.outputDir} is not empty; choose another --output-dir, or go on there with --resume-from-checkpoint last`, 2);
  const { device, precision, why } = chooseDevice(options.device, options.precision);
  const folder = await resolveModel(options.model, process.env, (line) => process.stdout.write(`${line}\n`));
  const config = readConfig(folder);
  const weights = findWeights(folder, config);
  const data = await loadRows(options, folder, config);
  const identity = await identityOf(options, config, { device, precision });
  const state = firstRunState(config, options.loraRank, options.seed);
  if (resume !== undefined) loadCheckpoint(resume, state, identity, weights.prefix);
  const resumedFrom = resume === undefined ? null : state.step;

  const longest = Math.max(...data.train.map((row) => row.ids.length));
  const length = roundUp(options.packing ? Math.max(longest, Math.min(LONGEST_PACK, options.maxLength)) : longest);
  // Each length is a session with weights of its own: on a GPU, which has them in its memory, there is one.
  const buckets = device === 'cpu' ? bucketsFor(length) : [length];
  const plan = planBatches(data.train, options.perDeviceBatchSize * options.gradientAccumulationSteps, options.numEpochs, options.seed);
  const threads = options.threads ?? os.availableParallelism();
  const recompute = options.disableGradientCheckpointing !== true;
  const tokens = data.train.reduce((sum, row) => sum + row.ids.length, 0);
  const shape = { length, rank: options.loraRank, fourBit: options['4bit'], recompute, device, precision, stored: storedBytes(weights) };
  const windows = windowsFor(config, shape, options.packing ? (tokens / data.train.length / length) * plan.rowsPerStep : plan.rowsPerStep);
  const log = new RunLog(plan.steps);
  log.announce({ ...data, plan, maxLength: options.maxLength, fourBit: options['4bit'], recompute, packing: options.packing, device, precision, why, resumedFrom });
  log.estimate(await estimateRun(config, { ...shape, windows }, tokens * options.numEpochs, threads));

  const controller = new AbortController();
  const stop = (): void => controller.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const base = openBase(weights, config, options['4bit'], path.join(path.dirname(output), '.base-cache'), (layer) => log.quantising(layer, config.layers));
  const lora = { rank: options.loraRank, alpha: options.loraAlpha, dropout: options.loraDropout };
  const packing = { buckets, packing: options.packing, windows };
  const places = isLarge(base) ? roundedPlaces(mostSupervised(plan, data.held, packing), windows * length) : undefined;
  const runner = new StepRunner(config, base, { lora, device, threads, recompute, precision, windows, ...(places === undefined ? {} : { places }) });
  const info: AdapterInfo = { baseModel: options.model, prefix: weights.prefix, ...lora, multimodal: config.multimodal };
  const shapes = new Map(loraParameters(config, lora.rank).map(({ name, shape }) => [name, shape]));
  const save = (): string => saveCheckpoint(output, state, identity, info, shapes, options.saveTotalLimit);
  const metricsFile = path.join(output, METRICS);
  const made = !existsSync(output);
  const startedAt = new Date();
  try {
    if (resumedFrom !== null) forgetLaterSteps(output, resumedFrom);
    const { stopped } = await train(
      runner,
      state,
      plan,
      {
        learningRate: options.learningRate,
        weightDecay: options.weightDecay,
        warmupRatio: options.warmupRatio,
        seed: options.seed,
        ...packing,
        evalRows: data.held,
        epochRows: data.train.length,
        signal: controller.signal,
      },
      (metrics) => {
        if (state.step === 1) {
          mkdirSync(output, { recursive: true });
          writeFileSync(metricsFile, '');
        }
        appendFileSync(metricsFile, `${JSON.stringify(metrics)}\n`);
        log.step(metrics);
        if (state.step % options.saveSteps === 0 && state.step < plan.steps) save();
      },
    );
    if (stopped) {
      if (state.step > 0) log.say(`stopped after step ${state.step}, saved in ${path.relative('', save())}; go on with --resume-from-checkpoint last`);
      return STOPPED;
    }
    writeAdapter(output, info, state.parameters, shapes);
    const metrics = readMetrics(output);
    writeReport(output, {
      started_at: startedAt.toISOString(),
      finished_at: new Date().toISOString(),
      model: options.model,
      train_file: options.trainFile,
      train_file_sha256: String(identity['train file']),
      rows: data.rows,
      rows_used: data.train.length,
      rows_held_out: data.held.length,
      truncated_rows: data.truncated,
      steps: state.step,
      planned_steps: plan.steps,
      first_loss: metrics[0]?.loss ?? null,
      last_loss: metrics.at(-1)?.loss ?? null,
      eval_loss: metrics.findLast((row) => row.eval_loss !== undefined)?.eval_loss ?? null,
      ...log.totals(),
      four_bit: options['4bit'],
      device,
      precision,
      resumed_from_step: resumedFrom,
      options: { ...options },
    });
    log.say(`adapter in ${options.outputDir}: loss ${metrics[0]?.loss.toFixed(4)} to ${metrics.at(-1)?.loss.toFixed(4)} in ${state.step} steps`);
    return 0;
  } catch (error) {
    if (made && state.step === 0) rmSync(output, { recursive: true, force: true });
    // The numbers stand as the last good step left them.
    if (error instanceof StepFailed && state.step > 0) throw new TrainerError(`${error.message}; step ${state.step} is saved in ${path.relative('', save())}`);
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC')
      throw new TrainerError(`the disk that holds ${options.outputDir} is full; free some space and go on with --resume-from-checkpoint last`);
    throw error;
  } finally {
    await runner.close();
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}

const roundUp = (length: number): number => Math.max(64, Math.ceil(length / 64) * 64);

interface Rows {
  readonly train: readonly TokenRow[];
  readonly held: readonly TokenRow[];
  readonly rows: number;
  readonly truncated: number;
}

/** Rows to learn from and rows held out: a file of their own, or a share of the training file. */
async function loadRows(options: RunOptions, folder: string, config: ModelConfig): Promise<Rows> {
  const tokenizer = await loadTokenizer(folder);
  if (tokenizer.vocabularySize > config.vocabulary)
    throw new TrainerError(`the tokenizer of ${options.model} has ${tokenizer.vocabularySize} ids, the model's embeddings only ${config.vocabulary}`);
  if (options.maxLength > config.maxPositions) throw new TrainerError(`--max-length ${options.maxLength} is beyond the model's ${config.maxPositions} positions`, 2);
  const rowOptions = { tokenizer, template: options.template, maxLength: options.maxLength };
  const { all, usable } = await readRows(options.trainFile, rowOptions);
  const truncated = all.filter((row) => row.truncated).length;
  if (options.evalFile !== undefined) return { train: usable, held: (await readRows(options.evalFile, rowOptions)).usable, rows: all.length, truncated };
  const held = Math.min(usable.length - 1, Math.round(usable.length * options.evalShare));
  const order = held > 0 ? shuffled(usable, seeded(options.seed ^ 0x5eed)) : usable;
  return { train: order.slice(held), held: order.slice(0, held), rows: all.length, truncated };
}

/** Everything that the numbers follow from, for a checkpoint to be checked against. */
async function identityOf(options: RunOptions, config: ModelConfig, { device, precision }: { device: Device; precision: Precision }): Promise<RunIdentity> {
  const file = async (name: string | undefined): Promise<string> => {
    if (name === undefined) return 'none';
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(name)) hash.update(chunk as Buffer);
    return hash.digest('hex');
  };
  return {
    model: createHash('sha256').update(JSON.stringify(config)).digest('hex').slice(0, 16),
    'train file': await file(options.trainFile),
    'eval file': await file(options.evalFile),
    'eval share': options.evalShare,
    'max length': options.maxLength,
    'rows of a step': options.perDeviceBatchSize * options.gradientAccumulationSteps,
    epochs: options.numEpochs,
    'learning rate': options.learningRate,
    'weight decay': options.weightDecay,
    'warm-up': options.warmupRatio,
    rank: options.loraRank,
    alpha: options.loraAlpha,
    dropout: options.loraDropout,
    seed: options.seed,
    '4-bit': options['4bit'],
    packing: options.packing,
    template: options.template,
    device,
    precision,
  };
}

/** Steps that were logged after the checkpoint are run again. */
function forgetLaterSteps(output: string, step: number): void {
  if (!existsSync(path.join(output, METRICS))) return writeFileSync(path.join(output, METRICS), '');
  const kept = readMetrics(output).filter((row) => row.step <= step);
  replaceFile(path.join(output, METRICS), kept.map((row) => `${JSON.stringify(row)}\n`).join(''));
}
