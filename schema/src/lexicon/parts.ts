import type { Part } from './types.ts';

/** What makes a named person one of those whom such a leaf names. */
export const successionParts: readonly Part[] = [
  { forms: ['legataire'], names: ['liberalites.legs.*.beneficiaire_nom'] },
  {
    forms: ['beneficiaire'],
    names: [
      'assurance_vie.contrats.*.beneficiaires.*.nom',
      'liberalites.donations.*.beneficiaire_nom',
      'liberalites.legs.*.beneficiaire_nom',
      'liberalites.raar.*.beneficiaire_nom',
      'liberalites.renonciations_action_reduction.*.beneficiaire_nom',
    ],
  },
  { forms: ['recu ... don|donation|dons', 'donataire'], names: ['liberalites.donations.*.beneficiaire_nom'] },
  { forms: ['gratifie|gratifiee'], names: ['liberalites.donations.*.beneficiaire_nom', 'liberalites.legs.*.beneficiaire_nom', 'assurance_vie.contrats.*.beneficiaires.*.nom'] },
  {
    forms: ['occupe ... maison|appartement|logement|lieux|bien|studio|local', 'habite ... maison|appartement|logement|studio', 'vit dans ... maison|appartement|logement|studio'],
    names: ['indivision.gestion.occupants_noms'],
    orHolds: ['famille.droits_du_partenaire'],
  },
];
