import type { Precision } from '../graph/numbers.ts';
import { GraphBuilder } from '../graph/ops.ts';
import { openSession, type Device } from '../graph/session.ts';
import type { Tensor } from '../graph/tensor.ts';

/** Sides of the matrices to try, the larger only where the smaller are too quick to time, and products of a chain. Made on the device, so that nothing is carried there. */
const YARDSTICK: Record<Device, { readonly sides: readonly number[]; readonly products: number }> = {
  cuda: { sides: [2048, 8192], products: 20 },
  webgpu: { sides: [256, 2048], products: 10 },
  cpu: { sides: [768], products: 5 },
};
/** A chain that takes less is mostly overhead. */
const LEAST_SECONDS = 0.02;

/** Floating-point operations a second of products of square matrices, the dense rate of the device. */
export async function measuredRate(device: Device, precision: Precision, threads: number): Promise<number> {
  const { sides, products } = YARDSTICK[device];
  let rate = 0;
  for (const side of sides) {
    const taken = await secondsOf(side, products, { device, precision, threads });
    rate = (products * 2 * side ** 3) / taken;
    if (taken >= LEAST_SECONDS) break;
  }
  return rate;
}

/** What so many products of matrices of a side take beside one. */
async function secondsOf(side: number, products: number, { device, precision, threads }: { device: Device; precision: Precision; threads: number }): Promise<number> {
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
  return Math.max((await seconds(products + 1)) - (await seconds(1)), 1e-9);
}
