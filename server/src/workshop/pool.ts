import os from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Pack, PackOptions } from '@case-swarm/schema';
import { Piscina, queueOptionsSymbol } from 'piscina';
import { SHORT_LIVED } from '../frugal-heap.ts';
import type { Judgement } from './judge-text.ts';
import { prepareTarget, type PreparedTarget } from './prepare-target.ts';
import { URGENT, UrgentQueue } from './urgent-queue.ts';
import type { Workshop } from './workshop.ts';

/** Threads that the server uses by default: two at least, since the main one leaves much of its core. */
export const defaultThreads = (): number => Math.max(2, Math.min(8, os.availableParallelism() - 1));

/** Works in a pool of threads, so that requests are answered while texts are judged. */
export function pooledWorkshop(pack: Pack, options: PackOptions, threads: number): Workshop {
  const pool = new Piscina({
    filename: fileURLToPath(new URL('worker.js', import.meta.url)),
    workerData: options,
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: 2,
    resourceLimits: SHORT_LIVED,
    taskQueue: new UrgentQueue(),
  });
  return {
    prepare: (order, urgent) => pool.run(urgent ? { ...order, [queueOptionsSymbol]: URGENT } : order, { name: 'prepare' }) as Promise<PreparedTarget>,
    judge: (order) => pool.run({ ...order, [queueOptionsSymbol]: URGENT }, { name: 'judge' }) as Promise<Judgement>,
    prepareNow: (order) => prepareTarget(pack, order),
    close: () => pool.destroy(),
  };
}
