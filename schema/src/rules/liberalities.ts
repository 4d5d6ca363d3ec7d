import { bool, itemsAt, num, str, valueAt } from '../payload.ts';
import { ageRange, dateAt, firstFinding, surelyAfter } from './reading.ts';
import type { Rule } from './types.ts';

const gifts = 'donations et réserve';
const wills = 'testament et legs';
const insurance = 'assurance-vie';
const donations = 'liberalites.donations';

export const liberalityRules: readonly Rule[] = [
  {
    id: 'R41',
    family: gifts,
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
    family: gifts,
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
    family: gifts,
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
    family: gifts,
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
    family: gifts,
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
    id: 'R46',
    family: gifts,
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
    id: 'R47',
    family: wills,
    reason: 'Les fractions léguées ne passent pas le tout (C. civ. art. 1010).',
    check: (p) =>
      firstFinding(itemsAt(p, 'liberalites.legs').reduce((sum, { path }) => sum + (num(p, `${path}.quote_part`) ?? 0), 0) > 1.0001, 'liberalites.legs', 'plus que le tout'),
  },
  {
    id: 'R48',
    family: wills,
    reason: 'Qui renonce au legs ne le cantonne pas (C. civ. art. 1002-1).',
    check: (p) =>
      itemsAt(p, 'liberalites.legs').flatMap(({ path }) =>
        firstFinding(bool(p, `${path}.accepte`) === false && bool(p, `${path}.cantonnement`) === true, `${path}.cantonnement`, 'renoncé et cantonné'),
      ),
  },
  {
    id: 'R49',
    family: wills,
    reason: "Le testament est l'œuvre du seul défunt : il ne s'y lègue rien à lui-même.",
    check: (p) =>
      itemsAt(p, 'liberalites.legs').flatMap(({ path }) =>
        firstFinding(
          str(p, `${path}.beneficiaire_nom`) !== undefined && str(p, `${path}.beneficiaire_nom`) === str(p, 'famille.defunt.nom'),
          `${path}.beneficiaire_nom`,
          'le défunt',
        ),
      ),
  },
  {
    id: 'R50',
    family: gifts,
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
    family: gifts,
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
    family: gifts,
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
    family: gifts,
    reason: "Le droit de retour des parents ou des frères et sœurs suppose l'absence de descendant (C. civ. art. 738-2, 757-3).",
    check: (p) =>
      firstFinding(
        ['PARENTS_738_2', 'FRERES_SOEURS_757_3'].includes(str(p, 'liberalites.droit_de_retour.type') ?? '') && itemsAt(p, 'famille.descendants.enfants').length > 0,
        'liberalites.droit_de_retour.type',
        'des enfants sont nommés',
      ),
  },
  {
    id: 'R54',
    family: insurance,
    reason: "La ligne des 70 ans suit de l'âge de l'assuré au versement (CGI art. 757 B, 990 I).",
    check: (p) =>
      itemsAt(p, 'assurance_vie.contrats').flatMap(({ path }) =>
        itemsAt(p, `${path}.versements`).flatMap(({ path: premium }) => {
          const age = num(p, `${premium}.age_assure_au_versement`);
          const late = bool(p, `${premium}.apres_70_ans`);
          return firstFinding(age !== undefined && late !== undefined && ((late && age < 70) || (!late && age > 70)), `${premium}.apres_70_ans`, `à ${age} ans`);
        }),
      ),
  },
  {
    id: 'R55',
    family: insurance,
    reason: "Une prime est versée après la souscription et avant la mort de l'assuré (C. assur. art. L132-1).",
    check: (p) =>
      itemsAt(p, 'assurance_vie.contrats').flatMap(({ path }) =>
        itemsAt(p, `${path}.versements`).flatMap(({ path: premium }) => {
          const paid = dateAt(p, `${premium}.date`);
          const opened = dateAt(p, `${path}.date_souscription`);
          const death = dateAt(p, 'famille.defunt.date_deces');
          return firstFinding(
            paid !== undefined &&
              ((opened !== undefined && surelyAfter(opened, paid)) ||
                (death !== undefined && str(p, `${path}.assure_nom`) === str(p, 'famille.defunt.nom') && surelyAfter(paid, death))),
            `${premium}.date`,
            'hors du contrat',
          );
        }),
      ),
  },
  {
    id: 'R56',
    family: insurance,
    reason: 'Les parts des bénéficiaires ne passent pas le tout (C. assur. art. L132-8).',
    check: (p) =>
      itemsAt(p, 'assurance_vie.contrats').flatMap(({ path }) =>
        firstFinding(
          itemsAt(p, `${path}.beneficiaires`).reduce((sum, { path: item }) => sum + (num(p, `${item}.quote_part`) ?? 0), 0) > 1.0001,
          `${path}.beneficiaires`,
          'plus que le tout',
        ),
      ),
  },
  {
    id: 'R57',
    family: insurance,
    reason: "Un contrat sans bénéficiaire désigné n'en nomme pas (C. assur. art. L132-11).",
    check: (p) =>
      itemsAt(p, 'assurance_vie.contrats').flatMap(({ path }) =>
        firstFinding(
          str(p, `${path}.clause_type`) === 'SANS_BENEFICIAIRE' && itemsAt(p, `${path}.beneficiaires`).length > 0,
          `${path}.clause_type`,
          'mais un bénéficiaire est nommé',
        ),
      ),
  },
  {
    id: 'R58',
    family: insurance,
    reason: "Le capital n'est versé que par le décès de l'assuré : un contrat non dénoué n'en a pas (C. assur. art. L132-12).",
    check: (p) =>
      itemsAt(p, 'assurance_vie.contrats').flatMap(({ path }) =>
        firstFinding(bool(p, `${path}.denoue_au_deces`) === false && num(p, `${path}.capital_deces`) !== undefined, `${path}.capital_deces`, 'contrat non dénoué'),
      ),
  },
  {
    id: 'R59',
    family: insurance,
    reason: "Une assurance-vie niée n'a pas de contrat.",
    check: (p) => firstFinding(bool(p, 'assurance_vie.existe') === false && itemsAt(p, 'assurance_vie.contrats').length > 0, 'assurance_vie.existe', 'niée, mais décrite'),
  },
  {
    id: 'R60',
    family: gifts,
    reason: 'Des donations niées ne sont pas décrites.',
    check: (p) => firstFinding(bool(p, 'liberalites.donations_existent') === false && itemsAt(p, donations).length > 0, 'liberalites.donations_existent', 'niées, mais décrites'),
  },
];
