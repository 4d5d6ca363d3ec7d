import { codes, flag, leaf, under, type EntityForms, type LexiconEntries, exclusive } from './types.ts';

export const insuranceEntries: LexiconEntries = {
  'assurance_vie.existe': flag('assurance-vie', ['une assurance-vie', 'assurance* vie', 'ass vie', 'av']),
  ...under('assurance_vie.contrats.*', {
    libelle: leaf('nom du contrat', 'contrat|assurance|appele|aupres|chez'),
    assure_nom: leaf('assuré', 'assure|assuree', 'tete', 'souscri*|contrat|ouvert*', 'assurance* vie'),
    souscripteur_nom: leaf('souscripteur', 'souscri*'),
    date_souscription: leaf('date de souscription', 'souscri*|ouvert*|sign*|contrat'),
    co_souscription: flag('co-souscription', ['souscrit par les deux époux', 'co souscri*|cosouscri*', 'souscrit ... deux|ensemble']),
    denoue_au_deces: flag('dénoué au décès', ['se dénoue au décès', 'denou*'], ['ne se dénoue pas']),
    capital_deces: leaf('capital décès', 'capital|capitaux', 'touch*|recoi*'),
    valeur_rachat: leaf('valeur de rachat', 'rachat'),
    interets: leaf('intérêts', 'interet*'),
    clause_texte: leaf('texte de la clause', 'clause'),
    clause_type: exclusive('forme de la clause', {
      NOMINATIVE: ['clause nominative', 'nominati*', 'nommement'],
      STANDARD: ['clause standard', 'clause ... standard|type|classique|habituelle', 'clause ... vie est standard|type|classique', 'clause ... d usage'],
      DEMEMBREE: ['clause démembrée', 'demembr*'],
      SANS_BENEFICIAIRE: [
        'sans bénéficiaire désigné',
        'sans beneficiaire',
        'aucun beneficiaire',
        'personne n est|a designe* ... beneficiaire',
        'pas de beneficiaire',
        'sans|pas designe* ... beneficiaire',
        'clause vide',
        'clause ne|n designe|designait|indique|nomme personne',
      ],
    }),
    fonds_communs: flag('primes sur fonds communs', ['payé avec des fonds communs', 'fonds|argent|deniers commun|communs', 'argent du couple', 'compte joint']),
    'versements.*.montant': leaf('prime', 'prime*|versement*|vire*|plac*|depos*|mis', 'a|avait|ai|ont|avons verse|versee', 'verse|versee|versait|verser sur|en|apres|avant|le|a'),
    'versements.*.date': leaf('date du versement', 'prime*|vers*|plac*|vire*'),
    'versements.*.age_assure_au_versement': leaf("âge de l'assuré au versement", 'ans', 'age'),
    'versements.*.apres_70_ans': flag(
      'versé après 70 ans',
      ['versé après 70 ans', 'apres ... 70', 'apres ... soixante dix', 'passe ... 70', 'passe ... soixante dix', 'au dela de 70', 'au dela de soixante dix', 'plus de 70'],
      ['versé avant 70 ans', 'avant ... 70', 'avant ... soixante dix'],
    ),
    'beneficiaires.*.nom': leaf('bénéficiaire', 'beneficiaire*|profit|faveur|designe*|reviendr*|revient|touch*|recoi*'),
    'beneficiaires.*.quote_part': leaf('part du bénéficiaire', 'part|moitie|tiers|quart|hauteur|%'),
    'beneficiaires.*.droits': codes('droit du bénéficiaire', {
      PLEINE_PROPRIETE: ['pleine propriété', 'pleine propriete'],
      USUFRUIT: ['usufruit', 'usufruit*'],
      NUE_PROPRIETE: ['nue-propriété', 'nue propriete', 'nu|nue|nus proprietaire*'],
    }),
    'beneficiaires.*.est_decede': flag('bénéficiaire décédé', ['décédé', 'deced*|predeced*|mort|morte'], ['vivant', 'vivant*']),
    'beneficiaires.*.accepte': flag('bénéfice accepté', [
      'a accepté le bénéfice',
      'accept* ... benefice|contrat|clause',
      'clause ... accepte|acceptee',
      'benefice|beneficiaire|beneficiaires ... accepte*',
      'accepte d etre|en etre beneficiaire',
    ]),
  }),
};

export const insuranceEntities: EntityForms[] = [
  {
    owner: 'assurance_vie.contrats.*',
    kind: 'thing',
    heads: ['assurance|assurances vie', 'contrat|contrats', 'av'],
    notHeads: ['contrat de|du mariage'],
    identifiers: ['libelle', 'assure_nom'],
  },
  {
    owner: 'assurance_vie.contrats.*.versements.*',
    kind: 'thing',
    heads: ['prime|primes', 'verse*|versement*|versait|versant', 'a|ai|avait|avais|ont place'],
    identifiers: ['date', 'apres_70_ans'],
  },
  {
    owner: 'assurance_vie.contrats.*.beneficiaires.*',
    kind: 'person',
    heads: ['beneficiaire|beneficiaires'],
    notHeads: ['clause|clauses beneficiaire|beneficiaires'],
    identifiers: ['nom'],
  },
];
