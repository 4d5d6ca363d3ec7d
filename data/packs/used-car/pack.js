// A second domain, small on purpose: the sale advertisement of a used car. docs/packs.md walks through it.
import { bool, createRandom, femaleFirstNames, maleFirstNames, num, str, towns } from '@case-swarm/schema';

const leaf = (label, ...cues) => ({ label, cues });
const flag = (label, yes, no = []) => ({ label, cues: [], yes, no });
const codes = (label, byCode) => ({ label, cues: [], codes: byCode });

const leaves = new Map(
  Object.entries({
    'vehicule.marque': leaf('marque'),
    'vehicule.modele': leaf('modèle'),
    'vehicule.date_mise_en_circulation': leaf('mise en circulation', 'circulation', 'de'),
    'vehicule.kilometrage': leaf('kilométrage', 'km|kilometres', 'compteur'),
    'vehicule.carburant': codes('énergie', {
      ESSENCE: ['essence', 'essence'],
      DIESEL: ['diesel', 'diesel|gazole'],
      HYBRIDE: ['hybride', 'hybride'],
      ELECTRIQUE: ['électrique', 'electrique'],
    }),
    'vehicule.boite': codes('boîte', { MANUELLE: ['boîte manuelle', 'manuelle'], AUTOMATIQUE: ['boîte automatique', 'automatique|auto'] }),
    'vehicule.couleur': leaf('couleur'),
    'vehicule.puissance_fiscale': leaf('puissance fiscale', 'chevaux|cv', 'fiscale'),
    'vehicule.nombre_portes': leaf('portes', 'portes'),
    'vehicule.nombre_places': leaf('places', 'places'),
    'etat.controle_technique': flag('contrôle technique à jour', ['le contrôle technique est à jour', 'controle technique']),
    'etat.accidente': flag('accidentée', ['elle a été accidentée', 'accident*']),
    'etat.fumeur': flag('fumeur', ['voiture de fumeur', 'fumeur*']),
    'etat.courroie_changee': flag('courroie changée', ['la courroie a été changée', 'courroie']),
    'etat.pneus': codes('pneus', { NEUFS: ['pneus neufs', 'pneus neufs'], CORRECTS: ['pneus corrects', 'pneus corrects'], USES: ['pneus usés', 'pneus uses'] }),
    'entretien.carnet': flag("carnet d'entretien complet", ["le carnet d'entretien est complet", 'carnet']),
    'entretien.derniere_revision': leaf('dernière révision', 'revision'),
    'entretien.cout_derniere_revision': leaf('coût de la révision', 'revision', 'cout*'),
    'equipements.climatisation': flag('climatisation', ['elle est climatisée', 'clim|climatisation|climatisee']),
    'equipements.attelage': flag('attelage', ['il y a un attelage', 'attelage']),
    'equipements.gps': flag('GPS', ['il y a un GPS', 'gps']),
    'vente.prix': leaf('prix', 'prix', 'vends|vendue|demande'),
    'vente.negociable': flag('prix à débattre', ['le prix est à débattre', 'debattre|negociable|discuter']),
    'vente.ville': leaf('ville', 'visible', 'a'),
    'vendeur.nom': leaf('vendeur'),
  }),
);

const entity = (owner, ...heads) => ({ owner, kind: 'thing', heads, identifiers: [] });
const lexicon = {
  leaves,
  entities: [
    entity('vehicule', 'voiture|vehicule|auto'),
    entity('etat', 'etat'),
    entity('entretien', 'entretien|revision'),
    entity('equipements', 'equipement*'),
    entity('vente', 'vente|vends|prix'),
    { owner: 'vendeur', kind: 'person', heads: ['vendeur'], identifiers: ['nom'] },
  ],
  constants: { near: [], values: [] },
  writing: {
    abbreviations: ['tbe', 'ct', 'km', 'cv', 'ch', 'rdv', 'svp', 'bcp', 'tel', 'ds', 'pr'],
    terms: ['diesel', 'km', 'clim', 'gps', 'hdi', 'tdi', 'ct', 'cv', 'ch'],
    hedges: ['je crois', 'environ', 'a verifier', 'il me semble', 'sauf erreur'],
  },
  claims: [
    { forms: ['garantie'], supports: ['vente.garantie'] },
    { forms: ['accident*'], supports: ['etat.accidente'] },
    { forms: ['attelage'], supports: ['equipements.attelage'] },
    { forms: ['gps'], supports: ['equipements.gps'] },
    { forms: ['carnet'], supports: ['entretien.carnet'] },
    { forms: ['courroie'], supports: ['etat.courroie_changee'] },
  ],
  subject: 'vehicule',
  subjectForms: ['voiture|vehicule|auto', 'elle'],
  ordinaryCapitals: ['gps', 'cv', 'km'],
};

