import { countries, france, professions, towns } from '../lexicon/places.ts';
import { atQuantile } from '../random.ts';
import { dayIn, yearsBetween, type Day } from './calendar.ts';
import type { Person, WorldBuilder } from './builder.ts';

/** Age at death by sex, shaped like French mortality: median 84 for women and 79 for men, one in eight below 60. */
function ageAtDeath(w: WorldBuilder, sex: 'f' | 'm'): number {
  if (w.random.chance(0.12)) return w.random.int(38, 59);
  const centre = sex === 'f' ? 85 : 81;
  return Math.min(101, Math.max(60, centre + w.random.int(-14, 7) + w.random.int(-7, 7)));
}

export function tellDeath(w: WorldBuilder): void {
  const { random } = w;
  const recent = random.chance(0.7);
  w.death = w.between({ year: recent ? 2024 : 2019, month: 1, day: 1 }, { year: recent ? 2026 : 2024, month: recent ? 6 : 1, day: 28 });
  const sex = random.chance(0.5) ? 'f' : 'm';
  const age = w.is('petit_enfant') ? Math.max(62, ageAtDeath(w, sex)) : ageAtDeath(w, sex);
  const birth = dayIn(random, w.death.year - age);
  w.surname = w.familyName();
  w.initials = w.stratum['format'] === 'note_professionnelle' && random.chance(0.1);
  w.deceased = w.person('famille.defunt', { sex, birth, surname: w.surname });
  w.abroad = w.has('international_procedure') ? random.chance(0.75) : random.chance(0.05);
  const at = (key: string): string => `famille.defunt.${key}`;
  const country = w.abroad ? random.pick(countries) : france;
  w.tell('deceased', [[at('nom'), w.deceased.name]], { must: true });
  w.tell('death.date', [[at('date_deces'), w.date(w.death)]], { needs: ['deceased'], weight: 6 });
  w.tell('death.age', [[at('age_au_deces'), w.deceased.age]], { needs: ['deceased'], weight: 1.6 });
  const deathAbroad = w.abroad && random.chance(0.5);
  w.tell('death.town', [[at('lieu_deces.ville'), deathAbroad ? country.city : random.pick(towns)]], { needs: ['deceased'], weight: 1.6 });
  w.tell('death.country', [[at('lieu_deces.pays'), deathAbroad ? country.name : 'France']], { needs: ['deceased'], weight: w.abroad ? 1.4 : 0.25 });
  if (random.chance(0.08)) w.tell('deceased.sex', [[at('sexe'), sex === 'f' ? 'FEMININ' : 'MASCULIN']], { needs: ['deceased'], weight: 0.3 });
  w.tell('deceased.birth', [[at('date_naissance'), w.date(birth, true)]], { needs: ['deceased'], weight: 0.35 });
  if (w.abroad) w.foreignDetails(w.deceased, 'deceased', country, 1.5);
  else if (random.chance(0.1)) {
    w.tell('deceased.nationality', [[at('nationalite'), 'française']], { needs: ['deceased'], weight: 0.4 });
    w.tell('deceased.residence', [[at('residence_habituelle'), random.pick(towns)]], { needs: ['deceased'], weight: 0.5 });
  }
  w.tell('deceased.profession', [[at('profession'), random.pick(professions)[sex === 'm' ? 0 : 1]]], { needs: ['deceased'], weight: 0.35 });
}

