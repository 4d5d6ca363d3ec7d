import { loadPack } from '@case-swarm/schema';
import { expect, test } from 'vitest';
import { measurePlan } from './report.ts';
import { planRows, planSequence } from './sequence.ts';

const { profile } = await loadPack();

const ROWS = 5000;

test.each([1, 77, 4242])('margins, pairs and exclusions hold over 5,000 rows (seed %i)', (seed) => {
  const rows = planRows(profile, seed, ROWS);
  const figures = measurePlan(profile, rows);
  expect(figures.worstMargin.rows).toBeLessThanOrEqual(1.5);
  expect(figures.worstPair.rows).toBeLessThanOrEqual(3 + 1e-9);
  expect(figures.excludedCells).toBe(0);
  expect(measurePlan(profile, rows.slice(0, 1000)).pairCoverage).toBe(1);
  for (const row of rows) {
    expect(row['secondary_topic']).not.toBe(row['primary_topic']);
    expect(row['hard_negative_mode'] !== null).toBe(row['complexity'] === 'hard_negative');
  }
});

test('a snapshot goes on as the sequence itself would', () => {
  const whole = planSequence(profile, 9);
  for (let row = 0; row < 500; row++) whole.next();
  const resumed = planSequence(profile, 9, JSON.parse(JSON.stringify(whole.snapshot())));
  for (let row = 0; row < 50; row++) expect(resumed.next()).toEqual(whole.next());
});

test('two seeds give two plans, one seed gives one', () => {
  expect(planRows(profile, 1, 20)).not.toEqual(planRows(profile, 2, 20));
  expect(planRows(profile, 1, 20)).toEqual(planRows(profile, 1, 20));
});
