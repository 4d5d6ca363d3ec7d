import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { ConstantData } from '../graph/tensor.ts';
import type { ModelConfig } from './config.ts';
import { quantise, TILE } from './nf4.ts';
import { readFloats, type StoredTensor } from './safetensors.ts';
import { blockOf, projections, storedBytes, type Weights } from './weights.ts';

/** A projection of the base in 4-bit tiles, forward and transposed. */
interface Quantised {
  readonly codes: ConstantData;
  readonly absmax: ConstantData;
  readonly backCodes: ConstantData;
  readonly backAbsmax: ConstantData;
}

/** The frozen base: tensors where they lie, and projections in 4-bit where that is asked. */
export interface Base {
  /** The folder under which all its files lie. */
  readonly root: string;
  /** Of its weights as they are stored. */
  readonly bytes: number;
  readonly stored: (name: string) => { readonly tensor: StoredTensor; readonly data: ConstantData };
  readonly quantised: ((name: string) => Quantised) | undefined;
}

type Layout = Record<string, readonly (readonly [offset: number, length: number])[]>;

export function openBase(weights: Weights, config: ModelConfig, fourBit: boolean, cacheFolder: string, onLayer: (layer: number) => void = () => {}): Base {
  const folder = path.resolve(weights.folder);
  const cache = fourBit ? buildCache(weights, config, path.resolve(cacheFolder), onLayer) : undefined;
  const root = cache ? commonAncestor(folder, path.dirname(cache.file)) : folder;
  const relative = (file: string): string => path.relative(root, file);
  return {
    root,
    bytes: storedBytes(weights),
    stored(name) {
      const tensor = weights.tensors.get(name)!;
      return { tensor, data: { kind: 'external', file: relative(path.join(folder, tensor.file)), offset: tensor.offset, length: tensor.length } };
    },
    quantised:
      cache &&
      ((name) => {
        const [codes, absmax, backCodes, backAbsmax] = cache.layout[name]!.map(([offset, length]): ConstantData => ({
          kind: 'external',
          file: relative(cache.file),
          offset,
          length,
        }));
        return { codes: codes!, absmax: absmax!, backCodes: backCodes!, backAbsmax: backAbsmax! };
      }),
  };
}

function commonAncestor(a: string, b: string): string {
  const left = a.split(path.sep);
  const right = b.split(path.sep);
  let shared = 0;
  while (shared < left.length && left[shared] === right[shared]) shared++;
  return left.slice(0, shared).join(path.sep) || path.sep;
}

/** Quantises every projection once; the file is named by what it was made from. */
function buildCache(weights: Weights, config: ModelConfig, cacheFolder: string, onLayer: (layer: number) => void): { file: string; layout: Layout } {
  const identity = createHash('sha256');
  for (const [name, tensor] of weights.tensors) {
    const { mtimeMs, size } = statSync(path.join(weights.folder, tensor.file));
    identity.update(`${name}|${tensor.file}|${tensor.offset}|${size}|${mtimeMs}\n`);
  }
  const stem = path.join(cacheFolder, `base-nf4-${identity.digest('hex').slice(0, 16)}`);
  const file = `${stem}.bin`;
  if (existsSync(file) && existsSync(`${stem}.json`)) return { file, layout: JSON.parse(readFileSync(`${stem}.json`, 'utf8')) as Layout };
  mkdirSync(cacheFolder, { recursive: true });
  const handle = openSync(`${file}.tmp`, 'w');
  const layout: Layout = {};
  let offset = 0;
  const write = (bytes: Uint8Array): readonly [number, number] => {
    // Page-aligned, so that the runtime can map each tensor by itself.
    const start = Math.ceil(offset / 4096) * 4096;
    writeSync(handle, bytes, 0, bytes.length, start);
    offset = start + bytes.length;
    return [start, bytes.length];
  };
  try {
    for (let layer = 0; layer < config.layers; layer++) {
      onLayer(layer);
      for (const projection of projections) {
        const name = `layers.${layer}.${blockOf(projection)}.${projection}.weight`;
        const tensor = weights.tensors.get(name)!;
        const { forward, backward } = quantise(readFloats(weights.folder, tensor), tensor.shape[0]!, tensor.shape[1]!);
        layout[name] = [forward.codes, bytesOf(forward.absmax), backward.codes, bytesOf(backward.absmax)].map(write);
      }
    }
  } finally {
    closeSync(handle);
  }
  renameSync(`${file}.tmp`, file);
  writeFileSync(`${stem}.json`, JSON.stringify(layout));
  return { file, layout };
}

const bytesOf = (values: Float32Array): Uint8Array => new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
export const tileSize = TILE;
