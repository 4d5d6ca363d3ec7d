import type { Clause } from '../pack.ts';
import { joined } from '../french.ts';
import { bool, itemsAt, num, str } from '../payload.ts';
import { fem, isTeller, sexOfPerson, type Sex, type Speaker } from './speaker.ts';

/** What can be said of a person right behind the name, and what wants a sentence of its own. */
export interface PersonWords {
  readonly path: string;
  readonly name: string | undefined;
  readonly sex: Sex;
  readonly appositions: readonly { readonly covers: readonly string[]; readonly words: readonly string[] }[];
  readonly predicates: readonly { readonly covers: readonly string[]; readonly words: readonly string[] }[];
}

const COUNTRY_AT: Record<string, string> = { Portugal: 'au Portugal', Maroc: 'au Maroc', Canada: 'au Canada', Luxembourg: 'au Luxembourg' };
const COUNTRIES = new Set(['Belgique', 'Suisse', 'Espagne', 'Italie', 'Allemagne', 'France', ...Object.keys(COUNTRY_AT)]);
/** "à Lyon", "en Belgique", "au Maroc". */
export const atPlace = (place: string): string => (COUNTRIES.has(place) ? (COUNTRY_AT[place] ?? `en ${place}`) : `à ${place}`);

const OPTION: Record<string, readonly string[]> = {
  ACCEPTE: ['accepte la succession', 'a accepté la succession'],
  ACCEPTE_A_CONCURRENCE_ACTIF_NET: ["accepte à concurrence de l'actif net", "a accepté la succession à concurrence de l'actif net"],
  RENONCE: ['renonce à la succession', 'a renoncé à la succession'],
  CANTONNE: ['cantonne son émolument'],
  N_A_PAS_OPTE: ["n'a pas encore opté", "n'a pas encore pris d'option sur la succession"],
};

