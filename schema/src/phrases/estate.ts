import type { Clause } from '../pack.ts';
import { de, deNp } from '../french.ts';
import { bool, itemsAt, num, str, valueAt } from '../payload.ts';
import { isTeller, type Speaker } from './speaker.ts';

const make = (label: string, covers: string[], full: string[], short: string[], follows = false): Clause => ({
  group: 'estate',
  label,
  covers,
  full,
  short,
  ...(follows ? { follows } : {}),
});

interface Noun {
  readonly noun: string;
  readonly f: boolean;
  readonly plural: boolean;
}
const ASSET_NOUNS: Readonly<Record<string, Noun>> = Object.fromEntries(
  (
    [
      ['MAISON', 'maison', 'f'],
      ['APPARTEMENT', 'appartement', 'm'],
      ['STUDIO', 'studio', 'm'],
      ['IMMOBILIER', 'bien immobilier', 'm'],
      ['IMMEUBLE_DE_RAPPORT', 'immeuble de rapport', 'm'],
      ['TERRAIN', 'terrain', 'm'],
      ['TERRES_AGRICOLES', 'terres agricoles', 'fp'],
      ['BOIS', 'parcelle de bois', 'f'],
      ['GARAGE', 'garage', 'm'],
      ['LOCAL_COMMERCIAL', 'local commercial', 'm'],
      ['COMPTE_BANCAIRE', 'compte bancaire', 'm'],
      ['LIVRET', 'livret', 'm'],
      ['PORTEFEUILLE_TITRES', 'portefeuille de titres', 'm'],
      ['ENTREPRISE', 'entreprise', 'f'],
      ['PARTS_SCI', 'parts de SCI', 'fp'],
      ['FONDS_DE_COMMERCE', 'fonds de commerce', 'm'],
      ['VEHICULE', 'voiture', 'f'],
      ['MEUBLES', 'meubles', 'mp'],
      ['BIJOUX', 'bijoux', 'mp'],
      ['OEUVRE_D_ART', "œuvre d'art", 'f'],
      ['CREANCE', 'créance', 'f'],
      ['BATEAU', 'bateau', 'm'],
    ] as const
  ).map(([code, noun, flags]) => [code, { noun, f: flags.startsWith('f'), plural: flags.endsWith('p') }]),
);
const article = (noun: string, f: boolean, plural: boolean): string => (plural ? `les ${noun}` : /^[aeiouyàâéèêîôœ]/i.test(noun) ? `l'${noun}` : `${f ? 'la' : 'le'} ${noun}`);
/** "la maison de Lyon" from "maison de Lyon". */
export function definite(phrase: string): string {
  const word = phrase.split(' ')[0] ?? '';
  const feminine = ['maison', 'voiture', 'parcelle', 'terres'].includes(word);
  return article(phrase, feminine, word === 'terres');
}

export function assetClauses(s: Speaker): Clause[] {
  const items = itemsAt(s.payload, 'patrimoine.actifs');
  const types = items.map(({ path }) => str(s.payload, `${path}.type`));
  return items.flatMap(({ path }, index) => oneAsset(s, path, types.filter((type) => type === types[index]).length > 1));
}

