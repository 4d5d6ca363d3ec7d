import { refuse, type Problem } from '../verdict.ts';
import { fingerprintOf, type Fingerprint } from './fingerprint.ts';
import { jaccard, MinHashIndex } from './minhash.ts';

/** Two texts at this Jaccard index of word 3-grams are one. */
const NEAR = 0.8;
/** The estimate strays by an eighth; candidates below this cannot reach `NEAR`. */
const PLAUSIBLE = NEAR - 0.25;
/** A text skeleton may be used this often; the next is a template. */
const SKELETON_USES = 2;

/** A known text: an accepted case by its instruction's number, or a seed. */
export type Known = { readonly kind: 'case'; readonly number: number } | { readonly kind: 'seed'; readonly text: string };

export interface Neighbour {
  readonly known: Known;
  readonly jaccard: number;
}

export interface DuplicateFinding {
  readonly problem: Problem | undefined;
  /** The most similar known text among the candidates, if any. */
  readonly nearest: Neighbour | undefined;
}

/** Every known text by signature. Texts themselves are read through `textOf` when a candidate must be confirmed. */
export class Duplicates {
  readonly #texts = new MinHashIndex();
  readonly #skeletons = new MinHashIndex();
  readonly #known: (Known | undefined)[] = [];
  readonly #rowOf = new Map<number, number>();
  readonly #hashes = new Map<string, number>();
  readonly #textOf: (number: number) => string | undefined;

  constructor(textOf: (number: number) => string | undefined) {
    this.#textOf = textOf;
  }

  addSeed(text: string): void {
    const fingerprint = fingerprintOf(text);
    this.#add({ kind: 'seed', text }, fingerprint);
  }

  addCase(number: number, fingerprint: Pick<Fingerprint, 'textHash' | 'textSignature' | 'skeletonSignature'>): void {
    this.#rowOf.set(number, this.#add({ kind: 'case', number }, fingerprint));
  }

  #add(known: Known, fingerprint: Pick<Fingerprint, 'textHash' | 'textSignature' | 'skeletonSignature'>): number {
    this.#hashes.set(fingerprint.textHash, this.#known.length);
    this.#known.push(known);
    this.#texts.add(fingerprint.textSignature);
    return this.#skeletons.add(fingerprint.skeletonSignature);
  }

  /** A case that review rejected no longer stands in the way. */
  removeCase(number: number): void {
    const row = this.#rowOf.get(number);
    if (row === undefined) return;
    this.#known[row] = undefined;
    this.#rowOf.delete(number);
    for (const [hash, at] of this.#hashes) if (at === row) this.#hashes.delete(hash);
  }

  /** @param except number of a case that is not compared with itself */
  find(fingerprint: Fingerprint, except?: number): DuplicateFinding {
    const same = this.#hashes.get(fingerprint.textHash);
    const own = except === undefined ? undefined : this.#rowOf.get(except);
    if (same !== undefined && same !== own && this.#known[same])
      return { problem: refuse('duplicate', 'Ce texte existe déjà : écrivez-en un autre.'), nearest: { known: this.#known[same], jaccard: 1 } };
    const near = this.#confirmed(this.#texts, fingerprint.textSignature, fingerprint.textShingles, 'textShingles', 1, own);
    const nearest = near[0];
    if (nearest && nearest.jaccard >= NEAR)
      return { problem: refuse('near-duplicate', "Ce texte est presque le même qu'un texte déjà accepté : racontez la situation autrement."), nearest };
    const templates = this.#confirmed(this.#skeletons, fingerprint.skeletonSignature, fingerprint.skeletonShingles, 'skeletonShingles', SKELETON_USES, own).filter(
      (neighbour) => neighbour.known.kind === 'case' && neighbour.jaccard >= NEAR,
    );
    if (templates.length >= SKELETON_USES)
      return {
        problem: refuse('template', "Ce texte reprend un modèle déjà utilisé deux fois, où seuls les noms et les chiffres changent : changez l'ordre et les tournures."),
        nearest: nearest ?? templates[0],
      };
    return { problem: undefined, nearest: nearest ?? templates[0] };
  }

  /** Candidates with their exact index, best first; stops looking once `enough` are near. */
  #confirmed(index: MinHashIndex, signature: Uint32Array, shingles: Uint32Array, field: 'textShingles' | 'skeletonShingles', enough: number, own: number | undefined): Neighbour[] {
    const found: Neighbour[] = [];
    let near = 0;
    for (const { row } of index.candidates(signature, PLAUSIBLE)) {
      if (row === own) continue;
      const known = this.#known[row];
      const text = known && (known.kind === 'seed' ? known.text : this.#textOf(known.number));
      if (known === undefined || text === undefined) continue;
      const neighbour = { known, jaccard: jaccard(shingles, fingerprintOf(text)[field]) };
      found.push(neighbour);
      if (neighbour.jaccard >= NEAR && ++near >= enough) break;
      if (found.length >= 32) break;
    }
    return found.sort((a, b) => b.jaccard - a.jaccard);
  }
}
