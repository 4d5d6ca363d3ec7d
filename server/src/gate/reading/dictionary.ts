/**
 * French words and their morphology as a minimal acyclic automaton, read where it lies. Built by `scripts/french-data.js`
 * from dictionary-fr (MPL-2.0) and Lefff (LGPL-LR); `data/NOTICE.md` keeps their notices.
 */
export class Dictionary {
  readonly #edges: Uint32Array;
  readonly #letters = new Map<number, number>();
  readonly #codes: Uint32Array;
  /** Words come again and again; what was read of them is kept while they are few. */
  readonly #tags = new Map<string, readonly string[]>();
  readonly #has = new Map<string, boolean>();

  constructor(bytes: Uint8Array) {
    const packed = new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    const count = packed[0]!;
    this.#codes = packed.subarray(1, 1 + count);
    this.#codes.forEach((code, i) => this.#letters.set(code, i));
    this.#edges = packed.subarray(1 + count);
  }

  /** Whether the word stands in the dictionary as it is written, or in lower case. */
  has(word: string): boolean {
    const known = this.#has.get(word);
    if (known !== undefined) return known;
    const has = this.#knows(word) || this.#knows(word.toLowerCase());
    return keep(this.#has, word, has);
  }

  #knows(word: string): boolean {
    const edge = this.#walk(word);
    return edge >= 0 && (this.#edges[edge]! & FINAL) !== 0;
  }

  /** Morphology of a word: `Nms` a masculine singular noun, `A` adjectives, `K` participles, `W` infinitives, `V3s` and `V3p` verbs. */
  tags(word: string): readonly string[] {
    const known = this.#tags.get(word);
    if (known) return known;
    return keep(this.#tags, word, this.#readTags(word.toLowerCase()));
  }

  #readTags(word: string): readonly string[] {
    const edge = this.#walk(word);
    if (edge < 0) return [];
    const tagEdge = this.#follow(edge, TAG);
    if (tagEdge < 0) return [];
    const tags: string[] = [];
    const collect = (from: number, text: string): void => {
      let at = this.#edges[from]! >>> 10;
      if (at === 0) return;
      for (; ; at++) {
        const edgeValue = this.#edges[at]!;
        const next = text + String.fromCodePoint(this.#codes[edgeValue & 255]!);
        if (edgeValue & FINAL) tags.push(next);
        collect(at, next);
        if (edgeValue & LAST) return;
      }
    };
    collect(tagEdge, '');
    return tags;
  }

  /** Index of the edge that the word ends on, or -1. */
  #walk(word: string): number {
    let node = 0;
    let edge = -1;
    for (let i = 0; i < word.length; i++) {
      if (i > 0) {
        node = this.#edges[edge]! >>> 10;
        if (node === 0) return -1;
      }
      edge = this.#find(node, word.charCodeAt(i));
      if (edge < 0) return -1;
    }
    return edge;
  }

  #follow(edge: number, code: number): number {
    const node = this.#edges[edge]! >>> 10;
    return node === 0 ? -1 : this.#find(node, code);
  }

  #find(node: number, code: number): number {
    const letter = this.#letters.get(code);
    if (letter === undefined) return -1;
    for (let at = node; ; at++) {
      const edge = this.#edges[at]!;
      if ((edge & 255) === letter) return at;
      if (edge & LAST) return -1;
    }
  }
}

const MOST_KEPT = 20_000;
/** No French word is longer; what a stranger sends may be. */
const LONGEST_KEPT = 40;

function keep<T>(kept: Map<string, T>, word: string, read: T): T {
  if (word.length > LONGEST_KEPT) return read;
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(word, read);
  return read;
}

const LAST = 256;
const FINAL = 512;
const TAG = 1;
