import { codes, flag, leaf, under, type EntityForms, type LexiconEntries } from './types.ts';

const person: LexiconEntries = {
  nom: leaf('nom'),
  date_naissance: leaf('date de naissance', 'ne|nee|nes|nees', 'naissance', 'naqui*'),
  age_au_deces: leaf('âge au décès', 'ans', 'age|agee|ages|agees'),
  est_decede: flag('décédé avant lui', ['décédé', 'decede*|predecede*|mort|morte|morts|mortes|disparu*|feu|feue', 'n est plus', 'nous a quitte*', 'perdu*'], ['vivant', 'vivant*|vit|vivent', 'en vie', 'toujours la', 'survi*']),
  est_mineur: flag('mineur', ['mineur', 'mineur*', 'encore petit*'], ['majeur', 'majeur*', 'adulte*']),
  est_handicape: flag('en situation de handicap', ['handicapé', 'handicap*', 'invalid*', 'infirm*']),
  nationalite: leaf('nationalité', 'nationalite', 'de nationalite', 'francais*|belge*|suisse*|italien*|espagnol*|portugais*|allemand*|marocain*|algerien*|tunisien*|britannique*|polonais*|luxembourgeois*|neerlandais*|canadien*'),
  residence_habituelle: leaf('résidence habituelle', 'resid*|habit*|vit|vivait|vivent|install*|demeur*', 'domicil*'),
  residence_fiscale: leaf('résidence fiscale', 'fiscal*', 'domicile fiscal', 'resident* fiscal*'),
  option_successorale: codes('option', {
    ACCEPTE: ['accepte la succession', 'accept* ... succession|heritage|purement', 'accept*'],
    ACCEPTE_A_CONCURRENCE_ACTIF_NET: ["accepte à concurrence de l'actif net", 'concurrence de l actif', 'sous benefice d inventaire'],
    RENONCE: ['renonce à la succession', 'renonc*', 'refus* la succession', 'refus* l heritage', 'ne veut rien de la succession'],
    CANTONNE: ['cantonne son émolument', 'cantonn*'],
    PREDECEDE: ['prédécédé', 'predeced*', 'mort* avant lui|elle', 'decede* avant lui|elle'],
    N_A_PAS_OPTE: ["n'a pas encore opté", 'pas encore ... opt*|choisi*|decid*', 'pas opte', 'n a pas ... option', 'ne s est pas ... prononc*', 'reserve son option|choix'],
  }),
};
const personWith = (prefix: string, extra: LexiconEntries = {}): LexiconEntries => under(prefix, { ...person, ...extra });

const parentName = leaf('nom du parent', 'fils|fille|enfant* de|du', 'issu*', 'par representation');

