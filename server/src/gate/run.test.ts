import { decodeToon, readStrictness, type StrictnessTable } from '@case-swarm/schema';
import { expect, test } from 'vitest';
import { frenchDictionary } from '../language/french-dictionary.ts';
import { judgeToon as verdict, pack, refusalsIn as codes } from './judge-toon.ts';
import { judge } from './run.ts';
import type { Verdict } from './verdict.ts';

const twoAssets = `famille:
  defunt:
    nom: Odile Perrin
    date_deces: 2024-03-05
patrimoine:
  actifs[2]{type,valeur}:
    MAISON,300000
    COMPTE_BANCAIRE,60000`;

test('a text that is true to its target is accepted', () => {
  expect(codes(verdict(twoAssets, 'Odile Perrin est décédée le 5 mars 2024. La maison est estimée à 300 000 €, le compte à 60 000 €.'))).toEqual([]);
});

test.each([
  ['exchanged values', 'Odile Perrin est décédée le 5 mars 2024. La maison est estimée à 60 000 €, le compte à 300 000 €.', 'ambiguous-owner'],
  ['another amount', 'Odile Perrin est décédée le 5 mars 2024. La maison est estimée à 310 000 €, le compte à 60 000 €.', 'fact-missing'],
  ['another date', 'Odile Perrin est décédée le 6 mars 2024. La maison est estimée à 300 000 €, le compte à 60 000 €.', 'fact-missing'],
  ['a fact too few', 'Odile Perrin est décédée le 5 mars 2024. La maison est estimée à 300 000 €.', 'fact-missing'],
  ['a figure too many', 'Odile Perrin est décédée le 5 mars 2024. La maison est estimée à 300 000 €, le compte à 60 000 €, les meubles à 4 000 €.', 'figure-not-in-target'],
  ['a person too many', 'Odile Perrin est décédée le 5 mars 2024, dit Hugo Martin. La maison est estimée à 300 000 €, le compte à 60 000 €.', 'name-not-in-target'],
  [
    'a fact without figure or name',
    'Odile Perrin est décédée le 5 mars 2024. La maison est estimée à 300 000 €, le compte à 60 000 €. Il y avait un testament.',
    'fact-not-in-target',
  ],
  ['names only', 'Bonjour, je vous écris au sujet du décès de Odile Perrin. Merci.', 'fact-missing'],
  ['the target itself', twoAssets, 'schema-leak'],
])('%s is refused', (_, text, code) => {
  expect(codes(verdict(twoAssets, text))).toContain(code);
});

test.each(['constructor', 'deux constructor', 'Mme constructor', 'un constructor de', 'la constructor'])(
  'a word that every object of JavaScript knows is a word like another: "%s"',
  (said) => {
    const withWord = (word: string): string[] =>
      codes(verdict(twoAssets, `Odile Perrin est décédée le 5 mars 2024. La maison ${word} est estimée à 300 000 €, le compte à 60 000 €, ${word} Perrin.`));
    expect(withWord(said)).toEqual(withWord(said.replace('constructor', 'constructir')));
  },
);

test('a will that is denied and one that exists are not the same', () => {
  const denied = 'famille:\n  defunt:\n    nom: Odile Perrin\nliberalites:\n  testament:\n    existe: false';
  expect(codes(verdict(denied, 'Odile Perrin est morte sans testament.'))).toEqual([]);
  expect(codes(verdict(denied, 'Odile Perrin est morte et laisse un testament.'))).toContain('fact-missing');
  expect(codes(verdict(denied.replace('false', 'true'), 'Odile Perrin est morte sans testament.'))).toContain('fact-missing');
});

test('a period is part of an amount', () => {
  const rent = 'patrimoine:\n  actifs[1]:\n    - type: MAISON\n      location:\n        loyer_mensuel: 700';
  expect(codes(verdict(rent, 'La maison rapporte un loyer de 700 € par mois.'))).toEqual([]);
  expect(codes(verdict(rent, 'La maison rapporte un loyer de 700 € par an.'))).toContain('fact-missing');
});

