/** Calls are answered in the order in which they came, since each takes the first open slots; what they wait for is made side by side. */
export class WaitingLine {
  /** Makes ready what a call is likely to get: so many items, behind those that calls before it wait for. */
  readonly #prepare: (before: number, wanted: number) => Promise<void>;
  /** Items that calls under way wait for. */
  #awaited = 0;
  #last: Promise<void> = Promise.resolve();

  constructor(prepare: (before: number, wanted: number) => Promise<void>) {
    this.#prepare = prepare;
  }

  /** Answers when the calls before it went on and its items are ready, or could not be made: `answer` meets that again. */
  async pass<T>(wanted: number, answer: () => Promise<T>): Promise<T> {
    const inLine = this.#last;
    const before = this.#awaited;
    this.#awaited += wanted;
    this.#last = Promise.allSettled([this.#prepare(before, wanted), inLine]).then(() => {});
    try {
      await this.#last;
      return await answer();
    } finally {
      this.#awaited -= wanted;
    }
  }
}
