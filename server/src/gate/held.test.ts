import { expect, test } from 'vitest';
import { judgeToon, refusalsIn } from './judge-toon.ts';

const STRATUM = { persona: 'enfant', voice: 'premiere_personne' };
const refusals = (toon: string, text: string): string[] => refusalsIn(judgeToon(toon, text, STRATUM));

const DECEASED = 'famille:\n  defunt:\n    nom: Odile Perrin\n';

const estate = (...items: string[]): string =>
  `${DECEASED}patrimoine:\n  actifs[${items.length}]:\n${items.map((item) => `    - ${item.replaceAll('\n', '\n      ')}`).join('\n')}`;

const other = (link: string): string => `${DECEASED}  descendants:\n    enfants[1]{nom}:\n      Luc\n  collateraux:\n    autres_parents[1]:\n      - nom: Paul Roux${link}`;
const clauseOf = (clause: string): string =>
  `${DECEASED}  descendants:\n    enfants[1]{nom}:\n      Luc\nassurance_vie:\n  contrats[1]:\n    - libelle: MAAF\n      assure_nom: Odile Perrin${clause}`;

test.each([
  ['that somebody is a friend', other(''), other('\n        lien: AMI'), 'Ma mère, Odile Perrin, est morte. Je suis Luc, son fils. Elle avait un ami, Paul Roux.'],
  [
    'the words of a clause',
    clauseOf(''),
    clauseOf('\n      clause_texte: "mes enfants, nés ou à naître, vivants ou représentés"'),
    'Ma mère, Odile Perrin, est morte. Je suis Luc, son fils. Elle avait souscrit une assurance-vie MAAF, dont la clause dit « mes enfants, nés ou à naître, vivants ou représentés ».',
  ],
  [
    'that the teller will not sell',
    `${DECEASED}  descendants:\n    enfants[1]{nom}:\n      Luc`,
    `contexte:\n  procedure:\n    refus_de_vendre_ou_de_partager:\n      existe: true\n${DECEASED}  descendants:\n    enfants[1]{nom}:\n      Luc`,
    "Ma mère, Odile Perrin, est morte. Je suis Luc, son fils, et je m'oppose à la vente.",
  ],
  [
    'in which country somebody died',
    `${DECEASED}  descendants:\n    enfants[1]{nom}:\n      Luc`,
    `${DECEASED}    lieu_deces:\n      pays: France\n  descendants:\n    enfants[1]{nom}:\n      Luc`,
    'Ma mère, Odile Perrin, est morte en France. Je suis Luc, son fils.',
  ],
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
  ['Elle avait fait à Luc un don manuel.', true],
  ['À Luc, elle avait offert une montre, un don manuel.', true],
  ['Luc, mon frère, a eu d’elle un don manuel.', true],
  ['Luc avait reçu d’elle, en mai 2016, une belle somme par don manuel.', true],
  ['J’ai un frère, Luc : elle lui avait fait un don manuel.', true],
  ['Je suis Luc. Elle m’avait fait un don manuel.', true],
  ['Mon frère s’appelle Luc. Il a reçu d’elle un don manuel.', true],
  ['Luc est mon frère. Elle avait fait un don manuel au profit de son fils.', true],
  ['Elle avait fait un don manuel. Le premier, à Luc, mon frère, est ancien.', true],
  ['Elle avait fait un don manuel. Luc est mon frère.', false],
  ['Elle avait fait un don manuel, et je demande à Luc ce qu’il en pense.', false],
  ['Luc est mon frère. Luc a-t-il reçu un don manuel ?', false],
  ['Elle avait fait un don manuel et une donation entre époux à mon père ; Luc est mon frère.', false],
])('who is told to receive a gift: %s', (sentence, told) => {
  const gift = `${DECEASED}  descendants:\n    enfants[1]{nom}:\n      Luc\nliberalites:\n  donations[1]:\n    - donateur_nom: Odile Perrin\n      type: DON_MANUEL`;
  expect(received(gift, `Ma mère, Odile Perrin, est morte. ${sentence}`)).toBe(told);
});