export function tellUnions(w: WorldBuilder): void {
  const { random } = w;
  const married = w.is('conjoint', 'beau_enfant') || w.has('regimes_matrimoniaux');
  const youngEnough = w.deceased.age < 75;
  if (married) w.marital = 'MARIE';
  else if (w.is('partenaire_pacs')) w.marital = 'PACSE';
  else if (w.is('concubin')) w.marital = random.pick(['CELIBATAIRE', 'DIVORCE', 'VEUF'] as const);
  else if (w.has('pacs_concubinage'))
    w.marital = random.weighted([
      ['PACSE', 3],
      ['CELIBATAIRE', 1],
      ['DIVORCE', 1],
      ['VEUF', 0.6],
    ] as const);
  else if (w.has('international_procedure') && random.chance(0.7)) w.marital = 'MARIE';
  else
    w.marital = atQuantile(w.fresh('status'), [
      ['MARIE', 4.5],
      ['VEUF', youngEnough ? 1 : 3],
      ['DIVORCE', 1.6],
      ['CELIBATAIRE', 1],
      ['PACSE', 0.6],
    ] as const);

  if (w.marital === 'MARIE') w.link = 'CONJOINT';
  else if (w.marital === 'PACSE') w.link = 'PARTENAIRE_PACS';
  else if (w.is('concubin') || w.has('pacs_concubinage') || (w.has('famille_recomposee') && random.chance(0.5)) || random.chance(0.08)) w.link = 'CONCUBIN';

  w.tell('status', [['famille.defunt.statut_matrimonial', w.marital]], { needs: ['deceased'], weight: 2.5 });
  if (w.is('conjoint', 'beau_enfant', 'partenaire_pacs')) w.must.push('status');
  if (w.link === undefined) return;

  const sex = random.chance(0.96) ? (w.deceased.sex === 'f' ? 'm' : 'f') : w.deceased.sex;
  const partnerAge = Math.max(30, w.deceased.age + random.int(-14, 5));
  const birth = dayIn(random, w.death.year - partnerAge);
  const sharesName = w.link === 'CONJOINT' && sex === 'f' && random.chance(0.7);
  w.partner = w.person('famille.partenaire', { sex, birth, ...(sharesName ? { surname: w.surname } : {}) });
  const together = Math.min(w.deceased.age, w.partner.age) - random.int(20, 34);
  w.unionStart = dayIn(random, w.death.year - Math.max(2, random.chance(0.35) ? Math.min(together, random.int(3, 18)) : together));
  // Two women or two men marry since the law of 17 May 2013.
  if (w.link === 'CONJOINT' && sex === w.deceased.sex && w.unionStart.year < 2014) w.unionStart = dayIn(random, random.int(Math.min(2014, w.death.year - 1), w.death.year - 1));
  if (w.link === 'PARTENAIRE_PACS' && w.unionStart.year < 2000) w.unionStart = dayIn(random, random.int(2000, w.death.year - 2));
  const at = (key: string): string => `famille.partenaire.${key}`;
  const linkWeight = w.has('pacs_concubinage') ? 3 : 1.2;
  w.tell('partner', [[at('nom'), w.partner.name]], { needs: ['deceased', 'partner.link'], weight: w.is('enfant', 'conjoint') ? 2.4 : 1.6 });
  w.tell('partner.link', [[at('lien.type'), w.link]], { needs: ['deceased'], weight: linkWeight });
  if (w.is('conjoint', 'partenaire_pacs', 'concubin', 'beau_enfant')) w.must.push('partner', 'partner.link');
  if (w.link === 'CONCUBIN') w.tell('partner.years', [[at('lien.duree_vie_commune_ans'), yearsBetween(w.unionStart, w.death)]], { needs: ['partner'], weight: linkWeight });
  else w.tell('partner.since', [[at('lien.date_debut'), w.date(w.unionStart, true)]], { needs: ['partner', ...(w.link === 'CONJOINT' ? ['status'] : [])], weight: linkWeight });
  if (w.link === 'PARTENAIRE_PACS')
    w.tell('partner.pacs', [[at('lien.pacs_convention'), random.pick(['SEPARATION_DES_PATRIMOINES', 'INDIVISION'])]], { needs: ['partner.link'], weight: linkWeight });
  w.personDetails(w.partner, 'partner', { heir: w.link === 'CONJOINT', weight: 0.35 });
  if (w.abroad && random.chance(0.4)) w.foreignDetails(w.partner, 'partner', random.pick(countries), 0.5);
  if (w.link === 'CONJOINT') tellRegime(w);
  // A text that leaves out who is of an earlier union cannot be told by that very child.
  const unsaid = w.stratum['hard_negative_mode'] === 'infos_incompletes' && w.has('famille_recomposee');
  if (w.is('beau_enfant') && (unsaid || random.chance(1 / 3))) tellStepchildren(w, true);
  else if (w.has('famille_recomposee') && random.chance(0.3)) tellStepchildren(w, false);
}