export const personEntries: LexiconEntries = {
  ...under('famille.defunt', {
    ...person,
    sexe: codes('sexe', { FEMININ: ['la défunte', 'defunte', 'mere', 'elle'], MASCULIN: ['le défunt', 'defunt', 'pere', 'il'] }),
    date_deces: leaf('date du décès', 'deced*|deces|mort|morte|meurt|disparu*|eteint*|parti*|quitte*|mourut'),
    'lieu_deces.ville': leaf('ville du décès', 'deced*|deces|mort|morte|eteint*'),
    'lieu_deces.pays': leaf('pays du décès', 'deced*|deces|mort|morte|eteint*'),
    profession: leaf('profession', 'etait|metier|profession|exerc*|travaill*|retraite*'),
    est_adopte_simple: flag('lui-même adopté simple', ['avait été adopté en la forme simple', 'adopt* ... simple']),
    statut_matrimonial: codes('statut matrimonial', {
      CELIBATAIRE: ['célibataire', 'celibataire*', 'non marie*', 'jamais ... marie*'],
      MARIE: ['marié', 'marie|mariee|maries|mariees', 'epoux|epouse', 'conjoint*', 'mari|femme|veuve', 'mariage'],
      PACSE: ['pacsé', 'pacse|pacsee|pacses|pacsees', 'pacs'],
      DIVORCE: ['divorcé', 'divorce|divorcee|divorces', 'ex mari|femme|epoux|epouse', 'divorc*'],
      VEUF: ['veuf', 'veuf|veuve', 'veuvage'],
    }),
    'regime_matrimonial.type': codes('régime matrimonial', {
      COMMUNAUTE_REDUITE_AUX_ACQUETS: ['communauté réduite aux acquêts', 'reduite aux acquets', 'sans contrat', 'regime legal', 'communaute legale', 'pas de contrat de mariage', 'pas ... contrat'],
      COMMUNAUTE_DE_MEUBLES_ET_ACQUETS: ['communauté de meubles et acquêts', 'meubles et acquets'],
      COMMUNAUTE_UNIVERSELLE: ['communauté universelle', 'communaute universelle'],
      SEPARATION_DE_BIENS: ['séparation de biens', 'separation de biens', 'separes de biens', 'chacun ses biens'],
      PARTICIPATION_AUX_ACQUETS: ['participation aux acquêts', 'participation aux acquets'],
    }),
    'regime_matrimonial.contrat_de_mariage': flag('contrat de mariage', ['un contrat de mariage', 'contrat de mariage', 'contrat'], ['sans contrat', 'pas|aucun ... contrat']),
    'regime_matrimonial.date_contrat': leaf('date du contrat de mariage', 'contrat*'),
    'regime_matrimonial.date_changement': leaf('date du changement de régime', 'chang* ... regime', 'regime ... modifi*', 'adopt* ... regime|communaute|separation'),
    'regime_matrimonial.clause_attribution_integrale': flag("clause d'attribution intégrale", ["une clause d'attribution intégrale au survivant", 'attribution integrale', 'tout au survivant', 'au dernier des deux']),
    'regime_matrimonial.clause_preciput': flag('clause de préciput', ['une clause de préciput', 'preciput']),
    'regime_matrimonial.societe_d_acquets': flag("société d'acquêts", ["une société d'acquêts", 'societe d acquets']),
    'regime_matrimonial.participation.patrimoine_originaire': leaf('patrimoine originaire', 'originaire*', 'au depart'),
    'regime_matrimonial.participation.patrimoine_final': leaf('patrimoine final', 'final*'),
    'regime_matrimonial.participation.creance': leaf('créance de participation', 'creance de participation'),
  }),
  ...under('famille.adoption_simple_du_defunt', {
    adoptants_noms: leaf("nom de l'adoptant", 'adopt*'),
    date: leaf("date de l'adoption", 'adopt*'),
    adoptants_decedes: flag('adoptants décédés', ['ses adoptants sont décédés', 'adopt* ... deced*|mort*']),
    bien_recu_des_adoptants: flag('bien reçu des adoptants', ["un bien reçu de l'adoptant", 'bien|terrain|maison recu* ... adopt*']),
  }),
  ...under('famille.unions_anterieures.*', {
    conjoint_nom: leaf("nom de l'ancien conjoint", 'premier*|precedent*|ancien*|ex', 'noces'),
    lien: codes("nature de l'ancienne union", {
      MARIAGE: ['un premier mariage', 'premier* mariage|noces|femme|mari|epoux|epouse', 'mariage', 'ex mari|femme|epoux|epouse', 'divorc*', 'mari*'],
      PACS: ['un premier pacs', 'pacs*'],
      CONCUBINAGE: ['une première vie commune', 'concubin*', 'vecu ... avec', 'compagn*'],
    }),
    fin: codes("fin de l'ancienne union", {
      DIVORCE: ['terminé par un divorce', 'divorc*'],
      DECES: ['terminé par un décès', 'deces|deced*|mort|morte|veuf|veuve'],
      RUPTURE: ['terminé par une rupture', 'rompu|rupture|separe*|separation|dissous|quitte*'],
    }),
    date_fin: leaf("date de fin de l'ancienne union", 'divorc*|rompu|rupture|separ*|deced*|dissous|mort|morte'),
  }),
  ...personWith('famille.partenaire', {
    'lien.type': codes('lien avec le défunt', {
      CONJOINT: ['marié', 'marie|mariee|maries|mariees', 'epoux|epouse|conjoint*', 'mari|femme|veuve|veuf', 'mariage'],
      PARTENAIRE_PACS: ['pacsé', 'pacs*', 'partenaire*'],
      CONCUBIN: ['en concubinage', 'concubin*', 'union libre', 'compagn*', 'sans etre maries'],
    }),
    'lien.date_debut': leaf("début de l'union", 'mari*|epous*|noces', 'pacs*', 'vie commune', 'ensemble', 'depuis', 'concubin*', 'union libre'),
    'lien.duree_vie_commune_ans': leaf('années de vie commune', 'ensemble', 'vie commune', 'depuis', 'vecu*|vivai*|partag*', 'concubin*', 'union libre'),
    'lien.pacs_convention': codes('régime du PACS', {
      SEPARATION_DES_PATRIMOINES: ['séparation des patrimoines', 'separation des patrimoines', 'regime separatiste', 'pacs ... separation'],
      INDIVISION: ["sous le régime de l'indivision", 'pacs ... indivision', 'indivision des acquets', 'convention d indivision', 'regime de l indivision'],
    }),
  }),
  ...under('famille.partenaire.enfants_d_une_autre_union.*', {
    nom: leaf('nom'),
    age_au_deces: leaf('âge au décès', 'ans', 'age|agee'),
  }),
  ...under('famille.droits_du_partenaire', {
    option_legale: codes('option légale du conjoint', {
      USUFRUIT_TOTAL: ["opte pour l'usufruit de la totalité", 'usufruit ... total*|tout', 'tout* ... usufruit', 'totalite en usufruit', 'opt*|choisi* ... usufruit', 'pris|prend|prendre l usufruit'],
      QUART_PLEINE_PROPRIETE: ['opte pour le quart en pleine propriété', 'quart en pleine propriete', '1/4 en pleine propriete', '1/4 pp', '1/4 en pp', 'quart en pp', 'un quart ... pleine propriete'],
    }),
    droit_temporaire_logement: flag('droit temporaire au logement', ['le droit temporaire au logement', 'droit temporaire', 'un an ... logement', 'reste* un an']),
    droit_viager_logement: flag('droit viager au logement', ['le droit viager au logement', 'droit viager', 'droit d habitation', 'reste* ... toute sa vie', 'reste* ... jusqu a sa mort', 'reste* ... a vie']),
    logement_occupe_au_deces: flag('logement occupé au décès', ['occupait le logement au jour du décès', 'occupai* ... logement|maison|appartement', 'habitai* ... ensemble|logement', 'vivai* ... logement', 'domicile conjugal']),
    'pension_alimentaire.demandee': flag('pension alimentaire demandée', ['une pension alimentaire à la succession', 'pension* alimentaire*', 'pension']),
    'pension_alimentaire.montant_mensuel': leaf('pension demandée par mois', 'pension*'),
    ressources_mensuelles: leaf('ressources du survivant par mois', 'ressourc*|revenu*|retraite*|salaire*|touche|gagne|percoi*', 'pour vivre'),
    charges_mensuelles: leaf('charges du survivant par mois', 'charg*|depens*|frais'),
    prive_de_droit_au_logement: flag('privé du droit viager au logement', ['privé du droit viager au logement', 'priv* ... logement|viager|habitation']),
  }),
  'famille.descendants.existe': flag('a des descendants', ['des descendants', 'descendan*', 'enfant*|posterite'], ['sans enfant', 'sans posterite']),
  'famille.descendants.nombre_enfants': leaf("nombre d'enfants", 'enfant*|fils|filles'),
  'famille.descendants.nombre_petits_enfants': leaf('nombre de petits-enfants', 'petits enfants'),
  ...personWith('famille.descendants.enfants.*', {
    est_d_une_precedente_union: flag("d'une précédente union", ["né d'une précédente union", 'premier*|precedent*|autre union|lit|mariage|noces|pacs', 'd une premiere|precedente union', 'enfant*|fils|fille a lui|elle', 'relation extraconjugale', 'hors mariage', 'pas commun', 'd avant'], ['enfant commun', 'commun|communs|commune|communes', 'ensemble', 'du couple', 'de notre union|mariage']),
    filiation: codes('filiation', {
      BIOLOGIQUE: ['enfant biologique', 'biologique*', 'par le sang'],
      ADOPTION_SIMPLE: ['adopté en la forme simple', 'adopt* ... simple'],
      ADOPTION_PLENIERE: ['adopté en la forme plénière', 'adopt* ... pleniere*'],
      RECONNU: ['reconnu', 'reconnu*'],
    }),
    adoption_date: leaf("date de l'adoption", 'adopt*'),
    conjoint_nom: leaf("nom de l'époux ou de l'épouse", 'mari*|epoux|epouse|femme|conjoint*'),
    a_des_enfants: flag('a des enfants', ['a des enfants', 'a ... enfant*', 'ses enfants', 'pere|mere de', 'laiss* ... enfant*'], ['sans enfant', 'sans postérité']),
    sous_protection: codes('mesure de protection', {
      TUTELLE: ['sous tutelle', 'tutelle', 'tuteur|tutrice'],
      CURATELLE: ['sous curatelle', 'curatelle', 'curateur|curatrice'],
      HABILITATION_FAMILIALE: ['sous habilitation familiale', 'habilitation familiale'],
    }),
  }),
  ...personWith('famille.descendants.petits_enfants.*', { parent_nom: parentName }),
  ...personWith('famille.descendants.arriere_petits_enfants.*', { parent_nom: parentName }),
  ...personWith('famille.ascendants.parents.*', {
    lien: codes('lien avec le défunt', {
      PERE: ['père', 'pere|papa'],
      MERE: ['mère', 'mere|maman'],
      PERE_ADOPTIF: ['père adoptif', 'pere adoptif'],
      MERE_ADOPTIVE: ['mère adoptive', 'mere adoptive'],
    }),
  }),
  ...personWith('famille.ascendants.grands_parents.*', {
    branche: codes('branche', { PATERNELLE: ['côté paternel', 'paternel*'], MATERNELLE: ['côté maternel', 'maternel*'] }),
  }),
  'famille.ascendants.parents_decedes': flag('parents décédés', ['ses parents sont décédés', 'parents ... decede*|morts|disparus|predecede*', 'pere et|ni mere ... decede*|morts', 'perdu ses parents', 'orphelin*'], ['parents vivants']),
  'famille.collateraux.existe': flag('a des collatéraux', ['des frères et sœurs', 'collateraux|collateral', 'frere*|soeur*|neveu*|niece*'], ['fils|fille unique']),
  'famille.collateraux.nombre_freres_soeurs': leaf('nombre de frères et sœurs', 'frere*|soeur*'),
  'famille.collateraux.nombre_neveux_nieces': leaf('nombre de neveux et nièces', 'neveu*|niece*'),
  ...personWith('famille.collateraux.freres_soeurs.*', {
    lien: codes('lien', {
      GERMAIN: ['de mêmes père et mère', 'germain*', 'memes pere et mere', 'memes parents'],
      CONSANGUIN: ['de même père seulement', 'consanguin*', 'meme pere', 'demi frere|soeur ... pere', 'cote de son pere'],
      UTERIN: ['de même mère seulement', 'uterin*', 'meme mere', 'demi frere|soeur ... mere', 'cote de sa mere'],
    }),
    'conditions_exoneration_fratrie.plus_de_50_ans_ou_infirme': flag('plus de 50 ans ou infirme', ['a plus de cinquante ans', 'plus de cinquante|50 ans', 'infirm*']),
    'conditions_exoneration_fratrie.domicile_commun_5_ans': flag('domicile commun depuis 5 ans', ['vivait avec le défunt depuis plus de cinq ans', 'meme toit ... cinq|5', 'cinq|5 ans ... ensemble|toit|chez', 'ensemble ... cinq|5 ans', 'viv*|habit* avec ... cinq|5 ans']),
    'conditions_exoneration_fratrie.celibataire_veuf_divorce_ou_separe': flag('seul (célibataire, veuf, divorcé ou séparé)', ['vit seul', 'vit|vivait|reste* seul|seule', 'celibataire', 'divorce|divorcee', 'veuf|veuve', 'separe de corps']),
  }),
  ...personWith('famille.collateraux.neveux_nieces.*', { parent_nom: parentName }),
  ...personWith('famille.collateraux.cousins.*', { degre: leaf('degré de parenté', 'degre') }),
  ...personWith('famille.collateraux.autres_parents.*', {
    lien: codes('lien', {
      ONCLE_TANTE: ['oncle', 'oncle|tante'],
      NEVEU_NIECE: ['neveu', 'neveu|niece'],
      PETIT_NEVEU_NIECE: ['petit-neveu', 'petit neveu', 'petite niece'],
      FILLEUL: ['filleul', 'filleul*'],
      AMI: ['ami', 'ami|amie|amis'],
    }),
  }),
};

