import { decodeToon, type Stratum } from '@case-swarm/schema';
import { expect, test } from 'vitest';
import { frenchDictionary } from '../language/french-dictionary.ts';
import { judgeToon, pack, refusalsIn } from './judge-toon.ts';
import { judge } from './run.ts';

const refusals = (toon: string, text: string, stratum?: Stratum, hints = {}): string[] => refusalsIn(judgeToon(toon, text, stratum, hints));

const DECEASED = 'famille:\n  defunt:\n    nom: Odile Perrin\n';
const two = (list: string, first: string, second: string): string => `${list}\n    - ${first}\n    - ${second}`;

/** A text that one target is true of, and the other is not: who it is said of has changed. */
const cases: readonly (readonly [what: string, told: string, exchanged: string, text: string, code: string])[] = [
  [
    'two donees',
    `${DECEASED}  descendants:\n    enfants[2]{nom}:\n      Luc\n      Anne\nliberalites:\n  donations[2]{donateur_nom,beneficiaire_nom,type,montant}:\n    Odile Perrin,Luc,DON_MANUEL,8000\n    Odile Perrin,Anne,DONATION_PARTAGE,90000`,
    `${DECEASED}  descendants:\n    enfants[2]{nom}:\n      Luc\n      Anne\nliberalites:\n  donations[2]{donateur_nom,beneficiaire_nom,type,montant}:\n    Odile Perrin,Anne,DON_MANUEL,8000\n    Odile Perrin,Luc,DONATION_PARTAGE,90000`,
    'Odile Perrin est morte, laissant deux enfants, Luc et Anne. Luc a reçu de la défunte un don manuel de 8 000 €. Odile Perrin avait fait une donation-partage de 90 000 € à Anne.',
    'ambiguous-owner',
  ],
  [
    'the year in which a child died and the day on which its parent was born',
    'famille:\n  defunt:\n    nom: Odile Perrin\n    date_naissance: 1942-11-26\n  descendants:\n    enfants[1]{nom,est_decede,date_deces}:\n      Pierre,true,"2018"',
    'famille:\n  defunt:\n    nom: Odile Perrin\n    date_naissance: "2018"\n  descendants:\n    enfants[1]{nom,est_decede,date_deces}:\n      Pierre,true,1942-11-26',
    'Odile Perrin est morte. Elle était née le 26/11/1942. Elle laisse un fils, Pierre, mort en 2018.',
    'fact-missing',
  ],
  [
    "the thing that a gift has paid, beside a text that begins with l'",
    `${DECEASED}  descendants:\n    enfants[1]{nom}:\n      Luc\nliberalites:\n  donations[1]:\n    - beneficiaire_nom: Luc\n      type: DON_MANUEL\n      emploi:\n        bien_acquis: studio\nindivision:\n  gestion:\n    bien: la maison de l'oncle`,
    `${DECEASED}  descendants:\n    enfants[1]{nom}:\n      Luc\nliberalites:\n  donations[1]:\n    - beneficiaire_nom: Luc\n      type: DON_MANUEL\nindivision:\n  gestion:\n    bien: la maison de l'oncle`,
    "Odile Perrin est morte. Elle laisse un fils, Luc. Luc a reçu un don manuel. Cette donation a servi à financer l'achat d'un studio. La maison de l'oncle est indivise.",
    'fact-not-in-target',
  ],
  [
    'the insured of two policies',
    two(
      `${DECEASED}  partenaire:\n    nom: Marc Petit\n    lien:\n      type: CONJOINT\nassurance_vie:\n  contrats[2]:`,
      'libelle: Axa\n      assure_nom: Marc Petit',
      'libelle: MAAF\n      assure_nom: Odile Perrin',
    ),
    two(
      `${DECEASED}  partenaire:\n    nom: Marc Petit\n    lien:\n      type: CONJOINT\nassurance_vie:\n  contrats[2]:`,
      'libelle: Axa\n      assure_nom: Odile Perrin',
      'libelle: MAAF\n      assure_nom: Marc Petit',
    ),
    "Odile Perrin est morte. Elle laisse son époux Marc Petit. Une assurance-vie Axa a été ouverte sur la tête de Marc Petit. Une assurance-vie MAAF a été ouverte sur la tête d'Odile Perrin.",
    'ambiguous-owner',
  ],
  [
    'the one who died and a sister who died before',
    `${DECEASED}  collateraux:\n    freres_soeurs[1]{nom,est_decede}:\n      Patricia,true`,
    'famille:\n  defunt:\n    nom: Patricia\n  collateraux:\n    freres_soeurs[1]{nom,est_decede}:\n      Odile Perrin,true',
    'Décès : Odile Perrin. Une sœur, Patricia, décédée avant elle.',
    'relation-changed',
  ],
  [
    "a father's sister and the teller's own",
    `${DECEASED.replace('Odile', 'Paul')}  descendants:\n    enfants[1]{nom}:\n      Emma\n  collateraux:\n    freres_soeurs[1]{nom}:\n      Chloé`,
    `${DECEASED.replace('Odile', 'Paul')}  descendants:\n    enfants[2]{nom}:\n      Emma\n      Chloé`,
    "Je m'appelle Emma. Mon père, Paul Perrin, est mort. Mon père avait une sœur, Chloé.",
    'relation-changed',
  ],
  [
    'born of an earlier union',
    `${DECEASED}  descendants:\n    enfants[2]:\n      - nom: Luc\n        est_d_une_precedente_union: true\n      - nom: Anne`,
    `${DECEASED}  descendants:\n    enfants[2]:\n      - nom: Anne\n        est_d_une_precedente_union: true\n      - nom: Luc`,
    "Odile Perrin est morte. Elle laisse deux enfants : Luc, né d'une précédente union ; Anne.",
    'ambiguous-owner',
  ],
  [
    'the right of a beneficiary',
    `${DECEASED}  descendants:\n    enfants[2]{nom}:\n      Luc\n      Anne\nassurance_vie:\n  contrats[1]:\n    - libelle: Axa\n      beneficiaires[2]{nom,droits}:\n        Luc,USUFRUIT\n        Anne,NUE_PROPRIETE`,
    `${DECEASED}  descendants:\n    enfants[2]{nom}:\n      Luc\n      Anne\nassurance_vie:\n  contrats[1]:\n    - libelle: Axa\n      beneficiaires[2]{nom,droits}:\n        Luc,USUFRUIT\n        Anne,USUFRUIT`,
    "Odile Perrin est morte, laissant deux enfants, Luc et Anne. Elle avait une assurance-vie Axa. Luc est bénéficiaire du contrat Axa pour l'usufruit. Anne est bénéficiaire du contrat Axa pour la nue-propriété.",
    'contradiction',
  ],
  [
    'a gift of money and one of a thing',
    `${DECEASED}  descendants:\n    enfants[1]{nom}:\n      Luc\nliberalites:\n  donations[1]{donateur_nom,beneficiaire_nom,type,objet}:\n    Odile Perrin,Luc,DON_MANUEL,VEHICULE`,
    `${DECEASED}  descendants:\n    enfants[1]{nom}:\n      Luc\nliberalites:\n  donations[1]{donateur_nom,beneficiaire_nom,type,objet}:\n    Odile Perrin,Luc,DON_MANUEL,IMMEUBLE`,
    'Odile Perrin est morte. Elle laisse un fils, Luc. Luc a reçu de la défunte un don manuel, une voiture.',
    'fact-missing',
  ],
  [
    'the usufruct and what contains its name',
    `${DECEASED}patrimoine:\n  actifs[1]:\n    - type: LIVRET\n      demembrement:\n        droits_du_defunt: QUASI_USUFRUIT`,
    `${DECEASED}patrimoine:\n  actifs[1]:\n    - type: LIVRET\n      demembrement:\n        droits_du_defunt: USUFRUIT`,
    'Odile Perrin est morte. Elle avait un livret. Elle avait un quasi-usufruit sur le livret.',
    'fact-missing',
  ],
  [
    'a spouse’s own goods',
    `${DECEASED.replace('Odile', 'Paul')}    statut_matrimonial: MARIE\n  partenaire:\n    nom: Anne Perrin\n    lien:\n      type: CONJOINT\npatrimoine:\n  actifs[1]:\n    - type: MAISON\n      propriete:\n        nature: PROPRE_DEFUNT`,
    `${DECEASED.replace('Odile', 'Paul')}    statut_matrimonial: MARIE\n  partenaire:\n    nom: Anne Perrin\n    lien:\n      type: CONJOINT\npatrimoine:\n  actifs[1]:\n    - type: MAISON\n      propriete:\n        nature: PROPRE_PARTENAIRE`,
    "Je m'appelle Anne Perrin. Mon mari, Paul Perrin, est mort. La maison est un bien propre de mon mari.",
    'roles-reversed',
  ],
  [
    'an option and the one that goes on from it',
    `${DECEASED}  descendants:\n    enfants[1]{nom,option_successorale}:\n      Luc,ACCEPTE_A_CONCURRENCE_ACTIF_NET`,
    `${DECEASED}  descendants:\n    enfants[1]{nom,option_successorale}:\n      Luc,ACCEPTE`,
    "Odile Perrin est morte. Elle laisse un fils, Luc. Luc accepte la succession à concurrence de l'actif net.",
    'other-code',
  ],
  [
    'an age that an insurance line has too',
    `${DECEASED}    age_au_deces: 70\nassurance_vie:\n  contrats[1]:\n    - libelle: Axa\n      versements[1]{montant,apres_70_ans}:\n        9000,false`,
    `${DECEASED}assurance_vie:\n  contrats[1]:\n    - libelle: Axa\n      versements[1]{montant,apres_70_ans}:\n        9000,false`,
    'Odile Perrin est morte à 70 ans. Elle avait une assurance-vie Axa, avec une prime de 9 000 € versée avant 70 ans.',
    'figure-not-in-target',
  ],
  [
    'a given name and a word that looks like it',
    `${DECEASED}  descendants:\n    enfants[1]{nom}:\n      Luc\nliberalites:\n  donations[1]{donateur_nom,beneficiaire_nom,type}:\n    Odile Perrin,Luc,DON_MANUEL`,
    `${DECEASED}  descendants:\n    enfants[2]{nom}:\n      Luc\n      Manuel\nliberalites:\n  donations[1]{donateur_nom,beneficiaire_nom,type}:\n    Odile Perrin,Luc,DON_MANUEL`,
    'Odile Perrin est morte. Elle laisse un fils, Luc. Luc a reçu de la défunte un don manuel.',
    'fact-missing',
  ],
  [
    'the spouse who is dead, across what is apposed',
    'famille:\n  defunt:\n    nom: Paul Roux\n    date_naissance: 1953-11-28\n  partenaire:\n    nom: Anne Morel\n    lien:\n      type: CONJOINT',
    'famille:\n  defunt:\n    nom: Anne Morel\n    date_naissance: 1953-11-28\n  partenaire:\n    nom: Paul Roux\n    lien:\n      type: CONJOINT',
    'Anne Morel nous écrit. Son mari, Paul Roux, né le 28 novembre 1953, est décédé.',
    'relation-changed',
  ],
  [
    'until the death of one of two',
    'famille:\n  defunt:\n    nom: Paul Roux\n  partenaire:\n    nom: Anne Morel\n    lien:\n      type: CONCUBIN',
    'famille:\n  defunt:\n    nom: Anne Morel\n  partenaire:\n    nom: Paul Roux\n    lien:\n      type: CONCUBIN',
    "Anne Morel vivait en concubinage avec Paul Roux jusqu'à la mort de celui-ci.",
    'relation-changed',
  ],
  [
    'whose daughters they are',
    `${DECEASED}  descendants:\n    enfants[2]{nom}:\n      Lucie\n      Anne`,
    'famille:\n  defunt:\n    nom: Anne\n  descendants:\n    enfants[2]{nom}:\n      Lucie\n      Odile Perrin',
    "Les filles d'Odile Perrin s'y perdent. Leur mère est décédée. Elles sont deux : Lucie et Anne.",
    'relation-changed',
  ],
  [
    'what one of two payments was',
    `${DECEASED}assurance_vie:\n  contrats[1]:\n    - libelle: Axa\n      versements[2]:\n        - montant: 41000\n        - montant: 60000\n          age_assure_au_versement: 68`,
    `${DECEASED}assurance_vie:\n  contrats[1]:\n    - libelle: Axa\n      versements[2]:\n        - montant: 60000\n        - montant: 41000\n          age_assure_au_versement: 68`,
    "Odile Perrin est morte. Elle avait une assurance-vie Axa, avec deux versements : l'un de 41 000 €, l'autre de 60 000 €, alors qu'elle avait 68 ans.",
    'ambiguous-owner',
  ],
  [
    'a legacy to one who is called by the first name',
    `${DECEASED}  descendants:\n    enfants[2]{nom}:\n      Luc Perrin\n      Anne Perrin\nliberalites:\n  legs[2]:\n    - beneficiaire_nom: Luc Perrin\n      type: PARTICULIER\n      montant: 34000\n    - beneficiaire_nom: Anne Perrin\n      type: PARTICULIER`,
    `${DECEASED}  descendants:\n    enfants[2]{nom}:\n      Luc Perrin\n      Anne Perrin\nliberalites:\n  legs[2]:\n    - beneficiaire_nom: Anne Perrin\n      type: PARTICULIER\n      montant: 34000\n    - beneficiaire_nom: Luc Perrin\n      type: PARTICULIER`,
    'Odile Perrin est morte, laissant deux enfants, Luc Perrin et Anne Perrin. Elle a fait un legs particulier à chacun : 34 000 € pour Luc, et pour Anne on ne sait pas encore.',
    'ambiguous-owner',
  ],
  [
    'the holder of the usufruct',
    `${DECEASED}  descendants:\n    enfants[1]{nom}:\n      Henri\npatrimoine:\n  actifs[1]:\n    - type: MAISON\n      demembrement:\n        droits_du_defunt: USUFRUIT\n        nu_proprietaire_nom: Henri`,
    `${DECEASED}  descendants:\n    enfants[1]{nom}:\n      Henri\npatrimoine:\n  actifs[1]:\n    - type: MAISON\n      demembrement:\n        droits_du_defunt: NUE_PROPRIETE\n        usufruitier_nom: Henri`,
    "Odile Perrin est morte. Elle laisse un fils, Henri, et une maison dont elle n'avait plus que l'usufruit, la nue-propriété étant à Henri.",
    'roles-reversed',
  ],
  [
    'who pays whom',
    `${DECEASED}  descendants:\n    enfants[2]{nom}:\n      Léo\n      Jade\noperations_de_partage:\n  soultes_mentionnees[1]{debiteur_nom,creancier_nom,montant}:\n    Léo,Jade,27000`,
    `${DECEASED}  descendants:\n    enfants[2]{nom}:\n      Léo\n      Jade\noperations_de_partage:\n  soultes_mentionnees[1]{debiteur_nom,creancier_nom,montant}:\n    Jade,Léo,27000`,
    'Odile Perrin est morte, laissant deux enfants, Léo et Jade. Léo versera à Jade une soulte de 27 000 €.',
    'roles-reversed',
  ],
  [
    'the one who died and the partner named between',
    'famille:\n  defunt:\n    nom: Hugo Roux\n    statut_matrimonial: PACSE\n  partenaire:\n    nom: Anne Morel\n    lien:\n      type: PARTENAIRE_PACS',
    'famille:\n  defunt:\n    nom: Anne Morel\n    statut_matrimonial: PACSE\n  partenaire:\n    nom: Hugo Roux\n    lien:\n      type: PARTENAIRE_PACS',
    'Hugo Roux, pacsé avec Anne Morel, est décédé.',
    'relation-changed',
  ],
  [
    'a pacs with the former partner, and none with the last',
    'famille:\n  defunt:\n    nom: Hugo Roux\n  unions_anterieures[1]{conjoint_nom,lien,fin}:\n    Anne Morel,PACS,RUPTURE\n  partenaire:\n    nom: Julie Vidal\n    lien:\n      type: CONJOINT',
    'famille:\n  defunt:\n    nom: Hugo Roux\n  unions_anterieures[1]{conjoint_nom,lien,fin}:\n    Anne Morel,PACS,RUPTURE\n  partenaire:\n    nom: Julie Vidal\n    lien:\n      type: PARTENAIRE_PACS',
    'Hugo Roux est décédé. Il avait été pacsé avec Anne Morel, PACS rompu, puis il a épousé Julie Vidal, son épouse.',
    'fact-missing',
  ],
  [
    'the sister who is lost and the one who tells it',
    'famille:\n  defunt:\n    nom: Odile Perrin\n  collateraux:\n    freres_soeurs[1]{nom}:\n      Denise Perrin',
    'famille:\n  defunt:\n    nom: Denise Perrin\n  collateraux:\n    freres_soeurs[1]{nom}:\n      Odile Perrin',
    'Denise Perrin a perdue sa sœur Odile Perrin. Denise, en tant que sœur, a-t-elle des droits ?',
    'relation-changed',
  ],
  [
    'whose children two grandchildren are',
    `${DECEASED}  descendants:\n    enfants[2]{nom}:\n      Luc\n      Anne\n    petits_enfants[2]{nom,parent_nom}:\n      Francis,Luc\n      Minh,Anne`,
    `${DECEASED}  descendants:\n    enfants[2]{nom}:\n      Luc\n      Anne\n    petits_enfants[2]{nom,parent_nom}:\n      Francis,Anne\n      Minh,Luc`,
    "Odile Perrin est morte. Elle laisse deux enfants : Luc et Anne. Il y a deux petits-enfants : Francis, fils de Luc ; Minh, fils d'Anne.",
    'relation-changed',
  ],
  [
    'a man who is called by his title, and his wife of the same name',
    'famille:\n  defunt:\n    nom: Théo Picard\n  partenaire:\n    nom: Élodie Picard\n    lien:\n      type: CONJOINT',
    'famille:\n  defunt:\n    nom: Élodie Picard\n  partenaire:\n    nom: Théo Picard\n    lien:\n      type: CONJOINT',
    'Un associé de M. Théo Picard demande conseil. M. Picard est décédé. Il était marié avec Mme Élodie Picard.',
    'relation-changed',
  ],
  [
    'whose the union was that a child was born of',
    'famille:\n  defunt:\n    nom: Odile Perrin\n  unions_anterieures[1]{conjoint_nom,lien}:\n    Marc Roux,MARIAGE\n  partenaire:\n    nom: Paul Petit\n    lien:\n      type: CONJOINT\n  descendants:\n    enfants[1]{nom,est_d_une_precedente_union}:\n      Luc,true',
    'famille:\n  defunt:\n    nom: Odile Perrin\n  unions_anterieures[1]{conjoint_nom,lien}:\n    Marc Roux,MARIAGE\n  partenaire:\n    nom: Paul Petit\n    lien:\n      type: CONJOINT\n  descendants:\n    enfants[1]{nom,est_d_une_precedente_union}:\n      Luc,false',
    'Odile Perrin est morte. Elle était mariée avec Paul Petit. Elle avait été mariée une première fois avec Marc Roux ; de cette union est né un fils, Luc.',
    'fact-missing',
  ],
  [
    'the son of the brother who stands before "dont"',
    'famille:\n  defunt:\n    nom: Odile Perrin\n  collateraux:\n    freres_soeurs[1]{nom}:\n      Olivier\n    neveux_nieces[1]{nom,parent_nom}:\n      Luc,Olivier',
    'famille:\n  defunt:\n    nom: Odile Perrin\n  descendants:\n    enfants[1]{nom}:\n      Luc\n  collateraux:\n    freres_soeurs[1]{nom}:\n      Olivier',
    'Odile Perrin est morte. Elle avait un frère, Olivier, dont le fils, Luc, demande conseil.',
    'relation-changed',
  ],
  [
    'who refuses, called "my mother" where she is named once',
    'contexte:\n  procedure:\n    refus_de_vendre_ou_de_partager:\n      existe: true\n      auteur_nom: Anne Roux\nfamille:\n  defunt:\n    nom: Paul Roux\n  partenaire:\n    nom: Anne Roux\n    lien:\n      type: CONJOINT\n  descendants:\n    enfants[1]{nom}:\n      Luc Roux',
    'contexte:\n  procedure:\n    refus_de_vendre_ou_de_partager:\n      existe: true\n      auteur_nom: Luc Roux\nfamille:\n  defunt:\n    nom: Paul Roux\n  partenaire:\n    nom: Anne Roux\n    lien:\n      type: CONJOINT\n  descendants:\n    enfants[1]{nom}:\n      Luc Roux',
    "Mon père, Paul Roux, est mort. Je suis son fils, Luc Roux. Il était marié avec ma mère, Anne Roux. Il n'y a rien d'autre à en dire. Reste une question. Ma mère refuse de vendre.",
    'fact-missing',
  ],
  [
    'who buys, where only a pronoun says so',
    `${DECEASED}  descendants:\n    enfants[2]{nom}:\n      Hugo\n      Anne\noperations_de_partage:\n  rachat_de_parts:\n    acquereur_nom: Hugo\n    prix: 72000`,
    `${DECEASED}  descendants:\n    enfants[2]{nom}:\n      Hugo\n      Anne\noperations_de_partage:\n  rachat_de_parts:\n    acquereur_nom: Anne\n    prix: 72000`,
    'Odile Perrin est morte. Elle laisse Anne, sa fille, et Hugo, son fils, qui se croit tout permis. Il crie beaucoup. Maintenant il veut racheter les parts pour 72 000 €.',
    'fact-missing',
  ],
  [
    'the age behind a payment of its own',
    `${DECEASED}assurance_vie:\n  contrats[1]:\n    - libelle: Axa\n      assure_nom: Odile Perrin\n      versements[2]:\n        - montant: 13000\n          apres_70_ans: true\n        - montant: 11000\n          age_assure_au_versement: 72`,
    `${DECEASED}assurance_vie:\n  contrats[1]:\n    - libelle: Axa\n      assure_nom: Odile Perrin\n      versements[2]:\n        - montant: 11000\n          apres_70_ans: true\n        - montant: 13000\n          age_assure_au_versement: 72`,
    'Odile Perrin est morte. Elle était assurée chez Axa. Deux versements ont été faits : 13 000 € après ses 70 ans, et 11 000 € à 72 ans.',
    'ambiguous-owner',
  ],
  [
    'the sum of a gift that a noun names behind the verb',
    `${DECEASED}  descendants:\n    enfants[2]{nom}:\n      Luc\n      Anne\nliberalites:\n  donations[2]:\n    - donateur_nom: Odile Perrin\n      beneficiaire_nom: Luc\n      type: DON_MANUEL\n      montant: 28000\n    - donateur_nom: Odile Perrin\n      beneficiaire_nom: Anne\n      type: DONATION_SIMPLE`,
    `${DECEASED}  descendants:\n    enfants[2]{nom}:\n      Luc\n      Anne\nliberalites:\n  donations[2]:\n    - donateur_nom: Odile Perrin\n      beneficiaire_nom: Luc\n      type: DON_MANUEL\n    - donateur_nom: Odile Perrin\n      beneficiaire_nom: Anne\n      type: DONATION_SIMPLE\n      montant: 28000`,
    "Odile Perrin est morte, laissant deux enfants, Luc et Anne. Anne avait eu une donation simple de la défunte. Luc, à qui Odile Perrin a donné 28 000 € de la main à la main, un don manuel, n'en parle pas.",
    'ambiguous-owner',
  ],
  [
    'where a flat is, with another thing right behind a plus sign',
    two(`${DECEASED}patrimoine:\n  actifs[2]:`, 'type: APPARTEMENT\n      localisation: Grenoble', 'type: LIVRET\n      valeur: 58000'),
    two(`${DECEASED}patrimoine:\n  actifs[2]:`, 'type: APPARTEMENT', 'type: LIVRET\n      valeur: 58000\n      localisation: Grenoble'),
    "Odile Perrin est morte. Elle avait l'appart de Grenoble + un livret de 58 000 €.",
    'ambiguous-owner',
  ],
  [
    'whose mother "maman" is, without "ma"',
    'famille:\n  defunt:\n    nom: Paul Roux\n  partenaire:\n    nom: Anne Roux\n    lien:\n      type: CONJOINT',
    'famille:\n  defunt:\n    nom: Paul Roux\n  ascendants:\n    parents[1]{nom,lien}:\n      Anne Roux,MERE',
    "Je vous écris au sujet de mon père, Paul Roux, qui est mort. Maman, Anne Roux, qui l'avait épousé, n'ose rien demander.",
    'relation-changed',
  ],
  [
    'which of two parents is the father, by their first names',
    `${DECEASED}  ascendants:\n    parents[2]{nom,lien}:\n      Marcel,PERE\n      Nathalie,MERE`,
    `${DECEASED}  ascendants:\n    parents[2]{nom,lien}:\n      Marcel,MERE\n      Nathalie,PERE`,
    "Odile Perrin est morte. Ses parents, Marcel et Nathalie, l'ont enterrée.",
    'fact-missing',
  ],
  [
    'whose niece has not opted yet',
    'famille:\n  defunt:\n    nom: Guy Girard\n  collateraux:\n    freres_soeurs[1]{nom}:\n      Thomas\n    neveux_nieces[1]{nom,option_successorale,parent_nom}:\n      Annie,N_A_PAS_OPTE,Thomas',
    'famille:\n  defunt:\n    nom: Guy Girard\n  collateraux:\n    freres_soeurs[1]{nom,option_successorale}:\n      Thomas,N_A_PAS_OPTE\n    neveux_nieces[1]{nom,parent_nom}:\n      Annie,Thomas',
    "Guy Girard est mort. Son frère, Thomas, veut tout régler. Qu'il s'occupe de sa fille, Annie, la nièce de Guy, qui n'a toujours pas opté.",
    'ambiguous-owner',
  ],
  [
    'whose "et qui a accepté" it is, behind the name of a husband',
    `${DECEASED}  descendants:\n    enfants[2]{nom,option_successorale,conjoint_nom}:\n      Josette,ACCEPTE,Julien\n      Luc,N_A_PAS_OPTE,Emma`,
    `${DECEASED}  descendants:\n    enfants[2]{nom,option_successorale,conjoint_nom}:\n      Josette,N_A_PAS_OPTE,Julien\n      Luc,ACCEPTE,Emma`,
    "Odile Perrin est morte. Elle laisse une fille, Josette, qui est mariée avec Julien et qui a accepté la succession, et un fils, Luc, marié avec Emma, qui n'a pas encore opté.",
    'ambiguous-owner',
  ],
  [
    'a first wife whom he lost',
    'famille:\n  defunt:\n    nom: Paul Roux\n  unions_anterieures[1]{conjoint_nom,lien,fin,date_fin}:\n    Anne Petit,MARIAGE,DECES,1989-05-16',
    'famille:\n  defunt:\n    nom: Paul Roux\n  unions_anterieures[1]{conjoint_nom,lien,fin,date_fin}:\n    Anne Petit,MARIAGE,DIVORCE,1989-05-16',
    "Mon frère, Paul Roux, est mort. Sa première femme, Anne Petit, il l'a perdue le 16 mai 1989.",
    'fact-missing',
  ],
  [
    'whom "lui" means, named sentences before',
    `${DECEASED}  descendants:\n    enfants[1]{nom}:\n      Anne\n  collateraux:\n    autres_parents[1]{nom,lien}:\n      Yann Bertrand,AMI\nliberalites:\n  donations[2]{donateur_nom,beneficiaire_nom,type,montant}:\n    Odile Perrin,Anne,DON_MANUEL,44000\n    Odile Perrin,Yann Bertrand,DONATION_SIMPLE,54000`,
    `${DECEASED}  descendants:\n    enfants[1]{nom}:\n      Anne\n  collateraux:\n    autres_parents[1]{nom,lien}:\n      Yann Bertrand,AMI\nliberalites:\n  donations[2]{donateur_nom,beneficiaire_nom,type,montant}:\n    Odile Perrin,Yann Bertrand,DON_MANUEL,44000\n    Odile Perrin,Anne,DONATION_SIMPLE,54000`,
    'Odile Perrin est morte. Sa fille, Anne, pose la question. Elle attend. Odile lui avait fait un don manuel de 44 000 €, et à un ami, Yann Bertrand, elle avait donné 54 000 €, une donation simple.',
    'ambiguous-owner',
  ],
  [
    'two creances, each among its own',
    `${DECEASED}  partenaire:\n    nom: Marc Petit\n    lien:\n      type: CONJOINT\n  descendants:\n    enfants[1]{nom}:\n      Julie\nindivision:\n  creances[1]{creancier_nom,montant,motif}:\n    Marc Petit,22000,IMPOTS\noperations_de_partage:\n  creances_entre_copartageants[1]{creancier_nom,debiteur_nom,montant}:\n    Julie,Marc Petit,9100`,
    `${DECEASED}  partenaire:\n    nom: Marc Petit\n    lien:\n      type: CONJOINT\n  descendants:\n    enfants[1]{nom}:\n      Julie\nindivision:\n  creances[1]{creancier_nom,montant,motif}:\n    Marc Petit,9100,IMPOTS\noperations_de_partage:\n  creances_entre_copartageants[1]{creancier_nom,debiteur_nom,montant}:\n    Julie,Marc Petit,22000`,
    "Odile Perrin est morte, mariée à Marc Petit. Elle laisse une fille, Julie. Marc Petit a payé des impôts pour l'indivision et détient à ce titre une créance de 22 000 €. De son côté, Julie est créancière de Marc Petit à hauteur de 9 100 €. Les deux créances se compensent-elles ?",
    'ambiguous-owner',
  ],
  [
    'whose daughter of a first marriage it is, behind "d\'après"',
    'famille:\n  defunt:\n    nom: Christine Colin\n  unions_anterieures[1]{conjoint_nom,lien}:\n    Georges Morel,MARIAGE\n  descendants:\n    enfants[2]:\n      - nom: Marie\n        est_d_une_precedente_union: true\n      - nom: Denise',
    'famille:\n  defunt:\n    nom: Christine Colin\n  unions_anterieures[1]{conjoint_nom,lien}:\n    Georges Morel,MARIAGE\n  descendants:\n    enfants[2]:\n      - nom: Marie\n      - nom: Denise\n        est_d_une_precedente_union: true',
    "Christine Colin est morte. D'après Denise, sa mère avait été mariée avec Georges Morel, et de ce mariage elle a eu une fille, Marie. Denise, elle, est née après.",
    'ambiguous-owner',
  ],
  [
    'what is told of a whole row behind "tout comme"',
    `${DECEASED}patrimoine:\n  actifs[3]:\n    - type: APPARTEMENT\n      propriete:\n        nature: PERSONNEL\n    - type: COMPTE_BANCAIRE\n      valeur: 4500\n      propriete:\n        nature: PERSONNEL\n    - type: PORTEFEUILLE_TITRES\n      propriete:\n        nature: PERSONNEL`,
    `${DECEASED}patrimoine:\n  actifs[3]:\n    - type: APPARTEMENT\n      propriete:\n        nature: INDIVIS\n    - type: COMPTE_BANCAIRE\n      valeur: 4500\n      propriete:\n        nature: PERSONNEL\n    - type: PORTEFEUILLE_TITRES\n      propriete:\n        nature: PERSONNEL`,
    "Odile Perrin est morte. L'appartement lui était personnel, tout comme le compte bancaire, où figurent 4 500 €, et le portefeuille de titres.",
    'fact-missing',
  ],
  [
    'who manages, told as "c\'est lui qui"',
    `${DECEASED}  descendants:\n    enfants[2]{nom}:\n      Carlos\n      Anne\nindivision:\n  gestion:\n    bien: maison d'Orléans\n    gerant_nom: Carlos`,
    `${DECEASED}  descendants:\n    enfants[2]{nom}:\n      Carlos\n      Anne\nindivision:\n  gestion:\n    bien: maison d'Orléans\n    gerant_nom: Anne`,
    "Odile Perrin est morte. Elle laisse Anne, sa fille, et Carlos, son fils, qui n'en peut plus. La maison d'Orléans est indivise. Oui, et c'est lui qui gère l'indivision.",
    'fact-missing',
  ],
];

