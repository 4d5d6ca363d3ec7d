import { dismemberedClauses, natureOf, originClauses, originOf, ownershipClauses, type NamedThing } from './ownership.ts';
import type { Clause } from '../pack.ts';
import { de, deNp, joined } from '../french.ts';
import { bool, itemsAt, num, str, valueAt } from '../payload.ts';
import { atBank } from '../lexicon/places.ts';
import { type Speaker } from './speaker.ts';
import { ending, make, pronoun, verb, type Noun } from './estate-clause.ts';
import { companyClauses } from './companies.ts';

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
export const article = (noun: string, f: boolean, plural: boolean): string =>
  plural ? `les ${noun}` : /^[aeiouyàâéèêîôœ]/i.test(noun) ? `l'${noun}` : `${f ? 'la' : 'le'} ${noun}`;
/** "la maison de Lyon" from "maison de Lyon". */
export function definite(phrase: string): string {
  const word = phrase.split(' ')[0] ?? '';
  const feminine = ['maison', 'voiture', 'parcelle', 'terres'].includes(word);
  return article(phrase, feminine, word === 'terres');
}

/** An asset of which nothing wants a sentence of its own: it can be told in a row with others. */
interface Plain {
  readonly covers: readonly string[];
  /** "un appartement à Lyon". */
  readonly np: string;
  /** "appartement à Lyon". */
  readonly bare: string;
  readonly value: number | undefined;
  /** What stands between a thing and what it is worth: "de", "estimée à". */
  readonly worth: string;
}

interface Told {
  readonly clauses: readonly Clause[];
  readonly plain?: Plain;
}

export function assetClauses(s: Speaker): Clause[] {
  const items = itemsAt(s.payload, 'patrimoine.actifs');
  const types = items.map(({ path }) => str(s.payload, `${path}.type`));
  const told = items.map(({ path }, index) => oneAsset(s, path, types.filter((type) => type === types[index]).length > 1));
  const row = inRow(s, told);
  if (row.length === 0) return told.flatMap(({ clauses }) => clauses);
  const rest = told.filter((one) => !row.includes(one));
  const first = rowClause(
    s,
    row.flatMap(({ plain }) => plain ?? []),
  );
  return [first, ...rest.flatMap(({ clauses }) => clauses)];
}

/** Two or three plain ones that are told at once ("une maison, un livret et une voiture"), in half of the texts. */
function inRow(s: Speaker, told: readonly Told[]): readonly Told[] {
  const plain = told.filter((one) => one.plain !== undefined);
  return plain.length > 1 && s.random.chance(0.5) ? s.random.shuffle(plain).slice(0, s.random.int(2, 3)) : [];
}

function rowClause(s: Speaker, row: readonly Plain[]): Clause {
  const inBrackets = s.random.chance(0.4);
  const worth = ({ value, worth: words }: Plain): string => (value === undefined ? '' : inBrackets ? ` ({€:${value}})` : ` ${words} {€:${value}}`);
  const list = joined(row.map((one) => `${one.np}${worth(one)}`));
  const short = row.map((one) => `${one.bare}${one.value === undefined ? '' : ` ({€:${one.value}})`}`).join(', ');
  return make(
    'Patrimoine',
    row.flatMap(({ covers }) => covers),
    [
      `{D} avait ${list}`,
      `{D} possédait ${list}`,
      `il y a ${list}`,
      `côté patrimoine, il y a ${list}`,
      `dans ce qui reste, on trouve ${list}`,
      ...(s.unclear ? [] : [`{D} laisse ${list}`, `la succession comprend ${list}`]),
    ],
    [short],
  );
}

/** What is said of a thing with its name. */
interface Core {
  readonly covers: readonly string[];
  readonly value: number | undefined;
  readonly agreement: Noun;
  /** Something else stands behind its name. */
  readonly isApart: boolean;
  readonly isOwned: boolean;
  /** It is an account, and its value what is on it. */
  readonly isMoney: boolean;
}

const ACCOUNTS = new Set(['COMPTE_BANCAIRE', 'LIVRET', 'PORTEFEUILLE_TITRES']);
const HELD_AS_MONEY = new Set(['COMPTE_BANCAIRE', 'LIVRET', 'PORTEFEUILLE_TITRES', 'CREANCE']);

