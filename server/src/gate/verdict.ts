import type { Dictionary } from './reading/dictionary.ts';
import type { Hints, Pack, Payload, Stratum } from '@case-swarm/schema';

/** Something that a careful reader would stop at. */
export interface Problem {
  /** Stable; `docs/gate.md` explains each. */
  readonly code: string;
  readonly severity: 'refuse' | 'warn';
  /** A French sentence that tells the writer what to change. */
  readonly message: string;
  /** Leaf of the target that it is about. */
  readonly path?: string;
  /** Characters of the text that it is about. */
  readonly span?: readonly [start: number, end: number];
}

/** What is judged: a text beside the target it must support. */
export interface Judged {
  readonly pack: Pack;
  /** Words of the text's language. */
  readonly dictionary: Dictionary;
  readonly text: string;
  readonly target: Payload;
  /** Without a stratum (real statements, imports) form and voice are measured, not judged. */
  readonly stratum?: Stratum;
  readonly hints: Hints;
  /** The target was held against the pack's rules when it was made. */
  readonly proven?: boolean;
}

export interface Verdict {
  readonly accepted: boolean;
  readonly problems: readonly Problem[];
  /** Leaf path to the span that proves it. */
  readonly evidence: Readonly<Record<string, readonly [number, number]>>;
  readonly measures: Readonly<Record<string, number>>;
}

export const refuse = (code: string, message: string, more: { path?: string; span?: readonly [number, number] } = {}): Problem => ({ code, severity: 'refuse', message, ...more });
export const warn = (code: string, message: string, more: { path?: string; span?: readonly [number, number] } = {}): Problem => ({ code, severity: 'warn', message, ...more });
