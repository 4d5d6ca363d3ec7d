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
  /** Whether it is the same text, but for case, accents and punctuation. */
  readonly same: boolean;
}

type Signatures = Pick<Fingerprint, 'textSignature' | 'skeletonSignature'>;

export interface DuplicateFinding {
  readonly problem: Problem | undefined;
  /** The most similar known text among the candidates, if any. */
  readonly nearest: Neighbour | undefined;
}

/** Every known text by signature. Texts themselves are read through `textOf` when a candidate must be confirmed. */
export class Duplicates {
  readonly #texts = new MinHashIndex();
  readonly #skeletons = new MinHashIndex();
  readonly #seeds: string[] = [];
  /** By row: a case's number, a seed's place below zero, or nothing where a case was taken back. */
  readonly #known: (number | undefined)[] = [];
  readonly #rowOf = new Map<number, number>();
  readonly #textOf: (number: number) => string | undefined;

  constructor(textOf: (number: number) => string | undefined) {
    this.#textOf = textOf;
  }

  addSeed(text: string): void {
    this.#add(-this.#seeds.push(text), fingerprintOf(text));
  }

  addCase(number: number, signatures: Signatures): void {
    this.#rowOf.set(number, this.#add(number, signatures));
  }

  #add(known: number, fingerprint: Signatures): number {
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
  }

  /** @param except number of a case that is not compared with itself */
  find(fingerprint: Fingerprint, except?: number): DuplicateFinding {
    const own = except === undefined ? undefined : this.#rowOf.get(except);
    const near = this.#confirmed(this.#texts, fingerprint, 'text', 1, own);
    const nearest = near[0];
    if (nearest?.same) return { problem: refuse('duplicate', 'Ce texte existe déjà : écrivez-en un autre.'), nearest };
    if (nearest && nearest.jaccard >= NEAR)
      return { problem: refuse('near-duplicate', "Ce texte est presque le même qu'un texte déjà accepté : racontez la situation autrement."), nearest };
    const templates = this.#confirmed(this.#skeletons, fingerprint, 'skeleton', SKELETON_USES, own).filter(
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
  #confirmed(index: MinHashIndex, fingerprint: Fingerprint, of: 'text' | 'skeleton', enough: number, own: number | undefined): Neighbour[] {
    const found: Neighbour[] = [];
    let near = 0;
    for (const { row } of index.candidates(fingerprint[`${of}Signature`], PLAUSIBLE)) {
      if (row === own) continue;
      const known = this.#at(row);
      const text = known && (known.kind === 'seed' ? known.text : this.#textOf(known.number));
      if (known === undefined || text === undefined) continue;
      const other = fingerprintOf(text);
      const neighbour = { known, jaccard: jaccard(fingerprint[`${of}Shingles`], other[`${of}Shingles`]), same: other.textHash === fingerprint.textHash };
      found.push(neighbour);
      if (neighbour.jaccard >= NEAR && ++near >= enough) break;
      if (found.length >= 32) break;
    }
    return found.sort((a, b) => b.jaccard - a.jaccard);
  }

  #at(row: number): Known | undefined {
    const known = this.#known[row];
    if (known === undefined) return undefined;
    return known < 0 ? { kind: 'seed', text: this.#seeds[-known - 1]! } : { kind: 'case', number: known };
  }
}