test.each(cases)('%s: the text is of one target and not of the other', (_, told, exchanged, text, code) => {
  expect(refusals(told, text)).toEqual([]);
  expect(refusals(exchanged, text)).toContain(code);
});

test('a premium belongs to the payment that it is told with', () => {
  const target = (first: string, second: string): string =>
    two(`${DECEASED}assurance_vie:\n  contrats[1]:\n    - libelle: MAAF\n      versements[2]:`, first, second).replaceAll('\n    - montant', '\n        - montant');
  const text =
    "Odile Perrin est morte. Elle avait une assurance-vie MAAF. Une prime de 41 000 € a été versée sur le contrat MAAF, à l'âge de 45 ans. Le contrat MAAF a reçu une prime de 48 000 €.";
  const aged = (montant: number): string => `montant: ${montant}\n          age_assure_au_versement: 45`;
  expect(refusals(target(aged(41000), 'montant: 48000'), text)).toEqual([]);
  expect(refusals(target(aged(48000), 'montant: 41000'), text)).toContain('ambiguous-owner');
});

test.each([
  ['20 000 € et plus tard, après ses 70 ans, encore 17 000 €', 17000, 20000],
  ['20 000 €, puis 17 000 € après ses 70 ans', 17000, 20000],
  ["d'abord 150 000 €, après 70 ans, et puis 115 000 €", 150000, 115000],
])('of two payments the later one is told: %s', (paid, late, other) => {
  const target = (first: number, second: number): string =>
    `${DECEASED}assurance_vie:\n  contrats[1]:\n    - libelle: MAAF\n      assure_nom: Odile Perrin\n      versements[2]:\n        - montant: ${first}\n          apres_70_ans: true\n        - montant: ${second}`;
  const text = `Odile Perrin est morte. Elle avait une assurance-vie MAAF, sur laquelle elle avait placé ${paid}.`;
  expect(refusals(target(late, other), text)).toEqual([]);
  expect(refusals(target(other, late), text)).toContain('ambiguous-owner');
});

