import { expect, test } from 'vitest';
import { requiredBy } from './required.ts';

test.each([
  [/(?<!\p{L})pas de non plus/iu, ['pas de non plus']],
  [/(?:mon|notre) (?:et|avec) /iu, ['mon et ', 'mon avec ', 'notre et ', 'notre avec ']],
  [/(?<!\p{L})[Pp]ar du \d/u, ['ar du ']],
  [/une? et (?:une?|des) \p{L}/iu, [' et ']],
  [/\d\. *: ?\d/u, ['.']],
  [/Donations? ?: d(?:e |')\p{Lu}/u, ['donation']],
  [/est aujourd'hui ?[:;]/iu, ["est aujourd'hui"]],
  [/a+b{2}c/, ['a']],
  [/avant|après/, ['']],
  [/[a-z](?:\d|x)/, ['']],
])('%s needs one of %j', (pattern, needs) => {
  expect(requiredBy(pattern)).toEqual(needs);
});
