import type { Clause } from '../pack.ts';
import { deNp } from '../french.ts';
import { num, str } from '../payload.ts';
import { isTeller, ofDeceased, type Speaker } from './speaker.ts';
import { make, pronoun, ending, verb, which, type Noun } from './estate-clause.ts';

/** What is told of a thing right behind it ("acheté en 2016", "bien propre de la défunte"). */
export interface Apposition {
  readonly covers: readonly string[];
  readonly words: string;
}

/** A thing that was named: "la maison de Lyon". */
export interface NamedThing extends Noun {
  readonly path: string;
  readonly the: string;
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

export function ownershipClauses(s: Speaker, thing: NamedThing, isTold: boolean): Clause[] {
  const { payload } = s;
  const { path, the, plural } = thing;
  const at = (key: string): string => `${path}.propriete.${key}`;
  const share = num(payload, at('quote_part_defunt'));
  const holder = str(payload, at('titulaires_noms'));
  const nature = natureWords(s, path, plural);
  const out: Clause[] = [];
  if (nature && !isTold)
    out.push(
      make('Propriété', [...nature.covers], [`${the} ${nature.predicate}`], [`${the.replace(/^(le |la |les |l')/, '')} : ${nature.words.replace(/^biens /, 'bien ')}`], {
        relative: [`qui ${nature.predicate}`],
        apposed: [nature.words],
        again: [/^(?:est|sont) en /.test(nature.predicate) ? `${pronoun(thing)} ${nature.predicate}` : nature.predicate.replace(/^est /, "c'est ").replace(/^sont /, 'ce sont ')],
      }),
    );
  if (str(payload, at('nature')) === 'INDIVIS') return out;
  if (share !== undefined)
    out.push(
      make('Propriété', [at('quote_part_defunt')], [`{D} détenait {%:${share}} ${deNp(the)}`], [`part {D:de} dans ${the} : {%:${share}}`], {
        relative: [`dont {D:il} détenait {%:${share}}`],
        again: [`{D} en détenait {%:${share}}`],
      }),
    );
  if (holder !== undefined)
    out.push(
      make(
        'Propriété',
        [at('titulaires_noms')],
        [isTeller(s, holder) ? `je suis propriétaire ${deNp(the)} avec {D}` : `${holder} est cotitulaire ${deNp(the)}`],
        [`cotitulaire ${deNp(the)} : ${holder}`],
        isTeller(s, holder) ? { again: ["j'en suis propriétaire avec {D}"] } : { relative: [`dont ${holder} est cotitulaire`], again: [`${holder} en est cotitulaire`] },
      ),
    );
  return out;
}

/** How and when a thing was come by, told behind it, and by whom. */
interface Origin extends Apposition {
  /** "acheté la maison en 2016": what someone did, with the thing in it. */
  readonly done: (the: string) => string;
}

const COME_BY: Readonly<Record<string, readonly [participle: string, how: string]>> = {
  ACHAT: ['acheté', ''],
  SUCCESSION: ['reçu', ' par succession'],
  DONATION: ['reçu', ' par donation'],
  LEGS: ['reçu', ' par legs'],
  CONSTRUCTION: ['construit', ''],
  REMPLOI: ['acquis', ' en remploi'],
};

export function originOf(s: Speaker, path: string, noun: Noun): Origin | undefined {
  const { payload } = s;
  const at = (key: string): string => `${path}.acquisition.${key}`;
  const origin = str(payload, at('origine'));
  const date = str(payload, at('date'));
  const years = num(payload, at('anciennete_au_deces.valeur'));
  const price = num(payload, at('prix'));
  const when = str(payload, at('epoque'));
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
  const [participle, how] = COME_BY[origin ?? ''] ?? ['acquis', ''];
  const circumstances = `${time}${epoch}${cost}`;
  return { covers, words: `${agreed(participle, noun)}${how}${circumstances}`, done: (the) => `${participle} ${the}${how}${circumstances}` };
}

/** "Acquis" has its s already. */
const agreed = (participle: string, noun: Noun): string => `${participle}${participle.endsWith('s') && !noun.f ? '' : ending(noun)}`;

export function originClauses(origin: Origin | undefined, thing: NamedThing): Clause[] {
  if (!origin) return [];
  const { the } = thing;
  const bare = the.replace(/^(le |la |les |l')/, '');
  const passive = `${verb(thing, 'avait', 'avaient')} été ${origin.words}`;
  return [
    make('Patrimoine', [...origin.covers], [`${the} ${passive}`, `{D} avait ${origin.done(the)}`], [`${bare} ${origin.words}`], {
      relative: [`qui ${passive}`, `que {D:il} avait ${origin.words}`],
      apposed: [origin.words],
      again: [`${pronoun(thing)} ${passive}`, `{D} ${thing.plural ? 'les' : "l'"}${thing.plural ? ' ' : ''}avait ${origin.words}`],
    }),
  ];
}

const RIGHTS_FROM: Readonly<Record<string, string>> = {
  SUCCESSION: ' depuis une précédente succession',
  DONATION: ' depuis une donation',
  ACHAT: ' depuis un achat démembré',
};
/** "L'usufruit de la maison", which he had and no more. */
const HELD_ONLY: Readonly<Record<string, readonly [verb: string, right: string, title?: readonly [m: string, f: string]]>> = {
  USUFRUIT: ["n'avait que", "l'usufruit", ['usufruitier', 'usufruitière']],
  NUE_PROPRIETE: ["n'avait que", 'la nue-propriété', ['nu-propriétaire', 'nue-propriétaire']],
  PLEINE_PROPRIETE: ['avait', 'la pleine propriété'],
};

export function dismemberedClauses(s: Speaker, thing: NamedThing): Clause[] {
  const { payload } = s;
  const { path, the, noun } = thing;
  const at = (key: string): string => `${path}.demembrement.${key}`;
  const rights = str(payload, at('droits_du_defunt'));
  const origin = str(payload, at('origine'));
  const out: Clause[] = [];
  const from = RIGHTS_FROM[origin ?? ''] ?? '';
  const of = deNp(the);
  const covers = [at('droits_du_defunt'), ...(from ? [at('origine')] : [])];
  const held = HELD_ONLY[rights ?? ''];
  if (held) {
    const [has, right, titles] = held;
    const title = titles?.[s.deceasedSex === 'f' ? 1 : 0];
    const en = has.replace(/^n'avait que$/, "n'en avait que").replace(/^avait$/, 'en avait');
    out.push(
      make(
        'Démembrement',
        covers,
        [`{D} ${has} ${right} ${of}${from}`, ...(title ? [`{D} était ${title} ${of}${from}`] : [])],
        [`{D} : ${right.replace(/^(?:l'|la )/, '')} ${of}${from}`],
        {
          relative: [`dont {D:il} ${has} ${right}${from}`, ...(title ? [`dont {D:il} était ${title}${from}`] : [])],
          again: [`{D} ${en} ${right}${from}`, ...(title ? [`{D} en était ${title}${from}`] : [])],
        },
      ),
    );
  } else if (rights === 'QUASI_USUFRUIT')
    out.push(
      make('Démembrement', covers, [`{D} avait un quasi-usufruit sur ${the}${from}`], [`{D} : quasi-usufruit sur ${the}${from}`], {
        relative: [`sur ${which(thing)} {D:il} avait un quasi-usufruit${from}`],
      }),
    );
  else if (from) {
    const dismembered = `${verb(thing, 'est', 'sont')} démembré${ending(thing)}${from}`;
    out.push(
      make('Démembrement', [at('origine')], [`${the} ${dismembered}`], [`${noun} : démembrement${from}`], {
        relative: [`qui ${dismembered}`],
        again: [`${pronoun(thing)} ${dismembered}`],
      }),
    );
  }
  return [...out, ...rightHolder(s, thing, 'usufruitier_nom', "l'usufruit"), ...rightHolder(s, thing, 'nu_proprietaire_nom', 'la nue-propriété')];
}

/** Who else has a right in the thing. */
function rightHolder(s: Speaker, { path, the }: NamedThing, key: string, right: string): Clause[] {
  const at = `${path}.demembrement.${key}`;
  const holder = str(s.payload, at);
  if (holder === undefined) return [];
  const has = isTeller(s, holder) ? "j'ai" : `${holder} a`;
  const en = isTeller(s, holder) ? "j'en ai" : `${holder} en a`;
  return [
    make('Démembrement', [at], [`${has} ${right} ${deNp(the)}`], [`${right.replace(/^(?:l'|la )/, '')} ${deNp(the)} : ${holder}`], {
      relative: [`dont ${has} ${right}`],
      again: [`${en} ${right}`],
    }),
  ];
}