const rule = (id, reason, path, broken) => ({ id, family: 'annonce', reason, check: (payload) => (broken(payload) ? [{ path, message: reason }] : []) });
const rules = [
  rule('C01', 'Une voiture électrique a une boîte automatique.', 'vehicule.boite', (p) => str(p, 'vehicule.carburant') === 'ELECTRIQUE' && str(p, 'vehicule.boite') === 'MANUELLE'),
  rule(
    'C02',
    "Une voiture électrique n'a pas de courroie de distribution.",
    'etat.courroie_changee',
    (p) => str(p, 'vehicule.carburant') === 'ELECTRIQUE' && bool(p, 'etat.courroie_changee') !== undefined,
  ),
  rule(
    'C03',
    'Une voiture a de deux à neuf places.',
    'vehicule.nombre_places',
    (p) => num(p, 'vehicule.nombre_places') !== undefined && (num(p, 'vehicule.nombre_places') < 2 || num(p, 'vehicule.nombre_places') > 9),
  ),
  rule(
    'C04',
    'Une voiture a de deux à cinq portes.',
    'vehicule.nombre_portes',
    (p) => num(p, 'vehicule.nombre_portes') !== undefined && (num(p, 'vehicule.nombre_portes') < 2 || num(p, 'vehicule.nombre_portes') > 5),
  ),
  rule(
    'C05',
    'Le prix passe le coût de la révision.',
    'vente.prix',
    (p) => num(p, 'vente.prix') !== undefined && num(p, 'entretien.cout_derniere_revision') !== undefined && num(p, 'vente.prix') < num(p, 'entretien.cout_derniere_revision'),
  ),
  rule('C06', 'Un compteur ne passe pas le million de kilomètres.', 'vehicule.kilometrage', (p) => (num(p, 'vehicule.kilometrage') ?? 0) > 999_999),
  rule(
    'C07',
    'Une puissance fiscale va de un à quarante chevaux.',
    'vehicule.puissance_fiscale',
    (p) => num(p, 'vehicule.puissance_fiscale') !== undefined && (num(p, 'vehicule.puissance_fiscale') < 1 || num(p, 'vehicule.puissance_fiscale') > 40),
  ),
  rule('C08', 'Une négociation suppose un prix.', 'vente.negociable', (p) => bool(p, 'vente.negociable') !== undefined && num(p, 'vente.prix') === undefined),
];

const MODELS = [
  ['Renault', 'Clio'],
  ['Peugeot', '208'],
  ['Citroën', 'Berlingo'],
  ['Dacia', 'Sandero'],
  ['Toyota', 'Yaris'],
  ['Fiat', 'Panda'],
  ['Skoda', 'Fabia'],
  ['Opel', 'Corsa'],
  ['Kia', 'Picanto'],
  ['Mazda', 'Demio'],
].filter(([, model]) => !/^\d/.test(model));

