import { compare, dayIn, yearsBetween, type Day } from './calendar.ts';
import type { Person, WorldBuilder } from './builder.ts';
import { type Asset, type Leaves, idOfPerson } from './asset.ts';

/** A friend or carer who is no heir; made once, told where a gift or a legacy names them. */
function friend(w: WorldBuilder): { person: Person; id: string } {
  const known = w.friends[0];
  if (known) return { person: known, id: 'friend' };
  const path = 'famille.collateraux.autres_parents.#friend';
  const person = w.person(path, { birth: dayIn(w.random, w.death.year - w.random.int(35, 75)) });
  w.friends.push(person);
  w.tell(
    'friend',
    [
      [`${path}.nom`, person.name],
      [`${path}.lien`, w.random.pick(['AMI', 'AMI', 'FILLEUL'])],
    ],
    { needs: ['deceased'], weight: 0.15 },
  );
  return { person, id: 'friend' };
}

function someone(w: WorldBuilder, pool: readonly Person[]): { person: Person; id: string } {
  const alive = pool.filter((person) => !person.dead);
  if (alive.length > 0 && w.random.chance(0.85)) {
    const person = w.random.pick(alive);
    const id = idOfPerson(w, person);
    if (id) return { person, id };
  }
  return friend(w);
}

export function tellGifts(w: WorldBuilder): void {
  const { random } = w;
  const topic = w.has('donations_reduction');
  const count = topic
    ? random.int(1, 3)
    : random.weighted([
        [0, 6],
        [1, 2.5],
        [2, 1],
      ] as const);
  if (count === 0) {
    w.tell('gifts.none', [['liberalites.donations_existent', false]], { needs: ['deceased'], weight: 0.8 });
    return;
  }
  for (let i = 1; i <= count; i++) tellGift(w, i, topic);
  if (!topic && !w.has('entreprise_dutreil'))
    w.tell('gifts.some', [['liberalites.donations_existent', true]], { needs: ['deceased'], excludes: ['gift1', 'gift2', 'gift3'], weight: 0.3 });
}

/** Age of the youngest that a gift goes to. */
const GIFT_AGE = 8;
const giftMedian: Record<string, number> = { SOMME_D_ARGENT: 30_000, IMMEUBLE: 140_000, TITRES: 60_000, VEHICULE: 12_000, BIENS_RURAUX: 70_000, OBJET_MOBILIER: 5_000 };

