import type { Kinship } from '@case-swarm/schema';
import { isWrittenAsName, type Word } from '../reading/words.ts';
import type { Subject } from '../subject.ts';
import type { Occurrence } from './marks.ts';
import { namedOccurrences } from './titles.ts';
import { kinHits, personasOf, type KinHit } from './words.ts';
import { rolesAt, type People } from './names.ts';

/** In front of these stands what a name completes ("fils de Roger"). */
export const COMPLEMENTS = new Set(['de', 'd', 'du', 'des']);

/** A text with its names and kin words, read once for all that is asked of them. */
export class KinText {
  readonly subject: Subject;
  readonly kinship: Kinship;
  readonly people: People;
  readonly personas: readonly string[];
  readonly hits: readonly KinHit[];
  readonly #places = new Map<string, readonly Occurrence[]>();

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

  placesOf(name: string): readonly Occurrence[] {
    const places = this.#places.get(name) ?? namedOccurrences(this.subject, name, this.people.keys());
    this.#places.set(name, places);
    return places;
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