function tellStepchildren(w: WorldBuilder, teller: boolean): void {
  const path = 'famille.partenaire.enfants_d_une_autre_union.#s1';
  const child = w.person(path, { birth: dayIn(w.random, w.death.year - w.random.int(19, 45)), firstOnly: true });
  w.tell('stepchild', [[`${path}.nom`, child.name]], { needs: ['partner'], weight: 1.2, must: teller });
  w.tell('stepchild.age', [[`${path}.age_au_deces`, child.age]], { needs: ['stepchild'], weight: 0.4 });
}

function tellRegime(w: WorldBuilder): void {
  const { random } = w;
  const topic = w.has('regimes_matrimoniaux');
  const old = w.unionStart!.year < 1966;
  w.regime = random.weighted([
    [old ? 'COMMUNAUTE_DE_MEUBLES_ET_ACQUETS' : 'COMMUNAUTE_REDUITE_AUX_ACQUETS', 5],
    ['SEPARATION_DE_BIENS', 2.5],
    ['COMMUNAUTE_UNIVERSELLE', 1.2],
    ['PARTICIPATION_AUX_ACQUETS', 0.6],
  ] as const);
  const at = (key: string): string => `famille.defunt.regime_matrimonial.${key}`;
  const weight = topic ? 2 : 0.7;
  const needs = ['regime', 'status'];
  w.tell('regime', [[at('type'), w.regime]], { needs: ['status', 'partner'], weight: topic ? 4 : 1.2 });
  const legal = w.regime === 'COMMUNAUTE_REDUITE_AUX_ACQUETS' || w.regime === 'COMMUNAUTE_DE_MEUBLES_ET_ACQUETS';
  if (legal) w.tell('regime.none', [[at('contrat_de_mariage'), false]], { needs, weight: weight * 0.4 });
  else {
    w.tell('regime.contract', [[at('contrat_de_mariage'), true]], { needs, weight: weight * 0.6 });
    const changed = w.regime === 'COMMUNAUTE_UNIVERSELLE' && w.death.year - w.unionStart!.year > 8 && random.chance(0.6);
    if (changed)
      w.tell('regime.changed', [[at('date_changement'), w.date(w.between({ ...w.unionStart!, year: w.unionStart!.year + 3 }, { ...w.death, year: w.death.year - 2 }), true)]], {
        needs,
        weight,
      });
    else
      w.tell(
        'regime.signed',
        [
          [at('contrat_de_mariage'), true],
          [at('date_contrat'), w.date({ ...w.unionStart!, year: w.unionStart!.year - 1 }, true)],
        ],
        { needs, weight: weight * 0.6 },
      );
  }
  if (w.regime === 'COMMUNAUTE_UNIVERSELLE') w.tell('regime.all', [[at('clause_attribution_integrale'), random.chance(0.8)]], { needs, weight: weight * 1.5 });
  else if (legal && random.chance(0.15)) w.tell('regime.preciput', [[at('clause_preciput'), true]], { needs, weight });
  if (w.regime === 'SEPARATION_DE_BIENS' && random.chance(0.35)) w.tell('regime.acquets', [[at('societe_d_acquets'), true]], { needs, weight });
  if (w.regime === 'PARTICIPATION_AUX_ACQUETS') {
    const start = w.purse.amount(60_000, 0.6);
    const end = w.purse.amount(450_000, 0.4);
    w.tell(
      'regime.start',
      [
        [at('participation.patrimoine_originaire'), start],
        [at('participation.patrimoine_final'), end],
      ],
      { needs, weight },
    );
    w.tell('regime.claim', [[at('participation.creance'), w.purse.amount(Math.max(5_000, (end - start) / 3), 0.3)]], { needs, weight: weight * 0.6 });
  }
}

