import type { Form, Kinship } from '@case-swarm/schema';
import { nameOccurrences } from '../binding/heads.ts';
import { findForms } from '../reading/forms.ts';
import { startsSentence, type Word } from '../reading/words.ts';
import { wordsOf, type Subject, type TargetLeaf } from '../subject.ts';
import { refuse, type Problem } from '../verdict.ts';

/** A word that gives someone a role: "mon frère", "fils", "décédée". */
interface KinHit {
  readonly from: number;
  readonly to: number;
  readonly roles: readonly string[];
  /** Counts in front of a name only, and with no other name between. */
  readonly link: boolean;
}

interface Occurrence {
  readonly from: number;
  readonly to: number;
}

/** Between a kin word and a name that it is about these may stand ("deux enfants majeurs : Alice (8 ans) et Bruno"). */
const BRIDGES = new Set(
  (
    'et ou ainsi que m mm mme mlle monsieur madame mademoiselle maitre me dr nomme nommee nommes nommees prenomme prenommee prenommes appele appelee appeles un une deux trois quatre cinq six a d de la le l les du ' +
    'ans an mois majeur majeure majeurs majeures mineur mineure mineurs mineures aine ainee cadet cadette survivant survivante premier premiere second seconde autre precedente precedent union lit ne nee nes nees commun communs commune ' +
    'feu feue son sa ses mon ma mes notre leur depuis avec en adopte adoptee adoptif adoptive adoptifs simple pleniere forme est etait soit sont etaient dit dite unique germain germaine age agee agees ages hui aujourd adulte adultes vivant vivants vivante ' +
    'compte compris savoir soit notamment dont qui bientot jeune petit petite grand grande cher chere pauvre defunt defunte regrette regrettee donc alors bon ben euh enfin'
  ).split(' '),
);
const BRIDGE_LENGTH = 14;
/** Between a name and the kin word behind it ("Luc, qui est mon frère"). */
const COPULAS = new Set('est etait etant soit c qui un une le la l mon ma mes son sa leur notre le un lui elle quant aussi seul seule donc'.split(' '));
const COPULA_LENGTH = 4;
/** Between "le décès" and the name. */
const OF = new Set('de d du la le l m mme mlle monsieur madame mon ma notre feu feue mademoiselle'.split(' '));
const POSSESSIVES_MINE = new Set(['mon', 'ma', 'mes', 'notre', 'nos']);
const POSSESSIVES_THEIRS = new Set(['son', 'sa', 'ses', 'leur', 'leurs']);
const FIRST_PERSON: readonly Form[] = ['je|j|mon|ma|mes|jai|nous'];
const COMPLEMENTS = new Set(['de', 'd', 'du', 'des']);
const INTRODUCTIONS: readonly Form[] = ['je suis', 'je m appelle', 'moi c est', 'c est moi', 'moi meme', 'je soussigne|soussignee', 'ici', 'moi'];

/** Everyone is told as what the target has them be. */
export function checkKinship(subject: Subject): Problem[] {
  const { kinship } = subject.judged.pack.lexicon;
  if (!kinship) return [];
  const people = peopleOf(subject, kinship);
  if (people.size === 0) return [];
  const evidence = new KinEvidence(subject, kinship, people);
  return [...people].flatMap(([name, { leaves, roles }]) => {
    const told = evidence.of(name, leaves);
    return leaves.flatMap((leaf, i) => {
      // Where the death is to stay unclear, nothing makes anyone the deceased.
      if (roles[i] === kinship.death.role && told.size === 0 && subject.judged.hints.unclear) return [];
      // A name without a word of its own may be one of those that the text speaks of together ("ses deux enfants acceptent").
      if (told.has(roles[i]!) || (told.size === 0 && evidence.speaksOf(roles[i]!))) return [];
      const message =
        told.size > 0
          ? `${name} n'est pas présenté avec le lien qui est donné (${leaf.forms?.label ?? leaf.key}) : corrigez le lien.`
          : `On ne sait pas qui est ${name} : dites son lien (${describeRole(leaf)}).`;
      return [refuse(told.size > 0 ? 'relation-changed' : 'relation-missing', message, { path: leaf.path })];
    });
  });
}

const describeRole = (leaf: TargetLeaf): string => leaf.owner.entity?.heads[0]?.split(/[| ]/)[0] ?? leaf.path;

type People = ReadonlyMap<string, { readonly leaves: TargetLeaf[]; readonly roles: string[] }>;

