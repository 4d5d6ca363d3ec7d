import type { Clause } from '../pack.ts';
import { clause, type Behind } from './clause.ts';

/** A clause of the estate. */
export const make = (label: string, covers: string[], full: string[], short: string[], behind: Behind = {}): Clause => ({
  ...clause('estate', label, covers, full, short),
  ...behind,
});

/** A noun and how it is spoken of again. */
export interface Noun {
  readonly noun: string;
  readonly f: boolean;
  readonly plural: boolean;
}

/** What agrees with it: "", "e", "s", "es". */
export const ending = ({ f, plural }: Noun): string => `${f ? 'e' : ''}${plural ? 's' : ''}`;
export const pronoun = ({ f, plural }: Noun): string => `${f ? 'elle' : 'il'}${plural ? 's' : ''}`;
/** "sur lequel", "sur laquelle". */
export const which = ({ f, plural }: Noun): string => (plural ? (f ? 'lesquelles' : 'lesquels') : f ? 'laquelle' : 'lequel');
/** "qui vaut", "qui valent". */
export const verb = ({ plural }: Noun, one: string, many: string): string => (plural ? many : one);