export function tellEarlierUnions(w: WorldBuilder): void {
  const { random } = w;
  const recomposed = w.children.some((child) => !child.common);
  if (!recomposed && w.marital !== 'DIVORCE' && w.marital !== 'VEUF') return;
  const path = 'famille.unions_anterieures.#u1';
  const end =
    w.marital === 'DIVORCE'
      ? 'DIVORCE'
      : w.marital === 'VEUF'
        ? 'DECES'
        : random.weighted([
            ['DIVORCE', 3],
            ['DECES', 1],
            ['RUPTURE', 1],
          ] as const);
  const kind = end === 'RUPTURE' ? random.pick(['PACS', 'CONCUBINAGE']) : 'MARIAGE';
  const sex = w.deceased.sex === 'f' ? 'm' : 'f';
  const former = w.person(path, { sex, birth: dayIn(random, w.deceased.birth.year + random.int(-4, 4)) });
  const latest: Day = { ...(w.unionStart ?? w.death), year: (w.unionStart ?? w.death).year - 1 };
  const earliest: Day = { ...w.deceased.birth, year: Math.min(latest.year, w.deceased.birth.year + 26) };
  const weight = recomposed ? 1 : 0.5;
  w.tell(
    'former',
    [
      [`${path}.conjoint_nom`, former.name],
      [`${path}.lien`, kind],
    ],
    { needs: ['deceased'], weight },
  );
  w.tell('former.end', [[`${path}.fin`, end]], { needs: ['former'], weight: weight * 1.3 });
  const ended = kind === 'PACS' ? { ...latest, year: Math.max(2001, latest.year) } : w.between(earliest, latest);
  if (ended.year <= latest.year && (kind !== 'PACS' || ended.year > 2000))
    w.tell('former.date', [[`${path}.date_fin`, w.date(ended, true)]], { needs: ['former.end'], weight: weight * 0.5 });
}

/** How many children: about 20, 20, 33, 17 and 10 % for none to four and more. */
function numberOfChildren(w: WorldBuilder): number {
  const drawn = atQuantile(w.fresh('children'), [
    [0, 20],
    [1, 20],
    [2, 33],
    [3, 17],
    [4, 7],
    [5, 2],
    [6, 1],
  ] as const);
  if (w.is('enfant', 'beau_enfant', 'petit_enfant') || w.has('famille_recomposee')) return Math.max(1, drawn);
  if (w.is('fratrie')) return w.random.chance(0.65) ? 0 : drawn;
  return drawn;
}

export function tellDescendants(w: WorldBuilder): void {
  const { random } = w;
  const count = Math.min(numberOfChildren(w), Math.max(1, Math.floor((w.deceased.age - 18) / 3)));
  const recomposed = w.has('famille_recomposee') || w.is('beau_enfant') || random.chance(0.15);
  const tellerIsStepchild = w.told('stepchild') && w.is('beau_enfant');
  if (count === 0) {
    w.tell('childless', [['famille.descendants.existe', false]], { needs: ['deceased'], weight: 2.2 });
    return;
  }
  for (let i = 1; i <= count; i++) {
    const ofCouple = w.partner !== undefined && !(recomposed && (i === 1 || random.chance(0.35)));
    const parentAge = Math.min(random.int(21, 41), Math.max(18, w.deceased.age - 2));
    const birthYear = Math.min(w.death.year - 1, w.deceased.birth.year + parentAge + (ofCouple && recomposed ? 6 : 0));
    // A child of the couple is born of both, and not long before their union.
    const common = ofCouple && w.partner?.sex !== w.deceased.sex && birthYear >= (w.unionStart?.year ?? 0) - 4;
    const motherAge = w.deceased.sex === 'f' ? birthYear - w.deceased.birth.year : common && w.partner?.sex === 'f' ? birthYear - w.partner.birth.year : 30;
    const isTeller = i === 1 && w.is('enfant', 'beau_enfant');
    const age = w.death.year - birthYear;
    const dead = !isTeller && age > 25 && random.chance(w.is('petit_enfant') && i === 1 ? 0.6 : 0.08);
    const path = `famille.descendants.enfants.#c${i}`;
    const child = {
      ...w.person(path, { birth: dayIn(random, isTeller ? Math.min(birthYear, w.death.year - 19) : birthYear), surname: w.surname, firstOnly: random.chance(0.55), dead }),
      common,
    };
    w.children.push(child);
    const id = `child${i}`;
    w.tell(id, [[`${path}.nom`, child.name]], { needs: ['deceased'], weight: 3.2 - i * 0.3, must: isTeller || (w.is('petit_enfant') && i === 1) });
    tellChild(w, child, id, motherAge > 47 || motherAge < 17);
    if (isTeller && w.is('beau_enfant')) w.must.push(`${id}.other`);
    if (dead || random.chance(0.15) || (w.is('petit_enfant') && i === 1)) tellGrandchildren(w, child, id, i);
  }
  if (!w.is('enfant', 'beau_enfant', 'petit_enfant') && !tellerIsStepchild) {
    // Told instead of the names, never beside them.
    w.tell('children.count', [['famille.descendants.nombre_enfants', count]], { needs: ['deceased'], excludes: ['child'], weight: 0.55 });
    if (w.grandchildren.length > 0)
      w.tell('grandchildren.count', [['famille.descendants.nombre_petits_enfants', w.grandchildren.length]], { needs: ['deceased'], excludes: ['grandchild'], weight: 0.3 });
  }
  if (count > 0 && random.chance(0.04))
    w.tell('descendants.exist', [['famille.descendants.existe', true]], { needs: ['deceased'], excludes: ['child', 'grandchild'], weight: 0.4 });
}

