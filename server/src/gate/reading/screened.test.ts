import fc from 'fast-check';
import { expect, test } from 'vitest';
import { screened } from './screened.ts';

const PATTERNS = [/abba/i, /(?:ca|ab)c b/, /b|ac/, /cab c{2}/, /\p{L} c/u, /aÉb/iu];
const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'A', 'é', 'É', ' '), maxLength: 24 });

test('no pattern that matches is left out', () => {
  const candidates = screened(PATTERNS);
  fc.assert(fc.property(text, (written) => PATTERNS.filter((pattern) => pattern.test(written)).every((pattern) => candidates(written).includes(pattern))));
});

test('a pattern whose string a text has not is left out, and the order is kept', () => {
  expect(screened(PATTERNS)('Abba')).toEqual([/abba/i, /b|ac/]);
  expect(screened([/cab/, /abb/])('abcab')).toEqual([/cab/]);
});
