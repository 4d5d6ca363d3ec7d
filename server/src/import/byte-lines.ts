import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

export interface ByteLine {
  /** From 1. */
  readonly line: number;
  readonly offset: number;
  readonly length: number;
  /** Undefined where the bytes are no UTF-8, or the line is longer than any row can be. */
  readonly text: string | undefined;
  readonly fault?: string;
}

const NEWLINE = 0x0a;
/** A row with its prompt and texts has some kilobytes; a file without line ends must not fill the memory. */
const LONGEST = 16 * 1024 * 1024;

/** Lines of a file of any size, with where they stand; one line at a time is held. */
export async function* byteLines(file: string): AsyncGenerator<ByteLine> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let parts: Buffer[] = [];
  let held = 0;
  let offset = 0;
  let line = 0;
  const finish = (): ByteLine => {
    line++;
    const start = offset;
    offset += held + 1;
    const bytes = Buffer.concat(parts);
    const length = held;
    parts = [];
    held = 0;
    if (length > LONGEST) return { line, offset: start, length, text: undefined, fault: `longer than ${LONGEST} bytes` };
    try {
      return { line, offset: start, length, text: decoder.decode(bytes) };
    } catch {
      return { line, offset: start, length, text: undefined, fault: 'not UTF-8' };
    }
  };
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 16 }) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      if (held <= LONGEST) parts.push(chunk.subarray(from, at));
      held += at - from;
      from = at + 1;
      yield finish();
    }
    if (from === chunk.length) continue;
    // Copied, so that a long line does not keep whole chunks alive; past the limit only its length counts.
    if (held <= LONGEST) parts.push(Buffer.from(chunk.subarray(from)));
    held += chunk.length - from;
  }
  if (held > 0) yield finish();
}

/** Reads pieces of a file by their place. */
export async function pieceReader(file: string): Promise<{ read(offset: number, length: number): Promise<string>; close(): Promise<void> }> {
  const handle = await open(file);
  return {
    async read(offset, length) {
      const bytes = Buffer.alloc(length);
      await handle.read(bytes, 0, length, offset);
      return bytes.toString('utf8');
    },
    close: () => handle.close(),
  };
}
