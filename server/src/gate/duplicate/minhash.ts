/** Rows of a signature: the standard error of an estimated Jaccard index is 1 / √64, an eighth. */
const HASHES = 64;
const BANDS = 16;
const ROWS = HASHES / BANDS;
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

/** One band's hash table: the newest row of each bucket, and from each row the one before it. */
interface Band {
  heads: Int32Array;
  next: Int32Array;
}

/**
 * Locality-sensitive hashing over MinHash signatures: rows that share a band of four hashes are candidates. At a Jaccard
 * index of 0.8 a pair is found with probability 1 − (1 − 0.8⁴)¹⁶ ≈ 0.9998. Typed arrays, so that a million rows stay flat.
 */
export class MinHashIndex {
  readonly #signatures: Uint32Array[] = [];
  readonly #bands: Band[] = Array.from({ length: BANDS }, () => ({ heads: new Int32Array(1024).fill(-1), next: new Int32Array(1024) }));
  #rows = 0;

  get rows(): number {
    return this.#rows;
  }

  /** Adds a signature; its row number. */
  add(signature: Uint32Array): number {
    const row = this.#rows++;
    if (row % CHUNK === 0) this.#signatures.push(new Uint32Array(CHUNK * HASHES));
    this.#signatures.at(-1)!.set(signature, (row % CHUNK) * HASHES);
    for (let band = 0; band < BANDS; band++) this.#link(band, row);
    return row;
  }

  #link(band: number, row: number): void {
    const table = this.#bands[band]!;
    // Bands grow at different moments, so that no single addition pays for all of them.
    if (row >= table.heads.length * (0.6 + 0.02 * band)) this.#grow(band, row);
    const bucket = this.#keyOf(band, row) & (table.heads.length - 1);
    table.next[row] = table.heads[bucket]!;
    table.heads[bucket] = row;
  }

  #grow(band: number, rows: number): void {
    const size = this.#bands[band]!.heads.length * 2;
    const table: Band = { heads: new Int32Array(size).fill(-1), next: new Int32Array(size) };
    this.#bands[band] = table;
    for (let row = 0; row < rows; row++) {
      const bucket = this.#keyOf(band, row) & (size - 1);
      table.next[row] = table.heads[bucket]!;
      table.heads[bucket] = row;
    }
  }

  #keyOf(band: number, row: number): number {
    return bandKey(this.#signatures[Math.floor(row / CHUNK)]!, (row % CHUNK) * HASHES + band * ROWS, band);
  }

  /** Rows whose estimated Jaccard index with the signature is at least `least`, best first; confirm them with the texts. */
  candidates(signature: Uint32Array, least: number): { row: number; estimate: number }[] {
    const seen = new Map<number, number>();
    for (let band = 0; band < BANDS; band++) {
      const { heads, next } = this.#bands[band]!;
      const key = bandKey(signature, band * ROWS, band);
      for (let row = heads[key & (heads.length - 1)]!; row >= 0; row = next[row]!) {
        if (seen.has(row) || this.#keyOf(band, row) !== key) continue;
        seen.set(row, this.#agreement(signature, row));
      }
    }
    return [...seen]
      .filter(([, estimate]) => estimate >= least)
      .map(([row, estimate]) => ({ row, estimate }))
      .sort((a, b) => b.estimate - a.estimate || a.row - b.row);
  }

  #agreement(signature: Uint32Array, row: number): number {
    const chunk = this.#signatures[Math.floor(row / CHUNK)]!;
    const at = (row % CHUNK) * HASHES;
    let equal = 0;
    for (let i = 0; i < HASHES; i++) if (chunk[at + i] === signature[i]) equal++;
    return equal / HASHES;
  }
}

function bandKey(values: Uint32Array, at: number, band: number): number {
  let key = mix(0x811c9dc5, band);
  for (let i = 0; i < ROWS; i++) key = mix(key, values[at + i]!);
  return key;
}
