import { decodeToon, type Stratum } from '@case-swarm/schema';
import { expect, test } from 'vitest';
import { frenchDictionary } from '../language/french-dictionary.ts';
import { judgeToon, pack, refusalsIn } from './judge-toon.ts';
import { judge } from './run.ts';

const refusals = (toon: string, text: string, stratum?: Stratum, hints = {}): string[] => refusalsIn(judgeToon(toon, text, stratum, hints));

const DECEASED = 'famille:\n  defunt:\n    nom: Odile Perrin\n';
const two = (list: string, first: string, second: string): string => `${list}\n    - ${first}\n    - ${second}`;

test('a premium belongs to the payment that it is told with', () => {
  const target = (first: string, second: string): string =>
    two(`${DECEASED}assurance_vie:\n  contrats[1]:\n    - libelle: MAAF\n      versements[2]:`, first, second).replaceAll('\n    - montant', '\n        - montant');
  const text =
    "Odile Perrin est morte. Elle avait une assurance-vie MAAF. Une prime de 41 000 € a été versée sur le contrat MAAF, à l'âge de 45 ans. Le contrat MAAF a reçu une prime de 48 000 €.";
  const aged = (montant: number): string => `montant: ${montant}\n          age_assure_au_versement: 45`;
  expect(refusals(target(aged(41000), 'montant: 48000'), text)).toEqual([]);
  expect(refusals(target(aged(48000), 'montant: 41000'), text)).toContain('ambiguous-owner');
});

test.each([
  ['20 000 € et plus tard, après ses 70 ans, encore 17 000 €', 17000, 20000],
  ['20 000 €, puis 17 000 € après ses 70 ans', 17000, 20000],
  ["d'abord 150 000 €, après 70 ans, et puis 115 000 €", 150000, 115000],
])('of two payments the later one is told: %s', (paid, late, other) => {
  const target = (first: number, second: number): string =>
    `${DECEASED}assurance_vie:\n  contrats[1]:\n    - libelle: MAAF\n      assure_nom: Odile Perrin\n      versements[2]:\n        - montant: ${first}\n          apres_70_ans: true\n        - montant: ${second}`;
  const text = `Odile Perrin est morte. Elle avait une assurance-vie MAAF, sur laquelle elle avait placé ${paid}.`;
  expect(refusals(target(late, other), text)).toEqual([]);
  expect(refusals(target(other, late), text)).toContain('ambiguous-owner');
});

test('two gifts of one sort to one person: what is told behind one is its own', () => {
  const gifts = (first: string, second: string): string =>
    two(`${DECEASED}  collateraux:\n    autres_parents[1]{nom,lien}:\n      Luc,AMI\nliberalites:\n  donations[2]:`, first, second);
  const gift = 'donateur_nom: Odile Perrin\n      beneficiaire_nom: Luc\n      type: DONATION_SIMPLE';
  const text = 'Odile Perrin est morte. Luc est son ami. Donation simple de la défunte à Luc le 7 décembre 2010. Donation simple de la défunte à Luc : 60 000 €.';
  expect(refusals(gifts(`${gift}\n      date: 2010-12-07`, `${gift}\n      montant: 60000`), text)).toEqual([]);
  expect(refusals(gifts(`${gift}\n      date: 2010-12-07\n      montant: 60000`, gift), text)).toContain('ambiguous-owner');
});

test('a target that cannot be is refused, unless it was proven before', () => {
  const target = decodeToon(`${DECEASED}    statut_matrimonial: PACSE\n  partenaire:\n    nom: Marc Petit\n    lien:\n      type: CONCUBIN`);
  const text = 'Odile Perrin est morte. Elle était pacsée. Elle vivait en concubinage avec Marc Petit.';
  const judged = (proven: boolean): string[] => judge({ pack, dictionary: frenchDictionary(), text, target, hints: {}, proven }).problems.map((problem) => problem.code);
  expect(judged(false)).toContain('incoherent-target');
  expect(judged(true)).not.toContain('incoherent-target');
});

