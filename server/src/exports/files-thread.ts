import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { SHORT_LIVED } from '../frugal-heap.ts';
import type { DatasetPreview, PackOptions } from '@case-swarm/schema';

export interface FilesThreadData {
  readonly folder: string;
  readonly databaseFile: string;
  readonly packOptions: PackOptions;
}
export type FilesRequest = { readonly kind: 'open' | 'touch' | 'invalidate' | 'flush' | 'preview' | 'close'; readonly id: number };
export type FilesReply =
  | { readonly kind: 'done'; readonly id: number; readonly preview?: DatasetPreview }
  | { readonly kind: 'failed'; readonly id: number | undefined; readonly message: string };

/** Keeps the state folder's files in a thread with a database connection of its own: hundreds of small files would hold up requests. */
export class FilesThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { resolve: (preview: DatasetPreview | undefined) => void; reject: (error: Error) => void }>();
  readonly #onError: (message: string) => void;
  #last = 0;

  constructor(data: FilesThreadData, onError: (message: string) => void) {
    this.#onError = onError;
    this.#worker = new Worker(fileURLToPath(new URL('files-worker.js', import.meta.url)), { workerData: data, resourceLimits: SHORT_LIVED });
    this.#worker.on('message', (reply: FilesReply) => this.#settle(reply));
    this.#worker.on('error', (error) => {
      for (const { reject } of this.#waiting.values()) reject(error);
      this.#waiting.clear();
      onError(error.message);
    });
  }

  #settle(reply: FilesReply): void {
    const waiting = reply.id === undefined ? undefined : this.#waiting.get(reply.id);
    if (reply.id !== undefined) this.#waiting.delete(reply.id);
    if (reply.kind === 'done') waiting?.resolve(reply.preview);
    else if (waiting) waiting.reject(new Error(reply.message));
    else this.#onError(reply.message);
  }

  #ask(kind: FilesRequest['kind']): Promise<DatasetPreview | undefined> {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ kind, id } satisfies FilesRequest);
    });
  }

  /** Brings the files up to the database. @throws where the folder cannot be written */
  async open(): Promise<void> {
    await this.#ask('open');
  }
  /** Something was added: the files catch up within a moment. */
  touch(): void {
    this.#worker.postMessage({ kind: 'touch', id: 0 } satisfies FilesRequest);
  }
  /** Something was taken back: the files are written anew within a moment. */
  invalidate(): void {
    this.#worker.postMessage({ kind: 'invalidate', id: 0 } satisfies FilesRequest);
  }
  /** Resolves when the files have all that was committed before. */
  async flush(): Promise<void> {
    await this.#ask('flush');
  }
  /** What a dataset of the accepted cases would be: split sizes and its card. Takes a millisecond a case, in this thread. */
  async preview(): Promise<DatasetPreview> {
    return (await this.#ask('preview'))!;
  }
  /** Catches up a last time and ends the thread. */
  async close(): Promise<void> {
    await this.#ask('close');
    await this.#worker.terminate();
  }
}