test.each([
  ['Un testament contient un legs particulier pour Luc.', true],
  ['Son testament fait de Luc son légataire particulier.', true],
  ['Par testament elle institue son fils, Luc, légataire particulier.', true],
  ['Luc est mon frère : par testament elle l’a fait légataire particulier.', true],
  ['Le légataire particulier, c’est mon frère, Luc.', true],
  ['Luc, légataire particulier par testament, est mon frère.', true],
  ['Son testament laisse 10 000 € à Luc, en legs particulier.', true],
  ['Son testament gratifie un ami, Luc, d’un legs particulier.', true],
  ['Son testament me fait un legs particulier.', true],
  ['Elle a fait un testament, avec un legs particulier. Luc est mon frère.', false],
  ['Elle a fait un testament, avec un legs particulier, et Luc rend les clés à mon père.', false],
])('who is told to receive a legacy: %s', (sentence, told) => {
  const legacy = `${DECEASED}  descendants:\n    enfants[1]{nom}:\n      Luc\nliberalites:\n  testament:\n    existe: true\n  legs[1]{type}:\n    PARTICULIER`;
  expect(received(legacy, `Ma mère, Odile Perrin, est morte. ${sentence}`)).toBe(told);
});

/** Whether a text is refused for telling who receives. */
const received = (toon: string, text: string): boolean =>
  judgeToon(toon, text.replaceAll('’', "'"), STRATUM).problems.some(({ code, message }) => code === 'fact-not-in-target' && message.includes('est dit recevoir'));

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

const LUC = `${DECEASED}  descendants:\n    enfants[1]{nom}:\n      Luc\n`;
const policy = (rest: string): string => `${LUC}assurance_vie:\n  contrats[1]:\n    - assure_nom: Odile Perrin\n      capital_deces: 40000${rest}`;
const company = (rest: string): string => `${LUC}patrimoine:\n  actifs[1]:\n    - type: ENTREPRISE\n      valeur: 90000\n      entreprise:\n        type: SARL${rest}`;
const gift = (rest: string): string => `${LUC}liberalites:\n  donations[1]:\n    - donateur_nom: Odile Perrin\n      beneficiaire_nom: Luc\n      type: DONATION_SIMPLE${rest}`;
const shared = (rest: string): string => `${LUC}indivision:\n  gestion:\n    bien: maison\n    charges_reglees: 3900${rest}`;
test.each([
  [
    'a calling between commas',
    LUC,
    LUC.replace('Odile Perrin\n', 'Odile Perrin\n    profession: comptable\n'),
    'Ma mère, Odile Perrin, comptable, est morte. Elle laisse un fils, Luc.',
  ],
  [
    'an insurer in capitals',
    policy(''),
    policy('\n      libelle: CNP'),
    'Ma mère, Odile Perrin, est morte. Luc est son fils. Elle avait une assurance-vie à la CNP, à son nom, au capital de 40 000 €.',
  ],
  [
    'a bank in capitals',
    `${LUC}patrimoine:\n  actifs[1]{type,valeur}:\n    COMPTE_BANCAIRE,9000`,
    `${LUC}patrimoine:\n  actifs[1]{type,valeur,etablissement}:\n    COMPTE_BANCAIRE,9000,LCL`,
    'Ma mère, Odile Perrin, est morte. Luc est son fils. Elle avait un compte au LCL, 9 000 €.',
  ],
  [
    'who benefits',
    policy(''),
    policy('\n      beneficiaires[1]{nom}:\n        Luc'),
    'Ma mère, Odile Perrin, est morte. Son fils, Luc, est là. Assurance-vie à son nom : capital de 40 000 €, bénéficiaire Luc.',
  ],
  [
    'what a company does',
    company(''),
    company('\n        activite: négoce de vin'),
    'Ma mère, Odile Perrin, est morte. Luc est son fils. Elle avait une SARL de négoce de vin, évaluée à 90 000 €.',
  ],
  ['what was given', gift(''), gift('\n      objet: IMMEUBLE'), 'Ma mère, Odile Perrin, est morte. Elle avait fait à son fils, Luc, une donation simple portant sur un immeuble.'],
  [
    'who has paid',
    shared(''),
    shared('\n    charges_reglees_par_nom: Luc'),
    'Ma mère, Odile Perrin, est morte. Elle laisse un fils, Luc. Luc a réglé 3 900 € de charges pour la maison indivise.',
  ],
])('%s is told of a target that has it', (_, without, held, text) => {
  expect(refusals(held, text).filter((code) => code !== 'voice')).toEqual([]);
  expect(refusals(without, text).some((code) => ['fact-not-in-target', 'name-not-in-target'].includes(code))).toBe(true);
});

