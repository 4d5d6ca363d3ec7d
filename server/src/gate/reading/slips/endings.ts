import { after, of, any, BE, FEMININE, HAVE, MONTH_NAMES, isOnlyParticiple, only, on, type Look, type SlipRule } from './look.ts';

/** "La part qu'elle n'avait pas réclamée de son vivant". */
function isBehindWhich(look: Look, from: number): boolean {
  for (let by = from - 1; look.near(by) !== undefined; by--) if (['que', 'qu'].includes(look.lower(by))) return true;
  return false;
}
const HAVE_TOO = new Set('ait aie ayons ayez aient eu ayant avoir'.split(' '));
/** Before an infinitive, with a pronoun between or none. */
const WILLING = new Set(
  'entend entends entendent ose osent souhaite souhaitent souhaiterait préfère préfèrent espère espèrent désire veuillez voudrait voudrais aimerait'.split(' '),
);
const MUST = new Set(['faut', 'faudra', 'faudrait', 'doit', 'devra', 'peut', 'veut', 'va']);
/** "Refuse de [signer]". */
const BEFORE_OF = new Set(
  'refuse refusé refusent accepte accepté acceptent essaie essaye évite permet permettre propose proposé décide décidé envisage arrête menace promet risque cesse vient viens viennent merci avant afin oublie oublié demande continue continuent continuait'.split(
    ' ',
  ),
);
const CLITICS = new Set('me m te t se s nous vous lui leur le la les l y en'.split(' '));
/** Determiners that are nothing else ("les" is a pronoun too). */
const PLURALS = new Set('deux trois quatre cinq six sept huit neuf dix plusieurs des mes tes ses nos vos ces quelques'.split(' '));
const MASCULINE = new Set('le un ce cet du mon son'.split(' '));
const BEHIND_OBJECT = new Set('la le les l un une des leur leurs son sa ses mon ma mes ce cette deux trois'.split(' '));
const PARTICIPLE_NOUNS = new Set('prévenu demandé payé rappelé appelé donné'.split(' '));
const BEING = new Set(['est', 'était', 'sera', 'serait']);

const isInfinitiveMissed = (look: Look): boolean =>
  any(look.tags(), /^K/) && /[éiu]e?s?$/.test(look.word.lower) && !any(look.tags(), /^[WV]/) && look.dictionary.tags(look.word.lower.replace(/ée?s?$/, 'er')).includes('W');
const isFemininePhrase = (look: Look, noun: number): boolean => FEMININE.has(look.lower(noun - 1)) && any(look.tags(noun), /^Nf/) && !look.isCapital(noun);
const isMasculineNoun = (look: Look, by: number): boolean => any(look.tags(by), /^Nms$/) && !any(look.tags(by), /^N(?:f|\?)/);
/** A participle whose every reading is feminine singular. */
const isFeminineParticiple = (look: Look): boolean => any(look.tags(), /^Kfs$/) && only(look.tags(), /^[KAN]fs$/);
const isMasculineParticiple = (look: Look): boolean => isOnlyParticiple(look.tags(), /^.ms$/) && !any(look.tags(), /^[VW]/);

/** Where the first word stands that is no pronoun before a verb. */
function beforeClitics(look: Look): number {
  let by = -1;
  while (CLITICS.has(look.lower(by)) || ['ne', 'n', 'pas'].includes(look.lower(by))) by--;
  return by;
}

