// Run as a process of its own: a driver that is missing prints to standard error from native code, and may crash.
import { GraphBuilder } from '../graph/ops.ts';
import { openSession, type Device } from '../graph/session.ts';

const device = process.argv[2] as Device;
const g = new GraphBuilder();
const x = g.input('x', [2, 2]);
try {
  const session = await openSession({ y: g.matmul(x, x) }, '/', device, 1);
  await session.run({ x: { data: Float32Array.from([1, 2, 3, 4]), shape: [2, 2] } });
  await session.close();
} catch (error) {
  process.stdout.write((error as Error).message.replace(/^.*? on \w+: /, '').slice(0, 200));
  process.exitCode = 1;
}
