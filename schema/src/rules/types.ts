import type { Payload } from '../payload.ts';

export interface Violation {
  readonly rule: string;
  readonly path: string;
  readonly message: string;
}

/** An integrity rule: what a sparse payload may not say. It fires only on leaves that are told. */
export interface Rule {
  /** Stable: `R01`… */
  readonly id: string;
  readonly family: string;
  /** Why, with the article where there is one. */
  readonly reason: string;
  readonly check: (payload: Payload) => readonly { readonly path: string; readonly message: string }[];
}

export function violationsOf(rules: readonly Rule[], payload: Payload): Violation[] {
  return rules.flatMap((rule) => rule.check(payload).map(({ path, message }) => ({ rule: rule.id, path, message })));
}