function tellChild(w: WorldBuilder, child: Person & { common: boolean }, id: string, impossibleByBirth: boolean): void {
  const { random } = w;
  const at = (key: string): string => `${child.path}.${key}`;
  w.personDetails(child, id, { heir: true, weight: 0.3 });
  if (w.partner)
    w.tell(`${id}.other`, [[at('est_d_une_precedente_union'), !child.common]], { needs: [id, 'partner'], weight: w.has('famille_recomposee') ? 3 : child.common ? 0.3 : 1.2 });
  else if (w.has('famille_recomposee')) w.tell(`${id}.other`, [[at('est_d_une_precedente_union'), true]], { needs: [id, 'former'], weight: 2 });
  const adopted = impossibleByBirth || random.chance(0.06);
  if (adopted) {
    const kind = child.birth.year + 15 > w.death.year || random.chance(0.4) ? 'ADOPTION_PLENIERE' : 'ADOPTION_SIMPLE';
    const adoption = w.between(
      { ...child.birth, year: child.birth.year + 1 },
      { ...w.death, year: Math.min(w.death.year - 1, child.birth.year + (kind === 'ADOPTION_PLENIERE' ? 14 : 35)) },
    );
    w.tell(`${id}.filiation`, [[at('filiation'), kind]], { needs: [id], weight: 1.2 });
    if (adoption.year > child.birth.year && adoption.year < w.death.year)
      w.tell(`${id}.adopted`, [[at('adoption_date'), w.date(adoption, true)]], { needs: [`${id}.filiation`], weight: 0.6 });
  } else if (!child.common && random.chance(0.25)) w.tell(`${id}.filiation`, [[at('filiation'), random.pick(['RECONNU', 'BIOLOGIQUE'])]], { needs: [id], weight: 0.5 });
  if (child.age > 24 && !child.dead && random.chance(0.25)) {
    const spouse = w.person(`${child.path}.spouse`, { sex: child.sex === 'f' ? 'm' : 'f', birth: child.birth, firstOnly: true });
    w.tell(`${id}.spouse`, [[at('conjoint_nom'), spouse.name]], { needs: [id], weight: 0.35 });
  }
  if (child.age > 24 && !w.is('petit_enfant') && random.chance(0.12) && !child.dead)
    w.tell(`${id}.childless`, [[at('a_des_enfants'), false]], { needs: [id], excludes: [`grand${id}`], weight: 0.35 });
  if (!child.minor && !child.dead && !(w.is('enfant', 'beau_enfant') && id === 'child1') && random.chance(0.06)) {
    w.tell(`${id}.protected`, [[at('sous_protection'), random.pick(['TUTELLE', 'CURATELLE', 'HABILITATION_FAMILIALE'])]], { needs: [id], weight: 0.8 });
  }
  // Residence abroad of an heir matters for taxes and for the civil law's reach.
  if (w.abroad && random.chance(0.35) && !child.dead) w.foreignDetails(child, id, random.pick(countries), 0.5);
}

