import { countries } from '../lexicon/places.ts';
import type { Person, WorldBuilder } from './builder.ts';
import { type Asset, type Leaves, idOfPerson } from './asset.ts';

/** People who may share the estate, alive and of age, with the facts that introduce them: those who stand for a dead parent too (C. civ. 752, 752-2). */
function heirs(w: WorldBuilder): { person: Person; id: string }[] {
  const standing = (people: readonly (Person & { parent: Person })[]): Person[] => people.filter(({ parent }) => parent.dead);
  const pool = w.children.length > 0 ? [...w.children, ...standing(w.grandchildren)] : [...w.parents, ...w.siblings, ...standing(w.nephews)];
  const spouse = w.link === 'CONJOINT' && w.partner ? [w.partner] : [];
  return [...pool, ...spouse]
    .filter((person) => !person.dead && !person.minor && !hasRenounced(w, person))
    .flatMap((person) => {
      const id = idOfPerson(w, person);
      return id ? [{ person, id }] : [];
    });
}

/** Who renounces shares nothing (C. civ. 805). */
const hasRenounced = (w: WorldBuilder, person: Person): boolean =>
  w.facts.some((fact) => fact.leaves.some(([path, value]) => path === `${person.path}.option_successorale` && value === 'RENONCE'));

/** A sum that is asked or paid for a part of an asset, in euros: less than the whole is worth. */
function partOf(w: WorldBuilder, asset: Asset, share: number, otherwise: number, spread = 0.2): number {
  const worth = w.facts.flatMap((fact) => fact.leaves).find(([path]) => path === `${asset.path}.valeur`)?.[1];
  if (typeof worth !== 'number') return w.purse.amount(otherwise, 0.4);
  let part = w.purse.amount(worth * share, spread);
  while (part >= worth) part = w.purse.amount(worth * share * 0.8, 0.1);
  return part;
}

export function tellSpouseRights(w: WorldBuilder): void {
  if (!w.partner) return;
  const { random } = w;
  const at = (key: string): string => `famille.droits_du_partenaire.${key}`;
  const weight = w.has('pacs_concubinage') || w.is('conjoint', 'partenaire_pacs') ? 1 : 0.4;
  const needs = ['partner', 'partner.link'];
  const divorcePending = w.divorcePending;
  if (w.link === 'CONJOINT') {
    const allCommon = w.children.length > 0 && w.children.every((child) => child.common);
    if (allCommon)
      w.tell('partner.option757', [[at('option_legale'), random.pick(['USUFRUIT_TOTAL', 'QUART_PLEINE_PROPRIETE'])]], {
        needs: [...needs, 'child1'],
        excludes: ['spouse-gift.option', 'partner.option', 'conversion'],
        weight,
      });
    if (!divorcePending && random.chance(0.5))
      w.tell('partner.lifelong', [[at('droit_viager_logement'), true]], { needs: [...needs, 'asset1.usage'], excludes: ['partner.no-home'], weight });
    if (random.chance(0.1)) {
      const income = w.purse.amount(1_050, 0.25);
      w.tell('partner.alimony', [[at('pension_alimentaire.demandee'), true]], { needs, weight: weight * 1.5 });
      w.tell('partner.alimony.amount', [[at('pension_alimentaire.montant_mensuel'), w.purse.amount(400, 0.3)]], { needs: ['partner.alimony'], weight });
      w.tell(
        'partner.income',
        [
          [at('ressources_mensuelles'), income],
          [at('charges_mensuelles'), w.purse.amount(income * 1.4, 0.1)],
        ],
        { needs: ['partner.alimony'], weight },
      );
    }
  }
  if (w.link !== 'CONCUBIN' && random.chance(0.5))
    w.tell('partner.oneyear', [[at('droit_temporaire_logement'), true]], { needs: [...needs, 'asset1.usage'], excludes: ['partner.lifelong'], weight: weight * 0.8 });
  if (!divorcePending) w.tell('partner.lived', [[at('logement_occupe_au_deces'), true]], { needs: [...needs, 'asset1'], weight: weight * 0.6 });
}

