import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { TrainerError } from '../errors.ts';
import type { DataType } from '../graph/tensor.ts';

/** A tensor where it lies: no copy is made. */
export interface StoredTensor {
  readonly file: string;
  readonly offset: number;
  readonly length: number;
  readonly shape: readonly number[];
  readonly type: DataType;
}

const TYPES: Record<string, readonly [DataType, bytes: number]> = { F32: ['float32', 4], F16: ['float16', 2], BF16: ['bfloat16', 2] };
const MOST_HEADER = 100 * 1024 * 1024;

/** Reads one file's header. @throws TrainerError where the file is cut or its header broken */
export function readTensors(folder: string, name: string): Map<string, StoredTensor> {
  const file = path.join(folder, name);
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch (error) {
    throw new TrainerError(`cannot open ${file}: ${(error as Error).message}`);
  }
  try {
    const { size } = fstatSync(handle);
    const head = Buffer.alloc(8);
    const broken = (why: string): TrainerError => new TrainerError(`${file} is not a whole safetensors file (${why}); download or copy it again`);
    if (size < 8 || readSync(handle, head, 0, 8, 0) < 8) throw broken(`${size} bytes`);
    const length = Number(head.readBigUInt64LE(0));
    if (length > MOST_HEADER || 8 + length > size) throw broken(`its header of ${length} bytes passes the end`);
    const text = Buffer.alloc(length);
    readSync(handle, text, 0, length, 8);
    let header: Record<string, { dtype: string; shape: number[]; data_offsets: [number, number] }>;
    try {
      header = JSON.parse(text.toString('utf8')) as typeof header;
    } catch {
      throw broken('its header is not JSON');
    }
    const tensors = new Map<string, StoredTensor>();
    for (const [key, entry] of Object.entries(header)) {
      if (key === '__metadata__') continue;
      const [from, to] = entry.data_offsets;
      const type = TYPES[entry.dtype];
      if (8 + length + to > size) throw broken(`tensor ${key} passes the end`);
      if (!type) continue;
      if (to - from !== entry.shape.reduce((a, b) => a * b, 1) * type[1]) throw broken(`tensor ${key} has ${to - from} bytes for shape (${entry.shape.join(', ')})`);
      tensors.set(key, { file: name, offset: 8 + length + from, length: to - from, shape: entry.shape, type: type[0] });
    }
    return tensors;
  } finally {
    closeSync(handle);
  }
}

/** All tensors of a model folder: one file, or the shards of its index. */
export function readSafetensors(folder: string): Map<string, StoredTensor> {
  const index = path.join(folder, 'model.safetensors.index.json');
  if (!existsSync(index)) {
    if (!existsSync(path.join(folder, 'model.safetensors'))) throw new TrainerError(`${folder} holds no model.safetensors and no model.safetensors.index.json`);
    return readTensors(folder, 'model.safetensors');
  }
  const map = (JSON.parse(readFileSync(index, 'utf8')) as { weight_map: Record<string, string> }).weight_map;
  const all = new Map<string, StoredTensor>();
  for (const name of new Set(Object.values(map))) for (const [key, tensor] of readTensors(folder, name)) all.set(key, tensor);
  for (const key of Object.keys(map)) if (!all.has(key)) throw new TrainerError(`${index} names ${key} in ${map[key]}, which does not hold it`);
  return all;
}

/** Reads a tensor's bytes. */
export function readBytes(folder: string, tensor: StoredTensor): Buffer {
  const handle = openSync(path.join(folder, tensor.file), 'r');
  try {
    const bytes = Buffer.alloc(tensor.length);
    readSync(handle, bytes, 0, tensor.length, tensor.offset);
    return bytes;
  } finally {
    closeSync(handle);
  }
}

/** Reads a tensor as float32, whatever it is stored as. */
export function readFloats(folder: string, tensor: StoredTensor): Float32Array {
  const bytes = readBytes(folder, tensor);
  const count = tensor.shape.reduce((a, b) => a * b, 1);
  if (tensor.type === 'float32') return new Float32Array(bytes.buffer, bytes.byteOffset, count).slice();
  const out = new Float32Array(count);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const bits = new Uint32Array(out.buffer);
  for (let i = 0; i < count; i++) {
    const half = view.getUint16(i * 2, true);
    bits[i] = tensor.type === 'bfloat16' ? half << 16 : halfBits(half);
  }
  return out;
}

/** IEEE half precision to the bits of a float32. */
function halfBits(half: number): number {
  const sign = (half & 0x8000) << 16;
  const exponent = (half >> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 31) return (sign | 0x7f800000 | (fraction << 13)) >>> 0;
  if (exponent > 0) return (sign | ((exponent + 112) << 23) | (fraction << 13)) >>> 0;
  if (fraction === 0) return sign >>> 0;
  const shift = Math.clz32(fraction) - 21;
  return (sign | ((113 - shift) << 23) | (((fraction << shift) & 0x3ff) << 13)) >>> 0;
}

/** The eight bytes of length and the header, padded so that data starts at a multiple of eight. */
function headerBytes(header: Record<string, unknown>): Buffer {
  const raw = Buffer.from(JSON.stringify({ __metadata__: { format: 'pt' }, ...header }));
  const text = Buffer.concat([raw, Buffer.alloc((8 - (raw.length % 8)) % 8, ' ')]);
  const head = Buffer.alloc(8);
  head.writeBigUInt64LE(BigInt(text.length));
  return Buffer.concat([head, text]);
}

/** Writes float32 tensors. */
export function writeSafetensors(file: string, tensors: ReadonlyMap<string, { readonly data: Float32Array; readonly shape: readonly number[] }>): void {
  const header: Record<string, unknown> = {};
  let offset = 0;
  for (const [name, { data, shape }] of tensors) {
    header[name] = { dtype: 'F32', shape, data_offsets: [offset, offset + data.byteLength] };
    offset += data.byteLength;
  }
  writeFileSync(file, Buffer.concat([headerBytes(header), ...[...tensors.values()].map(({ data }) => Buffer.from(data.buffer, data.byteOffset, data.byteLength))]));
}

/** Writes tensors that are made as they are written: a file of many gigabytes costs no memory. */
export function streamSafetensors(
  file: string,
  type: 'F32' | 'BF16',
  tensors: readonly { readonly name: string; readonly shape: readonly number[] }[],
  chunksOf: (name: string) => Iterable<Float32Array>,
): void {
  const header: Record<string, unknown> = {};
  let offset = 0;
  for (const { name, shape } of tensors) {
    const length = shape.reduce((a, b) => a * b, 1) * (type === 'F32' ? 4 : 2);
    header[name] = { dtype: type, shape, data_offsets: [offset, offset + length] };
    offset += length;
  }
  const handle = openSync(file, 'w');
  try {
    writeSync(handle, headerBytes(header));
    for (const { name } of tensors)
      for (const chunk of chunksOf(name)) {
        const floats = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
        writeSync(handle, type === 'F32' ? floats : bfloatBytes(new Uint32Array(chunk.buffer, chunk.byteOffset, chunk.length)));
      }
  } finally {
    closeSync(handle);
  }
}

/** Upper halves of float32, rounded to nearest even. */
function bfloatBytes(bits: Uint32Array): Uint8Array {
  const out = new Uint16Array(bits.length);
  for (let i = 0; i < bits.length; i++) out[i] = (bits[i]! + 0x7fff + ((bits[i]! >>> 16) & 1)) >>> 16;
  return new Uint8Array(out.buffer);
}
