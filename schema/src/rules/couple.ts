import { bool, itemsAt, num, str, valueAt, type Payload } from '../payload.ts';
import { dateAt, firstFinding, surelyAfter } from './reading.ts';
import type { Rule } from './types.ts';

const family = 'mariage, PACS et régime';
const status = 'famille.defunt.statut_matrimonial';
const link = 'famille.partenaire.lien.type';
const regime = 'famille.defunt.regime_matrimonial';

/** Years that the last union lasted at least, by its dates. */
function yearsOfUnion(p: Payload): number | undefined {
  const [from, to] = [dateAt(p, 'famille.partenaire.lien.date_debut'), dateAt(p, 'famille.defunt.date_deces')];
  return from && to ? to.first.year - from.last.year - 1 : undefined;
}

const isBeforePacs = (date: ReturnType<typeof dateAt>): boolean => date !== undefined && date.last.year < 1999;

/** Marriage, PACS and matrimonial regime. */
export const coupleRules: readonly Rule[] = [
  {
    id: 'R14',
    family,
    reason: "Le conjoint survivant est celui d'un défunt marié (C. civ. art. 732).",
    check: (p) => firstFinding(str(p, link) === 'CONJOINT' && str(p, status) !== undefined && str(p, status) !== 'MARIE', status, `un conjoint, mais ${str(p, status)}`),
  },
  {
    id: 'R15',
    family,
    reason: "Le partenaire de PACS est celui d'un défunt pacsé ; mariage et PACS s'excluent (C. civ. art. 515-2, 515-7).",
    check: (p) => firstFinding(str(p, link) === 'PARTENAIRE_PACS' && str(p, status) !== undefined && str(p, status) !== 'PACSE', status, `un PACS, mais ${str(p, status)}`),
  },
  {
    id: 'R16',
    family,
    reason: "Un défunt pacsé laisse un partenaire de PACS, un défunt marié un conjoint ; un concubin peut seulement exister à côté d'un mariage (C. civ. art. 147, 515-8).",
    check: (p) => firstFinding(str(p, status) === 'PACSE' && str(p, link) === 'CONCUBIN', link, 'pacsé, mais un concubin'),
  },
  {
    id: 'R17',
    family,
    reason: 'Un régime matrimonial suppose un mariage (C. civ. art. 1387).',
    check: (p) =>
      firstFinding(valueAt(p, regime) !== undefined && ((str(p, status) ?? 'MARIE') !== 'MARIE' || (str(p, link) ?? 'CONJOINT') !== 'CONJOINT'), regime, 'un régime sans mariage'),
  },
  {
    id: 'R18',
    family,
    reason: 'Le régime légal se passe de contrat ; les autres en demandent un (C. civ. art. 1394, 1400).',
    check: (p) => {
      const type = str(p, `${regime}.type`);
      const contract = bool(p, `${regime}.contrat_de_mariage`);
      return firstFinding(
        contract === false && type !== undefined && type !== 'COMMUNAUTE_REDUITE_AUX_ACQUETS' && type !== 'COMMUNAUTE_DE_MEUBLES_ET_ACQUETS',
        `${regime}.contrat_de_mariage`,
        `${type} sans contrat`,
      );
    },
  },
  {
    id: 'R19',
    family,
    reason: "La communauté de meubles et acquêts n'est le régime légal que des mariages d'avant le 1er février 1966 (loi du 13 juillet 1965).",
    check: (p) => {
      const start = dateAt(p, 'famille.partenaire.lien.date_debut');
      return firstFinding(
        start !== undefined && start.first.year >= 1967 && str(p, `${regime}.type`) === 'COMMUNAUTE_DE_MEUBLES_ET_ACQUETS' && bool(p, `${regime}.contrat_de_mariage`) !== true,
        `${regime}.type`,
        'mariage trop récent pour ce régime sans contrat',
      );
    },
  },
  {
    id: 'R20',
    family,
    reason: "L'attribution intégrale et le préciput portent sur une communauté (C. civ. art. 1515, 1524).",
    check: (p) => {
      const type = str(p, `${regime}.type`);
      const separate = type === 'SEPARATION_DE_BIENS' || type === 'PARTICIPATION_AUX_ACQUETS';
      return ['clause_attribution_integrale', 'clause_preciput'].flatMap((clause) =>
        firstFinding(
          separate && bool(p, `${regime}.${clause}`) === true && bool(p, `${regime}.societe_d_acquets`) !== true,
          `${regime}.${clause}`,
          `${type} n'a pas de communauté`,
        ),
      );
    },
  },
  {
    id: 'R21',
    family,
    reason: 'La créance de participation suppose la participation aux acquêts (C. civ. art. 1569).',
    check: (p) =>
      firstFinding(
        valueAt(p, `${regime}.participation`) !== undefined && (str(p, `${regime}.type`) ?? 'PARTICIPATION_AUX_ACQUETS') !== 'PARTICIPATION_AUX_ACQUETS',
        `${regime}.participation`,
        'sans participation aux acquêts',
      ),
  },
  {
    id: 'R22',
    family,
    reason: 'Le PACS existe depuis la loi du 15 novembre 1999.',
    check: (p) => {
      const start = dateAt(p, 'famille.partenaire.lien.date_debut');
      return firstFinding(str(p, link) === 'PARTENAIRE_PACS' && isBeforePacs(start), 'famille.partenaire.lien.date_debut', 'un PACS avant 1999');
    },
  },
  {
    id: 'R100',
    family,
    reason: "Un PACS antérieur a fini après novembre 1999, et l'union actuelle a commencé plus tard.",
    check: (p) => {
      const start = dateAt(p, 'famille.partenaire.lien.date_debut');
      return itemsAt(p, 'famille.unions_anterieures').flatMap(({ path }) => {
        if (str(p, `${path}.lien`) !== 'PACS') return [];
        return firstFinding([dateAt(p, `${path}.date_fin`), start].some(isBeforePacs), `${path}.lien`, 'un PACS avant 1999');
      });
    },
  },
  {
    id: 'R23',
    family,
    reason: 'Une procédure de divorce ou de séparation de corps suppose un mariage (C. civ. art. 229, 296).',
    check: (p) =>
      firstFinding(
        bool(p, 'contexte.procedure.divorce_ou_separation_en_cours.existe') === true && (str(p, status) ?? 'MARIE') !== 'MARIE',
        'contexte.procedure.divorce_ou_separation_en_cours.existe',
        'sans mariage',
      ),
  },
  {
    id: 'R24',
    family,
    reason: "Les droits du conjoint (option de l'art. 757, droit viager, pension) sont ceux d'un époux (C. civ. art. 757, 764, 767).",
    check: (p) =>
      ['option_legale', 'droit_viager_logement', 'pension_alimentaire', 'prive_de_droit_au_logement'].flatMap((right) =>
        firstFinding(
          valueAt(p, `famille.droits_du_partenaire.${right}`) !== undefined && (str(p, link) ?? 'CONJOINT') !== 'CONJOINT',
          `famille.droits_du_partenaire.${right}`,
          `${str(p, link)} n'a pas ce droit`,
        ),
      ),
  },
  {
    id: 'R25',
    family,
    reason: "L'option légale pour l'usufruit n'est ouverte que si tous les enfants sont communs (C. civ. art. 757).",
    check: (p) =>
      firstFinding(
        str(p, 'famille.droits_du_partenaire.option_legale') === 'USUFRUIT_TOTAL' &&
          itemsAt(p, 'famille.descendants.enfants').some(({ path }) => bool(p, `${path}.est_d_une_precedente_union`) === true),
        'famille.droits_du_partenaire.option_legale',
        "usufruit, mais un enfant d'une précédente union",
      ),
  },
  {
    id: 'R26',
    family,
    reason: "Le concubin n'a pas de droit au logement dans la succession (C. civ. art. 515-6 pour le PACS, 763 pour l'époux).",
    check: (p) =>
      firstFinding(
        str(p, link) === 'CONCUBIN' && bool(p, 'famille.droits_du_partenaire.droit_temporaire_logement') === true,
        'famille.droits_du_partenaire.droit_temporaire_logement',
        'un concubin',
      ),
  },
  {
    id: 'R27',
    family,
    reason: "Une union antérieure a fini avant que l'actuelle commence (C. civ. art. 147).",
    check: (p) => {
      const start = dateAt(p, 'famille.partenaire.lien.date_debut');
      if (!start || str(p, link) === 'CONCUBIN') return [];
      return itemsAt(p, 'famille.unions_anterieures').flatMap(({ path }) => {
        const end = dateAt(p, `${path}.date_fin`);
        return firstFinding(
          end !== undefined && str(p, `${path}.lien`) !== 'CONCUBINAGE' && surelyAfter(end, start),
          `${path}.date_fin`,
          "finie après le début de l'union actuelle",
        );
      });
    },
  },
  {
    id: 'R28',
    family,
    reason: "Le régime des biens d'un PACS suppose un PACS (C. civ. art. 515-5).",
    check: (p) =>
      firstFinding(
        str(p, 'famille.partenaire.lien.pacs_convention') !== undefined && (str(p, link) ?? 'PARTENAIRE_PACS') !== 'PARTENAIRE_PACS',
        'famille.partenaire.lien.pacs_convention',
        'sans PACS',
      ),
  },
  {
    id: 'R29',
    family,
    reason: "On ne vit pas ensemble plus longtemps que le plus jeune n'a vécu.",
    check: (p) => {
      const years = num(p, 'famille.partenaire.lien.duree_vie_commune_ans');
      const ages = ['famille.defunt', 'famille.partenaire'].flatMap((path) => num(p, `${path}.age_au_deces`) ?? []);
      return firstFinding(years !== undefined && ages.some((age) => years > age - 12), 'famille.partenaire.lien.duree_vie_commune_ans', `${years} ans de vie commune`);
    },
  },
  {
    id: 'R97',
    family,
    reason: "Qui a été marié n'est plus célibataire : il est divorcé, ou veuf (C. civ. art. 227).",
    check: (p) => {
      const former = itemsAt(p, 'famille.unions_anterieures').find(({ path }) => str(p, `${path}.lien`) === 'MARIAGE');
      return firstFinding(str(p, status) === 'CELIBATAIRE' && former !== undefined, status, `célibataire, après un mariage (${former?.path})`);
    },
  },
  {
    id: 'R95',
    family,
    reason: "L'enfant d'une précédente union est né avant la dernière.",
    check: (p) => {
      const years = num(p, 'famille.partenaire.lien.duree_vie_commune_ans') ?? yearsOfUnion(p);
      if (years === undefined) return [];
      return itemsAt(p, 'famille.descendants.enfants').flatMap(({ path }) => {
        const age = num(p, `${path}.age_au_deces`);
        return firstFinding(bool(p, `${path}.est_d_une_precedente_union`) === true && age !== undefined && age < years - 1, `${path}.est_d_une_precedente_union`, `à ${age} ans`);
      });
    },
  },
  {
    id: 'R86',
    family,
    reason: "Depuis 2021 il n'y a plus d'ordonnance de non-conciliation dans les instances nouvelles (C. civ. art. 254) : un décès d'après 2026 n'en connaît plus guère.",
    check: (p) => {
      const death = dateAt(p, 'famille.defunt.date_deces');
      return firstFinding(
        str(p, 'contexte.procedure.divorce_ou_separation_en_cours.etape') === 'ORDONNANCE_DE_NON_CONCILIATION' && death !== undefined && death.first.year > 2026,
        'contexte.procedure.divorce_ou_separation_en_cours.etape',
        'trop récent',
      );
    },
  },
  {
    id: 'R87',
    family,
    reason: "Une procédure niée n'a ni nature ni étape.",
    check: (p) =>
      firstFinding(
        bool(p, 'contexte.procedure.divorce_ou_separation_en_cours.existe') === false &&
          (valueAt(p, 'contexte.procedure.divorce_ou_separation_en_cours.type') !== undefined ||
            valueAt(p, 'contexte.procedure.divorce_ou_separation_en_cours.etape') !== undefined),
        'contexte.procedure.divorce_ou_separation_en_cours',
        'niée, mais décrite',
      ),
  },
];