test.each([
  ['Il y a une entreprise.', false],
  ['Il y a une PME.', true],
  ['Il y a une exploitation agricole.', true],
])('what sort of business a business is must be held where it is told: %s', (sentence, isTold) => {
  const toon = `${DECEASED}  descendants:\n    enfants[1]{nom}:\n      Luc\npatrimoine:\n  actifs[1]{type}:\n    ENTREPRISE`;
  expect(refusals(toon, `Ma mère, Odile Perrin, est morte. Je suis son fils, Luc. ${sentence}`).includes('fact-not-in-target')).toBe(isTold);
});

test.each([
  'Il y a une maison estimée 200 000 €, et puis un studio qui lui était personnel.',
  'Il y a une maison de 200 000 €, un studio qui lui était personnel, et une voiture.',
])('whose own a thing is must be held where it is told: %s', (sentence) => {
  const things = (studio: string): string =>
    `${DECEASED}  descendants:\n    enfants[1]{nom}:\n      Luc\npatrimoine:\n  actifs[3]:\n    - type: MAISON\n      valeur: 200000\n    - type: STUDIO${studio}\n    - type: VEHICULE`;
  const codes = (toon: string): string[] => refusals(toon, `Ma mère, Odile Perrin, est morte. Je suis son fils, Luc. ${sentence} Il y a aussi une voiture.`);
  expect(codes(things('\n      propriete:\n        nature: PERSONNEL'))).toEqual([]);
  expect(codes(things(''))).toContain('fact-not-in-target');
});

test('what a text is to leave open of legacies it is not to leave open of gifts', () => {
  const toon = `${DECEASED}  descendants:\n    enfants[1]{nom}:\n      Luc\nliberalites:\n  donations[1]{donateur_nom,type}:\n    Odile Perrin,DON_MANUEL`;
  const hints = { mode: 'infos_incompletes', omitted: [{ pattern: 'liberalites.legs.*.beneficiaire_nom', label: 'légataire' }] };
  const text = 'Ma mère, Odile Perrin, est morte. Elle avait fait un don manuel à mon frère, Luc.';
  expect(refusalsIn(judgeToon(toon, text, STRATUM, hints))).toContain('fact-not-in-target');
});

test.each([
  ['une voiture qui est commune et un livret', false],
  ['une voiture et un livret, tous deux communs', true],
])('what is told of the first of two things is of the second only where it says so: %s', (told, isOfBoth) => {
  const things = `${DECEASED}  descendants:\n    enfants[1]{nom}:\n      Luc\npatrimoine:\n  actifs[2]:\n    - type: VEHICULE\n      propriete:\n        nature: COMMUN\n    - type: LIVRET\n      propriete:\n        nature: COMMUN`;
  expect(refusals(things, `Ma mère, Odile Perrin, est morte. Je suis Luc, son fils. Il y a ${told}.`).includes('fact-missing')).toBe(!isOfBoth);
});

