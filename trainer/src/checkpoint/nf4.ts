/** The sixteen levels of NF4 (Dettmers et al. 2023, QLoRA). */
export const NF4 = Float32Array.from([
  -1, -0.6961928009986877, -0.5250730514526367, -0.39491748809814453, -0.28444138169288635, -0.18477343022823334, -0.09105003625154495, 0, 0.07958029955625534, 0.16093020141124725,
  0.24611230194568634, 0.33791524171829224, 0.44070982933044434, 0.5626170039176941, 0.7229568362236023, 1,
]);
const MIDPOINTS = Float32Array.from({ length: 15 }, (_, i) => (NF4[i]! + NF4[i + 1]!) / 2);

/** Side of a tile: 16 rows by 16 columns share one absmax. */
export const TILE = 16;

export interface Packed {
  /** Two weights a byte, the first in the high half. */
  readonly codes: Uint8Array;
  readonly absmax: Float32Array;
}

function nearest(value: number): number {
  let low = 0;
  let high = 15;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value > MIDPOINTS[middle]!) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Quantises a (rows, columns) matrix to NF4 and packs it and its transpose. A whole tile shares its absmax, so both
 * packings hold the same numbers: the forward product x·Ŵᵀ and the backward one dy·Ŵ see one matrix, and both run as
 * `MatMulBnb4` with transB=1, the only form that is right on every provider.
 */
export function quantise(weights: Float32Array, rows: number, columns: number): { forward: Packed; backward: Packed } {
  if (rows % TILE !== 0 || columns % TILE !== 0) throw new RangeError(`a (${rows}, ${columns}) matrix does not split into ${TILE}×${TILE} tiles`);
  const acrossTiles = columns / TILE;
  const downTiles = rows / TILE;
  const tileMax = new Float32Array(downTiles * acrossTiles);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      const tile = Math.floor(r / TILE) * acrossTiles + Math.floor(c / TILE);
      const size = Math.abs(weights[r * columns + c]!);
      if (size > tileMax[tile]!) tileMax[tile] = size;
    }
  const forward = { codes: new Uint8Array((rows * columns) / 2), absmax: new Float32Array(rows * acrossTiles) };
  const backward = { codes: new Uint8Array((rows * columns) / 2), absmax: new Float32Array(columns * downTiles) };
  for (let r = 0; r < rows; r++) for (let t = 0; t < acrossTiles; t++) forward.absmax[r * acrossTiles + t] = tileMax[Math.floor(r / TILE) * acrossTiles + t]!;
  for (let c = 0; c < columns; c++) for (let t = 0; t < downTiles; t++) backward.absmax[c * downTiles + t] = tileMax[t * acrossTiles + Math.floor(c / TILE)]!;
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const max = tileMax[Math.floor(r / TILE) * acrossTiles + Math.floor(c / TILE)]!;
      const code = max === 0 ? 7 : nearest(weights[r * columns + c]! / max);
      put(forward.codes, r * columns + c, code);
      put(backward.codes, c * rows + r, code);
    }
  }
  return { forward, backward };
}

function put(codes: Uint8Array, index: number, code: number): void {
  codes[index >> 1]! |= index % 2 === 0 ? code << 4 : code;
}

/** The matrix that a packing stands for. */
export function dequantise(packed: Packed, rows: number, columns: number): Float32Array {
  const out = new Float32Array(rows * columns);
  for (let i = 0; i < out.length; i++) {
    const code = i % 2 === 0 ? packed.codes[i >> 1]! >> 4 : packed.codes[i >> 1]! & 15;
    out[i] = NF4[code]! * packed.absmax[Math.floor(i / TILE)]!;
  }
  return out;
}
