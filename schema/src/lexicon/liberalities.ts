import { codes, flag, leaf, under, type EntityForms, type LexiconEntries } from './types.ts';

const rights = {
  PLEINE_PROPRIETE: ['pleine propriété', 'pleine propriete', 'pp'],
  USUFRUIT: ['usufruit', 'usufruit'],
  NUE_PROPRIETE: ['nue-propriété', 'nue propriete', 'np'],
};

export const liberalityEntries: LexiconEntries = {
  'liberalites.donations_existent': flag('donations', ['des donations', 'donation*|don|dons|liberalite*', 'donne ... vivant'], ['sans donation']),
  ...under('liberalites.donations.*', {
    donateur_nom: leaf('donateur', 'donn*|donateur|donatrice', 'par', 'de la part', 'consenti*|fait|remis*|vers*|gratifi*'),
    beneficiaire_nom: leaf('bénéficiaire', 'a', 'recu*|recoi*|beneficiaire|donataire|gratifie*', 'au profit', 'en faveur'),
    type: codes('forme', {
      DONATION_SIMPLE: ['donation simple', 'donation simple', 'donation', 'donn*'],
      DON_MANUEL: ['don manuel', 'don manuel', 'don d argent', 'dons manuels', 'de la main a la main', 'remi* ... main|cheque|virement', 'cheque|virement'],
      DONATION_PARTAGE: ['donation-partage', 'donation partage', 'donations partages'],
      DONATION_DE_NUE_PROPRIETE: ['donation de la nue-propriété', 'don* ... nue propriete', 'nue propriete'],
      PRESENT_D_USAGE: ["présent d'usage", 'present* d usage', 'cadeau*'],
    }),
    date: leaf('date de la donation', 'donn*|donation|don|recu*|acte|consenti*|vers*|remis*|gratifi*'),
    'anciennete_au_deces.valeur': leaf('ancienneté de la donation', 'il y a', 'avant', 'ans|mois|jours'),
    'anciennete_au_deces.unite': codes('unité', { JOURS: ['jours', 'jour|jours'], MOIS: ['mois', 'mois'], ANNEES: ['ans', 'an|ans|annee|annees'] }),
    montant: leaf('valeur au jour de la donation', 'donn*|donation|don|recu*|vers*|remis*|somme|montant|valai*|virement|cheque|gratifi*'),
    valeur_au_deces: leaf('valeur du bien donné au décès', "aujourd hui", 'au deces', 'jour du deces', 'vaut', 'desormais|maintenant'),
    objet: codes('objet', {
      SOMME_D_ARGENT: ["une somme d'argent", 'argent|somme|cheque|virement|especes|liquide', 'euros'],
      IMMEUBLE: ['un bien immobilier', 'immeuble|immobilier|maison|appartement|studio|garage|terrain|bien'],
      TITRES: ['des titres', 'titres|actions|parts'],
      VEHICULE: ['une voiture', 'voiture|vehicule'],
      BIENS_RURAUX: ['des biens ruraux', 'ruraux|terres|vignes'],
      OBJET_MOBILIER: ['un objet', 'objet|meuble*|bijou*|tableau|montre|piano'],
    }),
    imputation: codes('imputation', {
      AVANCEMENT_DE_PART: ['en avancement de part successorale', 'avance* ... part|hoirie|succession', 'avancement', 'a valoir sur sa part', 'rapportable*'],
      HORS_PART: ['hors part successorale', 'hors part', 'preciputaire*', 'en plus de sa part', 'par preciput'],
    }),
    reserve_usufruit: flag("réserve d'usufruit", ["avec réserve d'usufruit", 'reserv* ... usufruit', 'gard* ... usufruit', 'conserv* ... usufruit']),
    clause_retour: flag('droit de retour conventionnel', ['avec un droit de retour', 'droit de retour', 'clause de retour']),
    forme_notariee: flag('acte notarié', ['devant notaire', 'devant notaire|maitre|me', 'acte notarie|authentique', 'notarie*', 'chez le notaire'], ['sans notaire', 'sans acte']),
    dispense_de_rapport: flag('dispensée de rapport', ['dispensée de rapport', 'dispens* ... rapport', 'sans rapport'], ['rapportable']),
    'emploi.bien_acquis': leaf('bien acquis avec la donation', 'achet*|acqu*|achat|pay*|financ*'),
    'emploi.valeur_du_bien_acquis': leaf('valeur au décès du bien acquis', 'vaut|vau*|estim*|evalu*'),
    'emploi.part_financee': leaf('part du bien financée', 'financ*|paye*|part|moitie|tiers|quart'),
    abattement_utilise: leaf('abattement utilisé', 'abattement*'),
    droits_payes: leaf('droits de donation payés', 'droits|taxe*', 'paye*|acquitt*|regl*'),
    soulte: leaf('soulte', 'soulte'),
  }),
  ...under('liberalites.testament', {
    existe: flag('testament', ['un testament', 'testament*', 'dernieres volontes', 'legu*|legs|legataire*'], ['intestat', 'ab intestat']),
    forme: codes('forme du testament', {
      OLOGRAPHE: ['olographe', 'olographe', 'ecrit* ... main', 'manuscrit*', 'sa main'],
      AUTHENTIQUE: ['authentique', 'testament ... authentique', 'authentique', 'testament ... devant|notaire', 'dict*'],
      MYSTIQUE: ['mystique', 'mystique'],
      INTERNATIONAL: ['international', 'testament ... international', 'forme internationale'],
    }),
    date: leaf('date du testament', 'testament*|redig*|ecrit|date|volontes|sign*'),
    exheredes_noms: leaf('personne déshéritée', 'desherit*|exhered*|ecart*|priv*'),
    revoque: flag('testament révoqué', ['révoqué', 'revoq*|revocation', 'annul* ... testament', 'testament ... annul*']),
    plusieurs_testaments: flag('plusieurs testaments', ['plusieurs testaments', 'plusieurs|deux|trois|second|autre testament*']),
    executeur_nom: leaf('exécuteur testamentaire', 'execut*'),
    depose_chez_notaire: flag('testament déposé chez le notaire', ['déposé chez le notaire', 'depos* ... notaire|etude|maitre', 'remis ... notaire', 'garde* ... notaire|etude', 'notaire ... garde|detient|conserve', 'chez le notaire']),
    'mandat_posthume.duree': leaf('durée du mandat posthume', 'mandat*', 'pendant|duree|pour'),
    'mandat_posthume.mandataire_nom': leaf('mandataire posthume', 'mandat*'),
    testament_partage: flag('testament-partage', ['un testament-partage', 'testament partage', 'testament ... partage|repart*|lots']),
  }),
  ...under('liberalites.legs.*', {
    beneficiaire_nom: leaf('légataire', 'legu*|legs|legataire*', 'a', 'laiss*|recoi*|recu*', 'profit|faveur'),
    type: codes('nature du legs', {
      UNIVERSEL: ['legs universel', 'universel*', 'legu* ... tout', 'legu* ... tous ses biens', 'tous ses biens', 'tout a', 'toute sa succession', 'tout ce qu'],
      A_TITRE_UNIVERSEL: ['legs à titre universel', 'titre universel', 'quotite disponible', 'une part|fraction|moitie|quart|tiers de ses biens', 'moitie|quart|tiers de sa succession', 'moitie|quart|tiers de son patrimoine'],
      PARTICULIER: ['legs particulier', 'particulier*', 'legs particulier', 'legs d une somme|objet'],
    }),
    objet: leaf('bien légué', 'legu*|legs|laiss*|recoi*'),
    montant: leaf('montant légué', 'legu*|legs|somme|laiss*|recoi*'),
    quote_part: leaf('fraction léguée', 'part|moitie|tiers|quart|quotite|fraction'),
    droits: codes('droit légué', rights),
    'charge.type': codes('charge', {
      RENTE: ['verser une rente', 'rente'],
      ENTRETIEN_D_UNE_PERSONNE: ["s'occuper d'une personne", 's occuper de|d', 'entreten* ... personne|frere|soeur|mere', 'prendre soin d une personne', 'heberg*'],
      ENTRETIEN_TOMBE: ['entretenir la tombe', 'tombe|caveau|sepulture'],
      SOIN_D_UN_ANIMAL: ["s'occuper de son animal", 'chien|chat|animal|animaux|cheval'],
    }),
    'charge.montant_mensuel': leaf('charge par mois', 'rente|vers*|charge', 'par mois'),
    accepte: flag('legs accepté', ['accepte le legs', 'accept* ... legs'], ['renonce au legs', 'renonc* ... legs', 'refus* ... legs']),
    cantonnement: flag('cantonnement', ['cantonne son legs', 'cantonn*']),
  }),
  ...under('liberalites.donation_entre_epoux', {
    existe: flag('donation entre époux', ['une donation au dernier vivant', 'dernier vivant', 'dernier des vivants', 'donation entre epoux', 'ddv']),
    date: leaf('date de la donation entre époux', 'dernier vivant', 'entre epoux', 'ddv'),
    option: codes('option du conjoint donataire', {
      USUFRUIT_TOTAL: ["choisit l'usufruit de la totalité", 'usufruit ... total*|tout', 'tout* ... usufruit', 'totalite en usufruit'],
      QUOTITE_DISPONIBLE_ORDINAIRE: ['choisit la quotité disponible ordinaire', 'quotite disponible', 'qd'],
      QUART_PP_TROIS_QUARTS_USUFRUIT: ['choisit un quart en pleine propriété et trois quarts en usufruit', 'quart ... trois quarts', '1/4 ... 3/4', 'option mixte'],
    }),
    revoquee: flag('donation entre époux révoquée', ['a été révoquée', 'revoq*|annul*']),
  }),
  ...under('liberalites.raar.*', {
    renoncant_nom: leaf('renonçant', 'renonc*|raar'),
    beneficiaire_nom: leaf('bénéficiaire de la renonciation', 'profit|faveur|avantage'),
    date: leaf('date de la renonciation', 'renonc*|raar|sign*'),
  }),
  ...under('liberalites.renonciations_action_reduction.*', {
    renoncant_nom: leaf('renonçant', 'renonc*'),
    beneficiaire_nom: leaf('bénéficiaire de la renonciation', 'profit|faveur|contre|avantage'),
  }),
  'liberalites.droit_de_retour.type': codes('droit de retour légal', {
    PARENTS_738_2: ['droit de retour des parents', 'retour ... parents|pere|mere|ascendants', '738'],
    FRERES_SOEURS_757_3: ['droit de retour des frères et sœurs', 'retour ... freres|soeurs|collateraux', '757'],
    ADOPTANTS_366: ["droit de retour des adoptants", 'retour ... adopt*', '366'],
  }),
  'liberalites.droit_de_retour.bien': leaf('bien objet du retour', 'retour|porte|sur'),
};