test.each([
  ['256 KiB of one letter', 'a'.repeat(256 * 1024)],
  ['10,000 sentences', 'Il pleut. '.repeat(10_000)],
  ['lone surrogates', '\ud800'.repeat(500)],
  ['right to left', '\u202eOdile Perrin'.repeat(100)],
  ['commas', 'a,'.repeat(9000)],
  ['spaces', ' '.repeat(15_000)],
  ['one small word', 'de '.repeat(6600)],
])('%s is refused without a crash', (_, text) => {
  expect(verdict(twoAssets, text).accepted).toBe(false);
});

const gift = `famille:
  defunt:
    nom: Odile Perrin
  descendants:
    enfants[1]{nom}:
      Luc
liberalites:
  donations[1]{donateur_nom,beneficiaire_nom,type,montant}:
    Odile Perrin,Luc,DON_MANUEL,80000`;

test('who receives may stand before "à qui" or "auquel"', () => {
  expect(codes(verdict(gift, 'Odile Perrin est morte. Elle laisse un fils, Luc, à qui elle avait fait un don manuel de 80 000 €.'))).toEqual([]);
  expect(
    codes(verdict(gift.replace('Odile Perrin,Luc,', 'Luc,Odile Perrin,'), 'Odile Perrin est morte. Elle laisse un fils, Luc, à qui elle avait fait un don manuel de 80 000 €.')),
  ).toContain('roles-reversed');
});

test('what is named first and denied behind is denied', () => {
  const debts = (exist: boolean): string => `famille:\n  defunt:\n    nom: Odile Perrin\npatrimoine:\n  passif_existe: ${exist}`;
  for (const told of ["Odile Perrin est morte. Des dettes, il n'y en a pas.", 'Odile Perrin est morte. Des dettes elle en avait pas.']) {
    expect(codes(verdict(debts(false), told))).toEqual([]);
    expect(codes(verdict(debts(true), told))).toContain('fact-missing');
  }
});

test('one who has to do something gives nothing by it', () => {
  const told = 'Odile Perrin est morte. Elle laisse un fils, Luc, à qui elle avait fait un don manuel de 80 000 €. Luc doit apporter les papiers.';
  expect(codes(verdict(gift, told))).toEqual([]);
  expect(codes(verdict(gift.replace('Odile Perrin,Luc,', 'Luc,Odile Perrin,'), told))).toContain('roles-reversed');
});

test('"un autre à" is the second of two gifts of one form', () => {
  const two = gift
    .replace('      Luc\n', '      Luc\n      Zoé\n')
    .replace('enfants[1]', 'enfants[2]')
    .replace('donations[1]', 'donations[2]')
    .replace('DON_MANUEL,80000', 'DON_MANUEL,80000\n    Odile Perrin,Zoé,DON_MANUEL,9000');
  expect(codes(verdict(two, 'Odile Perrin est morte. Ses enfants sont Luc et Zoé. Elle avait fait un don manuel de 80 000 € à Luc et un autre à Zoé, de 9 000 €.'))).toEqual([]);
  expect(codes(verdict(two, 'Odile Perrin est morte. Ses enfants sont Luc et Zoé. Elle avait fait un don manuel de 80 000 € à Luc et remis à Zoé 9 000 €.'))).toContain(
    'item-missing',
  );
});

test('who gave what to whom, and whether it was done', () => {
  expect(codes(verdict(gift, "Odile Perrin est morte. Son fils s'appelle Luc. Odile Perrin avait fait un don manuel de 80 000 € à Luc."))).toEqual([]);
  expect(codes(verdict(gift, "Odile Perrin est morte. Son fils s'appelle Luc. Luc avait fait un don manuel de 80 000 € à Odile Perrin."))).toContain('roles-reversed');
  expect(codes(verdict(gift, "Odile Perrin est morte. Son fils s'appelle Luc. Odile voulait remettre 80 000 € à Luc par don manuel ; la mort l'en a empêchée."))).toContain(
    'fact-missing',
  );
  expect(codes(verdict(gift, "Odile Perrin est morte. Son frère s'appelle Luc. Odile Perrin avait fait un don manuel de 80 000 € à Luc."))).toContain('relation-changed');
});

test('a title and the surname say who gives, too', () => {
  const told = "Odile Perrin est morte. Son fils s'appelle Luc. Mme Perrin avait fait un don manuel de 80 000 € à Luc.";
  expect(codes(verdict(gift, told))).toEqual([]);
  expect(codes(verdict(gift.replace('Odile Perrin,Luc,', 'Luc,Odile Perrin,'), told))).toContain('roles-reversed');
});

