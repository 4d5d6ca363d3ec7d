import { activities, banks, companyNames, countries, towns } from '../lexicon/places.ts';
import type { LeafValue } from '../payload.ts';
import { dayIn, type Day } from './calendar.ts';
import type { Person, WorldBuilder } from './builder.ts';

type Leaves = readonly (readonly [string, LeafValue | undefined])[];

interface Kind {
  readonly type: string;
  /** Median value in euros and spread of its logarithm. */
  readonly median: number;
  readonly spread: number;
  readonly place: 'town' | 'bank' | 'none';
  readonly weight: number;
  readonly usages?: readonly string[];
}

const REAL_ESTATE = ['MAISON', 'APPARTEMENT', 'STUDIO', 'IMMOBILIER', 'IMMEUBLE_DE_RAPPORT', 'TERRAIN', 'TERRES_AGRICOLES', 'BOIS', 'GARAGE', 'LOCAL_COMMERCIAL'];
const kinds: readonly Kind[] = [
  {
    type: 'MAISON',
    median: 230_000,
    spread: 0.5,
    place: 'town',
    weight: 4,
    usages: ['RESIDENCE_PRINCIPALE', 'RESIDENCE_PRINCIPALE', 'RESIDENCE_SECONDAIRE', 'LOCATIF', 'INOCCUPE'],
  },
  { type: 'APPARTEMENT', median: 190_000, spread: 0.5, place: 'town', weight: 3, usages: ['RESIDENCE_PRINCIPALE', 'LOCATIF', 'LOCATIF', 'RESIDENCE_SECONDAIRE'] },
  { type: 'STUDIO', median: 95_000, spread: 0.4, place: 'town', weight: 0.6, usages: ['LOCATIF', 'INOCCUPE'] },
  { type: 'IMMEUBLE_DE_RAPPORT', median: 480_000, spread: 0.5, place: 'town', weight: 0.4, usages: ['LOCATIF'] },
  { type: 'IMMOBILIER', median: 180_000, spread: 0.5, place: 'town', weight: 0.3, usages: ['LOCATIF', 'INOCCUPE'] },
  { type: 'TERRAIN', median: 70_000, spread: 0.6, place: 'town', weight: 0.7 },
  { type: 'TERRES_AGRICOLES', median: 110_000, spread: 0.6, place: 'town', weight: 0.5, usages: ['LOCATIF', 'PROFESSIONNEL'] },
  { type: 'BOIS', median: 35_000, spread: 0.6, place: 'town', weight: 0.2 },
  { type: 'GARAGE', median: 18_000, spread: 0.4, place: 'town', weight: 0.4 },
  { type: 'LOCAL_COMMERCIAL', median: 160_000, spread: 0.5, place: 'town', weight: 0.3, usages: ['LOCATIF', 'PROFESSIONNEL'] },
  { type: 'COMPTE_BANCAIRE', median: 24_000, spread: 0.9, place: 'bank', weight: 3.4 },
  { type: 'LIVRET', median: 17_000, spread: 0.6, place: 'bank', weight: 1.8 },
  { type: 'PORTEFEUILLE_TITRES', median: 60_000, spread: 0.8, place: 'bank', weight: 1 },
  { type: 'FONDS_DE_COMMERCE', median: 130_000, spread: 0.5, place: 'town', weight: 0.2 },
  { type: 'VEHICULE', median: 11_000, spread: 0.5, place: 'none', weight: 1 },
  { type: 'MEUBLES', median: 7_000, spread: 0.6, place: 'none', weight: 0.7 },
  { type: 'BIJOUX', median: 6_000, spread: 0.7, place: 'none', weight: 0.4 },
  { type: 'OEUVRE_D_ART', median: 22_000, spread: 0.8, place: 'none', weight: 0.2 },
  { type: 'CREANCE', median: 15_000, spread: 0.6, place: 'none', weight: 0.2 },
  { type: 'BATEAU', median: 28_000, spread: 0.6, place: 'none', weight: 0.15 },
  { type: 'PARTS_SCI', median: 140_000, spread: 0.5, place: 'none', weight: 0.4 },
];

export interface Asset {
  readonly id: string;
  readonly path: string;
  readonly type: string;
  readonly town: string | undefined;
  /** "maison de Lyon": how other facts name it. */
  readonly phrase: string | undefined;
  readonly nature: string | undefined;
}