test('whose case it is, where the death is left unclear', () => {
  const target = (deceased: string, other: string): string => `famille:\n  defunt:\n    nom: ${deceased}\n  partenaire:\n    nom: ${other}\n    lien:\n      type: PARTENAIRE_PACS`;
  const text = 'Tout tourne autour de Paul Roux. Paul Roux avait conclu un PACS avec Anne Morel.';
  expect(refusals(target('Paul Roux', 'Anne Morel'), text, undefined, { unclear: true })).toEqual([]);
  expect(refusals(target('Anne Morel', 'Paul Roux'), text, undefined, { unclear: true })).toContain('relation-changed');
});

test.each([
  'Mon père est mort. Il laisse Luc, né ).',
  'Odile Perrin est morte. Elle avait fait  olographe le 3 mai 2019.',
  'Odile Perrin est morte. Il y a , et Luc reçoit un legs universel.',
  'Odile Perrin est morte. Mise en vente de la maison.  ou de séparation en cours.',
  'Odile Perrin est morte. Luc reçoit un . La maison reste.',
  'Odile Perrin est morte. Le régime était celui de la . Il y a une maison.',
  'Odile Perrin est morte. Reste une maison à Tours. Les intéress',
  "Odile Perrin est morte. Mon c'était Marc Petit.",
  'Odile Perrin est morte. Sur le il y a 3 000 €.',
  "Odile Perrin est morte. La fille qu'elle avait eue , Anne, attend.",
  'Odile Perrin est morte, laissant qui contient une professio juris.',
  "Odile Perrin est morte. Ils n'étaient : ils vivaient ensemble.",
  'Odile Perrin, veuve, est morte à Tours, en mai, chez elle. Elle , du coup, tout est bloqué.',
  'Odile Perrin est morte, liée par un  à Gilbert.',
  'Odile Perrin est morte. Je dois  de 240 € par mois.',
  'Odile Perrin est morte. Pas de divorce, et pas de  non plus.',
  'Odile est morte. Odile Perrin : sa  odile attend.',
  'Odile Perrin est morte. Par  il a tout laissé à Luc.',
  'Odile Perrin est morte. On ne sait pas si mais Luc refuse de vendre.',
  'Odile Perrin est morte. Elle a laissé  dans lequel elle gratifie Luc.',
  'Odile Perrin est morte. Il y a un compte en  19 000 €.',
  'Odile Perrin est morte. Le  de papa est introuvable.',
  'Odile Perrin est morte. Anne Petit,  de Marcel Moreau, attend.',
])('a sentence that lost its words is broken: %s', (text) => {
  expect(refusals(DECEASED, text)).toContain('broken-sentence');
});

test.each([
  "Odile Perrin est morte. Elle s'était  avec Marc Petit sous le régime légal.",
  'Odile Perrin est morte. Son  lui laisse la maison.',
  'Odile Perrin est morte. Ils vivaient ensemble, juste .',
  "Odile Perrin est morte, veuve de Marcel. en cours, rien d'autre.",
  'Odile Perrin est morte. Il est faux que elle ait une maison.',
])('so is a clean one: %s', (text) => {
  expect(refusals(DECEASED, text, { noise: 'propre' })).toContain('broken-sentence');
});

test('a lost accent is a fault of a clean text', () => {
  const text = (word: string): string => `Odile Perrin est ${word} dans sa maison, et nous ne savons pas comment faire pour la suite de tout cela.`;
  const clean = { noise: 'propre' };
  expect(refusals(DECEASED, text('décédée'), clean)).not.toContain('noise');
  expect(refusals(DECEASED, text('decedee'), clean)).toContain('noise');
});

test('a gift to the deceased is told in so many words', () => {
  const gift = (from: string, to: string): string =>
    `famille:\n  defunt:\n    nom: Paul Roux\n  descendants:\n    enfants[1]{nom}:\n      Anne\nliberalites:\n  donations[1]{donateur_nom,beneficiaire_nom,type}:\n    ${from},${to},DON_MANUEL`;
  const text = "Paul Roux est mort. Il avait beaucoup aidé sa fille Anne, à qui il avait remis de l'argent, un don manuel.";
  expect(refusals(gift('Paul Roux', 'Anne'), text)).toEqual([]);
  expect(refusals(gift('Anne', 'Paul Roux'), text)).toContain('roles-reversed');
});