function makeWorld(seed, _stratum) {
  const random = createRandom(...seed, 'world');
  const [brand, model] = random.pick(MODELS);
  const fuel = random.pick(['ESSENCE', 'DIESEL', 'HYBRIDE', 'ELECTRIQUE']);
  const price = random.int(15, 160) * 100;
  const facts = [];
  const tell = (id, pairs, weight = 1, needs = []) => facts.push({ id, leaves: pairs, needs, excludes: [], weight });
  tell(
    'car',
    [
      ['vehicule.marque', brand],
      ['vehicule.modele', model],
    ],
    3,
  );
  tell('date', [['vehicule.date_mise_en_circulation', String(random.int(2006, 2023))]], 2, ['car']);
  tell('km', [['vehicule.kilometrage', random.int(21, 240) * 1000]], 2, ['car']);
  tell('fuel', [['vehicule.carburant', fuel]], 2, ['car']);
  tell('gears', [['vehicule.boite', fuel === 'ELECTRIQUE' ? 'AUTOMATIQUE' : random.pick(['MANUELLE', 'AUTOMATIQUE'])]], 1, ['car']);
  tell('colour', [['vehicule.couleur', random.pick(['grise', 'blanche', 'noire', 'rouge', 'bleue'])]], 1, ['car']);
  tell('power', [['vehicule.puissance_fiscale', random.pick([4, 5, 6, 7, 8])]], 0.6, ['car']);
  tell('doors', [['vehicule.nombre_portes', random.pick([3, 5])]], 0.6, ['car']);
  tell('seats', [['vehicule.nombre_places', random.pick([4, 7, 9])]], 0.4, ['car']);
  tell('control', [['etat.controle_technique', random.chance(0.8)]], 1, ['car']);
  tell('accident', [['etat.accidente', random.chance(0.2)]], 0.7, ['car']);
  tell('smoke', [['etat.fumeur', random.chance(0.2)]], 0.5, ['car']);
  if (fuel !== 'ELECTRIQUE') tell('belt', [['etat.courroie_changee', random.chance(0.7)]], 0.7, ['car']);
  tell('tyres', [['etat.pneus', random.pick(['NEUFS', 'CORRECTS', 'USES'])]], 0.7, ['car']);
  tell('book', [['entretien.carnet', random.chance(0.8)]], 0.6, ['car']);
  tell('service', [['entretien.derniere_revision', random.pick(['mars dernier', 'juin dernier', 'septembre dernier'])]], 0.5, ['car']);
  tell('service.cost', [['entretien.cout_derniere_revision', random.int(15, 60) * 10]], 0.8, ['service']);
  tell('air', [['equipements.climatisation', random.chance(0.8)]], 0.6, ['car']);
  tell('hitch', [['equipements.attelage', random.chance(0.5)]], 0.4, ['car']);
  tell('gps', [['equipements.gps', random.chance(0.7)]], 0.4, ['car']);
  tell('price', [['vente.prix', price]], 4, ['car']);
  tell('haggle', [['vente.negociable', random.chance(0.6)]], 0.7, ['price']);
  tell('town', [['vente.ville', random.pick(towns)]], 1, ['car']);
  tell('seller', [['vendeur.nom', random.pick([...maleFirstNames, ...femaleFirstNames].filter((name) => !name.includes('-')))]], 0.6, ['car']);
  return { facts, must: ['car', 'price'] };
}

