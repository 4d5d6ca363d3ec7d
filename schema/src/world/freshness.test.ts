import { expect, test } from 'vitest';
import { loadPack } from '../load-pack.ts';

test('family sizes follow their shares over any few hundred neighbouring cases', async () => {
  const pack = await loadPack();
  for (const start of [0, 5000, 250_000]) {
    const counts = new Map<number, number>();
    for (let ordinal = start; ordinal < start + 400; ordinal++) {
      const world = pack.makeWorld([42, ordinal, 0], { persona: 'notaire', primary_topic: 'dettes_passif', complexity: 'intermediaire', date_precision: 'exacte' });
      const children = world.facts.filter((fact) => /^child\d$/.test(fact.id)).length;
      counts.set(children, (counts.get(children) ?? 0) + 1);
    }
    // Shares are 20, 20, 33 and 17 %; a small family cannot take the place of all others.
    for (const [children, share] of [
      [0, 0.2],
      [1, 0.2],
      [2, 0.33],
      [3, 0.17],
    ] as const)
      expect(Math.abs((counts.get(children) ?? 0) / 400 - share)).toBeLessThan(0.06);
  }
});
