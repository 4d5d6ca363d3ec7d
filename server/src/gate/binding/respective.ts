import type { Word } from '../reading/words.ts';
import type { Subject } from '../subject.ts';
import type { Head } from './heads.ts';
import type { Place } from './score.ts';

const JOINS = new Set(['et', 'puis']);
/** "Hugo, son frère, et Anne, sa sœur". */
const APPOSED = 'son sa mon ma frere soeur fils fille neveu niece cousin cousine ami amie'.split(' ');
const BETWEEN = new Set(['et', 'puis', 'de', 'd', 'du', 'en', 'a', 'au', 'pour', 'celle', 'celui', 'la', 'le', 'l', 'un', 'une', 'ensuite', 'm', 'mme', ...APPOSED]);

/** Places that stand two by two ("45 et 41 ans"), by their first word: which of the two each is. */
function ranksOf(words: readonly Word[], places: readonly Place[]): ReadonlyMap<number, 0 | 1> {
  const ranks = new Map<number, 0 | 1>();
  places.forEach((place, i) => {
    const next = places[i + 1];
    if (!next || ranks.get(place.from) === 1 || words[next.from]!.sentence !== words[place.from]!.sentence) return;
    const between = words.slice(place.to, next.from);
    if (!between.some(({ fold }) => JOINS.has(fold)) || !between.every(({ fold }) => BETWEEN.has(fold))) return;
    ranks.set(place.from, 0);
    ranks.set(next.from, 1);
  });
  return ranks;
}

/** "Lucie et Marc ont 45 et 41 ans": of two told together, the first value is the first one's. */
export class Respective {
  readonly #words: readonly Word[];
  readonly #figures: ReadonlyMap<number, 0 | 1>;
  readonly #heads = new Map<Head, 0 | 1>();

  constructor({ reading: { words }, figures, owners }: Subject, heads: readonly Head[]) {
    this.#words = words;
    // "Un livret (18 000 €) et un partage": an article is no second value.
    this.#figures = ranksOf(
      words,
      figures.filter(({ kind, value }) => kind !== 'number' || value > 1),
    );
    if (this.#figures.size === 0) return;
    for (const entity of new Set(owners.map((owner) => owner.entity))) {
      const own = heads.filter((head) => head.owner.entity === entity && entity !== undefined);
      const ranks = ranksOf(
        words,
        own.filter((head, i) => own[i - 1]?.from !== head.from),
      );
      for (const head of own) {
        const rank = ranks.get(head.from);
        if (rank !== undefined) this.#heads.set(head, rank);
      }
    }
  }

  /** Whether a place is to its list what a head before it is to its own. */
  agrees(place: Place, head: Head): boolean {
    const rank = this.#figures.get(place.from);
    return rank !== undefined && head.from < place.from && this.#heads.get(head) === rank && this.#words[head.from]!.sentence === this.#words[place.from]!.sentence;
  }
}
