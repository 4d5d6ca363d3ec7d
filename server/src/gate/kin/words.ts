import type { Form, Kinship } from '@case-swarm/schema';
import { isFirstName, sexOf } from '../reading/first-names.ts';
import { findForms } from '../reading/forms.ts';
import { announcements, reportsSpeech } from '../reading/reports.ts';
import { isWrittenAsName, type Reading, type Word } from '../reading/words.ts';
import { wordsOf, type Subject, type TargetLeaf } from '../subject.ts';

/** A word that gives someone a role: "mon frère", "fils", "décédée". */
export interface KinHit {
  readonly from: number;
  readonly to: number;
  readonly roles: readonly string[];
  /** Counts in front of a name only, and with no other name between. */
  readonly link: boolean;
  /** The roles before anyone's point of view changed them. */
  readonly told: readonly string[];
  /** "mère", "père": what stands behind "de" is the child. */
  readonly parent: boolean;
}

/** Everyone of the target that has a role, by name. */
export type People = ReadonlyMap<string, { readonly leaves: TargetLeaf[]; readonly roles: string[] }>;

const POSSESSIVES_MINE = new Set(['mon', 'ma', 'mes', 'notre', 'nos']);
const POSSESSIVES_THEIRS = new Set(['son', 'sa', 'ses', 'leur', 'leurs']);
const YOURS = new Set(['ton', 'ta', 'tes', 'votre', 'vos']);
/** Between a possessive and its kin word. */
const ADJECTIVES = /^(deux|trois|quatre|cinq|grand|grande|petit|petite|beau|belle|demi|cher|chere|pauvre|propre|ex|defunt|defunte)$/;
const INTRODUCED: readonly Form[] = ['je suis', 'je m appelle', 'moi c est', 'moi cest', 'mon|ma|mes'];

/**
 * Who may be speaking: the persona that was asked for; where none was, those that would call the deceased as the text does
 * ("mon père, Jean Morel" is a child's).
 */
export function personasOf(subject: Subject, kinship: Kinship, people: People): readonly string[] {
  const asked = subject.judged.stratum?.['persona'];
  if (asked !== undefined && asked !== null) return [asked];
  const { words } = subject.reading;
  const { role } = kinship.death;
  return Object.keys(kinship.mine).filter((persona) =>
    kinship.mine[persona]!.some(
      ([forms, roles]) =>
        roles.includes(role) &&
        findForms(forms, words).some((hit) => (isMine(words, hit.from) || isOwn(words, hit)) && !isOther(subject, hit.from) && rolesAhead(hit.to, words, people)?.includes(role)),
    ),
  );
}

/** "Maman, Leïla, est morte", "je suis veuf de Manon": words that are the teller's without "mon". */
const isOwn = (words: readonly Word[], { from, to }: { readonly from: number; readonly to: number }): boolean =>
  PET_NAMES.has(words[from]!.fold) || (to - from > 1 && findForms(SPEAKING, words).length > 0);
export const PET_NAMES = new Set(['papa', 'maman', 'papi', 'papy', 'mamie', 'mamy']);
const SPEAKING: readonly Form[] = ['je|j|jai|moi'];

/** "Ma nièce" of a brother's, "son neveu" of his words: somebody whom the target has as the teller's relative. */
export function isTellersKin(subject: Subject, { from, to }: { readonly from: number; readonly to: number }): boolean {
  const { words } = subject.reading;
  const { kinship } = subject.judged.pack.lexicon;
  if (!kinship || !(isMine(words, from) || isTheirs(words, from) || isYours(words, from))) return false;
  const tables = kinship.mine[subject.judged.stratum?.['persona'] ?? ''] ?? [];
  const roles = tables.flatMap(([forms, told]) => (findForms(forms, words).some((hit) => hit.from === from && hit.to === to) ? told : []));
  return roles.some((role) => kinship.roles[role]?.some((pattern) => subject.leaves.some((leaf) => leaf.pattern === pattern)));
}

