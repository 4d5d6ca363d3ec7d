import { countries, france, professions, towns } from '../lexicon/places.ts';
import { atQuantile } from '../random.ts';
import { dayIn, yearsBetween, type Day } from './calendar.ts';
import type { WorldBuilder } from './builder.ts';

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
  if (w.abroad) {
    w.foreignDetails(w.deceased, 'deceased', country, 1.5);
    const moved = dayIn(random, random.int(Math.max(birth.year + 20, w.death.year - 25), w.death.year - 1));
    w.tell('deceased.since', [[at('date_installation'), w.date(moved, true)]], { needs: ['deceased.residence'], weight: 1 });
  } else if (random.chance(0.1)) {
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
  const grown = Math.min(w.deceased.age, w.partner.age) - random.int(20, 34);
  // Nobody lived unmarried all his life before the seventies; who has children of before was young no more.
  const together = w.link === 'CONCUBIN' || w.has('famille_recomposee') ? Math.min(grown, 45) : grown;
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
    if (random.chance(0.6)) {
      const theirs = w.purse.amount(45_000, 0.6);
      w.tell(
        'regime.theirs',
        [
          [at('participation.patrimoine_originaire_du_conjoint'), theirs],
          [at('participation.patrimoine_final_du_conjoint'), w.purse.amount(theirs * 2.4, 0.3)],
        ],
        { needs: [...needs, 'regime.start'], weight: weight * 0.6 },
      );
    }
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
        : // Who was married once is divorced or widowed since.
          w.marital === 'CELIBATAIRE'
          ? 'RUPTURE'
          : random.weighted([
              ['DIVORCE', 3],
              ['DECES', 1],
              ['RUPTURE', 1],
            ] as const);
  const latest: Day = { ...(w.unionStart ?? w.death), year: (w.unionStart ?? w.death).year - 1 };
  const loose = random.pick(['PACS', 'CONCUBINAGE']);
  // There is no PACS before November 1999.
  const kind = end !== 'RUPTURE' ? 'MARIAGE' : latest.year > 2000 ? loose : 'CONCUBINAGE';
  const sex = w.deceased.sex === 'f' ? 'm' : 'f';
  const former = w.person(path, { sex, birth: dayIn(random, w.deceased.birth.year + random.int(-4, 4)) });
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
