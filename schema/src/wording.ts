import type { PromptWording } from './pack.ts';

export const successionSystemMessage =
  'Tu lis un texte en français qui parle d’une succession, écrit par un particulier ou un professionnel. Tu réponds par les faits qu’il contient, et par eux seuls, en TOON conforme au schéma : rien d’inventé, rien de calculé, aucune clé vide.';

/** How each level of the profile is said to a writer. */
export const successionWording: PromptWording = {
  role: "Vous écrivez un texte français tel qu'une personne réelle l'écrirait ou le dirait à propos d'une succession. Tous les faits listés y sont, compris sans équivoque, et rien d'autre qui soit un fait.",
  axes: {
    persona: 'Qui parle',
    voice: 'Voix',
    format: 'Forme',
    length_band: 'Longueur',
    noise: 'Langue',
    numeric_density: 'Chiffres',
    date_precision: 'Dates',
    complexity: 'Complexité',
    primary_topic: 'Sujet principal',
    secondary_topic: 'Second sujet',
    hard_negative_mode: 'Difficulté voulue',
    hard_negative_intensity: 'Intensité',
  },
  levels: {
    persona: {
      enfant: 'un enfant du défunt ; il dit son prénom une fois',
      conjoint: 'le conjoint survivant ; il dit son nom une fois',
      beau_enfant: "le bel-enfant de la famille : l'enfant d'une précédente union face au nouveau conjoint, ou l'enfant du conjoint",
      fratrie: 'un frère ou une sœur du défunt',
      notaire: 'un notaire ou son clerc',
      avocat: "un avocat qui expose le dossier d'un client",
      partenaire_pacs: 'le partenaire de PACS survivant',
      concubin: 'le concubin ou la concubine',
      associe: "un associé du défunt dans l'entreprise",
      petit_enfant: 'un petit-enfant du défunt ; il dit son prénom une fois',
      tiers: 'un tiers : ami, voisin, aide, légataire',
      narrateur_neutre: 'un narrateur extérieur, sans lien',
    },
    voice: {
      premiere_personne: 'première personne',
      troisieme_personne: 'troisième personne',
      note_dossier: 'note de dossier, style nominal',
      parole_rapportee: 'parole rapportée (« ma cliente indique que… », « selon son frère »)',
    },
    format: {
      question_directe: 'question directe, courte, qui finit ou commence par la question',
      mail_brouillon: 'brouillon de mail : salut, motif, faits comme ils viennent, merci',
      recit_libre: "récit suivi, dans l'ordre du temps",
      note_professionnelle: 'note professionnelle : un titre, des libellés courts, des phrases nominales',
      oral_retranscrit: 'oral retranscrit : phrases longues, hésitations, peu de ponctuation',
      message_conflictuel: 'message de conflit : reproches, phrases courtes, emphase',
    },
    length_band: {
      court: '8 à 60 mots (une à quatre phrases)',
      moyen: '35 à 140 mots (quatre à neuf phrases)',
      long: '100 à 280 mots (huit à dix-huit phrases)',
      tres_long: '220 à 700 mots (seize phrases et plus)',
    },
    noise: {
      propre: 'sans faute, comme « La maison a été estimée. » ou « Ma mère n’avait pas fait de testament. »'.replaceAll('’', "'"),
      legeres_fautes: 'une à trois fautes légères, comme « les frais sont payé » ou « sa maison a elle »',
      fautes_et_abreviations: 'des fautes et au moins deux abréviations, comme « rdv chez le not. » ou « bcp de pb »',
      ambigu: 'sans faute, avec une réserve ou une tournure vague mais que le contexte éclaire, comme « je crois » ou « à vérifier »',
      tres_brouillon: 'très brouillon : une faute tous les dix à quinze mots, comme « le notaire ma dit » ou « la sucession » ; chaque fait reste lisible',
    },
    numeric_density: {
      sans_montant: 'aucun montant',
      un_montant: 'un seul montant',
      plusieurs_montants: 'deux à sept montants',
      montants_et_dates: 'au moins deux montants et deux dates',
    },
    date_precision: { aucune: 'aucune date', approx: 'dates approximatives : « en 2019 », « en mai 2019 »', exacte: 'dates exactes, au jour près' },
    complexity: { simple: 'un seul fil', intermediaire: 'un fil et un second', complexe: 'deux sujets qui se croisent', hard_negative: 'cas piège' },
    primary_topic: {},
    secondary_topic: {},
    hard_negative_mode: {
      pas_de_deces_clair: 'le décès ne doit pas être dit clairement',
      infos_incompletes: 'des informations manquent',
      faits_contradictoires: 'deux versions se contredisent',
      hors_perimetre_mal_qualifie: 'la vraie demande est hors sujet',
    },
    hard_negative_intensity: { soft: 'discrète', hard: 'marquée' },
  },
  forbidden: [
    'aucune valeur (nom, date, montant, âge, part) qui ne soit pas dans la liste',
    'aucun fait nouveau, même sans chiffre (renonciation, dette, testament…)',
    'aucune solution de droit : ni part, ni droit, ni impôt calculé',
    'aucun code, aucune clé, aucun « true », aucune liste de champs',
  ],
};
