import { after, any, BE, only, on, type Look, type SlipRule } from './look.ts';

/** Nouns that are typed for the verb they sound like ("je vous appel"). */
const NOUNS_FOR_VERBS = new Set('appel travail conseil emploi envoi essai oubli calcul'.split(' '));
const SUBJECTS = new Set('je j tu il elle on'.split(' '));
const OWN_DETERMINERS = new Set('mon ma mes son sa ses ton ta le la les un une l'.split(' '));
/** What can stand behind "quelle": a form of being, having or a modal. */
const BEHIND_WHICH = /^(?:est|sont|était|étaient|sera|serait|seront|soit|fut|a|ont|avait|aura|aurait|doit|devra|devrait|peut|pourra|pourrait)$/;
const STATES = new Set('décédé décédée mort morte marié mariée parti partie malade veuf veuve'.split(' '));
const BEHIND_STATE = new Set(['en', 'le', 'depuis', 'à', 'l', 'il', 'hier', 'dans', 'd', 'au', 'avant', 'sans', '']);
const SIDES = new Set('a à de du d son mon notre leur un quel ce chaque'.split(' '));
const PLACES = new Set('jour moment année mois maison appartement ville endroit logement pays'.split(' '));
const HERS = new Set('part femme maison mère fille sœur soeur succession voiture vie place signature retraite moitié tante nièce mort'.split(' '));
const BEFORE_SEEING = new Set('vais va vont aller allé allée allés peux peut pour faut de d pourrait dois doit'.split(' '));
const PERSONS = new Set('il elle ils elles on je j nous vous'.split(' '));

/** "Un appartement" where "sont" should be "son": a bare noun in the singular behind it. */
const isBareNoun = (look: Look, by: number): boolean =>
  any(look.tags(by), /^N.s$/) && !any(look.tags(by), /^[AKV]/) && !look.isCapital(by) && look.lower(by + 1) !== 'et' && look.lower(by + 1) !== 'ou';

