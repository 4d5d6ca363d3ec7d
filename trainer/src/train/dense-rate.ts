import type { Precision } from '../graph/numbers.ts';
import { GraphBuilder } from '../graph/ops.ts';
import { openSession, type Device } from '../graph/session.ts';
import type { Tensor } from '../graph/tensor.ts';

/** Products of a chain, and the side of their matrices: enough to fill the device, and made on it, so that nothing is carried there. */
const YARDSTICK: Record<Device, { readonly side: number; readonly products: number }> = {
  cuda: { side: 8192, products: 20 },
  webgpu: { side: 2048, products: 20 },
  cpu: { side: 768, products: 5 },
};

/** Floating-point operations a second of products of square matrices, the dense rate of the device. */
export async function measuredRate(device: Device, precision: Precision, threads: number): Promise<number> {
  const { side, products } = YARDSTICK[device];
  const g = new GraphBuilder();
  const line = g.input('line', [side]);
  const matrix = (scale: number): Tensor => {
    const phases = g.mul(g.reshape(line, [side, 1]), g.reshape(line, [1, side]));
    return g.cast(g.scale(g.node('Sin', [phases], [side, side]), scale), precision);
  };
  const weight = matrix(1.5 / Math.sqrt(side));
  const chain = (length: number): Tensor => {
    let x = matrix(1);
    for (let i = 0; i < length; i++) x = g.linear(x, weight);
    return g.cast(g.firstElement(x), 'float32');
  };
  const feed = { line: { data: Float32Array.from({ length: side }, (_, i) => (i * 0.618) % 37), shape: [side] } };
  const seconds = async (length: number): Promise<number> => {
    const session = await openSession({ y: chain(length) }, '/', device, threads);
    const times: number[] = [];
    for (let run = 0; run < 4; run++) {
      const started = performance.now();
      await session.run(feed);
      if (run > 0) times.push((performance.now() - started) / 1000);
    }
    await session.close();
    return Math.min(...times);
  };
  const taken = (await seconds(products + 1)) - (await seconds(1));
  return (products * 2 * side ** 3) / Math.max(taken, 1e-9);
}
