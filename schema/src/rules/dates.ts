import { bool, itemsAt, num, str } from '../payload.ts';
import { ageRange, dateAt, firstFinding, peopleOf, surelyAfter } from './reading.ts';
import type { Rule } from './types.ts';

const family = 'dates et âges';

/** Dates and ages. */
export const dateRules: readonly Rule[] = [
  {
    id: 'R09',
    family,
    reason: 'Le défunt est né avant de mourir.',
    check: (p) => {
      const birth = dateAt(p, 'famille.defunt.date_naissance');
      const death = dateAt(p, 'famille.defunt.date_deces');
      return firstFinding(birth !== undefined && death !== undefined && surelyAfter(birth, death), 'famille.defunt.date_naissance', 'né après son décès');
    },
  },
  {
    id: 'R10',
    family,
    reason: "L'âge au décès suit des dates de naissance et de décès.",
    check: (p) => {
      const death = dateAt(p, 'famille.defunt.date_deces');
      if (!death) return [];
      return peopleOf(p).flatMap((path) => {
        const birth = dateAt(p, `${path}.date_naissance`);
        const age = num(p, `${path}.age_au_deces`);
        if (!birth || age === undefined) return [];
        const [least, most] = ageRange(birth, death);
        return firstFinding(age < least || age > most, `${path}.age_au_deces`, `${age} ans, mais les dates donnent ${least === most ? least : `${least} à ${most}`}`);
      });
    },
  },
  {
    id: 'R11',
    family,
    reason: 'Une minorité suit de la date de naissance (C. civ. art. 388).',
    check: (p) => {
      const death = dateAt(p, 'famille.defunt.date_deces');
      if (!death) return [];
      return peopleOf(p).flatMap((path) => {
        const birth = dateAt(p, `${path}.date_naissance`);
        const minor = bool(p, `${path}.est_mineur`);
        if (!birth || minor === undefined) return [];
        const [least, most] = ageRange(birth, death);
        return firstFinding(minor ? least >= 18 : most < 18, `${path}.est_mineur`, `les dates donnent ${least} à ${most} ans`);
      });
    },
  },
  {
    id: 'R12',
    family,
    reason: 'Un enfant naît au moins douze ans après son parent.',
    check: (p) => {
      const parentAge = num(p, 'famille.defunt.age_au_deces');
      if (parentAge === undefined) return [];
      return itemsAt(p, 'famille.descendants.enfants').flatMap(({ path }) => {
        const age = num(p, `${path}.age_au_deces`);
        const adopted = str(p, `${path}.filiation`)?.startsWith('ADOPTION') === true;
        return firstFinding(age !== undefined && !adopted && parentAge - age < 12, `${path}.age_au_deces`, `${age} ans quand son parent en a ${parentAge}`);
      });
    },
  },
  {
    id: 'R89',
    family,
    reason: 'Un enfant prédécédé est mort après sa naissance et au plus tard le jour du décès (C. civ. art. 725-1, 752).',
    check: (p) => {
      const end = dateAt(p, 'famille.defunt.date_deces');
      return itemsAt(p, 'famille.descendants.enfants').flatMap(({ path }) => {
        const date = dateAt(p, `${path}.date_deces`);
        const birth = dateAt(p, `${path}.date_naissance`);
        if (!date) return [];
        return firstFinding(
          bool(p, `${path}.est_decede`) === false || (end !== undefined && surelyAfter(date, end)) || (birth !== undefined && surelyAfter(birth, date)),
          `${path}.date_deces`,
          'vivant, né plus tard ou mort après le défunt',
        );
      });
    },
  },
  {
    id: 'R92',
    family,
    reason: 'Le défunt a résidé quelque part après sa naissance et avant son décès (règlement UE 650/2012, art. 21).',
    check: (p) => {
      const since = dateAt(p, 'famille.defunt.date_installation');
      const birth = dateAt(p, 'famille.defunt.date_naissance');
      const death = dateAt(p, 'famille.defunt.date_deces');
      if (!since) return [];
      return firstFinding(
        (birth !== undefined && surelyAfter(birth, since)) || (death !== undefined && surelyAfter(since, death)),
        'famille.defunt.date_installation',
        'hors de sa vie',
      );
    },
  },
  {
    id: 'R13',
    family,
    reason: 'Rien de ce que le défunt a fait ne suit son décès.',
    check: (p) => {
      const death = dateAt(p, 'famille.defunt.date_deces');
      if (!death) return [];
      const paths = [
        'liberalites.testament.date',
        'liberalites.donation_entre_epoux.date',
        'famille.partenaire.lien.date_debut',
        'famille.defunt.regime_matrimonial.date_contrat',
        'famille.defunt.regime_matrimonial.date_changement',
        'famille.adoption_simple_du_defunt.date',
        ...itemsAt(p, 'patrimoine.actifs').map(({ path }) => `${path}.acquisition.date`),
        ...itemsAt(p, 'famille.unions_anterieures').map(({ path }) => `${path}.date_fin`),
      ];
      return paths.flatMap((path) => {
        const date = dateAt(p, path);
        return firstFinding(date !== undefined && surelyAfter(date, death), path, 'après le décès');
      });
    },
  },
];