export function personWords(s: Speaker, path: string): PersonWords {
  const { payload } = s;
  const at = (key: string): string => `${path}.${key}`;
  const name = str(payload, at('nom'));
  const sex = sexOfPerson(name ?? '', path === 'famille.partenaire' ? (s.deceasedSex === 'f' ? 'm' : 'f') : 'm');
  const e = fem(sex);
  const appositions: { covers: string[]; words: string[] }[] = [];
  const predicates: { covers: string[]; words: string[] }[] = [];
  const app = (key: string, ...words: string[]): void => void appositions.push({ covers: [at(key)], words });
  const pred = (keys: string[], ...words: string[]): void => void predicates.push({ covers: keys.map(at), words });
  const other = bool(payload, at('est_d_une_precedente_union'));
  if (other === true)
    app(
      'est_d_une_precedente_union',
      `né${e} d'une précédente union`,
      `né${e} d'une première union`,
      `né${e} d'une autre union`,
      `issu${e} d'une précédente union`,
      `issu${e} d'une première union`,
      `né${e} d'un premier lit`,
    );
  if (other === false) app('est_d_une_precedente_union', `enfant du couple`, `né${e} du couple`, `enfant commun du couple`);
  const age = num(payload, at('age_au_deces'));
  if (age !== undefined) app('age_au_deces', `{ans:${age}}`, `âgé${e} de {ans:${age}}`);
  const birth = str(payload, at('date_naissance'));
  if (birth !== undefined) app('date_naissance', `né${e} {le:${birth}}`);
  const minor = bool(payload, at('est_mineur'));
  if (minor === true) app('est_mineur', `encore mineur${e}`, `mineur${e}`);
  if (minor === false) app('est_mineur', `majeur${e}`);
  if (bool(payload, at('est_handicape')) === true) app('est_handicape', `handicapé${e}`, 'en situation de handicap');
  const dead = bool(payload, at('est_decede'));
  const died = str(payload, at('date_deces'));
  if (dead === true && died !== undefined)
    appositions.push({ covers: [at('est_decede'), at('date_deces')], words: [`décédé${e} {le:${died}}`, `mort${e} {le:${died}}`, `prédécédé${e} {le:${died}}`] });
  else if (dead === true) app('est_decede', `décédé${e} avant lui`.replace('lui', s.deceasedSex === 'f' ? 'elle' : 'lui'), `prédécédé${e}`, `déjà décédé${e}`);
  else if (died !== undefined) app('date_deces', `décédé${e} {le:${died}}`);
  if (dead === false) app('est_decede', `toujours en vie`, `bien vivant${e}`);
  const filiation = str(payload, at('filiation'));
  const adoption = str(payload, at('adoption_date'));
  if (filiation !== undefined) {
    const word =
      { ADOPTION_SIMPLE: `adopté${e} en la forme simple`, ADOPTION_PLENIERE: `adopté${e} en la forme plénière`, RECONNU: `reconnu${e}`, BIOLOGIQUE: 'enfant biologique' }[
        filiation
      ] ?? filiation;
    if (adoption !== undefined) appositions.push({ covers: [at('filiation'), at('adoption_date')], words: [`${word} {le:${adoption}}`] });
    else app('filiation', word);
  } else if (adoption !== undefined) app('adoption_date', `adopté${e} {le:${adoption}}`);
  const nationality = str(payload, at('nationalite'));
  if (nationality !== undefined) app('nationalite', `de nationalité ${nationality}`);
  const protection = str(payload, at('sous_protection'));
  if (protection !== undefined)
    app('sous_protection', { TUTELLE: 'sous tutelle', CURATELLE: 'sous curatelle', HABILITATION_FAMILIALE: 'sous habilitation familiale' }[protection] ?? protection);
  const spouse = str(payload, at('conjoint_nom'));
  if (spouse !== undefined && !path.includes('unions_anterieures')) app('conjoint_nom', `marié${e} à ${spouse}`);
  if (bool(payload, at('a_des_enfants')) === false) app('a_des_enfants', 'sans enfant');
  const side = str(payload, at('branche'));
  if (side !== undefined) app('branche', side === 'PATERNELLE' ? 'du côté paternel' : 'du côté maternel');
  const degree = num(payload, at('degre'));
  if (degree !== undefined) app('degre', `au ${degree}e degré`);
  const sibling = str(payload, at('lien'));
  if (sibling === 'GERMAIN') app('lien', 'de mêmes père et mère');
  if (sibling === 'CONSANGUIN') app('lien', 'de même père seulement');
  if (sibling === 'UTERIN') app('lien', 'de même mère seulement');
  const home = str(payload, at('residence_habituelle'));
  if (home !== undefined) pred(['residence_habituelle'], `vit ${atPlace(home)}`, `réside ${atPlace(home)}`, `habite ${atPlace(home)}`);
  const fiscal = str(payload, at('residence_fiscale'));
  if (fiscal !== undefined) pred(['residence_fiscale'], `a son domicile fiscal ${atPlace(fiscal)}`);
  const option = str(payload, at('option_successorale'));
  if (option !== undefined && OPTION[option]) pred(['option_successorale'], ...OPTION[option]);
  const conditions = 'conditions_exoneration_fratrie';
  const lived = bool(payload, at(`${conditions}.domicile_commun_5_ans`));
  if (lived === true) pred([`${conditions}.domicile_commun_5_ans`], `vivait avec ${s.deceasedSex === 'f' ? 'elle' : 'lui'} depuis plus de cinq ans`);
  if (bool(payload, at(`${conditions}.plus_de_50_ans_ou_infirme`)) === true) pred([`${conditions}.plus_de_50_ans_ou_infirme`], 'a plus de cinquante ans');
  if (bool(payload, at(`${conditions}.celibataire_veuf_divorce_ou_separe`)) === true) pred([`${conditions}.celibataire_veuf_divorce_ou_separe`], `vit seul${e}`);
  return { path, name, sex, appositions, predicates };
}

export interface FamilyList {
  readonly path: string;
  readonly group: string;
  readonly label: string;
  /** "fils", "fille" by sex. */
  readonly noun: readonly [f: string, m: string];
  readonly plural: readonly [f: string, m: string];
  /** Names of the person these come from ("fils de Luc"). */
  readonly parentKey?: string;
}

const NUMBERS = ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf'];
export const countWord = (count: number, feminine = false): string => (count === 1 && feminine ? 'une' : (NUMBERS[count] ?? String(count)));