/** Kin words with the roles that they give, longest first where they overlap ("petit-fils" before "fils"). */
export function kinHits(subject: Subject, kinship: Kinship, people: People, personas: readonly string[]): KinHit[] {
  const { words } = subject.reading;
  const tables = personas.flatMap((persona) => kinship.mine[persona] ?? []);
  const mine = tables.length > 0 ? tables : undefined;
  const read = (table: Kinship['theirs'], own: boolean, link = false): KinHit[] =>
    table.flatMap(([forms, roles]) =>
      findForms(forms, words)
        .filter((hit) => isMine(words, hit.from) === own && !isOther(subject, hit.from))
        .map((hit) => ({ from: hit.from, to: hit.to, roles, told: roles, link, parent: roles.includes('parent') }))
        .filter((hit) => !link || !FORMER.has(words[hit.from - 1]?.fold ?? '')),
    );
  // Where the teller speaks of themselves, "un frère" may be theirs as well; "son frère" is not.
  // Where nobody told whose text it is, "je suis" and "mon" tell that it is somebody's of the family.
  const { stratum } = subject.judged;
  const isSpoken = stratum === undefined ? personas.length > 0 || findForms(INTRODUCED, words).length > 0 : stratum['voice'] === 'premiere_personne';
  const spoken = isSpoken ? (mine ?? (stratum === undefined ? Object.values(kinship.mine).flat() : [])) : [];
  // "Une sœur" of a brother's is a sister, and not the one who died.
  const bare = read(spoken, false)
    .filter((hit) => !POSSESSIVES_THEIRS.has(words[hit.from - 1]?.fold ?? '') && !isHadByOther(words, hit.from))
    .map((hit) => (hit.roles.includes('sibling') ? { ...hit, roles: hit.roles.filter((role) => role !== kinship.death.role) } : hit));
  const amongThemselves = (hit: KinHit): KinHit => (isAmongThemselves(subject.reading, hit) ? { ...hit, roles: all } : hit);
  // Without a known teller "mon frère" may be anyone's.
  const all = Object.keys(kinship.roles);
  const hits = [
    ...read(kinship.links, false, true),
    ...read(kinship.theirs, false).map(amongThemselves),
    ...bare,
    ...(mine ? read(mine, true) : read(kinship.theirs, true).map((hit) => ({ ...hit, roles: all }))),
  ];
  return (
    hits
      .filter(
        (hit) => !isTellersFriend(words, hit) && !hits.some((other) => other !== hit && other.from <= hit.from && other.to >= hit.to && other.to - other.from > hit.to - hit.from),
      )
      .map((hit) => ({ ...hit, roles: [...new Set([...hit.roles, ...hits.filter((other) => other.from === hit.from && other.to === hit.to).flatMap((other) => other.roles)])] }))
      // "Ton père": whoever is spoken to.
      .map((hit) => ({ ...hit, roles: isYours(words, hit.from) ? all : seenFromComplement(hit, subject, kinship, people) }))
  );
}

const AMONG_REACH = 8;
/** "Deux frères, Ludovic et Mohamed" that nobody has: each other's, whoever they are to anyone else. */
function isAmongThemselves({ words, text }: Reading, { from, to, told }: KinHit): boolean {
  if (!told.includes('sibling') || !/s$/.test(words[from]!.fold)) return false;
  // "Deux sœurs : Karine et Isabelle" of a note: the deceased's.
  if (/^\s?:/.test(text.slice(words[to - 1]!.end, words[to - 1]!.end + 2))) return false;
  const before = words.slice(Math.max(0, from - AMONG_REACH), from).filter(({ sentence }) => sentence === words[from]!.sentence);
  return ['deux', 'trois', 'les', '2', '3'].includes(before.at(-1)?.fold ?? '') && !before.some(({ fold }) => HAVING.has(fold) || fold === 'y' || POSSESSIVES_THEIRS.has(fold));
}

