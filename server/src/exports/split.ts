import { hashSeed, leavesOf, type MasterSchema, type Payload, type Stratum } from '@case-swarm/schema';
import { MinHashIndex } from '../gate/duplicate/minhash.ts';

export const splitNames = ['train', 'validation', 'test'] as const;
export type SplitName = (typeof splitNames)[number];
/** Parts of the whole by split; they add up to 1. */
export type SplitShares = Readonly<Record<SplitName, number>>;
export const defaultShares: SplitShares = { train: 0.9, validation: 0.05, test: 0.05 };

export interface SplitItem {
  readonly id: string;
  readonly stratum: Stratum;
  /** See `targetShape`. */
  readonly shape: string;
  readonly textSignature: Uint32Array;
  readonly skeletonSignature: Uint32Array;
}

/** Estimated Jaccard index from which two texts stay on one side; below the gate's 0.8, since an estimate strays. */
const NEAR = 0.7;

/** Sorted paths with their codes and booleans, so that lists count: two targets of one shape differ in names and figures only. */
export function targetShape(master: MasterSchema, target: Payload): string {
  return leavesOf(target)
    .map(({ path, pattern, value }) => {
      const kind = master.leaves.get(pattern)?.kind;
      return kind === 'code' || typeof value === 'boolean' ? `${path}=${JSON.stringify(value)}` : path;
    })
    .sort()
    .join(';');
}

/**
 * Splits items so that near-duplicates and targets of one shape stay on one side, and each split has its share of every
 * level of every axis as nearly as whole groups allow. A function of the items and their order alone.
 */
export function splitCases(items: readonly SplitItem[], shares: SplitShares = defaultShares): Map<string, SplitName> {
  const groups = groupsOf(items);
  const wanted = countLevels(items);
  const filled: Record<SplitName, Map<string, number>> = { train: new Map(), validation: new Map(), test: new Map() };
  const result = new Map<string, SplitName>();
  // Large groups first: the small ones even out what they leave. Within a size, the order is scattered by the ids.
  groups.sort((a, b) => b.length - a.length || hashSeed(a[0]!.id) - hashSeed(b[0]!.id));
  for (const group of groups) {
    const levels = countLevels(group);
    let best: SplitName = 'train';
    let least = Infinity;
    for (const name of splitNames) {
      if (shares[name] === 0) continue;
      let cost = 0;
      for (const [level, count] of levels) {
        const plan = shares[name] * wanted.get(level)!;
        const now = filled[name].get(level) ?? 0;
        cost += ((now + count - plan) ** 2 - (now - plan) ** 2) / Math.max(plan, 0.5);
      }
      if (cost < least) [best, least] = [name, cost];
    }
    for (const [level, count] of levels) filled[best].set(level, (filled[best].get(level) ?? 0) + count);
    for (const item of group) result.set(item.id, best);
  }
  return result;
}

/** Union of near-duplicates and of equal shapes. */
function groupsOf(items: readonly SplitItem[]): SplitItem[][] {
  const parent = items.map((_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root]!;
    for (let at = i; parent[at] !== root;) [parent[at], at] = [root, parent[at]!];
    return root;
  };
  const shapes = new Map<string, number>();
  const texts = new MinHashIndex();
  const skeletons = new MinHashIndex();
  items.forEach((item, i) => {
    const join = (other: number): void => {
      parent[rootOf(i)] = rootOf(other);
    };
    const shape = shapes.get(item.shape);
    if (shape === undefined) shapes.set(item.shape, i);
    else join(shape);
    for (const { row } of texts.candidates(item.textSignature, NEAR)) join(row);
    for (const { row } of skeletons.candidates(item.skeletonSignature, NEAR)) join(row);
    texts.add(item.textSignature);
    skeletons.add(item.skeletonSignature);
  });
  const groups = new Map<number, SplitItem[]>();
  items.forEach((item, i) => {
    const root = rootOf(i);
    const group = groups.get(root);
    if (group) group.push(item);
    else groups.set(root, [item]);
  });
  return [...groups.values()];
}

/** Counts of each level of each axis, and of all under the empty name, which weighs as much as an axis. */
function countLevels(items: readonly SplitItem[]): Map<string, number> {
  const counts = new Map<string, number>([['', items.length]]);
  for (const { stratum } of items)
    for (const [axis, level] of Object.entries(stratum)) {
      const key = `${axis}=${String(level)}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return counts;
}
