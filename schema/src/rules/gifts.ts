import { bool, itemsAt, num, str, valueAt } from '../payload.ts';
import { ageRange, dateAt, firstFinding, surelyAfter } from './reading.ts';
import type { Rule } from './types.ts';

const family = 'donations et réserve';
const donations = 'liberalites.donations';

/** Gifts and the reserve. */
export const giftRules: readonly Rule[] = [
  {
    id: 'R41',
    family,
    reason: 'Nul ne donne après sa mort (C. civ. art. 894).',
    check: (p) => {
      const death = dateAt(p, 'famille.defunt.date_deces');
      return itemsAt(p, donations).flatMap(({ path }) => {
        const date = dateAt(p, `${path}.date`);
        const giver = str(p, `${path}.donateur_nom`);
        return firstFinding(
          death !== undefined && date !== undefined && giver === str(p, 'famille.defunt.nom') && surelyAfter(date, death),
          `${path}.date`,
          'après le décès du donateur',
        );
      });
    },
  },
  {
    id: 'R42',
    family,
    reason: 'On ne se donne pas à soi-même (C. civ. art. 894).',
    check: (p) =>
      itemsAt(p, donations).flatMap(({ path }) =>
        firstFinding(
          str(p, `${path}.donateur_nom`) !== undefined && str(p, `${path}.donateur_nom`) === str(p, `${path}.beneficiaire_nom`),
          `${path}.beneficiaire_nom`,
          'donateur et gratifié',
        ),
      ),
  },
  {
    id: 'R43',
    family,
    reason: 'Une donation ne peut être à la fois rapportable et hors part (C. civ. art. 843).',
    check: (p) =>
      itemsAt(p, donations).flatMap(({ path }) =>
        firstFinding(
          bool(p, `${path}.dispense_de_rapport`) === true && str(p, `${path}.imputation`) === 'AVANCEMENT_DE_PART',
          `${path}.dispense_de_rapport`,
          'en avancement de part et dispensée de rapport',
        ),
      ),
  },
  {
    id: 'R44',
    family,
    reason: 'Le don manuel se fait sans acte ; la donation-partage en demande un (C. civ. art. 931, 1075).',
    check: (p) =>
      itemsAt(p, donations).flatMap(({ path }) =>
        firstFinding(
          (str(p, `${path}.type`) === 'DON_MANUEL' && bool(p, `${path}.forme_notariee`) === true) ||
            (str(p, `${path}.type`) === 'DONATION_PARTAGE' && bool(p, `${path}.forme_notariee`) === false),
          `${path}.forme_notariee`,
          `${str(p, `${path}.type`)}`,
        ),
      ),
  },
  {
    id: 'R45',
    family,
    reason: 'Le temps écoulé depuis la donation suit de sa date et de celle du décès.',
    check: (p) => {
      const death = dateAt(p, 'famille.defunt.date_deces');
      return itemsAt(p, donations).flatMap(({ path }) => {
        const date = dateAt(p, `${path}.date`);
        const years = num(p, `${path}.anciennete_au_deces.valeur`);
        if (!death || !date || years === undefined || str(p, `${path}.anciennete_au_deces.unite`) !== 'ANNEES') return [];
        const [least, most] = ageRange(date, death);
        return firstFinding(years < least || years > most, `${path}.anciennete_au_deces.valeur`, `${years} ans, mais ${least} à ${most} par les dates`);
      });
    },
  },
  {
    id: 'R90',
    family,
    reason: "Les travaux du donataire n'enlèvent rien à la valeur du bien acquis en emploi (C. civ. art. 860, 861).",
    check: (p) =>
      itemsAt(p, donations).flatMap(({ path }) => {
        const value = num(p, `${path}.emploi.valeur_du_bien_acquis`);
        const without = num(p, `${path}.emploi.valeur_sans_travaux`);
        return firstFinding(value !== undefined && without !== undefined && without > value, `${path}.emploi.valeur_sans_travaux`, `${without} sans les travaux, ${value} avec`);
      }),
  },
  {
    id: 'R91',
    family,
    reason: 'Le prix du bien intermédiaire suppose ce bien : sans lui, la revente serait celle du bien donné (C. civ. art. 860).',
    check: (p) =>
      itemsAt(p, donations).flatMap(({ path }) =>
        firstFinding(
          str(p, `${path}.emploi.bien_intermediaire`) === undefined &&
            (num(p, `${path}.emploi.achat_du_bien_intermediaire`) !== undefined || num(p, `${path}.emploi.revente_du_bien_intermediaire`) !== undefined),
          `${path}.emploi.bien_intermediaire`,
          'un prix, mais aucun bien',
        ),
      ),
  },
  {
    id: 'R46',
    family,
    reason: 'Un testament nié ne contient ni legs ni exhérédation (C. civ. art. 895).',
    check: (p) =>
      firstFinding(
        bool(p, 'liberalites.testament.existe') === false &&
          (itemsAt(p, 'liberalites.legs').length > 0 || Object.keys((valueAt(p, 'liberalites.testament') ?? {}) as object).length > 1),
        'liberalites.testament.existe',
        'nié, mais décrit',
      ),
  },
  {
    id: 'R50',
    family,
    reason: 'La donation entre époux suppose un mariage (C. civ. art. 1094, 1096).',
    check: (p) =>
      firstFinding(
        bool(p, 'liberalites.donation_entre_epoux.existe') === true && (str(p, 'famille.partenaire.lien.type') ?? 'CONJOINT') !== 'CONJOINT',
        'liberalites.donation_entre_epoux.existe',
        'sans conjoint',
      ),
  },
  {
    id: 'R51',
    family,
    reason: "On ne choisit pas une quotité d'une donation niée ou révoquée (C. civ. art. 1094-1, 1096).",
    check: (p) =>
      firstFinding(
        str(p, 'liberalites.donation_entre_epoux.option') !== undefined &&
          (bool(p, 'liberalites.donation_entre_epoux.existe') === false || bool(p, 'liberalites.donation_entre_epoux.revoquee') === true),
        'liberalites.donation_entre_epoux.option',
        'sans donation',
      ),
  },
  {
    id: 'R52',
    family,
    reason: 'La renonciation anticipée existe depuis le 1er janvier 2007 et précède le décès (C. civ. art. 929, loi du 23 juin 2006).',
    check: (p) =>
      itemsAt(p, 'liberalites.raar').flatMap(({ path }) => {
        const date = dateAt(p, `${path}.date`);
        const death = dateAt(p, 'famille.defunt.date_deces');
        return firstFinding(date !== undefined && (date.last.year < 2007 || (death !== undefined && surelyAfter(date, death))), `${path}.date`, 'hors de son temps');
      }),
  },
  {
    id: 'R53',
    family,
    reason: "Le droit de retour des parents ou des frères et sœurs suppose l'absence de descendant (C. civ. art. 738-2, 757-3).",
    check: (p) =>
      firstFinding(
        ['PARENTS_738_2', 'FRERES_SOEURS_757_3'].includes(str(p, 'liberalites.droit_de_retour.type') ?? '') && itemsAt(p, 'famille.descendants.enfants').length > 0,
        'liberalites.droit_de_retour.type',
        'des enfants sont nommés',
      ),
  },
  {
    id: 'R60',
    family,
    reason: 'Des donations niées ne sont pas décrites.',
    check: (p) => firstFinding(bool(p, 'liberalites.donations_existent') === false && itemsAt(p, donations).length > 0, 'liberalites.donations_existent', 'niées, mais décrites'),
  },
];
