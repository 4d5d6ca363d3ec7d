import v8 from 'node:v8';

/**
 * Lets V8 collect before the heaps of all threads have grown by some percent, where it would let them double: a third less
 * memory, at no speed that could be measured. A command that streams many rows keeps to a quarter; a server under load has
 * more to mark each time.
 */
export function growHeapSlowly(percent = 25): void {
  v8.setFlagsFromString(`--heap-growing-percent=${percent}`);
}

/**
 * Limits of a thread whose every task drops what it allocated (a target, a verdict, a page of rows): a small space for new
 * objects is as fast as the 32 MB that V8 would take.
 */
export const SHORT_LIVED = { maxYoungGenerationSizeMb: 12 } as const;
