import { dismemberedClauses, originClauses, ownershipClauses } from './ownership.ts';
import type { Clause } from '../pack.ts';
import { de, deNp } from '../french.ts';
import { bool, itemsAt, num, str, valueAt } from '../payload.ts';
import { atBank } from '../lexicon/places.ts';
import { type Speaker } from './speaker.ts';
import { make } from './estate-clause.ts';
import { companyClauses } from './companies.ts';

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
export const article = (noun: string, f: boolean, plural: boolean): string =>
  plural ? `les ${noun}` : /^[aeiouyàâéèêîôœ]/i.test(noun) ? `l'${noun}` : `${f ? 'la' : 'le'} ${noun}`;
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
  const where = bank ? ` ${atBank(bank)}` : '';
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
  // Behind "qui servait de résidence" the value begins anew.
  const w = (): string => s.random.pick(worth).replace(/^ /, use?.startsWith('qui') ? ', ' : ' ');
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
        `{D} détenait ${np}${w()}`,
        `parmi les biens, il y a ${np}${w()}`,
        `à cela s'ajoute ${np}${w()}`,
        `reste ${np}${w()}`,
        `il ne faut pas oublier ${np}${w()}`,
        ...(s.unclear ? [] : [`{D} laisse ${np}${w()}`, `la succession comprend ${np}${w()}`]),
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
        [
          `le loyer ${deNp(the)} est de {€:${rent}} par mois`,
          `${the} ${plural ? 'rapportent' : 'rapporte'} un loyer de {€:${rent}} par mois`,
          `le loyer mensuel ${deNp(the)} est de {€:${rent}}`,
        ],
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