export function tellProcedures(w: WorldBuilder, assets: readonly Asset[]): void {
  const { random } = w;
  const at = (key: string): string => `contexte.procedure.${key}`;
  const international = w.has('international_procedure');
  if (international || (w.link === 'CONJOINT' && random.chance(0.05))) {
    w.tell('divorce', [[at('divorce_ou_separation_en_cours.existe'), w.divorcePending]], {
      needs: w.divorcePending ? ['deceased', 'status', 'partner'] : ['deceased'],
      weight: international ? 3 : 0.8,
    });
    if (w.divorcePending) {
      const separation = random.chance(0.15);
      w.tell('divorce.kind', [[at('divorce_ou_separation_en_cours.type'), separation ? 'SEPARATION_DE_CORPS' : 'DIVORCE']], { needs: ['divorce'], weight: 1.4 });
      const stage = random.weighted([
        ['REQUETE_DEPOSEE', 2],
        ['MESURES_PROVISOIRES', w.death.year >= 2021 ? 2 : 0],
        ['ORDONNANCE_DE_NON_CONCILIATION', w.death.year < 2022 ? 2 : 0],
        ['CONVENTION_SIGNEE', separation ? 0 : 0.6],
        ['JUGEMENT_NON_DEFINITIF', 1],
      ] as const);
      w.tell('divorce.stage', [[at('divorce_ou_separation_en_cours.etape'), stage]], { needs: ['divorce.kind'], weight: 1 });
      w.tell('divorce.since', [[at('divorce_ou_separation_en_cours.duree_depuis_etape_mois'), random.int(2, 14)]], { needs: ['divorce.stage'], weight: 0.6 });
    }
  }
  const people = heirs(w);
  const someone = people.length > 0 ? random.pick(people) : undefined;
  const dispute = (id: string, path: string, author: boolean, weight: number, needs: readonly string[]): void => {
    w.tell(id, [[at(`${path}.existe`), true]], { needs, weight });
    if (author && someone) w.tell(`${id}.by`, [[at(`${path}.auteur_nom`), someone.person.name]], { needs: [id, someone.id], weight });
  };
  const sometimes = (probability: number): boolean => random.chance(international ? probability * 3 : probability);
  if (w.told('will.form') && sometimes(w.has('testament_legs') ? 0.3 : 0.1)) {
    dispute('will-dispute', 'contestation_testament', true, 1, ['will']);
    w.tell('will-dispute.why', [[at('contestation_testament.motif'), random.pick(['INSANITE_D_ESPRIT', 'VICE_DE_FORME', 'CAPTATION', 'FAUX'])]], {
      needs: ['will-dispute'],
      weight: 1,
    });
  }
  if (people.length > 1 && sometimes(0.05)) {
    dispute('concealment', 'recel_successoral', true, 1, ['deceased']);
    w.tell('concealment.amount', [[at('recel_successoral.montant'), w.purse.amount(25_000, 0.6)]], { needs: ['concealment'], weight: 0.8 });
  }
  if (w.told('gift1') && w.children.length > 1 && sometimes(w.has('donations_reduction') ? 0.3 : 0.05)) dispute('reduction', 'action_en_reduction', true, 1, ['gift1']);
  if (people.length > 1 && sometimes(w.has('indivision_partage') ? 0.2 : 0.04)) dispute('court', 'partage_judiciaire', false, 0.9, ['deceased']);
  if (people.length > 1 && sometimes(0.03)) dispute('administrator', 'mandataire_successoral', false, 0.9, ['deceased']);
  if (people.length === 0 || sometimes(0.02)) dispute('search', 'recherche_heritiers', false, 0.9, ['deceased']);
  if (people.length === 0 && w.told('childless') && w.told('siblings.none')) dispute('vacant', 'succession_vacante', false, 1, ['childless']);
  if (w.told('regime.changed') && random.chance(0.25)) dispute('regime-dispute', 'changement_regime_matrimonial_conteste', false, 1, ['regime.changed']);
  tellInternational(w);
  tellUndivided(w, assets, people);
}

