import { sexOf } from '../first-names.ts';
import type { Word } from '../words.ts';
import { COMPANIES, of, on, any, BE, HAVE, only, type Look, type SlipRule } from './look.ts';

/** A noun that a participle further on goes with. */
interface Noun {
  readonly gender: 'm' | 'f';
  readonly number: 's' | 'p';
}

const SINGULAR: ReadonlyMap<string, 'm' | 'f'> = new Map(Object.entries({ la: 'f', une: 'f', ma: 'f', sa: 'f', ta: 'f', cette: 'f', un: 'm', le: 'm', ce: 'm' }));
const PLURAL = new Set(['les', 'des', 'mes', 'ses', 'nos', 'vos', 'ces', 'deux', 'trois', 'quatre']);
/** "De Vannes", "à Reims", "chez Axa", "au Crédit agricole": what may stand between a noun and its participle. */
const BEFORE_NAME = new Set(['de', 'd', 'à', 'en', 'sur', 'chez', 'près', 'du', 'au']);
const PREPOSITIONS = new Set([
  'de',
  'd',
  'à',
  'en',
  'sur',
  'chez',
  'dans',
  'pour',
  'par',
  'avec',
  'sans',
  'du',
  'au',
  'des',
  'aux',
  'sous',
  'entre',
  'contre',
  'pendant',
  'durant',
  'avant',
  'depuis',
  'après',
]);
/** Participles that stand where they stand unchanged: "y compris", "vu", "ci-joint", "la part revenant à". */
const UNCHANGED = new Set('vu excepté passé compris étant attendu supposé sauf dit fait pu dû plu voulu su cru laissé entendu joint mort été eu fini parti tout'.split(' '));
/** Behind these a participle is told of what stands before: "acheté en 2024", "estimé à 77 000 €", "occupé par Suzanne". */
const BEHIND_PARTICIPLE = new Set('en à par le pendant depuis avant après au aux il pour comme'.split(' '));

const isName = ({ text }: Word): boolean => /^\p{Lu}/u.test(text);
const isFigure = ({ text }: Word): boolean => /^\d/.test(text) || ['€', 'euros', 'k'].includes(text);

/** The tags of a word that can be a participle, without its readings as a noun. */
const participle = (look: Look): readonly string[] => look.tags().filter((tag) => /^[KA]/.test(tag));
const isParticiple = (look: Look): boolean => any(look.tags(), /^K/) && !any(look.tags(), /^[WV]/) && !UNCHANGED.has(look.lower(0));
/** "Le dossier de Louise Morin, décédée": said of her who is named last. */
const isOfPerson = (look: Look): boolean => /^(?:décédé|mort|disparu|né|marié|remarié|pacsé|divorcé|domicilié|âgé|adopté|prénommé|nommé|issu|séparé)/.test(look.lower(0));

/** Whether nothing that could be the participle's own noun stands behind it. */
const ends = (look: Look): boolean => look.near(1) === undefined || BEHIND_PARTICIPLE.has(look.lower(1)) || /^\d/.test(look.lower(1));

/** The noun that ends at a word, behind places and names ("la maison de Vannes"), with the determiner that says its gender. */
function nounBack(look: Look, from: number): Noun | undefined {
  const { words, dictionary } = look;
  let at = from;
  const { sentence } = look.word;
  while (at > 1 && isName(words[at]!) && !COMPANIES.has(words[at]!.text) && words[at]!.sentence === sentence) at--;
  if (at < from) {
    // "Le dossier Agnès Guérin, née en 1950": who is named may be another than the noun says.
    if (!BEFORE_NAME.has(words[at]!.lower)) return undefined;
    at--;
  }
  const [determiner, noun] = [words[at - 1], words[at]];
  const isCompany = COMPANIES.has(noun?.text ?? '');
  if (noun?.sentence !== sentence || (isName(noun) && !isCompany)) return undefined;
  const tags = isCompany ? ['Nfs'] : dictionary.tags(noun.lower).filter((tag) => tag.startsWith('N'));
  // "Et maison à Cassis estimé 225 000 €": a note leaves the article out.
  if (at < from && (determiner === undefined || determiner.clause !== noun.clause || determiner.lower === 'et')) {
    const bare = /^N([mf])s$/.exec(tags[0] ?? '')?.[1] as 'm' | 'f' | undefined;
    return bare && tags.length === 1 ? { gender: bare, number: 's' } : undefined;
  }
  if (!determiner || determiner.clause !== noun.clause || (PREPOSITIONS.has(words[at - 2]?.lower ?? '') && !isOwned(words, at - 2))) return undefined;
  const gender = SINGULAR.get(determiner.lower);
  // "La part de l'appartement": with its article alone a noun says nothing of gender.
  if (gender) return tags.length > 0 && tags.every((tag) => tag === `N${gender}s`) ? { gender, number: 's' } : undefined;
  const plural = PLURAL.has(determiner.lower) ? /^N([mf])p$/.exec(tags[0] ?? '')?.[1] : undefined;
  return plural && tags.every((tag) => tag === `N${plural}p`) ? { gender: plural as 'm' | 'f', number: 'p' } : undefined;
}