test('two gifts of one sort to one person: what is told behind one is its own', () => {
  const gifts = (first: string, second: string): string =>
    two(`${DECEASED}  collateraux:\n    autres_parents[1]{nom,lien}:\n      Luc,AMI\nliberalites:\n  donations[2]:`, first, second);
  const gift = 'donateur_nom: Odile Perrin\n      beneficiaire_nom: Luc\n      type: DONATION_SIMPLE';
  const text = 'Odile Perrin est morte. Luc est son ami. Donation simple de la défunte à Luc le 7 décembre 2010. Donation simple de la défunte à Luc : 60 000 €.';
  expect(refusals(gifts(`${gift}\n      date: 2010-12-07`, `${gift}\n      montant: 60000`), text)).toEqual([]);
  expect(refusals(gifts(`${gift}\n      date: 2010-12-07\n      montant: 60000`, gift), text)).toContain('ambiguous-owner');
});

test('a target that cannot be is refused, unless it was proven before', () => {
  const target = decodeToon(`${DECEASED}    statut_matrimonial: PACSE\n  partenaire:\n    nom: Marc Petit\n    lien:\n      type: CONCUBIN`);
  const text = 'Odile Perrin est morte. Elle était pacsée. Elle vivait en concubinage avec Marc Petit.';
  const judged = (proven: boolean): string[] => judge({ pack, dictionary: frenchDictionary(), text, target, hints: {}, proven }).problems.map((problem) => problem.code);
  expect(judged(false)).toContain('incoherent-target');
  expect(judged(true)).not.toContain('incoherent-target');
});

