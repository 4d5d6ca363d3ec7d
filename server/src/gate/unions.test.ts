import { expect, test } from 'vitest';
import { judgeToon, refusalsIn } from './judge-toon.ts';

const STRATUM = { persona: 'enfant', voice: 'premiere_personne' };
const refusals = (toon: string, text: string): string[] => refusalsIn(judgeToon(toon, text, STRATUM));

const DECEASED = 'famille:\n  defunt:\n    nom: Odile Perrin\n';
const children = (luc: string, anne: string): string => `${DECEASED}  descendants:\n    enfants[2]:\n      - nom: Luc${luc}\n      - nom: Anne${anne}`;
const OTHER_UNION = '\n        est_d_une_precedente_union: true';

test.each([
  ['Ma mère, Odile Perrin, est morte. Elle laisse Luc, et Anne, née d’une première union. Je suis Luc.', false, true],
  ['Ma mère, Odile Perrin, est morte. Elle laisse Luc et Anne, cette dernière née d’une première union. Je suis Luc.', false, true],
  ['Ma mère, Odile Perrin, est morte. Je suis Luc, son fils. Elle laisse aussi Anne.', false, false],
])('which child is of another union: %s', (written, luc, anne) => {
  const text = written.replaceAll('’', "'");
  for (const isLuc of [true, false])
    for (const isAnne of [true, false]) {
      const codes = refusals(children(isLuc ? OTHER_UNION : '', isAnne ? OTHER_UNION : ''), text).filter((code) => code !== 'item-missing');
      expect(codes.length === 0, `${isLuc} ${isAnne}: ${codes.join(', ')}`).toBe(isLuc === luc && isAnne === anne);
    }
});

test('what tellers say of themselves after naming another is of them alone', () => {
  const text = "Ma mère, Odile Perrin, est morte. J'ai un frère, Luc et je suis née d'une précédente union. Je m'appelle Anne.";
  expect(refusals(children('', OTHER_UNION), text)).toEqual([]);
});

test('another union of a child who is named behind it is of that child alone', () => {
  const toon =
    'famille:\n  defunt:\n    nom: Odile Perrin\n  partenaire:\n    nom: Marc Petit\n    lien:\n      type: CONJOINT\n    enfants_d_une_autre_union[1]{nom}:\n      Anne\n  descendants:\n    enfants[1]{nom}:\n      Luc';
  for (const told of ["Il a une fille d'une autre union, Anne.", "Il a une fille d'une autre union : Anne."])
    expect(refusals(toon, `Ma mère, Odile Perrin, est morte. Elle était mariée avec Marc Petit. ${told} Je suis Luc, son fils.`)).not.toContain('fact-not-in-target');
});

test.each([
  ["Luc est né d'une précédente union ; Anne, elle, n'en parle pas.", OTHER_UNION, ''],
  ["Elle a une fille du couple, Anne, et un fils d'une première union, Luc.", OTHER_UNION, '\n        est_d_une_precedente_union: false'],
  ['Elle a un fils, Luc, et Anne, qui est bien la fille du couple.', '', '\n        est_d_une_precedente_union: false'],
])('of which child in a sentence it is told: %s', (told, luc, anne) => {
  const text = `Ma mère, Odile Perrin, est morte. ${told} Je suis Luc.`;
  expect(refusals(children(luc, anne), text).filter((code) => code === 'fact-not-in-target')).toEqual([]);
  expect(refusals(children('', ''), text)).toContain('fact-not-in-target');
});

test('what is told of two at once is of both', () => {
  const text = "Ma mère, Odile Perrin, est morte. Elle laisse Luc et Anne, nés d'une première union. Je suis Luc.";
  expect(refusals(children(OTHER_UNION, OTHER_UNION), text)).toEqual([]);
});

