import type { Claim } from '../types.ts';
import { claim, claimBut, claimOrNone } from './claim.ts';

/** A loan, or its denial where it is told whether there are debts. */
const loan = (forms: readonly string[], ...supports: string[]): Claim => ({ forms, notForms: NO_LOAN_OF_THEIRS, supports, deniedSupports: ['patrimoine.passif_existe'] });
/** A company's own loan is its debt, which the figure beside it tells; whoever is "prêt à signer" has none. */
const NO_LOAN_OF_THEIRS: readonly string[] = [
  'est|suis|sont|etait|etais|etaient|sommes|etes|serait|serais|es|dit|dis pret|prets|prete a',
  'supporte|supportait|porte un emprunt|pret',
  'emprunt|pret de la societe|sci|sarl|sas|entreprise|pme',
];

/** What is owed. */
export const debtClaims: readonly Claim[] = [
  claimOrNone('patrimoine.passif_existe=false', ['dette|dettes', 'passif'], 'patrimoine', 'operations_de_partage', 'indivision', 'liberalites', 'contexte', 'famille'),
  claimBut(
    // "Une fois les dettes payées, il reste 210 000 €": so is a net sum spoken of.
    ['dettes|passif deduites|deduit|payees|paye|reglees', 'net|nette de dettes|passif', 'apres paiement des dettes', 'apres deduction des dettes', 'apres deduction du passif'],
    ['dette|dettes', 'passif'],
    'patrimoine.passifs',
    'patrimoine.passif_existe',
    'patrimoine.totaux.passif',
    'entreprise.passif_social',
    'operations_de_partage.creances_entre_copartageants',
  ),
  loan(
    ['emprunt|emprunts|hypothec*|hypotheq*'],
    'patrimoine.passifs.*.type=EMPRUNT_IMMOBILIER',
    'patrimoine.passifs.*.type=PRET_FAMILIAL',
    'operations_de_partage.soultes_mentionnees.*.financement=EMPRUNT',
    'patrimoine.recompenses.*.motif=REMBOURSEMENT_EMPRUNT',
    'indivision.creances.*.motif=REMBOURSEMENT_EMPRUNT',
    'patrimoine.recompenses.*.motif=FINANCEMENT_ACQUISITION',
  ),
  loan(
    ['pret|prets|credit|credits'],
    'patrimoine.passifs.*.type=EMPRUNT_IMMOBILIER',
    'patrimoine.passifs.*.type=CREDIT_CONSOMMATION',
    'patrimoine.passifs.*.type=PRET_FAMILIAL',
    'patrimoine.passifs.*.type=CREANCE_ENTRE_EPOUX',
    'operations_de_partage.soultes_mentionnees.*.financement=EMPRUNT',
    'patrimoine.recompenses.*.motif=REMBOURSEMENT_EMPRUNT',
    'indivision.creances.*.motif=REMBOURSEMENT_EMPRUNT',
    'patrimoine.actifs.*.type=CREANCE',
  ),
  claim(['emprunt|pret immobilier'], 'patrimoine.passifs.*.type=EMPRUNT_IMMOBILIER', 'patrimoine.recompenses', 'indivision', 'operations_de_partage.soultes_mentionnees'),
  claim(['credit|credits a la consommation', 'credit conso'], 'patrimoine.passifs.*.type=CREDIT_CONSOMMATION'),
  claim(['pret familial'], 'patrimoine.passifs.*.type=PRET_FAMILIAL'),
  claim(
    ['prete ... argent|somme|euros'],
    'patrimoine.passifs.*.type=PRET_FAMILIAL',
    'patrimoine.actifs.*.type=CREANCE',
    'patrimoine.passifs.*.type=CREANCE_ENTRE_EPOUX',
    'operations_de_partage.creances_entre_copartageants',
  ),
  claim(
    ['creance|creances'],
    'patrimoine.passifs.*.creancier_nom',
    'patrimoine.passifs.*.type=AIDE_SOCIALE_RECUPERABLE',
    'patrimoine.actifs.*.type=CREANCE',
    'patrimoine.passifs.*.type=CREANCE_ENTRE_EPOUX',
    'famille.defunt.regime_matrimonial.participation',
    'indivision.creances',
    'operations_de_partage.creances_entre_copartageants',
  ),
  claim(['creance entre epoux'], 'patrimoine.passifs.*.type=CREANCE_ENTRE_EPOUX', 'patrimoine.actifs.*.type=CREANCE'),
  claim(['decouvert bancaire', 'decouvert a|de|chez', 'un decouvert'], 'patrimoine.passifs.*.type=DECOUVERT_BANCAIRE'),
  claim(['cautionnement', 'porte caution'], 'patrimoine.passifs.*.type=CAUTIONNEMENT'),
  claim(['loyers impayes'], 'patrimoine.passifs.*.type=LOYERS_IMPAYES'),
  claim(['dette|dettes professionnelle|professionnelles'], 'patrimoine.passifs.*.type=DETTE_PROFESSIONNELLE', 'entreprise.passif_social'),
  claim(['impot sur le revenu'], 'patrimoine.passifs.*.type=IMPOT_REVENU'),
  claim(['reste|restent a payer des|les droits de succession'], 'patrimoine.passifs.*.type=IMPOT_SUCCESSION'),
  claim(['taxe|taxes fonciere|foncieres'], 'patrimoine.passifs.*.type=TAXE_FONCIERE', 'indivision'),
  claim(
    [
      'frais de sante|hopital',
      'frais medicaux',
      'hopital|clinique|ehpad ... reclame|regle*|paye*|facture',
      'facture d|de|du hopital|clinique|ehpad',
      'maison de retraite ... reclame|regle*|paye*|facture|impaye*',
    ],
    'patrimoine.passifs.*.type=FRAIS_DE_SANTE',
  ),
  claim(
    [
      'frais d obseques|enterrement',
      'frais funeraires',
      'obseques|enterrement|funerailles ... paye*|regle*|coute*|facture',
      'pompes funebres',
      'marbrier',
      'pierre tombale|caveau ... paye*|regle*|facture',
      'facture|paye*|regl* d|des|l|les obseques|enterrement|funerailles',
    ],
    'patrimoine.passifs.*.type=FRAIS_FUNERAIRES',
  ),
  claim(['aide sociale', 'remboursement|recuperation de l aide|aides', 'remboursement|recuperation des aides'], 'patrimoine.passifs.*.type=AIDE_SOCIALE_RECUPERABLE'),
  claim(['assurance emprunteur', 'assurance du|de pret|emprunt|credit', 'pret|emprunt|credit est|etait assure'], 'patrimoine.passifs.*.assurance_emprunteur'),
  claim(
    ['devait|doit|doivent|devaient de l argent', 'reconnaissance de dette'],
    'patrimoine.passifs',
    'patrimoine.actifs.*.type=CREANCE',
    'operations_de_partage.creances_entre_copartageants',
    'patrimoine.passif_existe',
  ),
  claim(
    ['impots en retard|impayes', 'impots a payer|regler'],
    'patrimoine.passifs.*.type=IMPOT_REVENU',
    'patrimoine.passifs.*.type=IMPOT_SUCCESSION',
    'patrimoine.passifs.*.type=TAXE_FONCIERE',
    'indivision.creances',
  ),
  claim(['fisc|impots|administration|tresor reclame|reclament'], 'patrimoine.passifs', 'liberalites.donations.*.valeur_retenue_fiscalement', 'patrimoine.passif_existe'),
  claim(['redressement|controle fiscal'], 'patrimoine.passifs', 'liberalites.donations.*.valeur_retenue_fiscalement'),
  claim(['surendett*'], 'patrimoine.passifs', 'patrimoine.passif_existe', 'patrimoine.totaux.passif'),
  claim(
    ['avait|a|ai|ont|avaient emprunte de l argent|une somme', 'm|lui|leur|nous avait|a|ont emprunte'],
    'patrimoine.passifs',
    'patrimoine.actifs.*.type=CREANCE',
    'operations_de_partage.creances_entre_copartageants',
    'indivision.creances',
  ),
  claim(['comme|en tant que caution', 'caution pour|de son|sa|ses'], 'patrimoine.passifs.*.type=CAUTIONNEMENT'),
  claim(
    ['jamais rendu ... prete', 'rendu ce qu il|elle lui avait prete'],
    'patrimoine.actifs.*.type=CREANCE',
    'patrimoine.passifs',
    'operations_de_partage.creances_entre_copartageants',
  ),
  claim(
    ['impots|impot n ont|a pas ete payes|paye', 'taxe d habitation'],
    'patrimoine.passifs.*.type=IMPOT_REVENU',
    'patrimoine.passifs.*.type=IMPOT_SUCCESSION',
    'patrimoine.passifs.*.type=TAXE_FONCIERE',
  ),
  claim(
    ['avance les|des frais|factures|obseques', 'frais de l enterrement|obseques'],
    'patrimoine.passifs.*.type=FRAIS_FUNERAIRES',
    'indivision.creances',
    'patrimoine.passifs.*.type=FRAIS_DE_SANTE',
  ),
  claim(['garant|garante'], 'patrimoine.passifs.*.type=CAUTIONNEMENT'),
];