test('whose case it is, where the death is left unclear', () => {
  const target = (deceased: string, other: string): string => `famille:\n  defunt:\n    nom: ${deceased}\n  partenaire:\n    nom: ${other}\n    lien:\n      type: PARTENAIRE_PACS`;
  const text = 'Tout tourne autour de Paul Roux. Paul Roux avait conclu un PACS avec Anne Morel.';
  expect(refusals(target('Paul Roux', 'Anne Morel'), text, undefined, { unclear: true })).toEqual([]);
  expect(refusals(target('Anne Morel', 'Paul Roux'), text, undefined, { unclear: true })).toContain('relation-changed');
});

test.each([
  'Mon père est mort. Il laisse Luc, né ).',
  'Odile Perrin est morte. Elle avait fait  olographe le 3 mai 2019.',
  'Odile Perrin est morte. Il y a , et Luc reçoit un legs universel.',
  'Odile Perrin est morte. Mise en vente de la maison.  ou de séparation en cours.',
  'Odile Perrin est morte. Luc reçoit un . La maison reste.',
  'Odile Perrin est morte. Le régime était celui de la . Il y a une maison.',
  'Odile Perrin est morte. Reste une maison à Tours. Les intéress',
  "Odile Perrin est morte. Mon c'était Marc Petit.",
  'Odile Perrin est morte. Sur le il y a 3 000 €.',
  "Odile Perrin est morte. La fille qu'elle avait eue , Anne, attend.",
  'Odile Perrin est morte, laissant qui contient une professio juris.',
  "Odile Perrin est morte. Ils n'étaient : ils vivaient ensemble.",
  'Odile Perrin, veuve, est morte à Tours, en mai, chez elle. Elle , du coup, tout est bloqué.',
  'Odile Perrin est morte, liée par un  à Gilbert.',
  'Odile Perrin est morte. Je dois  de 240 € par mois.',
  'Odile Perrin est morte. Pas de divorce, et pas de  non plus.',
  'Odile est morte. Odile Perrin : sa  odile attend.',
])('a sentence that lost its words is broken: %s', (text) => {
  expect(refusals(DECEASED, text)).toContain('broken-sentence');
});

