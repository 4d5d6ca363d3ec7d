import { expect, test } from 'vitest';
import { judgeToon } from '../judge-toon.ts';

test.each([
  ["Tu es sa fille, d'une autre union, Anne, personne ne te l'enlève. Tu as réglé les charges, 2 800 €.", true],
  ["Anne, tu es sa fille. C'est bien toi qui as réglé les charges, 2 800 €.", true],
  ['Anne est sa fille. Merci de me lire. Le temps passe. Les charges réglées, 2 800 €, tu les connais.', false],
])('whom a text is written to is "tu": %s', (told, isHer) => {
  const target =
    'famille:\n  defunt:\n    nom: Odile Perrin\n  descendants:\n    enfants[1]{nom}:\n      Anne\nindivision:\n  gestion:\n    charges_reglees: 2800\n    charges_reglees_par_nom: Anne';
  const { problems } = judgeToon(target, `Odile Perrin est morte. ${told}`, { format: 'message_conflictuel' });
  expect(problems.some(({ code, path }) => code === 'fact-missing' && path === 'indivision.gestion.charges_reglees_par_nom')).toBe(!isHer);
});
