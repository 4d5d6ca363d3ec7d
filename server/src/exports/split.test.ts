import { createRandom, type Stratum } from '@case-swarm/schema';
import { expect, test } from 'vitest';
import { shinglesOf, signatureOf } from '../gate/duplicate/minhash.ts';
import { splitCases, splitNames, type SplitItem } from './split.ts';

const random = createRandom(5);
const words = (): string[] => Array.from({ length: 60 }, () => `m${random.int(0, 3000)}`);
const item = (id: number, text: readonly string[], shape: string): SplitItem => {
  const signature = signatureOf(shinglesOf(text));
  const stratum: Stratum = { persona: random.pick(['a', 'b', 'c']), noise: random.pick(['x', 'y']) };
  return { id: `INS-${id}`, stratum, shape, textSignature: signature, skeletonSignature: signature };
};

const texts = Array.from({ length: 1000 }, words);
const items = texts.flatMap((text, i) => {
  const near = [...text];
  near[3] = 'autre';
  // Every tenth text has a near-duplicate; shapes repeat over some.
  return i % 10 === 0 ? [item(2 * i, text, `s${i}`), item(2 * i + 1, near, `t${i}`)] : [item(2 * i, text, `s${i % 7 === 0 ? i % 350 : i}`)];
});
const splits = splitCases(items);

test('each split has its share, of the whole and of every level', () => {
  const shares = { train: 0.9, validation: 0.05, test: 0.05 };
  for (const name of splitNames) {
    const rows = items.filter((row) => splits.get(row.id) === name);
    expect(Math.abs(rows.length - shares[name] * items.length)).toBeLessThanOrEqual(4);
    for (const level of ['a', 'b', 'c']) {
      const all = items.filter((row) => row.stratum['persona'] === level).length;
      expect(Math.abs(rows.filter((row) => row.stratum['persona'] === level).length - shares[name] * all)).toBeLessThanOrEqual(4);
    }
  }
});

test('near-duplicates and equal shapes stay on one side', () => {
  for (let i = 0; i < 1000; i += 10) expect(splits.get(`INS-${2 * i}`)).toBe(splits.get(`INS-${2 * i + 1}`));
  const byShape = new Map<string, Set<string>>();
  for (const row of items) byShape.set(row.shape, (byShape.get(row.shape) ?? new Set()).add(splits.get(row.id)!));
  for (const sides of byShape.values()) expect(sides.size).toBe(1);
});

test('the same items give the same splits', () => {
  expect(splitCases(items)).toEqual(splits);
});