test('a lost accent is a fault of a clean text', () => {
  const text = (word: string): string => `Odile Perrin est ${word} dans sa maison, et nous ne savons pas comment faire pour la suite de tout cela.`;
  const clean = { noise: 'propre' };
  expect(refusals(DECEASED, text('décédée'), clean)).not.toContain('noise');
  expect(refusals(DECEASED, text('decedee'), clean)).toContain('noise');
});

test('a gift to the deceased is told in so many words', () => {
  const gift = (from: string, to: string): string =>
    `famille:\n  defunt:\n    nom: Paul Roux\n  descendants:\n    enfants[1]{nom}:\n      Anne\nliberalites:\n  donations[1]{donateur_nom,beneficiaire_nom,type}:\n    ${from},${to},DON_MANUEL`;
  const text = "Paul Roux est mort. Il avait beaucoup aidé sa fille Anne, à qui il avait remis de l'argent, un don manuel.";
  expect(refusals(gift('Paul Roux', 'Anne'), text)).toEqual([]);
  expect(refusals(gift('Anne', 'Paul Roux'), text)).toContain('roles-reversed');
});

test.each([
  ['Je crois que tout est dit.', true],
  ['Nous vous saisissons au nom de Luc.', true],
  ['Luc nous demande de vous écrire.', true],
  ['Je suis Luc.', false],
])('somebody else’s letter is no first person of a child: %s', (line, isOther) => {
  const target = `${DECEASED}  descendants:\n    enfants[1]{nom}:\n      Luc`;
  const codes = refusals(target, `Odile Perrin est morte. Elle laisse un fils, Luc. ${line}`, { persona: 'enfant', voice: 'premiere_personne' });
  expect(codes.includes('voice')).toBe(isOther);
});

