import type { Base } from '../checkpoint/base.ts';
import type { ModelConfig } from '../checkpoint/config.ts';
import type { Pack } from '../dataset/pack.ts';
import { TrainerError } from '../errors.ts';
import { openSession, type Feed, type Session } from '../graph/session.ts';
import { rotationTables } from '../model/rope.ts';
import { buildStep, loraParameters, type LoraParameter, type LoraShape } from '../model/step.ts';
import { adamwStep, clipGradients, newAdamState, type AdamState } from './adamw.ts';
import { seeded, shuffled } from './random.ts';
import { learningRateAt } from './schedule.ts';

export interface TrainOptions {
  readonly lora: LoraShape;
  readonly accumulation: number;
  readonly epochs: number;
  readonly learningRate: number;
  readonly weightDecay: number;
  readonly warmupRatio: number;
  readonly seed: number;
  readonly device: 'cpu' | 'webgpu' | 'cuda';
  readonly threads: number;
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
}

export interface TrainResult {
  readonly parameters: ReadonlyMap<string, Float32Array>;
  readonly adam: AdamState;
  readonly steps: number;
  readonly stopped: boolean;
}

const CLIP = 1;

/** A: uniform as Kaiming with a = √5 (bound 1/√in), B: zeros, so that training starts at the base model. */
function initialParameters(config: ModelConfig, rank: number, seed: number): Map<string, Float32Array> {
  const random = seeded(seed);
  return new Map(
    loraParameters(config, rank).map(({ name, shape: [rows, columns] }) => {
      const bound = 1 / Math.sqrt(columns);
      return [name, name.endsWith('lora_A') ? Float32Array.from({ length: rows * columns }, () => (random() * 2 - 1) * bound) : new Float32Array(rows * columns)];
    }),
  );
}

export const stepsFor = (packs: number, options: Pick<TrainOptions, 'accumulation' | 'epochs'>): number => Math.max(1, Math.ceil((packs * options.epochs) / options.accumulation));

/** Batch, step, clip, update, log. */
export async function train(config: ModelConfig, base: Base, packs: readonly Pack[], options: TrainOptions, onStep: (metrics: StepMetrics) => void): Promise<TrainResult> {
  const runner = new StepRunner(config, base, options);
  const parameters = initialParameters(config, options.lora.rank, options.seed);
  const adam = newAdamState();
  const steps = stepsFor(packs.length, options);
  const order = batchOrder(packs, Math.ceil(options.epochs), options.seed);
  let step = 0;
  try {
    for (; step < steps && options.signal?.aborted !== true; step++) {
      const batch = order.slice(step * options.accumulation, (step + 1) * options.accumulation);
      const started = performance.now();
      const supervised = batch.reduce((sum, pack) => sum + pack.supervised, 0);
      const total = new Map([...parameters].map(([name, values]) => [name, new Float32Array(values.length)]));
      let loss = 0;
      for (const [index, pack] of batch.entries()) {
        const result = await runner.run(pack, parameters, options.seed + step * 1009 + index * 31);
        loss += result.loss / supervised;
        for (const [name, gradient] of result.gradients) {
          const sum = total.get(name)!;
          for (let i = 0; i < sum.length; i++) sum[i]! += gradient[i]! / supervised;
        }
      }
      const norm = clipGradients(total, CLIP);
      if (!Number.isFinite(loss) || !Number.isFinite(norm)) {
        throw new TrainerError(
          `the loss of step ${step + 1} is not a number (rows at lines ${batch.flatMap((pack) => pack.rows.map((row) => row.line)).join(', ')}); lower --learning-rate, or look at these rows`,
        );
      }
      const learningRate = learningRateAt(step, steps, options.learningRate, options.warmupRatio);
      adamwStep(parameters, total, adam, learningRate, options.weightDecay);
      const tokens = batch.reduce((sum, pack) => sum + pack.tokens, 0);
      onStep({
        step: step + 1,
        steps,
        epoch: ((step + 1) * options.accumulation) / packs.length,
        loss,
        learning_rate: learningRate,
        gradient_norm: norm,
        tokens,
        tokens_per_second: tokens / ((performance.now() - started) / 1000),
      });
    }
  } finally {
    await runner.close();
  }
  return { parameters, adam, steps: step, stopped: step < steps };
}