/** "Propriétaire d'une maison", "et d'une maison qu'il avait acheté": of a thing of its own. */
const isOwned = (words: readonly Word[], at: number): boolean => words[at]!.lower === 'd' && ['propriétaire', 'et'].includes(words[at - 1]?.lower ?? '');

/** Whether no reading of the participle agrees with the noun. */
const disagrees = (look: Look, { gender, number }: Noun): boolean => {
  const tags = participle(look);
  return tags.length > 0 && !tags.some((tag) => ['?', gender].includes(tag[1]!) && ['?', number].includes(tag[2]!));
};

/** "La maison de Vannes, acheté en 2024", "30 000 € versé": the participle opens a clause, or stands behind a place. */
const apposed: SlipRule = (look) => {
  if (!isParticiple(look) || isOfPerson(look) || look.word.text !== look.word.lower) return false;
  const before = look.words[look.at - 1];
  if (!before || before.sentence !== look.word.sentence) return false;
  const opens = before.clause !== look.word.clause;
  if (!ends(look) || (opens && look.text.slice(before.end, look.word.start).trim() !== ',') || (!opens && !isName(before))) return false;
  // "Un appartement où nous passions nos vacances, estimé à …": said of what stands before the relative clause.
  if (opens && isRelative(look, before.clause)) return false;
  const noun = nounBack(look, look.at - 1);
  return noun !== undefined && disagrees(look, noun);
};
const isRelative = (look: Look, clause: number): boolean => look.words.some(({ clause: its, lower }, i) => i < look.at && its === clause && RELATIVES.has(lower));
const RELATIVES = new Set(['où', 'que', 'qu', 'dont', 'qui', 'laquelle', 'lequel']);

/** "Sophie Delacroix, décédée en mars, était marié": what the subject's first name says of its gender. */
const ofNamed: SlipRule = (look) => {
  const be = look.auxiliary(BE);
  if (be === 0 || !isParticiple(look) || !only(participle(look), /^.ms$/) || ['été', 'sont', 'étaient'].includes(look.lower(be))) return false;
  const { words, at, word } = look;
  const verb = at + be;
  const start = words.findIndex(({ sentence }) => sentence === word.sentence);
  const isSubject = isName(words[verb - 1] ?? word) || words[verb - 1]?.clause !== words[verb]!.clause;
  const first = words[start]!;
  // The name opens the sentence, and its verb is the first that is in the main clause.
  if (!isSubject || verb <= start || sexOf(first) !== 'f' || words.slice(start, verb).some((other, i) => i > 0 && FINITE.has(other.lower))) return false;
  const names = words.slice(start, verb).findIndex((other) => !isName(other));
  return names < 0 || words[start + names]!.clause !== first.clause;
};
/** A verb between, or another who could be the subject. */
const FINITE = new Set(['a', 'est', 'était', 'avait', 'qui', 'que', 'dont', 'et', 'il', 'elle', 'son', 'leur', 'mon', 'fils', 'mari', 'époux', 'père', 'frère']);

/** "La maison, 310 000 €, est occupé par …": a figure stands between commas. */
const behindFigure: SlipRule = (look) => {
  if (!isParticiple(look) || !BE.has(look.lower(-1)) || look.near(-2) !== undefined) return false;
  let at = look.at - 2;
  while (at > 0 && isFigure(look.words[at]!)) at--;
  if (at === look.at - 2) return false;
  const noun = nounBack(look, at);
  return noun !== undefined && disagrees(look, noun);
};

/** "30 000 € versé". */
const behindEuros: SlipRule = (look) =>
  isParticiple(look) &&
  // "Un don manuel de 16 000 € consenti par …" says the gift.
  /(?:^|pour|et|:|,|dont|soit)\s*\d[\d\s]*(?:€|euros) $/.test(look.text.slice(Math.max(0, look.word.start - 22), look.word.start)) &&
  ends(look) &&
  only(participle(look), /^.ms$/) &&
  !any(look.tags(), /^N/);

