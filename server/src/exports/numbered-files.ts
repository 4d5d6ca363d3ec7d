import { mkdirSync, opendirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { instructionId, instructionNumber } from '../store/instruction-id.ts';
import { replaceFile } from './replace-file.ts';

const NAME = /^INS-\d{4,}\.json$/;

/** A folder with a JSON file for each of many instructions. */
export class NumberedFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  write(number: number, content: object): void {
    replaceFile(this.#pathOf(number), `${JSON.stringify(content, null, 2)}\n`);
  }

  remove(number: number): void {
    rmSync(this.#pathOf(number));
  }

  #pathOf(number: number): string {
    return path.join(this.#folder, `${instructionId(number)}.json`);
  }

  /** The instructions up to the number `most` that have a file; later ones are of another campaign, and go. Makes the folder. */
  read(most: number): NumberSet {
    mkdirSync(this.#folder, { recursive: true });
    const numbers = new NumberSet();
    const folder = opendirSync(this.#folder, { bufferSize: 256 });
    for (let entry = folder.readSync(); entry; entry = folder.readSync()) {
      if (!NAME.test(entry.name)) continue;
      const number = instructionNumber(path.basename(entry.name, '.json'));
      if (number <= most) numbers.add(number);
      else rmSync(path.join(this.#folder, entry.name));
    }
    folder.closeSync();
    return numbers;
  }
}

/** A set of small whole numbers at a byte each: a `Set` takes forty. */
export class NumberSet {
  #has = new Uint8Array(1024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(number: number): void {
    if (number >= this.#has.length) {
      const larger = new Uint8Array(Math.max(number + 1, this.#has.length * 2));
      larger.set(this.#has);
      this.#has = larger;
    }
    if (this.#has[number] === 0) this.#size++;
    this.#has[number] = 1;
  }

  has(number: number): boolean {
    return this.#has[number] === 1;
  }

  *[Symbol.iterator](): Generator<number> {
    for (let number = 0; number < this.#has.length; number++) if (this.#has[number] === 1) yield number;
  }
}
