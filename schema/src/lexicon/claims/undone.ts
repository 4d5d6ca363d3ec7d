import type { Claim } from '../types.ts';
import { claim } from './claim.ts';

/** What takes back what was told, or says that a thing is no more. */
export const undoingClaims: readonly Claim[] = [
  claim([
    'ce qui precede est|sont faux|inexact*|errone*',
    'tout ca|cela|ceci est faux',
    'etait|est l inverse',
    'etait|est le contraire',
    'montant|montants|chiffre|chiffres|date|dates|prix est|sont|etait|etaient faux|fausse|fausses|inexact*|errone*',
  ]),
  claim(
    ['donation|testament|legs|mariage|pacs a ete annule|annulee|detruit|detruite|dechire|rompu'],
    'liberalites.testament.revoque',
    'liberalites.donation_entre_epoux.revoquee',
    'contexte.procedure.contestation_testament',
    'famille.unions_anterieures',
  ),
  claim(['entreprise|societe|sarl|sas a ete liquidee|dissoute|vendue|cedee']),
  claim(['maison|appartement|studio|terrain|immeuble a ete vendu|vendue'], 'liberalites.donations', 'operations_de_partage.licitation', 'assurance_vie', 'liberalites.testament'),
  claim(['c|ce n est|etait pas son|sa|leur fils|fille|enfant'], 'famille.partenaire.enfants_d_une_autre_union', 'est_d_une_precedente_union', 'filiation'),
  claim(['beneficiaire ... mort|morte|decede|decedee'], 'est_decede', 'famille.partenaire.est_decede'),
];