/** Words that are the right ones with the wrong ending. */
export const endingRules: readonly SlipRule[] = [
  // "René veux", "Paul sais".
  on(
    ['veux', 'peux', 'dois', 'sais', 'vais', 'crois', 'prends'],
    (look) =>
      look.isName(-1) &&
      !['je', 'j', 'tu'].includes(look.lower(-1)) &&
      /^(?:veux|peux|dois|sais|vais|crois|prends)$/.test(look.lower(0)) &&
      !['je', 'j', 'moi', 'toi', 'tu'].some((word) => look.lower(-2) === word || look.lower(1) === word) &&
      look.near(-2) === undefined,
  ),
  // "que nous ayons trouver".
  of('W', (look) => only(look.tags(), /^W$/) && look.word.lower !== 'lieu' && HAVE_TOO.has(look.lower(-1)) && look.lower(-1) !== 'avoir'),
  // "Le seul à s'être déplacer", "sans avoir payer".
  of(
    'W',
    (look) =>
      /er$/.test(look.word.lower) &&
      look.tags().every((tag) => tag === 'W') &&
      ((look.lower(-1) === 'être' && ['s', 'm', 't'].includes(look.lower(-2))) || (look.lower(-1) === 'avoir' && ['sans', 'après', 'pour', 'd', 'de'].includes(look.lower(-2)))),
  ),
  // "Elle doit être payer avant".
  of('W', (look) => /er$/.test(look.word.lower) && look.tags().every((tag) => tag === 'W') && look.lower(-1) === 'être' && look.lower(-2) !== 'peut' && MUST.has(look.lower(-2))),
  // "Il faut d'abord recherché".
  of('K', (look) => look.lower(-1) === 'abord' && look.lower(-2) === 'd' && MUST.has(look.lower(-3)) && isInfinitiveMissed(look)),
  // "n'entend pas la quitté", "veuillez agréé", "elle veut rachetée les parts", "vous pouvez me rappelé".
  of('K', (look) => WILLING.has(look.lower(beforeClitics(look))) && isInfinitiveMissed(look)),
  of(
    'K',
    (look) =>
      /^(?:veut|veux|veulent|peut|peux|peuvent|doit|doivent|va|vont|faut)$/.test(look.lower(-1)) &&
      /ée?s?$/.test(look.word.lower) &&
      isInfinitiveMissed(look) &&
      !any(look.tags(), /^Nms$/),
  ),
  // "Comment prouvé que".
  of('K', (look) => look.lower(-1) === 'comment' && look.lower(0).endsWith('é') && isInfinitiveMissed(look)),
  // "Faut-il les rapportés ?"
  of('K', (look) => ['le', 'la', 'les', 'l'].includes(look.lower(-1)) && look.lower(-2) === 'il' && look.lower(-3) === 'faut' && isInfinitiveMissed(look)),
  // "Qui dois-je contacté", "puis-je resté".
  of(
    'K',
    (look) =>
      ['je', 'tu', 'nous', 'vous'].includes(look.lower(-1)) &&
      look.near(-1)!.hyphened &&
      /^(?:dois|puis|vais|peux|veux|devons|pouvons|allons|devez|pouvez|voulez)$/.test(look.lower(-2)) &&
      isInfinitiveMissed(look),
  ),
  on(['rappelé'], (look) => CLITICS.has(look.lower(-1)) && !HAVE.has(look.lower(beforeClitics(look)))),
  // "sans lui demandé", "sans prévenu personne".
  on(
    PARTICIPLE_NOUNS,
    (look) => ['sans', 'pour'].includes(look.lower(beforeClitics(look))) && PARTICIPLE_NOUNS.has(look.word.lower) && (look.lower(-1) !== 'pour' || any(look.tags(1), /^[^N]/)),
  ),
  // "refuse de signé".
  after(['de', 'd'], (look) => BEFORE_OF.has(look.lower(-2)) && /é$/.test(look.word.lower) && isInfinitiveMissed(look)),
  // "merci de me rappelez".
  of(
    'V',
    (look) =>
      /ez$/.test(look.word.lower) &&
      // "Pour le rendez-vous".
      look.text[look.word.end] !== '-' &&
      only(look.tags(), /^V/) &&
      CLITICS.has(look.lower(-1)) &&
      ['de', 'pour', 'à', 'sans', 'd'].includes(look.lower(beforeClitics(look))) &&
      look.lower(-1) !== 'vous',
  ),
  // "je vous écrit", "je fait".
  of('V', (look) => /t$/.test(look.word.lower) && any(look.tags(), /^V3s/) && !any(look.tags(), /^V12/) && ['je', 'j'].includes(look.lower(beforeClitics(look)))),
  // "il a fallut".
  // "Aurait peut-être" is as it should be.
  after(HAVE, (look) => only(look.tags(), /^V3s$/) && /[uiî]t$/.test(look.word.lower) && look.text[look.word.end] !== '-'),
  // "la licitation de la maison est donc prévu", "la somme a été versé".
  of('K', (look) => {
    const be = look.auxiliary(BEING);
    if (be === 0 || !isMasculineParticiple(look)) return false;
    const noun = be - 1;
    const from = ['la', 'l', 'cette', 'sa', 'ma'].includes(look.lower(noun - 1)) ? noun - 2 : noun - 1;
    return ['de', 'd'].includes(look.lower(from)) && any(look.tags(noun), /^Nf/) && isFemininePhrase(look, from - 1) && look.near(from - 3) === undefined;
  }),
  after(
    ['été'],
    (look) =>
      ['a', 'avait'].includes(look.lower(-2)) && isMasculineParticiple(look) && isFemininePhrase(look, -3) && !['de', 'd', 'à', 'en', 'par', 'sur'].includes(look.lower(-5)),
  ),
  // "ils ont vendus la maison".
  after(
    HAVE,
    (look) =>
      ['ils', 'elles'].includes(look.lower(-2)) && look.near(-3) === undefined && any(look.tags(), /^K.p$/) && !any(look.tags(), /^K.s$/) && BEHIND_OBJECT.has(look.lower(1)),
  ),
  // "n'a pas laissée de testament": the object stands behind.
  of('K', (look) => {
    const have = look.auxiliary(HAVE);
    const isDenied = have < -1 && ['pas', 'jamais', 'plus'].includes(look.lower(have + 1));
    if (!isDenied || any(look.tags(), /^K(?:m[^p]|[^fm])/) || !['de', 'd'].includes(look.lower(1))) return false;
    return !['l', 'la', 'les', 'que', 'qu'].includes(look.lower(have - 1)) && !isBehindWhich(look, have);
  }),
  // "plusieurs compte", "deux maison".
  after(
    PLURALS,
    (look) =>
      any(look.tags(), /^N.s$/) &&
      only(look.tags(), /^(?:N.s|V\w+|A\?\?)$/) &&
      !/[sxz]$/.test(look.word.text) &&
      !/^(?:pour|sur|par|mille|cent|vingt)$/.test(look.lower(0)) &&
      !MONTH_NAMES.has(look.lower(0)) &&
      look.lower(1) !== 'et' &&
      !look.isCapital(0) &&
      !['tous', 'toutes', 'les', 'un', 'une'].includes(look.lower(-2)),
  ),
  // "des parts social".
  of(
    'A',
    (look) =>
      (PLURALS.has(look.lower(-2)) || look.lower(-2) === 'les') &&
      only(look.tags(-1), /^N.p$/) &&
      /(?:al|el|if)$/.test(look.word.lower) &&
      only(look.tags(), /^[AN]ms$/) &&
      any(look.tags(), /^A/),
  ),
  // "les pièces justificative", "sans enfants commun".
  of(
    'A',
    (look) =>
      only(look.tags(-1), /^N.p$/) &&
      /[sx]$/.test(look.near(-1)!.text) &&
      only(look.tags(), /^A.s$/) &&
      look.lower(-1) !== 'mais' &&
      !/(?:ant|[sxz])$|^(?:sur|aucune?|chaque|quelque|même|tel|telle|autre)$/.test(look.word.lower) &&
      look.word.text === look.word.lower &&
      (PLURALS.has(look.lower(-2)) || ['les', 'des', 'sans', 'ses', 'mes', 'leurs', 'ces', 'nos', ''].includes(look.lower(-2))) &&
      look.lower(1) !== 'et',
  ),
  // "attendre de les avoir retrouvé".
  after(['avoir'], (look) => look.lower(-2) === 'les' && isOnlyParticiple(look.tags(), /^..s$/) && !any(look.dictionary.tags(look.lower(1)), /^W/)),
  // "un maison", "leur enfants".
  on(['maison'], (look) => ['un', 'le'].includes(look.lower(-1))),
  on(['leur'], (look) => only(look.tags(1), /^[NA].p$/) && any(look.tags(1), /^N/) && /[sx]$/.test(look.near(1)!.text)),
  // "quel est ma part", "quelle est le délai", "quel droits".
  on(['quel'], (look) => BEING.has(look.lower(1)) && ['la', 'ma', 'sa', 'une', 'cette'].includes(look.lower(2))),
  after(['quel'], (look) => any(look.tags(), /^N.p$/) && !any(look.tags(), /^N.[s?]$/) && any(look.tags(), /^A/) && /s$/.test(look.word.lower)),
  on(['quelle'], (look) => BEING.has(look.lower(1)) && MASCULINE.has(look.lower(2)) && isMasculineNoun(look, 3)),
  // "cinquante et un an", "quatre vingt ans".
  on(['an'], (look) => look.lower(-1) === 'un' && look.lower(-2) === 'et'),
  on(['quatre'], (look) => look.lower(1) === 'vingt' && look.openBehind && look.text[look.word.end] === ' '),
  // "elle nous a quitté".
  on(['quitté'], (look) => HAVE.has(look.lower(-1)) && look.lower(-2) === 'nous'),
  // "il est décédée", "mon oncle est décédée".
  of('K', (look) => {
    const be = look.auxiliary(BE);
    if (be === 0 || !isFeminineParticiple(look)) return false;
    const by = look.lower(be) === 'été' ? be - 2 : be - 1;
    return look.lower(by) === 'il' || (isMasculineNoun(look, by) && MASCULINE.has(look.lower(by - 1)) && look.near(by - 2) === undefined);
  }),
  // "c'est vrais".
  after(['est'], (look) => look.lower(-2) === 'c' && only(look.tags(), /^[AN].p$/) && any(look.tags(), /^A/) && look.near(1) === undefined),
];