test('a sum between the words that tell a code is none of theirs', () => {
  const company = `famille:\n  defunt:\n    nom: Odile Perrin\npatrimoine:\n  actifs[1]:\n    - type: ENTREPRISE\n      entreprise:\n        est_presente_comme_eligible_dutreil: true`;
  expect(codes(verdict(company, "Odile Perrin est morte. L'entreprise est éligible au Dutreil."))).toEqual([]);
  expect(codes(verdict(company, "Odile Perrin est morte. L'entreprise est estimée à 310 000 € ; éligible au Dutreil."))).toContain('figure-not-in-target');
});

test('"elle est morte" is of a woman', () => {
  const couple = (dead: string, partner: string): string => `famille:\n  defunt:\n    nom: ${dead}\n  partenaire:\n    nom: ${partner}`;
  const told = 'Paul Perrin vivait avec Odile Marchand, sa compagne, et elle est morte. Il laisse la maison comme elle est.';
  expect(codes(verdict(couple('Odile Marchand', 'Paul Perrin'), told))).not.toContain('relation-changed');
  expect(codes(verdict(couple('Paul Perrin', 'Odile Marchand'), told))).toContain('relation-changed');
});

test.each([
  'La souhaite savoir si elle doit payer.',
  'Il a un compte, un en banque.',
  'Sa sœur est Nathalie, avant elle.',
  "L' est une SAS.",
  'Par elle a consenti un legs.',
  'Il existe olographe du 3 mai.',
  'Il a à une amie.',
])('a reader stops at "%s"', (cut) => {
  expect(codes(verdict(`famille:\n  defunt:\n    nom: Odile Perrin`, `Odile Perrin est morte. ${cut}`))).toContain('broken-sentence');
});

const children = `famille:
  defunt:
    nom: Odile Perrin
  descendants:
    enfants[2]{nom,age_au_deces}:
      Hugo,12
      Léa,30`;

test.each([
  ['ages exchanged', 'Odile Perrin est morte. Elle laisse Hugo, son fils de 30 ans, et Léa, sa fille de 12 ans.', 'ambiguous-owner'],
  ['a renunciation nobody told', 'Odile Perrin est morte. Elle laisse Hugo, son fils de 12 ans, et Léa, sa fille de 30 ans. Hugo a renoncé.', 'fact-not-in-target'],
  [
    'a renunciation to the whole of it',
    'Odile Perrin est morte. Elle laisse Hugo, son fils de 12 ans, et Léa, sa fille de 30 ans. Hugo a renoncé à la succession.',
    'fact-not-in-target',
  ],
  ['an occupation nobody told', 'Odile Perrin est morte. Elle laisse Hugo, son fils de 12 ans, et Léa, sa fille de 30 ans. Léa occupe la maison.', 'fact-not-in-target'],
  ['a solution', 'Odile Perrin est morte. Elle laisse Hugo, son fils de 12 ans, et Léa, sa fille de 30 ans. Chacun recevra la moitié.', 'figure-not-in-target'],
  ['English', 'Odile Perrin died and we are all sad, she leaves Hugo who is 12 and Léa who is 30 years old.', 'not-french'],
  ['a dump of fields', 'nom Odile Perrin, date deces 2024-03-05, est decede oui, Hugo 12 ans, Léa 30 ans', 'schema-leak'],
])('%s is refused', (_, text, code) => {
  expect(codes(verdict(children, text))).toContain(code);
});

const both = `${gift}\n`.replace('donations[1]', 'donations[2]') + '    Luc,Odile Perrin,DON_MANUEL,5000';