test('what a question says again is no second fact', () => {
  const gift = `${DECEASED}  descendants:\n    enfants[1]{nom}:\n      Luc\nliberalites:\n  donations[1]{donateur_nom,beneficiaire_nom,type,montant}:\n    Odile Perrin,Luc,PRESENT_D_USAGE,450`;
  const told = "Odile Perrin est morte. À son fils, Luc, elle avait offert un présent d'usage de 450 €.";
  const stratum = { voice: 'troisieme_personne' };
  expect(refusals(gift, `${told} Le cadeau de 450 € fait à Luc compte-t-il ?`, stratum)).toEqual([]);
  expect(refusals(gift, `${told} La maison vaut 450 €.`, stratum)).toContain('figure-not-in-target');
});

test.each([
  ["Sa propre mère ne l'a su que par les voisins.", true],
  ['Je voudrais savoir si son fils Luc peut accepter à concurrence de l’actif net.', true],
  ['Son fils Luc accepte à concurrence de l’actif net.', false],
  ['Son fils Luc ne le conteste pas.', true],
  ['Son fils Luc conteste tout.', false],
  ['Je n’invente rien.', true],
  ['Puis-je lui proposer de racheter sa part ?', true],
  ['Elle propose de racheter sa part.', false],
  ['La maison échappe-t-elle à la communauté ?', true],
  ['Son fils Luc est si triste que personne ne veut s’en occuper.', true],
])('what claims a fact, and what does not: %s', (line, isFine) => {
  const target = `${DECEASED}  descendants:\n    enfants[1]{nom}:\n      Luc\npatrimoine:\n  actifs[1]{type}:\n    MAISON`;
  const codes = refusals(target, `Odile Perrin est morte, laissant un fils, Luc, et une maison. ${line.replaceAll('’', "'")}`, { voice: 'note_dossier' });
  expect(codes.includes('fact-not-in-target')).toBe(!isFine);
});