const personEntity = (owner: string, ...heads: string[]): EntityForms => ({ owner, kind: 'person', heads, identifiers: ['nom'] });

export const personEntities: EntityForms[] = [
  personEntity('famille.defunt', 'defunt|defunte', 'cujus', 'disparu|disparue'),
  personEntity('famille.partenaire', 'conjoint|conjointe', 'epoux|epouse', 'mari|femme', 'veuf|veuve', 'partenaire', 'compagnon|compagne', 'concubin|concubine', 'belle mere', 'beau pere', 'survivant|survivante'),
  personEntity('famille.partenaire.enfants_d_une_autre_union.*', 'enfant|enfants|fils|fille|filles a elle|lui'),
  personEntity('famille.descendants.enfants.*', 'enfant|enfants', 'fils', 'fille|filles', 'fiston', 'aine|ainee', 'cadet|cadette', 'benjamin|benjamine', 'garcon|garcons'),
  personEntity('famille.descendants.petits_enfants.*', 'petit|petits fils|enfant|enfants', 'petite|petites fille|filles'),
  personEntity('famille.descendants.arriere_petits_enfants.*', 'arriere petit|petits fils|enfants', 'arriere petite|petites fille|filles'),
  personEntity('famille.ascendants.parents.*', 'pere', 'mere', 'parents', 'papa', 'maman'),
  personEntity('famille.ascendants.grands_parents.*', 'grand|grands pere|mere|parents', 'papi|papy|mamie|mamy'),
  personEntity('famille.collateraux.freres_soeurs.*', 'frere|freres', 'soeur|soeurs', 'demi frere|soeur', 'fratrie'),
  personEntity('famille.collateraux.neveux_nieces.*', 'neveu|neveux', 'niece|nieces'),
  personEntity('famille.collateraux.cousins.*', 'cousin|cousins|cousine|cousines'),
  personEntity('famille.collateraux.autres_parents.*', 'oncle', 'tante', 'filleul|filleule', 'ami|amie', 'petit neveu', 'petite niece'),
  { owner: 'famille.unions_anterieures.*', kind: 'person', heads: ['premier* mariage|noces|femme|mari|epoux|epouse|union|pacs', 'ex mari|femme|epoux|epouse|compagnon|compagne'], identifiers: ['conjoint_nom'] },
];