function tellGift(w: WorldBuilder, index: number, topic: boolean): void {
  const { random } = w;
  const id = `gift${index}`;
  const path = `liberalites.donations.#${id}`;
  const at = (key: string): string => `${path}.${key}`;
  // Nobody gives fields to a baby.
  const old = (person: Person): boolean => person.birth.year + GIFT_AGE < w.death.year;
  const receiver = someone(w, (w.children.length > 0 ? w.children : [...w.siblings, ...w.nephews]).filter(old));
  const inFamily = w.children.includes(receiver.person as (typeof w.children)[number]);
  const type = random.weighted([
    ['DONATION_SIMPLE', 3],
    ['DON_MANUEL', 3],
    // It shares among several (C. civ. art. 1075).
    ['DONATION_PARTAGE', inFamily && w.children.length > 1 ? 1.5 : 0],
    ['DONATION_DE_NUE_PROPRIETE', inFamily ? 1 : 0],
    ['PRESENT_D_USAGE', 0.4],
  ] as const);
  const object =
    type === 'DON_MANUEL'
      ? random.weighted([
          ['SOMME_D_ARGENT', 5],
          ['VEHICULE', 1],
          ['OBJET_MOBILIER', 0.7],
        ] as const)
      : type === 'PRESENT_D_USAGE'
        ? random.pick(['SOMME_D_ARGENT', 'OBJET_MOBILIER'] as const)
        : type === 'DONATION_DE_NUE_PROPRIETE'
          ? 'IMMEUBLE'
          : random.weighted([
              ['IMMEUBLE', 4],
              ['SOMME_D_ARGENT', 2],
              ['TITRES', 1],
              ['BIENS_RURAUX', 0.6],
            ] as const);
  const weight = topic ? 3 : 0.6;
  w.tell(
    id,
    [
      [at('donateur_nom'), w.deceased.name],
      [at('beneficiaire_nom'), receiver.person.name],
      [at('type'), type],
    ],
    { needs: ['deceased', receiver.id], weight },
  );
  const detail = (key: string, leaves: Leaves, factor: number, needs: readonly string[] = []): void =>
    w.tell(`${id}.${key}`, leaves, { needs: [id, ...needs], weight: weight * factor });
  const earliest = Math.max(w.deceased.birth.year + 28, receiver.person.birth.year + GIFT_AGE, w.death.year - 28);
  const day = dayIn(random, Math.min(w.death.year - 1, random.int(Math.min(earliest, w.death.year - 1), w.death.year - 1)));
  const years = yearsBetween(day, w.death);
  if (random.chance(0.65) || years < 1) detail('date', [[at('date'), w.date(day, true)]], 0.8);
  else
    detail(
      'ago',
      [
        [at('anciennete_au_deces.valeur'), years],
        [at('anciennete_au_deces.unite'), 'ANNEES'],
      ],
      0.8,
    );
  const given = w.purse.amount(type === 'PRESENT_D_USAGE' ? 900 : giftMedian[object]!, 0.6);
  detail('object', [[at('objet'), object]], 0.9);
  detail('amount', [[at('montant'), given]], 1.1);
  if (object !== 'SOMME_D_ARGENT' && type !== 'PRESENT_D_USAGE') detail('now', [[at('valeur_au_deces'), w.purse.amount(given * 1.4, 0.25)]], 0.6, [`${id}.object`]);
  if (['IMMEUBLE', 'TITRES', 'VEHICULE'].includes(object) && type !== 'DONATION_DE_NUE_PROPRIETE' && random.chance(0.25))
    detail('resold', [[at('prix_de_revente'), w.purse.amount(given * 1.2, 0.25)]], 0.4, [`${id}.object`]);
  if (inFamily && type !== 'PRESENT_D_USAGE') {
    const extra = random.chance(0.35);
    detail('charge', [[at('imputation'), extra ? 'HORS_PART' : 'AVANCEMENT_DE_PART']], 0.6);
    if (extra && random.chance(0.4)) detail('exempt', [[at('dispense_de_rapport'), true]], 0.4, [`${id}.charge`]);
  }
  if (type === 'DONATION_SIMPLE' || type === 'DONATION_PARTAGE') detail('notary', [[at('forme_notariee'), true]], 0.4);
  if (type === 'DON_MANUEL') detail('notary', [[at('forme_notariee'), false]], 0.2);
  if (object === 'IMMEUBLE' && random.chance(0.4)) detail('usufruct', [[at('reserve_usufruit'), true]], 0.6);
  if (type !== 'DON_MANUEL' && type !== 'PRESENT_D_USAGE' && random.chance(0.2)) detail('return', [[at('clause_retour'), true]], 0.4);
  if (object === 'SOMME_D_ARGENT' && type !== 'PRESENT_D_USAGE' && random.chance(0.35)) tellUse(w, id, given, detail);
  if (years < 15 && given > 8_000 && type !== 'PRESENT_D_USAGE' && random.chance(0.25)) {
    const allowance = allowanceOf(w, receiver.person);
    detail('allowance', [[at('abattement_utilise'), atMost(w, Math.min(allowance, given))]], 0.4);
    if (object === 'IMMEUBLE') detail('corrected', [[at('valeur_retenue_fiscalement'), w.purse.amount(given * 1.5, 0.1)]], 0.3);
    if (given > allowance * 1.1) detail('tax', [[at('droits_payes'), w.purse.amount(Math.max(800, (given - allowance) * 0.15), 0.3)]], 0.3);
  }
  if (type === 'DONATION_PARTAGE' && w.children.length > 1 && random.chance(0.4)) detail('balance', [[at('soulte'), w.purse.amount(18_000, 0.5)]], 0.5);
}

type Detail = (key: string, leaves: Leaves, factor: number, needs: readonly string[]) => void;

