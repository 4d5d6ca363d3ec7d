// Generated from the schema by "npm run schema:types"; a test keeps it fresh.

export interface SuccessionPayload {
  readonly contexte?: {
    readonly procedure?: {
      readonly divorce_ou_separation_en_cours?: {
        readonly existe?: boolean;
        readonly type?: 'DIVORCE' | 'SEPARATION_DE_CORPS';
        readonly etape?: 'REQUETE_DEPOSEE' | 'ORDONNANCE_DE_NON_CONCILIATION' | 'MESURES_PROVISOIRES' | 'CONVENTION_SIGNEE' | 'JUGEMENT_NON_DEFINITIF';
        readonly duree_depuis_etape_mois?: number;
      };
      readonly contestation_testament?: {
        readonly existe?: boolean;
        readonly motif?: 'INSANITE_D_ESPRIT' | 'VICE_DE_FORME' | 'CAPTATION' | 'FAUX';
        readonly auteur_nom?: string;
      };
      readonly contestation_clause_beneficiaire_assurance_vie?: {
        readonly existe?: boolean;
        readonly auteur_nom?: string;
      };
      readonly refus_de_vendre_ou_de_partager?: {
        readonly existe?: boolean;
        readonly auteur_nom?: string;
      };
      readonly recel_successoral?: {
        readonly existe?: boolean;
        readonly auteur_nom?: string;
        readonly montant?: number;
      };
      readonly primes_manifestement_exagerees?: {
        readonly existe?: boolean;
        readonly montant?: number;
      };
      readonly action_en_reduction?: {
        readonly existe?: boolean;
        readonly auteur_nom?: string;
      };
      readonly partage_judiciaire?: {
        readonly existe?: boolean;
      };
      readonly mandataire_successoral?: {
        readonly existe?: boolean;
      };
      readonly recherche_heritiers?: {
        readonly existe?: boolean;
      };
      readonly succession_vacante?: {
        readonly existe?: boolean;
      };
      readonly changement_regime_matrimonial_conteste?: {
        readonly existe?: boolean;
      };
    };
    readonly international?: {
      readonly professio_juris?: {
        readonly existe?: boolean;
        readonly loi_designee?: string;
      };
      readonly bien_a_l_etranger?: {
        readonly existe?: boolean;
        readonly pays?: string;
      };
      readonly certificat_successoral_europeen?: {
        readonly existe?: boolean;
      };
      readonly prelevement_compensatoire?: {
        readonly existe?: boolean;
      };
    };
  };
  readonly famille?: {
    readonly defunt?: {
      readonly nom?: string;
      readonly sexe?: 'FEMININ' | 'MASCULIN';
      readonly date_naissance?: string;
      readonly date_deces?: string;
      readonly age_au_deces?: number;
      readonly lieu_deces?: {
        readonly ville?: string;
        readonly pays?: string;
      };
      readonly nationalite?: string;
      readonly residence_habituelle?: string;
      readonly date_installation?: string;
      readonly residence_fiscale?: string;
      readonly profession?: string;
      readonly est_adopte_simple?: boolean;
      readonly statut_matrimonial?: 'CELIBATAIRE' | 'MARIE' | 'PACSE' | 'DIVORCE' | 'VEUF';
      readonly regime_matrimonial?: {
        readonly type?: 'COMMUNAUTE_REDUITE_AUX_ACQUETS' | 'COMMUNAUTE_DE_MEUBLES_ET_ACQUETS' | 'COMMUNAUTE_UNIVERSELLE' | 'SEPARATION_DE_BIENS' | 'PARTICIPATION_AUX_ACQUETS';
        readonly contrat_de_mariage?: boolean;
        readonly date_contrat?: string;
        readonly date_changement?: string;
        readonly clause_attribution_integrale?: boolean;
        readonly clause_preciput?: boolean;
        readonly societe_d_acquets?: boolean;
        readonly participation?: {
          readonly patrimoine_originaire?: number;
          readonly patrimoine_final?: number;
          readonly patrimoine_originaire_du_conjoint?: number;
          readonly patrimoine_final_du_conjoint?: number;
          readonly creance?: number;
        };
      };
    };
    readonly adoption_simple_du_defunt?: {
      readonly adoptants_noms?: string;
      readonly date?: string;
      readonly adoptants_decedes?: boolean;
      readonly bien_recu_des_adoptants?: boolean;
    };
    readonly unions_anterieures?: readonly {
      readonly conjoint_nom?: string;
      readonly lien?: 'MARIAGE' | 'PACS' | 'CONCUBINAGE';
      readonly fin?: 'DIVORCE' | 'DECES' | 'RUPTURE';
      readonly date_fin?: string;
    }[];
    readonly partenaire?: {
      readonly nom?: string;
      readonly date_naissance?: string;
      readonly age_au_deces?: number;
      readonly est_decede?: boolean;
      readonly est_mineur?: boolean;
      readonly est_handicape?: boolean;
      readonly nationalite?: string;
      readonly residence_habituelle?: string;
      readonly residence_fiscale?: string;
      readonly option_successorale?: 'ACCEPTE' | 'ACCEPTE_A_CONCURRENCE_ACTIF_NET' | 'RENONCE' | 'CANTONNE' | 'PREDECEDE' | 'N_A_PAS_OPTE';
      readonly lien?: {
        readonly type?: 'CONJOINT' | 'PARTENAIRE_PACS' | 'CONCUBIN';
        readonly date_debut?: string;
        readonly duree_vie_commune_ans?: number;
        readonly pacs_convention?: 'SEPARATION_DES_PATRIMOINES' | 'INDIVISION';
      };
      readonly enfants_d_une_autre_union?: readonly {
        readonly nom?: string;
        readonly age_au_deces?: number;
      }[];
    };
    readonly droits_du_partenaire?: {
      readonly option_legale?: 'USUFRUIT_TOTAL' | 'QUART_PLEINE_PROPRIETE';
      readonly droit_temporaire_logement?: boolean;
      readonly droit_viager_logement?: boolean;
      readonly logement_occupe_au_deces?: boolean;
      readonly pension_alimentaire?: {
        readonly demandee?: boolean;
        readonly montant_mensuel?: number;
      };
      readonly ressources_mensuelles?: number;
      readonly charges_mensuelles?: number;
      readonly prive_de_droit_au_logement?: boolean;
    };
    readonly descendants?: {
      readonly existe?: boolean;
      readonly nombre_enfants?: number;
      readonly nombre_petits_enfants?: number;
      readonly enfants?: readonly {
        readonly nom?: string;
        readonly date_naissance?: string;
        readonly age_au_deces?: number;
        readonly est_decede?: boolean;
        readonly date_deces?: string;
        readonly est_mineur?: boolean;
        readonly est_handicape?: boolean;
        readonly nationalite?: string;
        readonly residence_habituelle?: string;
        readonly residence_fiscale?: string;
        readonly option_successorale?: 'ACCEPTE' | 'ACCEPTE_A_CONCURRENCE_ACTIF_NET' | 'RENONCE' | 'CANTONNE' | 'PREDECEDE' | 'N_A_PAS_OPTE';
        readonly est_d_une_precedente_union?: boolean;
        readonly filiation?: 'BIOLOGIQUE' | 'ADOPTION_SIMPLE' | 'ADOPTION_PLENIERE' | 'RECONNU';
        readonly adoption_date?: string;
        readonly conjoint_nom?: string;
        readonly a_des_enfants?: boolean;
        readonly sous_protection?: 'TUTELLE' | 'CURATELLE' | 'HABILITATION_FAMILIALE';
      }[];
      readonly petits_enfants?: readonly {
        readonly nom?: string;
        readonly date_naissance?: string;
        readonly age_au_deces?: number;
        readonly est_decede?: boolean;
        readonly est_mineur?: boolean;
        readonly est_handicape?: boolean;
        readonly nationalite?: string;
        readonly residence_habituelle?: string;
        readonly residence_fiscale?: string;
        readonly option_successorale?: 'ACCEPTE' | 'ACCEPTE_A_CONCURRENCE_ACTIF_NET' | 'RENONCE' | 'CANTONNE' | 'PREDECEDE' | 'N_A_PAS_OPTE';
        readonly parent_nom?: string;
      }[];
      readonly arriere_petits_enfants?: readonly {
        readonly nom?: string;
        readonly date_naissance?: string;
        readonly age_au_deces?: number;
        readonly est_decede?: boolean;
        readonly est_mineur?: boolean;
        readonly option_successorale?: 'ACCEPTE' | 'ACCEPTE_A_CONCURRENCE_ACTIF_NET' | 'RENONCE' | 'CANTONNE' | 'PREDECEDE' | 'N_A_PAS_OPTE';
        readonly parent_nom?: string;
      }[];
    };
    readonly ascendants?: {
      readonly parents?: readonly {
        readonly nom?: string;
        readonly date_naissance?: string;
        readonly age_au_deces?: number;
        readonly est_decede?: boolean;
        readonly est_mineur?: boolean;
        readonly est_handicape?: boolean;
        readonly nationalite?: string;
        readonly residence_habituelle?: string;
        readonly residence_fiscale?: string;
        readonly option_successorale?: 'ACCEPTE' | 'ACCEPTE_A_CONCURRENCE_ACTIF_NET' | 'RENONCE' | 'CANTONNE' | 'PREDECEDE' | 'N_A_PAS_OPTE';
        readonly lien?: 'PERE' | 'MERE' | 'PERE_ADOPTIF' | 'MERE_ADOPTIVE';
      }[];
      readonly grands_parents?: readonly {
        readonly nom?: string;
        readonly age_au_deces?: number;
        readonly est_decede?: boolean;
        readonly option_successorale?: 'ACCEPTE' | 'ACCEPTE_A_CONCURRENCE_ACTIF_NET' | 'RENONCE' | 'CANTONNE' | 'PREDECEDE' | 'N_A_PAS_OPTE';
        readonly branche?: 'PATERNELLE' | 'MATERNELLE';
      }[];
      readonly parents_decedes?: boolean;
    };
    readonly collateraux?: {
      readonly existe?: boolean;
      readonly nombre_freres_soeurs?: number;
      readonly nombre_neveux_nieces?: number;
      readonly freres_soeurs?: readonly {
        readonly nom?: string;
        readonly date_naissance?: string;
        readonly age_au_deces?: number;
        readonly est_decede?: boolean;
        readonly est_mineur?: boolean;
        readonly est_handicape?: boolean;
        readonly nationalite?: string;
        readonly residence_habituelle?: string;
        readonly residence_fiscale?: string;
        readonly option_successorale?: 'ACCEPTE' | 'ACCEPTE_A_CONCURRENCE_ACTIF_NET' | 'RENONCE' | 'CANTONNE' | 'PREDECEDE' | 'N_A_PAS_OPTE';
        readonly lien?: 'GERMAIN' | 'CONSANGUIN' | 'UTERIN';
        readonly conditions_exoneration_fratrie?: {
          readonly plus_de_50_ans_ou_infirme?: boolean;
          readonly domicile_commun_5_ans?: boolean;
          readonly celibataire_veuf_divorce_ou_separe?: boolean;
        };
      }[];
      readonly neveux_nieces?: readonly {
        readonly nom?: string;
        readonly date_naissance?: string;
        readonly age_au_deces?: number;
        readonly est_decede?: boolean;
        readonly est_mineur?: boolean;
        readonly est_handicape?: boolean;
        readonly nationalite?: string;
        readonly residence_habituelle?: string;
        readonly residence_fiscale?: string;
        readonly option_successorale?: 'ACCEPTE' | 'ACCEPTE_A_CONCURRENCE_ACTIF_NET' | 'RENONCE' | 'CANTONNE' | 'PREDECEDE' | 'N_A_PAS_OPTE';
        readonly parent_nom?: string;
      }[];
      readonly cousins?: readonly {
        readonly nom?: string;
        readonly age_au_deces?: number;
        readonly est_decede?: boolean;
        readonly residence_habituelle?: string;
        readonly option_successorale?: 'ACCEPTE' | 'ACCEPTE_A_CONCURRENCE_ACTIF_NET' | 'RENONCE' | 'CANTONNE' | 'PREDECEDE' | 'N_A_PAS_OPTE';
        readonly degre?: number;
      }[];
      readonly autres_parents?: readonly {
        readonly nom?: string;
        readonly age_au_deces?: number;
        readonly est_decede?: boolean;
        readonly residence_habituelle?: string;
        readonly option_successorale?: 'ACCEPTE' | 'ACCEPTE_A_CONCURRENCE_ACTIF_NET' | 'RENONCE' | 'CANTONNE' | 'PREDECEDE' | 'N_A_PAS_OPTE';
        readonly lien?: 'ONCLE_TANTE' | 'NEVEU_NIECE' | 'PETIT_NEVEU_NIECE' | 'FILLEUL' | 'AMI';
      }[];
    };
  };
  readonly liberalites?: {
    readonly donations_existent?: boolean;
    readonly donations?: readonly {
      readonly donateur_nom?: string;
      readonly beneficiaire_nom?: string;
      readonly type?: 'DONATION_SIMPLE' | 'DON_MANUEL' | 'DONATION_PARTAGE' | 'DONATION_DE_NUE_PROPRIETE' | 'PRESENT_D_USAGE';
      readonly date?: string;
      readonly anciennete_au_deces?: {
        readonly valeur?: number;
        readonly unite?: 'JOURS' | 'MOIS' | 'ANNEES';
      };
      readonly montant?: number;
      readonly valeur_au_deces?: number;
      readonly prix_de_revente?: number;
      readonly objet?: 'SOMME_D_ARGENT' | 'IMMEUBLE' | 'TITRES' | 'VEHICULE' | 'BIENS_RURAUX' | 'OBJET_MOBILIER';
      readonly imputation?: 'AVANCEMENT_DE_PART' | 'HORS_PART';
      readonly reserve_usufruit?: boolean;
      readonly clause_retour?: boolean;
      readonly forme_notariee?: boolean;
      readonly dispense_de_rapport?: boolean;
      readonly emploi?: {
        readonly bien_acquis?: string;
        readonly valeur_du_bien_acquis?: number;
        readonly part_financee?: number;
        readonly prix_d_achat?: number;
        readonly valeur_sans_travaux?: number;
        readonly bien_intermediaire?: string;
        readonly achat_du_bien_intermediaire?: number;
        readonly revente_du_bien_intermediaire?: number;
      };
      readonly abattement_utilise?: number;
      readonly valeur_retenue_fiscalement?: number;
      readonly droits_payes?: number;
      readonly soulte?: number;
    }[];
    readonly testament?: {
      readonly existe?: boolean;
      readonly forme?: 'OLOGRAPHE' | 'AUTHENTIQUE' | 'MYSTIQUE' | 'INTERNATIONAL';
      readonly date?: string;
      readonly exheredes_noms?: string;
      readonly revoque?: boolean;
      readonly plusieurs_testaments?: boolean;
      readonly executeur_nom?: string;
      readonly depose_chez_notaire?: boolean;
      readonly mandat_posthume?: {
        readonly duree?: number;
        readonly mandataire_nom?: string;
      };
      readonly testament_partage?: boolean;
    };
    readonly legs?: readonly {
      readonly beneficiaire_nom?: string;
      readonly type?: 'UNIVERSEL' | 'A_TITRE_UNIVERSEL' | 'PARTICULIER';
      readonly objet?: string;
      readonly montant?: number;
      readonly quote_part?: number;
      readonly droits?: 'PLEINE_PROPRIETE' | 'USUFRUIT' | 'NUE_PROPRIETE';
      readonly charge?: {
        readonly type?: 'RENTE' | 'ENTRETIEN_D_UNE_PERSONNE' | 'ENTRETIEN_TOMBE' | 'SOIN_D_UN_ANIMAL';
        readonly montant_mensuel?: number;
      };
      readonly accepte?: boolean;
      readonly cantonnement?: boolean;
    }[];
    readonly donation_entre_epoux?: {
      readonly existe?: boolean;
      readonly date?: string;
      readonly option?: 'USUFRUIT_TOTAL' | 'QUOTITE_DISPONIBLE_ORDINAIRE' | 'QUART_PP_TROIS_QUARTS_USUFRUIT';
      readonly revoquee?: boolean;
    };
    readonly raar?: readonly {
      readonly renoncant_nom?: string;
      readonly beneficiaire_nom?: string;
      readonly date?: string;
    }[];
    readonly renonciations_action_reduction?: readonly {
      readonly renoncant_nom?: string;
      readonly beneficiaire_nom?: string;
    }[];
    readonly droit_de_retour?: {
      readonly type?: 'PARENTS_738_2' | 'FRERES_SOEURS_757_3' | 'ADOPTANTS_366';
      readonly bien?: string;
    };
  };
  readonly assurance_vie?: {
    readonly existe?: boolean;
    readonly contrats?: readonly {
      readonly libelle?: string;
      readonly assure_nom?: string;
      readonly souscripteur_nom?: string;
      readonly date_souscription?: string;
      readonly co_souscription?: boolean;
      readonly denoue_au_deces?: boolean;
      readonly capital_deces?: number;
      readonly valeur_rachat?: number;
      readonly interets?: number;
      readonly clause_texte?: string;
      readonly clause_type?: 'NOMINATIVE' | 'STANDARD' | 'DEMEMBREE' | 'SANS_BENEFICIAIRE';
      readonly fonds_communs?: boolean;
      readonly versements?: readonly {
        readonly montant?: number;
        readonly date?: string;
        readonly age_assure_au_versement?: number;
        readonly apres_70_ans?: boolean;
      }[];
      readonly beneficiaires?: readonly {
        readonly nom?: string;
        readonly quote_part?: number;
        readonly droits?: 'PLEINE_PROPRIETE' | 'USUFRUIT' | 'NUE_PROPRIETE';
        readonly est_decede?: boolean;
        readonly accepte?: boolean;
      }[];
    }[];
  };
  readonly patrimoine?: {
    readonly actifs?: readonly {
      readonly type?:
        | 'MAISON'
        | 'APPARTEMENT'
        | 'STUDIO'
        | 'IMMOBILIER'
        | 'IMMEUBLE_DE_RAPPORT'
        | 'TERRAIN'
        | 'TERRES_AGRICOLES'
        | 'BOIS'
        | 'GARAGE'
        | 'LOCAL_COMMERCIAL'
        | 'COMPTE_BANCAIRE'
        | 'LIVRET'
        | 'PORTEFEUILLE_TITRES'
        | 'ENTREPRISE'
        | 'PARTS_SCI'
        | 'FONDS_DE_COMMERCE'
        | 'VEHICULE'
        | 'MEUBLES'
        | 'BIJOUX'
        | 'OEUVRE_D_ART'
        | 'CREANCE'
        | 'BATEAU';
      readonly libelle?: string;
      readonly usage?: 'RESIDENCE_PRINCIPALE' | 'RESIDENCE_SECONDAIRE' | 'LOCATIF' | 'PROFESSIONNEL' | 'INOCCUPE';
      readonly valeur?: number;
      readonly localisation?: string;
      readonly etablissement?: string;
      readonly propriete?: {
        readonly nature?: 'PROPRE_DEFUNT' | 'PROPRE_PARTENAIRE' | 'COMMUN' | 'INDIVIS' | 'PERSONNEL';
        readonly titulaires_noms?: string;
        readonly quote_part_defunt?: number;
      };
      readonly acquisition?: {
        readonly anciennete_au_deces?: {
          readonly valeur?: number;
          readonly unite?: 'JOURS' | 'MOIS' | 'ANNEES';
        };
        readonly date?: string;
        readonly origine?: 'ACHAT' | 'SUCCESSION' | 'DONATION' | 'LEGS' | 'CONSTRUCTION' | 'REMPLOI';
        readonly epoque?: 'AVANT_UNION' | 'PENDANT_UNION' | 'APRES_SEPARATION';
        readonly prix?: number;
      };
      readonly demembrement?: {
        readonly droits_du_defunt?: 'USUFRUIT' | 'NUE_PROPRIETE' | 'PLEINE_PROPRIETE' | 'QUASI_USUFRUIT';
        readonly usufruitier_nom?: string;
        readonly nu_proprietaire_nom?: string;
        readonly origine?: 'SUCCESSION' | 'DONATION' | 'ACHAT';
      };
      readonly location?: {
        readonly loyer_mensuel?: number;
        readonly bail_rural_long_terme?: boolean;
      };
      readonly entreprise?: {
        readonly type?: 'SARL' | 'SAS' | 'SA' | 'EURL' | 'SCI' | 'EXPLOITATION_AGRICOLE' | 'COMMERCE' | 'PROFESSION_LIBERALE' | 'PME' | 'HOLDING';
        readonly nom?: string;
        readonly activite?: string;
        readonly part_detenue?: number;
        readonly est_presente_comme_eligible_dutreil?: boolean;
        readonly pacte_dutreil?: {
          readonly existe?: boolean;
          readonly date?: string;
          readonly duree_engagement?: number;
        };
        readonly clause_agrement?: boolean;
        readonly est_holding_animatrice?: boolean;
        readonly passif_social?: number;
        readonly actif_social?: number;
        readonly dirigeant_nom?: string;
        readonly associes_noms?: string;
      };
    }[];
    readonly autres_actifs_existent?: boolean;
    readonly passif_existe?: boolean;
    readonly totaux?: {
      readonly actif_brut?: number;
      readonly passif?: number;
      readonly actif_net?: number;
    };
    readonly passifs?: readonly {
      readonly type?:
        | 'EMPRUNT_IMMOBILIER'
        | 'CREDIT_CONSOMMATION'
        | 'IMPOT_SUCCESSION'
        | 'IMPOT_REVENU'
        | 'TAXE_FONCIERE'
        | 'FRAIS_FUNERAIRES'
        | 'FRAIS_DE_SANTE'
        | 'CAUTIONNEMENT'
        | 'PRET_FAMILIAL'
        | 'AIDE_SOCIALE_RECUPERABLE'
        | 'DETTE_PROFESSIONNELLE'
        | 'CREANCE_ENTRE_EPOUX'
        | 'DECOUVERT_BANCAIRE'
        | 'LOYERS_IMPAYES';
      readonly libelle?: string;
      readonly valeur?: number;
      readonly creancier_nom?: string;
      readonly date?: string;
      readonly nature?: 'COMMUNE' | 'PERSONNELLE';
      readonly assurance_emprunteur?: boolean;
      readonly contestee?: boolean;
    }[];
    readonly recompenses?: readonly {
      readonly sens?: 'DUE_PAR_LA_COMMUNAUTE' | 'DUE_A_LA_COMMUNAUTE';
      readonly epoux_nom?: string;
      readonly montant?: number;
      readonly motif?: 'TRAVAUX' | 'FINANCEMENT_ACQUISITION' | 'REMBOURSEMENT_EMPRUNT' | 'ENCAISSEMENT_FONDS_PROPRES';
      readonly cout?: number;
      readonly valeur_sans_travaux?: number;
    }[];
    readonly ameliorations_bien_propre?: readonly {
      readonly bien?: string;
      readonly cout?: number;
      readonly finance_par?: 'COMMUNAUTE' | 'DEFUNT' | 'PARTENAIRE';
    }[];
  };
  readonly indivision?: {
    readonly gestion?: {
      readonly bien?: string;
      readonly occupants_noms?: string;
      readonly gerant_nom?: string;
      readonly indemnite_occupation?: {
        readonly demandee?: boolean;
        readonly montant_mensuel?: number;
      };
      readonly duree_occupation_mois?: number;
      readonly loyers_encaisses?: number;
      readonly loyers_encaisses_par_nom?: string;
      readonly charges_reglees?: number;
      readonly charges_reglees_par_nom?: string;
      readonly charges_mensuelles?: number;
    };
    readonly comptes?: {
      readonly compte_indivision_ouvert?: boolean;
      readonly solde?: number;
    };
    readonly creances?: readonly {
      readonly creancier_nom?: string;
      readonly montant?: number;
      readonly motif?: 'TRAVAUX' | 'REMBOURSEMENT_EMPRUNT' | 'CHARGES' | 'IMPOTS';
    }[];
    readonly convention?: {
      readonly existe?: boolean;
      readonly duree?: number;
    };
  };
  readonly operations_de_partage?: {
    readonly licitation?: {
      readonly est_prevue?: boolean;
      readonly bien?: string;
      readonly mise_a_prix?: number;
    };
    readonly attributions_preferentielles?: readonly {
      readonly demandeur_nom?: string;
      readonly bien?: string;
      readonly valeur?: number;
      readonly accord?: boolean;
    }[];
    readonly soultes_mentionnees?: readonly {
      readonly debiteur_nom?: string;
      readonly creancier_nom?: string;
      readonly montant?: number;
      readonly financement?: 'COMPTANT' | 'EMPRUNT' | 'ECHELONNE';
    }[];
    readonly conversion_usufruit?: {
      readonly mode?: 'CAPITAL' | 'RENTE_VIAGERE';
      readonly accord?: boolean;
      readonly esperance_vie?: number;
      readonly taux?: number;
      readonly capital?: number;
    };
    readonly creances_entre_copartageants?: readonly {
      readonly creancier_nom?: string;
      readonly debiteur_nom?: string;
      readonly montant?: number;
    }[];
    readonly rachat_de_parts?: {
      readonly acquereur_nom?: string;
      readonly prix?: number;
      readonly accepte?: boolean;
    };
    readonly partage_amiable?: boolean;
    readonly projet_notaire?: boolean;
    readonly duree_du_report_mois?: number;
  };
}
