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

test('what is told of two at once is of both', () => {
  const text = "Ma mère, Odile Perrin, est morte. Elle laisse Luc et Anne, nés d'une première union. Je suis Luc.";
  expect(refusals(children(OTHER_UNION, OTHER_UNION), text)).toEqual([]);
});

const estate = (...items: string[]): string =>
  `${DECEASED}patrimoine:\n  actifs[${items.length}]:\n${items.map((item) => `    - ${item.replaceAll('\n', '\n      ')}`).join('\n')}`;

test.each([
  [
    'how a thing came',
    estate('type: MAISON'),
    estate('type: MAISON\nacquisition:\n  origine: ACHAT'),
    "Ma mère, Odile Perrin, est morte. Elle laisse une maison, qu'elle avait achetée.",
  ],
  [
    'whose a thing was',
    estate('type: MAISON', 'type: VEHICULE\nvaleur: 6500'),
    estate('type: MAISON', 'type: VEHICULE\nvaleur: 6500\npropriete:\n  nature: PERSONNEL'),
    'Ma mère, Odile Perrin, est morte. Elle laisse une maison. Sa voiture, personnelle, vaut 6 500 €.',
  ],
  [
    'the sort of a gift',
    `${DECEASED}  descendants:\n    enfants[1]{nom}:\n      Luc\nliberalites:\n  donations[1]{donateur_nom,beneficiaire_nom}:\n    Odile Perrin,Luc`,
    `${DECEASED}  descendants:\n    enfants[1]{nom}:\n      Luc\nliberalites:\n  donations[1]{donateur_nom,beneficiaire_nom,type}:\n    Odile Perrin,Luc,DON_MANUEL`,
    'Ma mère, Odile Perrin, est morte. Je suis Luc, son fils. Luc a reçu un don manuel de ma mère, Odile Perrin.',
  ],
  [
    'the regime of a marriage',
    `${DECEASED}    statut_matrimonial: MARIE\n  partenaire:\n    nom: Marc Petit\n    lien:\n      type: CONJOINT`,
    `${DECEASED}    statut_matrimonial: MARIE\n    regime_matrimonial:\n      type: SEPARATION_DE_BIENS\n  partenaire:\n    nom: Marc Petit\n    lien:\n      type: CONJOINT`,
    'Ma mère, Odile Perrin, est morte. Elle était mariée avec Marc Petit en séparation de biens.',
  ],
])('%s must be held where it is told', (_, without, held, text) => {
  expect(refusals(without, text)).toContain('fact-not-in-target');
  expect(refusals(held, text)).not.toContain('fact-not-in-target');
});

test('the words that name one thing say nothing of a gift', () => {
  const gift = (leaf: string): string =>
    estate('type: MAISON\nvaleur: 90000') + `\nliberalites:\n  donations[1]:\n    - donateur_nom: Odile Perrin\n      type: DON_MANUEL\n      montant: 16000${leaf}`;
  const text = 'Ma mère, Odile Perrin, est morte. Elle avait fait un don manuel de 16 000 €. Reste une maison, estimée à 90 000 €.';
  expect(refusals(gift(''), text)).not.toContain('fact-missing');
  expect(refusals(gift('\n      objet: IMMEUBLE'), text)).toContain('fact-missing');
});

test('to whom a gift goes must be held where it is told', () => {
  const gift = (receiver: string): string =>
    `${DECEASED}  descendants:\n    enfants[1]{nom}:\n      Luc\nliberalites:\n  donations[1]:\n    - donateur_nom: Odile Perrin${receiver}\n      type: DON_MANUEL`;
  const text = 'Ma mère, Odile Perrin, est morte. Elle avait fait un don manuel à Luc, mon frère.';
  expect(refusals(gift('\n      beneficiaire_nom: Luc'), text)).toEqual([]);
  expect(refusals(gift(''), text)).toContain('fact-not-in-target');
});

test.each(['Luc laisse une fille, Emma.', 'Emma, la fille de Luc, écrit.', 'Luc, père d’Emma, écrit.'])(
  'whose child a grandchild is must be held where it is told: %s',
  (sentence) => {
    const family = (parent: string): string => `${DECEASED}  descendants:\n    enfants[1]{nom}:\n      Luc\n    petits_enfants[1]:\n      - nom: Emma${parent}`;
    const text = `Ma grand-mère, Odile Perrin, est morte. Son fils s'appelle Luc. ${sentence.replaceAll('’', "'")}`;
    const asked = { persona: 'petit_enfant', voice: 'premiere_personne' };
    const codes = (toon: string): string[] => refusalsIn(judgeToon(toon, text, asked));
    expect(codes(family('\n        parent_nom: Luc'))).toEqual([]);
    expect(codes(family(''))).toContain('fact-not-in-target');
  },
);

test.each([
  ['Elle avait fait un don manuel à mon frère, Luc.', true],
  ['Elle avait fait un don manuel. Luc est mon frère.', false],
])('who is named as the receiver: %s', (sentence, told) => {
  const gift = `${DECEASED}  descendants:\n    enfants[1]{nom}:\n      Luc\nliberalites:\n  donations[1]:\n    - donateur_nom: Odile Perrin\n      type: DON_MANUEL`;
  expect(refusals(gift, `Ma mère, Odile Perrin, est morte. ${sentence}`).includes('fact-not-in-target')).toBe(told);
});

test('whose sister a donee is must be held where it is told', () => {
  const gift = (sister: string): string => `${DECEASED}${sister}liberalites:\n  donations[1]{donateur_nom,beneficiaire_nom,type}:\n    Odile Perrin,Emma,DON_MANUEL`;
  const text = 'Ma mère, Odile Perrin, est morte. Elle avait fait un don manuel à sa sœur Emma.';
  expect(refusals(gift('  collateraux:\n    freres_soeurs[1]{nom}:\n      Emma\n'), text)).not.toContain('fact-not-in-target');
  expect(refusals(gift(''), text)).toContain('fact-not-in-target');
});

test.each([
  ["elle avait hérité d'une maison", true],
  ['elle avait une maison, reçue en héritage', true],
  ['elle avait une maison, trouvée dans la succession de ses parents', true],
  ['il y a dans la succession une maison', false],
  ["il reste une maison, et Luc, s'il en hérite, la vendra", false],
  ["l'héritage tient en peu de mots, une maison", false],
  ['reste une maison. Qui recueille la succession ?', false],
])('how a thing came is told of the thing: %s', (told, isTold) => {
  const text = `Ma mère, Odile Perrin, est morte. Je suis son fils, Luc. Pour les biens, ${told}.`;
  const items = (origin: string): string => `${DECEASED}  descendants:\n    enfants[1]{nom}:\n      Luc\npatrimoine:\n  actifs[1]:\n    - type: MAISON${origin}`;
  expect(refusals(items('\n      acquisition:\n        origine: SUCCESSION'), text).includes('fact-missing')).toBe(!isTold);
  expect(refusals(items(''), text).includes('fact-not-in-target')).toBe(isTold);
});