function tellGrandchildren(w: WorldBuilder, child: Person & { common: boolean }, id: string, index: number): void {
  const { random } = w;
  const teller = w.is('petit_enfant') && index === 1;
  const count = teller ? random.int(1, 3) : random.int(1, 2);
  if (child.age < 22 && !teller) return;
  for (let j = 1; j <= count; j++) {
    const path = `famille.descendants.petits_enfants.#g${index}${j}`;
    const parentAge = Math.min(random.int(20, 34), Math.max(18, child.age - (teller && j === 1 ? 19 : 1)));
    const birth = dayIn(random, Math.min(w.death.year - 1, child.birth.year + parentAge));
    const grandchild = { ...w.person(path, { birth, firstOnly: random.chance(0.7), surname: w.surname }), parent: child };
    w.grandchildren.push(grandchild);
    const gid = `grandchild${index}${j}`;
    w.tell(
      gid,
      [
        [`${path}.nom`, grandchild.name],
        [`${path}.parent_nom`, child.name],
      ],
      { needs: [id], weight: child.dead ? 2.4 : 0.4, must: teller && j === 1 },
    );
    w.personDetails(grandchild, gid, { heir: child.dead, weight: 0.2 });
    if (w.abroad && random.chance(0.2)) w.foreignDetails(grandchild, gid, random.pick(countries), 0.3);
    if (j === 1 && grandchild.age > 26 && random.chance(0.3)) {
      const greatPath = `famille.descendants.arriere_petits_enfants.#a${index}`;
      const great = w.person(greatPath, { birth: dayIn(random, Math.min(w.death.year - 1, grandchild.birth.year + random.int(22, 30))), firstOnly: true });
      w.tell(
        `great${index}`,
        [
          [`${greatPath}.nom`, great.name],
          [`${greatPath}.parent_nom`, grandchild.name],
        ],
        { needs: [gid], weight: 0.3 },
      );
      w.personDetails(great, `great${index}`, { heir: child.dead, weight: 0.6, without: ['est_handicape'] });
    }
  }
}

export function tellAscendantsAndCollaterals(w: WorldBuilder): void {
  const { random } = w;
  const childless = w.children.length === 0;
  const weight = childless ? 2 : 0.15;
  const parentsAlive = w.deceased.age < 66 && random.chance(0.7);
  if (parentsAlive) {
    for (const [kind, sex] of [
      ['PERE', 'm'],
      ['MERE', 'f'],
    ] as const) {
      if (random.chance(0.25)) continue;
      const path = `famille.ascendants.parents.#${kind.toLowerCase()}`;
      const parent = w.person(path, { sex, birth: dayIn(random, w.deceased.birth.year - random.int(21, 34)), surname: w.surname, firstOnly: random.chance(0.4) });
      w.parents.push(parent);
      const id = `parent.${kind}`;
      w.tell(
        id,
        [
          [`${path}.nom`, parent.name],
          [`${path}.lien`, kind],
        ],
        { needs: ['deceased'], weight },
      );
      w.personDetails(parent, id, { heir: childless, weight: 0.3 });
      if (w.abroad && random.chance(0.6)) w.foreignDetails(parent, id, random.pick(countries), 0.3);
    }
  } else w.tell('parents.dead', [['famille.ascendants.parents_decedes', true]], { needs: ['deceased'], weight: childless ? 2 : 0.12 });
  if (childless && w.deceased.age < 50 && w.parents.length === 0 && random.chance(0.7)) tellGrandparent(w);
  tellSiblings(w, childless, weight);
  if (childless && w.siblings.length === 0) tellDistantRelatives(w);
  if (w.deceased.age > 40 && random.chance(childless ? 0.06 : 0.02)) tellSimpleAdoption(w, childless);
}

function tellGrandparent(w: WorldBuilder): void {
  const path = 'famille.ascendants.grands_parents.#gp';
  const grandparent = w.person(path, { sex: 'f', birth: dayIn(w.random, w.deceased.birth.year - w.random.int(44, 52)) });
  w.tell(
    'grandparent',
    [
      [`${path}.nom`, grandparent.name],
      [`${path}.branche`, w.random.pick(['PATERNELLE', 'MATERNELLE'])],
    ],
    { needs: ['deceased'], weight: 1.5 },
  );
  w.personDetails(grandparent, 'grandparent', { heir: true, weight: 0.8, without: ['est_handicape', 'est_mineur', 'date_naissance'] });
}