const NOUNS: Record<string, string> = {
  MAISON: 'maison',
  APPARTEMENT: 'appartement',
  STUDIO: 'studio',
  IMMOBILIER: 'bien immobilier',
  IMMEUBLE_DE_RAPPORT: 'immeuble',
  TERRAIN: 'terrain',
  TERRES_AGRICOLES: 'terres',
  BOIS: 'bois',
  GARAGE: 'garage',
  LOCAL_COMMERCIAL: 'local commercial',
};

/** Who owns a thing, by regime and origin (C. civ. 1401, 1405, 515-5): the same words wherever it is told. */
function ownership(w: WorldBuilder, before: boolean, free: boolean): string | undefined {
  if (w.link === 'CONJOINT') {
    if (w.regime === 'COMMUNAUTE_UNIVERSELLE') return 'COMMUN';
    if (w.regime?.startsWith('COMMUNAUTE')) return before || free ? 'PROPRE_DEFUNT' : 'COMMUN';
    return w.random.chance(0.4) && !before && !free ? 'INDIVIS' : 'PERSONNEL';
  }
  if (w.link !== undefined) return w.random.chance(0.45) && !before && !free ? 'INDIVIS' : 'PERSONNEL';
  return undefined;
}

export function tellAssets(w: WorldBuilder): Asset[] {
  const { random } = w;
  const assets: Asset[] = [];
  const count = random.int(3, 6);
  const usedTypes = new Set<string>();
  for (let i = 1; assets.length < count; i++) {
    const first = assets.length === 0;
    const pool = kinds.filter((kind) => !usedTypes.has(kind.type) && (!first || kind.type === 'MAISON' || kind.type === 'APPARTEMENT'));
    const kind = random.weighted(pool.map((item) => [item, item.weight] as const));
    usedTypes.add(kind.type);
    assets.push(tellAsset(w, `asset${i}`, kind, first));
  }
  if (w.is('associe') || w.has('entreprise_dutreil') || random.chance(0.06)) assets.push(tellCompany(w));
  return assets;
}

function tellAsset(w: WorldBuilder, id: string, kind: Kind, first: boolean): Asset {
  const { random } = w;
  const path = `patrimoine.actifs.#${id}`;
  const at = (key: string): string => `${path}.${key}`;
  const real = REAL_ESTATE.includes(kind.type);
  const country = w.abroad && real && !first && random.chance(0.5) ? random.pick(countries) : undefined;
  const town = kind.place === 'town' ? (country ? country.city : random.pick(towns)) : undefined;
  const usage = first ? 'RESIDENCE_PRINCIPALE' : kind.usages && random.chance(0.5) ? random.pick(kind.usages.filter((item) => item !== 'RESIDENCE_PRINCIPALE')) : undefined;
  const topicWeight = w.has('regimes_matrimoniaux') || w.has('demembrement_usufruit') ? 1.4 : 1;
  const core: Leaves = [[at('type'), kind.type], ...(town && random.chance(0.55) ? ([[at('localisation'), town]] as const) : [])];
  const located = core.length > 1;
  w.tell(id, core, { needs: ['deceased'], weight: (first ? 2.2 : 1.2) * topicWeight });
  const detail = (name: string, leaves: Leaves, weight: number, needs: readonly string[] = []): void => w.tell(`${id}.${name}`, leaves, { needs: [id, ...needs], weight });
  detail('value', [[at('valeur'), w.purse.amount(kind.median, kind.spread, kind.place === 'bank')]], 2.4);
  if (real && kind.type === 'MAISON' && random.chance(0.08))
    detail('label', [[at('libelle'), random.pick(['Les Tilleuls', 'La Bergerie', 'Ker Anna', 'Les Glycines', 'Le Clos des Vignes', 'La Tourelle'])]], 1);
  if (kind.type === 'OEUVRE_D_ART' || kind.type === 'BATEAU') detail('label', [[at('libelle'), random.pick(['La Marguerite', 'Le Vent Debout', 'Matin calme', 'Les Pins'])]], 1);
  detail('usage', [[at('usage'), usage]], 1.1);
  if (kind.place === 'bank') detail('bank', [[at('etablissement'), random.pick(banks)]], 0.5);
  if (country)
    detail(
      'abroad',
      [
        ['contexte.international.bien_a_l_etranger.existe', true],
        ['contexte.international.bien_a_l_etranger.pays', country.name],
      ],
      w.has('international_procedure') ? 1.5 : 0.4,
    );
  if (usage === 'LOCATIF') {
    detail('rent', [[at('location.loyer_mensuel'), w.purse.amount(700, 0.4)]], 0.7, [`${id}.usage`]);
    if (kind.type === 'TERRES_AGRICOLES') detail('lease', [[at('location.bail_rural_long_terme'), true]], 0.8);
  }
  const nature = tellOrigin(w, id, path, kind, first);
  if (real && (w.has('demembrement_usufruit') || random.chance(0.05)) && !w.told('dismembered') && (!first || random.chance(0.5))) tellDismemberment(w, id, path);
  if (real && nature === 'PROPRE_DEFUNT' && random.chance(w.has('regimes_matrimoniaux') ? 0.5 : 0.1)) tellReward(w, id, `${NOUNS[kind.type]}${located ? ` ${atTown(town!)}` : ''}`);
  return { id, path, type: kind.type, town: located ? town : undefined, phrase: real ? `${NOUNS[kind.type]}${located ? ` ${atTown(town!)}` : ''}` : undefined, nature };
}

