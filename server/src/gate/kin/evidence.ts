import type { Form } from '@case-swarm/schema';
import { INTRODUCED, introductionsIn } from '../binding/teller.ts';
import { isNegated } from '../reading/forms.ts';
import { readNumeral } from '../reading/numerals.ts';
import { announcements } from '../reading/reports.ts';
import { sexOfName } from '../reading/first-names.ts';
import { isWrittenAsName, startsSentence, type Word } from '../reading/words.ts';
import { wordsOf, type Subject, type TargetLeaf } from '../subject.ts';
import { Deaths } from './deaths.ts';
import { COPULAS, isOtherSex, type Occurrence } from './marks.ts';
import { behindJoined, complementOf, possessorOf, relativeOf, wedTo } from './relatives.ts';
import { COMPLEMENTS, type KinText } from './text.ts';
import { stressedSex } from './whose.ts';
import type { KinHit } from './words.ts';
import { HAVING } from './haver.ts';
import { isTheirs, PET_NAMES, TITLES, rolesAhead, rolesAt, rolesBefore, beforeName } from './names.ts';

/** Between a kin word and a name that it is about these may stand ("deux enfants majeurs : Alice (8 ans) et Bruno"). */
const BRIDGES = new Set(
  (
    'ensemble et ou ainsi que m mm mme mlle monsieur madame mademoiselle maitre me dr nomme nommee nommes nommees prenomme prenommee prenommes appele appelee appeles un une deux trois quatre cinq six a d de la le l les du ' +
    'tous toutes ans an mois majeur majeure majeurs majeures mineur mineure mineurs mineures aine ainee cadet cadette survivant survivante premier premiere second seconde autre precedente precedent ancienne ancien er ere re anterieure anterieur union mariage noces couple vient viennent lit avant ne nee nes nees commun communs commune ' +
    'feu feue son sa ses mon ma mes notre leur depuis avec en adopte adoptee adoptif adoptive adoptifs simple pleniere forme c est etait soit sont etaient dit dite unique germain germaine age agee agees ages hui aujourd adulte adultes vivant vivants vivante ' +
    'lui compte compris savoir soit notamment dont qui bientot jeune petit petite grand grande cher chere pauvre defunt defunte regrette regrettee donc alors bon ben euh enfin s appelle appelait nomme nommait prenomme'
  ).split(' '),
);
const BORN = new Set(['ne', 'nee', 'nes', 'nees', 'issu', 'issue', 'issus', 'issues']);
/** "Son frère Serge et enfin Béatrice avait …", "mon frère alors Alice a …": what comes behind begins anew. */
const SPOKEN_LINKS = new Set(['et', 'enfin', 'puis', 'apres', 'alors', 'donc', 'bon', 'ben', 'euh', 'voila']);
const BRIDGE_LENGTH = 14;
const COPULA_LENGTH = 4;
const OF_SEVERAL = new Set(['les', 'ses', 'mes', 'nos', 'leurs', 'deux', 'tous', 'toutes']);
/** In front of how many someone has. */
const LEAVES = new Set(['laisse', 'laissait', 'laissant', 'avait', 'a', 'et']);
const PREDICATES = new Set('c est etait aussi egalement bien donc le la l un une son sa leur seul seule'.split(' '));
const PREDICATE_LENGTH = 5;
const BY_AGE = new Set(['aine', 'ainee', 'cadet', 'cadette', 'benjamin', 'benjamine', 'jumeau', 'jumelle']);
const ITS_OWN = new Set(['lui', 'elle', 'moi']);
/** From the name to "mère de". */
const MOTHER_REACH = 8;
/** Between "moi" and a name that is another's. */
const BEGINS_ANEW = new Set('et quand lorsque que qu si mais car comme'.split(' '));
const INTRODUCTIONS: readonly Form[] = [...INTRODUCED, 'moi meme', 'ici', 'bonjour|bjr|salut c est', 'bonjour|bjr|salut cest'];

/** What the text says of each name. */
export class KinEvidence {
  readonly deaths: Deaths;
  readonly #text: KinText;
  readonly #introductions: readonly Occurrence[];
  readonly #tellers: readonly string[];
  /** Words in parentheses: what is said of a name in passing. */
  readonly #aside: ReadonlySet<number>;