/** A list of relatives as clauses: who they are with what stands behind their names, then what wants a verb. */
export function listClauses(s: Speaker, list: FamilyList): Clause[] {
  const people = itemsAt(s.payload, list.path).map(({ path }) => personWords(s, path));
  if (people.length === 0) return [];
  const clauses: Clause[] = [];
  const named = people.filter((person) => person.name !== undefined && !isTeller(s, person.name));
  const child = s.first && ['enfant', 'beau_enfant'].includes(s.persona) && !s.tellerPath?.startsWith('famille.partenaire.');
  const fromFirst = child && list.path === 'famille.descendants.enfants';
  /** A child's own children, and nephews. */
  const fromParent = child && list.path === 'famille.descendants.petits_enfants';
  const fromSibling = s.first && s.persona === 'fratrie' && list.path.endsWith('freres_soeurs');
  /** Behind the children "son frère" would be the last one's, and in a child's mouth "une sœur" their own: whose it is must be said. */
  const ofSubject = list.path.endsWith('freres_soeurs');
  const ofParent = ofSubject && child;
  const possessive = (sex: Sex): string => (fromFirst || fromSibling || fromParent ? (sex === 'f' ? 'ma' : 'mon') : sex === 'f' ? 'sa' : 'son');
  const parentOf = (path: string): string | undefined => (list.parentKey ? str(s.payload, `${path}.${list.parentKey}`) : undefined);
  const noun = (sex: Sex, path: string): string => {
    if (fromFirst) return sex === 'f' ? 'sœur' : 'frère';
    const parent = parentOf(path);
    if (fromParent && parent !== undefined) return isTeller(s, parent) ? (sex === 'f' ? 'fille' : 'fils') : sex === 'f' ? 'nièce' : 'neveu';
    return list.noun[sex === 'f' ? 0 : 1];
  };
  const told = new Set<string>();
  const entry = (person: PersonWords, most: number): { words: string; covers: string[] } => {
    const chosen = person.appositions.slice(0, most);
    const parent = parentOf(person.path);
    const from =
      parent === undefined
        ? ''
        : isTeller(s, parent)
          ? // "Ma fille" said it already.
            fromParent && named.length === 1
            ? ''
            : ', mon enfant'
          : `, ${person.sex === 'f' ? 'fille' : 'fils'} ${/^[AEIOUYÉÈÊÎ]/.test(parent) ? "d'" : 'de '}${parent}`;
    const covers = [`${person.path}.nom`, ...(parent === undefined ? [] : [`${person.path}.${list.parentKey}`]), ...chosen.flatMap((item) => item.covers)];
    for (const path of covers) told.add(path);
    const behind = chosen.map((item) => s.random.pick(item.words));
    // "Hugo (49 ans)", where nothing else stands behind the name.
    const isBracketed = from === '' && behind.length === 1 && s.random.chance(0.3);
    return { words: `${person.name}${from}${isBracketed ? ` (${behind[0]!})` : behind.map((words) => `, ${words}`).join('')}`, covers };
  };
  if (named.length === 1) {
    const person = named[0]!;
    const one = entry(person, 2);
    const np = `${possessive(person.sex)} ${noun(person.sex, person.path)} ${one.words}`;
    const ownChild = fromParent && isTeller(s, parentOf(person.path));
    const indefinite = `${person.sex === 'f' ? 'une' : 'un'} ${list.noun[person.sex === 'f' ? 0 : 1]}, ${one.words}`;
    clauses.push({
      group: list.group,
      label: list.label,
      covers: one.covers,
      full: ownChild
        ? [`il y a ${np}`, `j'ai ${person.sex === 'f' ? 'une' : 'un'} ${noun(person.sex, person.path)}, ${one.words}`]
        : fromFirst || fromSibling
          ? [`il y a aussi ${np}`, `j'ai ${indefinite.replace(list.noun[0], noun('f', named[0]!.path)).replace(list.noun[1], noun('m', named[0]!.path))}`]
          : s.unclear
            ? [`il y a ${np}`, `{D} a ${indefinite}`]
            : ofSubject
              ? [`{D} avait ${indefinite}`, `{D} laisse ${indefinite}`]
              : [`{D} laisse ${indefinite}`, `il y a ${np}`, `la famille compte ${indefinite}`, `{D} avait ${indefinite}`],
      short: ofParent
        ? [`${noun(person.sex, person.path)} {D:de} : ${one.words}`]
        : ownChild
          ? [`${possessive(person.sex)} ${noun(person.sex, person.path)} : ${one.words}`]
          : [indefinite, `${list.noun[person.sex === 'f' ? 0 : 1]} : ${one.words}`],
    });
  } else if (named.length > 1) {
    const entries = named.map((person) => entry(person, 1));
    const feminine = named.every((person) => person.sex === 'f');
    const plural = fromFirst ? (feminine ? 'sœurs' : 'frères et sœurs') : list.plural[feminine ? 0 : 1];
    const separator = entries.some((item) => item.words.includes(', ')) ? ' ; ' : ', ';
    const names = separator === ', ' ? joined(entries.map((item) => item.words)) : entries.map((item) => item.words).join(separator);
    const count = countWord(named.length, feminine);
    const covers = entries.flatMap((item) => item.covers);
    clauses.push({
      group: list.group,
      label: list.label,
      covers,
      full:
        fromFirst || fromSibling
          ? [`j'ai ${count} ${plural} : ${names}`, `nous sommes plusieurs, avec ${names}`]
          : s.unclear
            ? [`{D} a ${count} ${plural} : ${names}`, `il y a ${count} ${plural}, ${names}`]
            : ofSubject
              ? [`{D} avait ${count} ${plural} : ${names}`]
              : [
                  `{D} laisse ${count} ${plural} : ${names}`,
                  `il y a ${count} ${plural} : ${names}`,
                  `{D} avait ${count} ${plural} : ${names}`,
                  `la famille compte ${count} ${plural} : ${names}`,
                ],
      short: ofParent ? [`${plural} {D:de} : ${names}`] : [`${plural} : ${names}`, `${named.length} ${plural} (${names})`],
    });
  }
  for (const person of people) {
    const rest = predicatesOf({ ...person, appositions: person.appositions.filter((item) => !item.covers.every((path) => told.has(path))) });
    const subject = isTeller(s, person.name) ? 'je' : (person.name ?? `cet${person.sex === 'f' ? 'te' : ''} ${list.noun[person.sex === 'f' ? 0 : 1]}`);
    for (const item of rest) {
      const words = item.words.map((word) => (subject === 'je' ? firstPerson(word) : `${subject} ${word}`));
      clauses.push({
        group: list.group,
        label: list.label,
        covers: item.covers,
        full: words,
        short: subject === 'je' ? words : item.words.map((word) => `${subject} : ${word.replace(/^est /, '')}`),
      });
    }
    const parent = parentOf(person.path);
    if (parent !== undefined && isTeller(s, person.name)) {
      clauses.push({
        group: list.group,
        label: list.label,
        covers: [`${person.path}.${list.parentKey}`],
        full: [
          `${parent} est ${sexOfPerson(parent) === 'f' ? 'ma mère' : 'mon père'}`,
          `je suis ${s.tellerSex === 'f' ? 'la fille' : 'le fils'} de ${parent}`.replace(/de (?=[AEIOUYÉÈ])/, "d'"),
        ],
        short: [`${sexOfPerson(parent) === 'f' ? 'ma mère' : 'mon père'} : ${parent}`],
      });
    }
  }
  return clauses;
}

/** "42 ans" to "a 42 ans", "né en 1980" to "est né en 1980". */
const asPredicate = (word: string): string => (word.startsWith('{ans:') ? `a ${word}` : `est ${word}`);

/** All that can be said of a person with a verb. */
export const predicatesOf = (person: PersonWords): PersonWords['predicates'] => [
  ...person.appositions.map(({ covers, words }) => ({ covers, words: words.map(asPredicate) })),
  ...person.predicates,
];

const FIRST: readonly (readonly [RegExp, string])[] = [
  [/^est /, 'je suis '],
  [/^a /, "j'ai "],
  [/^n'a /, "je n'ai "],
  [/^vit /, 'je vis '],
  [/^vivait /, 'je vivais '],
  [/^réside /, 'je réside '],
  [/^habite /, "j'habite "],
  [/^accepte /, "j'accepte "],
  [/^renonce /, 'je renonce '],
  [/^cantonne son /, 'je cantonne mon '],
];
/** A third-person predicate said of oneself. */
export function firstPerson(predicate: string): string {
  for (const [pattern, words] of FIRST) if (pattern.test(predicate)) return predicate.replace(pattern, words);
  return `je ${predicate}`;
}
