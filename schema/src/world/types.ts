import type { Stratum } from '../dimensions.ts';
import type { LeafValue } from '../payload.ts';

/**
 * Something a teller can say: leaves that are only understood together. List items carry a key of their story
 * (`patrimoine.actifs.#home.valeur`); the target numbers them when it is assembled.
 */
export interface Fact {
  readonly id: string;
  readonly leaves: readonly (readonly [path: string, value: LeafValue])[];
  /** Facts without which this one would not be understood. */
  readonly needs: readonly string[];
  /** Beginnings of the ids of facts that say the same in another way; a target has one or the other. */
  readonly excludes: readonly string[];
  /** How readily this teller mentions it; 0 is never by chance. */
  readonly weight: number;
}

/** A story that could have happened: everything in it agrees with everything else, whatever part is told. */
export interface World {
  readonly facts: readonly Fact[];
  /** Facts that the persona implies; every target of this stratum has them. */
  readonly must: readonly string[];
}

export type WorldMaker = (seed: readonly (string | number)[], stratum: Stratum) => World;
