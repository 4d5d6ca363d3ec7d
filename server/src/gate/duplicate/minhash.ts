/** Rows of a signature: the standard error of an estimated Jaccard index is 1 / √64, an eighth. */
const HASHES = 64;
const BANDS = 16;
const ROWS = HASHES / BANDS;
/** Unlike hashes whose low bytes are equal. */
const BY_CHANCE = 1 / 256;
const SHINGLE = 3;
const CHUNK = 4096;

/** Word n-grams of a text as 32-bit hashes, sorted and without repeats. Shorter texts are one shingle. */
export function shinglesOf(words: readonly string[]): Uint32Array {
  const hashes = words.map(hashWord);
  const found = new Set<number>();
  if (hashes.length < SHINGLE) found.add(hashes.reduce(mix, 0x811c9dc5) >>> 0);
  for (let i = 0; i + SHINGLE <= hashes.length; i++) {
    let hash = 0x811c9dc5;
    for (let k = 0; k < SHINGLE; k++) hash = mix(hash, hashes[i + k]!);
    found.add(hash >>> 0);
  }
  return Uint32Array.from(found).sort();
}

/** FNV-1a over UTF-16 units; a word at a time it is faster in JavaScript than a call into native xxHash. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Murmur3's finaliser around a combination of two hashes. */
function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ b, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

// Odd multipliers and offsets of the 64 permutations, from one fixed sequence: signatures are stored and must not change.
const FACTORS = new Uint32Array(HASHES);
const OFFSETS = new Uint32Array(HASHES);
for (let i = 0, state = 0x9e3779b9; i < HASHES; i++) {
  state = mix(state, i + 1);
  FACTORS[i] = state | 1;
  state = mix(state, 0x51ed270b);
  OFFSETS[i] = state;
}

/** MinHash signature of a set of shingles (Broder 1997). */
export function signatureOf(shingles: Uint32Array): Uint32Array {
  const signature = new Uint32Array(HASHES).fill(0xffffffff);
  for (const shingle of shingles) {
    for (let i = 0; i < HASHES; i++) {
      let hash = (Math.imul(shingle, FACTORS[i]!) + OFFSETS[i]!) >>> 0;
      hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
      if (hash < signature[i]!) signature[i] = hash;
    }
  }
  return signature;
}

/** |A ∩ B| / |A ∪ B| of two sorted sets. */
export function jaccard(a: Uint32Array, b: Uint32Array): number {
  let common = 0;
  for (let i = 0, k = 0; i < a.length && k < b.length;) {
    if (a[i] === b[k]) {
      common++;
      i++;
      k++;
    } else if (a[i]! < b[k]!) i++;
    else k++;
  }
  const union = a.length + b.length - common;
  return union === 0 ? 1 : common / union;
}

/** A slot of a band's table that holds no row. */
const EMPTY = 0xffffffff;
/** A slot holds a row in its low bits and a byte of the key above them, so that most rows of other keys are passed over unread. */
const ROW_BITS = 24;
const ROW_MASK = (1 << ROW_BITS) - 1;
/** Rows that one index can hold. */
const MOST_ROWS = ROW_MASK;
const FIRST_SIZE = 1024;

/**
 * Locality-sensitive hashing over MinHash signatures: rows that share a band of four hashes are candidates. At a Jaccard
 * index of 0.8 a pair is found with probability 1 − (1 − 0.8⁴)¹⁶ ≈ 0.9998.
 *
 * Of each hash its low byte is kept (b-bit minwise hashing, Li and König 2010), 64 bytes a row: four of them are a band's
 * key, and all of them estimate the index once chance is allowed for, since two unlike hashes share a byte once in 256.
 * Each band is a table with open addressing that holds the newest row of each key. Some 150 bytes a row in all.
 */
export class MinHashIndex {
  readonly #signatures: Uint8Array[] = [];
  readonly #bands: Band[] = Array.from({ length: BANDS }, (_, number) => new Band(number, (row) => this.#keyOf(number, row)));
  #rows = 0;

  get rows(): number {
    return this.#rows;
  }

