import type { Form, Kinship } from '@case-swarm/schema';
import { nameOccurrences } from '../binding/heads.ts';
import { findForms } from '../reading/forms.ts';
import { announcements } from '../reading/reports.ts';
import { isWrittenAsName, startsSentence, type Word } from '../reading/words.ts';
import { wordsOf, type Subject, type TargetLeaf } from '../subject.ts';
import { COPULAS, isMarked, isOtherSex, type Occurrence } from './kin-marks.ts';
import {
  HAVING,
  PET_NAMES,
  isTheirs,
  kinHits,
  personasOf,
  POSSESSOR_REACH,
  rolesAhead,
  rolesAt,
  rolesBefore,
  beforeName,
  sexOf,
  sexOfName,
  type KinHit,
  type People,
} from './kin-words.ts';

/** Between a kin word and a name that it is about these may stand ("deux enfants majeurs : Alice (8 ans) et Bruno"). */
const BRIDGES = new Set(
  (
    'et ou ainsi que m mm mme mlle monsieur madame mademoiselle maitre me dr nomme nommee nommes nommees prenomme prenommee prenommes appele appelee appeles un une deux trois quatre cinq six a d de la le l les du ' +
    'ans an mois majeur majeure majeurs majeures mineur mineure mineurs mineures aine ainee cadet cadette survivant survivante premier premiere second seconde autre precedente precedent ancienne ancien anterieure anterieur union mariage noces couple vient viennent lit avant ne nee nes nees commun communs commune ' +
    'feu feue son sa ses mon ma mes notre leur depuis avec en adopte adoptee adoptif adoptive adoptifs simple pleniere forme c est etait soit sont etaient dit dite unique germain germaine age agee agees ages hui aujourd adulte adultes vivant vivants vivante ' +
    'compte compris savoir soit notamment dont qui bientot jeune petit petite grand grande cher chere pauvre defunt defunte regrette regrettee donc alors bon ben euh enfin s appelle appelait nomme nommait prenomme'
  ).split(' '),
);
const BRIDGE_LENGTH = 14;
const COPULA_LENGTH = 4;
/** From the name to "mère de". */
const MOTHER_REACH = 8;
/** From a name to "jusqu'à sa mort". */
const OWN_REACH = 12;
/** From a name to "elle est morte". */
const PRONOUN_REACH = 30;
/** From a name to "son père". */
const RELATIVE_REACH = 14;
/** From a name to "avait épousé". */
const WED_REACH = 4;
const COMPLEMENTS = new Set(['de', 'd', 'du', 'des']);
const INTRODUCTIONS: readonly Form[] = [
  'je suis',
  'je m appelle',
  'moi c est',
  'moi cest',
  'c est moi',
  'cest moi',
  'moi meme',
  'je soussigne|soussignee',
  'mon nom est|c est|cest',
  'en mon nom',
  'ici',
  'moi',
  'bonjour|bjr|salut c est',
  'bonjour|bjr|salut cest',
];

/** What the text says of each name. */
export class KinEvidence {
  readonly #subject: Subject;
  readonly #people: People;
  readonly #kinship: Kinship;
  readonly #words: readonly Word[];
  readonly #hits: readonly KinHit[];
  readonly #deathBefore: readonly Occurrence[];
  readonly #deathAfter: readonly Occurrence[];
  readonly #deathOwn: readonly Occurrence[];
  readonly #deathPronoun: readonly Occurrence[];
  readonly #introductions: readonly Occurrence[];
  readonly #shared: ReadonlySet<string>;
  readonly #tellers: readonly string[];
  /** Words in parentheses: what is said of a name in passing. */
  readonly #aside: ReadonlySet<number>;

