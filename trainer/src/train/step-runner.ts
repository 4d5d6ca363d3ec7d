import type { Base } from '../checkpoint/base.ts';
import type { ModelConfig } from '../checkpoint/config.ts';
import { sumOf, type Pack } from '../dataset/pack.ts';
import { openSession, type Device, type Feed, type Session } from '../graph/session.ts';
import type { Precision } from '../graph/numbers.ts';
import { dropoutSeed } from '../model/dropout.ts';
import { Rotations, type RotationTables } from '../model/rope.ts';
import { buildStep, gradientName, loraParameters, type LoraParameter, type LoraShape } from '../model/step.ts';

export interface RunnerOptions {
  readonly lora: LoraShape;
  readonly device: Device;
  readonly threads: number;
  readonly precision: Precision;
  /** Packs that are computed together. */
  readonly windows: number;
  /** Supervised places of each graph; where it is left out, graphs of several numbers of them are made. */
  readonly places?: number;
  /** Gradient checkpointing. */
  readonly recompute: boolean;
}

export type Parameters = ReadonlyMap<string, Float32Array>;

/** Each session has an arena and mapped weights of its own: the oldest goes when there are more. */
const MOST_SESSIONS = 6;
/** Beyond so many bytes of weights there is one session at a time, of one shape where it may be. */
const LARGE = 2e9;
export const isLarge = (base: Base): boolean => base.bytes > LARGE;

/** Runs packs through the training graph; a session for each bucket of length and places, opened when first needed. */
export class StepRunner {
  readonly #config: ModelConfig;
  readonly #base: Base;
  readonly #options: RunnerOptions;
  readonly #sessions = new Map<string, Session>();
  readonly #parameters: readonly LoraParameter[];
  readonly #rotations: Rotations;

  constructor(config: ModelConfig, base: Base, options: RunnerOptions) {
    this.#config = config;
    this.#base = base;
    this.#options = options;
    this.#parameters = loraParameters(config, options.lora.rank);
    this.#rotations = new Rotations(config);
  }

  /**
   * Loss summed over the supervised places, and its gradients; the next call writes over them.
   * @param packs of one length, at most as many as there are windows
   */
  async gradients(packs: readonly Pack[], parameters: Parameters, seed: number): Promise<{ loss: number; gradients: Map<string, Float32Array> }> {
    const results = await this.#run(packs, parameters, this.#options.recompute ? 'recompute' : 'gradients', this.#options.lora.dropout > 0 ? seed : undefined);
    return { loss: results['loss']![0]!, gradients: new Map([...parameters.keys()].map((name) => [name, results[gradientName(name)]!])) };
  }

  /** Loss alone, without dropout. */
  async loss(packs: readonly Pack[], parameters: Parameters): Promise<number> {
    return (await this.#run(packs, parameters, 'loss', undefined))['loss']![0]!;
  }

  async #run(packs: readonly Pack[], parameters: Parameters, mode: 'loss' | 'gradients' | 'recompute', seed: number | undefined): Promise<Record<string, Float32Array>> {
    const { length } = packs[0]!;
    const { windows } = this.#options;
    const places = this.#options.places ?? roundedPlaces(sumOf(packs, 'supervised'), windows * length);
    const session = await this.#session(length, places, mode);
    return session.run({
      ...feedOf(packs, { length, windows, places }, this.#rotations),
      ...Object.fromEntries(this.#parameters.map(({ name, shape }) => [name, { data: parameters.get(name)!, shape }])),
      ...(seed === undefined ? {} : { seed: { data: Float32Array.of(dropoutSeed(seed)), shape: [1] } }),
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
      if (this.#sessions.size < (isLarge(this.#base) ? 1 : MOST_SESSIONS)) break;
      this.#sessions.delete(oldest);
      await session.close();
    }
    const { device, threads, lora, precision, windows } = this.#options;
    const graph = buildStep({ config: this.#config, base: this.#base, lora, length, windows, places, precision, mode });
    const made = await openSession(graph, this.#base.root, device, threads);
    this.#sessions.set(key, made);
    return made;
  }

  async close(): Promise<void> {
    for (const session of this.#sessions.values()) await session.close();
    this.#sessions.clear();
  }
}

/** Eighths of a graph's tokens, so that few graphs are made. */
export function roundedPlaces(supervised: number, tokens: number): number {
  const step = Math.max(32, Math.ceil(tokens / 8 / 32) * 32);
  return Math.max(step, Math.ceil(supervised / step) * step);
}

/** Packs as the graph's inputs; behind the last token of each come zeros of a segment of their own. */
function feedOf(packs: readonly Pack[], { length, windows, places }: { length: number; windows: number; places: number }, rotations: Rotations): Feed {
  const tokens = windows * length;
  const ids = new BigInt64Array(tokens);
  const segments = new BigInt64Array(tokens).fill(-1n);
  const positions = new Array<number>(tokens).fill(0);
  const supervisedPlaces = new BigInt64Array(places);
  const targets = new BigInt64Array(places);
  const weights = new Float32Array(places);
  let next = 0;
  packs.forEach((pack, window) => {
    let at = window * length;
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
  });
  const tables = rotations.of(positions);
  const half = tables.cos.length / tokens;
  const rotation = (name: keyof RotationTables): Feed[string] => ({ data: tables[name], shape: [tokens, half] });
  return {
    ids: { data: ids, shape: [tokens] },
    segments: { data: segments, shape: [tokens] },
    cos: rotation('cos'),
    sin: rotation('sin'),
    query_cos: rotation('queryCos'),
    query_sin: rotation('querySin'),
    places: { data: supervisedPlaces, shape: [places] },
    targets: { data: targets, shape: [places] },
    weights: { data: weights, shape: [places] },
  };
}
