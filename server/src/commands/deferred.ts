/** What must be closed when a command ends, however it ends; run in reverse order of opening, as Go's `defer` does. */
export class Deferred {
  readonly #steps: (() => unknown)[] = [];

  add(step: () => unknown): void {
    this.#steps.push(step);
  }

  /** Runs every step; the first fault is thrown when all have run. */
  async run(): Promise<void> {
    let fault: { readonly error: unknown } | undefined;
    for (const step of this.#steps.splice(0).reverse()) {
      try {
        await step();
      } catch (error) {
        fault ??= { error };
      }
    }
    if (fault) throw fault.error;
  }
}
