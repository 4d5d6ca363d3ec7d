import { expect, test } from 'vitest';
import { judgeToon, refusalsIn } from '../judge-toon.ts';

const family =
  'famille:\n  defunt:\n    nom: Odile Perrin\n    statut_matrimonial: PACSE\n  partenaire:\n    nom: Luc Petit\n    lien:\n      type: PARTENAIRE_PACS\n  collateraux:\n    freres_soeurs[2]{nom}:\n      Anne Perrin\n      Hugo Perrin';

test.each([
  ['two of two', 'Nous étions pacsés. Elle avait deux frères et sœurs : Anne Perrin et Hugo Perrin.', []],
  ['three, the deceased among them', 'Nous étions pacsés. Ils étaient trois frères et sœurs avec Anne Perrin et Hugo Perrin.', []],
  ['three of two, beside a couple who were two', 'Nous étions pacsés. Elle avait trois frères et sœurs : Anne Perrin et Hugo Perrin.', ['figure-not-in-target']],
])('%s', (_, told, codes) => {
  const text = `Je suis Luc Petit. Ma partenaire, Odile Perrin, est morte. ${told}`;
  expect(refusalsIn(judgeToon(family, text, { persona: 'partenaire_pacs', voice: 'premiere_personne' }))).toEqual(codes);
});

test.each([
  ['un frère ou une sœur', []],
  ['deux frères ou une sœur', ['figure-not-in-target']],
])('beside a number of them: %s of one', (told, codes) => {
  const toon = 'famille:\n  defunt:\n    nom: Odile Perrin\n  collateraux:\n    nombre_freres_soeurs: 1';
  expect(refusalsIn(judgeToon(toon, `Odile Perrin est morte. Elle avait ${told}, je n'en sais pas plus.`)).filter((code) => code === 'figure-not-in-target')).toEqual(codes);
});
