import { expect, test } from 'vitest';
import { judgeToon, refusalsIn } from '../judge-toon.ts';

const family = 'famille:\n  defunt:\n    nom: Odile Perrin\n  descendants:\n    enfants[1]{nom}:\n      Luc';
const TOLD = 'Odile Perrin est morte. Elle laisse un fils, Luc.';
const isFigureRefused = (text: string): boolean => refusalsIn(judgeToon(family, text)).includes('figure-not-in-target');

test.each([
  ['an article', `${TOLD} Que dit l'article 757 ?`],
  ['articles', `${TOLD} Que disent les articles 757 et suivants ?`],
  ['an article, cut short', `${TOLD} Voir art. 757.`],
  ['the tax code', `${TOLD} Voir CGI, 757.`],
  ['a form', `${TOLD} Faut-il le cerfa 2705 ?`],
  ['a degree', `${TOLD} Jusqu'au 6 degré, dit-on.`],
  ['numbers of headings', `1. Famille\n${TOLD}\n23. Questions\nQue faire ?`],
  ['numbers of headings in brackets', `${TOLD}\n23) Questions\nQue faire ?`],
])('a reference is no figure: %s', (_, text) => {
  expect(isFigureRefused(text)).toBe(false);
});

test.each([
  ['a sum, whatever it stands behind', `${TOLD} L'article 757 € a été vendu.`],
  ['a number that no article has', `${TOLD} Que dit le numéro 757 ?`],
  ['a number that stands far behind the article', `${TOLD} L'article du journal parlait hier de 757 lits.`],
  ['a number within a line', `${TOLD} Il y avait 23. Questions ?`],
  ['a number that heads a line and no heading', `${TOLD}\n23 questions se posent.`],
])('and is one otherwise: %s', (_, text) => {
  expect(isFigureRefused(text)).toBe(true);
});