const atTown = (town: string): string => (/^[AEIOUYÉÈÎ]/i.test(town) && !/^Y/.test(town) ? `d'${town}` : `de ${town}`);

function tellOrigin(w: WorldBuilder, id: string, path: string, kind: Kind, first: boolean): string | undefined {
  const { random } = w;
  const at = (key: string): string => `${path}.${key}`;
  const lasting = REAL_ESTATE.includes(kind.type) || kind.type === 'PORTEFEUILLE_TITRES' || kind.type === 'PARTS_SCI' || kind.type === 'OEUVRE_D_ART';
  const origin = lasting
    ? random.weighted([
        ['ACHAT', 5],
        ['SUCCESSION', 2],
        ['DONATION', 0.8],
        ['LEGS', 0.4],
        ['CONSTRUCTION', kind.type === 'MAISON' ? 1 : 0],
        ['REMPLOI', w.regime === 'COMMUNAUTE_REDUITE_AUX_ACQUETS' ? 0.3 : 0],
      ] as const)
    : 'ACHAT';
  const free = origin === 'SUCCESSION' || origin === 'DONATION' || origin === 'LEGS' || origin === 'REMPLOI';
  const adult = w.deceased.birth.year + 22;
  const start = w.unionStart;
  const before = start !== undefined && start.year - adult > 3 && random.chance(0.25);
  const year = before ? random.int(adult, start.year - 1) : random.int(Math.min(w.death.year - 2, Math.max(adult, start ? start.year + 1 : adult)), w.death.year - 1);
  const day = dayIn(random, Math.max(year, adult - 10));
  const nature = ownership(w, before, free);
  const needs = w.link === undefined ? [id] : [id, 'partner.link'];
  const regimeWeight = w.has('regimes_matrimoniaux') ? 3 : 0.7;
  const natureNeeds = nature === 'COMMUN' || nature === 'PROPRE_DEFUNT' ? [...needs, 'regime'] : needs;
  w.tell(`${id}.nature`, [[at('propriete.nature'), nature]], { needs: natureNeeds, weight: regimeWeight });
  if (nature === 'INDIVIS' && w.partner) {
    w.tell(`${id}.share`, [[at('propriete.quote_part_defunt'), random.pick([0.5, 0.5, 0.5, 0.6, 0.4, 0.7])]], { needs: [`${id}.nature`], weight: 1 });
    w.tell(`${id}.holder`, [[at('propriete.titulaires_noms'), w.partner.name]], { needs: [`${id}.nature`, 'partner'], weight: 0.7 });
  }
  if (!lasting) return nature;
  w.tell(`${id}.origin`, [[at('acquisition.origine'), origin]], { needs: [id], weight: 0.6 });
  if (random.chance(0.5))
    w.tell(
      `${id}.bought`,
      [
        [at('acquisition.origine'), origin],
        [at('acquisition.date'), w.date(day, true)],
      ],
      { needs: [id], excludes: [`${id}.origin`, `${id}.years`], weight: 0.6 },
    );
  else
    w.tell(
      `${id}.years`,
      [
        [at('acquisition.origine'), origin],
        [at('acquisition.anciennete_au_deces.valeur'), Math.max(1, w.death.year - year)],
        [at('acquisition.anciennete_au_deces.unite'), 'ANNEES'],
      ],
      { needs: [id], excludes: [`${id}.origin`, `${id}.bought`], weight: 0.5 },
    );
  if (start && nature !== undefined && !(first && w.link === 'CONCUBIN'))
    w.tell(`${id}.when`, [[at('acquisition.epoque'), before ? 'AVANT_UNION' : 'PENDANT_UNION']], { needs: [id, 'partner.link'], weight: regimeWeight * 0.35 });
  if (origin === 'ACHAT' && REAL_ESTATE.includes(kind.type))
    w.tell(`${id}.price`, [[at('acquisition.prix'), w.purse.amount(kind.median * 0.5, 0.4)]], { needs: [`${id}.origin`], weight: 0.4 });
  return nature;
}