/** What the money was used for: one thing bought, or one bought first, sold again, and another bought with its price. */
function tellUse(w: WorldBuilder, id: string, given: number, detail: Detail): void {
  const { random } = w;
  const at = (key: string): string => `liberalites.donations.#${id}.emploi.${key}`;
  const [bought, before] = random.shuffle(USES.filter(([, least, most]) => given >= least && given <= most).map(([thing]) => thing));
  if (bought === undefined) return;
  const use = [`${id}.use`];
  detail('use', [[at('bien_acquis'), bought]], 0.6, [`${id}.object`]);
  const isCar = bought === 'voiture';
  const value = w.purse.amount(given * (isCar ? 0.5 : 3), 0.3);
  detail('use.value', [[at('valeur_du_bien_acquis'), value]], 0.4, use);
  if (random.chance(0.4)) detail('use.price', [[at('prix_d_achat'), w.purse.amount(given * (isCar ? 1.1 : 2), isCar ? 0.08 : 0.2)]], 0.4, use);
  else detail('use.share', [[at('part_financee'), random.pick([0.5, 0.25, 0.3, 0.4])]], 0.3, use);
  if (!isCar && random.chance(0.3)) detail('use.without', [[at('valeur_sans_travaux'), w.purse.amount(value * 0.8, 0.05)]], 0.3, [`${id}.use.value`]);
  if (isCar || before === undefined || before === 'voiture' || random.chance(0.6)) return;
  detail('use.first', [[at('bien_intermediaire'), before]], 0.5, use);
  detail(
    'use.first.prices',
    [
      [at('achat_du_bien_intermediaire'), w.purse.amount(given * 1.3, 0.2)],
      [at('revente_du_bien_intermediaire'), w.purse.amount(given * 1.6, 0.2)],
    ],
    0.4,
    [`${id}.use.first`],
  );
}

/** What a sum of money is spent on, and between which sums: nobody pays for a garage with 200,000 €. */
const USES: readonly (readonly [thing: string, least: number, most: number])[] = [
  ['voiture', 3_000, 45_000],
  ['garage', 4_000, 20_000],
  ['terrain', 8_000, 150_000],
  ['studio', 20_000, 150_000],
  ['appartement', 30_000, Infinity],
  ['local commercial', 30_000, Infinity],
];

/** What may be given free of tax every fifteen years, in euros (CGI art. 779 and 788). */
function allowanceOf(w: WorldBuilder, receiver: Person): number {
  if (w.children.some(({ key }) => key === receiver.key)) return 100_000;
  if (w.siblings.some(({ key }) => key === receiver.key)) return 15_932;
  return w.nephews.some(({ key }) => key === receiver.key) ? 7_967 : 1_594;
}

/** A sum not above a limit, in euros. */
function atMost(w: WorldBuilder, limit: number): number {
  let sum = w.purse.amount(limit * 0.8, 0.15);
  for (let share = 0.7; sum > limit; share *= 0.9) sum = w.purse.amount(limit * share, 0.05);
  return sum;
}

