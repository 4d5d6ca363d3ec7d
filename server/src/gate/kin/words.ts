import type { Form, Kinship } from '@case-swarm/schema';
import { sexOfName } from '../reading/first-names.ts';
import { isDoubted } from '../reading/factuality.ts';
import { findForms } from '../reading/forms.ts';
import { announcements } from '../reading/reports.ts';
import { isWrittenAsName, type Reading, type Word } from '../reading/words.ts';
import { wordsOf, type Subject } from '../subject.ts';
import { HAVING, subjectBefore } from './haver.ts';
import { isKinOfTheirs } from './seen-by-others.ts';
import {
  ARTICLES,
  beforeName,
  OF,
  PET_NAMES,
  POSSESSIVES_MINE,
  POSSESSIVES_THEIRS,
  POSSESSOR_REACH,
  rolesAhead,
  rolesAt,
  rolesBefore,
  rolesOfFirst,
  type People,
} from './names.ts';

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
  return asked === undefined || asked === null ? personasTold(subject, kinship, people) : [asked];
}

/** Those that would call the deceased as the text does. */
export function personasTold(subject: Subject, kinship: Kinship, people: People): readonly string[] {
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
  PET_NAMES.has(words[from]!.fold) ||
  (to - from > 1 && words.slice(Math.max(0, from - SPEAKING_REACH), from).some((word) => word.sentence === words[from]!.sentence && SPEAKING.has(word.fold)));
const SPEAKING = new Set(['je', 'j', 'jai', 'jetais', 'moi', 'on', 'nous']);
const SPEAKING_REACH = 8;

/** "Ma nièce" of a brother's, "son neveu" of his words: somebody whom the target has as the teller's relative. */
export function isTellersKin(subject: Subject, { from, to }: { readonly from: number; readonly to: number }): boolean {
  const { words } = subject.reading;
  const { kinship } = subject.judged.pack.lexicon;
  if (kinship && isKinOfTheirs(subject, kinship, { from })) return true;
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
  const amongThemselves = (hit: KinHit): KinHit => (isAmongThemselves(subject.reading, hit) || isOldestOf(words, hit) ? { ...hit, roles: all } : hit);
  // Without a known teller "mon frère" may be anyone's.
  const all = Object.keys(kinship.roles);
  const hits = [
    ...read(kinship.links, false, true),
    ...read(kinship.theirs, false).map(amongThemselves),
    ...bare.map(amongThemselves),
    ...(mine ? read(mine, true) : read(kinship.theirs, true).map((hit) => ({ ...hit, roles: all }))),
  ];
  return (
    hits
      .filter(
        (hit) =>
          !(hit.told.includes('other') && isTellersFriend(words, hit)) &&
          !hits.some((other) => other !== hit && other.from <= hit.from && other.to >= hit.to && other.to - other.from > hit.to - hit.from),
      )
      .map((hit) => ({ ...hit, roles: [...new Set([...hit.roles, ...hits.filter((other) => other.from === hit.from && other.to === hit.to).flatMap((other) => other.roles)])] }))
      // "Ton père": whoever is spoken to.
      .map((hit) => ({ ...hit, roles: isYours(words, hit.from) ? all : seenFromComplement(hit, subject, kinship, people) }))
  );
}

/** "Nous sommes deux sœurs, Émilie, l'aînée, et moi": of these, and no child's word. */
const isOldestOf = (words: readonly Word[], { from }: KinHit): boolean =>
  OLDEST.has(words[from]!.fold) && words.some(({ fold, sentence }, i) => i < from && sentence === words[from]!.sentence && (fold === 'soeurs' || fold === 'freres'));
const OLDEST = new Set(['aine', 'ainee', 'cadet', 'cadette', 'benjamin', 'benjamine']);

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
  const tellers = [...tellersBefore(hit, subject, kinship, people), ...reporters(subject, kinship, people)];
  const seen = theirs && [...theirs, ...theirs.flatMap((role) => tellers.flatMap((teller) => kinship.ofPerson[role]?.[teller] ?? []))];
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
  const elsewhere = hit.told.some((role) => kinship.elsewhere.roles.includes(role)) && isElsewhere(hit, words, kinship) ? kinship.elsewhere.roles : [];
  if (owner) {
    const shifted = shift(owner.roles);
    return owner.sure
      ? shifted.length > 0
        ? shifted
        : Object.keys(kinship.roles)
      : [...hit.roles, ...shifted, ...shift(owner.pronoun ? reportersOfSex(owner.pronoun, subject, kinship, people) : []), ...elsewhere];
  }
  // "Selon Jade, son frère Éric …": Jade's brother, perhaps.
  // "Leur père", "son mari" may look back to the sentence before; "sa sœur" there is rather the deceased's.
  const sentences = hit.parent || hit.told.includes('partner') ? 1 : 0;
  // "Tomasz, son fils … Le père, Raymond": Tomasz's.
  const isThe = hit.parent && ['le', 'la'].includes(words[hit.from - 1]?.fold ?? '');
  const reported = shift(reporters(subject, kinship, people));
  // "Catherine … Son propre fils": hers whose words they are.
  if (words[hit.from - 1]?.fold === 'propre' && reported.length > 0 && rolesOfFirst(hit.from, words, people).length === 0) return reported;
  if (isThe || isTheirs(words, hit.from)) return [...hit.roles, ...shift(possessorBefore(hit, subject, people, sentences)), ...reported, ...shift(stressed(hit, words, people))];
  // "Alice Meunier, mariée avec Roger", where no death is told: of a wife whom the target has, he is the deceased.
  const wed = hit.link && subject.judged.hints.unclear ? rolesBefore(hit.from, words, people, WED_REACH) : undefined;
  return [...hit.roles, ...elsewhere, ...(wed ? shift(wed) : [])];
}

