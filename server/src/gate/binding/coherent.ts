import { leavesOf, setAt, violationsOf, type LeafValue, type Payload } from '@case-swarm/schema';
import type { Subject, TargetLeaf } from '../subject.ts';

/** A change of the target's leaves: another value at a path, or none. */
export type Changes = ReadonlyMap<string, LeafValue | undefined>;

/**
 * Whether a target with other values could be at all. One that breaks a rule of the pack is no other reading of a text:
 * a "pacte Dutreil" cannot be a flat's, however near it stands.
 */
export function isCoherent(subject: Subject, changes: Changes): boolean {
  const { pack, target } = subject.judged;
  const changed: Payload = {};
  for (const { path, value } of leavesOf(target)) if (!changes.has(path)) setAt(changed, path, value as LeafValue);
  for (const [path, value] of changes) if (value !== undefined) setAt(changed, path, value);
  return violationsOf(pack.rules, changed).length === 0;
}

/** Two leaves with each other's values. */
export const exchanged = (a: TargetLeaf, b: TargetLeaf): Changes =>
  new Map([
    [a.path, b.value],
    [b.path, a.value],
  ]);

/** A leaf told of another item instead of its own. */
export const moved = (leaf: TargetLeaf, to: string): Changes =>
  new Map<string, LeafValue | undefined>([
    [leaf.path, undefined],
    [`${to}${leaf.path.slice(leaf.owner.path.length)}`, leaf.value],
  ]);