  constructor(text: KinText) {
    this.#text = text;
    this.deaths = new Deaths(this.#text);
    this.#introductions = introductionsIn(this.#text.words, INTRODUCTIONS);
    this.#tellers = this.#text.personas.flatMap((persona) => text.kinship.tellers[persona] ?? []);
    this.#aside = parenthesised(text.subject);
  }

  of(name: string, leaves: readonly TargetLeaf[]): ReadonlySet<string> {
    const { role: dead } = this.#text.kinship.death;
    const words = wordsOf(name);
    const places = this.#text.placesOf(name);
    const told = places.flatMap((place) => [
      this.#appositionBefore(place),
      this.#appositionAfter(place, words),
      this.deaths.isDead(place) ? [dead] : [],
      this.#isTeller(place) ? this.#tellers : [],
    ]);
    // "Patrick, c'est le fils de Gilbert, et Gilbert, c'est le fils de Geneviève": what may be anyone's says less than what is somebody's.
    const sure = told.filter((found) => !this.#isAnyones(found));
    const roles = new Set(sure.some((found) => found.some((role) => role !== dead)) ? sure.flat() : told.flat());
    // "Deux frères, Ludovic et Mohamed, au sujet de leur mère, Denise": whose children they are says more than whose brothers.
    if (this.#isAnyones([...roles])) {
      const owners = places.flatMap((place) => possessorOf(this.#text, place));
      if (owners.length > 0) return new Set(owners);
    }
    const add = (found: (place: Occurrence) => readonly string[]): void => {
      if (roles.size === 0) for (const role of places.flatMap(found)) roles.add(role);
    };
    add((place) => [...possessorOf(this.#text, place), ...complementOf(this.#text, place, leaves), ...wedTo(this.#text, place)]);
    // Of whom nothing else is said, a relative without a name tells who they may be, and never that they died.
    const expected = this.#text.people.get(name)?.roles ?? [];
    add((place) => relativeOf(this.#text, place).filter((role) => role !== dead && expected.includes(role)));
    if (roles.size === 1 && roles.has(dead) && leaves.some((leaf) => this.deaths.mayBeDead(leaf))) roles.clear();
    return roles;
  }

  /** "Luc est sa sœur.", "Luc, c'est le fils d'Anne": what a plain sentence makes of a name, each by itself. */
  predicates(name: string): readonly (readonly string[])[] {
    const words = this.#text.words;
    return this.#text.placesOf(name).flatMap(({ from, to }) => {
      // "Lucie, fille de Jean, est la mère d'Emma": not Jean.
      if (COMPLEMENTS.has(words[from - 1]?.fold ?? '')) return [];
      let at = to;
      while (PREDICATES.has(words[at]?.fold ?? '') && at - to < PREDICATE_LENGTH) at++;
      const hit = this.#text.hits.find((other) => !other.link && other.from === at);
      if (!hit || words[at]!.sentence !== words[to - 1]!.sentence || !words.slice(to, at).some(({ fold }) => fold === 'est' || fold === 'etait')) return [];
      return this.#isPlain(hit) && !this.#isAnyones(hit.roles) && !isNegated(words, hit.from, hit.to) ? [hit.roles] : [];
    });
  }

  /** "Sa sœur" and nothing behind it, "sa sœur à lui", "la sœur de Luc", "la sœur du défunt"; "la sœur aînée", "le père de trois enfants" say less. */
  #isPlain({ from, to, told }: KinHit): boolean {
    const words = this.#text.words;
    const next = words[to];
    if (told.includes('other') || BY_AGE.has(words[from]!.fold)) return false;
    if (next === undefined || next.clause !== words[from]!.clause || stressedSex({ to }, words) !== undefined) return ['son', 'sa'].includes(words[from - 1]!.fold);
    const whose = words.slice(to + 1, to + 3);
    return (
      ['le', 'la', 'l'].includes(words[from - 1]!.fold) &&
      COMPLEMENTS.has(next.fold) &&
      // "L'époux de Nicole", of whom the target has as his wife and nothing else, says nothing of him.
      (whose.some(({ fold }) => /^defunte?$/.test(fold)) || rolesAt(to + 1, words, this.#text.people) !== undefined)
    );
  }

  /** "Paul se demande", "Paul, je vous le dis": nobody asks the dead, and they ask nothing. */
  isTellingAlive(name: string): boolean {
    return this.deaths.isAlive(name) || this.#text.placesOf(name).some((place) => this.#isTeller(place));
  }

  /** Whether anyone of this role is spoken of. */
  speaksOf(role: string): boolean {
    return (
      // A neighbour may be anyone's, and is no child for all that.
      this.#text.hits.some((hit) => this.#rolesSpokenOf(hit).includes(role) && (role === 'other' || !hit.told.includes('other'))) ||
      (role === this.#text.kinship.death.role && this.deaths.areTold) ||
      this.#tellers.includes(role)
    );
  }

  /** "Il laisse deux enfants": how many of a role the text says there are in all, and where. */
  countOf(role: string): (Occurrence & { readonly count: number }) | undefined {
    const words = this.#text.words;
    for (const { from, to, roles, link } of this.#text.hits) {
      if (link || roles.length === 0 || roles.some((told) => told !== role) || words[from]!.fold !== 'enfants') continue;
      const count = readNumeral(words, from - 1)?.value;
      if (count === undefined || !LEAVES.has(words[from - 2]?.fold ?? '') || words[from - 2]!.sentence !== words[from]!.sentence) continue;
      const behind = words.slice(to, to + 2).filter(({ clause }) => clause === words[from]!.clause);
      if (behind.every(({ text }) => /^\p{Lu}/u.test(text))) return { from: from - 1, to, count };
    }
    return undefined;
  }

  #isAnyones(roles: readonly string[]): boolean {
    return new Set(roles).size >= Object.keys(this.#text.kinship.roles).length;
  }

  /** A word that may be about anyone ("ton père") speaks of such a relative, and of the one whose relative it is. */
  #rolesSpokenOf({ roles, told }: KinHit): readonly string[] {
    return this.#isAnyones(roles) ? [...told, ...told.flatMap((role) => this.#text.kinship.inverse[role] ?? [])] : roles;
  }

  /** "mon frère Luc", "deux enfants : Alice et Luc": the nearest kin word before, with nothing but bridges between. */
  #appositionBefore(place: Occurrence): readonly string[] {
    const words = this.#text.words;
    // "fils de Roger": Roger is whose son it is.
    let before = place.from - 1;
    while (before >= 0 && TITLES.has(words[before]!.fold)) before--;
    const complement = COMPLEMENTS.has(words[before]?.fold ?? '') && words[before]!.sentence === words[place.from]!.sentence;
    // "Sa fille Zoé et Fatima a une nièce": Fatima begins anew.
    let joint = before;
    while (SPOKEN_LINKS.has(words[joint]?.fold ?? '')) joint--;
    if ((joint < before || words[before]?.fold === 'et') && HAVING.has(words[place.to]?.fold ?? '')) return [];
    // "Mon frère et Anne": Anne is another; "un fils, Luc ; Anne a …" begins anew.
    if (words[place.from - 1]?.fold === 'et' && this.#text.hits.some((hit) => !hit.link && hit.to === place.from - 1)) return [];
    if (this.#beginsAnew(place)) return [];
    let sentence = words[place.from]!.sentence;
    let named = false;
    let isTo = false;
    for (let i = place.from - 1, steps = 0; i >= 0 && steps < BRIDGE_LENGTH; i--) {
      if (isSetBetween(words, i)) i -= 2;
      if (i < 0) return [];
      const word = words[i]!;
      if (word.sentence !== sentence) {
        // The lines of a list go with the line above them.
        const gap = this.#text.subject.reading.text.slice(word.end, words[i + 1]!.start);
        if (!gap.includes('\n') || /[.!?]|\n\s*\n/.test(gap) || HAVING.has(words[place.to]?.fold ?? '')) return [];
        sentence = word.sentence;
      }
      if (this.#aside.has(i) && !this.#aside.has(place.from)) continue;
      steps++;
      const hit = this.#text.hits.find((item) => i >= item.from && i < item.to);
      // "De ce mariage est née Céline": its child.
      if (hit?.link && words.slice(hit.to, place.from).some(({ fold }) => BORN.has(fold))) return this.#text.kinship.ofPerson['child']?.[this.#text.kinship.death.role] ?? [];
      if (hit?.link && (named || this.#text.subject.reading.text.slice(words[hit.to - 1]!.end, words[place.from]!.start).includes(';'))) continue;
      if (hit && this.#isOfOneBefore(hit, place)) return [];
      // "Selon cette voisine, Giulia …": Giulia is another.
      const goesOn = words[place.to]?.clause === words[place.from]!.clause;
      if (hit && goesOn && words[place.from]!.clause !== words[hit.to - 1]!.clause && announcements(words).some(({ to }) => to === hit.from - 1)) return [];
      // "Mariée à Luc" says who Luc is; "la donation de ma sœur à Luc", "une fille avec Luc" do not.
      if (hit && !hit.link && isTo) return [];
      // "Le fils de Jacqueline et de Gérard": Gérard is whose son it is, as she is.
      if (hit && complement && words[before - 1]?.fold === 'et' && COMPLEMENTS.has(words[hit.to]?.fold ?? '')) return [];
      // "D'après son mari Giovanni Brunet, Chantal …": one word has one name.
      if (hit && !hit.link && named && this.#isOnesOwn(hit, place)) return [];
      const whose = hit && this.#hitBehindWhich(hit);
      // "La fille de ma belle-mère, Lina" may be either.
      if (whose)
        return words[place.from]!.clause === words[hit.to - 1]!.clause || this.#text.subject.reading.text.slice(words[hit.to - 1]!.end, words[place.from]!.start).includes(':')
          ? whose.told
          : [...whose.told, ...hit.roles];
      // "Ses enfants, c'est Tomasz, le père d'Isabelle, et Paul": behind the comma the row goes on.
      if (hit && this.#isSetApart(hit, place)) continue;
      if (hit)
        return this.#isChildOf(hit, place)
          ? (this.#rolesOfParentBehind(hit, place) ?? this.#childRoles(hit))
          : complement && hit.to === before
            ? []
            : [...hit.roles, ...this.#rolesBeside(hit), ...this.#rolesOfPartners(hit)];
      if (this.#text.isNamed(word)) named = true;
      if (word.lower === 'à' || word.fold === 'avec') isTo = true;
      if (!BRIDGES.has(word.fold) && !/^\d/.test(word.text) && !isWrittenAsName(word, words)) return [];
      // "Ainsi que Luc" goes on; "la fille que Luc avait eue" speaks of another.
      if (word.fold === 'que' && words[i - 1]?.fold !== 'ainsi') return [];
    }
    return [];
  }

  /** "Elle est venue avec son fils, Henri", where a man has died: hers, and perhaps not his. */
  #rolesOfPartners(hit: KinHit): readonly string[] {
    const words = this.#text.words;
    const { kinship, people } = this.#text;
    if (!['son', 'sa'].includes(words[hit.from - 1]?.fold ?? '') || !hit.roles.includes('child')) return [];
    const sexOfRole = (role: string): string | undefined => [...people].flatMap(([name, { roles }]) => (roles.includes(role) ? [sexOfName(wordsOf(name))] : []))[0];
    const [dead, partner] = [sexOfRole(kinship.death.role), sexOfRole('partner')];
    if (dead === undefined || partner === undefined || dead === partner) return [];
    const start = words.findIndex(({ sentence }) => sentence === words[hit.from]!.sentence);
    return words[start]!.fold === (partner === 'f' ? 'elle' : 'il') ? (kinship.ofPerson['child']?.['partner'] ?? []) : [];
  }

  /** A word for one, with a name right behind it that a comma parts from the next. */
  #isOnesOwn(hit: KinHit, place: Occurrence): boolean {
    const words = this.#text.words;
    const next = words[hit.to];
    const isOne = !/[sx]$/.test(words[hit.from]!.fold) || ['son', 'mon', 'un', 'le'].includes(words[hit.from - 1]?.fold ?? '');
    if (!isOne || next === undefined || !this.#text.isNamed(next) || next.clause !== words[hit.to - 1]!.clause) return false;
    return next.clause < words[place.from]!.clause && !words.slice(hit.to, place.from).some(({ fold }) => fold === 'et');
  }

  /** "Anne, mère d'une petite Emma": Emma is Anne's child. */
  #isChildOf(hit: KinHit, place: Occurrence): boolean {
    return hit.parent && ['de', 'd', 'du'].includes(this.#text.words[hit.to]?.fold ?? '') && hit.to < place.from;
  }

  /** "Tomasz, le père d'Isabelle, et": between two commas it is said who somebody is, and another follows. */
  #isSetApart(hit: KinHit, { from }: Occurrence): boolean {
    const words = this.#text.words;
    const start = ['le', 'la', 'l'].includes(words[hit.from - 1]?.fold ?? '') ? hit.from - 1 : hit.from;
    const [before, joint] = [words[start - 1], words[from - 1]];
    if (!hit.parent || joint?.fold !== 'et' || joint.clause <= words[from - 2]!.clause || !COMPLEMENTS.has(words[hit.to]?.fold ?? '')) return false;
    return before !== undefined && this.#text.isNamed(before) && before.clause < words[start]!.clause && before.sentence === words[start]!.sentence;
  }

  /** Behind a semicolon, with a verb of its own. */
  #beginsAnew({ from, to }: Occurrence): boolean {
    const before = this.#text.words[from - 1];
    if (before === undefined || !this.#text.subject.reading.text.slice(before.end, this.#text.words[from]!.start).includes(';')) return false;
    return HAVING.has(this.#text.words[to]?.fold ?? '') || ['est', 'etait'].includes(this.#text.words[to]?.fold ?? '');
  }

  /** "Deux enfants et deux petits-enfants : Lucie et sa fille …": who is which is said behind. */
  #rolesBeside(hit: KinHit): readonly string[] {
    const words = this.#text.words;
    const isListed = /s$/.test(words[hit.from]!.fold) && this.#text.subject.reading.text.slice(words[hit.to - 1]!.end, words[hit.to]?.start).includes(':');
    const joined = ['et', 'ou'].includes(words[hit.from - 1]?.fold ?? '') ? hit.from - 1 : hit.from - 2;
    if (!isListed || !['et', 'ou'].includes(words[joined]?.fold ?? '')) return [];
    return this.#text.hits.find((other) => other.to === joined)?.roles ?? [];
  }

  /** "Sœur de ma mère : Emma", "le filleul de son mari, Luc" of a widow's words: the word that the deceased completes. */
  #hitBehindWhich(hit: KinHit): KinHit | undefined {
    const words = this.#text.words;
    // "Le frère de papa, Hugo" needs no "mon".
    const from = PET_NAMES.has(words[hit.from]!.fold) ? hit.from : hit.from - 1;
    if (
      !hit.roles.includes(this.#text.kinship.death.role) ||
      (from < hit.from && !['mon', 'ma', 'son', 'sa'].includes(words[from]?.fold ?? '')) ||
      !COMPLEMENTS.has(words[from - 1]?.fold ?? '')
    )
      return undefined;
    return this.#text.hits.find((other) => other.to === from - 1 && !other.link);
  }

  #childRoles(hit: KinHit): readonly string[] {
    const words = this.#text.words;
    // "Lucie, fille de Jean, est la mère d'Emma": Jean says who Lucie is.
    for (let at = hit.from - 1; at >= Math.max(0, hit.from - 2 * MOTHER_REACH) && words[at]!.sentence >= words[hit.from]!.sentence - 1; at--) {
      const roles = rolesAt(at, words, this.#text.people);
      if (!roles) continue;
      if (!COMPLEMENTS.has(words[beforeName(at, words) - 1]?.fold ?? '')) return roles.flatMap((role) => this.#text.kinship.ofPerson['child']?.[role] ?? []);
      at = beforeName(at, words);
    }
    return (rolesBefore(hit.from, words, this.#text.people, MOTHER_REACH) ?? []).flatMap((role) => this.#text.kinship.ofPerson['child']?.[role] ?? []);
  }

  /** "La mère d'Emma, Anne, est …": Emma is a child of Anne's. */
  #rolesOfParentBehind(hit: KinHit, place: Occurrence): readonly string[] | undefined {
    const { words, people } = this.#text;
    const isApart = words[place.to]?.sentence === words[place.from]!.sentence && words[place.to]!.clause !== words[place.from]!.clause;
    if (!isApart || !['le', 'la'].includes(words[hit.from - 1]?.fold ?? '') || !this.#text.isNamed(words[place.to]!)) return undefined;
    return rolesAhead(place.to, words, people)?.flatMap((role) => this.#text.kinship.ofPerson['child']?.[role] ?? []);
  }

  /** "Marco, concubin, Juliette …": the word between two commas is the first one's. */
  #isOfOneBefore(hit: KinHit, place: Occurrence): boolean {
    const before = this.#text.words[hit.from - 1];
    const isNamed = before !== undefined && this.#text.isNamed(before) && before.sentence === this.#text.words[hit.from]!.sentence;
    // "Leïla ; neveu : Pierre" begins anew, and announces.
    const { text } = this.#text.subject.reading;
    if (
      isNamed &&
      (text.slice(before.end, this.#text.words[hit.from]!.start).includes(';') || text.slice(this.#text.words[hit.to - 1]!.end, this.#text.words[place.from]!.start).includes(':'))
    )
      return false;
    return isNamed && before.clause !== this.#text.words[hit.from]!.clause && this.#text.words[hit.to - 1]!.clause !== this.#text.words[place.from]!.clause;
  }

  /** "Luc, mon frère", "Luc est le fils de …": a kin word behind, which is not another name's. */
  #appositionAfter(place: Occurrence, own: readonly string[]): readonly string[] {
    const words = this.#text.words;
    // "Selon Jade, son frère refuse": he is another.
    if (isTheirs(words, place.to + 1) && announcements(words).some((hit) => hit.to === place.from)) return [];
    // "Katarzyna et Hugo, les enfants": both are.
    const joined = behindJoined(this.#text, place.to);
    for (let i = joined, steps = 0; i < words.length && steps <= COPULA_LENGTH; i++, steps++) {
      const word = words[i]!;
      if (word.sentence !== words[place.from]!.sentence) return [];
      if (joined > place.to && word.clause === words[place.from]!.clause) return [];
      // "Un seul enfant" counts.
      if (/^seule?$/.test(word.fold) && /^une?$/.test(words[i - 1]!.fold)) return [];
      const at = this.#text.hits.filter((item) => i >= item.from && i < item.to);
      // "Marie, son épouse" says who she is; "Luc épouse Marie" says that he is married.
      const hit = at.find((item) => !item.link) ?? at[0];
      if (hit?.link) return [];
      if (hit) {
        if (joined > place.to && !/s$/.test(words[hit.from]!.fold)) return [];
        // "Lucie, son père c'est Jean": a father is no woman.
        if (isOtherSex(words, place, hit.to)) return [];
        const next = words[hit.to];
        const names = next !== undefined && next.sentence === word.sentence && this.#text.isNamed(next);
        // "Fils de Thierry, né d'une première union": the son was born of it.
        if (COMPLEMENTS.has(words[place.from - 1]?.fold ?? '') && /^nee?s?$/.test(words[hit.from]!.fold)) return [];
        // "C'est sa fille à lui" is no word of a partner's.
        const partner = next?.clause === word.clause && ['a', 'avec'].includes(next.fold) && !ITS_OWN.has(words[hit.to + 1]?.fold ?? '');
        return names || partner ? [] : hit.roles;
      }
      if (!COPULAS.has(word.fold) && !(joined > place.to && OF_SEVERAL.has(word.fold)) && !isWrittenAsName(word, words)) return [];
      // Behind another's name the word is the other's.
      if (!own.includes(word.fold) && !COPULAS.has(word.fold) && !OF_SEVERAL.has(word.fold) && this.#text.subject.knownWords.has(word.fold)) return [];
    }
    return [];
  }

  /** "Je m'appelle Luc", a signature. */
  #isTeller(place: Occurrence): boolean {
    const words = this.#text.words;
    // "C'est moi, et Julien est mon associé", "je m'appelle Luc, Julien est mon frère": Julien is another.
    const isAnothers = (at: number): boolean => BEGINS_ANEW.has(words[at]!.fold) || (this.#text.isNamed(words[at]!) && words[at]!.clause !== words[place.from]!.clause);
    const isNext = (hit: Occurrence): boolean => hit.to <= place.from && place.from - hit.to <= 1 && (hit.to === place.from || !isAnothers(hit.to));
    if (this.#introductions.some((hit) => isNext(hit) && words[hit.from]!.sentence === words[place.from]!.sentence)) return true;
    return place.to === words.length && place.from > 0 && startsSentence(words, place.from);
  }
}

/** Two words that may stand between a kin word and its name: "le fils de celui-ci, Ibrahim", "son frère à elle, Georges", "une fille avec lui, Anne". */
function isSetBetween(words: readonly Word[], at: number): boolean {
  const [word, before] = [words[at]!.fold, words[at - 1]?.fold ?? ''];
  return (['ci', 'la'].includes(word) && ['celui', 'celle'].includes(before)) || (['elle', 'lui'].includes(word) && ['a', 'avec'].includes(before));
}

function parenthesised(subject: Subject): ReadonlySet<number> {
  const { text, words } = subject.reading;
  const inside = new Set<number>();
  for (const match of text.matchAll(/\([^()\n]{0,120}\)/g))
    words.forEach((word, i) => void (word.start > match.index && word.end < match.index + match[0].length && inside.add(i)));
  return inside;
}