/** A target as its seller would say it. */
function script({ target: p }) {
  const clauses = [];
  const say = (group, label, covers, full, short) => clauses.push({ group, label, covers, full, short: short ?? full });
  const is = (path, yes, no) => {
    const value = bool(p, path);
    if (value !== undefined) say('state', 'État', [path], [value ? yes : no]);
  };
  const [brand, model, year, km] = [str(p, 'vehicule.marque'), str(p, 'vehicule.modele'), str(p, 'vehicule.date_mise_en_circulation'), num(p, 'vehicule.kilometrage')];
  const fuel = { ESSENCE: 'essence', DIESEL: 'diesel', HYBRIDE: 'hybride', ELECTRIQUE: 'électrique' }[str(p, 'vehicule.carburant')];
  const name = `${brand} ${model}`;
  say(
    'car',
    'Véhicule',
    ['vehicule.marque', 'vehicule.modele', 'vehicule.date_mise_en_circulation'],
    [`je vends une ${name}${year ? ` de ${year}` : ''}`, `à vendre, ${name}${year ? ` mise en circulation en ${year}` : ''}`],
    [`${name}${year ? ` de ${year}` : ''}`],
  );
  if (fuel) say('car', 'Véhicule', ['vehicule.carburant'], [`c'est une ${fuel}`, `elle roule en ${fuel}`].slice(0, fuel === 'hybride' || fuel === 'électrique' ? 1 : 2), [fuel]);
  if (km !== undefined) say('car', 'Véhicule', ['vehicule.kilometrage'], [`elle a ${km} km au compteur`, `${km} kilomètres au compteur`], [`${km} km`]);
  const gears = str(p, 'vehicule.boite');
  if (gears) say('car', 'Véhicule', ['vehicule.boite'], [`la boîte est ${gears.toLowerCase()}`], [`boîte ${gears.toLowerCase()}`]);
  const colour = str(p, 'vehicule.couleur');
  if (colour) say('car', 'Véhicule', ['vehicule.couleur'], [`elle est ${colour}`, `de couleur ${colour}`]);
  const number = (path, words) => num(p, path) !== undefined && say('car', 'Véhicule', [path], [words(num(p, path))]);
  number('vehicule.puissance_fiscale', (value) => `elle fait ${value} chevaux fiscaux`);
  number('vehicule.nombre_portes', (value) => `elle a ${value} portes`);
  number('vehicule.nombre_places', (value) => `on y tient à ${value} places`);
  is('etat.controle_technique', 'le contrôle technique est à jour', "le contrôle technique n'est pas à jour");
  is('etat.accidente', 'elle a été accidentée', "elle n'a jamais été accidentée");
  is('etat.fumeur', "c'est une voiture de fumeur", "c'est une voiture de non fumeur");
  is('etat.courroie_changee', 'la courroie a été changée', "la courroie n'a pas été changée");
  const tyres = str(p, 'etat.pneus');
  if (tyres) say('state', 'État', ['etat.pneus'], [{ NEUFS: 'elle a des pneus neufs', CORRECTS: 'elle a des pneus corrects', USES: 'elle a des pneus usés' }[tyres]]);
  is('entretien.carnet', "le carnet d'entretien est complet", "il n'y a pas de carnet d'entretien complet");
  const service = str(p, 'entretien.derniere_revision');
  const cost = num(p, 'entretien.cout_derniere_revision');
  if (service)
    say(
      'state',
      'Entretien',
      ['entretien.derniere_revision', 'entretien.cout_derniere_revision'],
      [`la dernière révision date de ${service}${cost === undefined ? '' : `, une révision à {€:${cost}}`}`],
    );
  is('equipements.climatisation', 'elle est climatisée', "elle n'est pas climatisée");
  is('equipements.attelage', 'il y a un attelage', "il n'y a pas d'attelage");
  is('equipements.gps', 'il y a un GPS', "il n'y a pas de GPS");
  const price = num(p, 'vente.prix');
  if (price !== undefined) say('sale', 'Vente', ['vente.prix'], [`le prix est de {€:${price}}`, `j'en demande {€:${price}}`], [`prix : {€:${price}}`]);
  const haggle = bool(p, 'vente.negociable');
  if (haggle !== undefined) say('sale', 'Vente', ['vente.negociable'], [haggle ? 'le prix est à débattre' : "le prix n'est pas à débattre"]);
  const town = str(p, 'vente.ville');
  if (town) say('sale', 'Vente', ['vente.ville'], [`elle est visible à ${town}`], [`visible à ${town}`]);
  const seller = str(p, 'vendeur.nom');
  if (seller) say('sale', 'Vente', ['vendeur.nom'], [`demandez ${seller}`, `vous pouvez appeler ${seller}`]);
  return {
    clauses,
    referents: {},
    introductions: [],
    titles: [name],
    greetings: ['Bonjour,', 'Bonjour à tous,'],
    openings: ['voici une voiture qui cherche un nouveau garage'],
    closings: ['Merci de votre visite.', 'À bientôt.'],
    questions: ['Qui est intéressé ?', 'Cela vous dit ?', 'Vous passez la voir ?'],
    laments: ['premier arrivé, premier servi'],
    signatures: [],
    asides: [
      'elle a toujours dormi au garage',
      "je m'en sépare à regret",
      'elle démarre au quart de tour',
      'on peut venir la voir le soir ou le week-end',
      'les photos suivront',
      "curieux s'abstenir",
      'un essai est possible sans souci',
      'je réponds aux messages dans la journée',
      'elle nous a emmenés partout sans broncher',
    ],
    formalAsides: ['un essai est possible sur rendez-vous', 'les documents seront présentés sur place'],
    reports: [],
    reportHeadings: [],
  };
}

export default {
  name: 'used-car-fr',
  topics: {},
  lexicon,
  rules,
  makeWorld,
  hardNegatives: {},
  wording: {
    role: "Vous écrivez l'annonce d'une voiture d'occasion, telle qu'une personne réelle l'écrirait. Tous les faits listés y sont, et rien d'autre qui soit un fait.",
    axes: { persona: 'Qui vend', format: 'Forme', length_band: 'Longueur', numeric_density: 'Chiffres' },
    levels: {},
    forbidden: ['aucun fait qui ne soit pas dans la liste', 'aucun code, aucune clé'],
  },
  systemMessage: "Tu lis l'annonce d'une voiture d'occasion et tu réponds par ses faits, en TOON.",
  script,
};