test.each([
  ['Je crois que tout est dit.', true],
  ['Nous vous saisissons au nom de Luc.', true],
  ['Luc nous demande de vous écrire.', true],
  ['Je suis Luc.', false],
])('somebody else’s letter is no first person of a child: %s', (line, isOther) => {
  const target = `${DECEASED}  descendants:\n    enfants[1]{nom}:\n      Luc`;
  const codes = refusals(target, `Odile Perrin est morte. Elle laisse un fils, Luc. ${line}`, { persona: 'enfant', voice: 'premiere_personne' });
  expect(codes.includes('voice')).toBe(isOther);
});

test('what a question says again is no second fact', () => {
  const gift = `${DECEASED}  descendants:\n    enfants[1]{nom}:\n      Luc\nliberalites:\n  donations[1]{donateur_nom,beneficiaire_nom,type,montant}:\n    Odile Perrin,Luc,PRESENT_D_USAGE,450`;
  const told = "Odile Perrin est morte. À son fils, Luc, elle avait offert un présent d'usage de 450 €.";
  const stratum = { voice: 'troisieme_personne' };
  expect(refusals(gift, `${told} Le cadeau de 450 € fait à Luc compte-t-il ?`, stratum)).toEqual([]);
  expect(refusals(gift, `${told} La maison vaut 450 €.`, stratum)).toContain('figure-not-in-target');
});

test.each([
  ["Sa propre mère ne l'a su que par les voisins.", true],
  ['Je voudrais savoir si son fils Luc peut accepter à concurrence de l’actif net.', true],
  ['Son fils Luc accepte à concurrence de l’actif net.', false],
  ['Son fils Luc ne le conteste pas.', true],
  ['Son fils Luc conteste tout.', false],
  ['Je n’invente rien.', true],
  ['Puis-je lui proposer de racheter sa part ?', true],
  ['Elle propose de racheter sa part.', false],
  ['La maison échappe-t-elle à la communauté ?', true],
  ['Son fils Luc est si triste que personne ne veut s’en occuper.', true],
])('what claims a fact, and what does not: %s', (line, isFine) => {
  const target = `${DECEASED}  descendants:\n    enfants[1]{nom}:\n      Luc\npatrimoine:\n  actifs[1]{type}:\n    MAISON`;
  const codes = refusals(target, `Odile Perrin est morte, laissant un fils, Luc, et une maison. ${line.replaceAll('’', "'")}`, { voice: 'note_dossier' });
  expect(codes.includes('fact-not-in-target')).toBe(!isFine);
});

test('a short form of a flat ends no sentence, and no sentence lacks a word there', () => {
  const target = two(`${DECEASED}patrimoine:\n  actifs[2]:`, 'type: APPARTEMENT\n      localisation: Rennes', 'type: VEHICULE\n      valeur: 35000');
  expect(refusals(target, 'Odile Perrin est morte. Actif : appart. à Rennes, véhicule 35 000 €.')).toEqual([]);
});

test('a date in three numbers, a surname first, and "marie" before a surname, all in small letters', () => {
  const target = 'famille:\n  defunt:\n    nom: Gabriel Brunet\n    date_naissance: 1945-03-29\n  unions_anterieures[1]{conjoint_nom,lien}:\n    Marie Renard,MARIAGE';
  expect(refusals(target, 'succession brunet gabriel né le 29 03 1945 il est mort. avant il avait été marié avec marie renard, un premier mariage')).toEqual([]);
});

test('"selon Maria, sa mère est morte" has Maria live', () => {
  const target = 'famille:\n  defunt:\n    nom: Annie Roux\n  descendants:\n    enfants[1]{nom}:\n      Maria Roux';
  const told = "Annie Roux est morte. Sa fille, Maria Roux, m'a demandé de l'aide. Selon Maria, sa mère est morte.";
  expect(refusals(target, told, { persona: 'enfant', voice: 'parole_rapportee' })).not.toContain('relation-changed');
});