function tellDismemberment(w: WorldBuilder, id: string, path: string): void {
  const { random } = w;
  const at = (key: string): string => `${path}.demembrement.${key}`;
  const rights = random.weighted([
    ['NUE_PROPRIETE', 2],
    ['USUFRUIT', 3],
    ['PLEINE_PROPRIETE', 0.5],
    ['QUASI_USUFRUIT', 0],
  ] as const);
  const weight = w.has('demembrement_usufruit') ? 3 : 0.6;
  w.tell('dismembered', [[at('droits_du_defunt'), rights]], { needs: [id], weight });
  if (rights === 'PLEINE_PROPRIETE') return;
  w.tell(
    'dismembered.origin',
    [
      [
        at('origine'),
        random.weighted([
          ['SUCCESSION', 3],
          ['DONATION', 2],
          ['ACHAT', 0.5],
        ] as const),
      ],
    ],
    { needs: ['dismembered'], weight: weight * 0.4 },
  );
  const holders: (Person | undefined)[] = rights === 'USUFRUIT' ? [...w.children] : [...w.parents, ...w.siblings];
  const alive = holders.filter((person): person is Person => person !== undefined && !person.dead);
  if (alive.length === 0) return;
  const holder = random.pick(alive);
  const factId = idOfPerson(w, holder);
  if (factId)
    w.tell('dismembered.holder', [[at(rights === 'USUFRUIT' ? 'nu_proprietaire_nom' : 'usufruitier_nom'), holder.name]], { needs: ['dismembered', factId], weight: weight * 0.6 });
}

/** The fact that introduces a person of this story. */
export function idOfPerson(w: WorldBuilder, person: Person): string | undefined {
  return w.facts.find((fact) => fact.leaves.some(([path, value]) => path.startsWith(`${person.path}.`) && value === person.name))?.id;
}

/** A cash hoard whose usufructuary may spend it: C. civ. 587. */
export function tellQuasiUsufruct(w: WorldBuilder, assets: readonly Asset[]): void {
  const account = assets.find((asset) => asset.type === 'LIVRET' || asset.type === 'COMPTE_BANCAIRE');
  if (!account || w.told('dismembered') || !w.random.chance(w.has('demembrement_usufruit') ? 1 : 0.02)) return;
  w.tell('dismembered', [[`${account.path}.demembrement.droits_du_defunt`, 'QUASI_USUFRUIT']], { needs: [account.id], weight: w.has('demembrement_usufruit') ? 3 : 0.5 });
  w.tell('dismembered.origin', [[`${account.path}.demembrement.origine`, 'SUCCESSION']], { needs: ['dismembered'], weight: 0.5 });
}

function tellReward(w: WorldBuilder, assetId: string, phrase: string): void {
  if (w.told('reward') || w.told('works')) return;
  const cost = w.purse.amount(35_000, 0.5);
  if (w.random.chance(0.5)) {
    const path = 'patrimoine.ameliorations_bien_propre.#w1';
    w.tell(
      'works',
      [
        [`${path}.bien`, phrase],
        [`${path}.finance_par`, 'COMMUNAUTE'],
      ],
      { needs: [assetId, `${assetId}.nature`], weight: 1.2 },
    );
    w.tell('works.cost', [[`${path}.cout`, cost]], { needs: ['works'], weight: 1.2 });
    return;
  }
  const path = 'patrimoine.recompenses.#r1';
  const motive = w.random.pick(['TRAVAUX', 'FINANCEMENT_ACQUISITION', 'REMBOURSEMENT_EMPRUNT']);
  w.tell(
    'reward',
    [
      [`${path}.sens`, 'DUE_A_LA_COMMUNAUTE'],
      [`${path}.motif`, motive],
    ],
    { needs: [assetId, 'regime'], weight: 1.3 },
  );
  w.tell('reward.spouse', [[`${path}.epoux_nom`, w.deceased.name]], { needs: ['reward'], weight: 0.6 });
  w.tell('reward.amount', [[`${path}.montant`, w.purse.amount(40_000, 0.4)]], { needs: ['reward'], weight: 1 });
  w.tell('reward.cost', [[`${path}.cout`, cost]], { needs: ['reward'], weight: 0.8 });
  if (motive === 'TRAVAUX') w.tell('reward.without', [[`${path}.valeur_sans_travaux`, w.purse.amount(150_000, 0.3)]], { needs: ['reward.cost'], weight: 0.5 });
}