const MYSELF = new Set(['j', 'je', 'jai', 'javais', 'nous', 'y', 'qui']);
/** From "avait" to its sister. */
const HAVING_REACH = 3;
/** "Mon père avait une sœur": his, and not the teller's; "j'ai une sœur" and "il y a une sœur" may be. */
function isHadByOther(words: readonly Word[], at: number): boolean {
  const verb = words.findLastIndex((word, i) => i < at && at - i <= HAVING_REACH && HAVING.has(word.fold) && word.lower !== 'à');
  const before = words[verb - 1];
  return before?.sentence === words[at]!.sentence && !MYSELF.has(before.fold);
}

/** "fils de Luc" is Luc's son, not the deceased's; "a de son côté un fils" may be the partner's. */
function seenFromComplement(hit: KinHit, subject: Subject, kinship: Kinship, people: People): readonly string[] {
  const { words } = subject.reading;
  // "Papi avait deux enfants, maman et mon oncle": maman is the teller's own.
  if (PET_NAMES.has(words[hit.from]!.fold)) return hit.roles;
  const theirs = ofTheirRelative(hit, words, kinship) ?? ofTellersRelative(hit, subject, kinship);
  const seen = theirs && [...theirs, ...theirs.flatMap((role) => tellersBefore(hit, subject, kinship, people).flatMap((teller) => kinship.ofPerson[role]?.[teller] ?? []))];
  const whose = complementOf(hit, words, people, kinship.death.role) ?? seen;
  if (whose) {
    const table = hit.roles.map((role) => kinship.ofPerson[role]).filter((row) => row !== undefined);
    const roles = whose.flatMap((role) => table.flatMap((row) => row[role] ?? []));
    return roles.length > 0 ? roles : Object.keys(kinship.roles);
  }
  const shift = (owners: readonly string[]): string[] => owners.flatMap((theirs) => hit.roles.flatMap((role) => kinship.ofPerson[role]?.[theirs] ?? []));
  // "Un frère, Olivier, dont le fils": Olivier's.
  const which = WHOSE.has(words[hit.from - 2]?.fold ?? '') ? rolesBefore(hit.from - 2, words, people, POSSESSOR_REACH, 0) : undefined;
  if (which && shift(which).length > 0) return shift(which);
  // "Lucie est mère d'une fille, Emma".
  const mother =
    ARTICLES.has(words[hit.from - 1]?.fold ?? '') && OF.has(words[hit.from - 2]?.fold ?? '') && PARENTS.has(words[hit.from - 3]?.fold ?? '')
      ? rolesBefore(hit.from - 3, words, people, POSSESSOR_REACH, 1)
      : undefined;
  if (mother && shift(mother).length > 0) return shift(mother);
  const owner = subjectBefore(hit, subject, kinship, people);
  const elsewhere = isElsewhere(hit, words, kinship) ? kinship.elsewhere.roles : [];
  if (owner) {
    const shifted = shift(owner.roles);
    return owner.sure ? (shifted.length > 0 ? shifted : Object.keys(kinship.roles)) : [...hit.roles, ...shifted, ...shift(reporters(subject, kinship, people)), ...elsewhere];
  }
  // "Selon Jade, son frère Éric …": Jade's brother, perhaps.
  // "Leur père", "son mari" may look back to the sentence before; "sa sœur" there is rather the deceased's.
  const sentences = hit.parent || hit.told.includes('partner') ? 1 : 0;
  // "Tomasz, son fils … Le père, Raymond": Tomasz's.
  const isThe = hit.parent && ['le', 'la'].includes(words[hit.from - 1]?.fold ?? '');
  if (isThe || isTheirs(words, hit.from)) return [...hit.roles, ...shift(possessorBefore(hit, subject, people, sentences)), ...shift(reporters(subject, kinship, people))];
  // "Alice Meunier, mariée avec Roger", where no death is told: of a wife whom the target has, he is the deceased.
  const wed = hit.link && subject.judged.hints.unclear ? rolesBefore(hit.from, words, people, WED_REACH) : undefined;
  return [...hit.roles, ...elsewhere, ...(wed ? shift(wed) : [])];
}

