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
  [/(?:un|deux|trois) (?:années|semaines|jours)/, ['années', 'semaines', 'jours']],
  [/(?:un|deux) (?:ans|mois|jours)/, ['un ans', 'un mois', 'un jours', 'deux ans', 'deux mois', 'deux jours']],
  [/long.court/, ['court']],
  [/a+bcd/, ['bcd']],
  [/[\]x]fin(?:[)]|\))/, ['fin']],
  [/\((?:un)\)\./, ['(un).']],
  [/(?=peut-être)si ?non/, ['non']],
  [/(?:un|vingt)x{3}/, ['un', 'vingt']],
])('%s needs one of %j', (pattern, needs) => {
  expect(requiredBy(pattern)).toEqual(needs);
});
