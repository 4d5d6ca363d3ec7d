import type { Kinship } from '@case-swarm/schema';
import { nameOccurrences } from '../binding/heads.ts';
import { isWrittenAsName, type Word } from '../reading/words.ts';
import { wordsOf, type Subject } from '../subject.ts';
import type { Occurrence } from './marks.ts';
import { kinHits, personasOf, rolesAt, sexOfName, type KinHit, type People } from './words.ts';

/** In front of these stands what a name completes ("fils de Roger"). */
export const COMPLEMENTS = new Set(['de', 'd', 'du', 'des']);

/** A text with its names and kin words, read once for all that is asked of them. */
export class KinText {
  readonly subject: Subject;
  readonly kinship: Kinship;
  readonly people: People;
  readonly personas: readonly string[];
  readonly hits: readonly KinHit[];

  constructor(subject: Subject, kinship: Kinship, people: People) {
    this.subject = subject;
    this.kinship = kinship;
    this.people = people;
    this.personas = personasOf(subject, kinship, people);
    this.hits = kinHits(subject, kinship, people, this.personas);
  }

  get words(): readonly Word[] {
    return this.subject.reading.words;
  }

  /** Where somebody is named, by a title and the surname too ("M. Picard" where no other man is called so). */
  placesOf(name: string): readonly Occurrence[] {
    const words = wordsOf(name);
    const sex = sexOfName(words);
    const isOnly = (title: string): boolean => {
      const asked = TITLE_SEX[title];
      if (asked !== undefined && sex !== undefined && asked !== sex) return false;
      return ![...this.people.keys()].some((other) => {
        const theirs = wordsOf(other);
        return other !== name && theirs.at(-1) === words.at(-1) && (asked === undefined || sexOfName(theirs) === undefined || sexOfName(theirs) === asked);
      });
    };
    return [...nameOccurrences(this.words, words, this.subject.sharedFirstWords), ...titledOccurrences(this.words, words, isOnly)];
  }

  /** Whether a word is written as a name, and is one of the target's. */
  isNamed(word: Word): boolean {
    return this.subject.knownWords.has(word.fold) && isWrittenAsName(word, this.words);
  }

  isNamedWithin(from: number, to: number): boolean {
    return this.words.slice(from, to).some((word) => this.isNamed(word));
  }

  /** Whether the deceased's name ends at a word, in the sentence of a kin word behind it. */
  isDeceasedAt(at: number, hit: KinHit): boolean {
    return this.words[at]?.sentence === this.words[hit.from]!.sentence && rolesAt(at, this.words, this.people)?.includes(this.kinship.death.role) === true;
  }
}

const TITLE_SEX: Readonly<Record<string, 'm' | 'f'>> = { m: 'm', monsieur: 'm', feu: 'm', mme: 'f', mlle: 'f', madame: 'f', mademoiselle: 'f' };

/** "Madame Vernon", "M. Ferrero" for a full name, where the title can be of no other. */
function titledOccurrences(words: readonly Word[], name: readonly string[], isOnly: (title: string) => boolean): Occurrence[] {
  if (name.length < 2) return [];
  const surname = name.at(-1)!;
  return words.flatMap((word, i) =>
    word.fold === surname &&
    ['m', 'mme', 'mlle', 'monsieur', 'madame', 'mademoiselle', 'feu', 'succession', 'consorts'].includes(words[i - 1]?.fold ?? '') &&
    isOnly(words[i - 1]!.fold)
      ? [{ from: i, to: i + 1 }]
      : [],
  );
}