test.each([
  [
    'a gift each way, of which the text tells one twice',
    both,
    "Odile Perrin est morte. Son fils s'appelle Luc. Odile Perrin avait fait un don manuel de 80 000 € à Luc. Luc a reçu d'Odile Perrin un autre don manuel de 5 000 €.",
    'roles-reversed',
  ],
  [
    'an act that was only meant, beside the same act done',
    gift,
    "Odile Perrin est morte. Son fils s'appelle Luc. Luc a reçu d'Odile Perrin un don manuel de 80 000 €. Odile voulait faire un don manuel à Luc.",
    'only-intended',
  ],
  [
    'the opposite told of the same child',
    `${children}\n`.replace('{nom,age_au_deces}', '{nom,age_au_deces,est_decede}').replace('Hugo,12', 'Hugo,12,false').replace('Léa,30', 'Léa,30,true'),
    'Odile Perrin est morte. Elle laisse Hugo, 12 ans, toujours en vie, et Léa, 30 ans, sa fille, déjà décédée. Hugo, son fils, est mort.',
    'contradiction',
  ],
  [
    'one account where there are two',
    'famille:\n  defunt:\n    nom: Odile Perrin\npatrimoine:\n  actifs[2]{type}:\n    COMPTE_BANCAIRE\n    COMPTE_BANCAIRE',
    'Odile Perrin est morte. Il y a un compte bancaire à partager entre nous.',
    'item-missing',
  ],
  [
    "a daughter's name for a wedding",
    'famille:\n  defunt:\n    nom: Odile Perrin\n    statut_matrimonial: MARIE\n  descendants:\n    enfants[1]{nom}:\n      Marie',
    "Odile Perrin est morte. Sa fille s'appelle Marie.",
    'fact-missing',
  ],
  [
    'an earlier wedding for the last',
    'famille:\n  defunt:\n    nom: Odile Perrin\n  partenaire:\n    lien:\n      type: CONJOINT',
    'Odile Perrin est morte. Elle avait connu un premier mariage.',
    'fact-missing',
  ],
  ['a sentence without its noun', children, 'Odile Perrin est morte. Elle laisse Hugo, son fils de 12 ans, et Léa, sa fille de 30 ans. Hugo a reçu une à Noël.', 'broken-sentence'],
])('%s is refused', (_, target, text, code) => {
  expect(codes(verdict(target, text, code === 'broken-sentence' ? { noise: 'propre' } : undefined))).toContain(code);
});

test("a grandchild's parent is told, by name or as the teller's own child", () => {
  const target = `famille:
  defunt:
    nom: Odile Perrin
  descendants:
    enfants[1]{nom}:
      Corinne
    petits_enfants[1]{nom,parent_nom}:
      Béatrice,Corinne`;
  const stratum = { persona: 'enfant', voice: 'premiere_personne' };
  const begin = "Je m'appelle Corinne. Ma mère, Odile Perrin, est morte.";
  const missing = (text: string): boolean => codes(verdict(target, text, stratum)).includes('relation-missing');
  expect(missing(`${begin} Ma mère laisse une petite-fille, Béatrice. Que faire ?`)).toBe(true);
  expect(missing(`${begin} Il y a ma fille Béatrice. Que faire ?`)).toBe(false);
  expect(missing(`${begin} Il y a une petite-fille, Béatrice, fille de Corinne. Que faire ?`)).toBe(false);
});

test('the same family, told freely, is accepted', () => {
  expect(codes(verdict(children, 'Odile Perrin nous a quittés. Elle avait un garçon, Hugo, 12 ans, et une grande fille de 30 ans, Léa.'))).toEqual([]);
});

test.each(['A-t-elle intérêt à renoncer à la succession ?', 'Peut-on renoncer à la succession ?'])('what one may yet do is not done: %s', (asked) => {
  const target = 'famille:\n  defunt:\n    nom: Odile Perrin\n  descendants:\n    enfants[1]{nom,option_successorale}:\n      Léa,RENONCE';
  expect(codes(verdict(target, `Odile Perrin est morte. Sa fille, Léa, s'interroge. ${asked}`))).toContain('fact-missing');
  expect(codes(verdict(target, 'Odile Perrin est morte. Sa fille, Léa, a renoncé à la succession.'))).toEqual([]);
});

test('who meant well meant no act', () => {
  const told = 'Odile Perrin nous a quittés. Elle avait un garçon, Hugo, 12 ans, et une grande fille de 30 ans, Léa.';
  expect(codes(verdict(children, `${told} Elle voulait bien faire, je crois.`))).toEqual([]);
  expect(codes(verdict(children, `${told} Elle voulait faire un testament, je crois.`))).toContain('only-intended');
});