function tellInternational(w: WorldBuilder): void {
  const { random } = w;
  const at = (key: string): string => `contexte.international.${key}`;
  const topic = w.has('international_procedure');
  if (!topic && !w.abroad) return;
  const weight = topic ? 2.5 : 0.8;
  // The choice of law takes the form of a will (Regulation 650/2012, art. 22), so it stands only beside one.
  const chosen = w.told('will.form') && random.chance(0.6);
  w.tell('choice', [[at('professio_juris.existe'), chosen]], { needs: chosen ? ['will'] : ['deceased'], weight });
  const law = w.facts.find((fact) => fact.id === 'deceased.nationality')?.leaves[0]?.[1];
  if (chosen && typeof law === 'string') w.tell('choice.law', [[at('professio_juris.loi_designee'), law]], { needs: ['choice', 'deceased.nationality'], weight });
  if (w.abroad && random.chance(0.35)) w.tell('certificate', [[at('certificat_successoral_europeen.existe'), true]], { needs: ['deceased'], weight: weight * 0.4 });
  if (chosen && random.chance(0.15) && w.children.length > 0 && (w.death.year > 2021 || (w.death.year === 2021 && w.death.month >= 11)))
    w.tell('levy', [[at('prelevement_compensatoire.existe'), true]], { needs: ['choice', 'child1'], weight: weight * 0.5 });
  if (!w.told('asset2.abroad') && topic && random.chance(0.3))
    w.tell(
      'asset.abroad',
      [
        [at('bien_a_l_etranger.existe'), true],
        [at('bien_a_l_etranger.pays'), random.pick(countries).name],
      ],
      { needs: ['deceased'], excludes: ['asset2.abroad', 'asset3.abroad', 'asset4.abroad', 'asset5.abroad', 'asset6.abroad'], weight },
    );
}

function tellUndivided(w: WorldBuilder, assets: readonly Asset[], people: readonly { person: Person; id: string }[]): void {
  const { random } = w;
  const topic = w.has('indivision_partage');
  const asset = assets.find((item) => item.phrase !== undefined);
  if (!asset || (!topic && (people.length < 2 || !random.chance(0.2)))) return;
  const weight = topic ? 1.8 : 0.5;
  const shuffled = random.shuffle(people);
  const [one, two] = shuffled;
  const refuses = random.chance(0.75) && people.length > 1;
  w.tell('refusal', [['contexte.procedure.refus_de_vendre_ou_de_partager.existe', refuses]], { needs: ['deceased'], weight: weight * 2 });
  if (refuses && one)
    w.tell('refusal.by', [['contexte.procedure.refus_de_vendre_ou_de_partager.auteur_nom', one.person.name]], { needs: ['refusal', one.id], weight: weight * 1.2 });
  const auction = refuses && random.chance(0.5);
  w.tell('auction', [['operations_de_partage.licitation.est_prevue', auction]], { needs: ['deceased'], weight: weight * 2 });
  const op = (key: string): string => `operations_de_partage.${key}`;
  if (auction) {
    w.tell('auction.asset', [[op('licitation.bien'), asset.phrase]], { needs: ['auction', asset.id], weight });
    w.tell('auction.reserve', [[op('licitation.mise_a_prix'), partOf(w, asset, 0.6, 120_000)]], { needs: ['auction.asset'], weight: weight * 0.8 });
  }
  tellManagement(w, asset, one, two, weight);
  if (two && (topic || random.chance(0.3))) tellPartition(w, asset, one!, two, weight, refuses);
}