/** Rows in a new order each epoch; a function of the seed alone. */
function batchOrder(packs: readonly Pack[], epochs: number, seed: number): Pack[] {
  return Array.from({ length: epochs }, (_, epoch) => shuffled(packs, seeded(seed + epoch * 7919))).flat();
}

/** Sessions by bucket, opened when first needed. */
class StepRunner {
  readonly #config: ModelConfig;
  readonly #base: Base;
  readonly #options: TrainOptions;
  readonly #sessions = new Map<string, Promise<Session>>();
  readonly #parameters: readonly LoraParameter[];
  constructor(config: ModelConfig, base: Base, options: TrainOptions) {
    this.#config = config;
    this.#base = base;
    this.#options = options;
    this.#parameters = loraParameters(config, options.lora.rank);
  }

  async run(pack: Pack, parameters: ReadonlyMap<string, Float32Array>, seed: number): Promise<{ loss: number; gradients: Map<string, Float32Array> }> {
    const places = Math.max(32, Math.ceil(pack.supervised / 32) * 32);
    const key = `${pack.length}|${places}`;
    let session = this.#sessions.get(key);
    if (!session) {
      session = openSession(buildStep(this.#config, this.#base, this.#options.lora, pack.length, places, true), this.#base.root, this.#options.device, this.#options.threads);
      this.#sessions.set(key, session);
    }
    const feed = {
      ...feedOf(this.#config, pack, places),
      ...Object.fromEntries(this.#parameters.map(({ name, shape }) => [name, { data: parameters.get(name)!, shape }])),
    };
    const results = await (await session).run(this.#options.lora.dropout > 0 ? { ...feed, seed: { data: Float32Array.from([seed % 100_000]), shape: [1] } } : feed);
    const gradients = new Map([...parameters.keys()].map((name) => [name, results[`grad.${name}`]!]));
    return { loss: results['loss']![0]!, gradients };
  }

  async close(): Promise<void> {
    for (const session of this.#sessions.values()) await (await session).close();
  }
}

/** A pack as the graph's inputs; behind the last token come zeros of a segment of their own. */
function feedOf(config: ModelConfig, pack: Pack, places: number): Feed {
  const ids = new BigInt64Array(pack.length);
  const segments = new BigInt64Array(pack.length).fill(-1n);
  const positions = new Array<number>(pack.length).fill(0);
  const supervisedPlaces = new BigInt64Array(places);
  const targets = new BigInt64Array(places);
  const weights = new Float32Array(places);
  let at = 0;
  let next = 0;
  pack.rows.forEach((row, segment) => {
    row.ids.forEach((id, i) => {
      ids[at + i] = BigInt(id);
      segments[at + i] = BigInt(segment);
      positions[at + i] = i;
      if (i > 0 && row.learned[i]) {
        supervisedPlaces[next] = BigInt(at + i - 1);
        targets[next] = BigInt(id);
        weights[next] = 1;
        next++;
      }
    });
    at += row.ids.length;
  });
  const { cos, sin, queryScale } = rotationTables(config, positions);
  const half = config.headDim / 2;
  return {
    ids: { data: ids, shape: [pack.length] },
    segments: { data: segments, shape: [pack.length] },
    cos: { data: cos, shape: [pack.length, half] },
    sin: { data: sin, shape: [pack.length, half] },
    query_scale: { data: queryScale, shape: [pack.length, 1] },
    places: { data: supervisedPlaces, shape: [places] },
    targets: { data: targets, shape: [places] },
    weights: { data: weights, shape: [places] },
  };
}