test('a right is held by the one who holds it', () => {
  const bare =
    'famille:\n  defunt:\n    nom: Paul Roux\npatrimoine:\n  actifs[1]:\n    - type: MAISON\n      demembrement:\n        droits_du_defunt: USUFRUIT\n        nu_proprietaire_nom: Alice';
  expect(codes(verdict(bare, "Paul Roux est mort. Paul Roux n'avait que l'usufruit de la maison. Alice a la nue-propriété de la maison."))).toEqual([]);
  expect(codes(verdict(bare, "Paul Roux est mort. Sa fille, Alice, a l'usufruit de la maison, il n'en avait que la nue-propriété."))).toContain('roles-reversed');
  expect(codes(verdict(bare, "Paul Roux est mort. Pour la maison, Alice a l'usufruit, Paul, le défunt, n'en avait que la nue-propriété."))).toContain('roles-reversed');
});

test('what a pack only asks for is kept with a warning', () => {
  const text = 'Odile Perrin est morte. Elle laisse un fils, Luc Perrin.';
  const target = decodeToon('famille:\n  defunt:\n    nom: Odile Perrin\n  descendants:\n    enfants[1]{nom,age_au_deces}:\n      Luc Perrin,42');
  const judged = (strictness?: StrictnessTable): Verdict => judge({ pack: strictness ? { ...pack, strictness } : pack, dictionary: frenchDictionary(), text, target, hints: {} });
  expect(judged().accepted).toBe(false);
  const soft = judged(readStrictness({ leaves: { 'famille.descendants.enfants.*.age_au_deces': 'should' } }, 'soft'));
  expect(soft.accepted).toBe(true);
  expect(soft.problems.map(({ code, severity }) => [code, severity])).toEqual([['fact-missing', 'warn']]);
});

test('what was denied is not taken up as if it were there', () => {
  const target = 'famille:\n  defunt:\n    nom: Odile Perrin\nliberalites:\n  donations_existent: false\n  donation_entre_epoux:\n    existe: true';
  const text = "Odile Perrin est morte. Elle n'avait fait aucune donation. Au titre de cette donation il a choisi. Il existe une donation au dernier vivant.";
  expect(codes(verdict(target, text, { voice: 'troisieme_personne' }))).toContain('broken-sentence');
});

const family = (deceased: string, other: string): string => `famille:\n  defunt:\n    nom: ${deceased}\n  partenaire:\n    nom: ${other}\n    lien:\n      type: CONCUBIN`;
test.each([
  ['by verb', 'Bruno Dumont vivait en concubinage avec Françoise Bianchi. Françoise Bianchi est morte.'],
  ['by pronoun', 'Bruno Dumont vivait en concubinage avec Françoise Bianchi, et elle est morte.'],
  ['apposed', 'Bruno Dumont vivait en concubinage avec Françoise Bianchi, née en mars, décédée.'],
])('who has died is told %s, and cannot be the other', (_, text) => {
  expect(codes(verdict(family('Françoise Bianchi', 'Bruno Dumont'), text))).not.toContain('relation-changed');
});
test('one who is told dead is not the survivor', () => {
  expect(codes(verdict(family('Bruno Dumont', 'Françoise Bianchi'), 'Bruno Dumont vivait en concubinage avec Françoise Bianchi. Françoise Bianchi est morte.'))).toContain(
    'relation-changed',
  );
});

const insured = (first: number, second: number): string =>
  `famille:\n  defunt:\n    nom: Odile Perrin\nassurance_vie:\n  contrats[2]:\n    - libelle: Cardif\n      assure_nom: Odile Perrin\n      versements[1]{montant}:\n        ${first}\n    - libelle: MAAF\n      assure_nom: Odile Perrin\n      versements[1]{montant}:\n        ${second}`;
test('premiums of two contracts do not change places', () => {
  const text = 'Odile Perrin est morte, deux assurances-vie sur sa tête. Le contrat Cardif a reçu une prime de 17 000 €. Le contrat MAAF a reçu une prime de 41 000 €.';
  expect(codes(verdict(insured(17000, 41000), text))).toEqual([]);
  expect(codes(verdict(insured(41000, 17000), text))).toContain('ambiguous-owner');
});

