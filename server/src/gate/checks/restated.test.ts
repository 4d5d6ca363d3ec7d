import { expect, test } from 'vitest';
import { judgeToon, refusalsIn } from '../judge-toon.ts';

const gift =
  'famille:\n  defunt:\n    nom: Odile Perrin\n  descendants:\n    enfants[1]{nom}:\n      Luc\nliberalites:\n  donations[1]{donateur_nom,beneficiaire_nom,type,date}:\n    Odile Perrin,Luc,DONATION_SIMPLE,"1996"';

test.each([
  ['once', "Odile Perrin est morte. Elle avait fait à son fils Luc, en 1996, une donation simple. L'acte manque.", []],
  ['again, of the gift as something known', "Odile Perrin est morte. Elle avait fait à son fils Luc, en 1996, une donation simple. L'acte de 1996 manque.", []],
])('a year is told %s', (_, text, codes) => {
  expect(refusalsIn(judgeToon(gift, text))).toEqual(codes);
});
