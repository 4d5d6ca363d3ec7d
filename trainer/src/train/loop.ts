import { packRows } from '../dataset/pack.ts';
import type { TokenRow } from '../dataset/tokenize.ts';
import { TrainerError } from '../errors.ts';
import { adamwStep, clipGradients } from './adamw.ts';
import type { BatchPlan } from './batches.ts';
import type { RunState } from './run-state.ts';
import { learningRateAt } from './schedule.ts';
import type { Parameters, StepRunner } from './step-runner.ts';

export interface TrainOptions {
  readonly learningRate: number;
  readonly weightDecay: number;
  readonly warmupRatio: number;
  readonly seed: number;
  readonly buckets: readonly number[];
  readonly packing: boolean;
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
  while (state.step < steps) {
    if (options.signal?.aborted) return { stopped: true };
    const started = performance.now();
    const rows = plan.rowsOf(state.step);
    const packs = packRows(rows, options.buckets, options.packing);
    const supervised = packs.reduce((sum, pack) => sum + pack.supervised, 0);
    const total = new Map([...state.parameters].map(([name, values]) => [name, new Float32Array(values.length)]));
    let loss = 0;
    for (const [index, pack] of packs.entries()) {
      const result = await runner.gradients(pack, state.parameters, options.seed + state.step * 1009 + index * 31);
      loss += result.loss / supervised;
      for (const [name, gradient] of result.gradients) {
        const sum = total.get(name)!;
        for (let i = 0; i < sum.length; i++) sum[i]! += gradient[i]! / supervised;
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
    const tokens = packs.reduce((sum, pack) => sum + pack.tokens, 0);
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

/** Mean loss of the supervised tokens of rows that are not learned from. */
async function evaluate(runner: StepRunner, parameters: Parameters, { evalRows, buckets, packing }: TrainOptions): Promise<number> {
  let loss = 0;
  let supervised = 0;
  for (const pack of packRows(evalRows, buckets, packing)) {
    loss += await runner.loss(pack, parameters);
    supervised += pack.supervised;
  }
  return loss / supervised;
}
