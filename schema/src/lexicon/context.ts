import { codes, flag, leaf, under, type EntityForms, type LexiconEntries } from './types.ts';

export const contextEntries: LexiconEntries = {
  ...under('contexte.procedure', {
    'divorce_ou_separation_en_cours.existe': flag('divorce ou séparation en cours', [
      'une procédure de divorce était en cours',
      'divorc* ... cours|instance|procedure',
      'divorc* ... pas fini|termine|prononce',
      'instance|procedure de divorce|separation',
      'en train de divorcer',
      'etaient en plein divorce',
      'separation de corps',
    ]),
    'divorce_ou_separation_en_cours.type': codes('nature de la procédure', {
      DIVORCE: ['divorce', 'divorc*'],
      SEPARATION_DE_CORPS: ['séparation de corps', 'separation de corps'],
    }),
    'divorce_ou_separation_en_cours.etape': codes('étape', {
      REQUETE_DEPOSEE: ['la requête était déposée', 'requete', 'assignation', 'demande deposee'],
      ORDONNANCE_DE_NON_CONCILIATION: ["l'ordonnance de non-conciliation était rendue", 'non conciliation', 'onc'],
      MESURES_PROVISOIRES: ['les mesures provisoires étaient prononcées', 'mesures provisoires'],
      CONVENTION_SIGNEE: ['la convention était signée', 'convention ... sign*', 'sign* ... convention'],
      JUGEMENT_NON_DEFINITIF: ["le jugement n'était pas définitif", 'jugement ... definitif|prononce', 'pas ... definitif'],
    }),
    'contestation_testament.existe': flag('testament contesté', [
      'le testament est contesté',
      'contest* ... testament',
      'testament ... contest*',
      'attaqu* ... testament',
      'testament ... nul*',
    ]),
    'contestation_testament.motif': codes('motif de la contestation', {
      INSANITE_D_ESPRIT: ["insanité d'esprit", 'insanite', 'toute sa tete', 'plus toute sa tete', 'sain d esprit', 'alzheimer|demence'],
      VICE_DE_FORME: ['vice de forme', 'vice de forme', 'pas signe', 'pas date', 'forme'],
      CAPTATION: ["captation d'héritage", 'captation', 'influenc*|abus de faiblesse|manipul*'],
      FAUX: ['faux', 'faux', 'pas son ecriture', 'imit*'],
    }),
    'contestation_testament.auteur_nom': leaf('qui conteste', 'contest*|attaqu*'),
    'contestation_clause_beneficiaire_assurance_vie.existe': flag('clause bénéficiaire contestée', [
      'la clause bénéficiaire est contestée',
      'contest* ... clause|beneficiaire|assurance',
      'clause ... contest*|attaqu*',
      'attaqu* ... clause',
    ]),
    'contestation_clause_beneficiaire_assurance_vie.auteur_nom': leaf('qui conteste la clause', 'contest*|attaqu*'),
    'refus_de_vendre_ou_de_partager.existe': flag(
      'refus de vendre ou de partager',
      ['refuse de vendre', 'refus* de vendre|partager|signer', 'refus* ... vente|partage', 'ne veut pas vendre|partager', 'veut ni vendre', 'bloqu*'],
      ["tout le monde est d'accord pour vendre"],
    ),
    'refus_de_vendre_ou_de_partager.auteur_nom': leaf('qui refuse', 'refus*|veut|bloqu*'),
    'recel_successoral.existe': flag('recel successoral', ['un recel successoral est soupçonné', 'recel*', 'cach*|dissimul*|detourn*']),
    'recel_successoral.auteur_nom': leaf('auteur du recel', 'recel*|cach*|dissimul*|detourn*'),
    'recel_successoral.montant': leaf('montant du recel', 'recel*|cach*|dissimul*|detourn*'),
    'primes_manifestement_exagerees.existe': flag('primes exagérées', ['les primes sont dites manifestement exagérées', 'prime* ... exager*', 'exager*|excessi*']),
    'primes_manifestement_exagerees.montant': leaf('montant des primes exagérées', 'prime*|exager*'),
    'action_en_reduction.existe': flag('action en réduction', ['une action en réduction', 'action en reduction', 'reduction', 'atteinte a la|sa reserve']),
    'action_en_reduction.auteur_nom': leaf('qui agit en réduction', 'reduction|reserve|agi*'),
    'partage_judiciaire.existe': flag('partage judiciaire', ['un partage judiciaire est demandé', 'partage judiciaire', 'partage ... tribunal|juge', 'tribunal ... partage']),
    'mandataire_successoral.existe': flag('mandataire successoral', ["la désignation d'un mandataire successoral", 'mandataire successoral', 'mandataire']),
    'recherche_heritiers.existe': flag("recherche d'héritiers", [
      "une recherche d'héritiers est en cours",
      'recherche|recherches d|des heritiers',
      'recherche* ... heritiers',
      'genealogiste',
    ]),
    'succession_vacante.existe': flag('succession vacante', ['la succession est vacante', 'vacante', 'aucun heritier connu', 'desherence', 'heritier* ... inconnu*']),
    'changement_regime_matrimonial_conteste.existe': flag('changement de régime contesté', [
      'le changement de régime matrimonial est contesté',
      'contest* ... changement de regime',
      'changement ... contest*',
      'contest* ... regime',
    ]),
  }),
  ...under('contexte.international', {
    'professio_juris.existe': flag('choix de loi', [
      'une professio juris',
      'professio juris',
      'choi* ... loi|droit',
      'choi* ... loi',
      'choix de loi',
      'loi ... choisi*',
      'design* ... loi',
      'soumi* ... loi|droit',
    ]),
    'professio_juris.loi_designee': leaf('loi choisie', 'loi|droit'),
    'bien_a_l_etranger.existe': flag("bien à l'étranger", ["un bien à l'étranger", 'bien*|maison|appartement|compte* ... etranger', 'a l etranger']),
    'bien_a_l_etranger.pays': leaf('pays du bien étranger', 'bien|etranger|en|au|situe*'),
    'certificat_successoral_europeen.existe': flag('certificat successoral européen', [
      'un certificat successoral européen',
      'certificat successoral',
      'certificat ... europeen',
      'cse',
    ]),
    'prelevement_compensatoire.existe': flag('prélèvement compensatoire', ['le prélèvement compensatoire est demandé', 'prelevement compensatoire']),
  }),
};

export const contextEntities: EntityForms[] = [
  { owner: 'contexte.procedure.recel_successoral', kind: 'thing', heads: ['recel*', 'cach*|dissimul*|detourn*'], identifiers: [] },
  { owner: 'contexte.procedure.primes_manifestement_exagerees', kind: 'thing', heads: ['exager*|excessi*'], identifiers: [] },
];
