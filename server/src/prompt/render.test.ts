import { decodeToon, loadPack } from '@case-swarm/schema';
import { expect, test } from 'vitest';
import { renderPrompt } from './render.ts';

test("a relative's age is no age at which they died", async () => {
  const pack = await loadPack();
  const toon = 'famille:\n  defunt:\n    nom: Paul Roux\n    age_au_deces: 80\n  collateraux:\n    freres_soeurs[1]{nom,age_au_deces}:\n      Anne Roux,74';
  const prompt = renderPrompt(pack, decodeToon(toon), toon, {}, {});
  expect(prompt).toContain('âge au décès : 80 ans');
  expect(prompt).toContain('âge le jour du décès du défunt : 74 ans');
});
