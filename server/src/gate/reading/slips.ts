import type { Dictionary } from './dictionary.ts';
import type { Word } from './words.ts';

/**
 * Slips whose every word is in the dictionary ("les frais sont payé", "il à vendu", "deux enfant"), by the words' own
 * morphology. Each rule looks at a word and its neighbours in one clause; it keeps silent where a word could be several
 * things. Returns the index of each wrong word.
 */
export function slipsOf(words: readonly Word[], dictionary: Dictionary, knownWords: ReadonlySet<string>): number[] {
  const found: number[] = [];
  const tags = (word: Word): readonly string[] => dictionary.tags(word.lower);
  words.forEach((word, at) => {
    if (knownWords.has(word.fold) || /^\p{Lu}/u.test(word.text)) return;
    const before = sameClause(words, at, at - 1);
    const after = sameClause(words, at, at + 1);
    const look: Look = { word, before, after, further: sameClause(words, at, at - 2), tags, dictionary };
    if (RULES.some((rule) => rule(look))) found.push(at);
  });
  return found;
}

interface Look {
  readonly word: Word;
  readonly before: Word | undefined;
  readonly further: Word | undefined;
  readonly after: Word | undefined;
  readonly tags: (word: Word) => readonly string[];
  readonly dictionary: Dictionary;
}

const sameClause = (words: readonly Word[], at: number, other: number): Word | undefined => (words[other]?.clause === words[at]!.clause ? words[other] : undefined);
const lower = (word: Word | undefined): string => word?.lower ?? '';
const only = (tags: readonly string[], test: RegExp): boolean => tags.length > 0 && tags.every((tag) => test.test(tag));
const any = (tags: readonly string[], test: RegExp): boolean => tags.some((tag) => test.test(tag));

const PLURAL_DETERMINERS = new Set('les des mes tes ses nos vos leurs ces deux trois quatre cinq six sept huit plusieurs quelques'.split(' '));
const FEMININE_DETERMINERS = new Set(['la', 'une', 'cette', 'ma', 'sa', 'ta']);
const MASCULINE_DETERMINERS = new Set(['le', 'un', 'ce', 'cet', 'du', 'au']);
const HAVE = new Set('a ai as ont avons avez avait avais avaient aurait aura auront'.split(' '));
const BE = new Set('est sont était étaient etait etaient étions etions es suis sommes êtes soit soient serait sera été'.split(' '));
const PLURAL_BE = new Set(['sont', 'étaient', 'etaient', 'sommes', 'étions', 'etions']);
const TO = new Set(['pour', 'sans', 'de', 'à']);

/** Each says whether the word is wrong where it stands. */
const RULES: readonly ((look: Look) => boolean)[] = [
  // "deux enfant", "les frais" is fine: a plural determiner before what can only be singular.
  ({ word, before, tags }) => PLURAL_DETERMINERS.has(lower(before)) && only(tags(word), /^N.s$/) && !/[sxz]$/.test(word.text),
  // "la comptes", "une maisons".
  ({ word, before, tags }) =>
    (FEMININE_DETERMINERS.has(lower(before)) || MASCULINE_DETERMINERS.has(lower(before))) && lower(before) !== 'au' && only(tags(word), /^N.p$/) && /s$/.test(word.text),
  // "le maison", "une testament".
  ({ word, before, tags }) =>
    (before !== undefined && ['le', 'un', 'ce', 'du'].includes(lower(before)) && only(tags(word), /^Nfs$/)) ||
    (['la', 'une', 'cette'].includes(lower(before)) && only(tags(word), /^Nms$/)),
  // "il a acheter", "est marier": an infinitive behind an auxiliary.
  ({ word, before, further, tags }) =>
    (HAVE.has(lower(before)) || BE.has(lower(before))) && only(tags(word), /^W$/) && !(lower(before) === 'est' && lower(further) === "c'") && lower(further) !== 'y',
  // "pour vendu", "de payé" before nothing that it could qualify.
  ({ word, before, tags }) => TO.has(lower(before)) && lower(before) !== 'de' && only(tags(word), /^Kms$/),
  // "elle est décédé", "ils sont marié".
  ({ word, before, further, tags }) => {
    if (!BE.has(lower(before)) || lower(before) === 'été' || !any(tags(word), /^K/) || any(tags(word), /^W$/)) return false;
    const subject = lower(further);
    if (subject === 'elle')
      return only(
        tags(word).filter((tag) => /^[KA]/.test(tag)),
        /^.m/,
      );
    if (['ils', 'elles'].includes(subject) || PLURAL_BE.has(lower(before)))
      return only(
        tags(word).filter((tag) => /^[KA]/.test(tag)),
        /^..s$/,
      );
    return false;
  },
  // "la maison est estimé": a noun that can only be feminine.
  ({ word, before, further, tags }) =>
    further !== undefined &&
    ['est', 'était', 'etait'].includes(lower(before)) &&
    only(tags(further), /^Nfs$/) &&
    any(tags(word), /^Kms$/) &&
    only(
      tags(word).filter((tag) => /^[KA]/.test(tag)),
      /^.ms$/,
    ) &&
    lower(further) !== 'personne',
  // "il à vendu", "à été".
  ({ word, after, tags }) => lower(word) === 'à' && after !== undefined && (lower(after) === 'été' || only(tags(after), /^K/)),
  // "maison a vendre": "a" before an infinitive.
  ({ word, after, before, tags }) =>
    lower(word) === 'a' && after !== undefined && only(tags(after), /^W$/) && !['y', 'en', 'n', 'qui', 'il', 'elle', 'on', 'ne'].includes(lower(before)),
  // "il et décédé", "elle et veuve".
  ({ word, before, after, tags }) => lower(word) === 'et' && ['il', 'elle', 'on', 'c'].includes(lower(before)) && after !== undefined && any(tags(after), /^K/),
  // "ils son mariés", "ils on vendu".
  ({ word, before, after, tags }) =>
    (lower(word) === 'son' && ['ils', 'elles', 'qui'].includes(lower(before)) && after !== undefined && any(tags(after), /^K/)) ||
    (lower(word) === 'on' && ['ils', 'elles'].includes(lower(before))),
  // "ont a", "ont veut".
  ({ word, after }) => lower(word) === 'ont' && after !== undefined && ['a', 'est', 'veut', 'peut', 'sait', 'doit', 'va'].includes(lower(after)),
  // "sa fait", "ses compliqué".
  ({ word, after, tags }) =>
    (lower(word) === 'sa' && after !== undefined && ['fait', 'va', 'commence', 'devient'].includes(lower(after))) ||
    (lower(word) === 'ses' && after !== undefined && only(tags(after), /^[KA].s$/)),
  // "etait marie", "est decede" where the accent alone is lost and the bare form is a verb.
  ({ word, before, tags, dictionary }) =>
    BE.has(lower(before)) && /e$/.test(word.text) && any(tags(word), /^V/) && !any(tags(word), /^[AK]/) && any(dictionary.tags(word.text.toLowerCase().replace(/e$/, 'é')), /^K/),
  // "avait était", "a était".
  ({ word, before }) => ['était', 'etait'].includes(lower(word)) && HAVE.has(lower(before)),
  // "qui vaux", "il vaux".
  ({ word, before }) => lower(word) === 'vaux' && ['qui', 'il', 'elle'].includes(lower(before)),
];