function oneAsset(s: Speaker, path: string, twin: boolean): Told {
  const { payload } = s;
  const at = (key: string): string => `${path}.${key}`;
  const type = str(payload, at('type'));
  if (type === 'ENTREPRISE' || valueAt(payload, at('entreprise')) !== undefined) return { clauses: companyClauses(s, path) };
  const kind = (type && ASSET_NOUNS[type]) || { noun: 'bien', f: false, plural: false };
  const { noun, f, plural } = kind;
  const e = ending(kind);
  const town = str(payload, at('localisation'));
  const value = num(payload, at('valeur'));
  const one: NamedThing = { ...kind, path, the: article(`${noun}${twin && town ? ` ${de(town)}` : ''}`, f, plural) };
  const thing = named(s, path, kind);
  // What is told of one of two flats stands right behind it: "l'appartement" would be either.
  const isBehind = (): boolean => twin || s.random.chance(0.5);
  const origin = originOf(s, path, kind);
  // "Un portefeuille, acheté," says too little to stand there.
  const isBare = origin !== undefined && /^acheté(?:e?s?)$/.test(origin.words);
  const nature = natureOf(s, path, plural);
  const behind = [...(origin && !isBare && isBehind() ? [origin] : []), ...(nature && isBehind() ? [nature] : [])];
  const covers = [...thing.covers, ...(value === undefined ? [] : [at('valeur')]), ...behind.flatMap((words) => words.covers)];
  const tail = behind.map(({ words }) => `, ${words}`).join('');
  const rest = [
    ...ownershipClauses(s, one, nature !== undefined && behind.includes(nature)),
    ...originClauses(origin && !behind.includes(origin) ? origin : undefined, one),
    ...rentClauses(s, one),
    ...dismemberedClauses(s, one),
  ];
  const core = coreClause(
    s,
    { ...thing, np: `${thing.np}${tail}`, short: `${thing.short}${tail}` },
    {
      covers,
      value,
      agreement: kind,
      isApart: tail !== '',
      // Of a usufruct nobody says "propriétaire".
      isOwned: !['USUFRUIT', 'NUE_PROPRIETE', 'QUASI_USUFRUIT'].includes(str(payload, at('demembrement.droits_du_defunt')) ?? ''),
      isMoney: ACCOUNTS.has(type ?? ''),
    },
  );
  const isPlain = rest.length === 0 && tail === '' && !twin && !thing.np.includes(', qui');
  const plain: Plain = { covers, np: thing.np, bare: thing.short, value, worth: HELD_AS_MONEY.has(type ?? '') ? 'de' : `estimé${e} à` };
  return { clauses: [core, ...rest], ...(isPlain ? { plain } : {}) };
}

interface Thing {
  readonly covers: readonly string[];
  /** "une maison à Lyon, qui servait de résidence principale". */
  readonly np: string;
  /** "maison à Lyon, résidence principale". */
  readonly short: string;
}

/** A thing with its place, bank, name and use. */
function named({ payload }: Speaker, path: string, kind: Noun): Thing {
  const { noun, f, plural } = kind;
  const at = (key: string): string => `${path}.${key}`;
  const e = ending(kind);
  const [town, label, bank, usage] = ['localisation', 'libelle', 'etablissement', 'usage'].map((key) => str(payload, at(key)));
  const use = {
    RESIDENCE_PRINCIPALE: 'qui servait de résidence principale',
    RESIDENCE_SECONDAIRE: plural ? 'qui servaient de résidence secondaire' : 'qui servait de résidence secondaire',
    LOCATIF: plural ? 'qui sont louées' : `qui est loué${e}`,
    PROFESSIONNEL: 'à usage professionnel',
    INOCCUPE: `inoccupé${e}`,
  }[usage ?? ''];
  const shortUse =
    {
      RESIDENCE_PRINCIPALE: ', résidence principale',
      RESIDENCE_SECONDAIRE: ', résidence secondaire',
      LOCATIF: `, loué${e}`,
      PROFESSIONNEL: ', usage professionnel',
      INOCCUPE: `, inoccupé${e}`,
    }[usage ?? ''] ?? '';
  const covers = [
    ...(str(payload, at('type')) === undefined ? [] : [at('type')]),
    ...(town ? [at('localisation')] : []),
    ...(label ? [at('libelle')] : []),
    ...(bank ? [at('etablissement')] : []),
    ...(use ? [at('usage')] : []),
  ];
  const bare = `${noun}${label ? ` appelé${e} « ${label} »` : ''}${town ? ` à ${town}` : ''}${bank ? ` ${atBank(bank)}` : ''}`;
  const indefinite = `${plural ? 'des' : f ? 'une' : 'un'} ${bare}`;
  return { covers, np: use ? `${indefinite}${use.startsWith('qui') ? `, ${use}` : ` ${use}`}` : indefinite, short: `${bare}${shortUse}` };
}