test.each([
  ['Le frère, Christophe, trouve que son neveu a tout eu.', true],
  ['Sa fille, Anne, ne parle plus à sa tante.', true],
  ['Il y a aussi un neveu.', false],
])('a brother’s nephew is a child whom the target has: %s', (line, isFine) => {
  const target = `${DECEASED}  descendants:\n    enfants[1]{nom}:\n      Anne\n  collateraux:\n    freres_soeurs[1]{nom}:\n      Christophe`;
  const codes = refusals(target, `Odile Perrin est morte. Elle avait un frère, Christophe, et laisse une fille, Anne. ${line}`, { voice: 'note_dossier' });
  expect(codes.includes('fact-not-in-target')).toBe(!isFine);
});

test('"l’aînée" of two sisters is no daughter', () => {
  const target = 'famille:\n  defunt:\n    nom: Jules Roux\n  collateraux:\n    freres_soeurs[2]{nom}:\n      Bernadette Roux\n      Émilie Roux';
  const text = "Mon frère, Jules Roux, est mort. Nous sommes deux sœurs, Émilie Roux, l'aînée, et moi, Bernadette Roux.";
  expect(refusals(target, text, { persona: 'fratrie', voice: 'premiere_personne' })).toEqual([]);
});

test('what opens a sentence is told of all that it goes on to name', () => {
  const target = two(
    `${DECEASED}patrimoine:\n  actifs[3]:\n    - type: MAISON`,
    'type: PORTEFEUILLE_TITRES\n      etablissement: Crédit Agricole',
    'type: LIVRET\n      etablissement: Crédit Agricole',
  );
  expect(refusals(target, 'Odile Perrin est morte. Elle avait une maison. Au Crédit Agricole, il y a un portefeuille de titres, acheté jadis, et un livret.')).toEqual([]);
});

test.each([
  ['Anne doit-elle en payer la moitié ?', true],
  ['Anne en paie la moitié.', false],
])('a share that is asked about is no share: %s', (line, isFine) => {
  const target = `${DECEASED}  descendants:\n    enfants[1]{nom}:\n      Anne\npatrimoine:\n  passifs[1]{type}:\n    TAXE_FONCIERE`;
  const codes = refusals(target, `Odile Perrin est morte, laissant une fille, Anne. Reste la taxe foncière. ${line}`, { voice: 'note_dossier' });
  expect(codes.includes('figure-not-in-target')).toBe(!isFine);
});

const things = (first: string, second: string, rest = ''): string => two(`${DECEASED}${rest}patrimoine:\n  actifs[2]:`, first, second);

test.each([
  ['Elle laisse un studio à Nevers. Elle en était usufruitière et parmi les biens, il y a un garage.', 'demembrement:\n        droits_du_defunt: USUFRUIT'],
  ['Il y a un studio. Il avait été acheté et, parmi les biens, il y a un garage.', 'acquisition:\n        origine: ACHAT'],
  ["Elle laisse un studio. C'est un bien commun ; il faut ajouter un garage.", 'propriete:\n        nature: COMMUN'],
  ["Elle possédait un studio à Nevers et l'avait acheté ; il y a aussi un garage.", 'acquisition:\n        origine: ACHAT'],
])('a pronoun means the thing that was spoken of before it: %s', (told, fact) => {
  const text = `Odile Perrin est morte. Elle était mariée. ${told}`;
  const married = '    statut_matrimonial: MARIE\n';
  const place = told.includes('Nevers') ? '\n      localisation: Nevers' : '';
  expect(refusals(things(`type: STUDIO${place}\n      ${fact}`, 'type: GARAGE', married), text)).toEqual([]);
  expect(refusals(things(`type: STUDIO${place}`, `type: GARAGE\n      ${fact}`, married), text)).toContain('ambiguous-owner');
});

test('what a thing is worth is not of what stands beyond the "et"', () => {
  const text = "Odile Perrin est morte. Elle était titulaire d'un livret, d'un montant de 11 000 € et détenait un terrain.";
  expect(refusals(things('type: LIVRET\n      valeur: 11000', 'type: TERRAIN'), text)).toEqual([]);
  expect(refusals(things('type: LIVRET', 'type: TERRAIN\n      valeur: 11000'), text)).toContain('ambiguous-owner');
});

