import { closeSync, openSync, readSync } from 'node:fs';

const CHUNK = 1 << 16;

/** Lines of a UTF-8 file, read a chunk at a time. */
export function* readLines(file: string): Generator<string> {
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(CHUNK);
    const decoder = new TextDecoder('utf-8');
    let rest = '';
    for (;;) {
      const size = readSync(handle, bytes, 0, CHUNK, null);
      rest += decoder.decode(bytes.subarray(0, size), { stream: size > 0 });
      const lines = rest.split('\n');
      rest = lines.pop()!;
      yield* lines;
      if (size === 0) break;
    }
    if (rest !== '') yield rest;
  } finally {
    closeSync(handle);
  }
}