/** Whose "sa sœur" she is: the one named last, on this side of a semicolon. */
function possessorBefore(hit: KinHit, { reading: { words, text } }: Subject, people: People, sentences: number): readonly string[] {
  const cut = text.lastIndexOf(';', words[hit.from]!.start);
  // "Ma mère, Stéphanie, est sa fille", "Stéphanie, c'est sa fille": not her own.
  const verb = verbBefore(hit, words);
  const from = verb === undefined ? hit.from : beforeName(verb, words);
  const reach = Math.min(POSSESSOR_REACH, from - words.findIndex((word) => word.start > cut));
  // "Nicole … son grand-père … et son propre père": hers, who was named first.
  const first = words[hit.from - 1]?.fold === 'propre' ? rolesOfFirst(hit.from, words, people) : [];
  return [...first, ...(rolesBefore(from, words, people, reach, sentences) ?? [])];
}

/** "D'une autre union" stands beside the word. */
const isElsewhere = (hit: KinHit, words: readonly Word[], kinship: Kinship): boolean =>
  findForms(kinship.elsewhere.forms, words).some((other) => words[other.from]!.sentence === words[hit.from]!.sentence && other.from < hit.to + 6 && other.to > hit.from - 6);

/** "Je vous écris pour un vieil ami, Gérard", "je suis juste un ami": the teller's, and nothing to the deceased. */
export function isTellersFriend(words: readonly Word[], { from }: { readonly from: number }): boolean {
  let at = from - 1;
  while (FRIENDLY.has(words[at]?.fold ?? '')) at--;
  if (!['un', 'une', 'mon', 'ma'].includes(words[at]?.fold ?? '')) return false;
  const { sentence } = words[from]!;
  if (words[at - 1]?.fold === 'pour') return words.slice(0, at).some((word) => word.sentence === sentence && WRITES.has(word.fold));
  at--;
  while (ONLY.has(words[at]?.fold ?? '')) at--;
  return words[at]?.fold === 'suis' && words[at]!.sentence === sentence;
}
const ONLY = new Set(['juste', 'simplement', 'seulement', 'que', 'qu', 'donc']);
const WRITES = new Set(['ecris', 'ecrire', 'contacte', 'contacter', 'appelle', 'appeler', 'sollicite']);
const FRIENDLY = new Set(['voisin', 'voisine', 'et', 'ami', 'amie', 'collegue', 'vieil', 'vieille', 'cher', 'chere', 'bon', 'bonne', 'ancien', 'ancienne']);

/** Whose words the text reports: by the persona that was asked for, or else by the name behind "selon". */
function reporters({ judged, reading: { words } }: Subject, kinship: Kinship, people: People): readonly string[] {
  // "Sauf erreur" is no report.
  const { stratum } = judged;
  if (stratum) return stratum['voice'] === 'parole_rapportee' ? (kinship.tellers[stratum['persona'] ?? ''] ?? []) : [];
  return announcements(words).flatMap((hit) => rolesAhead(hit.to, words, people) ?? rolesAt(hit.from - 1, words, people) ?? []);
}

/** "Selon Paul, … il a une sœur": Paul's, perhaps. */
function reportersOfSex(pronoun: string, subject: Subject, kinship: Kinship, people: People): readonly string[] {
  const told = reporters(subject, kinship, people);
  const sex = { il: 'm', elle: 'f' }[pronoun];
  return told.filter((role) => [...people].some(([name, { roles }]) => roles.includes(role) && sexOfName(wordsOf(name)) === sex));
}

/** "On ne sait pas si Anne, c'est sa fille": whether she is; "on ne sait pas si sa fille viendra" knows her. */
export function isOnlyDoubted(hit: KinHit, words: readonly Word[]): boolean {
  const verb = verbBefore(hit, words);
  return verb !== undefined && isDoubted(words, verb);
}

/** Where "est sa fille", "c'est sa fille" begin; what stands before is who she is. */
function verbBefore({ from }: KinHit, words: readonly Word[]): number | undefined {
  if (!['est', 'etait'].includes(words[from - 2]?.fold ?? '')) return undefined;
  return words[from - 3]?.fold === 'c' ? from - 3 : from - 2;
}

/** Whose "sa fille à elle" stresses that she is: a woman's. */
export const stressedSex = ({ to }: Pick<KinHit, 'to'>, words: readonly Word[]): 'm' | 'f' | undefined =>
  words[to]?.fold === 'a' ? ({ lui: 'm', elle: 'f' } as const)[words[to + 1]?.fold as 'lui' | 'elle'] : undefined;

