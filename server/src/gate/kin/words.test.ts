import { expect, test } from 'vitest';
import { judgeToon, refusalsIn } from '../judge-toon.ts';

const family = (deceased: string, rest: string): string => `famille:\n  defunt:\n    nom: ${deceased}\n${rest}`;
const partner = (name: string): string => `  partenaire:\n    nom: ${name}\n    lien:\n      type: CONJOINT\n`;
const child = '  descendants:\n    enfants[1]{nom}:\n      Anne Hamel\n';
const sibling = '  collateraux:\n    freres_soeurs[1]{nom}:\n      Anne Hamel\n';
const cousin = '  collateraux:\n    cousins[1]{nom}:\n      Anne Hamel\n';

/** What the text says, and what it does not. */
test.each([
  ['whose daughter a name is by "c\'est"', "Odile Hamel est morte. Anne Hamel, c'est sa fille.", family('Odile Hamel', child), family('Odile Hamel', cousin)],
  ['and by "sa fille à elle"', "Odile Hamel est morte. Anne Hamel, c'est sa fille à elle.", family('Odile Hamel', child), family('Odile Hamel', cousin)],
  ['whose sister stands behind "de son côté"', 'Odile Hamel est morte. De son côté, il reste une sœur, Anne Hamel.', family('Odile Hamel', sibling), family('Odile Hamel', child)],
  [
    'whom the deceased had of another union',
    "Odile Hamel est morte. Anne Hamel, qu'elle avait eue d'une première union, attend.",
    family('Odile Hamel', child),
    family('Odile Hamel', sibling),
  ],
  ['with whom one had a daughter', 'Odile Hamel est morte. Elle avait eu une fille avec lui, Anne Hamel.', family('Odile Hamel', child), family('Odile Hamel', sibling)],
  [
    'two who were wed',
    'Odile Hamel, décédée, et Luc Petit étaient mariés. Odile Hamel et Luc Petit étaient mariés. Anne Hamel est sa fille.',
    family('Odile Hamel', partner('Luc Petit') + child),
    family('Odile Hamel', partner('Anne Hamel') + child.replace('Anne Hamel', 'Luc Petit')),
  ],
  [
    'who has just left us',
    'Ma belle-mère, Odile Roux, vient de nous quitter. Elle était mariée avec mon père, Luc Petit.',
    family('Odile Roux', partner('Luc Petit')),
    family('Luc Petit', partner('Odile Roux')),
  ],
])('%s', (_, text, told, other) => {
  const isTaken = (toon: string): boolean => !refusalsIn(judgeToon(toon, text)).some((code) => code.startsWith('relation'));
  expect(isTaken(told)).toBe(true);
  // Without a stratum a plain sentence is not held against a name: real statements say who is who more loosely.
  expect(refusalsIn(judgeToon(other, text, { persona: 'tiers', voice: 'troisieme_personne' }))).toContain('relation-changed');
});
