import { bool, itemsAt, num, str } from '../payload.ts';
import { dateAt, firstFinding, surelyAfter } from './reading.ts';
import type { Rule } from './types.ts';

const family = 'dettes';
const couple = (p: Parameters<Rule['check']>[0]): string | undefined => str(p, 'famille.partenaire.lien.type');

/** Debts. */
export const debtRules: readonly Rule[] = [
  {
    id: 'R73',
    family,
    reason: "Une dette niée n'est pas décrite.",
    check: (p) => firstFinding(bool(p, 'patrimoine.passif_existe') === false && itemsAt(p, 'patrimoine.passifs').length > 0, 'patrimoine.passif_existe', 'niée, mais décrite'),
  },
  {
    id: 'R74',
    family,
    reason: "L'actif net est l'actif brut moins le passif.",
    check: (p) => {
      const [gross, total, net] = ['actif_brut', 'passif', 'actif_net'].map((key) => num(p, `patrimoine.totaux.${key}`));
      return firstFinding(
        gross !== undefined && total !== undefined && net !== undefined && Math.abs(gross - total - net) > 0.5,
        'patrimoine.totaux.actif_net',
        `${net}, mais ${gross! - total!}`,
      );
    },
  },
  {
    id: 'R75',
    family,
    reason: 'Une dette du couple suppose un couple marié (C. civ. art. 1409).',
    check: (p) =>
      itemsAt(p, 'patrimoine.passifs').flatMap(({ path }) =>
        firstFinding(
          (str(p, `${path}.nature`) === 'COMMUNE' || str(p, `${path}.type`) === 'CREANCE_ENTRE_EPOUX') && (couple(p) ?? 'CONJOINT') !== 'CONJOINT',
          path,
          `sans mariage (${couple(p)})`,
        ),
      ),
  },
  {
    id: 'R76',
    family,
    reason: "Une dette contractée par le défunt l'a été de son vivant.",
    check: (p) => {
      const death = dateAt(p, 'famille.defunt.date_deces');
      return itemsAt(p, 'patrimoine.passifs').flatMap(({ path }) => {
        const date = dateAt(p, `${path}.date`);
        return firstFinding(death !== undefined && date !== undefined && surelyAfter(date, death), `${path}.date`, 'après le décès');
      });
    },
  },
];
