import { after, of, any, BE, HAVE, only, on, type Look, type SlipRule } from './look.ts';

const TO = new Set(['pour', 'sans', 'à']);
/** Before an infinitive: "va changer", "peut attaquer". */
const MODALS = new Set(
  'va vont vais allons allez allait allaient faut faudra faudrait pourra devra peut peux peuvent pouvons doit dois doivent devons veut veux veulent pourrait devrait pourrais devoir pouvoir vouloir'.split(
    ' ',
  ),
);
/** "Les moyens de payer". */
const BEFORE_INFINITIVE = new Set('moyen moyens peur envie droit besoin obligé obligée train lieu avant possible'.split(' '));
const THIRD = new Set('il elle on qui ça cela'.split(' '));
/** Verb forms that are as often something else: "entre elle et moi", "contre eux". */
const NO_VERBS = new Set('entre contre outre sauf soit vive plus'.split(' '));
const DETERMINERS = new Set('le la l un une ce cette mon ma son sa notre votre leur aucun aucune chaque'.split(' '));
const PRONOUNS = new Set('il elle ils elles on'.split(' '));

const isOnlyVerb = (tags: readonly string[]): boolean => only(tags, /^V/);

/** "elle ne sais", "qui vaux": the form of "je" where another subject stands, though the one in -t exists. */
function isFirstForThird(look: Look): boolean {
  const { word, dictionary } = look;
  if (!/[sx]$/.test(word.lower) || !any(look.tags(), /^V12$/)) return false;
  const stem = word.lower.slice(0, -1);
  if (![`${stem}t`, stem, `${stem.replace(/i$/, 'î')}t`].some((third) => any(dictionary.tags(third), /^V3s/))) return false;
  const by = look.beforeClitics();
  const subject = look.near(by);
  if (['je', 'j', 'tu'].includes(look.lower(1))) return false;
  // "A-t-il pris fin": the pronoun is of the verb before it.
  if (any(look.tags(), /^K/) && look.near(-1)?.hyphened) return false;
  // "Moi qui vous écris", "c'est moi, Véronique Fabre, qui t'écris".
  if (subject?.lower === 'qui' && isOfSpeaker(look)) return false;
  // "Elle n'étais pas": an "étai" is a thing too, though none behind "elle".
  if (!only(look.tags(), /^V12$/))
    return subject !== undefined && (['il', 'elle', 'on', 'qui'].includes(subject.lower) || (['n', 'ne'].includes(look.lower(-1)) && isSingularNoun(look, by)));
  // "Est furieux et veux que", "l'associée d'Élodie, Chloé, voudrais".
  if (subject?.lower === 'et' || (subject === undefined && /(?:ais|[pv]eux)$/.test(word.lower) && look.words[look.at - 1]?.sentence === word.sentence)) return !isSpoken(look);
  return (
    subject !== undefined &&
    (isSingularNoun(look, by) ||
      THIRD.has(subject.lower) ||
      (/^\p{Lu}\p{Ll}{2}/u.test(subject.text) && (any(look.tags(by), /^N/) || !dictionary.has(subject.lower)) && !any(look.tags(by), /^V/)))
  );
}

const isSingularNoun = (look: Look, by: number): boolean => any(look.tags(by), /^N.s/) && DETERMINERS.has(look.lower(by - 1));
const inSentenceBefore = (look: Look, test: (word: string) => boolean): boolean =>
  look.words.some(({ sentence, lower }, i) => i < look.at && sentence === look.word.sentence && test(lower));
const isOfSpeaker = (look: Look): boolean => inSentenceBefore(look, (word) => word === 'moi' || word === 'toi');
/** "Est furieux et veux que": nobody says "je" or "tu" here. */
const isSpoken = (look: Look): boolean => inSentenceBefore(look, (word) => ['je', 'j', 'tu', 't', 'moi', 'toi', 'me', 'm'].includes(word));

