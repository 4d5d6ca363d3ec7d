import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readProfile } from './dimensions.ts';

const raw = (): { axes: Record<string, Record<string, unknown>>; excluded: unknown[]; conditional: unknown } =>
  JSON.parse(readFileSync(new URL('../dimensions.json', import.meta.url), 'utf8'));

test('shares of every axis add up to 1', () => {
  for (const axis of readProfile(raw()).axes) expect(axis.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
});

test('faults name axis and level', () => {
  const short = raw();
  short.axes['noise']!['propre'] = 0.4;
  expect(() => readProfile(short)).toThrow(/noise: shares add up to 0.98/);
  const unknown = raw();
  unknown.excluded.push({ persona: ['voisin'], noise: ['propre'] });
  expect(() => readProfile(unknown)).toThrow(/persona.*no level "voisin"/);
  const impossible = raw();
  impossible.excluded.push({ persona: ['enfant'], voice: Object.keys(impossible.axes['voice']!) });
  expect(() => readProfile(impossible)).toThrow(/no feasible level/);
});