/** Whose "sa sœur" she is: the one named last, on this side of a semicolon. */
function possessorBefore(hit: KinHit, { reading: { words, text } }: Subject, people: People, sentences: number): readonly string[] {
  const cut = text.lastIndexOf(';', words[hit.from]!.start);
  // "Ma mère, Stéphanie, est sa fille": not her own.
  let from = hit.from;
  if (['est', 'etait'].includes(words[from - 2]?.fold ?? '')) from = beforeName(from - 2, words);
  const reach = Math.min(POSSESSOR_REACH, from - words.findIndex((word) => word.start > cut));
  // "Nicole … son grand-père … et son propre père": hers, who was named first.
  const first = words[hit.from - 1]?.fold === 'propre' ? rolesOfFirst(hit.from, words, people) : [];
  return [...first, ...(rolesBefore(from, words, people, reach, sentences) ?? [])];
}

/** Where a name that ends at a word begins. */
export function beforeName(at: number, words: readonly Word[]): number {
  let from = at;
  while (isWrittenAsName(words[from - 1], words) && words[from - 1]!.sentence === words[at]!.sentence) from--;
  return from;
}

/** Roles of the one whose name opens the sentence. */
function rolesOfFirst(at: number, words: readonly Word[], people: People): readonly string[] {
  for (let i = words.findIndex(({ sentence }) => sentence === words[at]!.sentence); i < at; i++) {
    const roles = rolesAt(i, words, people);
    if (roles) return roles;
  }
  return [];
}

/** "D'une autre union" stands beside the word. */
const isElsewhere = (hit: KinHit, words: readonly Word[], kinship: Kinship): boolean =>
  findForms(kinship.elsewhere.forms, words).some((other) => words[other.from]!.sentence === words[hit.from]!.sentence && other.from < hit.to + 6 && other.to > hit.from - 6);

/** "Je vous écris pour un vieil ami, Gérard": the teller's, and nothing to the deceased. */
function isTellersFriend(words: readonly Word[], { from, told }: KinHit): boolean {
  if (!told.includes('other')) return false;
  let at = from - 1;
  while (FRIENDLY.has(words[at]?.fold ?? '')) at--;
  const { sentence } = words[from]!;
  return (
    ['un', 'une', 'mon', 'ma'].includes(words[at]?.fold ?? '') &&
    words[at - 1]?.fold === 'pour' &&
    words.slice(0, at).some((word) => word.sentence === sentence && WRITES.has(word.fold))
  );
}
const WRITES = new Set(['ecris', 'ecrire', 'contacte', 'contacter', 'appelle', 'appeler', 'sollicite']);
const FRIENDLY = new Set(['vieil', 'vieille', 'cher', 'chere', 'bon', 'bonne', 'ancien', 'ancienne']);

/** Whose words the text reports: by the persona that was asked for, or else by the name behind "selon". */
function reporters({ judged, reading: { words } }: Subject, kinship: Kinship, people: People): readonly string[] {
  if (!reportsSpeech(judged, words)) return [];
  if (judged.stratum) return kinship.tellers[judged.stratum['persona'] ?? ''] ?? [];
  return announcements(words).flatMap((hit) => rolesAhead(hit.to, words, people) ?? rolesAt(hit.from - 1, words, people) ?? []);
}

const WHOSE = new Set(['dont']);
/** From a name to "est mariée avec". */
const WED_REACH = 8;
export const TITLES = new Set(['m', 'mme', 'monsieur', 'madame', 'feu', 'feue']);
const LAST_NAMED = new Set(['celui', 'celle', 'dernier', 'derniere']);
export const POSSESSOR_REACH = 20;
/** "Son premier mariage" is no word of the last spouse. */
const FORMER = new Set(['premier', 'premiere', 'precedent', 'precedente', 'ancien', 'autre']);

