import { nameOccurrences } from '../binding/occurrences.ts';
import { findForms } from '../reading/forms.ts';
import { isWrittenAsName, startsSentence, type Word } from '../reading/words.ts';
import { wordsOf, type TargetLeaf } from '../subject.ts';
import { isMarked, SEX_OF_KIN, type Occurrence } from './marks.ts';
import { COMPLEMENTS, type KinText } from './text.ts';
import { TITLE_SEX } from './titles.ts';
import { sexOf, sexOfName } from '../reading/first-names.ts';

/** From a name to "jusqu'à sa mort". */
const OWN_REACH = 12;
/** From a name to the death that is told behind it, and of it alone. */
const ALONE_REACH = 16;
/** From "perdu sa" to the name. */
const BEREAVED_REACH = 4;
/** Words between two commas that say what somebody was. */
const APPOSED_REACH = 4;
const LOST: readonly string[] = ['l a|avait|ai|avais perdu|perdue|enterre|enterree'];
/** From a first name to "il l'a perdue". */
const LOST_REACH = 4;
/** Between a name and its verb: "ancienne factrice, née en 1934,". */
const APPOSITIONS = 2;
/** From a name to "elle est morte". */
const PRONOUN_REACH = 30;

/** What the text says of who has died, and of who has not. */
export class Deaths {
  readonly #text: KinText;
  readonly #before: readonly Occurrence[];
  readonly #after: readonly Occurrence[];
  readonly #own: readonly Occurrence[];
  readonly #pronoun: readonly Occurrence[];
  /** Words of people's names, made when they are asked for. */
  #persons: ReadonlySet<string> | undefined;

