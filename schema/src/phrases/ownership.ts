import type { Clause } from '../pack.ts';
import { deNp } from '../french.ts';
import { num, str } from '../payload.ts';
import { isTeller, ofDeceased, type Speaker } from './speaker.ts';
import { make } from './estate-clause.ts';

/** What is told of a thing right behind it ("acheté en 2016", "bien propre de la défunte"). */
export interface Apposition {
  readonly covers: readonly string[];
  readonly words: string;
}

/** Whose a thing is, as it stands behind the thing, and as a predicate of it. */
function natureWords(s: Speaker, path: string, plural: boolean): (Apposition & { readonly predicate: string }) | undefined {
  const { payload } = s;
  const at = (key: string): string => `${path}.propriete.${key}`;
  const nature = str(payload, at('nature'));
  const share = num(payload, at('quote_part_defunt'));
  const holder = str(payload, at('titulaires_noms'));
  const whose = ofDeceased(s);
  const survivor = str(payload, 'famille.partenaire.nom') ?? 'du survivant';
  const spouse = isTeller(s, survivor) ? 'à moi' : `de ${survivor}`;
  const [one, many] = (
    {
      PROPRE_DEFUNT: [`bien propre ${whose}`, `biens propres ${whose}`],
      PROPRE_PARTENAIRE: [`bien propre ${spouse}`, `biens propres ${spouse}`],
      COMMUN: ['bien commun', 'biens communs'],
      INDIVIS: ['en indivision', 'en indivision'],
      PERSONNEL: [`bien personnel ${whose}`, `biens personnels ${whose}`],
    } as Readonly<Record<string, readonly [string, string]>>
  )[nature ?? ''] ?? [undefined, undefined];
  if (one === undefined) return undefined;
  const covers = [at('nature')];
  let tail = '';
  if (nature === 'INDIVIS' && holder !== undefined) {
    covers.push(at('titulaires_noms'));
    tail += isTeller(s, holder) ? ' avec moi' : ` avec ${holder}`;
  }
  const isShared = nature === 'INDIVIS' && share !== undefined;
  if (isShared) covers.push(at('quote_part_defunt'));
  const be = nature === 'INDIVIS' ? one : plural ? `des ${many}` : `un ${one}`;
  return {
    covers,
    words: `${plural ? many : one}${tail}${isShared ? ` (part {D:de} : {%:${share}})` : ''}`,
    predicate: `${plural ? 'sont' : 'est'} ${be}${tail}${isShared ? `, {D} en détenant {%:${share}}` : ''}`,
  };
}

/** Whose a thing is, told behind it. */
export const natureOf = (s: Speaker, path: string, plural: boolean): Apposition | undefined => natureWords(s, path, plural);

export function ownershipClauses(s: Speaker, path: string, the: string, plural: boolean, isTold: boolean): Clause[] {
  const { payload } = s;
  const at = (key: string): string => `${path}.propriete.${key}`;
  const share = num(payload, at('quote_part_defunt'));
  const holder = str(payload, at('titulaires_noms'));
  const nature = natureWords(s, path, plural);
  const out: Clause[] = [];
  if (nature && !isTold)
    out.push(make('Propriété', [...nature.covers], [`${the} ${nature.predicate}`], [`${the.replace(/^(le |la |les |l')/, '')} : ${nature.words.replace(/^biens /, 'bien ')}`]));
  if (str(payload, at('nature')) === 'INDIVIS') return out;
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

/** How and when a thing was come by, told behind it. */
export function originOf(s: Speaker, path: string, f: boolean, plural: boolean): Apposition | undefined {
  const { payload } = s;
  const at = (key: string): string => `${path}.acquisition.${key}`;
  const origin = str(payload, at('origine'));
  const date = str(payload, at('date'));
  const years = num(payload, at('anciennete_au_deces.valeur'));
  const price = num(payload, at('prix'));
  const when = str(payload, at('epoque'));
  const e = `${f ? 'e' : ''}${plural ? 's' : ''}`;
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
  if (covers.length === 0) return undefined;
  const verb =
    {
      ACHAT: `acheté${e}`,
      SUCCESSION: `reçu${e} par succession`,
      DONATION: `reçu${e} par donation`,
      LEGS: `reçu${e} par legs`,
      CONSTRUCTION: `construit${e}`,
      REMPLOI: `acquis${f ? 'e' : ''}${plural ? (f ? 's' : '') : ''} en remploi`,
    }[origin ?? ''] ?? `acquis${f ? 'e' : ''}${plural && f ? 's' : ''}`;
  return { covers, words: `${verb}${time}${epoch}${cost}` };
}

export function originClauses(origin: Apposition | undefined, the: string, plural: boolean): Clause[] {
  if (!origin) return [];
  const bare = the.replace(/^(le |la |les |l')/, '');
  return [make('Patrimoine', [...origin.covers], [`${the} ${plural ? 'avaient' : 'avait'} été ${origin.words}`], [`${bare} ${origin.words}`])];
}

export function dismemberedClauses(s: Speaker, path: string, the: string, noun: string): Clause[] {
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