function tellManagement(w: WorldBuilder, asset: Asset, one: { person: Person; id: string } | undefined, two: { person: Person; id: string } | undefined, weight: number): void {
  const { random } = w;
  const at = (key: string): string => `indivision.gestion.${key}`;
  if (one) {
    w.tell(
      'occupied',
      [
        [at('bien'), asset.phrase],
        [at('occupants_noms'), one.person.name],
      ],
      { needs: [asset.id, one.id], excludes: ['rents', 'partner.lived'], weight },
    );
    w.tell('indemnity', [[at('indemnite_occupation.demandee'), true]], { needs: ['occupied'], weight: weight * 0.8 });
    w.tell('indemnity.amount', [[at('indemnite_occupation.montant_mensuel'), w.purse.amount(620, 0.4)]], { needs: ['indemnity'], weight: weight * 0.8 });
    w.tell('occupied.months', [[at('duree_occupation_mois'), random.pick([5, 7, 8, 10, 14, 15, 18, 20, 24, 30, 36])]], { needs: ['occupied'], weight: weight * 0.5 });
    w.tell('rents', [[at('loyers_encaisses'), w.purse.amount(9_000, 0.5)]], { needs: ['asset1'], weight: weight * 0.5 });
    w.tell('rents.by', [[at('loyers_encaisses_par_nom'), one.person.name]], { needs: ['rents', one.id], weight: weight * 0.7 });
  }
  const payer = two ?? one;
  if (payer) {
    w.tell(
      'costs',
      [
        [at('charges_reglees'), w.purse.amount(4_200, 0.5)],
        [at('charges_reglees_par_nom'), payer.person.name],
      ],
      { needs: ['asset1', payer.id], weight: weight * 0.7 },
    );
    if (random.chance(0.3)) w.tell('costs.monthly', [[at('charges_mensuelles'), w.purse.amount(340, 0.5)]], { needs: ['asset1'], weight: weight * 0.4 });
    w.tell('manager', [[at('gerant_nom'), payer.person.name]], { needs: ['deceased', payer.id], weight: weight * 0.4 });
    const path = 'indivision.creances.#claim';
    w.tell(
      'claim',
      [
        [`${path}.creancier_nom`, payer.person.name],
        [`${path}.motif`, random.pick(['TRAVAUX', 'REMBOURSEMENT_EMPRUNT', 'CHARGES', 'IMPOTS'])],
      ],
      { needs: [asset.id, payer.id], excludes: ['costs'], weight: weight * 0.5 },
    );
    w.tell('claim.amount', [[`${path}.montant`, w.purse.amount(8_500, 0.5)]], { needs: ['claim'], weight: weight * 0.6 });
  }
  if (random.chance(0.3)) {
    w.tell('joint-account', [['indivision.comptes.compte_indivision_ouvert', true]], { needs: ['deceased'], weight: weight * 0.5 });
    w.tell('joint-account.balance', [['indivision.comptes.solde', w.purse.amount(6_000, 0.6, true)]], { needs: ['joint-account'], weight: weight * 0.5 });
  }
  if (random.chance(0.2)) {
    w.tell('agreement', [['indivision.convention.existe', true]], { needs: ['deceased'], weight: weight * 0.5 });
    w.tell('agreement.years', [['indivision.convention.duree', random.pick([2, 3, 5])]], { needs: ['agreement'], weight: weight * 0.5 });
  }
}

