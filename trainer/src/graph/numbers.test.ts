import { expect, test } from 'vitest';
import { floatBytes } from './numbers.ts';

const bits = (values: readonly number[], type: 'float16' | 'bfloat16'): number[] => [...new Uint16Array(floatBytes(values, type).buffer)];

test('halves are those of IEEE 754: normal, subnormal, rounded to even, infinite', () => {
  expect(bits([0, -0, 1, -2, 65504, 0.1, 1 / 3], 'float16')).toEqual([0x0000, 0x8000, 0x3c00, 0xc000, 0x7bff, 0x2e66, 0x3555]);
  expect(bits([2 ** -14, 2 ** -15, 2 ** -24, 2 ** -25, 2 ** -26], 'float16')).toEqual([0x0400, 0x0200, 0x0001, 0x0000, 0x0000]);
  expect(bits([1 + 2 ** -11, 1 + 3 * 2 ** -11, 65520, 1e9, Infinity, -Infinity], 'float16')).toEqual([0x3c00, 0x3c02, 0x7c00, 0x7c00, 0x7c00, 0xfc00]);
  expect(bits([NaN], 'float16')[0]! & 0x7fff).toBeGreaterThan(0x7c00);
});

test('bfloat16 is the upper half of a float, rounded to even', () => {
  expect(bits([0, 1, -1e9, 1 + 2 ** -8, 1 + 3 * 2 ** -8, 0.1], 'bfloat16')).toEqual([0x0000, 0x3f80, 0xce6e, 0x3f80, 0x3f82, 0x3dcd]);
});

test('a type without floats is refused', () => {
  expect(() => floatBytes([1], 'int64')).toThrow('int64 holds no floats');
});