function tellSiblings(w: WorldBuilder, childless: boolean, weight: number): void {
  const { random } = w;
  const count = w.is('fratrie')
    ? random.int(1, 4)
    : atQuantile(w.fresh('siblings'), [
        [0, 3],
        [1, 3],
        [2, 3],
        [3, 1],
      ] as const);
  if (count === 0 && !w.is('fratrie')) {
    if (childless) w.tell('siblings.none', [['famille.collateraux.existe', false]], { needs: ['deceased'], weight: 0.8 });
    return;
  }
  for (let i = 1; i <= count; i++) {
    const path = `famille.collateraux.freres_soeurs.#f${i}`;
    const birth = dayIn(random, Math.min(w.death.year - 8, w.deceased.birth.year + random.int(-8, 9)));
    const teller = w.is('fratrie') && i === 1;
    const dead = !teller && w.deceased.age > 60 && random.chance(0.25);
    const sibling = w.person(path, { birth, surname: w.surname, firstOnly: random.chance(0.55), dead });
    w.siblings.push(sibling);
    const id = `sibling${i}`;
    w.tell(id, [[`${path}.nom`, sibling.name]], { needs: ['deceased'], weight: weight * 1.2, must: teller });
    w.personDetails(sibling, id, { heir: childless, weight: 0.25 });
    if (random.chance(0.2))
      w.tell(
        `${id}.kind`,
        [
          [
            `${path}.lien`,
            random.weighted([
              ['GERMAIN', 2],
              ['CONSANGUIN', 1],
              ['UTERIN', 1],
            ] as const),
          ],
        ],
        { needs: [id], weight: 0.5 },
      );
    if (childless && !dead && sibling.age > 50 && random.chance(0.25)) {
      const at = (key: string): string => `${path}.conditions_exoneration_fratrie.${key}`;
      w.tell(
        `${id}.exempt`,
        [
          [at('domicile_commun_5_ans'), true],
          [at('celibataire_veuf_divorce_ou_separe'), true],
        ],
        { needs: [id], weight: 1 },
      );
      w.tell(`${id}.over50`, [[at('plus_de_50_ans_ou_infirme'), true]], { needs: [`${id}.exempt`], weight: 1 });
    }
    if (w.abroad && !dead && random.chance(0.25)) w.foreignDetails(sibling, id, random.pick(countries), 0.4);
    if (dead || random.chance(0.15)) tellNephews(w, sibling, id, i, childless);
  }
  if (!w.is('fratrie'))
    w.tell('siblings.count', [['famille.collateraux.nombre_freres_soeurs', count]], {
      needs: ['deceased'],
      excludes: ['sibling1', 'sibling2', 'sibling3', 'sibling4'],
      weight: weight * 0.4,
    });
  if (w.nephews.length > 0)
    w.tell('nephews.count', [['famille.collateraux.nombre_neveux_nieces', w.nephews.length]], {
      needs: ['deceased'],
      excludes: ['nephew1', 'nephew2', 'nephew3', 'nephew4'],
      weight: weight * 0.2,
    });
}

function tellNephews(w: WorldBuilder, sibling: Person, id: string, index: number, childless: boolean): void {
  for (let j = 1; j <= w.random.int(1, 2); j++) {
    if (sibling.age < 22) return;
    const path = `famille.collateraux.neveux_nieces.#n${index}${j}`;
    const nephew = w.person(path, { birth: dayIn(w.random, Math.min(w.death.year - 1, sibling.birth.year + w.random.int(20, 36))), firstOnly: w.random.chance(0.6) });
    w.nephews.push(nephew);
    w.tell(
      `nephew${index}${j}`,
      [
        [`${path}.nom`, nephew.name],
        [`${path}.parent_nom`, sibling.name],
      ],
      { needs: [id], weight: sibling.dead && childless ? 2 : 0.15 },
    );
    w.personDetails(nephew, `nephew${index}${j}`, { heir: childless && sibling.dead, weight: 0.25 });
    if (w.abroad && w.random.chance(0.2)) w.foreignDetails(nephew, `nephew${index}${j}`, w.random.pick(countries), 0.3);
  }
}

