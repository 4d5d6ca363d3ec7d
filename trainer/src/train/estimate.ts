import { readFileSync } from 'node:fs';
import os from 'node:os';
import { shapeOf, projections } from '../checkpoint/weights.ts';
import type { ModelConfig } from '../checkpoint/config.ts';
import { GraphBuilder } from '../graph/ops.ts';
import { openSession, type Device } from '../graph/session.ts';
import { loraParameters } from '../model/step.ts';

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

const projectionWeights = (config: ModelConfig): number =>
  config.layers * projections.reduce((sum, projection) => sum + shapeOf(config, projection)[0] * shapeOf(config, projection)[1], 0);

/** Memory that the machine can still give, in bytes. */
function presentMemory(): number {
  try {
    const kilobytes = /^MemAvailable:\s+(\d+)/m.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1];
    if (kilobytes !== undefined) return Number(kilobytes) * 1024;
  } catch {
    return os.freemem();
  }
  return os.freemem();
}

/** Floating-point operations a second of a product of 768×768 matrices on the device: the yardstick of the time estimate. */
async function measuredRate(device: Device, threads: number): Promise<number> {
  const side = 768;
  const g = new GraphBuilder();
  const session = await openSession({ y: g.linear(g.input('x', [side, side]), g.input('w', [side, side])) }, '/', device, threads);
  const feed = { x: { data: new Float32Array(side * side), shape: [side, side] }, w: { data: new Float32Array(side * side), shape: [side, side] } };
  await session.run(feed);
  const started = performance.now();
  const runs = 5;
  for (let run = 0; run < runs; run++) await session.run(feed);
  const seconds = (performance.now() - started) / 1000;
  await session.close();
  return (runs * 2 * side ** 3) / seconds;
}

/** What a run will take, from the model's shape: products of weights and attention; activations of a block at a time where they are computed again. */
export async function estimateRun(
  config: ModelConfig,
  run: {
    readonly length: number;
    readonly rank: number;
    readonly fourBit: boolean;
    readonly recompute: boolean;
    readonly tokens: number;
    readonly device: Device;
    readonly threads: number;
    readonly stored: number;
  },
): Promise<Estimate> {
  const weights = projectionWeights(config);
  const lora = loraParameters(config, run.rank).reduce((sum, { shape }) => sum + shape[0] * shape[1], 0);
  const { hidden, intermediate, heads, layers, vocabulary } = config;
  const blockBytes = run.length * (14 * hidden + 6 * intermediate + 3 * heads * run.length) * FLOAT;
  const kept = run.recompute ? layers * run.length * hidden * FLOAT + blockBytes : layers * blockBytes;
  // Parameters, two moments, the step's sum and the runtime's outputs; a chunk of scores and its gradient.
  const memory = PROCESS_BYTES + 5 * lora * FLOAT + kept + 3 * 128 * vocabulary * FLOAT;
  const embedding = vocabulary * hidden;
  const work = (run.recompute ? 6 : 4) * (weights + embedding / 2) * run.tokens;
  return {
    memory,
    mapped: run.fourBit ? weights * FOUR_BIT_BYTES + embedding * 2 : run.stored,
    present: presentMemory(),
    seconds: work / (await measuredRate(run.device, run.threads)),
  };
}