/** Own funds of the deceased that went into the joint account: the community owes them (C. civ. 1433). */
export function tellCommunityDebt(w: WorldBuilder): void {
  if (w.link !== 'CONJOINT' || w.regime !== 'COMMUNAUTE_REDUITE_AUX_ACQUETS' || w.told('reward') || !w.random.chance(w.has('regimes_matrimoniaux') ? 0.4 : 0.02)) return;
  const path = 'patrimoine.recompenses.#r1';
  w.tell(
    'reward',
    [
      [`${path}.sens`, 'DUE_PAR_LA_COMMUNAUTE'],
      [`${path}.motif`, 'ENCAISSEMENT_FONDS_PROPRES'],
    ],
    { needs: ['regime'], weight: 1.3 },
  );
  w.tell('reward.spouse', [[`${path}.epoux_nom`, w.deceased.name]], { needs: ['reward'], weight: 0.8 });
  w.tell('reward.amount', [[`${path}.montant`, w.purse.amount(30_000, 0.5)]], { needs: ['reward'], weight: 1 });
}

/** A thing of the surviving spouse, named so that nobody counts it in the estate. */
export function tellPartnerAsset(w: WorldBuilder): void {
  if (w.link !== 'CONJOINT' || w.regime !== 'COMMUNAUTE_REDUITE_AUX_ACQUETS' || !w.random.chance(w.has('regimes_matrimoniaux') ? 0.3 : 0.03)) return;
  const path = 'patrimoine.actifs.#partner';
  w.tell(
    'partner.asset',
    [
      [`${path}.type`, 'BIJOUX'],
      [`${path}.propriete.nature`, 'PROPRE_PARTENAIRE'],
    ],
    { needs: ['partner', 'regime'], weight: 1 },
  );
}

