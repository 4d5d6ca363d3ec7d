import type { Form, Kinship } from '@case-swarm/schema';
import { findForms } from '../reading/forms.ts';
import type { Reading, Word } from '../reading/words.ts';
import { wordsOf, type Subject } from '../subject.ts';
import { HAVING } from './haver.ts';
import { isKinOfTheirs } from './seen-by-others.ts';
import { isOnlyDoubted, seenFromComplement } from './whose.ts';
import { ADJECTIVES, ARTICLES, isTheirs, OF, PET_NAMES, POSSESSIVES_MINE, POSSESSIVES_THEIRS, rolesAhead, TITLES, type People } from './names.ts';

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
          !isOnlyDoubted(hit, words) &&
          !hits.some((other) => other !== hit && other.from <= hit.from && other.to >= hit.to && other.to - other.from > hit.to - hit.from),
      )
      .map((hit) => ({ ...hit, roles: [...new Set([...hit.roles, ...hits.filter((other) => other.from === hit.from && other.to === hit.to).flatMap((other) => other.roles)])] }))
      // "Ton père": whoever is spoken to.
      .map((hit) => ({ ...hit, roles: isYours(words, hit.from) ? all : seenFromComplement(hit, subject, kinship, people) }))
  );
}

/** "Son premier mariage" is no word of the last spouse. */
const FORMER = new Set(['premier', 'premiere', 'er', 'ere', 're', 'precedent', 'precedente', 'ancien', 'autre']);

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
