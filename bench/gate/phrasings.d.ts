import type { Payload, Stratum } from '../../schema/dist/index.js';

export function phrasings(): readonly {
  readonly file: string;
  readonly sentence: string;
  readonly text: string;
  readonly target: Payload;
  readonly stratum: Stratum;
}[];
