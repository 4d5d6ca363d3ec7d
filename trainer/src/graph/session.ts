import * as ort from 'onnxruntime-node';
import { TrainerError } from '../errors.ts';
import { encodeModel } from './onnx.ts';
import { sizeOf, type Tensor } from './tensor.ts';

export const devices = ['cuda', 'webgpu', 'cpu'] as const;
export type Device = (typeof devices)[number];

export type Feed = Readonly<Record<string, { readonly data: Float32Array | BigInt64Array; readonly shape: readonly number[] }>>;

/** A compiled graph. The only place that knows onnxruntime. */
export interface Session {
  /** Its outputs are float32, and the same arrays each time: the next run writes over them. */
  run(feed: Feed): Promise<Record<string, Float32Array>>;
  close(): Promise<void>;
}

/**
 * @param folder where the files of external constants lie
 * Measured options: without prepacking the weights stay mapped file pages; the memory pattern doubles memory from the
 * second step on; the arena keeps what the largest step took (11.7 GB where 4.2 do) and is no faster.
 */
export async function openSession(outputs: Readonly<Record<string, Tensor>>, folder: string, device: Device, threads: number): Promise<Session> {
  const model = encodeModel(outputs);
  const kept = Object.fromEntries(Object.entries(outputs).map(([name, { shape }]) => [name, new ort.Tensor('float32', new Float32Array(sizeOf(shape)), [...shape])]));
  const session = await ort.InferenceSession.create(model, {
    executionProviders: [device],
    intraOpNumThreads: threads,
    enableMemPattern: false,
    enableCpuMemArena: false,
    logSeverityLevel: 3,
    // Folded, a cast of 16-bit weights would stand in memory for good.
    extra: { optimization: { disable_specified_optimizers: 'ConstantFolding' }, session: { disable_prepacking: '1', model_external_initializers_file_folder_path: folder } },
  } as ort.InferenceSession.SessionOptions).catch((error: unknown) => {
    throw new TrainerError(`the training graph does not run on ${device}: ${(error as Error).message.split('\n')[0]}`);
  });
  return {
    async run(feed) {
      const inputs = Object.fromEntries(
        Object.entries(feed).map(([name, { data, shape }]) => [name, new ort.Tensor(data instanceof Float32Array ? 'float32' : 'int64', data as never, [...shape])]),
      );
      const results = await session.run(inputs, kept);
      return Object.fromEntries(Object.entries(results).map(([name, tensor]) => [name, tensor.data as Float32Array]));
    },
    close: () => session.release(),
  };
}
