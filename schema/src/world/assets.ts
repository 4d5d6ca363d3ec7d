import { banks, countries, towns } from '../lexicon/places.ts';
import { compare, dayBetween, dayIn } from './calendar.ts';
import { idOfPerson, type Asset, type Leaves } from './asset.ts';
import type { Person, WorldBuilder } from './builder.ts';
import { tellCompany } from './companies.ts';

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
  const { nature, origin } = tellOrigin(w, id, path, kind, first);
  if (real && (w.has('demembrement_usufruit') || random.chance(0.05)) && !w.told('dismembered') && (!first || random.chance(0.5))) tellDismemberment(w, id, path, origin);
  if (real && nature === 'PROPRE_DEFUNT' && random.chance(w.has('regimes_matrimoniaux') ? 0.5 : 0.1)) tellReward(w, id, `${NOUNS[kind.type]}${located ? ` ${atTown(town!)}` : ''}`);
  return { id, path, type: kind.type, town: located ? town : undefined, phrase: real ? `${NOUNS[kind.type]}${located ? ` ${atTown(town!)}` : ''}` : undefined, nature };
}

const atTown = (town: string): string => (/^[AEIOUYÉÈÎ]/i.test(town) && !/^Y/.test(town) ? `d'${town}` : `de ${town}`);

function tellOrigin(w: WorldBuilder, id: string, path: string, kind: Kind, first: boolean): { readonly nature: string | undefined; readonly origin: string } {
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
  const someDay = dayIn(random, Math.max(year, adult - 10));
  // A union of a year or two leaves no whole year between its first day and the death.
  const day = !before && start !== undefined && compare(someDay, start) < 0 ? dayBetween(random, start, w.death) : someDay;
  const nature = ownership(w, before, free);
  const needs = w.link === undefined ? [id] : [id, 'partner.link'];
  const regimeWeight = w.has('regimes_matrimoniaux') ? 3 : 0.7;
  const natureNeeds = nature === 'COMMUN' || nature === 'PROPRE_DEFUNT' ? [...needs, 'regime'] : needs;
  w.tell(`${id}.nature`, [[at('propriete.nature'), nature]], { needs: natureNeeds, weight: regimeWeight });
  if (nature === 'INDIVIS' && w.partner) {
    w.tell(`${id}.share`, [[at('propriete.quote_part_defunt'), random.pick([0.5, 0.5, 0.5, 0.6, 0.4, 0.7])]], { needs: [`${id}.nature`], weight: 1 });
    w.tell(`${id}.holder`, [[at('propriete.titulaires_noms'), w.partner.name]], { needs: [`${id}.nature`, 'partner'], weight: 0.7 });
  }
  if (!lasting) return { nature, origin };
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
        [at('acquisition.anciennete_au_deces.valeur'), Math.max(1, w.death.year - day.year)],
        [at('acquisition.anciennete_au_deces.unite'), 'ANNEES'],
      ],
      { needs: [id], excludes: [`${id}.origin`, `${id}.bought`], weight: 0.5 },
    );
  if (start && nature !== undefined && !(first && w.link === 'CONCUBIN'))
    w.tell(`${id}.when`, [[at('acquisition.epoque'), before ? 'AVANT_UNION' : 'PENDANT_UNION']], { needs: [id, 'partner.link'], weight: regimeWeight * 0.35 });
  if (origin === 'ACHAT' && REAL_ESTATE.includes(kind.type))
    w.tell(`${id}.price`, [[at('acquisition.prix'), w.purse.amount(kind.median * 0.5, 0.4)]], { needs: [`${id}.origin`], weight: 0.4 });
  return { nature, origin };
}

/** How rights can have been parted: what was given whole is parted by no succession; a bare owner has the thing from where it was parted. */
function partings(rights: string, origin: string): readonly (readonly [string, number])[] {
  const inherited = origin === 'SUCCESSION' || origin === 'LEGS';
  if (origin === 'DONATION') return [['DONATION', 1]];
  if (rights === 'NUE_PROPRIETE') return [[inherited ? 'SUCCESSION' : origin === 'CONSTRUCTION' ? 'DONATION' : 'ACHAT', 1]];
  return [['SUCCESSION', 3], ['DONATION', 2], ...(inherited ? [] : ([['ACHAT', 0.5]] as const))];
}

function tellDismemberment(w: WorldBuilder, id: string, path: string, origin: string): void {
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
  w.tell('dismembered.origin', [[at('origine'), random.weighted(partings(rights, origin))]], { needs: ['dismembered'], weight: weight * 0.4 });
  const holders: (Person | undefined)[] = rights === 'USUFRUIT' ? [...w.children] : [...w.parents, ...w.siblings];
  const alive = holders.filter((person): person is Person => person !== undefined && !person.dead);
  if (alive.length === 0) return;
  const holder = random.pick(alive);
  const factId = idOfPerson(w, holder);
  if (factId)
    w.tell('dismembered.holder', [[at(rights === 'USUFRUIT' ? 'nu_proprietaire_nom' : 'usufruitier_nom'), holder.name]], { needs: ['dismembered', factId], weight: weight * 0.6 });
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