/** Roles of the person behind "de": by name, or "celui-ci", the one named last. */
function complementOf(hit: KinHit, words: readonly Word[], people: People, deceased: string): readonly string[] | undefined {
  let at = hit.to;
  if (!['de', 'd', 'du'].includes(words[at]?.fold ?? '')) return undefined;
  at++;
  const isTitled = TITLES.has(words[at]?.fold ?? '');
  while (TITLES.has(words[at]?.fold ?? '') || ['ce', 'cette'].includes(words[at]?.fold ?? '')) at++;
  // "Une nièce, Isabelle Renard, fille de cette dernière": of the one before Isabelle.
  if (LAST_NAMED.has(words[at]?.fold ?? '')) return rolesBefore(beforeName(hit.from, words), words, people, POSSESSOR_REACH);
  const whose = [...people].filter(([name]) => wordsOf(name)[0] === words[at]?.fold || (wordsOf(name).length > 1 && wordsOf(name).at(-1) === words[at]?.fold));
  if (whose.length === 0 || !isWrittenAsName(words[at], words)) return undefined;
  // Where a family shares the surname, "Mme Gaillard" is the one whose succession it is.
  const dead = isTitled ? whose.filter(([, { roles }]) => roles.includes(deceased)) : [];
  return (dead.length > 0 ? dead : whose).flatMap(([, { roles }]) => roles);
}

/** "La fille de sa femme": the role that a kin word behind "de sa" gives. */
function ofTheirRelative({ to }: KinHit, words: readonly Word[], kinship: Kinship): readonly string[] | undefined {
  // "L'aînée de ses enfants" is one of them.
  if (!OF.has(words[to]?.fold ?? '') || !POSSESSIVES_THEIRS.has(words[to + 1]?.fold ?? '') || ['ses', 'leurs'].includes(words[to + 1]!.fold)) return undefined;
  const roles = kinship.theirs.flatMap(([forms, told]) => (findForms(forms, words).some((other) => other.from === to + 2) ? told : []));
  return roles.length > 0 ? roles : undefined;
}

/** "La fille de ma belle-mère": whom the teller calls so. */
function ofTellersRelative({ to }: KinHit, { judged: { stratum }, reading: { words } }: Subject, kinship: Kinship): readonly string[] | undefined {
  if (!OF.has(words[to]?.fold ?? '') || !['mon', 'ma'].includes(words[to + 1]?.fold ?? '')) return undefined;
  const tables = kinship.mine[stratum?.['persona'] ?? ''] ?? [];
  const found = tables.flatMap(([forms, roles]) => findForms(forms, words).flatMap((other) => (other.from === to + 2 ? [{ to: other.to, roles }] : [])));
  const longest = Math.max(0, ...found.map((other) => other.to));
  const roles = found.filter((other) => other.to === longest).flatMap((other) => other.roles);
  return roles.length > 0 ? roles : undefined;
}

/** "Sylvie, sa fille, s'interroge sur un don à Luc, un ami de son père": the teller's father, where the teller is spoken of. */
function tellersBefore({ from }: KinHit, { judged: { stratum }, reading: { words } }: Subject, kinship: Kinship, people: People): readonly string[] {
  const tellers = stratum && IMPERSONAL.has(stratum['voice'] ?? '') ? (kinship.tellers[stratum['persona'] ?? ''] ?? []) : [];
  const isNamed = (role: string): boolean => words.some((word, i) => i < from && word.sentence === words[from]!.sentence && rolesAt(i, words, people)?.includes(role) === true);
  return tellers.filter(isNamed);
}
const IMPERSONAL = new Set(['troisieme_personne', 'note_dossier']);

/** Roles of the one whose name ends at a word. */
export function rolesAt(at: number, words: readonly Word[], people: People): readonly string[] | undefined {
  if (!isWrittenAsName(words[at], words)) return undefined;
  let found: readonly string[] | undefined;
  for (const [name, { roles }] of people) {
    const parts = wordsOf(name);
    // A full name is surer than a surname that others share.
    if (parts.at(-1) === words[at]!.fold && parts.every((part, k) => words[at - parts.length + 1 + k]?.fold === part)) return roles;
    if (parts.includes(words[at]!.fold)) found ??= roles;
  }
  return found;
}

