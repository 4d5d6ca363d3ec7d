import { languageDetector } from '../../language/language-detector.ts';
import { vocabularyOf } from '../reading/vocabulary.ts';
import type { Subject } from '../subject.ts';
import { refuse, type Problem } from '../verdict.ts';

/** Shorter paragraphs say too little to a detector; they pass on their words. */
const LEAST_WORDS = 12;
/** Share of a telegraphic text's words that the dictionary must know. */
const LEAST_KNOWN = 0.6;
/** With this share the text is French, whatever a detector thinks of its names. */
const SURELY_FRENCH = 0.85;

/** French throughout: a detector on the whole text and on each longer paragraph, so that half a text does not hide the other. */
export function checkLanguage(subject: Subject): Problem[] {
  const { text, words } = subject.reading;
  const whole = words.length >= LEAST_WORDS ? [{ text, start: 0 }] : [];
  const parts = paragraphs(text).filter((part) => part.text.split(/\s+/).length >= LEAST_WORDS);
  for (const part of [...whole, ...(parts.length > 1 ? parts : [])]) {
    // Most texts are of words that the dictionary knows, and need no detector.
    if (knownShare(subject, part.start, part.start + part.text.length) >= SURELY_FRENCH) continue;
    const { language } = languageDetector().detect(part.text);
    if (language !== 'fr' && language !== '')
      return [refuse('not-french', "Le texte n'est pas tout entier en français : écrivez-le en français.", { span: [part.start, part.start + part.text.length] })];
  }
  const foreign = foreignSentence(subject);
  if (foreign) return [refuse('not-french', `« ${text.slice(...foreign)} » n'est pas en français : écrivez-le en français.`, { span: foreign })];
  if (words.length > 3 && knownShare(subject, 0, text.length) < LEAST_KNOWN) return [refuse('not-french', "Le texte n'est pas en français : écrivez-le en français.")];
  return [];
}

/** "He also had a boat near the coast.": hardly a word of a whole sentence is French. */
function foreignSentence({ judged: { dictionary, pack }, reading: { words }, knownWords }: Subject): readonly [number, number] | undefined {
  const short = vocabularyOf(pack.lexicon.writing).abbreviations;
  for (let from = 0, to = 0; from < words.length; from = to) {
    while (words[to]?.sentence === words[from]!.sentence) to++;
    const telling = words.slice(from, to).filter(({ text, fold }) => /^\p{Ll}{2,}$/u.test(text) && !knownWords.has(fold) && !short.has(text));
    const french = telling.filter(({ text }) => dictionary.has(text)).length;
    if (telling.length >= LEAST_TELLING && french < telling.length * FOREIGN) return [words[from]!.start, words[to - 1]!.end];
  }
  return undefined;
}
const LEAST_TELLING = 4;
/** A scribble has a third of its words right at the least. */
const FOREIGN = 0.34;

function paragraphs(text: string): { text: string; start: number }[] {
  return [...text.matchAll(/[^\n]+/g)].map((match) => ({ text: match[0], start: match.index }));
}

/** Share of the words in lower case that are French ones, names and short forms aside; 1 where there are none. */
function knownShare(subject: Subject, from: number, to: number): number {
  const { dictionary, pack } = subject.judged;
  const short = vocabularyOf(pack.lexicon.writing).abbreviations;
  const words = subject.reading.words.filter(
    (word) => word.start >= from && word.end <= to && /^\p{Ll}{2,}/u.test(word.text) && !short.has(word.lower) && !subject.knownWords.has(word.fold),
  );
  if (words.length === 0) return 1;
  return words.filter((word) => dictionary.has(word.text)).length / words.length;
}