test('the end of a double first name is nobody else', () => {
  const toon = 'famille:\n  defunt:\n    nom: Marie-Thérèse Garnier\n  descendants:\n    enfants[1]{nom}:\n      Thérèse';
  expect(refusals(toon, 'Ma mère, Marie-Thérèse Garnier, est morte. Je suis sa fille, Thérèse.')).toEqual([]);
});

test('a contrary that is denied denies nothing else', () => {
  const toon =
    'contexte:\n  procedure:\n    divorce_ou_separation_en_cours:\n      existe: false\n' + DECEASED + '  partenaire:\n    nom: Luc Petit\n    lien:\n      type: CONJOINT';
  const text = "Odile Perrin est morte. Je suis Luc Petit, son mari. Nous n'étions pas en train de nous séparer, on m'a dit le contraire et c'est faux.";
  expect(refusalsIn(judgeToon(toon, text, { persona: 'conjoint', voice: 'premiere_personne' }))).toEqual([]);
});

test('how near a cousin is must be held where it is told', () => {
  const cousin = (degree: string): string => `${DECEASED}  collateraux:\n    cousins[1]:\n      - nom: Luc Petit${degree}`;
  const text = 'Ma tante, Odile Perrin, est morte. Elle laisse un cousin au cinquième degré, Luc Petit.';
  const codes = (toon: string): string[] => refusalsIn(judgeToon(toon, text, { persona: 'tiers', voice: 'premiere_personne' }));
  expect(codes(cousin('\n        degre: 5'))).not.toContain('fact-missing');
  expect(codes(cousin(''))).toContain('fact-not-in-target');
});

test('what is weighed, or asked, is told of nobody', () => {
  const toon = `${DECEASED}  descendants:\n    enfants[2]{nom}:\n      Luc\n      Anne`;
  const told = 'Ma mère, Odile Perrin, est morte. Je suis Luc, son fils, et Anne est ma sœur.';
  expect(refusals(toon, `${told} Puis-je hériter seul si Anne renonce ?`)).toEqual([]);
  expect(refusals(toon, `${told} Anne a-t-elle droit à la moitié ?`)).toEqual([]);
  expect(refusals(toon, `${told} Anne se demande si la moitié lui revient.`)).toEqual([]);
  expect(refusals(toon, `${told} Anne renonce.`)).toContain('fact-not-in-target');
  expect(refusals(toon, `${told} La moitié revient à Anne.`)).toContain('figure-not-in-target');
});

test('that there are no children is held, or not told', () => {
  const childless = `${DECEASED}    statut_matrimonial: MARIE\n  partenaire:\n    nom: Luc Petit\n    lien:\n      type: CONJOINT`;
  const codes = (toon: string): string[] =>
    refusalsIn(judgeToon(toon, "Ma femme, Odile Perrin, est morte. Je suis Luc Petit, son mari. Elle n'a pas eu d'enfant.", { persona: 'conjoint', voice: 'premiere_personne' }));
  expect(codes(`${childless}\n  descendants:\n    existe: false`)).toEqual([]);
  expect(codes(childless)).toContain('fact-not-in-target');
});

test('"comme si" with a denial tells what was', () => {
  const gift = (type: string): string =>
    `${DECEASED}  descendants:\n    enfants[2]{nom}:\n      Luc\n      Anne\nliberalites:\n  donations[1]:\n    - donateur_nom: Odile Perrin\n      beneficiaire_nom: Anne${type}\n      montant: 21000`;
  const text =
    "Ma mère, Odile Perrin, est morte. Je suis Luc, son fils. Ma sœur, Anne, fait comme si la donation-partage n'avait jamais eu lieu. C'est 21 000 € que maman lui a donnés.";
  expect(refusals(gift('\n      type: DONATION_PARTAGE'), text)).toEqual([]);
  expect(refusals(gift('\n      type: DONATION_SIMPLE'), text)).toContain('fact-not-in-target');
  expect(refusals(gift(''), text)).toContain('fact-not-in-target');
});

