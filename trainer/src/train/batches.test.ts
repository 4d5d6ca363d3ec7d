import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TokenRow } from '../dataset/tokenize.ts';
import { planBatches } from './batches.ts';

const rowsOf = (count: number): TokenRow[] => Array.from({ length: count }, (_, line) => ({ line, ids: [1, 2], learned: [false, true], truncated: false }));

test('every step has rows, a fraction of an epoch is that many rows, and no row comes a third time before all came twice', () => {
  const shapes = fc.record({ count: fc.integer({ min: 1, max: 60 }), perStep: fc.integer({ min: 1, max: 20 }), epochs: fc.double({ min: 0.01, max: 4, noNaN: true }) });
  fc.assert(
    fc.property(shapes, ({ count, perStep, epochs }) => {
      const plan = planBatches(rowsOf(count), perStep, epochs, 5);
      const steps = Array.from({ length: plan.steps }, (_, step) => plan.rowsOf(step));
      for (const step of steps.slice(0, -1)) expect(step).toHaveLength(perStep);
      expect(steps.at(-1)!.length).toBeGreaterThan(0);
      expect(steps.flat()).toHaveLength(Math.max(1, Math.round(count * epochs)));
      const times = new Map<number, number>();
      for (const { line } of steps.flat()) times.set(line, (times.get(line) ?? 0) + 1);
      expect(Math.max(...times.values()) - (times.size < count ? 0 : Math.min(...times.values()))).toBeLessThanOrEqual(1);
    }),
    { seed: 7, numRuns: 300 },
  );
});

test('twenty-four rows at 0.67 epochs, four a step, are sixteen rows in four steps', () => {
  expect(planBatches(rowsOf(24), 4, 0.67, 1).steps).toBe(4);
});