function tellDistantRelatives(w: WorldBuilder): void {
  const { random } = w;
  if (random.chance(0.6)) {
    const path = 'famille.collateraux.cousins.#k1';
    const cousin = w.person(path, { birth: dayIn(random, Math.min(w.death.year - 20, w.deceased.birth.year + random.int(-10, 15))) });
    w.tell('cousin', [[`${path}.nom`, cousin.name]], { needs: ['deceased'], weight: 1.6 });
    w.tell('cousin.degree', [[`${path}.degre`, random.pick([4, 5, 6])]], { needs: ['cousin'], weight: 0.8 });
    w.personDetails(cousin, 'cousin', { heir: true, weight: 0.8, without: ['est_handicape', 'est_mineur', 'date_naissance'] });
    w.tell('cousin.residence', [[`${path}.residence_habituelle`, random.pick(towns)]], { needs: ['cousin'], weight: 0.5 });
  } else {
    const path = 'famille.collateraux.autres_parents.#p1';
    const kind = random.pick(['ONCLE_TANTE', 'PETIT_NEVEU_NIECE']);
    const age = kind === 'ONCLE_TANTE' ? Math.min(97, w.deceased.age + random.int(4, 20)) : random.int(19, 40);
    const relative = w.person(path, { birth: dayIn(random, w.death.year - age) });
    w.tell(
      'relative',
      [
        [`${path}.nom`, relative.name],
        [`${path}.lien`, kind],
      ],
      { needs: ['deceased'], weight: 1.4 },
    );
    w.personDetails(relative, 'relative', { heir: true, weight: 0.8, without: ['est_handicape', 'est_mineur', 'date_naissance'] });
    w.tell('relative.residence', [[`${path}.residence_habituelle`, random.pick(towns)]], { needs: ['relative'], weight: 0.5 });
  }
}

/** The deceased was adopted in simple form: two families, C. civ. 366. */
function tellSimpleAdoption(w: WorldBuilder, childless: boolean): void {
  const { random } = w;
  const path = 'famille.adoption_simple_du_defunt';
  const adopter = w.person(path, { birth: dayIn(random, w.deceased.birth.year - random.int(22, 35)) });
  const adoptedAt = w.between({ ...w.deceased.birth, year: w.deceased.birth.year + 5 }, { ...w.deceased.birth, year: Math.min(w.deceased.birth.year + 38, w.death.year - 1) });
  w.tell('adopted', [['famille.defunt.est_adopte_simple', true]], { needs: ['deceased'], weight: 2 });
  w.tell('adopted.by', [[`${path}.adoptants_noms`, adopter.name]], { needs: ['adopted'], weight: 2 });
  w.tell('adopted.date', [[`${path}.date`, w.date(adoptedAt, true)]], { needs: ['adopted'], weight: 1 });
  w.tell('adopted.orphan', [[`${path}.adoptants_decedes`, true]], { needs: ['adopted.by'], weight: 1 });
  w.tell('adopted.asset', [[`${path}.bien_recu_des_adoptants`, true]], { needs: ['adopted'], weight: 1 });
  if (childless)
    w.tell(
      'adopted.return',
      [
        ['liberalites.droit_de_retour.type', 'ADOPTANTS_366'],
        ['liberalites.droit_de_retour.bien', `terrain de ${random.pick(towns)}`],
      ],
      { needs: ['adopted.by', 'adopted.asset'], weight: 1 },
    );
  const parentPath = 'famille.ascendants.parents.#adoptif';
  w.tell(
    'adopted.parent',
    [
      [`${parentPath}.nom`, adopter.name],
      [`${parentPath}.lien`, adopter.sex === 'f' ? 'MERE_ADOPTIVE' : 'PERE_ADOPTIF'],
    ],
    { needs: ['adopted'], excludes: ['adopted.by'], weight: 0.6 },
  );
}