function tellCompany(w: WorldBuilder): Asset {
  const { random } = w;
  const id = 'company';
  const path = `patrimoine.actifs.#${id}`;
  const at = (key: string): string => `${path}.entreprise.${key}`;
  const topic = w.has('entreprise_dutreil');
  const weight = topic ? 2 : 1;
  const type = random.weighted([
    ['SARL', 3],
    ['SAS', 2],
    ['SA', 0.6],
    ['EURL', w.is('associe') ? 0 : 0.6],
    ['SCI', topic ? 0 : 0.8],
    ['EXPLOITATION_AGRICOLE', 0.8],
    ['COMMERCE', w.is('associe') ? 0 : 0.5],
    ['PROFESSION_LIBERALE', 0.4],
    ['PME', 0.6],
    ['HOLDING', 0.5],
  ] as const);
  const name = random.pick(companyNames);
  w.tell(
    id,
    [
      [`${path}.type`, 'ENTREPRISE'],
      [at('type'), type],
    ],
    { needs: ['deceased'], weight: topic ? 4 : 2 },
  );
  if (w.is('associe')) w.must.push(id);
  const detail = (key: string, leaves: Leaves, factor: number, needs: readonly string[] = []): void =>
    w.tell(`${id}.${key}`, leaves, { needs: [id, ...needs], weight: weight * factor });
  detail('name', [[at('nom'), name]], 1);
  detail('activity', [[at('activite'), random.pick(activities)]], 0.5);
  const share = type === 'EURL' || type === 'COMMERCE' ? undefined : random.pick([0.25, 0.3, 0.4, 0.5, 0.5, 0.6, 0.75, 0.8]);
  detail('share', [[at('part_detenue'), share]], 0.9);
  detail('value', [[`${path}.valeur`, w.purse.amount(420_000, 0.7)]], 1.3);
  const eligible = type !== 'SCI' && random.chance(0.75);
  detail('dutreil', [[at('est_presente_comme_eligible_dutreil'), eligible]], topic ? 2 : 0.3);
  const pact = eligible && random.chance(0.6);
  detail('pact', [[at('pacte_dutreil.existe'), pact]], topic ? 1.2 : 0.2, [`${id}.dutreil`]);
  if (pact) {
    detail('pact.date', [[at('pacte_dutreil.date'), w.date(dayIn(random, random.int(Math.max(2004, w.death.year - 8), w.death.year - 1)))]], 0.7, [`${id}.pact`]);
    detail('pact.years', [[at('pacte_dutreil.duree_engagement'), random.pick([2, 4, 6])]], 0.5, [`${id}.pact`]);
  }
  if (type !== 'EURL' && type !== 'COMMERCE' && random.chance(0.35)) detail('approval', [[at('clause_agrement'), random.chance(0.75)]], 0.6);
  if (type === 'HOLDING') detail('active', [[at('est_holding_animatrice'), random.chance(0.8)]], 0.9);
  if (random.chance(0.3)) detail('debt', [[at('passif_social'), w.purse.amount(60_000, 0.6)]], 0.5);
  const manager = w.children.find((child) => !child.dead && !child.minor);
  if (manager && random.chance(0.4)) {
    const managerId = idOfPerson(w, manager);
    if (managerId) detail('manager', [[at('dirigeant_nom'), manager.name]], 0.6, [managerId]);
  }
  if (share !== undefined && share < 1 && (w.is('associe') || random.chance(0.25))) {
    const associate = w.person(`${path}.associate`, { birth: dayIn(random, w.death.year - random.int(35, 68)) });
    detail('associate', [[at('associes_noms'), associate.name]], 0.6);
    if (w.is('associe')) w.must.push(`${id}.associate`);
  }
  return { id, path, type: 'ENTREPRISE', town: undefined, phrase: undefined, nature: undefined };
}

interface DebtKind {
  readonly type: string;
  readonly median: number;
  readonly creditor: 'bank' | 'none' | 'person' | 'department';
  readonly dated: boolean;
}
const debtKinds: readonly (readonly [DebtKind, number])[] = [
  [{ type: 'EMPRUNT_IMMOBILIER', median: 48_000, creditor: 'bank', dated: true }, 2.5],
  [{ type: 'CREDIT_CONSOMMATION', median: 7_500, creditor: 'bank', dated: true }, 1.5],
  [{ type: 'IMPOT_REVENU', median: 3_200, creditor: 'none', dated: false }, 1.2],
  [{ type: 'IMPOT_SUCCESSION', median: 9_000, creditor: 'none', dated: false }, 0.4],
  [{ type: 'TAXE_FONCIERE', median: 1_450, creditor: 'none', dated: false }, 0.9],
  [{ type: 'FRAIS_FUNERAIRES', median: 4_300, creditor: 'none', dated: false }, 1.6],
  [{ type: 'FRAIS_DE_SANTE', median: 5_200, creditor: 'none', dated: false }, 1.2],
  [{ type: 'CAUTIONNEMENT', median: 30_000, creditor: 'bank', dated: true }, 0.5],
  [{ type: 'PRET_FAMILIAL', median: 14_000, creditor: 'person', dated: true }, 1],
  [{ type: 'AIDE_SOCIALE_RECUPERABLE', median: 21_000, creditor: 'department', dated: false }, 0.7],
  [{ type: 'DETTE_PROFESSIONNELLE', median: 26_000, creditor: 'none', dated: false }, 0.6],
  [{ type: 'DECOUVERT_BANCAIRE', median: 1_900, creditor: 'bank', dated: false }, 0.7],
  [{ type: 'LOYERS_IMPAYES', median: 2_700, creditor: 'none', dated: false }, 0.4],
];

