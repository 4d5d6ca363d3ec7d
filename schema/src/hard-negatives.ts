import type { HardNegative } from './pack.ts';

/** What the four hard-negative modes do to a succession target. */
export const successionHardNegatives: Readonly<Record<string, HardNegative>> = {
  pas_de_deces_clair: {
    kind: 'unclear',
    label: 'le décès lui-même : le texte ne dit jamais clairement que la personne est morte',
    forbidden: [
      'parents_decedes',
      'adoptants_decedes',
      'famille.unions_anterieures',
      'famille.defunt.date_deces',
      'famille.descendants.enfants.*.date_deces',
      'famille.defunt.lieu_deces',
      'famille.defunt.age_au_deces',
      'anciennete_au_deces',
      'valeur_au_deces',
      'age_au_deces',
      'duree_depuis_etape_mois',
      'option_successorale',
      // Nobody buries the living.
      'patrimoine.passifs.*.type=FRAIS_FUNERAIRES',
      'patrimoine.passifs.*.type=IMPOT_SUCCESSION',
      'option_legale',
      'droit_temporaire_logement',
      'droit_viager_logement',
      'logement_occupe_au_deces',
      'pension_alimentaire',
      'capital_deces',
      'denoue_au_deces',
      'est_decede',
      'est_mineur',
      'liberalites.donation_entre_epoux.option',
      'liberalites.legs.*.accepte',
      'liberalites.legs.*.cantonnement',
      'indivision',
      'operations_de_partage.attributions_preferentielles',
      'operations_de_partage.soultes_mentionnees',
      'operations_de_partage.conversion_usufruit',
      'operations_de_partage.creances_entre_copartageants',
      'operations_de_partage.rachat_de_parts',
      'operations_de_partage.duree_du_report_mois',
      'contexte.procedure.succession_vacante',
      'contexte.procedure.recherche_heritiers',
      'liberalites.droit_de_retour',
      'patrimoine.totaux',
      'liberalites.renonciations_action_reduction',
      'contexte.procedure.mandataire_successoral',
      'contexte.procedure.recel_successoral',
    ],
  },
  infos_incompletes: { kind: 'omit', most: 3 },
  faits_contradictoires: { kind: 'contradict' },
  hors_perimetre_mal_qualifie: {
    kind: 'off-scope',
    matters: [
      {
        id: 'bornage',
        label: 'un litige de bornage avec un voisin, présenté comme une affaire de succession',
        forms: ['borne|bornes|bornage', 'geometre'],
        sentences: [
          "Au fond, ce qui empêche tout le monde de dormir, c'est le bornage avec le voisin : le géomètre n'est jamais venu.",
          "Le voisin déplace les bornes et tout le monde parle de succession, alors qu'il s'agit de bornage.",
        ],
      },
      {
        id: 'copropriete',
        label: 'un conflit de copropriété, présenté comme une affaire de succession',
        forms: ['copropriete', 'syndic', 'coproprietaire*'],
        sentences: [
          'Le vrai sujet, semble-t-il, est la copropriété : le syndic ne répond plus aux courriers.',
          'En réalité la difficulté vient surtout du syndic de copropriété, qui bloque les travaux.',
        ],
      },
      {
        id: 'retraite',
        label: 'une question de pension de réversion, présentée comme une affaire de succession',
        forms: ['reversion', 'caisse de retraite'],
        sentences: [
          'La question porte en fait sur la pension de réversion : la caisse de retraite demande des papiers.',
          "On nous parle héritage, mais c'est la réversion que la caisse de retraite refuse de débloquer.",
        ],
      },
      {
        id: 'bail',
        label: 'un conflit sur un bail avec un locataire, présenté comme une affaire de succession',
        forms: ['preavis', 'etat des lieux', 'depot de garantie'],
        sentences: [
          "Le plus urgent, c'est le préavis d'un locataire et son état des lieux, rien à voir avec l'héritage à vrai dire.",
          'La demande concerne surtout un dépôt de garantie jamais rendu.',
        ],
      },
      {
        id: 'obseques',
        label: 'un désaccord sur les cendres et la sépulture, présenté comme une affaire de succession',
        forms: ['cendres', 'sepulture', 'columbarium'],
        sentences: [
          "Ce qui divise vraiment la famille, ce sont les cendres : personne n'est d'accord sur la sépulture.",
          'La dispute porte avant tout sur la sépulture et le columbarium.',
        ],
      },
      {
        id: 'travail',
        label: 'un différend avec un employeur sur un solde de tout compte, présenté comme une affaire de succession',
        forms: ['employeur', 'solde de tout compte', 'prud hommes'],
        sentences: [
          "À la vérité c'est l'employeur qui pose problème, avec un solde de tout compte qui n'arrive pas.",
          'La réclamation vise un ancien employeur, pour un solde de tout compte.',
        ],
      },
    ],
  },
};
