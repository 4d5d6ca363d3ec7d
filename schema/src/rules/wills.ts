import { bool, itemsAt, num, str } from '../payload.ts';
import { firstFinding } from './reading.ts';
import type { Rule } from './types.ts';

const family = 'testament et legs';

/** Wills and legacies. */
export const willRules: readonly Rule[] = [
  {
    id: 'R47',
    family,
    reason: 'Les fractions léguées ne passent pas le tout (C. civ. art. 1010).',
    check: (p) =>
      firstFinding(itemsAt(p, 'liberalites.legs').reduce((sum, { path }) => sum + (num(p, `${path}.quote_part`) ?? 0), 0) > 1.0001, 'liberalites.legs', 'plus que le tout'),
  },
  {
    id: 'R48',
    family,
    reason: 'Qui renonce au legs ne le cantonne pas (C. civ. art. 1002-1).',
    check: (p) =>
      itemsAt(p, 'liberalites.legs').flatMap(({ path }) =>
        firstFinding(bool(p, `${path}.accepte`) === false && bool(p, `${path}.cantonnement`) === true, `${path}.cantonnement`, 'renoncé et cantonné'),
      ),
  },
  {
    id: 'R49',
    family,
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
    id: 'R96',
    family,
    reason: "Qui est exhérédé par le testament n'y reçoit pas de legs.",
    check: (p) => {
      const out = str(p, 'liberalites.testament.exheredes_noms');
      return itemsAt(p, 'liberalites.legs').flatMap(({ path }) =>
        firstFinding(out !== undefined && str(p, `${path}.beneficiaire_nom`) === out, `${path}.beneficiaire_nom`, `${out}, exhérédé`),
      );
    },
  },
];