test('a sentence that counts the gifts announces them', () => {
  const gift = (year: string): string => `    - donateur_nom: Odile Perrin\n      beneficiaire_nom: Luc\n      type: DON_MANUEL\n      date: "${year}"\n`;
  const toon = `${DECEASED}  descendants:\n    enfants[1]{nom}:\n      Luc\nliberalites:\n  donations[3]:\n${gift('2001')}${gift('2006')}${gift('2012')}`;
  const told = (count: string): string =>
    `Ma mère, Odile Perrin, est morte. Je suis Luc, son fils. Elle a fait ${count} donations de son vivant. Ce sont trois dons manuels à moi, Luc, en 2001, en 2006 et en 2012.`;
  expect(refusals(toon, told('trois')).filter((code) => code === 'fact-not-in-target')).toEqual([]);
  expect(refusals(toon, told('cinq'))).toContain('figure-not-in-target');
});

test('what a gift was spent on is no other object of it', () => {
  const toon = `${DECEASED}  descendants:\n    enfants[1]{nom}:\n      Luc\nliberalites:\n  donations[1]:\n    - donateur_nom: Odile Perrin\n      beneficiaire_nom: Luc\n      type: DON_MANUEL\n      objet: SOMME_D_ARGENT\n      emploi:\n        bien_acquis: voiture\n        valeur_du_bien_acquis: 8300`;
  const text = "Mon épouse, Odile Perrin, est morte. Luc est son fils. Sa mère lui a donné de l'argent, un don manuel, et il s'en est acheté une voiture qui vaut 8 300 €.";
  expect(refusalsIn(judgeToon(toon, text))).toEqual([]);
});

test('a teller set apart behind "à moi" is who tells', () => {
  const couple = (husband: string, son: string): string =>
    `${DECEASED}  partenaire:\n    nom: ${husband}\n    lien:\n      type: CONJOINT\n  descendants:\n    enfants[1]{nom}:\n      ${son}`;
  const text = "Ma femme, Odile Perrin, est morte. On s'en prend à Paul, notre fils, à Odile Perrin et à moi, Luc Petit !";
  const codes = (toon: string): string[] => refusalsIn(judgeToon(toon, text, { persona: 'conjoint', voice: 'premiere_personne' }));
  expect(codes(couple('Luc Petit', 'Paul'))).toEqual([]);
  expect(codes(couple('Paul', 'Luc Petit'))).toEqual(expect.arrayContaining(['persona', 'relation-changed']));
});

test('a clause is of the policy of whose beneficiary it goes on to speak', () => {
  const toon = `${DECEASED}  partenaire:\n    nom: Jean Brun\n    lien:\n      type: CONJOINT\nassurance_vie:\n  contrats[2]:\n    - libelle: MAAF\n      assure_nom: Jean Brun\n      denoue_au_deces: false\n    - libelle: Allianz\n      assure_nom: Odile Perrin\n      capital_deces: 100000\n      clause_type: DEMEMBREE\n      beneficiaires[1]{nom,droits}:\n        Jean Brun,USUFRUIT`;
  const text =
    "Odile Perrin est morte. Son mari est Jean Brun. Le contrat MAAF est celui de Jean : c'est lui l'assuré, et le contrat n'est pas dénoué. Le second contrat, chez Allianz, reposait sur la tête d'Odile. Le capital décès s'élève à 100 000 € et la clause bénéficiaire est démembrée : Jean n'en reçoit que l'usufruit.";
  expect(refusalsIn(judgeToon(toon, text))).toEqual([]);
});

