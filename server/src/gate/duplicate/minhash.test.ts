import { createRandom } from '@case-swarm/schema';
import { expect, test } from 'vitest';
import { jaccard, MinHashIndex, shinglesOf, signatureOf } from './minhash.ts';

const random = createRandom(7);
const words = (count: number): string[] => Array.from({ length: count }, () => `m${random.int(0, 4000)}`);
const changed = (text: readonly string[], edits: number): string[] => {
  const copy = [...text];
  for (let i = 0; i < edits; i++) copy[random.int(0, copy.length - 1)] = `n${random.int(0, 4000)}`;
  return copy;
};

test('pairs at a Jaccard index of 0.8 or more are found, strangers are not', () => {
  const index = new MinHashIndex();
  const texts = Array.from({ length: 3000 }, () => words(90));
  for (const text of texts) index.add(signatureOf(shinglesOf(text)));
  let near = 0;
  let found = 0;
  for (let row = 0; row < 600; row++) {
    const copy = changed(texts[row]!, row % 6);
    const shingles = shinglesOf(copy);
    const exact = jaccard(shingles, shinglesOf(texts[row]!));
    const candidates = index.candidates(signatureOf(shingles), 0.55);
    if (exact >= 0.8) {
      near++;
      if (candidates.some((candidate) => candidate.row === row)) found++;
    }
    for (const candidate of candidates) if (candidate.row !== row) throw new Error('a stranger was taken for a neighbour');
  }
  expect(near).toBeGreaterThan(200);
  expect(found / near).toBeGreaterThan(0.995);
});

test('an estimate strays from the exact index by no more than its error allows', () => {
  let off = 0;
  for (let i = 0; i < 200; i++) {
    const a = words(80);
    const b = changed(a, i % 20);
    const [x, y] = [shinglesOf(a), shinglesOf(b)];
    const [p, q] = [signatureOf(x), signatureOf(y)];
    const estimate = p.filter((hash, k) => hash === q[k]).length / p.length;
    off += Math.abs(estimate - jaccard(x, y));
  }
  expect(off / 200).toBeLessThan(0.06);
});

test('signatures are stored, so they never change', () => {
  expect(Array.from(signatureOf(shinglesOf(['mon', 'père', 'est', 'décédé'])).slice(0, 4))).toMatchInlineSnapshot(`
    [
      487843505,
      1421071478,
      2819756890,
      1022311366,
    ]
  `);
});
