import type { Claim } from '../types.ts';
import { claim, claimBut } from './claim.ts';

/** A claim whose denial is entailed by any told status. */
const statusClaim = (forms: readonly string[], ...supports: string[]): Claim => ({
  forms,
  supports,
  deniedSupports: ['famille.defunt.statut_matrimonial', 'famille.partenaire.lien'],
});

/** Regimes that there are by contract only. */
const BY_CONTRACT = ['SEPARATION_DE_BIENS', 'COMMUNAUTE_UNIVERSELLE', 'PARTICIPATION_AUX_ACQUETS', 'COMMUNAUTE_DE_MEUBLES_ET_ACQUETS'];

/** How two people live together, by which contract, and what the survivor takes. */
export const coupleClaims: readonly Claim[] = [
  statusClaim(
    ['pacs|pacse|pacsee|pacses|pacsees'],
    'famille.partenaire.lien.type=PARTENAIRE_PACS',
    'pacs_convention',
    'famille.defunt.statut_matrimonial=PACSE',
    'famille.unions_anterieures.*.lien=PACS',
  ),
  claim(['premier|precedent|ancien pacs'], 'famille.unions_anterieures.*.lien=PACS'),
  statusClaim(['concubin*', 'union libre'], 'famille.partenaire.lien.type=CONCUBIN', 'famille.unions_anterieures.*.lien=CONCUBINAGE'),
  statusClaim(
    ['divorc*', 'separation|separe|separee|separes de corps'],
    'conditions_exoneration_fratrie',
    'famille.defunt.statut_matrimonial=DIVORCE',
    'famille.unions_anterieures.*.fin',
    'contexte.procedure.divorce_ou_separation_en_cours',
  ),
  claim(['plein divorce', 'divorce ... cours|instance', 'instance|procedure de divorce', 'en train de divorcer'], 'contexte.procedure.divorce_ou_separation_en_cours'),
  claim(
    ['il|elle etait veuf|veuve', 'etait deja veuf|veuve'],
    'famille.defunt.statut_matrimonial=VEUF',
    'conditions_exoneration_fratrie',
    'famille.unions_anterieures',
    'famille.partenaire.est_decede',
  ),
  claim(['sa|son compagne|compagnon'], 'famille.partenaire.lien.type=CONCUBIN', 'famille.partenaire.lien.type=PARTENAIRE_PACS', 'famille.unions_anterieures'),
  claim(['veuf|veuve'], 'famille.defunt.statut_matrimonial=VEUF', 'famille.partenaire', 'conditions_exoneration_fratrie', 'famille.unions_anterieures'),
  claim(['celibataire'], 'famille.defunt.statut_matrimonial=CELIBATAIRE', 'conditions_exoneration_fratrie'),
  claim(
    ['communaute', 'separation de biens', 'acquets', 'regime legal'],
    'famille.defunt.regime_matrimonial',
    'patrimoine.actifs.*.propriete.nature',
    'patrimoine.recompenses',
    'patrimoine.ameliorations_bien_propre',
    'assurance_vie.contrats.*.fonds_communs',
  ),
  {
    ...claim(
      ['contrat de mariage'],
      'famille.defunt.regime_matrimonial.contrat_de_mariage',
      'famille.defunt.regime_matrimonial.date_contrat',
      ...BY_CONTRACT.map((code) => `famille.defunt.regime_matrimonial.type=${code}`),
    ),
    deniedSupports: [
      'famille.partenaire.lien.type=CONCUBIN',
      'famille.partenaire.lien.type=PARTENAIRE_PACS',
      'famille.defunt.regime_matrimonial.type=COMMUNAUTE_REDUITE_AUX_ACQUETS',
    ],
  },
  claim(['attribution integrale', 'preciput'], 'famille.defunt.regime_matrimonial', 'liberalites.donations.*.imputation'),
  claim(['separation des patrimoines'], 'pacs_convention'),
  claim(
    ['quart en pleine propriete', 'totalite|tout en usufruit'],
    'famille.droits_du_partenaire.option_legale',
    'liberalites.donation_entre_epoux.option',
    'liberalites.legs',
    'assurance_vie.contrats.*.beneficiaires.*.droits',
  ),
  claim(['pension alimentaire'], 'famille.droits_du_partenaire.pension_alimentaire'),
  claim(['droit viager', 'droit temporaire'], 'famille.droits_du_partenaire'),
  claimBut(
    // "Qui doit s'occuper du reste ?"
    ['s|m occup*', 's|m en occup*', 'occupait|occupaient|occupe toutes|tous ses|leurs|mes journees|soirees|dimanches|temps'],
    ['occupe|occupent|occupait|occupant|occupants|occupation|occupee'],
    'indivision.gestion',
    'famille.droits_du_partenaire.logement_occupe_au_deces',
    'patrimoine.actifs.*.usage',
  ),
  claim(['occupe|occupent ... depuis le deces'], 'indivision.gestion', 'famille.droits_du_partenaire'),
  {
    ...claim(
      ['marie|mariee|maries|mariees deux|trois fois', 'remarie*', 'seconde|secondes|deuxieme|deuxiemes|troisieme|troisiemes noces'],
      'famille.unions_anterieures',
      'est_d_une_precedente_union',
    ),
    deniedSupports: ['famille.defunt.statut_matrimonial'],
  },
  claim(
    ['pas|jamais|ni marie|mariee|maries|mariees', 'pas|jamais ete marie|mariee|maries|mariees'],
    'famille.partenaire.lien.type=CONCUBIN',
    'famille.partenaire.lien.type=PARTENAIRE_PACS',
    'famille.defunt.statut_matrimonial=CELIBATAIRE',
    'famille.defunt.statut_matrimonial=PACSE',
    'famille.defunt.statut_matrimonial=CONCUBIN',
    'famille.unions_anterieures',
  ),
  claimBut(
    ['patrimoines|biens etaient|sont separes'],
    ['etaient|sont|etait|est|vivaient separe|separee|separes|separees'],
    'contexte.procedure.divorce_ou_separation_en_cours',
    'famille.unions_anterieures',
    'conditions_exoneration_fratrie',
    'famille.defunt.statut_matrimonial=SEPARE',
    'patrimoine.actifs.*.acquisition.epoque=APRES_SEPARATION',
  ),
  claim(
    ['achete*|acquis* avant|pendant|durant ... mariage|union|pacs', 'avant|pendant|durant ... mariage|union|pacs ... achete*|acquis*'],
    'patrimoine.actifs.*.acquisition.epoque',
    'patrimoine.actifs.*.acquisition.date',
    'patrimoine.actifs.*.acquisition.anciennete_au_deces',
  ),
  claim(['change|changement|changeant de regime'], 'famille.defunt.regime_matrimonial.date_changement', 'contexte.procedure.changement_regime_matrimonial_conteste'),
  claim(
    ['premier|premiere|ancien|ancienne epoux|epouse|femme|mari'],
    'famille.unions_anterieures',
    'est_d_une_precedente_union',
    'famille.partenaire.enfants_d_une_autre_union',
    'famille.defunt.statut_matrimonial=DIVORCE',
  ),
  claim(
    ['ex femme|mari|epouse|epoux|conjoint|conjointe'],
    'famille.unions_anterieures',
    'est_d_une_precedente_union',
    'contexte.procedure.divorce_ou_separation_en_cours',
    'famille.defunt.statut_matrimonial=DIVORCE',
  ),
  claim(
    ['vivait|vivaient en couple', 'sans etre maries|marie|mariee'],
    'famille.partenaire.lien.type=CONCUBIN',
    'famille.partenaire.lien.type=PARTENAIRE_PACS',
    'famille.unions_anterieures',
  ),
  claim(
    ['maries|marie|mariee|mariees sans contrat'],
    'famille.defunt.regime_matrimonial.contrat_de_mariage',
    'famille.defunt.regime_matrimonial.type=COMMUNAUTE_REDUITE_AUX_ACQUETS',
  ),
  claim(['quitte sa|son femme|mari|epouse|epoux'], 'contexte.procedure.divorce_ou_separation_en_cours', 'famille.unions_anterieures', 'famille.defunt.statut_matrimonial=DIVORCE'),
  claim(
    ['pris|prend|choisi|choisit|garde|eu le quart', 'opte|opta|opter pour le|la|l quart|totalite|usufruit'],
    'famille.droits_du_partenaire.option_legale',
    'liberalites.donation_entre_epoux.option',
    'liberalites.legs',
    'assurance_vie.contrats.*.beneficiaires.*.droits',
  ),
  claim(['separes|separee|separees de biens'], 'famille.defunt.regime_matrimonial'),
  claim(
    ['plus ... sous le meme toit', 'vivaient|vivait|vivions plus ensemble'],
    'contexte.procedure.divorce_ou_separation_en_cours',
    'famille.unions_anterieures',
    'famille.defunt.statut_matrimonial=DIVORCE',
    'conditions_exoneration_fratrie',
  ),
  claim(['refait|refaisait|refaire sa vie', 'nouvelle compagne', 'nouveau compagnon'], 'famille.partenaire', 'famille.unions_anterieures'),
  statusClaim(['pacte civil'], 'famille.partenaire.lien.type=PARTENAIRE_PACS', 'famille.unions_anterieures.*.lien=PACS'),
  claim(
    ['rester ... murs|maison|lieux|logement a vie', 'droit au logement'],
    'famille.droits_du_partenaire.droit_viager_logement',
    'famille.droits_du_partenaire.droit_temporaire_logement',
    'liberalites.testament',
    'patrimoine.actifs.*.usage',
  ),
  claim(
    ['an de logement', 'loge|logee|loges|logement ... gratuit*|gratuitement'],
    'famille.droits_du_partenaire.droit_temporaire_logement',
    'indivision.gestion',
    'patrimoine.actifs.*.usage',
  ),
  claim(['signe un contrat chez|devant', 'contrat ... avant le|leur mariage'], 'famille.defunt.regime_matrimonial'),
  claim(
    ['pension|prestation a|pour son|sa ancien|ancienne|ex'],
    'famille.unions_anterieures',
    'famille.defunt.statut_matrimonial=DIVORCE',
    'contexte.procedure.divorce_ou_separation_en_cours',
  ),
  claim(
    ['femme|mari|compagne|compagnon|epouse avait deja ... enfant|enfants|fils|fille|filles'],
    'famille.partenaire.enfants_d_une_autre_union',
    'famille.unions_anterieures',
    'est_d_une_precedente_union',
  ),
  claim(
    ['continue d|de habiter|vivre|occuper', 'continue a habiter|vivre|occuper', 'un an pour partir|quitter'],
    'famille.droits_du_partenaire',
    'indivision.gestion',
    'patrimoine.actifs.*.usage',
    'residence_habituelle',
  ),
  claim(
    ['refait|remis|remise sa vie|en menage|en couple', 'remis|remise en menage'],
    'famille.partenaire.lien.type=CONCUBIN',
    'famille.partenaire.lien.type=PARTENAIRE_PACS',
    'famille.unions_anterieures',
  ),
  claim(['droit|droits d usage et d habitation', 'peut|pourra rester un an', 'un an dans le logement|appartement|maison'], 'famille.droits_du_partenaire', 'liberalites.legs'),
  claim(['prestation compensatoire'], 'famille.unions_anterieures.*.fin=DIVORCE', 'patrimoine.passifs', 'contexte.procedure.divorce_ou_separation_en_cours'),
  claim(['a|avait|garde|conserve le droit de rester|demeurer|vivre|habiter dans|la'], 'famille.droits_du_partenaire', 'liberalites.legs'),
  claim(['reclame|demande|percoit|touche|percevait une pension'], 'famille.droits_du_partenaire', 'contexte.procedure', 'unions_anterieures'),
  claim(['vit|vivait|vivre avec quelqu un d autre', 'avec un|une autre maintenant|desormais|depuis'], 'famille.partenaire.lien.type=CONCUBIN', 'famille.unions_anterieures'),
];
