import { after, of, any, BE, HAVE, isOnlyParticiple, only, on, type Look, type SlipRule } from './look.ts';

/** Two words of which the first is wrong before the second, whatever stands around them. */
const PAIRS: Readonly<Record<string, readonly string[]>> = {
  quelque: ['soit', 'soient'],
  quelques: ['soit', 'soient'],
  nu: ['propriété', 'proprieté'],
  que: ['il', 'elle', 'on', 'ils', 'elles'],
  lorsque: ['il', 'elle', 'on', 'ils', 'elles'],
  puisque: ['il', 'elle', 'on', 'ils', 'elles'],
  si: ['il', 'ils'],
  sans: ['doutes'],
  en: ['faite'],
  où: ['bien'],
  ont: ['ne'],
  sa: ['c'],
  la: ['bas', 'je', 'j', 'il', 'on', 'elle', 'nous', 'ils'],
  fond: ['de'],
  grand: ['père', 'mère', 'pere', 'mere'],
  beau: ['père', 'pere', 'frère', 'frere'],
  belle: ['mère', 'mere', 'sœur', 'soeur'],
  petit: ['fils'],
  petits: ['fils'],
  loyers: ['impayé', 'impayée', 'impaye'],
  ses: ['la', 'le', 'un', 'une', 'pas', 'moi', 'lui', 'elle'],
  ils: ['veule'],
  tu: ['ma', 'la', 'peut', 'veut', 'vient', 'doit', 'sait'],
};
/** Words that no dictionary has, which at the head of a sentence could be names. */
const NO_WORDS = new Set('voila sil sils parmis malgrès malgres biensur cordialment hors-mis plusieur aurevoir'.split(' '));
/** "Je voudrai savoir": a wish, whatever its ending says. */
const WISHES = new Set(['voudrai', 'aimerai', 'souhaiterai']);
const ALWAYS_PLURAL = new Set(['frais', 'obsèques', 'arrhes', 'honoraires', 'ayants']);
const SINGULAR_BE = new Set(['est', 'était', 'etait', 'sera', 'serait']);
const PLURAL_DETERMINERS = new Set('les des mes tes ses nos vos leurs ces'.split(' '));
const KNOWING = new Set(['savoir', 'sais', 'sait', 'demande', 'là', 'la']);

const isFeminine = (look: Look, by: number): boolean => any(look.tags(by), /^Nfs$/) && !any(look.tags(by), /^N(?:m|\?)/) && !look.isName(by);
const startsWithVowel = (word: string): boolean => /^[aeiouyéèêàâîïôûh]/.test(word);
const isPluralParticiple = (look: Look): boolean => any(look.tags(), /^Kmp$/) && only(look.tags(), /^[KAN]mp$/);
const isSingularParticiple = (look: Look): boolean => isOnlyParticiple(look.tags(), /^..s$/) && !any(look.tags(), /^[VNW]/);

