import { OWN } from './estate.ts';
import type { Closed } from './types.ts';

const PREVIOUS = ['premier*|precedent*|anterieur*|autre|ancien* union|lit|mariage|noces|pacs|relation', 'union|mariage|relation precedent*|anterieur*', 'une union d avant'];

/** "De son premier mariage elle avait un fils, Youssef". */
const OF_ANOTHER_UNION = [
  'd|de un|une|son|sa|cette|ce premier*|precedent*|autre|ancien* union|lit|mariage|pacs|relation',
  'du premier*|precedent* lit|mariage',
  'dune|dun premier*|precedent*|autre|ancien* union|lit|mariage|relation',
  'd|de un|une|l|cette union|mariage|pacs|relation precedent*|anterieur*',
  'd|de un|une|l|cette union|mariage|pacs|relation d avant',
  'de jeunesse',
  'liaison|relation ancienne|anterieure|passee',
  'd un|une union|mariage|relation plus ancien*',
  'd un|une 1 ere|er|re union|lit|mariage',
  'dun|dune|du 1 ere|er|re union|lit|mariage',
  'de la premier*|precedent* union|relation',
  'de la 1 ere|re union|relation',
  'd une union|relation que|qu ... avait|a eue avant',
  'd|de ce|cette premier|premiere|precedent|precedente union|mariage',
  'fils|fille|garcon|enfant|enfants d avant',
  'avec un|une autre homme|femme',
  'd une|dune union davant',
  'd une union|relation qui a|avait precede',
];
/** Behind these an earlier union is one that has come to its end. */
const ENDED = ['veuf', 'veuve', 'divorce', 'divorcee', 'separe', 'separee', 'fin', 'sorti', 'sortie', 'apres', 'annee', 'annees', 'lors'];

/** What a text tells of these, the target must hold of the same item. */
export const successionClosed: Readonly<Record<string, Closed>> = {
  'famille.defunt.regime_matrimonial.type': {
    notForms: ['contrat|contrats d|avec|chez|a|au|en'],
    entailedBy: { COMMUNAUTE_REDUITE_AUX_ACQUETS: ['famille.defunt.regime_matrimonial'] },
  },
  'famille.partenaire.lien.pacs_convention': { entailedBy: { INDIVISION: ['indivision'] } },
  'famille.descendants.enfants.*.est_d_une_precedente_union': {
    forms: PREVIOUS,
    rivals: ['famille.descendants', 'famille.partenaire.enfants_d_une_autre_union', 'famille.collateraux'],
    ofNamed: OF_ANOTHER_UNION,
    denied: [
      'eu ensemble un|une fils|fille|enfant|garcon',
      'ensemble nous|ils ... avons|avions|ont|avaient eu un|une fils|fille|enfant|garcon',
      'un|une fils|fille|garcon|enfant|petit|petite ensemble',
      'leur|notre fils|fille a tous|toutes les deux',
      'est|sont du couple',
      'commun|commune|communs|communes au|a couple',
      'enfant|fille|fils|garcon commun|commune',
      'enfants|filles communs|communes',
      'enfant|enfants|fille|filles|fils du couple',
      'ne|nee|nes|nees|issu|issue|issus|issues du mariage|couple',
    ],
    notBehind: ENDED,
  },
  'famille.descendants.enfants.*.filiation': { rivals: ['famille.descendants', 'famille.partenaire.enfants_d_une_autre_union'] },
  'famille.descendants.enfants.*.est_mineur': {},
  'famille.collateraux.autres_parents.*.lien': { forms: ['filleul|filleule'], ofNamed: ['ami|amie|filleul|filleule'], rivals: ['famille.collateraux.autres_parents'] },
  'famille.descendants.enfants.*.est_handicape': {},
  'famille.collateraux.freres_soeurs.*.est_handicape': {},
  'famille.ascendants.grands_parents.*.branche': {},
  'liberalites.donations.*.type': {
    rivals: ['liberalites.donations'],
    introduced: true,
    forms: ['donation|donations simple|simples', 'don|dons manuel|manuels', 'donation|donations partage', 'donation de|en|la nue propriete', 'present|presents d usage'],
  },
  'liberalites.donations.*.imputation': {},
  'liberalites.donations.*.objet': {
    forms: [
      'donne|donnee|donnes|donation|don ... immeuble|immobilier',
      'portant|portait|porte|portee sur un|une|le|la|l|des|les immeuble|bien|appartement|maison|titres|voiture|vehicule|somme|tableau|meuble|bijou',
    ],
  },
  'liberalites.donations.*.forme_notariee': {},
  'liberalites.legs.*.type': { rivals: ['liberalites.legs'], introduced: true },
  'assurance_vie.contrats.*.clause_type': {},
  'patrimoine.actifs.*.acquisition.origine': {
    notForms: [
      'dans la|cette succession',
      'acquis|acquise|acquises|acquerir',
      'heritier*',
      'la|cette|une|ma|sa donation',
      'le|un|du legs',
      'bati|batie|construit|construite ... affaire|entreprise|societe|boite|vie',
    ],
    beside: ['acquisition.epoque', 'acquisition.anciennete_au_deces.valeur'],
  },
  'patrimoine.actifs.*.acquisition.epoque': {
    forms: [
      'pendant|durant le|leur|son|notre mariage|union|pacs',
      'avant le|leur|son|notre mariage|union|pacs|rencontre',
      'avant de se|la|le|me|nous marier|rencontrer|connaitre|pacser',
      'au cours du|de leur|notre mariage|union|pacs',
      'une fois maries|mariees|pacses|pacsees',
      'deja maries|mariees|pacses|pacsees',
    ],
  },
  'patrimoine.actifs.*.propriete.nature': {
    rivals: ['patrimoine'],
    notForms: ['indivisaire|indivisaires', 'au nom', 'a son|leur nom', 'appartenait|appartenaient|appartient|appartiennent', 'a elle|lui seul|seule', OWN],
    entailedBy: { INDIVIS: ['indivision'] },
  },
  'patrimoine.actifs.*.usage': {
    forms: [
      'residence|residences principale|principales|secondaire|secondaires',
      'maison|appartement de vacances|campagne',
      'maison familiale',
      'bien|immeuble|appartement|investissement locatif',
    ],
  },
  'patrimoine.actifs.*.entreprise.type': { besides: ['ENTREPRISE'] },
  'patrimoine.actifs.*.entreprise.est_presente_comme_eligible_dutreil': {},
  'patrimoine.actifs.*.demembrement.droits_du_defunt': {},
  'patrimoine.passifs.*.contestee': {},
};
