/** What each topic is about and what a target on it must tell. Data; the checks stand in `alignment.ts`. */
export interface Topic {
  readonly label: string;
  /** Prefixes of the schema that belong to the topic. */
  readonly blocks: readonly string[];
  /** Each entry is met by any one of its patterns. */
  readonly required: readonly (readonly string[])[];
}

const CHILD = ['famille.descendants.enfants.*.nom', 'famille.descendants.nombre_enfants'];

export const successionTopics: Readonly<Record<string, Topic>> = {
  ordre_heritiers: {
    label: "l'ordre des héritiers",
    blocks: ['famille.descendants', 'famille.ascendants', 'famille.collateraux'],
    required: [
      [
        ...CHILD,
        'famille.ascendants.parents.*.nom',
        'famille.ascendants.grands_parents.*.nom',
        'famille.collateraux.freres_soeurs.*.nom',
        'famille.collateraux.neveux_nieces.*.nom',
        'famille.collateraux.cousins.*.nom',
        'famille.collateraux.nombre_freres_soeurs',
        'famille.collateraux.nombre_neveux_nieces',
      ],
    ],
  },
  famille_recomposee: {
    label: 'la famille recomposée',
    blocks: ['famille.descendants', 'famille.partenaire', 'famille.collateraux'],
    required: [CHILD, ['famille.descendants.enfants.*.est_d_une_precedente_union']],
  },
  regimes_matrimoniaux: {
    label: 'le régime matrimonial',
    blocks: ['famille.defunt.regime_matrimonial', 'famille.partenaire', 'patrimoine.actifs', 'patrimoine.recompenses'],
    required: [['famille.defunt.regime_matrimonial.type'], ['patrimoine.actifs.*.type'], ['patrimoine.actifs.*.propriete.nature']],
  },
  donations_reduction: {
    label: 'les donations et leur réduction',
    blocks: ['liberalites.donations', 'liberalites.testament', 'liberalites.legs', 'liberalites.renonciations_action_reduction', 'liberalites.raar'],
    required: [['liberalites.donations.*.donateur_nom'], ['liberalites.donations.*.beneficiaire_nom'], ['liberalites.donations.*.type']],
  },
  assurance_vie: {
    label: "l'assurance-vie",
    blocks: ['assurance_vie.contrats', 'contexte.procedure.contestation_clause_beneficiaire_assurance_vie'],
    required: [['assurance_vie.contrats.*.libelle'], ['assurance_vie.contrats.*.assure_nom']],
  },
  indivision_partage: {
    label: "l'indivision et le partage",
    blocks: [
      'indivision.gestion',
      'indivision.comptes',
      'indivision.creances',
      'operations_de_partage.licitation',
      'operations_de_partage.attributions_preferentielles',
      'operations_de_partage.soultes_mentionnees',
    ],
    required: [['contexte.procedure.refus_de_vendre_ou_de_partager.existe'], ['operations_de_partage.licitation.est_prevue']],
  },
  entreprise_dutreil: {
    label: "la transmission de l'entreprise (Dutreil)",
    blocks: ['patrimoine.actifs', 'liberalites.donations', 'operations_de_partage.attributions_preferentielles'],
    required: [['patrimoine.actifs.*.type'], ['patrimoine.actifs.*.entreprise.type'], ['patrimoine.actifs.*.entreprise.est_presente_comme_eligible_dutreil']],
  },
  demembrement_usufruit: {
    label: "l'usufruit et la nue-propriété",
    blocks: ['patrimoine.actifs', 'operations_de_partage.conversion_usufruit'],
    required: [['patrimoine.actifs.*.demembrement.droits_du_defunt']],
  },
  testament_legs: {
    label: 'le testament et les legs',
    blocks: ['liberalites.testament', 'liberalites.legs', 'contexte.procedure.contestation_testament'],
    required: [['liberalites.testament.existe'], ['liberalites.legs.*.beneficiaire_nom'], ['liberalites.legs.*.type']],
  },
  dettes_passif: {
    label: 'les dettes',
    blocks: ['patrimoine.passifs', 'operations_de_partage.creances_entre_copartageants'],
    required: [['patrimoine.passifs.*.type'], ['patrimoine.passifs.*.valeur']],
  },
  pacs_concubinage: {
    label: 'le PACS ou le concubinage',
    blocks: ['famille.partenaire', 'famille.droits_du_partenaire'],
    required: [['famille.partenaire.nom'], ['famille.partenaire.lien.type']],
  },
  international_procedure: {
    label: 'la dimension internationale et les procédures',
    blocks: ['contexte.international', 'contexte.procedure', 'famille.defunt', 'famille.partenaire'],
    required: [['contexte.international.professio_juris.existe'], ['contexte.procedure.divorce_ou_separation_en_cours.existe']],
  },
};
