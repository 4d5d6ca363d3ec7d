import { codes, flag, impliedByName, leaf, under, type EntityForms, type LexiconEntries } from './types.ts';
import { COMPANION } from './steps.ts';

/** What is owed: to strangers, and between the spouses' own property and the community. */
export const debtEntries: LexiconEntries = {
  ...under('patrimoine.passifs.*', {
    type: impliedByName(
      ['IMPOT_REVENU', 'DETTE_PROFESSIONNELLE', 'CREDIT_CONSOMMATION'],
      codes('nature de la dette', {
        EMPRUNT_IMMOBILIER: ['emprunt immobilier', 'emprunt*|pret*|credit* ... immobilier*|maison|appartement', 'hypothec*|hypotheq*', 'emprunt|pret'],
        CREDIT_CONSOMMATION: ['crédit à la consommation', 'credit|credits|pret|prets ... consommation|conso|voiture|auto|revolving', 'credit'],
        IMPOT_SUCCESSION: ['droits de succession', 'droits ... succession|succ', 'impot* ... succession'],
        IMPOT_REVENU: ['impôt sur le revenu', 'impot* ... revenu*', 'impots'],
        TAXE_FONCIERE: ['taxe foncière', 'taxe* fonciere*', 'foncier', 'la fonciere'],
        FRAIS_FUNERAIRES: ["frais d'obsèques", 'obseques|funeraire*|enterrement', 'pompes funebres'],
        FRAIS_DE_SANTE: [
          'frais de santé',
          'frais|frai de sante|hopital|clinique',
          'frais|facture|factures|notes medicaux|medicales|medicale',
          'ehpad|hopital|hospitalisation|clinique|soins',
          'maison de retraite',
        ],
        CAUTIONNEMENT: ['cautionnement', 'caution*'],
        PRET_FAMILIAL: [
          'prêt familial',
          'pret* ... familial|famille|frere|soeur|proches',
          'emprunte ... a la|sa famille',
          'avai* prete',
          'prete*',
          'reconnaissance de dette',
          'argent prete',
        ],
        AIDE_SOCIALE_RECUPERABLE: ['aide sociale récupérable', 'aide* sociale*', 'aspa', 'recuperable*|departement'],
        DETTE_PROFESSIONNELLE: ['dette professionnelle', 'dette* professionnelle*', 'dette|dettes pro|pros', 'fournisseur*|urssaf|tva'],
        CREANCE_ENTRE_EPOUX: ['créance entre époux', 'creance ... epoux', 'dette envers ... conjoint|epoux|epouse'],
        DECOUVERT_BANCAIRE: ['découvert bancaire', 'decouvert'],
        LOYERS_IMPAYES: ['loyers impayés', 'loyers|loyer impaye*', 'loyers en retard', 'doit|devait ... loyer|loyers', 'pas paye* ... loyer|loyers', 'arrieres|arriere'],
      }),
    ),
    libelle: leaf('désignation', 'dit|dite|appele*'),
    valeur: leaf('montant restant dû', 'reste*|restant', 'de|pour', 'montant|solde|doit|devai*|du|due'),
    creancier_nom: leaf('créancier', 'a|aupres|envers|chez', 'banque|creancier'),
    date: leaf('date de la dette', 'souscri*|contract*|emprunt*|date|sign*|depuis|prete*'),
    nature: codes('nature de la dette', {
      COMMUNE: ['dette commune', 'commun*', 'du couple', 'des deux'],
      PERSONNELLE: ['dette personnelle', 'personnel*', 'a son seul nom', 'son nom'],
    }),
    assurance_emprunteur: flag(
      'assurance emprunteur',
      [
        "couvert par l'assurance emprunteur",
        'assurance* emprunteur|deces',
        'couvert* ... assurance',
        'emprunt|pret ... assure',
        'est|etait assure',
        'assurance ... couvr*|prend|rembours*',
        'rembourse* par l|une|son assurance',
      ],
      ['sans assurance', 'pas assure'],
    ),
    contestee: flag('contestée', ['contesté', 'contest*', 'd accord ... montant']),
  }),
  ...under('patrimoine.recompenses.*', {
    sens: codes('sens de la récompense', {
      DUE_PAR_LA_COMMUNAUTE: [
        'récompense due par la communauté',
        'du|due par la communaute',
        'communaute doit|devr*',
        'communaute lui|leur doit|devait',
        'communaute ... en doit recompense',
        'communaute a encaisse|profite|recu ... fonds|argent|somme|heritage',
        'communaute ... doit une recompense',
        'recompense contre la communaute',
        'dette de la communaute envers',
        'fonds propres ... herit*|remploi|achat|clause',
        'provenaient d un heritage',
        'apporte des fonds propres',
      ],
      DUE_A_LA_COMMUNAUTE: [
        'récompense due à la communauté',
        'due a la communaute',
        'doit ... a la communaute',
        'recompense au profit de la communaute',
        'communaute a|avait finance|rembourse|paye',
        'communaute y a|avait finance|rembourse|paye',
        'communaute y a|avait pourtant|aussi|egalement|donc finance|rembourse|paye',
        'communaute a|avait pourtant|aussi|egalement|donc|elle finance|rembourse|paye',
        'envers la communaute',
        'communaute a droit a',
        'paye par des fonds communs',
      ],
    }),
    epoux_nom: leaf('époux concerné', 'a|par|doit|envers', 'recompense'),
    montant: leaf('montant de la récompense', 'recompens*', 'doit|due'),
    motif: codes('motif', {
      TRAVAUX: ['travaux', 'travaux|renov*|toiture'],
      FINANCEMENT_ACQUISITION: ["financement de l'achat", 'financ* ... achat|acquisition', 'achat|acquisition'],
      REMBOURSEMENT_EMPRUNT: ["remboursement de l'emprunt", 'rembours* ... emprunt|pret|credit', 'emprunt|pret|credit ... rembours*'],
      ENCAISSEMENT_FONDS_PROPRES: [
        'encaissement de fonds propres',
        'encaiss* ... propres',
        'encaiss* ... argent|somme|sommes|fonds ... propre|propres',
        'fonds propres',
        'vers* ... compte joint',
      ],
    }),
    cout: leaf('dépense faite', 'cout*|depens*|factur*|paye*'),
    valeur_sans_travaux: leaf('valeur sans les travaux', 'sans ... travaux|depense|cela', 'vaudr*'),
  }),
  ...under('patrimoine.ameliorations_bien_propre.*', {
    bien: leaf('bien amélioré'),
    cout: leaf('coût des travaux', 'travaux|cout*|factur*|renov*|amelior*'),
    finance_par: codes('payés par', {
      COMMUNAUTE: ['la communauté', 'communaut*', 'fonds|argent|deniers commun|communs', 'compte joint', 'argent du couple'],
      DEFUNT: ['le défunt', 'defunt*', 'lui|elle meme', 'ses deniers|economies', 'sa poche', 'fonds propres'],
      PARTENAIRE: ['le survivant', `survivant*|conjoint|${COMPANION}|partenaire`, 'sa femme', 'son mari|epouse|epoux'],
    }),
  }),
};

export const debtEntities: EntityForms[] = [
  { owner: 'patrimoine.passifs.*', kind: 'thing', heads: ['dette|dettes', 'passif'], identifiers: ['type', 'libelle', 'creancier_nom'] },
  { owner: 'patrimoine.recompenses.*', kind: 'thing', heads: ['recompense*'], identifiers: ['sens', 'epoux_nom', 'motif'] },
  { owner: 'patrimoine.ameliorations_bien_propre.*', kind: 'thing', heads: ['travaux', 'amelioration*'], identifiers: ['bien', 'finance_par'] },
];
