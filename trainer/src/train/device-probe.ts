// Run as a process of its own: a driver that is missing prints to standard error from native code, and may crash.
import type { Precision } from '../graph/numbers.ts';
import { GraphBuilder } from '../graph/ops.ts';
import { openSession, type Device } from '../graph/session.ts';

const [device, precision] = process.argv.slice(2) as [Device, Precision];
const g = new GraphBuilder();
const x = g.input('x', [2, 2]);
const narrow = g.cast(x, precision);
try {
  const session = await openSession({ y: g.cast(g.softmax(g.linear(narrow, narrow)), 'float32') }, '/', device, 1);
  await session.run({ x: { data: Float32Array.from([1, 2, 3, 4]), shape: [2, 2] } });
  await session.close();
} catch (error) {
  process.stdout.write((error as Error).message.replace(/^.*? on \w+: /, '').slice(0, 200));
  process.exitCode = 1;
}
