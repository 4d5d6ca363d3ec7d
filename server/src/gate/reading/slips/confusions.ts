import { any, BE, only, type Look, type SlipRule } from './look.ts';

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
  // "je vous appel", "il travail".
  (look) => NOUNS_FOR_VERBS.has(look.lower(0)) && SUBJECTS.has(look.subject),
  // "l'entretient de la tombe".
  (look) =>
    look.lower(0) === 'entretient' &&
    (['un', 'cet', 'mon', 'son', 'd'].includes(look.lower(-1)) ||
      (look.lower(-1) === 'l' && (look.near(-2) === undefined || ['de', 'pour', 'et', 'sur', 'par', 'à'].includes(look.lower(-2))))),
  // "les enfants on reçu", "il m'on rien dit".
  (look) => look.lower(0) === 'on' && only(look.tags(-1), /^[NA].p$/) && any(look.tags(-1), /^N/) && any(look.tags(1), /^K/) && !any(look.tags(1), /^V/),
  (look) => look.lower(0) === 'on' && ['m', 't'].includes(look.lower(-1)) && [1, 2, 3].some((by) => any(look.tags(by), /^K/)),
  // "mon père et décédé".
  (look) =>
    look.lower(0) === 'et' &&
    STATES.has(look.lower(1)) &&
    BEHIND_STATE.has(look.lower(2)) &&
    any(look.tags(-1), /^N.s$/) &&
    OWN_DETERMINERS.has(look.lower(-2)) &&
    look.near(-3) === undefined,
  // "il est mort est enterré", "accepte de vendre est de partager", "il est venu est il a vu".
  (look) => look.lower(0) === 'est' && BE.has(look.lower(-2)) && any(look.tags(-1), /^K/) && (any(look.tags(1), /^K/) || (PERSONS.has(look.lower(1)) && any(look.tags(2), /^V/))),
  (look) =>
    look.lower(0) === 'est' &&
    ['de', 'd'].includes(look.lower(1)) &&
    any(look.tags(-1), /^W/) &&
    ['de', 'd'].includes(look.lower(-2)) &&
    any(look.tags(2), /^W/) &&
    any(look.tags(-3), /^V/),
  // "les parts quelle détenait", "il faut quelle signe".
  (look) => look.lower(0) === 'quelle' && any(look.tags(1), /^V/) && !any(look.tags(1), /^[NA](?:f|\?)/) && !BEHIND_WHICH.test(look.lower(1)),
  // "ces mon frère", "c'est parents sont morts".
  (look) => look.lower(0) === 'ces' && ['mon', 'ma', 'mes', 'le', 'la', 'lui', 'elle', 'moi', 'pas', 'son', 'sa', 'trop', 'vrai', 'bien'].includes(look.lower(1)),
  (look) => look.lower(0) === 'est' && look.lower(-1) === 'c' && only(look.tags(1), /^N.p$/) && any(look.tags(2), /^V3p/),
  // "j'ai étais".
  (look) => ['étais', 'étai', 'étaient'].includes(look.lower(0)) && ['ai', 'a', 'as', 'ont', 'avait'].includes(look.lower(-1)),
  // "a coté", "de son coté".
  (look) => look.lower(0) === 'coté' && SIDES.has(look.lower(-1)),
  // "combien sa coûte".
  (look) => look.lower(0) === 'sa' && any(look.tags(1), /^V3s/) && only(look.tags(1), /^V/),
  // "avec ça sœur".
  (look) => look.lower(0) === 'ça' && HERS.has(look.lower(1)) && look.openBehind,
  // "comment ce passe", "que ce passe-t-il".
  (look) => look.lower(0) === 'ce' && ['comment', 'que'].includes(look.lower(-1)) && /^(?:passe|partage|fait|règle|calcule)$/.test(look.lower(1)),
  // "il a vendu sont appartement".
  (look) => look.lower(0) === 'sont' && isBareNoun(look, 1) && (any(look.tags(-1), /^[KW]/) || ['est', 'de', 'à', 'avec', 'dans', 'pour', 'sur', 'par'].includes(look.lower(-1))),
  // "elle a perdu son marie".
  (look) => look.word.text === 'marie' && ['son', 'mon', 'ton', 'le', 'un', 'notre'].includes(look.lower(-1)),
  // "d'avantage de temps".
  (look) => look.lower(0) === 'avantage' && look.lower(-1) === 'd' && ['de', 'd', 'que'].includes(look.lower(1)) && !['pas', 'peu', 'plus', 'aucun'].includes(look.lower(-2)),
  // "je vais voire le notaire".
  (look) => look.lower(0) === 'voire' && BEFORE_SEEING.has(look.lower(-1)),
  // "la maison ou il vivait", "le jour ou il est mort".
  (look) =>
    look.lower(0) === 'ou' &&
    PERSONS.has(look.lower(1)) &&
    PLACES.has(look.lower(-1)) &&
    (look.near(-3) === undefined || ['dans', 'à', 'de', 'depuis', 'jusqu', 'au'].includes(look.lower(-3))) &&
    [2, 3].some((by) => any(look.tags(by), /^V/)),
  // "il n'est pas sensé vendre".
  (look) => /^sensée?s?$/.test(look.lower(0)) && (any(look.tags(1), /^W/) || any(look.tags(2), /^W/)),
  // "entrain de vendre", "à peu prés", "bon journée".
  (look) => look.lower(0) === 'entrain' && ['de', 'd'].includes(look.lower(1)) && BE.has(look.lower(-1)),
  (look) => look.lower(0) === 'prés' && (['peu', 'très', 'de', 'à'].includes(look.lower(-1)) || ['de', 'd'].includes(look.lower(1))),
  (look) => look.lower(-1) === 'bon' && ['journée', 'soirée', 'fin', 'année'].includes(look.lower(0)),
  // "je n'es pas".
  (look) => look.lower(0) === 'es' && ['je', 'j'].includes(look.subject),
];