test('what a question asks of a share, or of the community, is told of nothing', () => {
  const toon = `${DECEASED}  partenaire:\n    nom: Luc Petit\n    lien:\n      type: CONJOINT\npatrimoine:\n  actifs[1]:\n    - type: BIJOUX\n      propriete:\n        nature: PROPRE_PARTENAIRE`;
  const told = 'Ma femme, Odile Perrin, est morte. Je suis Luc Petit, son mari. Les bijoux me sont propres.';
  const codes = (text: string): string[] => refusalsIn(judgeToon(toon, text, { persona: 'conjoint', voice: 'premiere_personne' }));
  expect(codes(`${told} Est-ce que je garde tout dans la communauté ?`)).toEqual([]);
  expect(codes(`${told} La moitié de leur valeur doit-elle être comptée ?`)).toEqual([]);
  expect(codes(`${told} La moitié de leur valeur est comptée.`)).toContain('figure-not-in-target');
});

test('a report says who its source is', () => {
  const child = (filiation: string): string => `${DECEASED}  descendants:\n    enfants[1]:\n      - nom: Alain${filiation}`;
  const codes = (toon: string): string[] =>
    refusalsIn(judgeToon(toon, "Selon Alain, fils adoptif d'Odile Perrin par adoption plénière, rien n'est réglé depuis qu'elle est morte."));
  expect(codes(child('\n        filiation: ADOPTION_PLENIERE'))).toEqual([]);
  expect(codes(child('\n        filiation: ADOPTION_SIMPLE'))).toContain('fact-missing');
});

test('"ss" is "sous" before an article, and "sans" before a noun', () => {
  const toon = `${DECEASED}    statut_matrimonial: MARIE\n    regime_matrimonial:\n      type: SEPARATION_DE_BIENS\n  partenaire:\n    nom: Luc Petit\n    lien:\n      type: CONJOINT\nassurance_vie:\n  existe: false`;
  const codes = (text: string): string[] => refusalsIn(judgeToon(toon, text, { persona: 'conjoint', voice: 'premiere_personne', noise: 'fautes_et_abreviations' }));
  const told = 'Ma femme, Odile Perrin, est morte. Je suis Luc Petit, on étai mariés ss le régime de la séparation de biens,';
  expect(codes(`${told} ss assurance vie. Merci de me repondre`)).not.toContain('fact-missing');
  expect(codes(`${told} avec une assurance vie. Merci de me repondre`)).toContain('fact-missing');
});

test('who is meant by "elle" is no one who died', () => {
  const toon = `${DECEASED}    statut_matrimonial: VEUF\n  descendants:\n    enfants[1]{nom}:\n      Anne\nindivision:\n  gestion:\n    bien: maison\n    gerant_nom: Anne`;
  const codes = (told: string): string[] =>
    refusalsIn(judgeToon(toon, `Anne en a assez. Sa mère, Odile Perrin, est morte, elle était veuve. ${told}`, { persona: 'enfant', voice: 'troisieme_personne' }));
  expect(codes("C'est elle qui gère l'indivision de la maison.")).not.toContain('fact-missing');
  expect(codes("C'est lui qui gère l'indivision de la maison.")).toContain('fact-missing');
});

test.each([
  ['Les biens : un appartement, une maison commune et un compte au LCL.', true],
  ['Il y a une maison commune et un compte, qui les reçoit ?', true],
  ['La maison est-elle commune ?', false],
])('whose a thing is must be held where it is told, beside a bank and before a question too: %s', (told, isTold) => {
  const toon = `${DECEASED}  partenaire:\n    nom: Luc Petit\n    lien:\n      type: CONJOINT\npatrimoine:\n  actifs[3]:\n    - type: APPARTEMENT\n    - type: MAISON\n    - type: COMPTE_BANCAIRE\n      etablissement: LCL`;
  const codes = refusalsIn(judgeToon(toon, `Odile Perrin est morte. Luc Petit était son mari. ${told}`, { persona: 'tiers' }));
  expect(codes.includes('fact-not-in-target')).toBe(isTold);
});