/** "Nicole … Hugo Muller, son mari": the name right before the possessive is the one that the word is about. */
function behindApposed(from: number, words: readonly Word[]): number {
  let at = from - 1;
  if (!POSSESSIVES_THEIRS.has(words[at]?.fold ?? '')) return at;
  at--;
  while (isWrittenAsName(words[at], words) && words[at]!.sentence === words[from]!.sentence && words[at]!.clause >= words[from]!.clause - 1) at--;
  return at;
}

/** Roles of the person who is named last before a word, so many words and sentences back at most. */
export function rolesBefore(from: number, words: readonly Word[], people: People, reach: number, sentences = 1): readonly string[] | undefined {
  for (let at = behindApposed(from, words); at >= Math.max(0, from - reach) && words[at]!.sentence >= words[from]!.sentence - sentences; at--) {
    const roles = rolesAt(at, words, people);
    if (roles) return roles;
  }
  return undefined;
}

/** Roles of the person who is named right behind a word ("sa mère, Caroline Peeters"). */
export function rolesAhead(to: number, words: readonly Word[], people: People): readonly string[] | undefined {
  for (let at = to; at < Math.min(to + AHEAD, words.length); at++) {
    const roles = rolesAt(at, words, people);
    if (roles) return roles;
  }
  return undefined;
}
/** A title, a first name, a surname. */
const AHEAD = 3;

export const HAVING = new Set(['a', 'ont', 'avait', 'avaient', 'laisse', 'laissent', 'laissait', 'laissant']);

/** "Luc a reçu de ma sœur …": there "a" has nothing. */
const DONE = new Set(['recu', 'fait', 'donne', 'legue', 'remis', 'verse', 'ete', 'achete', 'vendu', 'herite', 'souscrit', 'designe', 'demande', 'accepte', 'renonce']);

/** Whose son it is in "Paul a deux fils" (surely Paul's) and "il laisse un enfant" behind Paul's name (perhaps his). */
function subjectBefore(hit: KinHit, subject: Subject, kinship: Kinship, people: People): { roles: readonly string[]; sure: boolean } | undefined {
  const { words } = subject.reading;
  // "Lucie a une fille, Emma, et Marc un fils": the verb is left out.
  const named = rolesAt(hit.from - 2, words, people);
  if (named && ARTICLES.has(words[hit.from - 1]!.fold) && words[hit.from - 2]!.clause === words[hit.from]!.clause) return { roles: named, sure: true };
  let at = hit.from - 1;
  const isHaving = (word: Word | undefined): boolean => word !== undefined && HAVING.has(word.fold) && word.lower !== 'à' && !DONE.has(words[words.indexOf(word) + 1]?.fold ?? '');
  while (at >= 0 && hit.from - at <= 5 && !isHaving(words[at]) && words[at]!.sentence === words[hit.from]!.sentence) at--;
  // "A laissé", "avait eu" are one verb.
  if (['laisse', 'eu'].includes(words[at]?.fold ?? '') && isHaving(words[at - 1])) at--;
  const verb = words[at];
  if (!verb || !isHaving(verb) || verb.sentence !== words[hit.from]!.sentence) return undefined;
  if (subject.reading.text.slice(verb.end, words[hit.from]!.start).includes(';')) return undefined;
  // "Anne est décédée en laissant une fille".
  const leaving = verb.fold === 'laissant' ? rolesBefore(at, words, people, POSSESSOR_REACH, 0) : undefined;
  if (leaving) return { roles: leaving, sure: true };
  // "Lucie, sa fille, a une enfant": between the name and its verb it is said who she is.
  const apart = words[at - 1]?.sentence === verb.sentence && words[at - 1]!.clause < verb.clause ? rolesBefore(at - 1, words, people, WHICH_REACH + 2, 0) : undefined;
  if (apart) return { roles: apart, sure: true };
  const direct = rolesOfRelative(at - 1, subject, kinship, people) ?? rolesAt(at - 1, words, people);
  if (direct) return { roles: direct, sure: words[at - 1]!.sentence === verb.sentence };
  if (!['il', 'elle', 'qui', 'laquelle', 'lequel'].includes(words[at - 1]?.fold ?? '')) return undefined;
  // "Un frère, Pierre, lequel a une fille", "Anne, décédée, qui a une fille": surely hers.
  const which = ['qui', 'laquelle', 'lequel'].includes(words[at - 1]!.fold) ? rolesBefore(at - 1, words, people, WHICH_REACH, 0) : undefined;
  if (which) return { roles: which, sure: true };
  for (let i = at - 2; i >= Math.max(0, at - 14); i--) {
    const roles = rolesAt(i, words, people);
    if (roles && !isOtherSex(words[at - 1]!, words[i]!, words[i - 1])) return { roles, sure: false };
  }
  return undefined;
}

