import type { Hints, Payload, Stratum } from '../../schema/dist/index.js';

export interface HandWritten {
  readonly number: number;
  readonly stratum: Stratum;
  readonly hints: Hints;
  readonly toon: string;
  readonly target: Payload;
  readonly text: string;
}
export function handWritten(name: string): HandWritten[];
