import type { LeafValue } from '../payload.ts';
import type { Person, WorldBuilder } from './builder.ts';

export type Leaves = readonly (readonly [string, LeafValue | undefined])[];

export interface Asset {
  readonly id: string;
  readonly path: string;
  readonly type: string;
  readonly town: string | undefined;
  /** "maison de Lyon": how other facts name it. */
  readonly phrase: string | undefined;
  readonly nature: string | undefined;
}

/** The fact that introduces a person of this story. */
export function idOfPerson(w: WorldBuilder, person: Person): string | undefined {
  return w.facts.find((fact) => fact.leaves.some(([path, value]) => path.startsWith(`${person.path}.`) && value === person.name))?.id;
}
