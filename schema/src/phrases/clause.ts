import type { Clause } from '../pack.ts';

/** What covers some leaves, with its wordings in a sentence and in a note. */
export const clause = (group: string, label: string, covers: string[], full: string[], short: string[], follows = false): Clause => ({
  group,
  label,
  covers,
  full,
  short,
  ...(follows ? { follows } : {}),
});

/** How a clause stands among others of the same thing: what may stand behind it, and how it tells its fact where the thing was just named. */
export type Behind = Pick<Clause, 'thing' | 'heads' | 'relative' | 'apposed' | 'again'>;
