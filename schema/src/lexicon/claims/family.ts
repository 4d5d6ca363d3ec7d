import { folded } from '../../folded.ts';
import { countries, professions } from '../places.ts';
import type { Claim } from '../types.ts';
import { claim, claimBut } from './claim.ts';

/** What people do for a living beside what the targets have them do. */
const OTHER_PROFESSIONS = (
  'agriculteur agricultrice medecin professeur professeure institutrice instituteur ouvrier ouvriere fonctionnaire policier policiere gendarme militaire ' +
  'boulanger boulangere boucher bouchere charcutier patissier patissiere coiffeur coiffeuse secretaire ingenieur ingenieure plombier electricien peintre ' +
  'pharmacien pharmacienne dentiste cheminot pecheur marin viticulteur viticultrice vigneron vigneronne eleveur eleveuse maraicher maraichere garagiste ' +
  'mecanicien carrossier journaliste architecte geometre facteur factrice routier cuisinier cuisiniere serveur serveuse restaurateur restauratrice ' +
  'hotelier hoteliere epicier epiciere fleuriste jardinier paysagiste macon menuisier charpentier couvreur serrurier horloger bijoutier bijoutiere ' +
  'antiquaire brocanteur libraire imprimeur editeur editrice photographe sculpteur musicien musicienne comedien comedienne ecrivain chercheur chercheuse ' +
  'technicien technicienne informaticien informaticienne programmeur graphiste comptable banquier banquiere assureur huissier greffier greffiere ' +
  'magistrat magistrate diplomate interprete traducteur traductrice kinesitherapeute psychologue psychiatre veterinaire orthophoniste infirmier ' +
  'infirmiere ambulancier pompier pilote hotesse taxi concierge gardien gardienne caissier caissiere vendeur vendeuse standardiste ' +
  'estheticienne couturier couturiere tailleur cordonnier tapissier forgeron meunier laitier bucheron mercier directeur directrice proviseur educateur ' +
  'educatrice'
).split(' ');
const PROFESSIONS = [...new Set([...professions.flat().flatMap((name) => (/[ -]/.test(name) ? [] : [folded(name)])), ...OTHER_PROFESSIONS])].join('|');
const ADJECTIVES = countries.map(({ adjective }) => `${folded(adjective).replace(/e$/, '').replace(/enn$/, 'en')}*`).join('|');
const OTHER_ADJECTIVES =
  'suisse|portugais*|polonais*|tunisien*|russe|libanais*|roumain*|algerien*|senegalais*|malien*|vietnamien*|turc|turque|grec|grecque|bresilien*|chinois*|americain*|anglais*|irlandais*';
/** Countries that no target speaks of. */
const OTHER_COUNTRIES =
  'en angleterre|irlande|pologne|algerie|tunisie|hollande|autriche|grece|australie|turquie|roumanie|chine|russie, au bresil|senegal|liban|mexique|japon, aux etats unis|pays bas'.split(
    ', ',
  );

const CALLED_SO = ['entreprise.activite', 'entreprise.type=EXPLOITATION_AGRICOLE', 'entreprise.type=PROFESSION_LIBERALE'];

