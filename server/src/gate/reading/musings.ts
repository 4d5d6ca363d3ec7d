import { findForms } from './forms.ts';
import type { Judged } from '../verdict.ts';
import type { Reading } from './words.ts';

/** What is asked, weighed or set as a task: "pourrait demander", "faudra-t-il", "ce scénario permet de". */
const MUSING: readonly string[] = [
  'pourrait|pourraient|pourra|pourront',
  'devra|devront|faudra|faudrait',
  's agira|s agirait',
  'permet de|d',
  'illustre|souleve',
  'met en evidence',
  'on teste|examinera|verifiera',
  'permet ... tester|examiner|verifier',
  'risque de|d',
  'possibilite de|d',
  'ce scenario|cas|dossier teste|evoque|illustre|souleve|met|pose',
  'cet enonce',
  'l enjeu',
];

const NONE: ReadonlySet<number> = new Set();

/**
 * Sentences in which nothing is asserted: questions, and what is weighed. Real statements end on them; texts that are
 * asked for tell facts throughout, and have none.
 */
export function musingSentences({ stratum }: Judged, { words, text }: Reading): ReadonlySet<number> {
  if (stratum !== undefined) return NONE;
  const out = new Set(findForms(MUSING, words).map((hit) => words[hit.from]!.sentence));
  words.forEach((word, i) => {
    if (words[i + 1]?.sentence !== word.sentence && /^\s?[)»"”]?\s?\?/.test(text.slice(word.end, word.end + 4))) out.add(word.sentence);
  });
  return out;
}
