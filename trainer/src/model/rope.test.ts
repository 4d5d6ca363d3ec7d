import { expect, test } from 'vitest';
import type { ModelConfig } from '../checkpoint/config.ts';
import { queryScale, rotationFrequencies, Rotations } from './rope.ts';

/** Ministral 3 3B's rotary settings. */
const config = {
  headDim: 128,
  rope: { type: 'yarn', theta: 1e6, factor: 16, originalLength: 16384, betaFast: 32, betaSlow: 1, attentionFactor: 1, queryBeta: 0.1 },
} as ModelConfig;

test('frequencies follow the published formula: kept above the ramp, divided by the factor below it', () => {
  const frequencies = rotationFrequencies(config);
  // Correction dimensions by hand: 64·ln(16384/(32·2π))/ln(1e6)·… = 20.38 and 36.43, floored and ceiled.
  const low = Math.floor((128 * Math.log(16384 / (32 * 2 * Math.PI))) / (2 * Math.log(1e6)));
  const high = Math.ceil((128 * Math.log(16384 / (2 * Math.PI))) / (2 * Math.log(1e6)));
  expect([low, high]).toEqual([20, 37]);
  expect(frequencies[0]).toBe(1);
  expect(frequencies[20]).toBeCloseTo(1e6 ** (-40 / 128), 12);
  expect(frequencies[37]).toBeCloseTo(1e6 ** (-74 / 128) / 16, 12);
  const ramp = (28 - 20) / 17;
  expect(frequencies[28]).toBeCloseTo(1e6 ** (-56 / 128) * (1 - ramp + ramp / 16), 12);
});

// One object for all: it grows as positions come.
const rotations = new Rotations(config);

test.each([
  [0, 1],
  [100, 1],
  [16383, 1],
  [16384, 1 + 0.1 * Math.log(2)],
  [40000, 1 + 0.1 * Math.log(3)],
])('position %i: query scale %f, angles of the frequencies', (position, scale) => {
  expect(queryScale(config, position)).toBeCloseTo(scale, 12);
  const { cos, sin, queryCos, querySin } = rotations.of([3, position]);
  const frequencies = rotationFrequencies(config);
  for (const i of [0, 20, 28, 37, 63]) {
    expect(cos[64 + i]).toBeCloseTo(Math.cos(position * frequencies[i]!), 5);
    expect(sin[64 + i]).toBeCloseTo(Math.sin(position * frequencies[i]!), 5);
    expect(queryCos[64 + i]).toBeCloseTo((Math.cos(position * frequencies[i]!) * scale) / Math.sqrt(128), 6);
    expect(querySin[64 + i]).toBeCloseTo((Math.sin(position * frequencies[i]!) * scale) / Math.sqrt(128), 6);
    expect(cos[i]).toBeCloseTo(Math.cos(3 * frequencies[i]!), 6);
  }
});
