import { bool, str } from '../payload.ts';
import { dateAt, firstFinding } from './reading.ts';
import type { Rule } from './types.ts';

const family = 'international';

/** Successions that cross a border. */
export const internationalRules: readonly Rule[] = [
  {
    id: 'R81',
    family,
    reason: "La loi choisie l'est par une disposition à cause de mort : pas de professio juris sans testament (règlement UE 650/2012, art. 22).",
    check: (p) =>
      firstFinding(
        bool(p, 'contexte.international.professio_juris.existe') === true && bool(p, 'liberalites.testament.existe') === false,
        'contexte.international.professio_juris.existe',
        'sans testament',
      ),
  },
  {
    id: 'R82',
    family,
    reason: 'On ne peut choisir que sa loi nationale (règlement UE 650/2012, art. 22).',
    check: (p) =>
      firstFinding(
        str(p, 'contexte.international.professio_juris.loi_designee') !== undefined &&
          str(p, 'famille.defunt.nationalite') !== undefined &&
          str(p, 'contexte.international.professio_juris.loi_designee') !== str(p, 'famille.defunt.nationalite'),
        'contexte.international.professio_juris.loi_designee',
        `loi ${str(p, 'contexte.international.professio_juris.loi_designee')} d'un défunt de nationalité ${str(p, 'famille.defunt.nationalite')}`,
      ),
  },
  {
    id: 'R83',
    family,
    reason: "Sans choix de loi, aucune loi n'est désignée.",
    check: (p) =>
      firstFinding(
        bool(p, 'contexte.international.professio_juris.existe') === false && str(p, 'contexte.international.professio_juris.loi_designee') !== undefined,
        'contexte.international.professio_juris.loi_designee',
        'aucun choix',
      ),
  },
  {
    id: 'R84',
    family,
    reason: 'Le prélèvement compensatoire vaut pour les décès depuis le 1er novembre 2021 (C. civ. art. 913 al. 3).',
    check: (p) => {
      const death = dateAt(p, 'famille.defunt.date_deces');
      return firstFinding(
        bool(p, 'contexte.international.prelevement_compensatoire.existe') === true &&
          death !== undefined &&
          (death.last.year < 2021 || (death.last.year === 2021 && death.last.month < 11)),
        'contexte.international.prelevement_compensatoire.existe',
        'décès trop ancien',
      );
    },
  },
];