  /** Adds a signature; its row number. @throws RangeError beyond 16.7 million rows */
  add(signature: Uint32Array): number {
    const row = this.#rows;
    if (row >= MOST_ROWS) throw new RangeError(`an index of near-duplicates holds ${MOST_ROWS} texts at most`);
    this.#rows++;
    if (row % CHUNK === 0) this.#signatures.push(new Uint8Array(CHUNK * HASHES));
    // Into bytes: the low eight bits of each hash.
    this.#signatures.at(-1)!.set(signature, (row % CHUNK) * HASHES);
    for (const band of this.#bands) band.add(row);
    return row;
  }

  #keyOf(band: number, row: number): number {
    return bandKey(this.#signatures[Math.floor(row / CHUNK)]!, (row % CHUNK) * HASHES + band * ROWS);
  }

  /** Rows whose estimated Jaccard index with the signature is at least `least`, best first; confirm them with the texts. */
  candidates(signature: Uint32Array, least: number): { row: number; estimate: number }[] {
    const bytes = Uint8Array.from(signature);
    const seen = new Map<number, number>();
    for (let band = 0; band < BANDS; band++) {
      for (let row = this.#bands[band]!.find(bandKey(bytes, band * ROWS)); row !== undefined; row = this.#bands[band]!.before(row)) {
        if (!seen.has(row)) seen.set(row, this.#estimate(bytes, row));
      }
    }
    return [...seen]
      .filter(([, estimate]) => estimate >= least)
      .map(([row, estimate]) => ({ row, estimate }))
      .sort((a, b) => b.estimate - a.estimate || a.row - b.row);
  }

  #estimate(bytes: Uint8Array, row: number): number {
    const chunk = this.#signatures[Math.floor(row / CHUNK)]!;
    const at = (row % CHUNK) * HASHES;
    let equal = 0;
    for (let i = 0; i < HASHES; i++) if (chunk[at + i] === bytes[i]) equal++;
    return (equal / HASHES - BY_CHANCE) / (1 - BY_CHANCE);
  }
}

/** One band's table from keys to rows. */
class Band {
  readonly #keyOf: (row: number) => number;
  /** Bands grow at different moments, so that no single addition pays for all of them. */
  readonly #most: number;
  #slots = new Uint32Array(FIRST_SIZE).fill(EMPTY);
  #used = 0;
  /** From a row to the one added before it under the same key: few have any. */
  readonly #before = new Map<number, number>();

  constructor(number: number, keyOf: (row: number) => number) {
    this.#keyOf = keyOf;
    this.#most = 0.77 + 0.004 * number;
  }

  add(row: number): void {
    if (this.#used >= this.#slots.length * this.#most) this.#grow();
    const key = this.#keyOf(row);
    const slot = this.#slotOf(key);
    if (this.#slots[slot] === EMPTY) this.#used++;
    else this.#before.set(row, this.#slots[slot]! & ROW_MASK);
    this.#slots[slot] = entry(key, row);
  }

  /** The newest row of a key. */
  find(key: number): number | undefined {
    const found = this.#slots[this.#slotOf(key)]!;
    return found === EMPTY ? undefined : found & ROW_MASK;
  }

  /** The row before this one under the same key. */
  before(row: number): number | undefined {
    return this.#before.get(row);
  }

  /** Where a key stands, or the empty slot where it would. */
  #slotOf(key: number): number {
    const slots = this.#slots;
    const last = slots.length - 1;
    for (let slot = placeOf(key) & last; ; slot = (slot + 1) & last) {
      const found = slots[slot]!;
      if (found === EMPTY || (found >>> ROW_BITS === key >>> ROW_BITS && this.#keyOf(found & ROW_MASK) === key)) return slot;
    }
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Uint32Array(old.length * 2).fill(EMPTY);
    const last = this.#slots.length - 1;
    for (const found of old) {
      if (found === EMPTY) continue;
      // All keys differ, so that the next empty slot will do.
      let slot = placeOf(this.#keyOf(found & ROW_MASK)) & last;
      while (this.#slots[slot] !== EMPTY) slot = (slot + 1) & last;
      this.#slots[slot] = found;
    }
  }
}

const entry = (key: number, row: number): number => ((key & ~ROW_MASK) | row) >>> 0;
/** Neighbouring keys are strewn over the table. */
const placeOf = (key: number): number => mix(0x811c9dc5, key);
/** Four bytes of a signature as one number. */
const bandKey = (bytes: Uint8Array, at: number): number => ((bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!) >>> 0;
