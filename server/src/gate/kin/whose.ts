import type { Kinship } from '@case-swarm/schema';
import { isDoubted } from '../reading/factuality.ts';
import { sexOfName } from '../reading/first-names.ts';
import { findForms } from '../reading/forms.ts';
import { announcements } from '../reading/reports.ts';
import { isWrittenAsName, type Word } from '../reading/words.ts';
import { wordsOf, type Subject } from '../subject.ts';
import { HAVING, subjectBefore } from './haver.ts';
import {
  ARTICLES,
  beforeName,
  isTheirs,
  OF,
  PET_NAMES,
  POSSESSIVES_THEIRS,
  POSSESSOR_REACH,
  rolesAhead,
  rolesAt,
  rolesBefore,
  rolesOfFirst,
  TITLES,
  type People,
} from './names.ts';
import type { KinHit } from './words.ts';

/** "fils de Luc" is Luc's son, not the deceased's; "a de son côté un fils" may be the partner's. */
export function seenFromComplement(hit: KinHit, subject: Subject, kinship: Kinship, people: People): readonly string[] {
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
  if (isThe || isTheirs(words, hit.from))
    return [
      ...hit.roles,
      ...shift(possessorBefore(hit, subject, people, sentences)),
      ...shift(tellerOpening(hit, subject, kinship, people)),
      ...reported,
      ...shift(stressed(hit, words, people)),
    ];
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
function tellersBefore({ from }: KinHit, { judged, reading: { words } }: Subject, kinship: Kinship, people: People): readonly string[] {
  const tellers = tellersSpokenOf(judged, kinship);
  const isNamed = (role: string): boolean => words.some((word, i) => i < from && word.sentence === words[from]!.sentence && rolesAt(i, words, people)?.includes(role) === true);
  return tellers.filter(isNamed);
}
/** Whose words a text is of, where it speaks of them as of anyone. */
const tellersSpokenOf = ({ stratum }: Subject['judged'], { tellers }: Kinship): readonly string[] =>
  stratum && IMPERSONAL.has(stratum['voice'] ?? '') ? (tellers[stratum['persona'] ?? ''] ?? []) : [];
const IMPERSONAL = new Set(['troisieme_personne', 'note_dossier']);

/** "Christine s'interroge sur la succession de sa grand-mère, Hélène. Sa mère, Monique, dit …": the mother of whoever asks, who opened the sentence before. */
function tellerOpening({ from, parent }: KinHit, { judged, reading: { words } }: Subject, kinship: Kinship, people: People): readonly string[] {
  const tellers = tellersSpokenOf(judged, kinship);
  const start = from - 1;
  if (!parent || start < 1 || words[start - 1]!.sentence === words[start]!.sentence) return [];
  return rolesOfFirst(start - 1, words, people).filter((role) => tellers.includes(role));
}

const WHOSE = new Set(['dont']);
const PARENTS = new Set(['mere', 'pere', 'maman', 'papa']);
/** From a name to "est mariée avec". */
const WED_REACH = 8;
const LAST_NAMED = new Set(['celui', 'celle', 'dernier', 'derniere']);
