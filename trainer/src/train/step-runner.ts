import type { Base } from '../checkpoint/base.ts';
import type { ModelConfig } from '../checkpoint/config.ts';
import type { Pack } from '../dataset/pack.ts';
import { openSession, type Device, type Feed, type Session } from '../graph/session.ts';
import { rotationTables } from '../model/rope.ts';
import { buildStep, gradientName, loraParameters, type LoraParameter, type LoraShape } from '../model/step.ts';

export interface RunnerOptions {
  readonly lora: LoraShape;
  readonly device: Device;
  readonly threads: number;
  /** Gradient checkpointing. */
  readonly recompute: boolean;
}

export type Parameters = ReadonlyMap<string, Float32Array>;

/** Each session has an arena and mapped weights of its own: the oldest goes when there are more. */
const MOST_SESSIONS = 6;
/** Beyond so many bytes of weights there is one session, of one shape. */
const LARGE = 2e9;

/** Runs packs through the training graph; a session for each bucket of length and places, opened when first needed. */
export class StepRunner {
  readonly #config: ModelConfig;
  readonly #base: Base;
  readonly #options: RunnerOptions;
  readonly #sessions = new Map<string, Session>();
  readonly #parameters: readonly LoraParameter[];
  readonly #large: boolean;

  constructor(config: ModelConfig, base: Base, options: RunnerOptions) {
    this.#config = config;
    this.#base = base;
    this.#options = options;
    this.#parameters = loraParameters(config, options.lora.rank);
    this.#large = base.bytes > LARGE;
  }

  /** Loss summed over the supervised places, and its gradients. */
  async gradients(pack: Pack, parameters: Parameters, seed: number): Promise<{ loss: number; gradients: Map<string, Float32Array> }> {
    const results = await this.#run(pack, parameters, this.#options.recompute ? 'recompute' : 'gradients', this.#options.lora.dropout > 0 ? seed : undefined);
    return { loss: results['loss']![0]!, gradients: new Map([...parameters.keys()].map((name) => [name, results[gradientName(name)]!])) };
  }

  /** Loss alone, without dropout. */
  async loss(pack: Pack, parameters: Parameters): Promise<number> {
    return (await this.#run(pack, parameters, 'loss', undefined))['loss']![0]!;
  }

  async #run(pack: Pack, parameters: Parameters, mode: 'loss' | 'gradients' | 'recompute', seed: number | undefined): Promise<Record<string, Float32Array>> {
    const step = Math.max(32, Math.ceil(pack.length / 8 / 32) * 32);
    const places = this.#large ? pack.length : Math.max(step, Math.ceil(pack.supervised / step) * step);
    const session = await this.#session(pack.length, places, mode);
    return session.run({
      ...feedOf(this.#config, pack, places),
      ...Object.fromEntries(this.#parameters.map(({ name, shape }) => [name, { data: parameters.get(name)!, shape }])),
      ...(seed === undefined ? {} : { seed: { data: Float32Array.from([seed % 100_000]), shape: [1] } }),
    });
  }

  async #session(length: number, places: number, mode: 'loss' | 'gradients' | 'recompute'): Promise<Session> {
    const key = `${mode}|${length}|${places}`;
    const known = this.#sessions.get(key);
    if (known) {
      this.#sessions.delete(key);
      this.#sessions.set(key, known);
      return known;
    }
    for (const [oldest, session] of this.#sessions) {
      if (this.#sessions.size < (this.#large ? 1 : MOST_SESSIONS)) break;
      this.#sessions.delete(oldest);
      await session.close();
    }
    const { device, threads, lora } = this.#options;
    const made = await openSession(buildStep({ config: this.#config, base: this.#base, lora, length, places, mode }), this.#base.root, device, threads);
    this.#sessions.set(key, made);
    return made;
  }

  async close(): Promise<void> {
    for (const session of this.#sessions.values()) await session.close();
    this.#sessions.clear();
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
