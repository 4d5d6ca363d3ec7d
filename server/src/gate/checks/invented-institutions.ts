import { phrasePlaces } from '../binding/occurrences.ts';
import { titleEnd } from '../reading/title.ts';
import { wordsOf, type Subject } from '../subject.ts';
import { refuse, type Problem } from '../verdict.ts';

/** "Un compte au LCL", "le contrat CNP" of a target that names neither; in capitals they are no names to the eye. */
export function inventedInstitutions({ judged, leaves, reading }: Subject): Problem[] {
  const { words, text } = reading;
  // Real statements tell more than their targets.
  if (judged.stratum === undefined) return [];
  const body = titleEnd(text);
  const written = new Set(words.map(({ fold }) => fold));
  const held = leaves.flatMap(({ value }) => (typeof value === 'string' ? [` ${wordsOf(value).join(' ')} `] : []));
  return (judged.pack.lexicon.institutions ?? []).flatMap((name) => {
    const own = wordsOf(name);
    if (!own.every((word) => written.has(word))) return [];
    if (held.some((value) => value.includes(` ${own.join(' ')} `))) return [];
    const place = phrasePlaces(words, own).find(
      ({ from, to }) => words[from]!.start >= body && own.every((word, i) => words[from + i]!.fold === word) && isMeant(words[from]!.text, to - from),
    );
    if (!place) return [];
    const span = [words[place.from]!.start, words[place.to - 1]!.end] as const;
    return [refuse('name-not-in-target', `« ${text.slice(...span)} » n'est pas dans les faits donnés : retirez ce nom.`, { span })];
  });
}

/** A word alone may be an everyday one ("abeille"), but for what is nothing else in small letters. */
const isMeant = (written: string, length: number): boolean => length > 1 || /^\p{Lu}/u.test(written) || SMALL.has(written);
const SMALL = new Set(['cnp', 'maaf', 'axa', 'lcl', 'cic', 'bnp', 'maif', 'macif', 'cardif', 'generali', 'allianz', 'spirica', 'suravenir', 'predica', 'prédica', 'afer']);