function oneAsset(s: Speaker, path: string, twin: boolean): Clause[] {
  const { payload } = s;
  const at = (key: string): string => `${path}.${key}`;
  const type = str(payload, at('type'));
  if (type === 'ENTREPRISE' || valueAt(payload, at('entreprise')) !== undefined) return companyClauses(s, path);
  const { noun, f, plural } = (type && ASSET_NOUNS[type]) || { noun: 'bien', f: false, plural: false };
  const e = `${f ? 'e' : ''}${plural ? 's' : ''}`;
  const town = str(payload, at('localisation'));
  const label = str(payload, at('libelle'));
  const bank = str(payload, at('etablissement'));
  const usage = str(payload, at('usage'));
  const value = num(payload, at('valeur'));
  const core = type ? [at('type')] : [];
  const place = town ? ` à ${town}` : '';
  if (town) core.push(at('localisation'));
  const called = label ? ` appelé${e} « ${label} »` : '';
  if (label) core.push(at('libelle'));
  const where = bank ? ` à la ${bank}` : '';
  if (bank) core.push(at('etablissement'));
  const use = {
    RESIDENCE_PRINCIPALE: 'qui servait de résidence principale',
    RESIDENCE_SECONDAIRE: plural ? 'qui servaient de résidence secondaire' : 'qui servait de résidence secondaire',
    LOCATIF: plural ? 'qui sont louées' : `qui est loué${e}`,
    PROFESSIONNEL: 'à usage professionnel',
    INOCCUPE: `inoccupé${e}`,
  }[usage ?? ''];
  if (use) core.push(at('usage'));
  const worth =
    value === undefined ? [''] : [`, estimé${e} à {€:${value}}`, ` d'une valeur de {€:${value}}`, ` pour {€:${value}}`, `, qui ${plural ? 'valent' : 'vaut'} {€:${value}}`];
  if (value !== undefined) core.push(at('valeur'));
  const indefinite = `${plural ? 'des' : f ? 'une' : 'un'} ${noun}${called}${place}${where}`;
  const np = use ? `${indefinite}${use.startsWith('qui') ? `, ${use}` : ` ${use}`}` : indefinite;
  const the = article(`${noun}${twin && town ? ` ${de(town)}` : ''}`, f, plural);
  const w = (): string => s.random.pick(worth);
  const bare = `${noun}${called}${place}${where}`;
  const shortUse =
    {
      RESIDENCE_PRINCIPALE: ', résidence principale',
      RESIDENCE_SECONDAIRE: ', résidence secondaire',
      LOCATIF: `, loué${e}`,
      PROFESSIONNEL: ', usage professionnel',
      INOCCUPE: `, inoccupé${e}`,
    }[usage ?? ''] ?? '';
  const price = value === undefined ? '' : ` ({€:${value}})`;
  const out = [
    make(
      'Patrimoine',
      core,
      [
        `{D} avait ${np}${w()}`,
        `{D} possédait ${np}${w()}`,
        `{D} était propriétaire ${deNp(np)}${w()}`,
        `il y a ${np}${w()}`,
        `il y a aussi ${np}${w()}`,
        `dans le patrimoine on trouve ${np}${w()}`,
        `on compte également ${np}${w()}`,
        `il faut ajouter ${np}${w()}`,
        `côté patrimoine, ${np}${w()}`,
      ],
      [`${bare}${shortUse}${price}`, `${bare}${shortUse}${value === undefined ? '' : ` : {€:${value}}`}`],
    ),
  ];
  out.push(...ownershipClauses(s, path, the, f, plural), ...originClauses(s, path, the, f, plural));
  const rent = num(payload, at('location.loyer_mensuel'));
  if (rent !== undefined)
    out.push(
      make(
        'Patrimoine',
        [at('location.loyer_mensuel')],
        [`le loyer ${deNp(the)} est de {€:${rent}} par mois`, `${the} ${plural ? 'rapportent' : 'rapporte'} un loyer de {€:${rent}} par mois`],
        [`loyer ${deNp(the)} : {€:${rent}} par mois`],
      ),
    );
  if (bool(payload, at('location.bail_rural_long_terme')) === true)
    out.push(
      make(
        'Patrimoine',
        [at('location.bail_rural_long_terme')],
        [`${the} ${plural ? 'font' : 'fait'} l'objet d'un bail rural à long terme`],
        [`${noun} : bail rural à long terme`],
      ),
    );
  out.push(...dismemberedClauses(s, path, the, noun));
  return out;
}