/** Words that are taken for others which sound like them. */
export const confusionRules: readonly SlipRule[] = [
  // "il et moi étions mariés", "il et Anne".
  on(['il', 'ils', 'je', 'tu'], (look) => look.lower(1) === 'et' && (look.lower(2) === 'moi' || look.isName(2))),
  // "je vous appel", "il travail".
  on(NOUNS_FOR_VERBS, (look) => SUBJECTS.has(look.subject)),
  // "l'entretient de la tombe".
  on(
    ['entretient'],
    (look) =>
      ['un', 'cet', 'mon', 'son', 'd'].includes(look.lower(-1)) ||
      (look.lower(-1) === 'l' && (look.near(-2) === undefined || ['de', 'pour', 'et', 'sur', 'par', 'à'].includes(look.lower(-2)))),
  ),
  // "les enfants on reçu", "il m'on rien dit".
  on(['on'], (look) => only(look.tags(-1), /^[NA].p$/) && any(look.tags(-1), /^N/) && any(look.tags(1), /^K/) && !any(look.tags(1), /^V/)),
  on(['on'], (look) => ['m', 't'].includes(look.lower(-1)) && look.text[look.word.start - 1] !== '-' && [1, 2, 3].some((by) => any(look.tags(by), /^K/))),
  // "mon père et décédé".
  on(
    ['et'],
    (look) => STATES.has(look.lower(1)) && BEHIND_STATE.has(look.lower(2)) && any(look.tags(-1), /^N.s$/) && OWN_DETERMINERS.has(look.lower(-2)) && look.near(-3) === undefined,
  ),
  // "il est mort est enterré", "accepte de vendre est de partager", "il est venu est il a vu".
  on(
    ['est'],
    (look) =>
      BE.has(look.lower(-2)) &&
      any(look.tags(-1), /^K/) &&
      look.lower(1) !== look.lower(-1) &&
      (any(look.tags(1), /^K/) || (PERSONS.has(look.lower(1)) && any(look.tags(2), /^V/))),
  ),
  on(
    ['est'],
    (look) => ['de', 'd'].includes(look.lower(1)) && any(look.tags(-1), /^W/) && ['de', 'd'].includes(look.lower(-2)) && any(look.tags(2), /^W/) && any(look.tags(-3), /^V/),
  ),
  // "les parts quelle détenait", "il faut quelle signe".
  on(['quelle'], (look) => any(look.tags(1), /^V/) && !any(look.tags(1), /^[NA](?:f|\?)/) && !BEHIND_WHICH.test(look.lower(1))),
  // "ces mon frère", "c'est parents sont morts".
  on(['ces'], (look) => ['mon', 'ma', 'mes', 'le', 'la', 'lui', 'elle', 'moi', 'pas', 'son', 'sa', 'trop', 'vrai', 'bien'].includes(look.lower(1))),
  on(['est'], (look) => look.lower(-1) === 'c' && only(look.tags(1), /^N.p$/) && any(look.tags(2), /^V3p/)),
  // "j'ai étais".
  on(['étais', 'étai', 'étaient'], (look) => ['ai', 'a', 'as', 'ont', 'avait'].includes(look.lower(-1))),
  // "a coté", "de son coté".
  on(['coté'], (look) => SIDES.has(look.lower(-1))),
  // "combien sa coûte".
  on(['sa'], (look) => any(look.tags(1), /^V3s/) && only(look.tags(1), /^V/)),
  // "avec ça sœur".
  on(['ça'], (look) => HERS.has(look.lower(1)) && look.openBehind),
  // "comment ce passe", "que ce passe-t-il".
  on(['ce'], (look) => ['comment', 'que'].includes(look.lower(-1)) && /^(?:passe|partage|fait|règle|calcule)$/.test(look.lower(1))),
  // "il a vendu sont appartement".
  on(['sont'], (look) => isBareNoun(look, 1) && (any(look.tags(-1), /^[KW]/) || ['est', 'de', 'à', 'avec', 'dans', 'pour', 'sur', 'par'].includes(look.lower(-1)))),
  // "elle a perdu son marie".
  on(['marie'], (look) => look.word.text === 'marie' && ['son', 'mon', 'ton', 'le', 'un', 'notre'].includes(look.lower(-1))),
  // "d'avantage de temps".
  on(['avantage'], (look) => look.lower(-1) === 'd' && ['de', 'd', 'que'].includes(look.lower(1)) && !['pas', 'peu', 'plus', 'aucun'].includes(look.lower(-2))),
  // "je vais voire le notaire".
  on(['voire'], (look) => BEFORE_SEEING.has(look.lower(-1))),
  // "la maison ou il vivait", "le jour ou il est mort".
  on(
    ['ou'],
    (look) =>
      PERSONS.has(look.lower(1)) &&
      PLACES.has(look.lower(-1)) &&
      (look.near(-3) === undefined || ['dans', 'à', 'de', 'depuis', 'jusqu', 'au'].includes(look.lower(-3))) &&
      [2, 3].some((by) => any(look.tags(by), /^V/)),
  ),
  // "il n'est pas sensé vendre".
  on(['sensé', 'sensés', 'sensée', 'sensées'], (look) => /^sensée?s?$/.test(look.lower(0)) && (any(look.tags(1), /^W/) || any(look.tags(2), /^W/))),
  // "entrain de vendre", "à peu prés", "bon journée".
  on(['entrain'], (look) => ['de', 'd'].includes(look.lower(1)) && BE.has(look.lower(-1))),
  on(['prés'], (look) => ['peu', 'très', 'de', 'à'].includes(look.lower(-1)) || ['de', 'd'].includes(look.lower(1))),
  after(['bon'], (look) => ['journée', 'soirée', 'fin', 'année'].includes(look.lower(0))),
  // "je n'es pas".
  on(['es'], (look) => ['je', 'j'].includes(look.subject)),
];