export const liberalityEntities: EntityForms[] = [
  { owner: 'liberalites.donations.*', kind: 'thing', heads: ['donation|donations', 'don|dons', 'cadeau', 'donn*', 'recu|recue|recus|recevoir|recevait', 'gratifi*', 'remis', 'verse', 'consenti*', 'virement', 'cheque'], identifiers: ['donateur_nom', 'beneficiaire_nom', 'type', 'objet'] },
  { owner: 'liberalites.testament', kind: 'thing', heads: ['testament*', 'dernieres volontes'], identifiers: [] },
  { owner: 'liberalites.legs.*', kind: 'thing', heads: ['legs', 'legu*', 'legataire*', 'laiss* ... a|aux'], identifiers: ['beneficiaire_nom', 'type', 'objet'] },
  { owner: 'liberalites.donation_entre_epoux', kind: 'thing', heads: ['dernier vivant', 'entre epoux', 'ddv'], identifiers: [] },
  { owner: 'liberalites.raar.*', kind: 'thing', heads: ['raar', 'renonc* ... reduction'], identifiers: ['renoncant_nom', 'beneficiaire_nom'] },
  { owner: 'liberalites.renonciations_action_reduction.*', kind: 'thing', heads: ['renonc* ... reduction'], identifiers: ['renoncant_nom', 'beneficiaire_nom'] },
];
