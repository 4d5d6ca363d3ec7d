import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import { shapeOf, projections } from '../checkpoint/weights.ts';
import type { ModelConfig } from '../checkpoint/config.ts';
import type { Precision } from '../graph/numbers.ts';
import type { Device } from '../graph/session.ts';
import { scoredAtOnce } from '../model/loss.ts';
import { loraParameters } from '../model/step.ts';
import { measuredRate } from './dense-rate.ts';

export interface Estimate {
  /** Bytes of memory beside the mapped weights. */
  readonly memory: number;
  readonly mapped: number;
  readonly present: number;
  readonly seconds: number;
}

/** Bytes of a 4-bit weight in tiles, both ways round. */
const FOUR_BIT_BYTES = 1.5;
/** Bare Node with the runtime. */
const PROCESS_BYTES = 90e6;
const FLOAT = 4;
const HALF = 2;

const projectionWeights = (config: ModelConfig): number =>
  config.layers * projections.reduce((sum, projection) => sum + shapeOf(config, projection)[0] * shapeOf(config, projection)[1], 0);

/** Memory that the device can still give, in bytes: of a CUDA card where its driver's tool tells, of the machine elsewhere. */
function presentMemory(device: Device): number {
  if (device === 'cuda') {
    const { stdout } = spawnSync('nvidia-smi', ['--query-gpu=memory.free', '--format=csv,noheader,nounits'], { encoding: 'utf8' });
    const megabytes = Number.parseInt(stdout ?? '', 10);
    if (Number.isFinite(megabytes)) return megabytes * 2 ** 20;
  }
  try {
    const kilobytes = /^MemAvailable:\s+(\d+)/m.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1];
    if (kilobytes !== undefined) return Number(kilobytes) * 1024;
  } catch {
    return os.freemem();
  }
  return os.freemem();
}

/** What memory and time follow from. */
export interface RunShape {
  readonly length: number;
  readonly windows: number;
  readonly rank: number;
  readonly fourBit: boolean;
  readonly recompute: boolean;
  readonly device: Device;
  readonly precision: Precision;
  /** Bytes of the weights as they are stored. */
  readonly stored: number;
}

/** Bytes beside the mapped weights: activations, of a block at a time where they are computed again, and the adapter's state. */
function memoryOf(config: ModelConfig, run: RunShape): number {
  const lora = loraParameters(config, run.rank).reduce((sum, { shape }) => sum + shape[0] * shape[1], 0);
  const { hidden, intermediate, heads, layers, vocabulary } = config;
  const width = run.precision === 'float32' ? FLOAT : HALF;
  const tokens = run.windows * run.length;
  const blockBytes = tokens * (6 * hidden * FLOAT + (8 * hidden + 6 * intermediate + 2 * heads * run.length) * width);
  const kept = run.recompute ? layers * tokens * hidden * FLOAT + blockBytes : layers * blockBytes;
  // Parameters, two moments, the step's sum and the runtime's outputs; a chunk of scores and its gradient.
  return PROCESS_BYTES + 5 * lora * FLOAT + kept + 3 * scoredAtOnce(run.precision) * vocabulary * FLOAT;
}

const weightBytes = (config: ModelConfig, { fourBit, stored }: Pick<RunShape, 'fourBit' | 'stored'>): number =>
  fourBit ? projectionWeights(config) * FOUR_BIT_BYTES + config.vocabulary * config.hidden * HALF : stored;

const MOST_WINDOWS = 8;

/** Packs to compute together: as many as a step has, where there is room; one on the CPU, which one keeps busy. */
export function windowsFor(config: ModelConfig, run: Omit<RunShape, 'windows'>, packsOfStep: number): number {
  if (run.device === 'cpu') return 1;
  const room = presentMemory(run.device) - weightBytes(config, run);
  let windows = Math.min(MOST_WINDOWS, Math.max(1, Math.ceil(packsOfStep)));
  while (windows > 1 && memoryOf(config, { ...run, windows }) > room) windows--;
  return windows;
}

/** What a run will take, from the model's shape: products of weights and attention. */
export async function estimateRun(config: ModelConfig, run: RunShape, tokens: number, threads: number): Promise<Estimate> {
  const work = (run.recompute ? 6 : 4) * (projectionWeights(config) + (config.vocabulary * config.hidden) / 2) * tokens;
  return {
    memory: memoryOf(config, run),
    mapped: weightBytes(config, run),
    present: presentMemory(run.device),
    seconds: work / (await measuredRate(run.device, run.precision, threads)),
  };
}
