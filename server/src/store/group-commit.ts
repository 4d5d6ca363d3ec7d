interface Waiting {
  readonly work: () => unknown;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Gathers the writes of one turn of the event loop into one transaction (a durable commit costs far more than the
 * statements in it); a patient write waits some milliseconds for more. Each work has its own savepoint, so that one that
 * throws undoes itself alone. Promises settle after the commit: nothing is acknowledged that could be lost.
 */
export class GroupCommit {
  readonly #waiting: Waiting[] = [];
  #scheduled = false;
  #timer: NodeJS.Timeout | undefined;
  readonly #transaction: (run: () => void) => void;
  readonly #savepoint: (run: () => unknown) => unknown;

  constructor(transaction: (run: () => void) => void, savepoint: (run: () => unknown) => unknown) {
    this.#transaction = transaction;
    this.#savepoint = savepoint;
  }

  run<T>(work: () => T, patienceMs = 0): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ work, resolve: resolve as (value: never) => void, reject });
      if (this.#scheduled) return;
      if (patienceMs > 0) {
        this.#timer ??= setTimeout(() => this.#flush(), patienceMs);
        return;
      }
      this.#scheduled = true;
      setImmediate(() => this.#flush());
    });
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#scheduled = false;
    const batch = this.#waiting.splice(0);
    if (batch.length === 0) return;
    const settled: (() => void)[] = [];
    try {
      this.#transaction(() => {
        for (const { work, resolve, reject } of batch) {
          try {
            const value = this.#savepoint(work) as never;
            settled.push(() => resolve(value));
          } catch (error) {
            if (isFatal(error)) throw error;
            settled.push(() => reject(error));
          }
        }
      });
    } catch (error) {
      for (const { reject } of batch) reject(error);
      return;
    }
    for (const settle of settled) settle();
  }
}

/** After these SQLite has given up the whole transaction. */
const isFatal = (error: unknown): boolean => /^SQLITE_(FULL|IOERR|NOMEM|CORRUPT|READONLY)/.test((error as { code?: string }).code ?? '');