  constructor(text: KinText) {
    this.#text = text;
    const { words, kinship } = text;
    this.#before = findForms(kinship.death.before, words);
    // "Décédée avant elle" is another's death.
    this.#after = findForms(kinship.death.after, words).filter(
      (hit) => !(words[hit.to]?.fold === 'avant' && ['elle', 'lui', 'eux', 'elles'].includes(words[hit.to + 1]?.fold ?? '')),
    );
    this.#own = findForms(kinship.death.own, words);
    this.#pronoun = findForms(kinship.death.pronoun, words);
  }

  /** Whether any death is told. */
  get areTold(): boolean {
    return this.#before.length + this.#after.length > 0;
  }

  /** "le décès de X", "X nous a quittés", "X …, jusqu'à sa mort". */
  isDead(place: Occurrence): boolean {
    return (
      this.#isMarked(place, { before: this.#before, after: this.#after }) ||
      this.#isApposedDead(place, this.#after) ||
      this.#isOwned(place, this.#own) ||
      this.#isDeadByPronoun(place) ||
      this.#isSubjectOfDeath(place, this.#after)
    );
  }

  /** "Colette Da Silva, ingénieure, DCD le …": between two commas stands what she was. */
  #isApposedDead({ to }: Occurrence, deaths: readonly Occurrence[]): boolean {
    const { words } = this.#text;
    const [first, last] = [words[to], words[to - 1]!];
    if (first === undefined || first.sentence !== last.sentence || first.clause !== last.clause + 1) return false;
    return deaths.some((hit) => {
      if (hit.from <= to || hit.from - to > APPOSED_REACH || words[hit.from]!.sentence !== last.sentence) return false;
      const isNext = words[hit.from]!.clause === first.clause + 1 && words[hit.from - 1]!.clause === first.clause;
      // "Colette, sa fille, Luc et Anne, morts": others stand between.
      return isNext && !this.#text.isNamedWithin(to, hit.from) && !this.#text.hits.some((other) => other.from >= to && other.to <= hit.from);
    });
  }

  /** "X …, jusqu'à sa mort": with no other name between. */
  #isOwned(place: Occurrence, deaths: readonly Occurrence[]): boolean {
    const { sentence } = this.#text.words[place.from]!;
    return deaths.some(
      (hit) =>
        hit.from >= place.to &&
        this.#text.words[hit.from]!.sentence === sentence &&
        hit.from - place.to <= OWN_REACH &&
        !this.#text.isNamedWithin(place.to, hit.from) &&
        // "Odette peut-elle s'opposer à ce que son partenaire soit dépouillé après sa mort".
        !this.#text.hits.some((other) => !other.link && other.from >= place.to && other.to <= hit.from),
    );
  }

  #isMarked(place: Occurrence, marks: Record<'before' | 'after', readonly Occurrence[]>): boolean {
    const isOfKin = COMPLEMENTS.has(this.#text.words[place.from - 1]?.fold ?? '') && this.#text.hits.some((hit) => !hit.link && hit.to === place.from - 1);
    return isMarked(this.#text.subject.reading, place, marks, isOfKin);
  }

  /** "Bruno vivait avec Françoise … elle est morte": the one of that sex who was named last. */
  #isDeadByPronoun(place: Occurrence): boolean {
    const sex = sexOf(this.#text.words[place.from]!);
    return (
      sex !== undefined &&
      this.#pronoun.some((hit) => {
        if (hit.from < place.to || hit.from - place.to > PRONOUN_REACH || this.#text.words[hit.from]!.fold !== (sex === 'f' ? 'elle' : 'il')) return false;
        return !this.#text.words.slice(place.to, hit.from).some((word) => this.#text.isNamed(word) && sexOf(word) === sex);
      })
    );
  }

  /** "Elle est morte", of a succession in which the target has nobody dead of that sex. */
  ofOtherSex(dead: readonly string[]): Occurrence | undefined {
    const sexes = dead.map((name) => sexOfName(wordsOf(name)));
    if (sexes.includes(undefined)) return undefined;
    const { words, kinship } = this.#text;
    // "Mort avant elle": she died as well.
    const sexOfPronoun = (at: number): 'm' | 'f' => (words[at]!.fold === 'elle' ? 'f' : 'm');
    const outlived = findForms(kinship.death.outlived, words).map(({ from, to }) => ({ from, to, sex: sexOfPronoun(to - 1) }));
    const parents = findForms(kinship.death.parents, words).map(({ from, to }) => ({ from, to, sex: parentSex(words.slice(from, to)) }));
    const told = [...this.#pronoun, ...findForms(kinship.death.leaving, words)].map(({ from, to }) => ({ from, to, sex: sexOfPronoun(from) }));
    return [...told, ...outlived, ...parents].find(({ sex }) => !sexes.includes(sex));
  }

  /** Whether the text surely has someone dead who is not among those that the target has dead. */
  isToldDead(name: string, leaves: readonly TargetLeaf[]): boolean {
    // The target may have it where the person is spoken of as something else (a beneficiary).
    const own = this.#text.subject.leaves.filter((leaf) => leaf.kind === 'name' && leaf.value === name);
    if ([...leaves, ...own].some((leaf) => this.mayBeDead(leaf))) return false;
    const { before, after, own: ofOne } = this.#text.kinship.death.sure;
    const marks = { before: findForms(before, this.#text.words), after: findForms(after, this.#text.words) };
    const deaths = findForms(ofOne, this.#text.words);
    return (
      this.#text
        .placesOf(name)
        // "Selon Maria, sa mère est morte".
        .filter(({ from }) => !SOURCES.has(this.#text.words[from - 1]?.fold ?? ''))
        .some(
          (place) =>
            this.#isMarked(place, marks) ||
            this.#isApposedDead(place, marks.after) ||
            this.#isOwned(place, deaths) ||
            this.#isSubjectOfDeath(place, marks.after) ||
            this.#isDeadAsOnlyOne(place) ||
            this.#isDeadBehind(place),
        )
    );
  }

  /** "Une autre sœur, Nadia, mais elle est décédée": with next to nothing between. */
  #isDeadBehind({ from, to }: Occurrence): boolean {
    const words = this.#text.words;
    const sex = sexOf(words[from]!);
    return (
      sex !== undefined &&
      this.#pronoun.some(
        (hit) =>
          hit.from >= to &&
          hit.from - to <= 1 &&
          words[hit.from]!.sentence === words[from]!.sentence &&
          words[hit.from]!.fold === (sex === 'f' ? 'elle' : 'il') &&
          words.slice(to, hit.from).every(({ fold }) => fold === 'mais'),
      )
    );
  }

  /** "Alice, mariée sous la communauté avec Luc, est morte": between two commas it is said who she is. */
  #isSubjectOfDeath({ from, to }: Occurrence, deaths: readonly Occurrence[]): boolean {
    const words = this.#text.words;
    const title = words[from - 1]?.fold ?? '';
    const sex = TITLE_SEX.get(title) ?? sexOf(words[from]!);
    if (sex === undefined || !startsSentence(words, TITLE_SEX.has(title) ? from - 1 : from) || words[to]?.clause !== words[from]!.clause + 1) return false;
    return deaths.some((hit) => {
      // "Vient de mourir" says nothing of the sex.
      const isOfEither = words[hit.from]!.fold === 'vient';
      const ending = isOfEither ? sex : /e$/.test(words[hit.to - 1]!.lower) ? 'f' : 'm';
      return (
        (isOfEither || ['est', 'etait'].includes(words[hit.from]!.fold)) &&
        words[hit.from]!.sentence === words[from]!.sentence &&
        words[hit.from]!.clause - words[to]!.clause <= APPOSITIONS &&
        words[hit.from - 1]!.clause === words[hit.from]!.clause - 1 &&
        ending === sex &&
        !words.slice(to, hit.from).some((word) => this.#text.isNamed(word) && sexOf(word) === sex)
      );
    });
  }

  /** "Bruno vivait avec Françoise, et elle est morte": nobody else of that sex is named so far. */
  #isDeadAsOnlyOne(place: Occurrence): boolean {
    const words = this.#text.words;
    const sex = sexOf(words[place.from]!);
    if (sex === undefined) return false;
    return this.#pronoun.some(
      (hit) =>
        hit.from >= place.to &&
        words[hit.from]!.sentence === words[place.from]!.sentence &&
        words[hit.from]!.fold === (sex === 'f' ? 'elle' : 'il') &&
        // A word for a relative may be whom the pronoun means.
        !this.#text.hits.some((other) => !other.link && other.to <= hit.from) &&
        !words.slice(0, hit.from).some((word, i) => (i < place.from || i >= place.to) && this.#text.isNamed(word) && sexOf(word) !== otherSex(sex)),
    );
  }

  /** Whether the text has this one dead, beside the one whom it is about: "Luc, mort avant lui", "Anne, bénéficiaire, est elle-même décédée". */
  isToldOf(name: string): boolean {
    return (
      this.isToldDeadEarlier(name) ||
      this.#text.placesOf(name).some((place) => this.isDead(place) || this.#isAnnounced(place) || this.#isLastNamedBefore(place) || this.#isOneOfTheDead(place))
    );
  }

  /** "Un enfant prédécédé : Bruno", "il avait perdu sa première femme, Anne". */
  #isAnnounced({ from }: Occurrence): boolean {
    const { words, kinship } = this.#text;
    const isBefore = (hit: Occurrence, reach: number): boolean =>
      hit.to <= from && from - hit.to <= reach && words[hit.from]!.sentence === words[from]!.sentence && !words.slice(hit.to, from).some((word) => this.#isPerson(word));
    // "Sa femme, Anne, il l'a perdue en 1989".
    const isBehind = (hit: Occurrence): boolean => hit.from > from && hit.from - from <= LOST_REACH && words[hit.from]!.sentence === words[from]!.sentence;
    if (findForms(LOST, words).some(isBehind)) return true;
    return findForms(kinship.death.earlier, words).some((hit) => isBefore(hit, 0)) || findForms(kinship.death.bereaved, words).some((hit) => isBefore(hit, BEREAVED_REACH));
  }

  /** Nobody else is named from the name to the death, but whom others belong to ("Luc, le frère d'Anne, est mort avant elle"). */
  #isLastNamedBefore({ from, to }: Occurrence): boolean {
    const { words } = this.#text;
    const sex = sexOf(words[from]!);
    const earlier = findForms(this.#text.kinship.death.earlier, words);
    return [...earlier, ...this.#after].some((hit) => {
      const last = words[hit.to - 1]!.fold;
      if (hit.from < to || hit.from - to > ALONE_REACH || words[hit.from]!.sentence !== words[from]!.sentence) return false;
      // "Morte" is no man; what is told as earlier may be typed in haste.
      if (!earlier.some((other) => other === hit) && (!DEAD.test(last) || (sex !== undefined && sex !== (/(?:ee|te|ie)$/.test(last) ? 'f' : 'm')))) return false;
      return this.#isApart(to, hit.from);
    });
  }

  /** "Mohamed et Jacqueline, mais ils sont morts tous les deux". */
  #isOneOfTheDead({ from, to }: Occurrence): boolean {
    const { words } = this.#text;
    const { sentence } = words[from]!;
    const isJoined = words[to]?.fold === 'et' || words[from - 1]?.fold === 'et';
    const isBetween = (word: Word): boolean => BETWEEN_DEAD.has(word.fold) || isWrittenAsName(word, words);
    return isJoined && findForms(ALL_DEAD, words).some((hit) => hit.from >= to && words[hit.from]!.sentence === sentence && words.slice(to, hit.from).every(isBetween));
  }

  #isPerson(word: Word): boolean {
    this.#persons ??= new Set([...this.#text.people.keys()].flatMap(wordsOf));
    return this.#persons.has(word.fold) && this.#text.isNamed(word);
  }

  /** Whether what stands between says only who the one before is: "le frère d'Anne, est", and not "le frère d'Anne, morte" or "; Anne". */
  #isApart(from: number, to: number): boolean {
    const { words } = this.#text;
    const between = words.slice(from, to);
    if (this.#text.subject.reading.text.slice(words[from - 1]!.end, words[to]!.start).includes(';')) return false;
    const isComplement = (i: number): boolean => i > 0 && (COMPLEMENTS.has(between[i - 1]!.fold) || (this.#isPerson(between[i - 1]!) && isComplement(i - 1)));
    if (!between.some((word) => this.#isPerson(word))) return true;
    const isVerb = ['est', 'etait'].includes(words[to]!.fold) || ['est', 'etait'].includes(between.at(-1)!.fold);
    return isVerb && between.every((word, i) => !this.#isPerson(word) || isComplement(i)) && !between.some(({ fold }) => ['il', 'elle', 'qui'].includes(fold));
  }

  /** "Mon frère Émile, prédécédé": then it is another's succession. */
  isToldDeadEarlier(name: string): boolean {
    const marks = { before: [], after: findForms(this.#text.kinship.death.earlier, this.#text.words) };
    return this.#namesOf(name).some(
      // "Le frère de Karine est mort avant elle" is of the brother.
      (place) => !COMPLEMENTS.has(this.#text.words[place.from - 1]?.fold ?? '') && this.#isMarked(place, marks),
    );
  }

  /** "Tout tourne autour de Paul": whose case it is. */
  isAbout(name: string): boolean {
    const marks = { before: findForms(this.#text.kinship.death.about, this.#text.words), after: [] };
    return this.#namesOf(name).some((place) => this.#isMarked(place, marks));
  }

  /** Where the name itself stands, without a title. */
  #namesOf(name: string): readonly Occurrence[] {
    return nameOccurrences(this.#text.words, wordsOf(name), this.#text.subject.sharedFirstWords);
  }

  /** A child or a brother may have died as well. */
  mayBeDead(leaf: TargetLeaf): boolean {
    return leaf.owner.leaves.some((other) => this.#text.kinship.death.others.some((key) => key === other.key || key === `${other.key}=${String(other.value)}`));
  }

  /** "Paul se demande", "Paul, je vous le dis". */
  isAlive(name: string): boolean {
    const living = findForms(this.#text.kinship.death.living, this.#text.words);
    return this.#namesOf(name).some(
      (place) => (living.some((hit) => hit.from === place.to) && !COMPLEMENTS.has(this.#text.words[place.from - 1]?.fold ?? '')) || this.#isSpokenTo(place),
    );
  }

  /** "Paul, je vous le dis": the name opens the sentence and stands apart. */
  #isSpokenTo({ from, to }: Occurrence): boolean {
    const next = this.#text.words[to];
    return (
      startsSentence(this.#text.words, from) &&
      next?.sentence === this.#text.words[from]!.sentence &&
      next.clause !== this.#text.words[from]!.clause &&
      ['je', 'tu', 'vous', 'j', 't'].includes(next.fold)
    );
  }
}

const ALL_DEAD: readonly string[] = [
  'sont|etaient morts|mortes|decedes|decedees|disparus|disparues',
  'sont|etaient tous|toutes deux|les|trois ... morts|mortes|decedes|decedees',
  'tous|toutes deux morts|mortes|decedes|decedees',
];
const BETWEEN_DEAD = new Set('et mais qui ils elles eux deja malheureusement'.split(' '));

const SOURCES = new Set(['selon', 'apres', 'croire', 'suivant']);
const DEAD = /^(?:decede|decedee|mort|morte|parti|partie)$/;

const otherSex = (sex: 'm' | 'f'): 'm' | 'f' => (sex === 'f' ? 'm' : 'f');

/** By the word for the parent ("maman est décédé" of a hurried hand), or by what is said of them. */
const parentSex = (told: readonly Word[]): 'm' | 'f' =>
  told.map(({ fold }) => SEX_OF_KIN.get(fold)).find((sex) => sex !== undefined) ?? (/e$/.test(told.at(-1)!.lower) ? 'f' : 'm');
