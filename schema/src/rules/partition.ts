import { bool, itemsAt, num, str } from '../payload.ts';
import { firstFinding, peopleOf } from './reading.ts';
import type { Rule } from './types.ts';

const family = 'indivision et partage';

/** Who takes part in what of a partition. */
const SHARERS: Readonly<Record<string, readonly string[]>> = {
  soultes_mentionnees: ['debiteur_nom', 'creancier_nom'],
  attributions_preferentielles: ['demandeur_nom'],
  creances_entre_copartageants: ['debiteur_nom', 'creancier_nom'],
};

/** The undivided estate and its partition. */
export const partitionRules: readonly Rule[] = [
  {
    id: 'R77',
    family,
    reason: 'Nul ne se doit de soulte à soi-même (C. civ. art. 826).',
    check: (p) =>
      ['soultes_mentionnees', 'creances_entre_copartageants'].flatMap((key) =>
        itemsAt(p, `operations_de_partage.${key}`).flatMap(({ path }) =>
          firstFinding(
            str(p, `${path}.debiteur_nom`) !== undefined && str(p, `${path}.debiteur_nom`) === str(p, `${path}.creancier_nom`),
            `${path}.creancier_nom`,
            'débiteur et créancier',
          ),
        ),
      ),
  },
  {
    id: 'R99',
    family,
    reason: 'Qui renonce ne partage pas : ni soulte, ni attribution (C. civ. art. 805).',
    check: (p) => {
      const renounced = new Set(peopleOf(p).flatMap((path) => (str(p, `${path}.option_successorale`) === 'RENONCE' ? [str(p, `${path}.nom`)] : [])));
      return Object.entries(SHARERS).flatMap(([list, keys]) =>
        itemsAt(p, `operations_de_partage.${list}`).flatMap(({ path }) =>
          keys.flatMap((key) => {
            const name = str(p, `${path}.${key}`);
            return firstFinding(name !== undefined && renounced.has(name), `${path}.${key}`, `${name} a renoncé`);
          }),
        ),
      );
    },
  },
  {
    id: 'R78',
    family,
    reason: 'Une licitation suppose un désaccord sur le partage en nature (C. civ. art. 827, 1686).',
    check: (p) =>
      firstFinding(
        bool(p, 'operations_de_partage.licitation.est_prevue') === false &&
          (num(p, 'operations_de_partage.licitation.mise_a_prix') !== undefined || str(p, 'operations_de_partage.licitation.bien') !== undefined),
        'operations_de_partage.licitation',
        'non prévue, mais décrite',
      ),
  },
  {
    id: 'R79',
    family,
    reason: 'Le partage est amiable ou judiciaire (C. civ. art. 835, 840).',
    check: (p) =>
      firstFinding(
        bool(p, 'operations_de_partage.partage_amiable') === true && bool(p, 'contexte.procedure.partage_judiciaire.existe') === true,
        'operations_de_partage.partage_amiable',
        'amiable et judiciaire',
      ),
  },
  {
    id: 'R80',
    family,
    reason: "Le refus nié n'a pas d'auteur.",
    check: (p) =>
      firstFinding(
        bool(p, 'contexte.procedure.refus_de_vendre_ou_de_partager.existe') === false && str(p, 'contexte.procedure.refus_de_vendre_ou_de_partager.auteur_nom') !== undefined,
        'contexte.procedure.refus_de_vendre_ou_de_partager.auteur_nom',
        'refus nié',
      ),
  },
  {
    id: 'R85',
    family,
    reason: "L'occupation d'un bien par un indivisaire suppose de le nommer vivant (C. civ. art. 815-9).",
    check: (p) => {
      const occupant = str(p, 'indivision.gestion.occupants_noms');
      return firstFinding(occupant !== undefined && occupant === str(p, 'famille.defunt.nom'), 'indivision.gestion.occupants_noms', 'le défunt');
    },
  },
];
