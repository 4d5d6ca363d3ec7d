import { OWN } from './estate.ts';
import type { Closed } from './types.ts';

const PREVIOUS = ['premier*|precedent*|anterieur*|autre|ancien* union|lit|mariage|noces|pacs|relation', 'union|mariage|relation precedent*|anterieur*', 'une union d avant'];

/** What a text tells of these, the target must hold of the same item. */
export const successionClosed: Readonly<Record<string, Closed>> = {
  'famille.defunt.regime_matrimonial.type': { entailedBy: { COMMUNAUTE_REDUITE_AUX_ACQUETS: ['famille.defunt.regime_matrimonial'] } },
  'famille.partenaire.lien.pacs_convention': { entailedBy: { INDIVISION: ['indivision'] } },
  'famille.descendants.enfants.*.est_d_une_precedente_union': {
    forms: PREVIOUS,
    rivals: ['famille.descendants', 'famille.partenaire.enfants_d_une_autre_union', 'famille.collateraux'],
  },
  'famille.descendants.enfants.*.filiation': {},
  'famille.descendants.enfants.*.est_mineur': {},
  'famille.descendants.enfants.*.est_handicape': {},
  'famille.collateraux.freres_soeurs.*.est_handicape': {},
  'liberalites.donations.*.type': {
    forms: ['donation|donations simple|simples', 'don|dons manuel|manuels', 'donation|donations partage', 'donation de|en|la nue propriete', 'present|presents d usage'],
  },
  'liberalites.donations.*.imputation': {},
  'liberalites.donations.*.forme_notariee': {},
  'liberalites.legs.*.type': {},
  'assurance_vie.contrats.*.clause_type': {},
  'patrimoine.actifs.*.acquisition.origine': {
    notForms: ['dans la|cette succession', 'acquis|acquise|acquises|acquerir', 'heritier*', 'la|cette|une|ma|sa donation', 'le|un|du legs'],
    beside: ['acquisition.epoque', 'acquisition.anciennete_au_deces.valeur'],
  },
  'patrimoine.actifs.*.propriete.nature': {
    notForms: ['au nom', 'a son|leur nom', 'appartenait|appartenaient|appartient|appartiennent', 'a elle|lui seul|seule', OWN],
    entailedBy: { INDIVIS: ['indivision'] },
  },
  'patrimoine.actifs.*.entreprise.type': {},
  'patrimoine.actifs.*.entreprise.est_presente_comme_eligible_dutreil': {},
  'patrimoine.actifs.*.demembrement.droits_du_defunt': {},
  'patrimoine.passifs.*.contestee': {},
};