/** "Sa fille à elle": of a woman, and not of her husband; in "Anne, c'est sa fille à elle" of another than Anne. */
function stressed(hit: KinHit, words: readonly Word[], people: People): readonly string[] {
  const verb = verbBefore(hit, words);
  const self = verb === undefined ? undefined : words[verb - 1]?.fold;
  const sex = stressedSex(hit, words);
  return sex === undefined ? [] : [...people].flatMap(([name, { roles }]) => (sexOfName(wordsOf(name)) === sex && !wordsOf(name).includes(self ?? '') ? roles : []));
}

const WHOSE = new Set(['dont']);
const PARENTS = new Set(['mere', 'pere', 'maman', 'papa']);
/** From a name to "est mariée avec". */
const WED_REACH = 8;
export const TITLES = new Set(['m', 'mme', 'monsieur', 'madame', 'feu', 'feue']);
const LAST_NAMED = new Set(['celui', 'celle', 'dernier', 'derniere']);
/** "Son premier mariage" is no word of the last spouse. */
const FORMER = new Set(['premier', 'premiere', 'er', 'ere', 're', 'precedent', 'precedente', 'ancien', 'autre']);

/** "La fille que Magali avait eue": hers, as behind "de". */
const isHad = (words: readonly Word[], at: number): boolean =>
  ['que', 'qu'].includes(words[at]?.fold ?? '') && words.slice(at + 2, at + 2 + HAD_REACH).some(({ fold }, i, behind) => HAD.has(fold) && HAVING.has(behind[i - 1]?.fold ?? ''));
const HAD = new Set(['eu', 'eue', 'eus', 'eues']);
/** A surname and the verb. */
const HAD_REACH = 3;

/** Roles of the person behind "de": by name, or "celui-ci", the one named last. */
function complementOf(hit: KinHit, words: readonly Word[], people: People, deceased: string): readonly string[] | undefined {
  let at = hit.to;
  if (!['de', 'd', 'du'].includes(words[at]?.fold ?? '') && !isHad(words, at)) return undefined;
  at++;
  const isTitled = TITLES.has(words[at]?.fold ?? '');
  while (TITLES.has(words[at]?.fold ?? '') || ['ce', 'cette'].includes(words[at]?.fold ?? '')) at++;
  // "Une nièce, Isabelle Renard, fille de cette dernière": of the one before Isabelle.
  if (LAST_NAMED.has(words[at]?.fold ?? '')) {
    // "Théo Morin, l'époux de celle-ci".
    const article = ['l', 'le', 'la', 'un', 'une'].includes(words[hit.from - 1]?.fold ?? '') ? hit.from - 1 : hit.from;
    // "Karine est la fille de celle-ci": not her own.
    const subject = ['est', 'etait'].includes(words[article - 1]?.fold ?? '') ? article - 1 : article;
    return rolesBefore(beforeName(subject, words), words, people, POSSESSOR_REACH);
  }
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

/** "Ton père", and not "ils haussent le ton. Fille : …". */
const isYours = (words: readonly Word[], at: number): boolean => words[at - 1]?.sentence === words[at]!.sentence && YOURS.has(words[at - 1]!.fold);

/** Whether "de" and the deceased's name stand at a word. */
function isOfDeceased({ leaves, judged, reading: { words } }: Subject, at: number): boolean {
  if (!OF.has(words[at]?.fold ?? '')) return false;
  let next = at + 1;
  while (TITLES.has(words[next]?.fold ?? '')) next++;
  const name = leaves.find(({ path }) => path === `${judged.pack.lexicon.subject}.nom`)?.value;
  return name !== undefined && wordsOf(String(name)).includes(words[next]?.fold ?? '');
}

/** "de mêmes père et mère", and the given name "Marie", which folds like "marié". */
function isOther(subject: Subject, at: number): boolean {
  const { words } = subject.reading;
  const word = words[at]!;
  if (
    words
      .slice(Math.max(0, at - 3), at)
      .some(({ fold, sentence }, i, near) => sentence === word.sentence && (fold === 'meme' || fold === 'memes') && !['elle', 'lui', 'moi'].includes(near[i - 1]?.fold ?? ''))
  )
    return true;
  // "Veuve de Gilbert", of Gilbert's succession; the deceased may have been a widow too.
  if (['veuf', 'veuve'].includes(word.fold) && !/^(?:une?|sa|son|la|le|leur|desormais|maintenant)$/.test(words[at - 1]?.fold ?? '')) return !isOfDeceased(subject, at + 1);
  return /^\p{Lu}/u.test(word.text) && !/[éÉ]/.test(word.text) && subject.knownWords.has(word.fold);
}

const isMine = (words: readonly Word[], at: number): boolean => {
  // "Papa dit que": the teller's, without "mon".
  if (PET_NAMES.has(words[at]!.fold) && !isTheirs(words, at) && !isYours(words, at) && !ARTICLES.has(words[at - 1]?.fold ?? '') && !OF.has(words[at + 1]?.fold ?? '')) return true;
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