  constructor(subject: Subject, kinship: Kinship, people: People) {
    this.#subject = subject;
    this.#people = people;
    this.#kinship = kinship;
    this.#words = subject.reading.words;
    const personas = personasOf(subject, kinship, people);
    this.#hits = kinHits(subject, kinship, people, personas);
    this.#deathBefore = findForms(kinship.death.before, this.#words);
    // "Décédée avant elle" is another's death.
    this.#deathAfter = findForms(kinship.death.after, this.#words).filter(
      (hit) => !(this.#words[hit.to]?.fold === 'avant' && ['elle', 'lui', 'eux', 'elles'].includes(this.#words[hit.to + 1]?.fold ?? '')),
    );
    this.#deathOwn = findForms(kinship.death.own, this.#words);
    this.#deathPronoun = findForms(kinship.death.pronoun, this.#words);
    this.#introductions = findForms(INTRODUCTIONS, this.#words);
    this.#shared = subject.sharedFirstWords;
    this.#tellers = personas.flatMap((persona) => kinship.tellers[persona] ?? []);
    this.#aside = parenthesised(subject);
  }

  of(name: string, leaves: readonly TargetLeaf[]): ReadonlySet<string> {
    const roles = new Set<string>();
    const words = wordsOf(name);
    const places = this.#placesOf(name);
    for (const place of places) {
      for (const role of this.#appositionBefore(place)) roles.add(role);
      for (const role of this.#appositionAfter(place, words)) roles.add(role);
      if (this.#isDead(place) || this.#isDeadByPronoun(place)) roles.add(this.#kinship.death.role);
      if (this.#isTeller(place)) for (const role of this.#tellers) roles.add(role);
    }
    if (roles.size === 0)
      for (const place of places) for (const role of [...this.#possessorOf(place), ...this.#complementOf(place, leaves), ...this.#wedTo(place)]) roles.add(role);
    const expected = this.#people.get(name)?.roles ?? [];
    if (roles.size === 0) for (const place of places) for (const role of this.#relativeOf(place)) if (role !== this.#kinship.death.role && expected.includes(role)) roles.add(role);
    // A child or a brother may have died as well.
    if (roles.size === 1 && roles.has(this.#kinship.death.role) && leaves.some((leaf) => this.#mayBeDead(leaf))) roles.clear();
    return roles;
  }

  /** Whether the text surely has someone dead who is not among those that the target has dead. */
  isToldDead(name: string, leaves: readonly TargetLeaf[]): boolean {
    // The target may have it where the person is spoken of as something else (a beneficiary).
    const own = this.#subject.leaves.filter((leaf) => leaf.kind === 'name' && leaf.value === name);
    if ([...leaves, ...own].some((leaf) => this.#mayBeDead(leaf))) return false;
    const { before, after, own: ofOne } = this.#kinship.death.sure;
    const marks = { before: findForms(before, this.#words), after: findForms(after, this.#words) };
    const deaths = findForms(ofOne, this.#words);
    return this.#placesOf(name).some(
      (place) => this.#isMarked(place, marks) || this.#isOwned(place, deaths) || this.#isSubjectOfDeath(place, marks.after) || this.#isDeadAsOnlyOne(place),
    );
  }

  /** "Alice, mariée sous la communauté avec Luc, est morte": between two commas it is said who she is. */
  #isSubjectOfDeath({ from, to }: Occurrence, deaths: readonly Occurrence[]): boolean {
    const words = this.#words;
    const sex = sexOf(words[from]!);
    if (sex === undefined || !startsSentence(words, from) || words[to]?.clause !== words[from]!.clause + 1) return false;
    return deaths.some((hit) => {
      const ending = /e$/.test(words[hit.to - 1]!.lower) ? 'f' : 'm';
      return (
        ['est', 'etait'].includes(words[hit.from]!.fold) &&
        words[hit.from]!.sentence === words[from]!.sentence &&
        words[hit.from]!.clause === words[to]!.clause + 1 &&
        words[hit.from - 1]!.clause === words[to]!.clause &&
        ending === sex &&
        !words.slice(to, hit.from).some((word) => this.#isNamed(word) && sexOf(word) === sex)
      );
    });
  }

  /** "Bruno vivait avec Françoise, et elle est morte": nobody else of that sex is named so far. */
  #isDeadAsOnlyOne(place: Occurrence): boolean {
    const words = this.#words;
    const sex = sexOf(words[place.from]!);
    if (sex === undefined) return false;
    return this.#deathPronoun.some(
      (hit) =>
        hit.from >= place.to &&
        words[hit.from]!.sentence === words[place.from]!.sentence &&
        words[hit.from]!.fold === (sex === 'f' ? 'elle' : 'il') &&
        // A word for a relative may be whom the pronoun means.
        !this.#hits.some((other) => !other.link && other.to <= hit.from) &&
        !words.slice(0, hit.from).some((word, i) => (i < place.from || i >= place.to) && this.#isNamed(word) && sexOf(word) !== otherSex(sex)),
    );
  }

  /** Where somebody is named, by a title and the surname too ("M. Picard" where no other man is called so). */
  #placesOf(name: string): readonly Occurrence[] {
    const words = wordsOf(name);
    const sex = sexOfName(words);
    const isOnly = (title: string): boolean => {
      const asked = TITLE_SEX[title];
      if (asked !== undefined && sex !== undefined && asked !== sex) return false;
      return ![...this.#people.keys()].some((other) => {
        const theirs = wordsOf(other);
        return other !== name && theirs.at(-1) === words.at(-1) && (asked === undefined || sexOfName(theirs) === undefined || sexOfName(theirs) === asked);
      });
    };
    return [...nameOccurrences(this.#words, words, this.#shared), ...titledOccurrences(this.#words, words, isOnly)];
  }

  /** "Mon frère Émile, prédécédé": then it is another's succession. */
  isToldDeadEarlier(name: string): boolean {
    const marks = { before: [], after: findForms(this.#kinship.death.earlier, this.#words) };
    return nameOccurrences(this.#words, wordsOf(name), this.#shared).some(
      // "Le frère de Karine est mort avant elle" is of the brother.
      (place) => !COMPLEMENTS.has(this.#words[place.from - 1]?.fold ?? '') && this.#isMarked(place, marks),
    );
  }

  /** "Paul se demande", "Paul, je vous le dis": nobody asks the dead, and they ask nothing. */
  isTellingAlive(name: string): boolean {
    const living = findForms(this.#kinship.death.living, this.#words);
    return nameOccurrences(this.#words, wordsOf(name), this.#shared).some(
      (place) => (living.some((hit) => hit.from === place.to) && !COMPLEMENTS.has(this.#words[place.from - 1]?.fold ?? '')) || this.#isSpokenTo(place) || this.#isTeller(place),
    );
  }

  /** "Paul, je vous le dis": the name opens the sentence and stands apart. */
  #isSpokenTo({ from, to }: Occurrence): boolean {
    const next = this.#words[to];
    return (
      startsSentence(this.#words, from) &&
      next?.sentence === this.#words[from]!.sentence &&
      next.clause !== this.#words[from]!.clause &&
      ['je', 'tu', 'vous', 'j', 't'].includes(next.fold)
    );
  }

  /** "Tout tourne autour de Paul": whose case it is. */
  isAbout(name: string): boolean {
    const marks = { before: findForms(this.#kinship.death.about, this.#words), after: [] };
    return nameOccurrences(this.#words, wordsOf(name), this.#shared).some((place) => this.#isMarked(place, marks));
  }

  /** Whether anyone of this role is spoken of. */
  speaksOf(role: string): boolean {
    return (
      this.#hits.some((hit) => this.#rolesSpokenOf(hit).includes(role)) ||
      (role === this.#kinship.death.role && this.#deathBefore.length + this.#deathAfter.length > 0) ||
      this.#tellers.includes(role)
    );
  }

  /** A word that may be about anyone ("ton père") speaks of such a relative, and of the one whose relative it is. */
  #rolesSpokenOf({ roles, told }: KinHit): readonly string[] {
    const isAnyones = roles.length >= Object.keys(this.#kinship.roles).length;
    return isAnyones ? [...told, ...told.flatMap((role) => this.#kinship.inverse[role] ?? [])] : roles;
  }

  #mayBeDead(leaf: TargetLeaf): boolean {
    return leaf.owner.leaves.some((other) => this.#kinship.death.others.some((key) => key === other.key || key === `${other.key}=${String(other.value)}`));
  }

  /** "mon frère Luc", "deux enfants : Alice et Luc": the nearest kin word before, with nothing but bridges between. */
  #appositionBefore(place: Occurrence): readonly string[] {
    const words = this.#words;
    // "fils de Roger": Roger is whose son it is.
    let before = place.from - 1;
    while (before >= 0 && ['m', 'mme', 'monsieur', 'madame', 'feu', 'feue'].includes(words[before]!.fold)) before--;
    const complement = COMPLEMENTS.has(words[before]?.fold ?? '') && words[before]!.sentence === words[place.from]!.sentence;
    // "Sa fille Zoé et Fatima a une nièce": Fatima begins anew.
    if (words[place.from - 1]?.fold === 'et' && HAVING.has(words[place.to]?.fold ?? '')) return [];
    // "Mon frère et Anne": Anne is another; "un fils, Luc ; Anne a …" begins anew.
    if (words[place.from - 1]?.fold === 'et' && this.#hits.some((hit) => !hit.link && hit.to === place.from - 1)) return [];
    if (this.#beginsAnew(place)) return [];
    let sentence = words[place.from]!.sentence;
    let named = false;
    let isTo = false;
    for (let i = place.from - 1, steps = 0; i >= 0 && steps < BRIDGE_LENGTH; i--) {
      // "Christian et le fils de celui-ci, Ibrahim".
      if (['ci', 'la'].includes(words[i]!.fold) && ['celui', 'celle'].includes(words[i - 1]?.fold ?? '')) i -= 2;
      const word = words[i]!;
      if (word.sentence !== sentence) {
        // The lines of a list go with the line above them.
        const gap = this.#subject.reading.text.slice(word.end, words[i + 1]!.start);
        if (!gap.includes('\n') || /[.!?]|\n\s*\n/.test(gap)) return [];
        sentence = word.sentence;
      }
      if (this.#aside.has(i) && !this.#aside.has(place.from)) continue;
      steps++;
      const hit = this.#hits.find((item) => i >= item.from && i < item.to);
      if (hit?.link && (named || this.#subject.reading.text.slice(words[hit.to - 1]!.end, words[place.from]!.start).includes(';'))) continue;
      if (hit && this.#isOfOneBefore(hit, place)) return [];
      // "Mariée à Luc" says who Luc is; "la donation de ma sœur à Luc", "une fille avec Luc" do not.
      if (hit && !hit.link && isTo) return [];
      const whose = hit && this.#hitBehindWhich(hit);
      if (whose) return whose.told;
      if (hit) return this.#isChildOf(hit, place) ? this.#childRoles(hit) : complement && hit.to === before ? [] : [...hit.roles, ...this.#rolesBeside(hit)];
      if (this.#isNamed(word)) named = true;
      if (word.lower === 'à' || word.fold === 'avec') isTo = true;
      if (!BRIDGES.has(word.fold) && !/^\d/.test(word.text) && !isWrittenAsName(word, words)) return [];
      // "Ainsi que Luc" goes on; "la fille que Luc avait eue" speaks of another.
      if (word.fold === 'que' && words[i - 1]?.fold !== 'ainsi') return [];
    }
    return [];
  }

  /** "Khadija … Sa mère, Caroline, est morte": the one named last before "sa" is Caroline's child. */
  #possessorOf(place: Occurrence): readonly string[] {
    const words = this.#words;
    return this.#hits.flatMap((hit) => {
      // "Jacques … ? Alain Ferrero, son père": the name before the word is the father's.
      const apposed = this.#isDeceasedAt(hit.from - 2, hit) ? beforeName(hit.from - 2, words) : hit.from;
      if (hit.from < place.to || hit.from - place.to > POSSESSOR_REACH || !isTheirs(words, hit.from) || this.#isNamedWithin(place.to, apposed)) return [];
      // "Marco, que sa mère avait épousé", "Marco a épousé sa mère": somebody else's mother.
      if ((words[place.to]?.fold === 'que' && hit.from - place.to === 2) || words[hit.from - 2]?.lower === 'épousé') return [];
      const behind = rolesAhead(hit.to, words, this.#people);
      return apposed < hit.from || behind?.includes(this.#kinship.death.role) ? hit.told.flatMap((role) => this.#kinship.inverse[role] ?? []) : [];
    });
  }

  /**
   * "Lucie a perdu son père", "Emma et sa mère, Lucie": whose relative is spoken of behind a name, with no other name
   * between. Where the relative is not named, it is the deceased.
   */
  #relativeOf(place: Occurrence): readonly string[] {
    const words = this.#words;
    const { sentence } = words[place.from]!;
    const { ofPerson, inverse, death } = this.#kinship;
    return this.#hits.flatMap((hit) => {
      if (hit.link || hit.from < place.to || hit.from - place.to > RELATIVE_REACH) return [];
      const isNext = words[hit.from]!.sentence === sentence + 1 && startsSentence(words, hit.from - 1);
      if (words[hit.from]!.sentence !== sentence && !isNext) return [];
      const isShared = words[hit.from - 1]?.fold === 'leur';
      const isWhose = words[hit.from - 2]?.fold === 'dont';
      if (!isTheirs(words, hit.from) && !isWhose) return [];
      if (!isShared && this.#isNamedWithin(place.to, hit.from)) return [];
      const relatives = rolesAhead(hit.to, words, this.#people) ?? [death.role];
      return hit.told.flatMap((told) => relatives.flatMap((role) => ofPerson[inverse[told] ?? '']?.[role] ?? []));
    });
  }

  /** "Claire avait épousé Jean", of Jean, who died. */
  #wedTo(place: Occurrence): readonly string[] {
    const words = this.#words;
    const isWed = this.#hits.some(
      (hit) =>
        hit.link &&
        hit.from >= place.to &&
        hit.from - place.to <= WED_REACH &&
        words[hit.from]!.sentence === words[place.from]!.sentence &&
        !this.#isNamedWithin(place.to, hit.from) &&
        rolesAhead(hit.to, words, this.#people)?.includes(this.#kinship.death.role) === true,
    );
    return isWed ? ['partner'] : [];
  }

  /** Whether the deceased's name ends at a word, in the sentence of a kin word behind it. */
  #isDeceasedAt(at: number, hit: KinHit): boolean {
    return this.#words[at]?.sentence === this.#words[hit.from]!.sentence && rolesAt(at, this.#words, this.#people)?.includes(this.#kinship.death.role) === true;
  }

  /** "Les filles de Capucine", "la compagne de Gérard": one who can have such a relative among those of the target. */
  #complementOf(place: Occurrence, leaves: readonly TargetLeaf[]): readonly string[] {
    const before = place.from - 1;
    if (!COMPLEMENTS.has(this.#words[before]?.fold ?? '')) return [];
    const hit = this.#hits.find((other) => !other.link && other.to === before);
    // A target may count the children of whom it names none.
    if (!hit || leaves.some((leaf) => leaf.owner.leaves.some(({ key }) => key === 'a_des_enfants'))) return [];
    const present = new Set([...this.#people.values()].flatMap(({ roles }) => roles));
    const { ofPerson } = this.#kinship;
    const isPossible = (role: string): boolean => hit.told.some((told) => ofPerson[told]?.[role]?.some((other) => present.has(other)) === true);
    return [...present].filter(isPossible);
  }

  /** "Anne, mère d'une petite Emma": Emma is Anne's child. */
  #isChildOf(hit: KinHit, place: Occurrence): boolean {
    return hit.parent && ['de', 'd', 'du'].includes(this.#words[hit.to]?.fold ?? '') && hit.to < place.from;
  }

  /** Behind a semicolon, with a verb of its own. */
  #beginsAnew({ from, to }: Occurrence): boolean {
    const before = this.#words[from - 1];
    if (before === undefined || !this.#subject.reading.text.slice(before.end, this.#words[from]!.start).includes(';')) return false;
    return HAVING.has(this.#words[to]?.fold ?? '') || ['est', 'etait'].includes(this.#words[to]?.fold ?? '');
  }

  /** "Deux enfants et deux petits-enfants : Lucie et sa fille …": who is which is said behind. */
  #rolesBeside(hit: KinHit): readonly string[] {
    const words = this.#words;
    const isListed = /s$/.test(words[hit.from]!.fold) && this.#subject.reading.text.slice(words[hit.to - 1]!.end, words[hit.to]?.start).includes(':');
    const joined = ['et', 'ou'].includes(words[hit.from - 1]?.fold ?? '') ? hit.from - 1 : hit.from - 2;
    if (!isListed || !['et', 'ou'].includes(words[joined]?.fold ?? '')) return [];
    return this.#hits.find((other) => other.to === joined)?.roles ?? [];
  }

  /** "Sœur de ma mère : Emma": the word that "ma mère", the deceased, completes. */
  #hitBehindWhich(hit: KinHit): KinHit | undefined {
    const words = this.#words;
    // "Le frère de papa, Hugo" needs no "mon".
    const from = PET_NAMES.has(words[hit.from]!.fold) ? hit.from : hit.from - 1;
    if (!hit.roles.includes(this.#kinship.death.role) || (from < hit.from && !['mon', 'ma'].includes(words[from]?.fold ?? '')) || !COMPLEMENTS.has(words[from - 1]?.fold ?? ''))
      return undefined;
    return this.#hits.find((other) => other.to === from - 1 && !other.link);
  }

  #childRoles(hit: KinHit): readonly string[] {
    const words = this.#words;
    // "Lucie, fille de Jean, est la mère d'Emma": Jean says who Lucie is.
    for (let at = hit.from - 1; at >= Math.max(0, hit.from - 2 * MOTHER_REACH) && words[at]!.sentence >= words[hit.from]!.sentence - 1; at--) {
      const roles = rolesAt(at, words, this.#people);
      if (!roles) continue;
      if (!COMPLEMENTS.has(words[beforeName(at, words) - 1]?.fold ?? '')) return roles.flatMap((role) => this.#kinship.ofPerson['child']?.[role] ?? []);
      at = beforeName(at, words);
    }
    return (rolesBefore(hit.from, words, this.#people, MOTHER_REACH) ?? []).flatMap((role) => this.#kinship.ofPerson['child']?.[role] ?? []);
  }

  /** "Marco, concubin, Juliette …": the word between two commas is the first one's. */
  #isOfOneBefore(hit: KinHit, place: Occurrence): boolean {
    const before = this.#words[hit.from - 1];
    const isNamed = before !== undefined && this.#isNamed(before) && before.sentence === this.#words[hit.from]!.sentence;
    // "Leïla ; neveu : Pierre" begins anew, and announces.
    const { text } = this.#subject.reading;
    if (isNamed && (text.slice(before.end, this.#words[hit.from]!.start).includes(';') || text.slice(this.#words[hit.to - 1]!.end, this.#words[place.from]!.start).includes(':')))
      return false;
    return isNamed && before.clause !== this.#words[hit.from]!.clause && this.#words[hit.to - 1]!.clause !== this.#words[place.from]!.clause;
  }

  /** "Luc, mon frère", "Luc est le fils de …": a kin word behind, which is not another name's. */
  #appositionAfter(place: Occurrence, own: readonly string[]): readonly string[] {
    const words = this.#words;
    // "Selon Jade, son frère refuse": he is another.
    if (isTheirs(words, place.to + 1) && announcements(words).some((hit) => hit.to === place.from)) return [];
    for (let i = place.to, steps = 0; i < words.length && steps <= COPULA_LENGTH; i++, steps++) {
      const word = words[i]!;
      if (word.sentence !== words[place.from]!.sentence) return [];
      // "Un seul enfant" counts.
      if (/^seule?$/.test(word.fold) && /^une?$/.test(words[i - 1]!.fold)) return [];
      const at = this.#hits.filter((item) => i >= item.from && i < item.to);
      // "Marie, son épouse" says who she is; "Luc épouse Marie" says that he is married.
      const hit = at.find((item) => !item.link) ?? at[0];
      if (hit?.link) return [];
      if (hit) {
        // "Lucie, son père c'est Jean": a father is no woman.
        if (isOtherSex(words, place, hit.to)) return [];
        const next = words[hit.to];
        const names = next !== undefined && next.sentence === word.sentence && this.#isNamed(next);
        // "Fils de Thierry, né d'une première union": the son was born of it.
        if (COMPLEMENTS.has(words[place.from - 1]?.fold ?? '') && /^nee?s?$/.test(words[hit.from]!.fold)) return [];
        const partner = next !== undefined && ['a', 'avec'].includes(next.fold);
        return names || partner ? [] : hit.roles;
      }
      if (!COPULAS.has(word.fold) && !isWrittenAsName(word, words)) return [];
      // Behind another's name the word is the other's.
      if (!own.includes(word.fold) && !COPULAS.has(word.fold) && this.#subject.knownWords.has(word.fold)) return [];
    }
    return [];
  }

  /** "le décès de X", "X nous a quittés", "X …, jusqu'à sa mort". */
  #isDead(place: Occurrence): boolean {
    return this.#isMarked(place, { before: this.#deathBefore, after: this.#deathAfter }) || this.#isOwned(place, this.#deathOwn);
  }

  /** "X …, jusqu'à sa mort": with no other name between. */
  #isOwned(place: Occurrence, deaths: readonly Occurrence[]): boolean {
    const { sentence } = this.#words[place.from]!;
    return deaths.some(
      (hit) => hit.from >= place.to && this.#words[hit.from]!.sentence === sentence && hit.from - place.to <= OWN_REACH && !this.#isNamedWithin(place.to, hit.from),
    );
  }

  #isMarked(place: Occurrence, marks: Record<'before' | 'after', readonly Occurrence[]>): boolean {
    const isOfKin = COMPLEMENTS.has(this.#words[place.from - 1]?.fold ?? '') && this.#hits.some((hit) => !hit.link && hit.to === place.from - 1);
    return isMarked(this.#subject.reading, place, marks, isOfKin);
  }

  /** "Bruno vivait avec Françoise … elle est morte": the one of that sex who was named last. */
  #isDeadByPronoun(place: Occurrence): boolean {
    const sex = sexOf(this.#words[place.from]!);
    return (
      sex !== undefined &&
      this.#deathPronoun.some((hit) => {
        if (hit.from < place.to || hit.from - place.to > PRONOUN_REACH || this.#words[hit.from]!.fold !== (sex === 'f' ? 'elle' : 'il')) return false;
        return !this.#words.slice(place.to, hit.from).some((word) => this.#isNamed(word) && sexOf(word) === sex);
      })
    );
  }

  /** Whether a word is written as a name, and is one of the target's. */
  #isNamed(word: Word): boolean {
    return this.#subject.knownWords.has(word.fold) && isWrittenAsName(word, this.#words);
  }

  #isNamedWithin(from: number, to: number): boolean {
    return this.#words.slice(from, to).some((word) => this.#isNamed(word));
  }

  /** "Je m'appelle Luc", a signature. */
  #isTeller(place: Occurrence): boolean {
    const words = this.#words;
    // "C'est moi, et Julien est mon associé": Julien is another.
    const isNext = (hit: Occurrence): boolean => hit.to <= place.from && place.from - hit.to <= 1 && (hit.to === place.from || words[hit.to]!.fold !== 'et');
    if (this.#introductions.some((hit) => isNext(hit) && words[hit.from]!.sentence === words[place.from]!.sentence)) return true;
    return place.to === words.length && place.from > 0 && startsSentence(words, place.from);
  }
}

const otherSex = (sex: 'm' | 'f'): 'm' | 'f' => (sex === 'f' ? 'm' : 'f');

function parenthesised(subject: Subject): ReadonlySet<number> {
  const { text, words } = subject.reading;
  const inside = new Set<number>();
  for (const match of text.matchAll(/\([^()\n]{0,120}\)/g))
    words.forEach((word, i) => void (word.start > match.index && word.end < match.index + match[0].length && inside.add(i)));
  return inside;
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