test('a short form of a flat ends no sentence, and no sentence lacks a word there', () => {
  const target = two(`${DECEASED}patrimoine:\n  actifs[2]:`, 'type: APPARTEMENT\n      localisation: Rennes', 'type: VEHICULE\n      valeur: 35000');
  expect(refusals(target, 'Odile Perrin est morte. Actif : appart. à Rennes, véhicule 35 000 €.')).toEqual([]);
});

test('a date in three numbers, a surname first, and "marie" before a surname, all in small letters', () => {
  const target = 'famille:\n  defunt:\n    nom: Gabriel Brunet\n    date_naissance: 1945-03-29\n  unions_anterieures[1]{conjoint_nom,lien}:\n    Marie Renard,MARIAGE';
  expect(refusals(target, 'succession brunet gabriel né le 29 03 1945 il est mort. avant il avait été marié avec marie renard, un premier mariage')).toEqual([]);
});

test('"selon Maria, sa mère est morte" has Maria live', () => {
  const target = 'famille:\n  defunt:\n    nom: Annie Roux\n  descendants:\n    enfants[1]{nom}:\n      Maria Roux';
  const told = "Annie Roux est morte. Sa fille, Maria Roux, m'a demandé de l'aide. Selon Maria, sa mère est morte.";
  expect(refusals(target, told, { persona: 'enfant', voice: 'parole_rapportee' })).not.toContain('relation-changed');
});