function peopleOf(subject: Subject, kinship: Kinship): People {
  const roleOf = new Map(Object.entries(kinship.roles).flatMap(([role, patterns]) => patterns.map((pattern) => [pattern, role] as const)));
  const people = new Map<string, { leaves: TargetLeaf[]; roles: string[] }>();
  for (const leaf of subject.leaves) {
    const role = roleOf.get(leaf.pattern);
    if (role === undefined) continue;
    const person = people.get(String(leaf.value)) ?? { leaves: [], roles: [] };
    person.leaves.push(leaf);
    person.roles.push(role);
    people.set(String(leaf.value), person);
  }
  return people;
}

/** What the text says of each name. */
class KinEvidence {
  readonly #subject: Subject;
  readonly #kinship: Kinship;
  readonly #words: readonly Word[];
  readonly #hits: readonly KinHit[];
  readonly #deathBefore: readonly Occurrence[];
  readonly #deathAfter: readonly Occurrence[];
  readonly #introductions: readonly Occurrence[];
  readonly #shared: ReadonlySet<string>;
  readonly #tellers: readonly string[];
  /** How many people have a surname. */
  readonly #surnames = new Map<string, number>();
  /** Words in parentheses: what is said of a name in passing. */
  readonly #aside: ReadonlySet<number>;

  constructor(subject: Subject, kinship: Kinship, people: People) {
    this.#subject = subject;
    this.#kinship = kinship;
    this.#words = subject.reading.words;
    this.#hits = kinHits(subject, kinship, people);
    this.#deathBefore = findForms(kinship.death.before, this.#words);
    this.#deathAfter = findForms(kinship.death.after, this.#words);
    this.#introductions = findForms(INTRODUCTIONS, this.#words);
    this.#shared = subject.sharedFirstWords;
    this.#tellers = kinship.tellers[subject.judged.stratum?.['persona'] ?? ''] ?? [];
    this.#aside = parenthesised(subject);
    for (const name of people.keys()) {
      const surname = wordsOf(name).at(-1)!;
      this.#surnames.set(surname, (this.#surnames.get(surname) ?? 0) + 1);
    }
  }

