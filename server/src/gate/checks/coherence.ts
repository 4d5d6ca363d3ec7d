import { violationsOf } from '@case-swarm/schema';
import type { Subject } from '../subject.ts';
import { refuse, type Problem } from '../verdict.ts';

/** The target itself hangs together. Those that the server made were proven when they were made. */
export function checkCoherence({ judged: { pack, target, proven } }: Subject): Problem[] {
  if (proven) return [];
  return violationsOf(pack.rules, target).map(({ rule, path, message }) => refuse('incoherent-target', `Les faits se contredisent (${rule}) : ${message}`, { path }));
}
