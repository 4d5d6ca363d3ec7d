import { Xxh64 } from '@node-rs/xxhash';
import { appendFileSync, closeSync, existsSync, openSync, readSync, renameSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const CHUNK = 1 << 20;

/** What a growing file held at one moment: its length in bytes and the xxHash-64 of them. */
export const fileMarkSchema = z.object({ bytes: z.number(), hash: z.string() });
type FileMark = z.infer<typeof fileMarkSchema>;

/** A file that lines are appended to, and that can be told from one that something else has changed. */
export class GrowingFile {
  readonly #path: string;
  #hash = new Xxh64();
  #bytes = 0;
  #anew = false;

  constructor(path: string) {
    this.#path = path;
  }

  /** Goes on beside the old file, which stays as it is until `replace`. */
  begin(): void {
    writeFileSync(`${this.#path}.tmp`, '');
    this.#reset();
    this.#anew = true;
  }

  replace(): void {
    renameSync(`${this.#path}.tmp`, this.#path);
    this.#anew = false;
  }

  append(text: string): void {
    const bytes = Buffer.from(text);
    appendFileSync(this.#anew ? `${this.#path}.tmp` : this.#path, bytes);
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
  }

  get mark(): FileMark {
    return { bytes: this.#bytes, hash: this.#hash.digest().toString(16) };
  }

  /** Goes on from a mark, without what was written after it; false where the file is not what it was then. */
  resume(mark: FileMark): boolean {
    this.#reset();
    if (!existsSync(this.#path) || statSync(this.#path).size < mark.bytes) return false;
    const file = openSync(this.#path, 'r');
    try {
      const chunk = Buffer.alloc(Math.min(CHUNK, Math.max(1, mark.bytes)));
      while (this.#bytes < mark.bytes) {
        const read = readSync(file, chunk, 0, Math.min(chunk.length, mark.bytes - this.#bytes), this.#bytes);
        if (read === 0) return false;
        this.#hash.update(chunk.subarray(0, read));
        this.#bytes += read;
      }
    } finally {
      closeSync(file);
    }
    if (this.mark.hash !== mark.hash) return false;
    truncateSync(this.#path, mark.bytes);
    return true;
  }

  endsWith(text: string): boolean {
    const wanted = Buffer.from(text);
    const found = Buffer.alloc(wanted.length);
    const file = openSync(this.#path, 'r');
    try {
      readSync(file, found, 0, wanted.length, Math.max(0, this.#bytes - wanted.length));
    } finally {
      closeSync(file);
    }
    return found.equals(wanted);
  }

  #reset(): void {
    this.#hash = new Xxh64();
    this.#bytes = 0;
  }
}
