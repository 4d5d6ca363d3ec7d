import type { Part } from './types.ts';

/**
 * What makes a named person one of those whom such a leaf names. Who refuses to sell, or contests a will, is not among them: of a
 * refusal that nobody makes people do not write, and whoever makes it is named.
 */
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
  {
    forms: ['recu ... don|donation|dons', 'donataire'],
    names: ['liberalites.donations.*.beneficiaire_nom'],
    // "Ma mère avait reçu le terrain par donation".
    orSubject: ['patrimoine.actifs.*.acquisition.origine=DONATION', 'patrimoine.actifs.*.demembrement.origine=DONATION'],
  },
  { forms: ['gratifie|gratifiee'], names: ['liberalites.donations.*.beneficiaire_nom', 'liberalites.legs.*.beneficiaire_nom', 'assurance_vie.contrats.*.beneficiaires.*.nom'] },
  {
    forms: ['occupe ... maison|appartement|logement|lieux|bien|studio|local', 'habite ... maison|appartement|logement|studio', 'vit dans ... maison|appartement|logement|studio'],
    names: ['indivision.gestion.occupants_noms'],
    orHolds: ['famille.droits_du_partenaire'],
  },
  {
    forms: ['regle|reglee|reglait|paye|payee|payait|avance ... charges'],
    names: ['indivision.gestion.charges_reglees_par_nom', 'indivision.creances.*.creancier_nom'],
  },
  { forms: ['encaisse|encaissait|touche|touchait|percoit|percevait|recu ... loyers'], names: ['indivision.gestion.loyers_encaisses_par_nom'] },
  { forms: ['gere|gerait|administre les biens', 'gere|gerait|administre l indivision', 'gere|gerait tout'], names: ['indivision.gestion.gerant_nom'] },
  {
    forms: ['dirige|dirigeait|gere|gerait l entreprise|affaire', 'dirige|dirigeait|gere|gerait la|cette|notre societe|sarl|sas|boite|sci|holding'],
    names: ['patrimoine.actifs.*.entreprise.dirigeant_nom', 'patrimoine.actifs.*.entreprise.associes_noms', 'famille.defunt.nom'],
  },
  { forms: ['demande|demandait|sollicite|reclame ... attribution preferentielle'], names: ['operations_de_partage.attributions_preferentielles.*.demandeur_nom'] },
  { forms: ['propose|proposait|veut|voudrait|souhaite|envisage ... racheter'], names: ['operations_de_partage.rachat_de_parts.acquereur_nom'] },
];