  of(name: string, leaves: readonly TargetLeaf[]): ReadonlySet<string> {
    const roles = new Set<string>();
    const words = wordsOf(name);
    const places: Occurrence[] = [...nameOccurrences(this.#words, words, this.#shared), ...(this.#surnames.get(words.at(-1)!) === 1 ? titledOccurrences(this.#words, words) : [])];
    for (const place of places) {
      for (const role of this.#appositionBefore(place)) roles.add(role);
      for (const role of this.#appositionAfter(place)) roles.add(role);
      if (this.#isDead(place)) roles.add(this.#kinship.death.role);
      if (this.#isTeller(place)) for (const role of this.#tellers) roles.add(role);
    }
    // A child or a brother may have died as well.
    if (roles.size === 1 && roles.has(this.#kinship.death.role) && leaves.some((leaf) => this.#mayBeDead(leaf))) roles.clear();
    return roles;
  }

  /** Whether anyone of this role is spoken of. */
  speaksOf(role: string): boolean {
    return (
      this.#hits.some((hit) => hit.roles.includes(role)) ||
      (role === this.#kinship.death.role && this.#deathBefore.length + this.#deathAfter.length > 0) ||
      this.#tellers.includes(role)
    );
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
    let sentence = words[place.from]!.sentence;
    let named = false;
    for (let i = place.from - 1, steps = 0; i >= 0 && steps < BRIDGE_LENGTH; i--) {
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
      if (hit?.link && named) continue;
      if (hit) return complement && hit.to === before ? [] : hit.roles;
      if (/^\p{Lu}/u.test(word.text) && this.#subject.knownWords.has(word.fold)) named = true;
      if (!BRIDGES.has(word.fold) && !/^[\p{Lu}\d]/u.test(word.text)) return [];
    }
    return [];
  }

  /** "Luc, mon frère", "Luc est le fils de …": a kin word behind, which is not another name's. */
  #appositionAfter(place: Occurrence): readonly string[] {
    const words = this.#words;
    for (let i = place.to, steps = 0; i < words.length && steps <= COPULA_LENGTH; i++, steps++) {
      const word = words[i]!;
      if (word.sentence !== words[place.from]!.sentence) return [];
      const hit = this.#hits.find((item) => i >= item.from && i < item.to);
      if (hit?.link) return [];
      if (hit) {
        const next = words[hit.to];
        const names = next !== undefined && next.sentence === word.sentence && /^\p{Lu}/u.test(next.text) && this.#subject.knownWords.has(next.fold);
        const partner = next !== undefined && ['a', 'avec'].includes(next.fold);
        return names || partner ? [] : hit.roles;
      }
      if (!COPULAS.has(word.fold) && !/^\p{Lu}/u.test(word.text)) return [];
    }
    return [];
  }

  /** "le décès de X", "X nous a quittés". */
  #isDead(place: Occurrence): boolean {
    const words = this.#words;
    const sentence = words[place.from]!.sentence;
    const linked = (from: number, to: number, by: ReadonlySet<string>): boolean => words.slice(from, to).every((word) => by.has(word.fold) || /^\d/.test(word.text));
    return (
      this.#deathBefore.some((hit) => hit.to <= place.from && place.from - hit.to <= 5 && words[hit.from]!.sentence === sentence && linked(hit.to, place.from, OF)) ||
      this.#deathAfter.some((hit) => hit.from >= place.to && hit.from - place.to <= 3 && words[hit.from]!.sentence === sentence && linked(place.to, hit.from, COPULAS))
    );
  }

  /** "Je m'appelle Luc", a signature. */
  #isTeller(place: Occurrence): boolean {
    const words = this.#words;
    if (this.#introductions.some((hit) => hit.to <= place.from && place.from - hit.to <= 1 && words[hit.from]!.sentence === words[place.from]!.sentence)) return true;
    return place.to === words.length && place.from > 0 && startsSentence(words, place.from);
  }
}

function parenthesised(subject: Subject): ReadonlySet<number> {
  const { text, words } = subject.reading;
  const inside = new Set<number>();
  for (const match of text.matchAll(/\([^()\n]{0,120}\)/g))
    words.forEach((word, i) => void (word.start > match.index && word.end < match.index + match[0].length && inside.add(i)));
  return inside;
}

/** "Madame Vernon", "M. Ferrero" for a full name whose surname no one else has to share. */
function titledOccurrences(words: readonly Word[], name: readonly string[]): Occurrence[] {
  if (name.length < 2) return [];
  const surname = name.at(-1)!;
  return words.flatMap((word, i) =>
    word.fold === surname && ['m', 'mme', 'mlle', 'monsieur', 'madame', 'mademoiselle', 'feu', 'succession', 'consorts'].includes(words[i - 1]?.fold ?? '')
      ? [{ from: i, to: i + 1 }]
      : [],
  );
}

/** Kin words with the roles that they give, longest first where they overlap ("petit-fils" before "fils"). */
function kinHits(subject: Subject, kinship: Kinship, people: People): KinHit[] {
  const { words } = subject.reading;
  const persona = subject.judged.stratum?.['persona'] ?? '';
  const mine = kinship.mine[persona];
  const read = (table: Kinship['theirs'], own: boolean, link = false): KinHit[] =>
    table.flatMap(([forms, roles]) =>
      findForms(forms, words)
        .filter((hit) => isMine(words, hit.from) === own && !isOther(subject, hit.from))
        .map((hit) => ({ from: hit.from, to: hit.to, roles, link })),
    );
  // Where the teller speaks of themselves, "un frère" may be theirs as well; "son frère" is not.
  // Where nobody told whose text it is, "je" and "mon" tell that it is somebody's of the family.
  const { stratum } = subject.judged;
  const anyones = stratum === undefined && findForms(FIRST_PERSON, words).length > 0 ? Object.values(kinship.mine).flat() : [];
  const spoken = stratum?.['voice'] === 'premiere_personne' ? (mine ?? []) : anyones;
  const bare = read(spoken, false).filter((hit) => !POSSESSIVES_THEIRS.has(words[hit.from - 1]?.fold ?? ''));
  // Without a known teller "mon frère" may be anyone's.
  const all = Object.keys(kinship.roles);
  const hits = [
    ...read(kinship.links, false, true),
    ...read(kinship.theirs, false),
    ...bare,
    ...(mine ? read(mine, true) : read(kinship.theirs, true).map((hit) => ({ ...hit, roles: all }))),
  ];
  return hits
    .filter((hit) => !hits.some((other) => other !== hit && other.from <= hit.from && other.to >= hit.to && other.to - other.from > hit.to - hit.from))
    .map((hit) => ({ ...hit, roles: [...new Set([...hit.roles, ...hits.filter((other) => other.from === hit.from && other.to === hit.to).flatMap((other) => other.roles)])] }))
    .map((hit) => ({ ...hit, roles: seenFromComplement(hit, subject, kinship, people) }));
}

/** "fils de Luc" is Luc's son, not the deceased's; "a de son côté un fils" may be the partner's. */
function seenFromComplement(hit: KinHit, subject: Subject, kinship: Kinship, people: People): readonly string[] {
  const { words } = subject.reading;
  let at = hit.to;
  if (['de', 'd', 'du'].includes(words[at]?.fold ?? '')) {
    at++;
    while (['m', 'mme', 'monsieur', 'madame', 'feu', 'feue'].includes(words[at]?.fold ?? '')) at++;
    const whose = [...people].filter(([name]) => wordsOf(name)[0] === words[at]?.fold || (wordsOf(name).length > 1 && wordsOf(name).at(-1) === words[at]?.fold));
    if (whose.length > 0 && /^\p{Lu}/u.test(words[at]!.text)) {
      const table = hit.roles.map((role) => kinship.ofPerson[role]);
      const roles = whose.flatMap(([, { roles: theirs }]) => theirs.flatMap((role) => table.flatMap((row) => row?.[role] ?? (row ? [] : Object.keys(kinship.roles)))));
      return roles.length > 0 ? roles : Object.keys(kinship.roles);
    }
  }
  const owner = subjectBefore(hit, subject, people);
  if (owner) {
    const shifted = owner.roles.flatMap((theirs) => hit.roles.flatMap((role) => kinship.ofPerson[role]?.[theirs] ?? []));
    return owner.sure ? (shifted.length > 0 ? shifted : Object.keys(kinship.roles)) : [...hit.roles, ...shifted];
  }
  const near = findForms(kinship.elsewhere.forms, words).some(
    (other) => words[other.from]!.sentence === words[hit.from]!.sentence && other.from < hit.to + 6 && other.to > hit.from - 6,
  );
  return near ? [...hit.roles, ...kinship.elsewhere.roles] : hit.roles;
}

const HAVING = new Set(['a', 'ont', 'avait', 'avaient', 'laisse', 'laissent', 'laissait', 'laissant']);

/** Whose son it is in "Paul a deux fils" (surely Paul's) and "il laisse un enfant" behind Paul's name (perhaps his). */
function subjectBefore(hit: KinHit, subject: Subject, people: People): { roles: readonly string[]; sure: boolean } | undefined {
  const { words } = subject.reading;
  let at = hit.from - 1;
  while (at >= 0 && hit.from - at <= 5 && !HAVING.has(words[at]!.fold) && words[at]!.sentence === words[hit.from]!.sentence) at--;
  const verb = words[at];
  if (!verb || !HAVING.has(verb.fold) || verb.sentence !== words[hit.from]!.sentence) return undefined;
  const roleAt = (i: number): readonly string[] | undefined => {
    if (!/^\p{Lu}/u.test(words[i]?.text ?? '')) return undefined;
    let found: readonly string[] | undefined;
    for (const [name, { roles }] of people) {
      const parts = wordsOf(name);
      // A full name is surer than a surname that others share.
      if (parts.at(-1) === words[i]!.fold && parts.every((part, k) => words[i - parts.length + 1 + k]?.fold === part)) return roles;
      if (parts.includes(words[i]!.fold)) found ??= roles;
    }
    return found;
  };
  const direct = roleAt(at - 1);
  if (direct) return { roles: direct, sure: words[at - 1]!.sentence === verb.sentence };
  if (!['il', 'elle', 'qui'].includes(words[at - 1]?.fold ?? '')) return undefined;
  for (let i = at - 2; i >= Math.max(0, at - 14); i--) {
    const roles = roleAt(i);
    if (roles) return { roles, sure: false };
  }
  return undefined;
}

/** "de mêmes père et mère", and the given name "Marie", which folds like "marié". */
function isOther(subject: Subject, at: number): boolean {
  const { words } = subject.reading;
  const word = words[at]!;
  if (words.slice(Math.max(0, at - 3), at).some((before) => before.fold === 'meme' || before.fold === 'memes')) return true;
  return /^\p{Lu}/u.test(word.text) && !/[éÉ]/.test(word.text) && subject.knownWords.has(word.fold);
}

const isMine = (words: readonly Word[], at: number): boolean => {
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const word = words[i]!;
    if (word.sentence !== words[at]!.sentence) return false;
    if (POSSESSIVES_MINE.has(word.fold)) return true;
    if (!/^(deux|trois|quatre|cinq|grand|grande|petit|petite|beau|belle|demi|cher|chere|pauvre|propre|ex|defunt|defunte)$/.test(word.fold)) return false;
  }
  return false;
};