test.each([
  ['Le frère, Christophe, trouve que son neveu a tout eu.', true],
  ['Sa fille, Anne, ne parle plus à sa tante.', true],
  ['Il y a aussi un neveu.', false],
])('a brother’s nephew is a child whom the target has: %s', (line, isFine) => {
  const target = `${DECEASED}  descendants:\n    enfants[1]{nom}:\n      Anne\n  collateraux:\n    freres_soeurs[1]{nom}:\n      Christophe`;
  const codes = refusals(target, `Odile Perrin est morte. Elle avait un frère, Christophe, et laisse une fille, Anne. ${line}`, { voice: 'note_dossier' });
  expect(codes.includes('fact-not-in-target')).toBe(!isFine);
});

test('"l’aînée" of two sisters is no daughter', () => {
  const target = 'famille:\n  defunt:\n    nom: Jules Roux\n  collateraux:\n    freres_soeurs[2]{nom}:\n      Bernadette Roux\n      Émilie Roux';
  const text = "Mon frère, Jules Roux, est mort. Nous sommes deux sœurs, Émilie Roux, l'aînée, et moi, Bernadette Roux.";
  expect(refusals(target, text, { persona: 'fratrie', voice: 'premiere_personne' })).toEqual([]);
});

test('what opens a sentence is told of all that it goes on to name', () => {
  const target = two(
    `${DECEASED}patrimoine:\n  actifs[3]:\n    - type: MAISON`,
    'type: PORTEFEUILLE_TITRES\n      etablissement: Crédit Agricole',
    'type: LIVRET\n      etablissement: Crédit Agricole',
  );
  expect(refusals(target, 'Odile Perrin est morte. Elle avait une maison. Au Crédit Agricole, il y a un portefeuille de titres, acheté jadis, et un livret.')).toEqual([]);
});

test.each([
  ['Anne doit-elle en payer la moitié ?', true],
  ['Anne en paie la moitié.', false],
])('a share that is asked about is no share: %s', (line, isFine) => {
  const target = `${DECEASED}  descendants:\n    enfants[1]{nom}:\n      Anne\npatrimoine:\n  passifs[1]{type}:\n    TAXE_FONCIERE`;
  const codes = refusals(target, `Odile Perrin est morte, laissant une fille, Anne. Reste la taxe foncière. ${line}`, { voice: 'note_dossier' });
  expect(codes.includes('figure-not-in-target')).toBe(!isFine);
});