test('the deceased received a thing by a gift, and is given nothing', () => {
  const target = `${DECEASED}patrimoine:\n  actifs[1]:\n    - type: TERRAIN\n      acquisition:\n        origine: DONATION`;
  for (const told of ['Odile Perrin avait reçu le terrain par donation.', "Reste le terrain, qu'Odile Perrin avait reçu par donation."])
    expect(refusals(target, `Odile Perrin est morte et laisse un terrain. ${told}`)).toEqual([]);
});

test('who says "à l\'appareil" is "je"', () => {
  const target = `${DECEASED}  descendants:\n    enfants[2]{nom,option_successorale}:\n      Luc,ACCEPTE\n      Anne,RENONCE`;
  const text = (other: string): string => `Luc à l'appareil. Ma mère, Odile Perrin, est morte. J'ai accepté la succession. Ma sœur Anne ${other}.`;
  expect(refusals(target, text('y a renoncé'), { persona: 'enfant', voice: 'premiere_personne' })).toEqual([]);
});

test.each([
  ['21 000 € y ont été versés. 29 000 € y ont été versés, avant 70 ans.', 29000, 21000],
  ['16 000 € y ont été versés, avant 70 ans. On y a placé 11 000 €.', 16000, 11000],
])('sums that "y" puts into one policy, by what stands behind each: %s', (paid, early, other) => {
  const target = (first: number, second: number): string =>
    `${DECEASED}assurance_vie:\n  contrats[1]:\n    - libelle: MAAF\n      assure_nom: Odile Perrin\n      versements[2]:\n        - montant: ${first}\n          apres_70_ans: false\n        - montant: ${second}`;
  const text = `Odile Perrin est morte. Elle avait souscrit une assurance-vie MAAF. ${paid}`;
  expect(refusals(target(early, other), text)).toEqual([]);
  expect(refusals(target(other, early), text)).toContain('ambiguous-owner');
});

test('of two gifts in one clause each has its own kind', () => {
  const gift = (type: string, rest = ''): string => `donateur_nom: Odile Perrin\n      beneficiaire_nom: Luc\n      type: ${type}${rest}`;
  const target = (first: string, second: string): string => two(`${DECEASED}  descendants:\n    enfants[1]{nom}:\n      Luc\nliberalites:\n  donations[2]:`, first, second);
  const text = 'Odile Perrin est morte. Elle laisse un fils, Luc. Elle avait fait un don manuel à Luc et avait fait une donation simple de 17 000 € à Luc.';
  expect(refusals(target(gift('DON_MANUEL'), gift('DONATION_SIMPLE', '\n      montant: 17000')), text)).toEqual([]);
  expect(refusals(target(gift('DON_MANUEL', '\n      montant: 17000'), gift('DONATION_SIMPLE')), text)).toContain('ambiguous-owner');
});

test('one pronoun behind another means the same thing', () => {
  const text = 'Odile Perrin est morte. Elle laisse un studio. Il avait été acheté. Elle en était usufruitière et, parmi les biens, il y a un garage.';
  const bought = '\n      acquisition:\n        origine: ACHAT';
  const right = '\n      demembrement:\n        droits_du_defunt: USUFRUIT';
  expect(refusals(things(`type: STUDIO${bought}${right}`, 'type: GARAGE'), text)).toEqual([]);
  expect(refusals(things(`type: STUDIO${bought}`, `type: GARAGE${right}`), text)).toContain('ambiguous-owner');
});

test.each([
  ['Il y a aussi une créance de 6 100 €, qui est également commune.', 'CREANCE', 'COMMUN'],
  ['Il y a aussi un immeuble donné en location, qui rapporte 670 € par mois.', 'IMMEUBLE_DE_RAPPORT', undefined],
])('what is told of a thing in passing: %s', (told, type, nature) => {
  const more = nature === undefined ? '' : `\n      propriete:\n        nature: ${nature}`;
  const worth = type === 'CREANCE' ? '\n      valeur: 6100' : '\n      location:\n        loyer_mensuel: 670';
  const target = `${DECEASED}patrimoine:\n  actifs[1]:\n    - type: ${type}${worth}${more}`;
  const { problems } = judgeToon(target, `Odile Perrin est morte. ${told}`);
  expect(problems.filter(({ code, path }) => code === 'fact-not-in-target' || path === 'patrimoine.actifs.0.propriete.nature')).toEqual([]);
});