export function tellDebts(w: WorldBuilder): void {
  const { random } = w;
  const topic = w.has('dettes_passif');
  const count = topic
    ? random.int(2, 4)
    : random.weighted([
        [0, 4],
        [1, 3],
        [2, 2],
      ] as const);
  if (count === 0) {
    w.tell('debts.none', [['patrimoine.passif_existe', false]], { needs: ['deceased'], weight: 0.7 });
    return;
  }
  const used = new Set<string>();
  for (let i = 1; i <= count; i++) {
    const pool = debtKinds.filter(([item]) => !used.has(item.type));
    const kind = random.weighted(pool);
    used.add(kind.type);
    tellDebt(w, `debt${i}`, kind, topic);
  }
  if (w.link === 'CONJOINT' && w.regime === 'SEPARATION_DE_BIENS' && random.chance(0.3))
    tellDebt(w, 'debt9', { type: 'CREANCE_ENTRE_EPOUX', median: 45_000, creditor: 'none', dated: false }, topic);
  if (!topic) w.tell('debts.some', [['patrimoine.passif_existe', true]], { needs: ['deceased'], excludes: ['debt'], weight: 0.35 });
}

function tellDebt(w: WorldBuilder, id: string, kind: DebtKind, topic: boolean): void {
  const { random } = w;
  const path = `patrimoine.passifs.#${id}`;
  const at = (key: string): string => `${path}.${key}`;
  const weight = topic ? 2.5 : 0.8;
  w.tell(id, [[at('type'), kind.type]], { needs: kind.type === 'CREANCE_ENTRE_EPOUX' ? ['deceased', 'partner'] : ['deceased'], weight });
  const detail = (key: string, leaves: Leaves, factor: number, needs: readonly string[] = []): void =>
    w.tell(`${id}.${key}`, leaves, { needs: [id, ...needs], weight: weight * factor });
  detail('value', [[at('valeur'), w.purse.amount(kind.median, 0.5, true)]], 1.4);
  if (kind.type === 'CREDIT_CONSOMMATION' && random.chance(0.3)) detail('label', [[at('libelle'), random.pick(['crédit voiture', 'crédit cuisine', 'crédit travaux'])]], 0.8);
  if (kind.creditor === 'bank') detail('creditor', [[at('creancier_nom'), random.pick(banks)]], 0.5);
  if (kind.creditor === 'department') detail('creditor', [[at('creancier_nom'), 'département']], 0.5);
  if (kind.type === 'CREANCE_ENTRE_EPOUX' && w.partner) detail('creditor', [[at('creancier_nom'), w.partner.name]], 0.8);
  if (kind.creditor === 'person') {
    const lender = [...w.siblings, ...w.children].find((person) => !person.dead && !person.minor);
    const lenderId = lender && idOfPerson(w, lender);
    if (lender && lenderId) detail('creditor', [[at('creancier_nom'), lender.name]], 0.8, [lenderId]);
  }
  const start: Day = dayIn(random, random.int(Math.max(w.deceased.birth.year + 25, w.death.year - 14), w.death.year - 1));
  if (kind.dated) detail('date', [[at('date'), w.date(start, true)]], 0.4);
  if (kind.type === 'EMPRUNT_IMMOBILIER') detail('insured', [[at('assurance_emprunteur'), random.chance(0.6)]], 0.5);
  if (w.link === 'CONJOINT' && w.regime?.startsWith('COMMUNAUTE') && (kind.type.startsWith('EMPRUNT') || kind.type.startsWith('CREDIT')))
    detail('nature', [[at('nature'), random.chance(0.7) ? 'COMMUNE' : 'PERSONNELLE']], 0.5, ['regime']);
  if (random.chance(0.12)) detail('contested', [[at('contestee'), true]], 0.7);
}

export function tellTotals(w: WorldBuilder): void {
  const { random } = w;
  const gross = w.purse.amount(380_000, 0.5);
  if (random.chance(0.3)) {
    const debts = w.purse.amount(35_000, 0.6);
    const net = gross - debts;
    if (net > 0) {
      w.purse.reserve(net);
      // Announced totals stand instead of the single items, never beside them: a sum that does not match would be a lie.
      w.tell(
        'totals.gross',
        [
          ['patrimoine.totaux.actif_brut', gross],
          ['patrimoine.totaux.passif', debts],
        ],
        { needs: ['deceased'], excludes: ['asset', 'company', 'debt', 'totals.net'], weight: 0.5 },
      );
    }
  }
  w.tell('totals.net', [['patrimoine.totaux.actif_net', gross]], { needs: ['deceased'], excludes: ['asset', 'company', 'debt', 'totals.gross'], weight: 0.5 });
  if (random.chance(0.3)) w.tell('assets.no-more', [['patrimoine.autres_actifs_existent', false]], { needs: ['asset1'], weight: 0.4 });
}
