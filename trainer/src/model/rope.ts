import type { ModelConfig } from '../checkpoint/config.ts';

/**
 * Rotation frequencies, plain or YaRN (Peng et al. 2023, as in Hugging Face transformers): low frequencies are
 * interpolated by `factor`, high ones kept, with a linear ramp between.
 */
export function rotationFrequencies(config: ModelConfig): Float64Array {
  const half = config.headDim / 2;
  const { rope } = config;
  const base = Float64Array.from({ length: half }, (_, i) => rope.theta ** (-(2 * i) / config.headDim));
  if (rope.type !== 'yarn') return base;
  const dimensionAt = (rotations: number): number => (config.headDim * Math.log(rope.originalLength / (rotations * 2 * Math.PI))) / (2 * Math.log(rope.theta));
  const low = Math.max(0, Math.floor(dimensionAt(rope.betaFast)));
  const high = Math.min(config.headDim - 1, Math.ceil(dimensionAt(rope.betaSlow)));
  return base.map((frequency, i) => {
    const ramp = Math.min(1, Math.max(0, (i - low) / Math.max(high - low, 0.001)));
    return (frequency / rope.factor) * ramp + frequency * (1 - ramp);
  });
}

/** Rotations of tokens, (tokens, headDim / 2) each; those of queries carry their scale. */
export interface RotationTables {
  readonly cos: Float32Array;
  readonly sin: Float32Array;
  readonly queryCos: Float32Array;
  readonly querySin: Float32Array;
}

/** Rotation tables by position, each position computed once: a step of thousands of tokens has the same few thousand positions again. */
export class Rotations {
  readonly #config: ModelConfig;
  readonly #frequencies: Float64Array;
  #known: RotationTables = { cos: new Float32Array(), sin: new Float32Array(), queryCos: new Float32Array(), querySin: new Float32Array() };

  constructor(config: ModelConfig) {
    this.#config = config;
    this.#frequencies = rotationFrequencies(config);
  }

  /** Of tokens at these positions of their rows. */
  of(positions: readonly number[]): RotationTables {
    const half = this.#frequencies.length;
    const last = positions.reduce((most, position) => Math.max(most, position), 0);
    if ((last + 1) * half > this.#known.cos.length) this.#known = this.#upTo(Math.max(last + 1, (2 * this.#known.cos.length) / half));
    const pick = (known: Float32Array): Float32Array => {
      const picked = new Float32Array(positions.length * half);
      positions.forEach((position, row) => picked.set(known.subarray(position * half, (position + 1) * half), row * half));
      return picked;
    };
    const { cos, sin, queryCos, querySin } = this.#known;
    return { cos: pick(cos), sin: pick(sin), queryCos: pick(queryCos), querySin: pick(querySin) };
  }

  #upTo(count: number): RotationTables {
    const { rope, headDim } = this.#config;
    const half = this.#frequencies.length;
    const [cos, sin, queryCos, querySin] = [0, 1, 2, 3].map(() => new Float32Array(count * half)) as [Float32Array, Float32Array, Float32Array, Float32Array];
    for (let position = 0; position < count; position++) {
      const scale = queryScale(this.#config, position) * headDim ** -0.5;
      for (let i = 0; i < half; i++) {
        const at = position * half + i;
        const angle = position * this.#frequencies[i]!;
        cos[at] = Math.cos(angle) * rope.attentionFactor;
        sin[at] = Math.sin(angle) * rope.attentionFactor;
        queryCos[at] = cos[at]! * scale;
        querySin[at] = sin[at]! * scale;
      }
    }
    return { cos, sin, queryCos, querySin };
  }
}

/** 1 + β·ln(1 + ⌊position / original length⌋), Llama 4's scaling as Ministral 3 uses it; 1 without β. */
export function queryScale(config: ModelConfig, position: number): number {
  const { queryBeta, originalLength } = config.rope;
  return queryBeta === 0 ? 1 : 1 + queryBeta * Math.log(1 + Math.floor(position / originalLength));
}