test('a tax is worked out, whatever else has its figure', () => {
  const target = 'famille:\n  defunt:\n    nom: Odile Perrin\npatrimoine:\n  actifs[1]{type,valeur}:\n    LIVRET,12000';
  expect(codes(verdict(target, 'Odile Perrin est morte. Un livret de 12 000 €.'))).toEqual([]);
  expect(codes(verdict(target, 'Odile Perrin est morte. Un livret de 12 000 €. Les droits à payer sont de 12 000 €.'))).toContain('solution');
});

test('a label and its denial deny; a copy that nobody has denies no will', () => {
  const target = (will: boolean): string => `famille:\n  defunt:\n    nom: Odile Perrin\nliberalites:\n  testament:\n    existe: ${will}`;
  expect(codes(verdict(target(false), 'Odile Perrin, décédée. Testament : aucun.'))).toEqual([]);
  expect(codes(verdict(target(true), 'Odile Perrin, décédée. Testament : aucun.'))).toContain('fact-missing');
  expect(codes(verdict(target(true), "Odile Perrin est morte en laissant un testament. Personne n'a reçu aucune copie du testament."))).toEqual([]);
});

test('a grandchild is told as its mother has it', () => {
  const target = 'famille:\n  defunt:\n    nom: Odile Perrin\n  descendants:\n    enfants[2]{nom}:\n      Anne\n      Luc\n    petits_enfants[1]{nom,parent_nom}:\n      Emma,Anne';
  expect(codes(verdict(target, "Odile Perrin est morte, laissant deux enfants, Luc et Anne, elle-même mère d'une petite Emma.", { voice: 'troisieme_personne' }))).toEqual([]);
  expect(
    codes(verdict(target, 'Odile Perrin est morte, laissant deux enfants, Luc et Anne, et une petite-fille, Emma, fille de Luc. Anne pleure.', { voice: 'troisieme_personne' })),
  ).toContain('relation-changed');
});

/** Ways of writing that say what the target has, or nothing of it. */
test.each([
  ['vegetables, which bequeath nothing', 'famille:\n  defunt:\n    nom: Odile Perrin', 'Odile Perrin est morte. Ses légumes attendent dans le jardin.'],
  ['an hour of the day', 'famille:\n  defunt:\n    nom: Odile Perrin', 'Odile Perrin est morte. Appelez-nous avant 10 h.'],
  ['a date said twice', 'famille:\n  defunt:\n    nom: Odile Perrin\n    date_deces: 2023-04-09', 'On a perdu Odile Perrin le 9 avril 2023, elle est morte le 9 avril 2023.'],
  [
    'one who tells and names another',
    'famille:\n  defunt:\n    nom: Jules Fabre\n  collateraux:\n    freres_soeurs[1]{nom}:\n      Maurice',
    "Je m'appelle Maurice, Jules Fabre était mon frère, il vient de mourir.",
  ],
  [
    'a thing that is common too',
    'famille:\n  defunt:\n    nom: Odile Perrin\npatrimoine:\n  actifs[1]:\n    - type: APPARTEMENT\n      localisation: Metz\n      propriete:\n        nature: COMMUN',
    "Odile Perrin est morte. Il y a l'appartement de Metz, commun lui aussi.",
  ],
])('the gate takes %s', (_, target, text) => {
  expect(codes(verdict(target, text))).toEqual([]);
});

test("neither what is contested nor the bank's own name is an account", () => {
  const target = 'famille:\n  defunt:\n    nom: Odile Perrin\npatrimoine:\n  actifs[1]{type}:\n    COMPTE_BANCAIRE';
  expect(codes(verdict(target, 'Odile Perrin est morte. Il y a un compte.'))).toEqual([]);
  for (const text of ['On conteste ce partage.', 'La banque ne répond pas.']) expect(codes(verdict(target, `Odile Perrin est morte. ${text}`))).toContain('fact-missing');
});

test('a place with a letter wrong is known where faults were asked for', () => {
  const target = 'famille:\n  defunt:\n    nom: Odile Perrin\npatrimoine:\n  actifs[1]{type,localisation}:\n    APPARTEMENT,Bruxelles';
  const text = "Odile Perrin est morte. Il y a l'appartement de Bruxelle.";
  expect(codes(verdict(target, text, { noise: 'legeres_fautes' }))).toEqual([]);
  expect(codes(verdict(target, text, { noise: 'propre' }))).toContain('fact-missing');
});