export function tellWill(w: WorldBuilder, assets: readonly Asset[]): void {
  const { random } = w;
  const topic = w.has('testament_legs');
  const exists = topic || random.chance(0.3);
  const at = (key: string): string => `liberalites.testament.${key}`;
  w.tell('will', [[at('existe'), exists]], { needs: ['deceased'], weight: topic ? 4 : 0.9 });
  if (!exists) return;
  /** Who and what has a part in the will already. */
  const used = new Set<string>();
  const weight = topic ? 1.6 : 0.5;
  const detail = (key: string, leaves: Leaves, factor: number, needs: readonly string[] = []): void =>
    w.tell(`will.${key}`, leaves, { needs: ['will', ...needs], weight: weight * factor });
  const form = random.weighted([
    ['OLOGRAPHE', 5],
    ['AUTHENTIQUE', 2.5],
    ['MYSTIQUE', 0.1],
    ['INTERNATIONAL', 0.2],
  ] as const);
  detail('form', [[at('forme'), form]], 1);
  const written = dayIn(random, random.int(Math.max(w.deceased.birth.year + 30, w.death.year - 15), w.death.year - 1));
  detail('date', [[at('date'), w.date(written)]], 0.9);
  if (form === 'OLOGRAPHE' && random.chance(0.4)) detail('kept', [[at('depose_chez_notaire'), random.chance(0.8)]], 0.5);
  if (random.chance(0.1)) detail('several', [[at('plusieurs_testaments'), true]], 0.8);
  if (random.chance(0.06)) detail('revoked', [[at('revoque'), random.chance(0.5)]], 0.7);
  const targetPool = [...w.children, ...w.siblings].filter((person) => !person.dead);
  if (targetPool.length > 1 && random.chance(0.2)) {
    const out = random.pick(targetPool.slice(1));
    const outId = idOfPerson(w, out);
    // Who is to have nothing is left nothing.
    if (outId) {
      detail('disinherited', [[at('exheredes_noms'), out.name]], 0.8, [outId]);
      used.add(out.key);
    }
  }
  if (random.chance(0.2)) {
    const executor = someone(w, w.siblings);
    detail('executor', [[at('executeur_nom'), executor.person.name]], 0.5, [executor.id]);
  }
  if (random.chance(0.12)) {
    const agent = friend(w);
    detail(
      'mandate',
      [
        [at('mandat_posthume.mandataire_nom'), agent.person.name],
        [at('mandat_posthume.duree'), random.pick([2, 3, 5])],
      ],
      0.6,
      [agent.id],
    );
  }
  if (w.children.length > 1 && random.chance(0.15)) detail('partition', [[at('testament_partage'), true]], 0.6);
  if (w.link === 'CONJOINT' && form === 'AUTHENTIQUE' && random.chance(0.3))
    w.tell('partner.no-home', [['famille.droits_du_partenaire.prive_de_droit_au_logement', true]], { needs: ['will.form', 'partner'], weight: 0.8 });
  for (let i = 1; i <= (topic ? random.int(1, 2) : 1); i++) tellLegacy(w, i, assets, weight, used);
}

function tellLegacy(w: WorldBuilder, index: number, assets: readonly Asset[], weight: number, used: Set<string>): void {
  const { random } = w;
  const id = `legacy${index}`;
  const path = `liberalites.legs.#${id}`;
  const at = (key: string): string => `${path}.${key}`;
  const pool = [...w.nephews, ...w.siblings, ...w.grandchildren, ...w.children, ...(w.partner ? [w.partner] : [])].filter((person) => !used.has(person.key));
  const heir = w.is('tiers') && index === 1 ? friend(w) : someone(w, pool);
  if (used.has(heir.person.key)) return;
  used.add(heir.person.key);
  const asset = assets.find((item) => item.phrase !== undefined && !used.has(item.id));
  const type =
    index > 1
      ? 'PARTICULIER'
      : random.weighted([
          ['UNIVERSEL', 1.3],
          ['A_TITRE_UNIVERSEL', 1],
          ['PARTICULIER', 2],
        ] as const);
  w.tell(
    id,
    [
      [at('beneficiaire_nom'), heir.person.name],
      [at('type'), type],
    ],
    { needs: ['will', heir.id], weight: weight * 2.2 },
  );
  const detail = (key: string, leaves: Leaves, factor: number, needs: readonly string[] = []): void =>
    w.tell(`${id}.${key}`, leaves, { needs: [id, ...needs], weight: weight * factor });
  if (type === 'PARTICULIER') {
    if (asset && random.chance(0.55)) {
      used.add(asset.id);
      detail('object', [[at('objet'), asset.phrase]], 1.4, [asset.id]);
      if (random.chance(0.3)) detail('rights', [[at('droits'), random.pick(['USUFRUIT', 'NUE_PROPRIETE', 'PLEINE_PROPRIETE'])]], 0.7, [`${id}.object`]);
    } else detail('sum', [[at('montant'), w.purse.amount(20_000, 0.6)]], 1.4);
  }
  if (type === 'A_TITRE_UNIVERSEL') detail('share', [[at('quote_part'), random.pick([0.5, 0.25, 1 / 3].map((part) => Math.round(part * 10_000) / 10_000))]], 1.4);
  if (random.chance(0.2)) {
    const charge = random.pick(['RENTE', 'ENTRETIEN_D_UNE_PERSONNE', 'ENTRETIEN_TOMBE', 'SOIN_D_UN_ANIMAL']);
    detail('charge', [[at('charge.type'), charge]], 0.8);
    if (charge === 'RENTE') detail('charge.amount', [[at('charge.montant_mensuel'), w.purse.amount(350, 0.4)]], 0.8, [`${id}.charge`]);
  }
  if (random.chance(0.25)) detail('accepted', [[at('accepte'), random.chance(0.7)]], 0.5);
  else if (type !== 'PARTICULIER' && random.chance(0.2)) detail('limited', [[at('cantonnement'), true]], 0.5);
}

