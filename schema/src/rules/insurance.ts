import { bool, itemsAt, num, str } from '../payload.ts';
import { dateAt, firstFinding, surelyAfter } from './reading.ts';
import type { Rule } from './types.ts';

const family = 'assurance-vie';

/** Life insurance. */
export const insuranceRules: readonly Rule[] = [
  {
    id: 'R54',
    family,
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
    family,
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
    family,
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
    family,
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
    family,
    reason: "Le capital n'est versé que par le décès de l'assuré : un contrat non dénoué n'en a pas (C. assur. art. L132-12).",
    check: (p) =>
      itemsAt(p, 'assurance_vie.contrats').flatMap(({ path }) =>
        firstFinding(bool(p, `${path}.denoue_au_deces`) === false && num(p, `${path}.capital_deces`) !== undefined, `${path}.capital_deces`, 'contrat non dénoué'),
      ),
  },
  {
    id: 'R59',
    family,
    reason: "Une assurance-vie niée n'a pas de contrat.",
    check: (p) => firstFinding(bool(p, 'assurance_vie.existe') === false && itemsAt(p, 'assurance_vie.contrats').length > 0, 'assurance_vie.existe', 'niée, mais décrite'),
  },
  {
    id: 'R94',
    family,
    reason: "Un contrat ne désigne une même personne qu'une fois pour un même droit.",
    check: (p) =>
      itemsAt(p, 'assurance_vie.contrats').flatMap(({ path }) => {
        const named = itemsAt(p, `${path}.beneficiaires`).map(({ path: item }) => `${str(p, `${item}.nom`) ?? item}|${str(p, `${item}.droits`) ?? ''}`);
        return firstFinding(new Set(named).size < named.length, `${path}.beneficiaires`, 'la même personne deux fois');
      }),
  },
];