/** "La maison qu'il a acheté", "les biens que mon père avait laissé": the object stands before. */
const objectAhead: SlipRule = (look) => {
  const have = look.auxiliary(HAVE);
  if (have === 0 || !isParticiple(look) || any(look.dictionary.tags(look.lower(1)), /^W/)) return false;
  if (look.lower(have - 1) === 'les') return only(participle(look), /^..s$/) && !['y', 'nous', 'vous'].includes(look.lower(have - 2));
  for (let by = have - 1; by >= have - 4 && look.near(by) !== undefined; by--) {
    if (!['que', 'qu'].includes(look.lower(by)) || look.at + by === 0) continue;
    const noun = nounBack(look, look.at + by - 1);
    const gap = look.text.slice(look.words[look.at + by - 1]!.end, look.words[look.at + by]!.start);
    // "Une maison et un appartement qu'il avait achetés".
    const areTwo = any(participle(look), /p$/) && [2, 3, 4, 5].some((back) => look.lower(by - back) === 'et');
    return noun !== undefined && /^,? $/.test(gap) && !areTwo && disagrees(look, noun);
  }
  return false;
};

/** "La maison, Agnès l'avait hérité": what is spoken of stands first. */
const topicAhead: SlipRule = (look) => {
  const have = look.auxiliary(HAVE);
  if (have === 0 || look.lower(have - 1) !== 'l' || !isParticiple(look) || !only(participle(look), /^.ms$/)) return false;
  const { clause, sentence } = look.word;
  let first = look.at;
  while (first > 0 && look.words[first - 1]!.clause === clause) first--;
  const topic = first - 1;
  if (topic < 1 || look.words[topic]!.sentence !== sentence) return false;
  const noun = nounBack(look, topic);
  const start = look.words.findIndex((word) => word.sentence === sentence);
  // The topic is all that stands before, but for "et", "alors" or the like.
  return noun?.gender === 'f' && topic - start <= TOPIC_WORDS;
};
/** "Et la maison de Tours". */
const TOPIC_WORDS = 5;

/** "Un local commercial, estimer à 77 000 €", "une maison acheter en 2005": an infinitive where a participle goes on. */
const infinitive: SlipRule = (look) => {
  if (!only(look.tags(), /^W$/) || !any(look.dictionary.tags(look.lower(0).replace(/er$/, 'é')), /^K/)) return false;
  const behind = `${look.lower(1)} ${look.lower(2)}`;
  if (!/^(?:à|en|par) (?:\d|le$|la$|l$)|^(?:à|en) \d/.test(behind)) return false;
  const before = look.words[look.at - 1];
  // "Puis-je, en tant que frère, demander à …".
  const isAwaited = look.words.some(({ sentence, lower }, i) => i < look.at && sentence === look.word.sentence && AWAITS.has(lower));
  if (!before || before.sentence !== look.word.sentence || isAwaited) return false;
  if (before.clause !== look.word.clause) return look.text.slice(before.end, look.word.start).trim() === ',' && (isName(before) || any(look.dictionary.tags(before.lower), /^N/));
  return any(look.tags(-1), /^N/) && !any(look.tags(-1), /^V/) && SINGULAR.has(look.lower(-2));
};

const AWAITS = new Set('puis peux peut peuvent pouvons pouvez doit dois doivent faut veut veux veulent voudrait voudrais pourrait pourrais pour'.split(' '));

/** "Une assurance-vie Allianz sur la tête de Thierry, souscrit en mai". */
const ofPolicy: SlipRule = (look) => {
  if (!['souscrit', 'ouvert', 'dénoué'].includes(look.lower(0)) || !ends(look)) return false;
  const before = look.words[look.at - 1];
  if (before?.sentence !== look.word.sentence || before.clause === look.word.clause) return false;
  const told = look.words.filter(({ sentence }, i) => i < look.at && sentence === look.word.sentence).map(({ lower }) => lower);
  return told.includes('assurance') && !told.some((word) => ['contrat', 'contrats', 'compte', 'livret', 'placement'].includes(word));
};

/** "Sa injuste", "ma amie": before a vowel stands "son", or "ça" was meant. */
const beforeVowel: SlipRule = (look) =>
  ['sa', 'ma', 'ta'].includes(look.lower(0)) && /^[aeiouéèêâîôû]/.test(look.lower(1)) && !/^(?:a|as|ont|était|onz|oui)/.test(look.lower(1)) && look.openBehind;

/** Agreement with what stands apart: behind a comma, a place, a figure, or ahead of its verb. */
export const apartRules: readonly SlipRule[] = [
  ...[apposed, ofNamed, behindFigure, behindEuros, objectAhead, topicAhead].map((rule) => of('K', rule)),
  on(['souscrit', 'ouvert', 'dénoué'], ofPolicy),
  of('W', infinitive),
  on(['sa', 'ma', 'ta'], beforeVowel),
];