test.each([
  ['De son premier mariage elle avait un fils, Luc. Elle a eu ensuite une fille, Anne.', [true, false]],
  ["Elle avait d'un premier mariage avec Marc Petit un fils, Luc. Sa fille, Anne, est venue ensuite.", [true, false]],
  ["Luc et Anne, qu'elle avait eus d'une première union, attendent.", [true, true]],
  ["Elle laisse Luc, et Anne qui est née d'une première union.", [false, true]],
  ["Divorcée d'un premier mariage avec Marc Petit, elle laisse Luc et Anne.", [false, false]],
])('of which union the named are, on either side of it: %s', (told, held) => {
  const text = `Ma mère, Odile Perrin, est morte. ${told}`;
  for (const luc of [true, false])
    for (const anne of [true, false]) {
      const former = told.includes('Marc')
        ? `${DECEASED}  unions_anterieures[1]{conjoint_nom,lien${told.includes('Divorcée') ? ',fin' : ''}}:\n    Marc Petit,MARIAGE${told.includes('Divorcée') ? ',DIVORCE' : ''}\n`
        : DECEASED;
      const target = `${former}  descendants:\n    enfants[2]:\n      - nom: Luc${luc ? OTHER_UNION : ''}\n      - nom: Anne${anne ? OTHER_UNION : ''}`;
      const codes = refusals(target, text).filter((code) => ['fact-missing', 'fact-not-in-target', 'ambiguous-owner'].includes(code));
      expect(codes.length === 0, `${luc} ${anne}: ${codes.join(', ')}`).toBe(luc === held[0] && anne === held[1]);
    }
});

test('a number of brothers beside it is nobody of whom a union could be told', () => {
  const target = `${DECEASED}  descendants:\n    enfants[1]{nom}:\n      Maurice\n  collateraux:\n    nombre_freres_soeurs: 1`;
  expect(refusals(target, "Ma mère, Odile Perrin, est morte. Une fille, Brigitte, née d'une première union.")).toContain('fact-not-in-target');
});

test('of which union all of a list are must be held of each', () => {
  const text = "Ma mère, Odile Perrin, est morte. Elle avait deux enfants d'une union précédente : Luc et Anne. Je suis Luc.";
  expect(refusals(children(OTHER_UNION, OTHER_UNION), text)).toEqual([]);
  expect(refusals(children(OTHER_UNION, ''), text)).toContain('fact-not-in-target');
  expect(refusals(children('', OTHER_UNION), text)).toContain('fact-not-in-target');
});

test.each([
  "Elle avait été mariée avec Marc Petit, si je ne me trompe pas, et c'est de cette première union que Luc est né.",
  'Elle avait été mariée avec Marc Petit. Luc est né de la 1ère union.',
  "Elle avait d'abord été mariée avec Marc Petit. De cette union est né Luc.",
  'Après un premier mariage avec Marc Petit, dont elle avait eu un fils, Luc, elle avait refait sa vie.',
])('of which union a child is must be held where it is told: %s', (told) => {
  const child = (more: string): string =>
    `${DECEASED}  unions_anterieures[1]{conjoint_nom,lien}:\n    Marc Petit,MARIAGE\n  descendants:\n    enfants[1]:\n      - nom: Luc${more}`;
  const codes = (toon: string): string[] => refusalsIn(judgeToon(toon, `Odile Perrin est morte. Luc est son fils. ${told}`, { persona: 'tiers', voice: 'troisieme_personne' }));
  expect(codes(child(OTHER_UNION))).toEqual([]);
  expect(codes(child(''))).toContain('fact-not-in-target');
});

test('that a child is of the couple must be held where it is told behind the name', () => {
  const couple = (theo: string): string =>
    `${DECEASED}  partenaire:\n    nom: Luc Petit\n    lien:\n      type: CONJOINT\n  descendants:\n    enfants[2]:\n      - nom: Minh\n        est_d_une_precedente_union: true\n      - nom: Théo${theo}`;
  const codes = (toon: string, told: string): string[] => refusalsIn(judgeToon(toon, `Odile Perrin est morte. Luc Petit était son mari. ${told}`, { persona: 'tiers' }));
  for (const told of [
    "Elle laisse deux fils : Minh, né d'une précédente union, et Théo, commun au couple.",
    "Son fils Minh, né d'une précédente union, ne dit rien, alors que Théo, le petit dernier, très remonté, est leur fils à tous les deux.",
  ]) {
    expect(codes(couple('\n        est_d_une_precedente_union: false'), told)).toEqual([]);
    expect(codes(couple(''), told)).toContain('fact-not-in-target');
  }
});
