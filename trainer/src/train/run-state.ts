import type { ModelConfig } from '../checkpoint/config.ts';
import { loraParameters } from '../model/step.ts';
import { newAdamState, type AdamState } from './adamw.ts';
import { seeded } from './random.ts';

/** All that the numbers of the next step follow from, beside options and rows. */
export interface RunState {
  step: number;
  readonly parameters: Map<string, Float32Array>;
  readonly adam: AdamState;
}

/** A: uniform as Kaiming with a = √5 (bound 1/√in), B: zeros, so that training starts at the base model. */
export function firstRunState(config: ModelConfig, rank: number, seed: number): RunState {
  const random = seeded(seed);
  const parameters = new Map(
    loraParameters(config, rank).map(({ name, shape: [rows, columns] }) => {
      const bound = 1 / Math.sqrt(columns);
      return [name, name.endsWith('lora_A') ? Float32Array.from({ length: rows * columns }, () => (random() * 2 - 1) * bound) : new Float32Array(rows * columns)];
    }),
  );
  return { step: 0, parameters, adam: newAdamState() };
}