export const verbRules: readonly SlipRule[] = [
  // "ne en 1996", "ne d'une autre union".
  on(['ne'], (look) => (['le', 'en'].includes(look.lower(1)) && /^\d/.test(look.lower(2))) || (look.lower(1) === 'd' && ['un', 'une'].includes(look.lower(2)))),
  // "personne refuse": a negation without its "ne".
  of('V', (look) => {
    const by = look.beforeClitics();
    return (
      look.lower(by) === 'personne' &&
      look.near(by - 1) === undefined &&
      any(look.tags(), /^V3s/) &&
      only(look.tags(), /^V/) &&
      look.lower(by + 1) !== 'ne' &&
      look.lower(by + 1) !== 'n'
    );
  }),
  // "que doit-je faire".
  on(['doit', 'peut', 'veut', 'sait', 'fait', 'voit'], (look) => look.lower(1) === 'je' && look.text[look.word.end] === '-'),
  // "il a acheter", "est marier": an infinitive behind an auxiliary.
  of('W', (look) => {
    if (!only(look.tags(), /^W$/)) return false;
    const by = look.auxiliary(HAVE) || look.auxiliary(BE);
    // "Des salariés a payer" is one slip, of the "a".
    if (by === -1 && look.lower(by) === 'a' && !THIRD.has(look.lower(by - 1))) return false;
    return by < 0 && !(look.lower(by) === 'est' && look.lower(by - 1) === 'c') && look.lower(by - 1) !== 'y';
  }),
  // "avis non reçut".
  after(['non'], (look) => only(look.tags(), /^V3s/)),
  // "pour vendu", "sans désigné".
  after(TO, (look) => only(look.tags(), /^[KA]ms$/) && any(look.tags(), /^K/) && !(look.lower(-1) === 'à' && look.lower(0) === 'été')),
  // "doit être payer".
  after(['être'], (look) => only(look.tags(), /^W$/) && look.near(-1)?.hyphened !== true && !['lieu', 'dîner', 'déjeuner'].includes(look.lower(0))),
  // "voudrez bien consacré".
  after(['bien'], (look) => /^(?:voulez|voudrez|voudriez|veux|veut|voudrait)$/.test(look.lower(-2)) && only(look.tags(), /^[KA]ms$/) && /é$/.test(look.word.lower)),
  // "comment procédé ?"
  after(['comment'], (look) => only(look.tags(), /^[KAN]ms$/) && any(look.tags(), /^K/) && /é$/.test(look.word.lower) && look.isAsked && look.near(1) === undefined),
  // "avant d'y allé", "sans lui demandé".
  of(
    'K',
    (look) =>
      look.beforeClitics() < -1 &&
      (TO.has(look.lower(look.beforeClitics())) || ['de', 'd'].includes(look.lower(look.beforeClitics()))) &&
      ['y', 'le', 'la', 'les', 'lui', 'leur', 'me', 'se', 'nous', 'vous', 'l'].includes(look.lower(-1)) &&
      /é$/.test(look.word.lower) &&
      only(look.tags(), /^[KA]ms$/) &&
      any(look.tags(), /^K/) &&
      look.dictionary.tags(look.word.lower.replace(/é$/, 'er')).includes('W'),
  ),
  // "pouvez vous me dire ?": the hyphen is lost.
  of('V', (look) => look.near(-1) === undefined && look.lower(1) === 'vous' && look.openBehind && /ez$/.test(look.word.lower) && isOnlyVerb(look.tags()) && look.isAsked),
  // "vont changé", "peut attaqué", "je dois appelé".
  of(
    'K',
    (look) =>
      (MODALS.has(look.lower(look.beforeSmall())) || (PRONOUNS.has(look.lower(look.beforeAdverbs())) && MODALS.has(look.lower(look.beforeAdverbs() - 1)))) &&
      /[éiu]$/.test(look.word.lower) &&
      look.word.lower !== 'lui' &&
      any(look.tags(), /^Kms$/) &&
      !any(look.tags(), /^[WV]/),
  ),
  // "vous oser", "nous demander".
  after(
    ['vous'],
    (look) =>
      only(look.tags(), /^W$/) &&
      !/^(?:de|d|pour|à|sans|et|ou|peux|peut|puis|veux|dois|voudrais|vais|faut|faire|laisse|souhaite|souhaitons)$/.test(look.lower(-2)) &&
      look.near(-2) === undefined,
  ),
  // "elle ne sais pas", "Thérèse voudrais", "qui vaux".
  isFirstForThird,
  // "je me permet", "je voit".
  of('V', (look) => isOnlyVerb(look.tags()) && /[td]$/.test(look.word.lower) && only(look.tags(), /^V3s$/) && ['je', 'j'].includes(look.lower(look.beforeClitics()))),
  // "je ne connait pas", as the spelling of 1990 has "il connait": the dictionary tells nothing of it but that it is a word.
  (look) =>
    look.tags().length === 0 && /ait$/.test(look.word.lower) && ['je', 'j', 'tu'].includes(look.subject) && any(look.dictionary.tags(look.word.lower.replace(/it$/, 'ît')), /^V3s/),
  // "ils refuse", "certains refuse", "les enfants connaisse".
  of('V', (look) => {
    if (!any(look.tags(), /^V3s/) || any(look.tags(), /^(?:V3p|[NAKW])/) || NO_VERBS.has(look.lower(0))) return false;
    const by = look.beforeClitics();
    if (['ils', 'elles', 'certains', 'plusieurs'].includes(look.lower(by))) return true;
    return (
      only(look.tags(by), /^N.p$/) &&
      ['les', 'ces', 'mes', 'ses', 'nos', 'vos', 'leurs'].includes(look.lower(by - 1)) &&
      !['de', 'd', 'par', 'avec', 'sous', 'sur', 'dans', 'pour', 'entre', 'chez', 'sans'].includes(look.lower(by - 2)) &&
      // "L'ami qui transmet ces renseignements ignore".
      !any(look.tags(by - 2), /^V/)
    );
  }),
  // "je n'est pas", "qui vaux", "les moyens de remboursé".
  (look) =>
    (look.lower(0) === 'est' && ['je', 'j'].includes(look.lower(look.beforeClitics()))) ||
    (look.lower(0) === 'vaux' && ['qui', 'il', 'elle'].includes(look.lower(-1))) ||
    (['de', 'd'].includes(look.lower(-1)) && BEFORE_INFINITIVE.has(look.lower(-2)) && only(look.tags(), /^[KA]ms$/) && any(look.tags(), /^K/)),
  // "n'y a jamais mit", "il a prit".
  on(['mit', 'prit', 'fit', 'dis', 'fais', 'mets', 'prend', 'vend', 'apprit', 'promit', 'permit', 'remit'], (look) => look.auxiliary(HAVE) < 0),
  // "etait marie", "est decede" where the accent alone is lost and the bare form is a verb.
  of(
    'V',
    (look) =>
      (look.auxiliary(BE) < 0 || look.auxiliary(HAVE) < 0) &&
      /es?$/.test(look.word.text) &&
      // "N'est semble-t-il pas connu".
      look.text[look.word.end] !== '-' &&
      any(look.tags(), /^V/) &&
      !any(look.tags(), /^[AKN]/) &&
      !NO_VERBS.has(look.lower(0)) &&
      look.lower(0) !== 'marre' &&
      any(look.dictionary.tags(look.word.lower.replace(/e(?=s?$)/, 'é')), /^K/),
  ),
  // "sont il taxés", "peut elle rester": the hyphen is lost.
  of(
    'V',
    (look) =>
      look.openBehind &&
      PRONOUNS.has(look.lower(1)) &&
      (isOnlyVerb(look.tags()) || ['est', 'sont', 'doit', 'a'].includes(look.lower(0))) &&
      !NO_VERBS.has(look.lower(0)) &&
      !(look.lower(0) === 'a' && look.lower(-1) === '') &&
      look.isAsked,
  ),
  // "hérite t-elle".
  on(['t'], (look) => PRONOUNS.has(look.lower(1)) && /\s$/.test(look.text.slice(0, look.word.start)) && look.near(-1) !== undefined),
  // "est ce que", "es ce que".
  on(
    ['es', 'est'],
    (look) =>
      (look.lower(0) === 'es' && look.lower(1) === 'ce') ||
      (look.lower(0) === 'est' && look.lower(-1) !== 'c' && look.lower(1) === 'ce' && look.lower(2).startsWith('qu') && look.openBehind),
  ),
];
