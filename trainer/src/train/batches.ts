import type { TokenRow } from '../dataset/tokenize.ts';
import { seeded, shuffled } from './random.ts';

export interface BatchPlan {
  readonly steps: number;
  readonly rowsPerStep: number;
  /** The rows of a step, counted from 0. */
  rowsOf(step: number): readonly TokenRow[];
}

/** Rows in a new order each epoch, so many a step; a function of rows and seed alone, so a resumed run reads on where it was. */
export function planBatches(rows: readonly TokenRow[], rowsPerStep: number, epochs: number, seed: number): BatchPlan {
  // Whole rows: the last step has what is left of them.
  const whole = Math.max(1, Math.round(rows.length * epochs));
  const steps = Math.ceil(whole / rowsPerStep);
  const order = Array.from({ length: Math.ceil((steps * rowsPerStep) / rows.length) }, (_, epoch) => shuffled(rows, seeded(seed + epoch * 7919))).flat();
  return { steps, rowsPerStep, rowsOf: (step) => order.slice(step * rowsPerStep, Math.min((step + 1) * rowsPerStep, whole)) };
}
