import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Payload } from './payload.ts';
import { decodeToon, encodeToon } from './toon.ts';

/** Text that has fooled TOON readers: array headers, quotes, delimiters, numbers, keywords. */
const hostile = fc.oneof(
  fc.constantFrom(
    '[2]: a',
    'a[3]{b,c}:',
    '- x',
    '"',
    '\\',
    'true',
    'null',
    '007',
    '1e9',
    ' lead',
    'tail ',
    'a:b',
    'a,b',
    'a|b',
    '#',
    '',
    '\n',
    '\t',
    '{',
    '05/06',
    '-',
    '--',
    'é',
    '😀',
    'x[1]',
    '"[2]": y',
  ),
  fc.string({ maxLength: 12 }),
);
const leaf = fc.oneof(hostile, fc.integer(), fc.boolean(), fc.constantFrom(0.5, 1.25, 1e-7, 250000));
const key = fc.constantFrom('nom', 'valeur', 'type', 'a_b', 'date');
const payload = fc.dictionary(
  key,
  fc.oneof(leaf, fc.array(fc.dictionary(key, fc.oneof(leaf, fc.dictionary(key, leaf, { minKeys: 1 })), { minKeys: 1, maxKeys: 3 }), { minLength: 1, maxLength: 3 })),
  { minKeys: 1 },
);

test('what is encoded reads back as the same value, or is refused', () => {
  let refused = 0;
  fc.assert(
    fc.property(payload, (value) => {
      // fast-check makes objects without a prototype; JSON gives plain ones.
      const plain = JSON.parse(JSON.stringify(value)) as Payload;
      let text: string;
      try {
        text = encodeToon(plain);
      } catch {
        refused++;
        return;
      }
      expect(decodeToon(text)).toEqual(plain);
    }),
    { numRuns: 1000 },
  );
  expect(refused).toBeLessThan(50);
});

test.each(['a[2]:\n  - x: 1', 'a: 1\n    b: 2\n  c', '- 1'])('broken TOON is refused with a message: %j', (text) => {
  expect(() => decodeToon(text)).toThrow(/TOON/);
});
