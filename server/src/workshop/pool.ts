import os from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Pack, PackOptions } from '@case-swarm/schema';
import { Piscina } from 'piscina';
import { prepareTarget, type Judgement, type PreparedTarget } from './tasks.ts';
import type { Workshop } from './workshop.ts';

/** Threads that the server uses by default: the main one is left a core where there are several. */
export const defaultThreads = (): number => Math.max(1, Math.min(8, os.availableParallelism() - 1));

/** Works in a pool of threads, so that requests are answered while texts are judged. */
export function pooledWorkshop(pack: Pack, options: PackOptions, threads: number): Workshop {
  const pool = new Piscina({
    filename: fileURLToPath(new URL('worker.js', import.meta.url)),
    workerData: options,
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: 2,
  });
  return {
    prepare: (order) => pool.run(order, { name: 'prepare' }) as Promise<PreparedTarget>,
    judge: (order) => pool.run(order, { name: 'judge' }) as Promise<Judgement>,
    prepareNow: (order) => prepareTarget(pack, order),
    close: () => pool.destroy(),
  };
}
