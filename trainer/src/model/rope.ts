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

/** cos and sin of every position, (positions, headDim / 2) each, and the query scale of each position. */
export function rotationTables(config: ModelConfig, positions: readonly number[]): { cos: Float32Array; sin: Float32Array; queryScale: Float32Array } {
  const frequencies = rotationFrequencies(config);
  const half = frequencies.length;
  const cos = new Float32Array(positions.length * half);
  const sin = new Float32Array(positions.length * half);
  const attention = config.rope.attentionFactor;
  positions.forEach((position, row) => {
    for (let i = 0; i < half; i++) {
      const angle = position * frequencies[i]!;
      cos[row * half + i] = Math.cos(angle) * attention;
      sin[row * half + i] = Math.sin(angle) * attention;
    }
  });
  return { cos, sin, queryScale: Float32Array.from(positions, (position) => queryScale(config, position)) };
}

/** 1 + β·ln(1 + ⌊position / original length⌋), Llama 4's scaling as Ministral 3 uses it; 1 without β. */
export function queryScale(config: ModelConfig, position: number): number {
  const { queryBeta, originalLength } = config.rope;
  return queryBeta === 0 ? 1 : 1 + queryBeta * Math.log(1 + Math.floor(position / originalLength));
}
