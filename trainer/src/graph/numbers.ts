import type { DataType } from './tensor.ts';

/** What activations and products are computed in. */
export type Precision = 'float32' | 'float16' | 'bfloat16';

/** Numbers as the bytes of a constant, rounded to the nearest, ties to even. @throws for a type that holds no floats */
export function floatBytes(values: readonly number[], type: DataType): Uint8Array {
  const floats = Float32Array.from(values);
  if (type === 'float32') return new Uint8Array(floats.buffer);
  const bits = new Uint32Array(floats.buffer);
  if (type === 'bfloat16') return new Uint8Array(Uint16Array.from(bits, (b) => (b + 0x7fff + ((b >>> 16) & 1)) >>> 16).buffer);
  if (type === 'float16') return new Uint8Array(Uint16Array.from(bits, halfBits).buffer);
  throw new Error(`${type} holds no floats`);
}

/** The sixteen bits of a half from the thirty-two of a float (IEEE 754). */
function halfBits(bits: number): number {
  const sign = (bits >>> 16) & 0x8000;
  const exponent = ((bits >>> 23) & 0xff) - 112;
  const mantissa = bits & 0x7fffff;
  if (exponent >= 31) return sign | 0x7c00 | (exponent === 143 && mantissa !== 0 ? 0x200 : 0);
  if (exponent < -10) return sign;
  // Below the smallest normal number the leading one is written out and shifted down.
  const [whole, dropped] = exponent > 0 ? [(exponent << 23) | mantissa, 13] : [mantissa | 0x800000, 14 - exponent];
  const kept = whole >>> dropped;
  const rest = whole & ((1 << dropped) - 1);
  const half = 1 << (dropped - 1);
  return sign | (kept + (rest > half || (rest === half && (kept & 1) === 1) ? 1 : 0));
}