function ownershipClauses(s: Speaker, path: string, the: string, f: boolean, plural: boolean): Clause[] {
  const { payload } = s;
  const at = (key: string): string => `${path}.propriete.${key}`;
  const nature = str(payload, at('nature'));
  const share = num(payload, at('quote_part_defunt'));
  const holder = str(payload, at('titulaires_noms'));
  const out: Clause[] = [];
  const be = plural ? 'sont' : 'est';
  const whose = s.first || s.unclear ? '{D:de}' : s.deceasedSex === 'f' ? 'de la défunte' : 'du défunt';
  const survivor = str(payload, 'famille.partenaire.nom') ?? 'du survivant';
  const spouse = isTeller(s, survivor) ? 'à moi' : `de ${survivor}`;
  const words: Record<string, readonly [string, string]> = {
    PROPRE_DEFUNT: [`${the} ${be} ${plural ? 'des biens propres' : 'un bien propre'} ${whose}`, `bien propre ${whose}`],
    PROPRE_PARTENAIRE: [`${the} ${be} ${plural ? 'des biens propres' : 'un bien propre'} ${spouse}`, `bien propre ${spouse}`],
    COMMUN: [`${the} ${be} ${plural ? 'des biens communs' : 'un bien commun'}`, 'bien commun'],
    INDIVIS: [`${the} ${be} en indivision`, 'en indivision'],
    PERSONNEL: [`${the} ${be} ${plural ? 'des biens personnels' : 'un bien personnel'} ${whose}`, `bien personnel ${whose}`],
  };
  if (nature !== undefined && words[nature]) {
    const covers = [at('nature')];
    let tail = '';
    if (nature === 'INDIVIS' && holder !== undefined) {
      covers.push(at('titulaires_noms'));
      tail += isTeller(s, holder) ? ' avec moi' : ` avec ${holder}`;
    }
    if (nature === 'INDIVIS' && share !== undefined) {
      covers.push(at('quote_part_defunt'));
      tail += `, {D} en détenant {%:${share}}`;
    }
    out.push(
      make(
        'Propriété',
        covers,
        [`${words[nature][0]}${tail}`],
        [`${the.replace(/^(le |la |les |l')/, '')} : ${words[nature][1]}${tail.replace(', {D} en détenant', ', part {D:de}')}`],
      ),
    );
    if (nature === 'INDIVIS') return out;
  }
  if (share !== undefined) out.push(make('Propriété', [at('quote_part_defunt')], [`{D} détenait {%:${share}} ${deNp(the)}`], [`part {D:de} dans ${the} : {%:${share}}`]));
  if (holder !== undefined)
    out.push(
      make(
        'Propriété',
        [at('titulaires_noms')],
        [isTeller(s, holder) ? `je suis propriétaire ${deNp(the)} avec {D}` : `${holder} est cotitulaire ${deNp(the)}`],
        [`cotitulaire ${deNp(the)} : ${holder}`],
      ),
    );
  return out;
}