export function tellSpouseGift(w: WorldBuilder): void {
  const { random } = w;
  if (w.link !== 'CONJOINT' || !w.unionStart) return;
  const exists = random.chance(w.children.length > 0 ? 0.4 : 0.3);
  const at = (key: string): string => `liberalites.donation_entre_epoux.${key}`;
  const weight = w.is('conjoint') || w.has('donations_reduction') ? 0.9 : 0.45;
  w.tell('spouse-gift', [[at('existe'), exists]], { needs: ['partner.link'], weight });
  if (exists) {
    w.tell('spouse-gift.date', [[at('date'), w.date(w.between({ ...w.unionStart, year: w.unionStart.year + 1 }, { ...w.death, year: w.death.year - 1 }), true)]], {
      needs: ['spouse-gift'],
      weight: weight * 0.6,
    });
    if (random.chance(0.12)) {
      w.tell('spouse-gift.revoked', [[at('revoquee'), true]], { needs: ['spouse-gift'], weight });
      return;
    }
    if (w.children.length > 0)
      w.tell('spouse-gift.option', [[at('option'), random.pick(['USUFRUIT_TOTAL', 'QUOTITE_DISPONIBLE_ORDINAIRE', 'QUART_PP_TROIS_QUARTS_USUFRUIT'])]], {
        needs: ['spouse-gift', 'partner'],
        excludes: ['partner.option'],
        weight,
      });
  }
}

export function tellAdvanceWaiver(w: WorldBuilder): void {
  const alive = w.children.filter((child) => !child.dead && !child.minor);
  if (alive.length < 2 || !w.random.chance(w.has('donations_reduction') ? 0.35 : 0.02)) return;
  const [waiver, favoured] = w.random.shuffle(alive);
  const needs = [idOfPerson(w, waiver!), idOfPerson(w, favoured!)].filter((id): id is string => id !== undefined);
  const signed: Day = w.between({ year: Math.max(2007, w.death.year - 12), month: 1, day: 1 }, w.death);
  if (w.random.chance(0.6) && compare(signed, w.death) < 0) {
    const path = 'liberalites.raar.#raar';
    w.tell(
      'raar',
      [
        [`${path}.renoncant_nom`, waiver!.name],
        [`${path}.beneficiaire_nom`, favoured!.name],
      ],
      { needs, weight: 1 },
    );
    w.tell('raar.date', [[`${path}.date`, w.date(signed, true)]], { needs: ['raar'], weight: 0.7 });
  } else {
    const path = 'liberalites.renonciations_action_reduction.#rar';
    w.tell(
      'waiver',
      [
        [`${path}.renoncant_nom`, waiver!.name],
        [`${path}.beneficiaire_nom`, favoured!.name],
      ],
      { needs, weight: 1 },
    );
  }
}

export function tellLegalReturn(w: WorldBuilder, assets: readonly Asset[]): void {
  if (w.children.length > 0 || w.told('adopted')) return;
  const asset = assets.find((item) => item.phrase !== undefined);
  const parent = w.parents[0];
  const sibling = w.siblings.find((person) => !person.dead);
  if (!asset) return;
  if (parent && w.random.chance(0.3))
    w.tell(
      'return',
      [
        ['liberalites.droit_de_retour.type', 'PARENTS_738_2'],
        ['liberalites.droit_de_retour.bien', asset.phrase],
      ],
      { needs: [asset.id, idOfPerson(w, parent)!], weight: 0.8 },
    );
  else if (sibling && w.link === 'CONJOINT' && w.told('parents.dead') && w.random.chance(0.4))
    w.tell(
      'return',
      [
        ['liberalites.droit_de_retour.type', 'FRERES_SOEURS_757_3'],
        ['liberalites.droit_de_retour.bien', asset.phrase],
      ],
      { needs: [asset.id, idOfPerson(w, sibling)!, 'parents.dead'], weight: 0.8 },
    );
}