/** "La sœur d'Alice [a]", "maman [a]": roles of the relative that a phrase ends on. */
function rolesOfRelative(at: number, subject: Subject, kinship: Kinship, people: People): readonly string[] | undefined {
  const { words } = subject.reading;
  const persona = subject.judged.stratum?.['persona'] ?? '';
  const ending = (table: Kinship['theirs'], to: number): readonly string[] =>
    table.flatMap(([forms, roles]) => (findForms(forms, words).some((hit) => hit.to === to) ? roles : []));
  if (PET_NAMES.has(words[at]?.fold ?? '') || POSSESSIVES_MINE.has(words[at - 1]?.fold ?? '')) {
    const own = ending(kinship.mine[persona] ?? [], at + 1);
    // "Mon frère laisse une fille": without a name he is the one who died.
    if (own.includes(kinship.death.role)) return [kinship.death.role];
    if (own.length > 0) return own;
  }
  const name = beforeName(at, words);
  const whose = OF.has(words[name - 1]?.fold ?? '') ? rolesAt(at, words, people) : undefined;
  const told = whose && ending(kinship.theirs, name - 1);
  const roles = told?.flatMap((role) => whose!.flatMap((owner) => kinship.ofPerson[role]?.[owner] ?? []));
  return roles && roles.length > 0 ? roles : undefined;
}
const OF = new Set(['de', 'd', 'du']);
const PARENTS = new Set(['mere', 'pere', 'maman', 'papa']);
const ARTICLES = new Set(['un', 'une', 'deux', 'trois']);
/** From a name to its "qui". */
const WHICH_REACH = 3;

/** "Elle" behind "Carlos et Yann" looks further back. */
function isOtherSex(pronoun: Word, name: Word, before: Word | undefined): boolean {
  const first = [name, before].find((word) => word && isFirstName(word.lower));
  const sex = first && sexOf(first);
  return sex !== undefined && sex === { elle: 'm', il: 'f' }[pronoun.fold];
}

/** "Ton père", and not "ils haussent le ton. Fille : …". */
const isYours = (words: readonly Word[], at: number): boolean => words[at - 1]?.sentence === words[at]!.sentence && YOURS.has(words[at - 1]!.fold);

/** "de mêmes père et mère", and the given name "Marie", which folds like "marié". */
function isOther(subject: Subject, at: number): boolean {
  const { words } = subject.reading;
  const word = words[at]!;
  if (words.slice(Math.max(0, at - 3), at).some(({ fold }, i, near) => (fold === 'meme' || fold === 'memes') && !['elle', 'lui', 'moi'].includes(near[i - 1]?.fold ?? '')))
    return true;
  return /^\p{Lu}/u.test(word.text) && !/[éÉ]/.test(word.text) && subject.knownWords.has(word.fold);
}

const isMine = (words: readonly Word[], at: number): boolean => {
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const word = words[i]!;
    if (word.sentence !== words[at]!.sentence) return false;
    if (POSSESSIVES_MINE.has(word.fold)) return true;
    if (!ADJECTIVES.test(word.fold)) return false;
  }
  return false;
};

/** "son frère", "sa grande sœur". */
export const isTheirs = (words: readonly Word[], at: number): boolean =>
  POSSESSIVES_THEIRS.has(words[at - 1]?.fold ?? '') || (ADJECTIVES.test(words[at - 1]?.fold ?? '') && POSSESSIVES_THEIRS.has(words[at - 2]?.fold ?? ''));