/** What a thing is worth, as it stands behind its name. */
function worthWords(value: number, noun: Noun, isApart: boolean, isMoney: boolean): string[] {
  if (isMoney)
    return [`, avec {€:${value}} dessus`, ...(isApart ? [`, d'un montant de {€:${value}}`] : [` de {€:${value}}`, ` pour {€:${value}}`, ` d'un montant de {€:${value}}`])];
  const e = ending(noun);
  const apart = [`, estimé${e} à {€:${value}}`, `, évalué${e} à {€:${value}}`, `, qui ${verb(noun, 'vaut', 'valent')} {€:${value}}`];
  // Behind "acheté en 2016" a bare sum would be its price.
  return [...apart, ...(isApart ? [`, d'une valeur de {€:${value}}`] : [` d'une valeur de {€:${value}}`, ` pour {€:${value}}`])];
}

/** That there is a thing, and what it is worth. */
function coreClause(s: Speaker, { np, short }: Thing, { covers, value, agreement, isApart, isOwned, isMoney }: Core): Clause {
  const worth = value === undefined ? [''] : worthWords(value, agreement, isApart, isMoney);
  // Behind "qui servait de résidence" the value begins anew, and another "qui" is joined to it.
  const behindRelative = (words: string): string => (words.startsWith(', qui') ? ` et${words.slice(1)}` : words.replace(/^ /, ', '));
  const w = (): string => (np.includes(', qui') ? behindRelative(s.random.pick(worth)) : s.random.pick(worth));
  const priced = (between: string): string =>
    value === undefined ? short : isApart ? `${short}, estimé${ending(agreement)} à {€:${value}}` : `${short}${between.replace('€', `{€:${value}}`)}`;
  const full = [
    `{D} avait ${np}${w()}`,
    ...(isOwned ? [`{D} possédait ${np}${w()}`, `{D} était ${isMoney ? 'titulaire' : 'propriétaire'} ${deNp(np)}${w()}`] : [`{D} avait aussi ${np}${w()}`]),
    `il y a ${np}${w()}`,
    `il y a aussi ${np}${w()}`,
    `dans le patrimoine on trouve ${np}${w()}`,
    `on compte également ${np}${w()}`,
    `il faut ajouter ${np}${w()}`,
    `côté patrimoine, ${np}${w()}`,
    `{D} détenait ${np}${w()}`,
    `parmi les biens, il y a ${np}${w()}`,
    `à cela s'ajoute ${np}${w()}`,
    `reste ${np}${w()}`,
    `il ne faut pas oublier ${np}${w()}`,
    ...(s.unclear ? [] : [`{D} laisse ${np}${w()}`, `la succession comprend ${np}${w()}`]),
  ];
  return { ...make('Patrimoine', [...covers], full, [priced(' (€)'), priced(' : €')]), heads: full };
}

function rentClauses({ payload }: Speaker, thing: NamedThing): Clause[] {
  const { the, noun } = thing;
  const at = (key: string): string => `${thing.path}.location.${key}`;
  const rent = num(payload, at('loyer_mensuel'));
  const out: Clause[] = [];
  if (rent !== undefined) {
    const yields = `${verb(thing, 'rapporte', 'rapportent')} un loyer de {€:${rent}} par mois`;
    out.push(
      make(
        'Patrimoine',
        [at('loyer_mensuel')],
        [`le loyer ${deNp(the)} est de {€:${rent}} par mois`, `${the} ${yields}`, `le loyer mensuel ${deNp(the)} est de {€:${rent}}`],
        [`loyer ${deNp(the)} : {€:${rent}} par mois`],
        {
          apposed: [`loyer de {€:${rent}} par mois`],
          relative: [`qui ${yields}`, `dont le loyer est de {€:${rent}} par mois`],
          again: [`${pronoun(thing)} ${yields}`, `le loyer est de {€:${rent}} par mois`],
        },
      ),
    );
  }
  if (bool(payload, at('bail_rural_long_terme')) === true) {
    const leased = `${verb(thing, 'fait', 'font')} l'objet d'un bail rural à long terme`;
    out.push(
      make('Patrimoine', [at('bail_rural_long_terme')], [`${the} ${leased}`], [`${noun} : bail rural à long terme`], {
        relative: [`qui ${leased}`],
        again: [`${pronoun(thing)} ${leased}`],
      }),
    );
  }
  return out;
}
