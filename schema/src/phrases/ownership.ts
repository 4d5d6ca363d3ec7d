import type { Clause } from '../pack.ts';
import { deNp } from '../french.ts';
import { num, str } from '../payload.ts';
import { isTeller, ofDeceased, type Speaker } from './speaker.ts';
import { make } from './estate-clause.ts';

export function ownershipClauses(s: Speaker, path: string, the: string, f: boolean, plural: boolean): Clause[] {
  const { payload } = s;
  const at = (key: string): string => `${path}.propriete.${key}`;
  const nature = str(payload, at('nature'));
  const share = num(payload, at('quote_part_defunt'));
  const holder = str(payload, at('titulaires_noms'));
  const out: Clause[] = [];
  const be = plural ? 'sont' : 'est';
  const whose = ofDeceased(s);
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

export function originClauses(s: Speaker, path: string, the: string, f: boolean, plural: boolean): Clause[] {
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