function originClauses(s: Speaker, path: string, the: string, f: boolean, plural: boolean): Clause[] {
  const { payload } = s;
  const at = (key: string): string => `${path}.acquisition.${key}`;
  const origin = str(payload, at('origine'));
  const date = str(payload, at('date'));
  const years = num(payload, at('anciennete_au_deces.valeur'));
  const price = num(payload, at('prix'));
  const when = str(payload, at('epoque'));
  const out: Clause[] = [];
  const e = `${f ? 'e' : ''}${plural ? 's' : ''}`;
  const had = plural ? 'avaient' : 'avait';
  const union =
    s.task.stratum['persona'] === 'concubin' || str(payload, 'famille.partenaire.lien.type') === 'CONCUBIN'
      ? 'la vie commune'
      : str(payload, 'famille.partenaire.lien.type') === 'PARTENAIRE_PACS'
        ? 'le PACS'
        : 'le mariage';
  const time = date ? ` {le:${date}}` : years !== undefined ? ` {ans:${years}} avant le décès` : '';
  const epoch = when === 'AVANT_UNION' ? ` avant ${union}` : when === 'PENDANT_UNION' ? ` pendant ${union}` : when === 'APRES_SEPARATION' ? ' après la séparation' : '';
  const cost = price === undefined ? '' : ` au prix de {€:${price}}`;
  const covers = [
    ...(origin ? [at('origine')] : []),
    ...(date ? [at('date')] : []),
    ...(years !== undefined && !date ? [at('anciennete_au_deces.valeur'), at('anciennete_au_deces.unite')] : []),
    ...(price !== undefined ? [at('prix')] : []),
    ...(when ? [at('epoque')] : []),
  ];
  if (covers.length === 0) return [];
  const verb =
    {
      ACHAT: `acheté${e}`,
      SUCCESSION: `reçu${e} par succession`,
      DONATION: `reçu${e} par donation`,
      LEGS: `reçu${e} par legs`,
      CONSTRUCTION: `construit${e}`,
      REMPLOI: `acquis${f ? 'e' : ''}${plural ? (f ? 's' : '') : ''} en remploi`,
    }[origin ?? ''] ?? `acquis${f ? 'e' : ''}${plural && f ? 's' : ''}`;
  const bare = the.replace(/^(le |la |les |l')/, '');
  out.push(make('Patrimoine', covers, [`${the} ${had} été ${verb}${time}${epoch}${cost}`], [`${bare} ${verb}${time}${epoch}${cost}`]));
  return out;
}

function dismemberedClauses(s: Speaker, path: string, the: string, noun: string): Clause[] {
  const { payload } = s;
  const at = (key: string): string => `${path}.demembrement.${key}`;
  const rights = str(payload, at('droits_du_defunt'));
  const origin = str(payload, at('origine'));
  const usufruct = str(payload, at('usufruitier_nom'));
  const bare = str(payload, at('nu_proprietaire_nom'));
  const out: Clause[] = [];
  const from = { SUCCESSION: ' depuis une précédente succession', DONATION: ' depuis une donation', ACHAT: ' depuis un achat démembré' }[origin ?? ''] ?? '';
  const of = deNp(the);
  if (rights !== undefined) {
    const covers = [at('droits_du_defunt'), ...(from ? [at('origine')] : [])];
    if (rights === 'USUFRUIT')
      out.push(
        make(
          'Démembrement',
          covers,
          [`{D} n'avait que l'usufruit ${of}${from}`, `{D} était usufruitier ${of}${from}`.replace('usufruitier', s.deceasedSex === 'f' ? 'usufruitière' : 'usufruitier')],
          [`{D} : usufruit ${of}${from}`],
        ),
      );
    if (rights === 'NUE_PROPRIETE') out.push(make('Démembrement', covers, [`{D} n'avait que la nue-propriété ${of}${from}`], [`{D} : nue-propriété ${of}${from}`]));
    if (rights === 'PLEINE_PROPRIETE') out.push(make('Démembrement', covers, [`{D} avait la pleine propriété ${of}${from}`], [`{D} : pleine propriété ${of}${from}`]));
    if (rights === 'QUASI_USUFRUIT') out.push(make('Démembrement', covers, [`{D} avait un quasi-usufruit sur ${the}${from}`], [`{D} : quasi-usufruit sur ${the}${from}`]));
  } else if (from) out.push(make('Démembrement', [at('origine')], [`${the} ${/^les /.test(the) ? 'sont démembrées' : 'est démembré'}${from}`], [`${noun} : démembrement${from}`]));
  if (usufruct !== undefined)
    out.push(make('Démembrement', [at('usufruitier_nom')], [isTeller(s, usufruct) ? `j'ai l'usufruit ${of}` : `${usufruct} a l'usufruit ${of}`], [`usufruit ${of} : ${usufruct}`]));
  if (bare !== undefined)
    out.push(
      make(
        'Démembrement',
        [at('nu_proprietaire_nom')],
        [isTeller(s, bare) ? `j'ai la nue-propriété ${of}` : `${bare} a la nue-propriété ${of}`],
        [`nue-propriété ${of} : ${bare}`],
      ),
    );
  return out;
}

const COMPANY: Record<string, readonly [string, boolean]> = {
  SARL: ['SARL', true],
  SAS: ['SAS', true],
  SA: ['société anonyme', true],
  EURL: ['EURL', true],
  SCI: ['SCI', true],
  EXPLOITATION_AGRICOLE: ['exploitation agricole', true],
  COMMERCE: ['commerce', false],
  PROFESSION_LIBERALE: ['cabinet libéral', false],
  PME: ['PME', true],
  HOLDING: ['holding', true],
};

function companyClauses(s: Speaker, path: string): Clause[] {
  const { payload } = s;
  const at = (key: string): string => `${path}.entreprise.${key}`;
  const type = str(payload, at('type'));
  const [noun, f] = COMPANY[type ?? ''] ?? ['entreprise', true];
  const name = str(payload, at('nom'));
  const activity = str(payload, at('activite'));
  const share = num(payload, at('part_detenue'));
  const value = num(payload, `${path}.valeur`);
  const covers = [...(str(payload, `${path}.type`) ? [`${path}.type`] : []), ...(type ? [at('type')] : []), ...(name ? [at('nom')] : []), ...(activity ? [at('activite')] : [])];
  const called = `${noun}${name ? ` ${name}` : ''}${activity ? `, dans ${/^[aeiou]/i.test(activity) ? "l'" : ['menuiserie', 'restauration', 'imprimerie', 'mécanique', 'boulangerie', 'plomberie'].includes(activity) ? 'la ' : 'le '}${activity}` : ''}`;
  const own = type === 'PROFESSION_LIBERALE' || type === 'COMMERCE' || type === 'EXPLOITATION_AGRICOLE' ? 'une entreprise' : 'une société';
  const out: Clause[] = [];
  const group = (item: Clause): Clause => ({ ...item, group: 'company', label: 'Entreprise' });
  const say = (paths: string[], full: string[], short: string[]): void => void out.push(group(make('Entreprise', paths, full, short)));
  say(
    covers,
    [`{D} avait ${own === 'une société' ? 'une entreprise' : own}, ${f ? 'une' : 'un'} ${called}`, `l'entreprise est ${f ? 'une' : 'un'} ${called}`],
    [`entreprise : ${called}`],
  );
  if (share !== undefined)
    say([at('part_detenue')], [`{D} détenait {%:${share}} du capital`, `{D} détenait {%:${share}} des parts de l'entreprise`], [`parts {D:de} dans l'entreprise : {%:${share}}`]);
  if (value !== undefined) say([`${path}.valeur`], [`l'entreprise est estimée à {€:${value}}`, `l'entreprise vaut {€:${value}}`], [`entreprise estimée à {€:${value}}`]);
  const eligible = bool(payload, at('est_presente_comme_eligible_dutreil'));
  if (eligible !== undefined)
    say(
      [at('est_presente_comme_eligible_dutreil')],
      eligible
        ? ["l'entreprise est présentée comme éligible au dispositif Dutreil", "on nous dit que l'entreprise est éligible au Dutreil"]
        : ["l'entreprise n'est pas éligible au dispositif Dutreil"],
      [eligible ? 'éligible Dutreil' : 'non éligible Dutreil'],
    );
  const pact = bool(payload, at('pacte_dutreil.existe'));
  const pactDate = str(payload, at('pacte_dutreil.date'));
  const pactYears = num(payload, at('pacte_dutreil.duree_engagement'));
  if (pact !== undefined) {
    const tail = `${pactDate ? ` {le:${pactDate}}` : ''}${pactYears === undefined ? '' : ` pour une durée de {ans:${pactYears}}`}`;
    say(
      [at('pacte_dutreil.existe'), ...(pactDate ? [at('pacte_dutreil.date')] : []), ...(pactYears === undefined ? [] : [at('pacte_dutreil.duree_engagement')])],
      pact ? [`un pacte Dutreil a été signé${tail}`] : ["aucun pacte Dutreil n'a été signé"],
      [pact ? `pacte Dutreil signé${tail}` : 'pas de pacte Dutreil'],
    );
  }
  const approval = bool(payload, at('clause_agrement'));
  if (approval !== undefined)
    say([at('clause_agrement')], approval ? ["les statuts contiennent une clause d'agrément"] : ["les statuts ne contiennent pas de clause d'agrément"], [
      approval ? "clause d'agrément dans les statuts" : "pas de clause d'agrément",
    ]);
  const active = bool(payload, at('est_holding_animatrice'));
  if (active !== undefined)
    say([at('est_holding_animatrice')], active ? ["c'est une holding animatrice"] : ["ce n'est pas une holding animatrice"], [
      active ? 'holding animatrice' : 'holding non animatrice',
    ]);
  const debt = num(payload, at('passif_social'));
  if (debt !== undefined) say([at('passif_social')], [`l'entreprise a {€:${debt}} de dettes`], [`dettes de l'entreprise : {€:${debt}}`]);
  const manager = str(payload, at('dirigeant_nom'));
  if (manager !== undefined) say([at('dirigeant_nom')], [isTeller(s, manager) ? "je dirige l'entreprise" : `${manager} dirige l'entreprise`], [`dirigeant : ${manager}`]);
  const associate = str(payload, at('associes_noms'));
  if (associate !== undefined)
    say(
      [at('associes_noms')],
      s.first && s.persona === 'associe'
        ? [`moi, ${associate}, je suis associé dans l'entreprise`.replace('associé', `associé${s.tellerSex === 'f' && s.tellerName ? 'e' : ''}`)]
        : [`${associate} est associé dans l'entreprise`, `l'entreprise a pour autre associé ${associate}`],
      [`autre associé : ${associate}`],
    );
  return out;
}

const DEBTS: Record<string, readonly [noun: string, feminine: boolean, plural: boolean]> = {
  EMPRUNT_IMMOBILIER: ['emprunt immobilier', false, false],
  CREDIT_CONSOMMATION: ['crédit à la consommation', false, false],
  IMPOT_SUCCESSION: ['droits de succession', false, true],
  IMPOT_REVENU: ['impôt sur le revenu', false, false],
  TAXE_FONCIERE: ['taxe foncière', true, false],
  FRAIS_FUNERAIRES: ["frais d'obsèques", false, true],
  FRAIS_DE_SANTE: ['frais de santé', false, true],
  CAUTIONNEMENT: ['cautionnement', false, false],
  PRET_FAMILIAL: ['prêt familial', false, false],
  AIDE_SOCIALE_RECUPERABLE: ['aide sociale récupérable', true, false],
  DETTE_PROFESSIONNELLE: ['dette professionnelle', true, false],
  CREANCE_ENTRE_EPOUX: ['créance entre époux', true, false],
  DECOUVERT_BANCAIRE: ['découvert bancaire', false, false],
  LOYERS_IMPAYES: ['loyers impayés', false, true],
};

export function debtClauses(s: Speaker): Clause[] {
  return itemsAt(s.payload, 'patrimoine.passifs').flatMap(({ path }) => oneDebt(s, path));
}

function oneDebt(s: Speaker, path: string): Clause[] {
  const { payload } = s;
  const at = (key: string): string => `${path}.${key}`;
  const type = str(payload, at('type'));
  const [noun, f, plural] = DEBTS[type ?? ''] ?? ['dette', true, false];
  const label = str(payload, at('libelle'));
  const value = num(payload, at('valeur'));
  const creditor = str(payload, at('creancier_nom'));
  const date = str(payload, at('date'));
  const covers = [
    ...(type ? [at('type')] : []),
    ...(label ? [at('libelle')] : []),
    ...(value === undefined ? [] : [at('valeur')]),
    ...(creditor ? [at('creancier_nom')] : []),
    ...(date ? [at('date')] : []),
  ];
  const e = `${f ? 'e' : ''}${plural ? 's' : ''}`;
  const to = creditor
    ? isTeller(s, creditor)
      ? ' envers moi'
      : creditor === 'département'
        ? ' envers le département'
        : type === 'PRET_FAMILIAL' || type === 'CREANCE_ENTRE_EPOUX'
          ? ` envers ${creditor}`
          : ` à la ${creditor}`
    : '';
  const when = date ? `, souscrit${e} {le:${date}}` : '';
  const amount = value === undefined ? '' : ` de {€:${value}}`;
  const np = `${plural ? 'des' : f ? 'une' : 'un'} ${noun}${label ? ` (${label})` : ''}${amount}${to}${when}`;
  const the = article(noun, f, plural);
  const out: Clause[] = [
    {
      group: 'debts',
      label: 'Passif',
      covers,
      full: [`il y a ${np}`, `il reste à payer ${np}`, ...(value === undefined ? [] : [`côté dettes, ${np}`])],
      short: [`${noun}${label ? ` (${label})` : ''}${to}${when}${value === undefined ? '' : ` : {€:${value}}`}`],
    },
  ];
  const push = (paths: string[], full: string[], short: string[]): void => void out.push({ group: 'debts', label: 'Passif', covers: paths, full, short });
  const nature = str(payload, at('nature'));
  if (nature === 'COMMUNE') push([at('nature')], [`${the} est une dette commune`], [`${noun} : dette commune`]);
  if (nature === 'PERSONNELLE') push([at('nature')], [`${the} est une dette personnelle {D:de}`], [`${noun} : dette personnelle`]);
  const insured = bool(payload, at('assurance_emprunteur'));
  if (insured !== undefined)
    push([at('assurance_emprunteur')], insured ? [`${the} est couvert${e} par l'assurance emprunteur`] : [`${the} n'est pas couvert${e} par l'assurance emprunteur`], [
      insured ? `${noun} : assurance emprunteur` : `${noun} : pas d'assurance emprunteur`,
    ]);
  if (bool(payload, at('contestee')) === true) push([at('contestee')], [`${the} ${plural ? 'sont contestés' : `est contesté${e}`}`], [`${noun} : contesté${e}`]);
  return out;
}

export function totalClauses(s: Speaker): Clause[] {
  const { payload } = s;
  const out: Clause[] = [];
  const at = (key: string): string => `patrimoine.totaux.${key}`;
  const gross = num(payload, at('actif_brut'));
  const debts = num(payload, at('passif'));
  const net = num(payload, at('actif_net'));
  if (gross !== undefined && debts !== undefined)
    out.push(
      make(
        'Patrimoine',
        [at('actif_brut'), at('passif')],
        [`l'actif brut est annoncé à {€:${gross}} et le passif à {€:${debts}}`, `on parle d'un actif brut de {€:${gross}} pour un passif de {€:${debts}}`],
        [`actif brut {€:${gross}}, passif {€:${debts}}`],
      ),
    );
  else if (gross !== undefined) out.push(make('Patrimoine', [at('actif_brut')], [`l'actif brut est annoncé à {€:${gross}}`], [`actif brut {€:${gross}}`]));
  else if (debts !== undefined) out.push(make('Patrimoine', [at('passif')], [`le passif est annoncé à {€:${debts}}`], [`passif {€:${debts}}`]));
  if (net !== undefined)
    out.push(make('Patrimoine', [at('actif_net')], [`l'actif net est annoncé à {€:${net}}`, `au total l'actif net est de {€:${net}}`], [`actif net {€:${net}}`]));
  if (bool(payload, 'patrimoine.autres_actifs_existent') === false)
    out.push(make('Patrimoine', ['patrimoine.autres_actifs_existent'], ["il n'y a pas d'autre bien", "{D} n'avait pas d'autre bien"], ["pas d'autre bien"]));
  const passif = bool(payload, 'patrimoine.passif_existe');
  if (passif !== undefined)
    out.push({
      group: 'debts',
      label: 'Passif',
      covers: ['patrimoine.passif_existe'],
      full: passif ? ['il y a des dettes', '{D} avait des dettes'] : ["il n'y a aucune dette", "{D} n'avait pas de dettes"],
      short: [passif ? 'des dettes' : 'pas de dettes'],
    });
  out.push(...rewardClauses(s));
  return out;
}

function rewardClauses(s: Speaker): Clause[] {
  const { payload } = s;
  const out: Clause[] = [];
  const push = (covers: string[], full: string[], short: string[]): void => void out.push(make('Récompenses', covers, full, short));
  for (const { path } of itemsAt(payload, 'patrimoine.recompenses')) {
    const at = (key: string): string => `${path}.${key}`;
    const owed = str(payload, at('sens')) === 'DUE_A_LA_COMMUNAUTE';
    const motive = {
      TRAVAUX: 'des travaux',
      FINANCEMENT_ACQUISITION: "le financement de l'achat",
      REMBOURSEMENT_EMPRUNT: "le remboursement de l'emprunt",
      ENCAISSEMENT_FONDS_PROPRES: "l'encaissement de fonds propres",
    }[str(payload, at('motif')) ?? ''];
    const spouse = str(payload, at('epoux_nom'));
    const amount = num(payload, at('montant'));
    const covers = ['sens', ...(motive ? ['motif'] : []), ...(spouse ? ['epoux_nom'] : []), ...(amount === undefined ? [] : ['montant'])].map(at);
    const sum = amount === undefined ? '' : ` de {€:${amount}}`;
    const why = motive ? ` pour ${motive}` : '';
    push(
      covers,
      [
        owed
          ? `une récompense${sum} est due à la communauté${spouse ? ` par ${spouse}` : ''}${why}`
          : `une récompense${sum} est due par la communauté${spouse ? ` à ${spouse}` : ''}${why}`,
      ],
      [
        owed
          ? `récompense due à la communauté${spouse ? ` par ${spouse}` : ''}${why}${amount === undefined ? '' : ` : {€:${amount}}`}`
          : `récompense due par la communauté${spouse ? ` à ${spouse}` : ''}${why}${amount === undefined ? '' : ` : {€:${amount}}`}`,
      ],
    );
    const cost = num(payload, at('cout'));
    if (cost !== undefined) push([at('cout')], [`la dépense à l'origine de la récompense avait coûté {€:${cost}}`], [`récompense, dépense faite : {€:${cost}}`]);
    const without = num(payload, at('valeur_sans_travaux'));
    if (without !== undefined) push([at('valeur_sans_travaux')], [`sans les travaux, le bien ne vaudrait que {€:${without}}`], [`valeur sans les travaux : {€:${without}}`]);
  }
  for (const { path } of itemsAt(payload, 'patrimoine.ameliorations_bien_propre')) {
    const at = (key: string): string => `${path}.${key}`;
    const asset = str(payload, at('bien'));
    const payer = { COMMUNAUTE: 'avec des fonds communs', DEFUNT: 'par le défunt sur ses deniers', PARTENAIRE: 'par le survivant' }[str(payload, at('finance_par')) ?? ''];
    const cost = num(payload, at('cout'));
    const covers = [...(asset ? ['bien'] : []), ...(payer ? ['finance_par'] : []), ...(cost === undefined ? [] : ['cout'])].map(at);
    push(
      covers,
      [`des travaux${cost === undefined ? '' : ` de {€:${cost}}`} sur ${definite(asset ?? 'maison')} ont été payés ${payer ?? 'pendant le mariage'}`],
      [`travaux sur ${definite(asset ?? 'maison')} payés ${payer ?? 'pendant le mariage'}${cost === undefined ? '' : ` : {€:${cost}}`}`],
    );
  }
  return out;
}
