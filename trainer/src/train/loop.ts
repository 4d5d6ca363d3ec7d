import { batchPacks, packRows, sumOf, type Pack } from '../dataset/pack.ts';
import type { TokenRow } from '../dataset/tokenize.ts';
import { TrainerError } from '../errors.ts';
import { adamwStep, clipGradients } from './adamw.ts';
import type { BatchPlan } from './batches.ts';
import type { RunState } from './run-state.ts';
import { learningRateAt } from './schedule.ts';
import type { Parameters, StepRunner } from './step-runner.ts';

/** How rows become packs, and packs batches of a graph. */
export interface Packing {
  readonly buckets: readonly number[];
  readonly packing: boolean;
  /** Packs that are computed together. */
  readonly windows: number;
}

export interface TrainOptions extends Packing {
  readonly learningRate: number;
  readonly weightDecay: number;
  readonly warmupRatio: number;
  readonly seed: number;
  /** Rows that are not learned from; measured at the end of each epoch. */
  readonly evalRows: readonly TokenRow[];
  readonly epochRows: number;
  readonly signal?: AbortSignal;
}

export interface StepMetrics {
  readonly step: number;
  readonly steps: number;
  readonly epoch: number;
  readonly loss: number;
  readonly learning_rate: number;
  readonly gradient_norm: number;
  readonly tokens: number;
  readonly tokens_per_second: number;
  readonly eval_loss?: number;
}

const CLIP = 1;

/** A step whose loss or gradients are no numbers; the state is that of the step before. */
export class StepFailed extends TrainerError {}

/** Batch, step, clip, update, log, save. `state` is changed in place and stays whole where a step fails. */
export async function train(
  runner: StepRunner,
  state: RunState,
  plan: BatchPlan,
  options: TrainOptions,
  onStep: (metrics: StepMetrics, state: RunState) => void,
): Promise<{ readonly stopped: boolean }> {
  const { steps } = plan;
  const total = new Map([...state.parameters].map(([name, values]) => [name, new Float32Array(values.length)]));
  while (state.step < steps) {
    if (options.signal?.aborted) return { stopped: true };
    const started = performance.now();
    const rows = plan.rowsOf(state.step);
    const batches = batchesOf(rows, options);
    const supervised = sumOf(batches.flat(), 'supervised');
    for (const sum of total.values()) sum.fill(0);
    const share = 1 / supervised;
    let loss = 0;
    for (const [index, batch] of batches.entries()) {
      const result = await runner.gradients(batch, state.parameters, options.seed + state.step * 1009 + index * 31);
      loss += result.loss / supervised;
      for (const [name, gradient] of result.gradients) {
        const sum = total.get(name)!;
        for (let i = 0; i < sum.length; i++) sum[i]! += gradient[i]! * share;
      }
    }
    const norm = clipGradients(total, CLIP);
    if (!Number.isFinite(loss) || !Number.isFinite(norm)) {
      const lines = rows.map((row) => row.line).join(', ');
      throw new StepFailed(`the loss of step ${state.step + 1} is not a number (rows at lines ${lines}) and nothing of it was kept; lower --learning-rate, or look at these rows`);
    }
    const learningRate = learningRateAt(state.step, steps, options.learningRate, options.warmupRatio);
    adamwStep(state.parameters, total, state.adam, learningRate, options.weightDecay);
    state.step++;
    const tokens = sumOf(batches.flat(), 'tokens');
    const seconds = (performance.now() - started) / 1000;
    const epochEnds = Math.floor((state.step * plan.rowsPerStep) / options.epochRows) > Math.floor(((state.step - 1) * plan.rowsPerStep) / options.epochRows);
    const evaluated = options.evalRows.length > 0 && (epochEnds || state.step === steps) ? await evaluate(runner, state.parameters, options) : undefined;
    onStep(
      {
        step: state.step,
        steps,
        epoch: (state.step * plan.rowsPerStep) / options.epochRows,
        loss,
        learning_rate: learningRate,
        gradient_norm: norm,
        tokens,
        tokens_per_second: tokens / seconds,
        ...(evaluated === undefined ? {} : { eval_loss: evaluated }),
      },
      state,
    );
  }
  return { stopped: false };
}

const batchesOf = (rows: readonly TokenRow[], { buckets, packing, windows }: Packing): Pack[][] => batchPacks(packRows(rows, buckets, packing), windows);

/** The most supervised places that a batch of the run has. */
export function mostSupervised(plan: BatchPlan, evalRows: readonly TokenRow[], packing: Packing): number {
  const parts = [...Array.from({ length: plan.steps }, (_, step) => plan.rowsOf(step)), evalRows];
  return parts.flatMap((rows) => batchesOf(rows, packing)).reduce((most, batch) => Math.max(most, sumOf(batch, 'supervised')), 0);
}

/** Mean loss of the supervised tokens of rows that are not learned from. */
async function evaluate(runner: StepRunner, parameters: Parameters, options: TrainOptions): Promise<number> {
  const batches = batchesOf(options.evalRows, options);
  let loss = 0;
  for (const batch of batches) loss += await runner.loss(batch, parameters);
  return loss / sumOf(batches.flat(), 'supervised');
}