function tellPartition(w: WorldBuilder, asset: Asset, one: { person: Person; id: string }, two: { person: Person; id: string }, weight: number, refuses: boolean): void {
  const { random } = w;
  const op = (key: string): string => `operations_de_partage.${key}`;
  if (random.chance(0.15)) w.tell('deferred', [[op('duree_du_report_mois'), random.pick([6, 9, 12, 18])]], { needs: ['deceased'], weight: weight * 0.5 });
  if (random.chance(0.5)) {
    const path = op('attributions_preferentielles.#p1');
    w.tell(
      'attribution',
      [
        [`${path}.demandeur_nom`, two.person.name],
        [`${path}.bien`, asset.phrase],
      ],
      { needs: [two.id, asset.id], weight },
    );
    w.tell('attribution.value', [[`${path}.valeur`, partOf(w, asset, 0.94, 190_000, 0.02)]], { needs: ['attribution'], weight: weight * 0.7 });
    w.tell('attribution.agreed', [[`${path}.accord`, !refuses]], { needs: ['attribution'], weight: weight * 0.5 });
    const balance = op('soultes_mentionnees.#b1');
    const leaves: Leaves = [
      [`${balance}.debiteur_nom`, two.person.name],
      [`${balance}.creancier_nom`, one.person.name],
      [`${balance}.montant`, partOf(w, asset, 0.3, 45_000)],
    ];
    w.tell('balance', leaves, { needs: ['attribution', one.id, two.id], weight: weight * 0.8 });
    w.tell('balance.paid', [[`${balance}.financement`, random.pick(['COMPTANT', 'EMPRUNT', 'ECHELONNE'])]], { needs: ['balance'], weight: weight * 0.6 });
  } else {
    w.tell('buyout', [[op('rachat_de_parts.acquereur_nom'), two.person.name]], { needs: [two.id], weight });
    w.tell('buyout.price', [[op('rachat_de_parts.prix'), partOf(w, asset, 0.5, 110_000)]], { needs: ['buyout'], weight });
    w.tell('buyout.answer', [[op('rachat_de_parts.accepte'), !refuses]], { needs: ['buyout'], weight: weight * 0.6 });
  }
  if (!refuses) w.tell('amicable', [[op('partage_amiable'), true]], { needs: ['deceased'], excludes: ['court'], weight: weight * 0.6 });
  if (random.chance(0.3)) w.tell('draft', [[op('projet_notaire'), true]], { needs: ['deceased'], weight: weight * 0.5 });
  if (w.has('dettes_passif') || random.chance(0.15)) {
    const path = op('creances_entre_copartageants.#k1');
    w.tell(
      'between-heirs',
      [
        [`${path}.creancier_nom`, one.person.name],
        [`${path}.debiteur_nom`, two.person.name],
        [`${path}.montant`, w.purse.amount(7_500, 0.6)],
      ],
      { needs: [one.id, two.id], excludes: ['balance'], weight: weight * 0.7 },
    );
  }
}

/** The usufruct of the surviving spouse turned into money: C. civ. 759 to 762. */
export function tellConversion(w: WorldBuilder): void {
  const { random } = w;
  if (w.link !== 'CONJOINT' || w.children.length === 0 || !w.children.every((child) => child.common) || w.divorcePending) return;
  if (!random.chance(w.has('demembrement_usufruit') ? 0.6 : 0.05)) return;
  const at = (key: string): string => `operations_de_partage.conversion_usufruit.${key}`;
  const weight = w.has('demembrement_usufruit') ? 1.2 : 0.6;
  const mode = random.weighted([
    ['CAPITAL', 3],
    ['RENTE_VIAGERE', 1],
  ] as const);
  w.tell('option-usufruct', [['famille.droits_du_partenaire.option_legale', 'USUFRUIT_TOTAL']], {
    needs: ['partner', 'child1'],
    excludes: ['partner.option757', 'spouse-gift.option', 'partner.option'],
    weight,
  });
  w.tell('conversion', [[at('mode'), mode]], { needs: ['option-usufruct'], weight });
  const agreed = random.chance(0.75);
  w.tell('conversion.agreed', [[at('accord'), agreed]], { needs: ['conversion'], weight });
  if (mode === 'CAPITAL') {
    w.tell('conversion.life', [[at('esperance_vie'), Math.max(3, 89 - w.partner!.age + random.int(-2, 4))]], { needs: ['conversion'], weight: weight * 0.6 });
    w.tell('conversion.rate', [[at('taux'), random.pick([0.02, 0.025, 0.03, 0.035])]], { needs: ['conversion.life'], weight: weight * 0.8 });
    if (agreed) w.tell('conversion.capital', [[at('capital'), w.purse.amount(85_000, 0.4)]], { needs: ['conversion.agreed'], weight: weight * 0.8 });
  }
}
