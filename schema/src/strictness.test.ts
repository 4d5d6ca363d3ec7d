import { expect, test } from 'vitest';
import { readStrictness, strictnessOf } from './strictness.ts';

const table = readStrictness({ default: 'should', leaves: { 'patrimoine.actifs': 'must', 'patrimoine.actifs.*.libelle': 'should' }, reasons: { noise: 'should' } }, 'table');

test('the longest pattern that fits a leaf counts, then the default', () => {
  expect(strictnessOf(table, 'fact-missing', 'patrimoine.actifs.3.valeur')).toBe('must');
  expect(strictnessOf(table, 'fact-missing', 'patrimoine.actifs.3.libelle')).toBe('should');
  expect(strictnessOf(table, 'fact-missing', 'patrimoine.actifs_autres')).toBe('should');
});

test('a reason comes before the leaf; what is about no leaf and not named is held strictly', () => {
  expect(strictnessOf(table, 'noise', undefined)).toBe('should');
  expect(strictnessOf(table, 'figure-not-in-target', undefined)).toBe('must');
});

test('a wrong table is told with its key', () => {
  expect(() => readStrictness({ leaves: { a: 'often' } }, 'soft.json')).toThrow(/soft\.json: leaves\.a is neither/);
  expect(() => readStrictness({ leafs: {} }, 'soft.json')).toThrow(/has the key “leafs”/);
  expect(() => readStrictness([], 'soft.json')).toThrow(/is not an object/);
});
