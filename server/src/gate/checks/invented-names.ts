import { surnames, MONTHS, type Lexicon } from '@case-swarm/schema';
import { FIRST_NAMES } from '../reading/first-names.ts';
import { findForms } from '../reading/forms.ts';
import { fold, startsSentence, type Word } from '../reading/words.ts';
import { vocabularyOf } from '../reading/vocabulary.ts';
import { wordsOf, type Subject } from '../subject.ts';
import { refuse, type Problem } from '../verdict.ts';

/** Lower case with its accents: "Marié" is not "Marie". */
const lower = (text: string): string[] => text.toLowerCase().split(/[ -]/);
const GIVEN = new Set(FIRST_NAMES.flatMap(lower));
const FAMILY = new Set(surnames.flatMap(lower).filter((word) => word.length > 3));
const MONTH_WORDS = new Set(MONTHS.map((month) => fold(month)));

/** People, places and companies that the target does not know. */
export function inventedNames(subject: Subject): Problem[] {
  const { words, text } = subject.reading;
  const { lexicon } = subject.judged.pack;
  const ordinary = ordinaryOf(lexicon);
  const lowered = new Set(words.filter((word) => /^\p{Ll}/u.test(word.text)).map((word) => word.fold));
  const counsel = findForms(COUNSEL, words);
  const problems: Problem[] = [...lengthenedNames(subject), ...smallNames(subject)];
  words.forEach((word, index) => {
    if (!/^\p{Lu}/u.test(word.text) || word.text.length < 2 || word.fold === 'quelqu') return;
    if (subject.knownWords.has(word.fold) || ordinary.has(word.fold) || MONTH_WORDS.has(word.fold)) return;
    if (isVerb(subject, word)) return;
    // "Les Faits", "La Complexité": real statements have headings.
    if (isHeadingWord(subject, word)) return;
    if (!GIVEN.has(word.text.toLowerCase()) && isLexiconWord(subject, word.fold)) return;
    const lineStart = /(?:^|\n)\s{0,6}[«"–—-]?\s{0,6}$/.test(text.slice(Math.max(0, word.start - 6), word.start));
    const isQuotedName = /«\s?$/.test(text.slice(0, word.start)) && /^(?:\s\p{L}+)?\s?»/u.test(text.slice(word.end, word.end + MOST_QUOTED));
    const firstOfSentence = !isQuotedName && (lineStart || startsSentence(words, index) || /[«:\n(—|–!?…]\s{0,3}$/.test(text.slice(Math.max(0, word.start - 3), word.start)));
    const namelike = GIVEN.has(word.text.toLowerCase()) || FAMILY.has(word.text.toLowerCase());
    if (firstOfSentence && !(namelike && !lowered.has(word.fold) && !isCommonWord(word))) return;
    if (!firstOfSentence && (isShouted(word) || TITLES.has(word.fold) || FUNCTION_WORDS.has(word.fold) || (lowered.has(word.fold) && !namelike))) return;
    if (counsel.some((hit) => index >= hit.from && index < hit.to)) return;
    problems.push(refuse('name-not-in-target', `« ${word.text} » n'est pas dans les faits donnés : retirez ce nom.`, { span: [word.start, word.end] }));
  });
  return problems;
}

const ordinaries = new WeakMap<Lexicon, ReadonlySet<string>>();
/** Words that have a capital and are no names. */
function ordinaryOf(lexicon: Lexicon): ReadonlySet<string> {
  const known = ordinaries.get(lexicon) ?? new Set([...lexicon.ordinaryCapitals, ...lexicon.writing.abbreviations.map(fold)]);
  ordinaries.set(lexicon, known);
  return known;
}

/** "« Sirius »": a quotation of a word or two is a name. */
const MOST_QUOTED = 30;

/** "Son fils alain" in small letters: a first name that is nothing else in French. */
function smallNames({ judged: { dictionary, pack }, knownWords, reading: { words } }: Subject): Problem[] {
  const { terms, abbreviations } = vocabularyOf(pack.lexicon.writing);
  return words.flatMap((word, i) => {
    if (word.text !== word.lower || word.text.length < 3 || !GIVEN_FOLDED.has(word.fold) || knownWords.has(word.fold) || dictionary.has(word.lower)) return [];
    if (SAINTS.has(words[i - 1]?.fold ?? '') || COMMON.has(word.fold) || terms.has(word.lower) || abbreviations.has(word.lower)) return [];
    return [refuse('name-not-in-target', `« ${word.text} » n'est pas dans les faits donnés : retirez ce nom.`, { span: [word.start, word.end] })];
  });
}
const GIVEN_FOLDED = new Set([...GIVEN].map(fold));
const SAINTS = new Set(['saint', 'sainte', 'st', 'ste']);

/** "Ginette Dubois" where the target has but "Ginette": the surname is another's of the family, and nobody gave it to her. */
function lengthenedNames({ leaves, reading: { words, text }, sharedFirstWords, judged }: Subject): Problem[] {
  if (judged.stratum === undefined) return [];
  const surnames = new Set(leaves.flatMap((leaf) => (leaf.kind === 'name' && wordsOf(String(leaf.value)).length > 1 ? wordsOf(String(leaf.value)).slice(-1) : [])));
  const short = new Set(leaves.flatMap((leaf) => (leaf.kind === 'name' && leaf.key === 'nom' && wordsOf(String(leaf.value)).length === 1 ? wordsOf(String(leaf.value)) : [])));
  return words.flatMap((word, i) => {
    const next = words[i + 1];
    // "Marie-Thérèse Garnier" is no Thérèse.
    if (!next || word.hyphened || !short.has(word.fold) || sharedFirstWords.has(word.fold) || !surnames.has(next.fold) || text.slice(word.end, next.start) !== ' ') return [];
    if (!/^\p{Lu}/u.test(word.text) || !/^\p{Lu}/u.test(next.text)) return [];
    const span = [word.start, next.end] as const;
    return [refuse('name-not-in-target', `« ${text.slice(...span)} » porte un nom qui n'est pas donné : écrivez « ${word.text} ».`, { span })];
  });
}

/** "Me Renaud nous interroge": who writes or asks for the family is none of it. */
const COUNSEL: readonly string[] = [
  'me|maitre ... me|m|nous|vous interroge|demande|consulte|ecrit|indique|expose|saisit|sollicite|transmet|rapporte|explique|precise|signale|charge|informe',
  'me|maitre ... nous|m|vous a ecrit|indique|expose|saisi*|consulte*|transmis|demande|charge*|informe*|signale',
];

const isHeadingWord = ({ judged }: Subject, word: Word): boolean =>
  judged.stratum === undefined && !GIVEN.has(word.text.toLowerCase()) && !FAMILY.has(word.text.toLowerCase()) && judged.dictionary.has(word.lower);

const vocabularies = new WeakMap<object, ReadonlySet<string>>();
/** Words of the lexicon's forms, by their first five letters: a capital on one opens a clause, not a name. */
function isLexiconWord(subject: Subject, word: string): boolean {
  const { lexicon } = subject.judged.pack;
  let known = vocabularies.get(lexicon);
  if (!known) {
    const forms = [...lexicon.leaves.values()].flatMap((leaf) => [...leaf.cues, ...(leaf.yes ?? []), ...(leaf.no ?? []), ...Object.values(leaf.codes ?? {}).flat(), leaf.label]);
    known = new Set(
      [...forms, ...lexicon.entities.flatMap((entity) => entity.heads)]
        .flatMap((form) => form.split(/[ |]/))
        .map((part) => fold(part.replace('*', '')).slice(0, STEM))
        .filter((part) => part.length >= 4),
    );
    vocabularies.set(lexicon, known);
  }
  return known.has(word.slice(0, STEM));
}
const STEM = 5;

const TITLES = new Set([
  'm',
  'mme',
  'mlle',
  'me',
  'mr',
  'monsieur',
  'madame',
  'mademoiselle',
  'maitre',
  'dr',
  'docteur',
  'messieurs',
  'mesdames',
  'cher',
  'chere',
  'k',
  'euros',
  'je',
  'j',
]);
/** A capital on these marks a lost full stop, not a name. */
const FUNCTION_WORDS = new Set(
  (
    'il elle ils elles on je nous vous le la les l un une des du de d ce cet cette ces c ca que qu qui quoi quels quelle comment par pour sur sous dans en et ou mais donc or ni car ma mon mes sa son ses notre nos leur leurs ' +
    'parmi reste restent chaque plusieurs lors quant y a au aux avec sans apres avant selon entre depuis pendant voici voila merci bien bonjour madame monsieur tout tous toute toutes rien personne chacun puis alors ceux celles celui celle bon aidez enfin euh ben du coup appartement maison primes prime pas aucun aucune'
  ).split(' '),
);
/** Given and family names that are everyday words at the head of a sentence. */
const COMMON = new Set([
  'simple',
  'petit',
  'blanc',
  'roux',
  'brun',
  'noel',
  'rose',
  'marin',
  'legrand',
  'boyer',
  'faure',
  'colin',
  'fontaine',
  'riviere',
  'mercier',
  'marchand',
  'chevalier',
  'meunier',
  'costa',
  'cote',
  'come',
  'gall',
]);
/** "Voir" behind a short form that ends with a stop. */
const isVerb = ({ judged }: Subject, word: Word): boolean => judged.dictionary.tags(word.lower).includes('W') && !FAMILY.has(word.lower);
const isCommonWord = (word: Word): boolean => COMMON.has(word.fold);
const isShouted = (word: Word): boolean =>
  word.text.length > 2 && word.text === word.text.toUpperCase() && !GIVEN.has(word.text.toLowerCase()) && !FAMILY.has(word.text.toLowerCase());