/** Mistakes that people make so often that they are known one by one. */
export const commonRules: readonly SlipRule[] = [
  // "sen est plainte", "elle na aucun titre".
  on(['sen'], (look) => any(look.tags(1), /^[VK]/)),
  on(['na'], (look) => ['pas', 'aucun', 'aucune', 'jamais', 'rien', 'plus', 'que', 'qu', 'eu', 'été', 'point'].includes(look.lower(1))),
  on(
    Object.keys(PAIRS),
    (look) =>
      PAIRS[look.lower(0)]?.includes(look.lower(1)) === true &&
      look.openBehind &&
      !(look.lower(0) === 'sa' && look.lower(-1) === '') &&
      (look.lower(0) !== 'fond' || look.lower(2) === 'commerce'),
  ),
  (look) => NO_WORDS.has(look.lower(0)) || WISHES.has(look.lower(0)) || (/emant$/.test(look.word.lower) && !look.dictionary.has(look.word.lower)),
  // "il a u", "quant le notaire", "a-t'il", "deux ans de sa".
  on(['u'], (look) => ['a', 'ai', 'as', 'ont', 'avait'].includes(look.lower(-1))),
  on(['quant'], (look) => !['à', 'au', 'aux', 'a'].includes(look.lower(1))),
  on(['t'], (look) => /^['’]$/.test(look.text[look.word.end] ?? '') && ['il', 'elle', 'on'].includes(look.lower(1)) && look.near(-1) !== undefined && any(look.tags(-1), /^V/)),
  on(['sa'], (look) => look.word.text === 'sa' && look.near(1) === undefined && look.near(-1) !== undefined),
  // "qu'elle que soit", "j'ai du vendre", "a votre disposition".
  on(['elle'], (look) => look.lower(-1) === 'qu' && look.lower(1) === 'que' && look.lower(2).startsWith('soi')),
  on(['du'], (look) => ['ai', 'a', 'as', 'ont', 'avait', 'avons'].includes(look.lower(-1)) && only(look.tags(1), /^W$/)),
  on(['a'], (look) => ['votre', 'notre'].includes(look.lower(1)) && look.lower(2) === 'disposition'),
  // "ci joint".
  on(['ci'], (look) => /^joint/.test(look.lower(1)) && look.openBehind),
  // "il à dit", "nous à appelé", "il y à".
  on(
    ['à'],
    (look) =>
      // "Que reste-t-il à l'enfant ?"
      look.lower(-2) !== 't' &&
      !(look.near(-1) !== undefined && look.text[look.near(-1)!.start - 1] === '-') &&
      (['il', 'on', 'y'].includes(look.lower(-1)) ||
        (look.lower(-1) === 'elle' && (['des', 'un', 'une', 'du'].includes(look.lower(1)) || any(look.tags(1), /^Kms$/))) ||
        (['nous', 'vous'].includes(look.lower(-1)) && any(look.tags(1), /^K/))),
  ),
  // "c'est a dire", "il habite a Lyon".
  on(
    ['a'],
    (look) => (look.lower(-1) === 'est' && look.lower(1) === 'dire') || (look.isCapital(1) && any(look.tags(-1), /^V/) && !any(look.tags(-1), /^N/) && !look.isCapital(-1)),
  ),
  // "nous somme", "mon père avez", "je vous serez", "que tu vient".
  on(['somme'], (look) => look.lower(-1) === 'nous'),
  on(['avez', 'êtes', 'serez'], (look) => look.near(-1) !== undefined && ![1, -1, -2, -3, -4].some((by) => look.lower(by) === 'vous')),
  on(['serez'], (look) => look.lower(-1) === 'vous' && look.lower(-2) === 'je'),
  of(
    'V',
    (look) => look.lower(look.beforeClitics()) === 'tu' && any(look.tags(), /^V3s/) && only(look.tags(), /^V/) && !/[sx]$/.test(look.word.lower) && !/e$/.test(look.word.lower),
  ),
  // "aucun héritiers", "chaque enfants".
  after(['aucun', 'aucune', 'chaque'], (look) => any(look.tags(), /^N.p$/) && !any(look.tags(), /^N.[s?]$/) && /s$/.test(look.word.lower) && !ALWAYS_PLURAL.has(look.word.lower)),
  // "il leurs a donné".
  on(['leurs'], (look) => HAVE.has(look.lower(1)) || BE.has(look.lower(1))),
  // "cet maison", "ce appartement", "ça maison", "quel part".
  after(['cet', 'ça', 'quel'], (look) => isFeminine(look, 0) && !any(look.tags(), /^[VW]/)),
  on(['part'], (look) => look.lower(-1) === 'quel'),
  after(['ce'], (look) => startsWithVowel(look.word.lower) && !look.word.lower.startsWith('h') && only(look.tags(), /^Nms$/)),
  // "qu'elle est ma part ?".
  on(
    ['elle'],
    (look) => look.lower(-1) === 'qu' && look.near(-2) === undefined && ['est', 'sont'].includes(look.lower(1)) && ['la', 'le', 'ma', 'mon', 'les'].includes(look.lower(2)),
  ),
  // "la maison a été vendu", "ma sœur est partis".
  after(
    ['été'],
    (look) =>
      ['a', 'avait', 'aurait'].includes(look.lower(-2)) &&
      any(look.tags(), /^Kms$/) &&
      only(look.tags(), /^[KAN]ms$/) &&
      isFeminine(look, -3) &&
      !['de', 'd', 'à', 'en', 'par', 'sur'].includes(look.lower(-4)),
  ),
  after(SINGULAR_BE, (look) => isPluralParticiple(look) && !['c', 'ce', 'qui', 'on'].includes(look.lower(look.lower(-2) === 's' ? -3 : -2)) && look.near(-2) !== undefined),
  // "une assurance-vie ouvert", "une maison situé", "les donations faite", "les enfants né".
  after(['vie'], (look) => any(look.tags(), /^Kms$/) && only(look.tags(), /^[KA]ms$/) && look.lower(-2) === 'assurance' && ['une', 'la', 'cette'].includes(look.lower(-3))),
  on(['situé', 'né', 'ouvert'], (look) => isFeminine(look, -1) && ['une', 'la', 'cette', 'sa', 'ma'].includes(look.lower(-2))),
  of(
    'K',
    (look) =>
      isSingularParticiple(look) &&
      (PLURAL_DETERMINERS.has(look.lower(-2)) || (['de', 'd'].includes(look.lower(-2)) && /^(?:\d|€|euros)/.test(look.lower(-3)))) &&
      only(look.tags(-1), /^N.p$/) &&
      !['de', 'd', 'par', 'avec', 'pour', 'à'].includes(look.lower(-3)),
  ),
  // "savoir ou il habite", "la ou il vivait".
  on(['ou'], (look) => look.lower(2) === 'en' && ['il', 'elle', 'on', 'j'].includes(look.lower(1)) && (BE.has(look.lower(3)) || look.lower(3) === 'suis')),
  on(['ou'], (look) => KNOWING.has(look.lower(-1)) && ['il', 'elle', 'ils', 'elles', 'on', 'je', 'nous'].includes(look.lower(1))),
  // "je me suis permit", "je vous pris d'agréer", "merci de me dires".
  on(['permit', 'mit', 'prit'], (look) => BE.has(look.lower(-1))),
  on(['pris'], (look) => look.lower(-1) === 'vous' && look.lower(-2) === 'je'),
  on(['dires'], (look) => ['me', 'nous', 'vous', 'lui'].includes(look.lower(-1))),
  // "m'avoir répondus", "elle ma laisser".
  after(['avoir'], (look) => ['m', 'nous', 'vous'].includes(look.lower(-2)) && isPluralParticiple(look) && look.lower(-2) === 'm'),
  on(['ma'], (look) => ['il', 'elle', 'on'].includes(look.lower(-1)) && any(look.tags(1), /^W$/)),
];

/** "Y a pas", "j'ai pas", "ils se parlent plus", "elle avait que": how people speak, and a fault only where faults were asked for. */
export const dropsNegation: SlipRule = on(
  ['pas', 'jamais', 'plus', 'que', 'qu'],
  (look) =>
    (isDenial(look) || isNoMore(look) || isOnly(look)) &&
    ![-2, -3, -4, -5].some((by) => ['ne', 'n'].includes(look.lower(by))) &&
    !['-t-il', '-il'].some((end) => look.text.slice(0, look.word.start).trimEnd().endsWith(end)),
);

const isVerbBehind = (look: Look): boolean => HAVE.has(look.lower(-1)) || BE.has(look.lower(-1)) || (any(look.tags(-1), /^V/) && !any(look.tags(-1), /^N/));
const isDenial = (look: Look): boolean => ['pas', 'jamais'].includes(look.lower(0)) && isVerbBehind(look);
/** "Il parle plus à personne", "on se voit plus": at the end of its clause, or before "à personne", "du tout". */
const isNoMore = (look: Look): boolean =>
  look.lower(0) === 'plus' &&
  any(look.tags(-1), /^V3/) &&
  !any(look.tags(-1), /^[NA]/) &&
  SUBJECT_PRONOUNS.has(look.lower(clitics(look))) &&
  (look.near(1) === undefined || ['à', 'du', 'depuis', 'et', 'ou', 'quoi', 'comment', 'qui'].includes(look.lower(1)));
/** "Elle avait que la nue-propriété". */
const isOnly = (look: Look): boolean =>
  ['que', 'qu'].includes(look.lower(0)) &&
  /^(?:ai|as|a|avait|avais|avaient|ont|suis|reste)$/.test(look.lower(-1)) &&
  SUBJECT_PRONOUNS.has(look.lower(clitics(look))) &&
  (['un', 'une', 'la', 'le', 'les', 'l', 'des'].includes(look.lower(1)) || /^\d/.test(look.lower(1)));
/** How far back the subject stands of the verb before the word. */
const clitics = (look: Look): number => (['y', 'en', 'se', 'me', 'lui', 'leur', 's'].includes(look.lower(-2)) ? -3 : -2);
const SUBJECT_PRONOUNS = new Set(['je', 'j', 'il', 'elle', 'on', 'ils', 'elles']);