/** Who someone is, and who else there is. */
export const familyClaims: readonly Claim[] = [
  claimBut(['loi de sa|leur nationalite'], ['nationalite'], 'nationalite'),
  claim(
    [
      'mort|morte|decede|decedee|eteint|eteinte|disparu|disparue en france|suisse|belgique|italie|espagne|allemagne|angleterre|algerie|tunisie',
      'mort|morte|decede|decedee|eteint|eteinte|disparu|disparue au portugal|maroc|canada|luxembourg|senegal|liban',
    ],
    'famille.defunt.lieu_deces',
    'est_decede',
    'residence',
  ),
  claim([`etait|est|sont|etaient ${ADJECTIVES}`, `origine|origines ${ADJECTIVES}`, `d origine|origines ${OTHER_ADJECTIVES}`, `nationalite ${OTHER_ADJECTIVES}`], 'nationalite'),
  // A country that the target names is no claim; of others its city speaks.
  ...countries.map(({ at, city }) => claim([folded(at)], ...['localisation', 'residence_habituelle', 'residence_fiscale', 'ville'].map((key) => `${key}=${city}`))),
  claim(OTHER_COUNTRIES),
  claim(
    [
      `etait|est|fut|comme ${PROFESSIONS}`,
      `ancien|ancienne ${PROFESSIONS}`,
      `${PROFESSIONS} a la retraite`,
      `${PROFESSIONS} retraite|retraitee`,
      'etait|est|fut|comme chauffeur routier',
      'etait|est|fut|comme aide soignante|soignant',
    ],
    ...CALLED_SO,
  ),
  { ...claim([PROFESSIONS, 'routier', 'aide soignante|soignant'], ...CALLED_SO), apposed: true },
  claimBut(
    [
      'pas|aucun d|un enfant* ensemble|commun|communs|avec',
      'pas eu d enfant* ensemble|commun|communs|avec',
      'pas eu d enfant* de leur|cette|ce|son mariage|union',
      'pas d enfant* d une autre|d un autre',
      'pas d enfant* mineur*',
      'union|mariage ... sans enfant*',
    ],
    ['sans enfant*|descendance|descendant*|posterite', 'pas|jamais d|eu enfant|enfants', 'pas|jamais eu d enfant*', 'aucun enfant|descendant'],
    'famille.descendants.existe=false',
    'a_des_enfants=false',
    'famille.descendants.nombre_enfants',
  ),
  claim(
    ['pas|aucun d|un enfant* ensemble|commun|communs|avec', 'pas eu d enfant* ensemble|commun|communs|avec'],
    'est_d_une_precedente_union',
    'famille.partenaire.enfants_d_une_autre_union',
    'famille.descendants.existe=false',
  ),
  claim(
    ['enfant|enfants|fils|fille|filles ... autre|premiere|precedente union', 'enfant|enfants|fils|fille|filles ... premier|precedent|autre mariage|lit'],
    'famille.partenaire.enfants_d_une_autre_union',
    'famille.unions_anterieures',
    'est_d_une_precedente_union',
  ),
  claim(
    [
      'ne|nee|nes|nees|issu|issue|issus|issues d|de un|une|cette|ce|son|sa premier|premiere|autre|precedent|precedente|anterieur|anterieure union|mariage|lit|relation',
      'ne|nee|nes|nees|issu|issue|issus|issues d|de un|une|cette|ce|son|sa union|mariage|relation anterieur|anterieure|precedent|precedente',
      'premier|premiere|precedent|precedente|autre union|mariage|lit|relation est|sont ne|nee|nes|nees|issu|issue|issus|issues',
      'premier|premiere|precedent|precedente|autre union|mariage|lit|relation ... dont il|elle avait eu',
    ],
    'famille.partenaire.enfants_d_une_autre_union',
    'est_d_une_precedente_union',
  ),
  claim(
    ['premier|premiere|precedent|ancien mariage', 'premier|precedent lit', 'autre|premiere|precedente|ancienne union'],
    'famille.partenaire.enfants_d_une_autre_union',
    'famille.unions_anterieures',
    'est_d_une_precedente_union',
    'famille.defunt.statut_matrimonial',
  ),
  claimBut(['seuls|proches|autres parents'], ['parents ... mort|morts|decedes|disparus|vivants|vie|plus|vivent'], 'famille.ascendants'),
  claim(
    ['predecede*', 'mort|morte|morts|mortes|decede*|disparu* avant lui|elle|eux'],
    'est_decede',
    'option_successorale=PREDECEDE',
    'famille.ascendants.parents_decedes',
    'famille.unions_anterieures.*.fin=DECES',
    'famille.defunt.statut_matrimonial=VEUF',
  ),
  claim(['tutelle|curatelle', 'habilitation familiale', 'sauvegarde de justice'], 'famille.descendants.enfants.*.sous_protection'),
  claimBut(
    ['adopt* ... regime|communaute|separation|participation', 'regime|loi|solution|position|convention adopt*'],
    ['adopt*'],
    'filiation',
    'adoption_date',
    'famille.defunt.est_adopte_simple',
    'famille.adoption_simple_du_defunt',
    'famille.ascendants.parents.*.lien',
    'liberalites.droit_de_retour',
  ),
  claim(
    [
      'enfant|fils|fille reconnu|reconnue',
      'a|avait reconnu|reconnue son|sa|cet|cette|l',
      'reconnu|reconnue ... naissance',
      'm avait|a reconnu|reconnue',
      'l|les avait reconnu|reconnue|reconnus|reconnues',
    ],
    'filiation',
  ),
  claim(['handicap*|invalid*'], 'est_handicape'),
  claim(['mineur|mineure|mineurs|mineures'], 'est_mineur'),
  claim(
    ['petit fils', 'petite fille', 'petits enfants', 'petit enfant', 'petites filles'],
    'famille.descendants.petits_enfants',
    'famille.descendants.nombre_petits_enfants',
    'famille.descendants.arriere_petits_enfants',
  ),
  claim(
    ['neveu|neveux|niece|nieces'],
    'famille.collateraux.neveux_nieces',
    'famille.collateraux.nombre_neveux_nieces',
    'famille.collateraux.existe',
    'famille.collateraux.autres_parents',
    'famille.descendants.petits_enfants',
  ),
  claim(['cousin|cousins|cousine|cousines'], 'famille.collateraux.cousins'),
  claimBut(
    // "Il a renoncé à les classer".
    [
      'renonc* a comprendre|chercher|lire|classer|trier|expliquer|compter|ecrire|appeler',
      'renonc* a le|la|les|y comprendre|chercher|lire|classer|trier|expliquer|compter|appeler|retrouver|joindre|voir|ranger|vider|deranger|convaincre',
    ],
    ['renonc*', 'renonciation'],
    'option_successorale=RENONCE',
    'liberalites.raar',
    'liberalites.renonciations_action_reduction',
    'liberalites.legs.*.accepte',
    'liberalites.legs.*.cantonnement',
  ),
  claim(['accept* ... succession|heritage'], 'option_successorale'),
  claim(['cantonn*'], 'option_successorale=CANTONNE', 'liberalites.legs.*.cantonnement'),
  claim(['concurrence de l actif', 'benefice d inventaire'], 'option_successorale=ACCEPTE_A_CONCURRENCE_ACTIF_NET', 'patrimoine.totaux.actif_net'),
  claim(['pas encore opte', 'n a pas opte', 'pas pris parti'], 'option_successorale'),
  claim(['majeur|majeure|majeurs|majeures'], 'est_mineur', 'age_au_deces', 'date_naissance'),
  claim(['vit|vivent|vivait|habite|habitent|habitait|reside|resident|residait a l etranger'], 'residence_habituelle', 'residence_fiscale'),
  claim(
    ['ni frere ni soeur', 'ni freres ni soeurs', 'pas|aucun|aucune de|d frere|freres|soeur|soeurs', 'aucun frere', 'aucune soeur'],
    'famille.collateraux.existe',
    'famille.collateraux.nombre_freres_soeurs',
  ),
  claim(['filleul|filleule|filleuls'], 'famille.collateraux.autres_parents.*.lien=FILLEUL'),
  claim(['etait fils|fille unique'], 'famille.collateraux.existe'),
  claim(['hors mariage', 'enfant|fils|fille naturel|naturelle|adulterin'], 'filiation', 'est_d_une_precedente_union'),
  claim(['passeport'], 'nationalite'),
  claim(['chef d entreprise', 'tenait|tient un|une boulangerie|boutique|magasin|restaurant|bar|pharmacie|garage|cafe'], 'entreprise', 'patrimoine.actifs.*.type=FONDS_DE_COMMERCE'),
  claim(['exercait|exerce|exercer la profession|le metier'], 'profession'),
  claim(
    ['ai|avons|a =accepté'],
    'option_successorale',
    'liberalites.legs.*.accepte',
    'assurance_vie.contrats.*.beneficiaires.*.accepte',
    'operations_de_partage',
    'indivision',
    'liberalites.raar',
  ),
  claim(['tuteur|tutrice|curateur|curatrice', 'mandat de protection'], 'famille.descendants.enfants.*.sous_protection', 'sous_protection'),
  claimBut(
    ['propre pere|mere est|sont encore|toujours en|la|de vie|monde', 'propre pere|mere est encore|toujours vivant|vivante|la'],
    [
      'pere|mere|parents est|sont encore|toujours de ce monde',
      'pere|mere|parents est|sont encore|toujours la|vivant|vivante|vivants',
      'pere|mere|parents est|sont encore|toujours en vie',
      'grands parents ... la|vivants|vie|morts|decedes|monde',
    ],
    'famille.ascendants',
  ),
  claim(['un|une de ses freres|soeurs'], 'famille.collateraux.freres_soeurs', 'famille.collateraux.nombre_freres_soeurs'),
  claim(['vieil|vieux|vieille oncle|tante', 'un oncle|une tante vit|vivait'], 'famille.collateraux.autres_parents'),
  claim(['centenaire|nonagenaire|octogenaire|septuagenaire'], 'age_au_deces', 'date_naissance'),
  claim(['enseignait|enseigne les|le|la|l', `retraite|pension d|de ${PROFESSIONS}`], 'profession', 'entreprise.activite'),
  claim(['declare|declaree indigne', 'indignite'], 'option_successorale'),
  claim(['perdu un|une enfant|fils|fille', 'enfant mort|morte en bas'], 'est_decede', 'option_successorale=PREDECEDE'),
  claim(['enfants|petits sont encore petits|jeunes|mineurs', 'enfants en bas age'], 'est_mineur', 'age_au_deces', 'date_naissance'),
  claim(['foyer specialise', 'foyer de vie', 'etablissement specialise'], 'est_handicape', 'sous_protection'),
  claim(
    ['etre|devenu|devenue|devenir|etait|deja grand pere', 'etre|devenu|devenue|devenir|etait|deja grand mere'],
    'famille.descendants.petits_enfants',
    'famille.descendants.nombre_petits_enfants',
  ),
  claim(['orphelin*'], 'famille.ascendants'),
  claim(['a|ont|avait deja accepte', 'deja accepte|acceptee'], 'option_successorale', 'liberalites.legs.*.accepte', 'assurance_vie.contrats.*.beneficiaires.*.accepte'),
  claim(['juge des tutelles'], 'sous_protection', 'est_mineur'),
  claim(['reconnu son|sa|ses|leur fils|fille|enfant|enfants'], 'filiation', 'est_d_une_precedente_union'),
  claim(['liaison|relation cachee', 'fils|fille|enfant cache|cachee'], 'filiation', 'est_d_une_precedente_union'),
  claim([`avait|a ete ${PROFESSIONS}`], ...CALLED_SO),
  claim(['alzheimer', 'souffrait|atteint|atteinte ... demence'], 'contexte.procedure.contestation_testament', 'sous_protection', 'est_handicape'),
  claim(['fauteuil roulant', 'invalide', 'en situation de handicap'], 'est_handicape', 'conditions_exoneration_fratrie'),
  claim(['pas|toujours encore|pas pris parti|position', 'pas pris parti'], 'option_successorale'),
  claim(['veut|veulent|voulait pas de cet|l|son heritage'], 'option_successorale'),
  claim(['comporte|comportee en heritier|heritiere', 'acte d heritier'], 'option_successorale'),
  claim(
    ['d un autre lit', 'd un premier lit', 'du premier lit'],
    'est_d_une_precedente_union',
    'famille.partenaire.enfants_d_une_autre_union',
    'famille.collateraux.freres_soeurs.*.lien',
  ),
  claim(['reconnu|reconnue sur le tard', 'reconnu|reconnue tardivement'], 'filiation'),
  claim(['retire|retiree au soleil|loin', 'parti|partie vivre|s installer a l etranger'], 'residence_habituelle', 'residence_fiscale'),
  claim(['travaillait|travaille a la|l mairie|poste|usine|hopital|ecole|banque', 'enseignait|soignait|cultivait|conduisait les|des|le|la'], 'profession', 'entreprise'),
  claim(['frere|freres|soeur|soeurs l ont|avaient|a|avait|ayant precede|precedee|precedes'], 'famille.collateraux'),
  claim(['precede|precedee|precedes dans la tombe', 'deja sous terre'], 'est_decede', 'PREDECEDE', 'famille.collateraux', 'unions_anterieures', 'parents_decedes'),
  claim(['cousin|cousine|cousins|cousines ... degre'], 'famille.collateraux.cousins.*.degre'),
  claim(['travaillait|travaille comme', 'exerce|exercait le metier|la profession', 'de son metier|etat', 'fait|fit carriere dans|chez|a'], 'profession', 'entreprise'),
  claim(
    ['souffrait|souffre d un|une cancer|maladie|depression', 'cancer', 'autiste|trisomique|trisomie|paraplegique|hemiplegique'],
    'est_handicape',
    'sous_protection',
    'patrimoine.passifs.*.type=FRAIS_DE_SANTE',
  ),
  claim(['sait|savait|savaient plus ce qu|que elle|il|ils faisait|signait|disait'], 'contexte.procedure.contestation_testament', 'sous_protection'),
  claim(['en|une maison de retraite', 'en|un ehpad'], 'residence_habituelle', 'lieu_deces', 'patrimoine.passifs', 'patrimoine.actifs.*.usage'),
  claim(['suicide|suicidee', 'infarctus', 'morte en couches', 'accident de la|voiture|travail|chasse']),
  claim(['encore|toujours au|a college|lycee|ecole|maternelle'], 'est_mineur', 'age_au_deces', 'date_naissance'),
  claim(['eteint|eteinte|mort|morte|decede|decedee a|dans l|la|un|une|le hopital|clinique|ehpad'], 'famille.defunt.lieu_deces'),
];
