import type { Kinship } from '@case-swarm/schema';
import { isFirstName, sexOf } from '../reading/first-names.ts';
import { findForms } from '../reading/forms.ts';
import type { Word } from '../reading/words.ts';
import type { Subject } from '../subject.ts';
import { ARTICLES, beforeName, OF, PET_NAMES, POSSESSIVES_MINE, POSSESSOR_REACH, rolesAt, rolesBefore, type People } from './names.ts';
import { WHICH } from './marks.ts';
import type { KinHit } from './words.ts';

export const HAVING = new Set(['a', 'ont', 'avait', 'avaient', 'laisse', 'laissent', 'laissait', 'laissant']);

/** "Luc a reçu de ma sœur …": there "a" has nothing. */
const DONE = new Set(['recu', 'fait', 'donne', 'legue', 'remis', 'verse', 'ete', 'achete', 'vendu', 'herite', 'souscrit', 'designe', 'demande', 'accepte', 'renonce']);

/** Whose son it is in "Paul a deux fils" (surely Paul's) and "il laisse un enfant" behind Paul's name (perhaps his). */
export function subjectBefore(hit: KinHit, subject: Subject, kinship: Kinship, people: People): { roles: readonly string[]; sure: boolean; pronoun?: string } | undefined {
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
  const said = words[at - 1]?.fold ?? '';
  const shared = said === 'et' ? sharedSubject(at - 1, words, people) : undefined;
  if (shared) return { roles: shared, sure: true };
  // "Pierre avait deux filles, Sarah et Geneviève. Cette dernière a elle-même une fille".
  const last = isLastOne(words, at - 1) ? rolesBefore(at - 2, words, people, LAST_REACH, 1) : undefined;
  if (last) return { roles: last, sure: true };
  if (!['il', 'elle'].includes(said) && !WHICH.has(said)) return undefined;
  // "Martine elle a une fille": the pronoun takes up the name before it.
  const doubled = words[at - 2]?.clause === verb.clause && !isOtherSex(words[at - 1]!, words[at - 2]!, words[at - 3]) ? rolesAt(at - 2, words, people) : undefined;
  if (doubled) return { roles: doubled, sure: true };
  // "Un frère, Pierre, lequel a une fille", "Anne, décédée, qui a une fille": surely hers.
  const which = WHICH.has(said) ? rolesBefore(at - 1, words, people, WHICH_REACH, 0) : undefined;
  if (which) return { roles: which, sure: true };
  // "Emma avait deux filles, Hélène et Margaux, et elle avait une sœur": Emma's.
  const same = words[at - 2]?.fold === 'et' ? earlierHaver(at, words, people) : undefined;
  if (same) return { roles: same, sure: true };
  for (let from = behindSame(at - 1, words), i = from; i >= Math.max(0, from - 12); i--) {
    const roles = rolesAt(i, words, people);
    if (!roles || isOtherSex(words[at - 1]!, words[i]!, words[i - 1])) continue;
    // "Jean s'était marié, ou du moins il avait eu un fils": no other than Jean, whoever speaks.
    const isSubject = words[i]!.sentence === verb.sentence && words[beforeName(i, words) - 1]?.sentence !== verb.sentence && PREDICATES.has(words[i + 1]?.fold ?? '');
    return { roles, sure: false, ...(isSubject ? {} : { pronoun: words[at - 1]!.fold }) };
  }
  return undefined;
}

/** "Ce dernier", "celle-ci". */
const isLastOne = (words: readonly Word[], at: number): boolean =>
  (/^derni(?:er|ere)$/.test(words[at]?.fold ?? '') && ['ce', 'cette'].includes(words[at - 1]?.fold ?? '')) ||
  (words[at]?.fold === 'ci' && ['celui', 'celle'].includes(words[at - 1]?.fold ?? ''));
const LAST_REACH = 8;

/** "Anne est morte avant lui et laisse une fille": the verb behind "et" is Anne's too. */
function sharedSubject(and: number, words: readonly Word[], people: People): readonly string[] | undefined {
  for (let i = and - 2; i >= 0 && words[i]!.sentence === words[and]!.sentence; i--) {
    const roles = PREDICATES.has(words[i + 1]!.fold) && words[i]!.clause === words[i + 1]!.clause ? rolesAt(i, words, people) : undefined;
    if (roles) return OF.has(words[beforeName(i, words) - 1]?.fold ?? '') ? undefined : roles;
    if (SUBJECTS.has(words[i]!.fold)) return undefined;
  }
  return undefined;
}
const SUBJECTS = new Set(['il', 'elle', 'ils', 'elles', 'on', 'je', 'j', 'qui']);

const PREDICATES = new Set(['s', 'est', 'etait', 'a', 'avait', 'n', 'laisse', 'vivait']);

/** "Elle a deux enfants, Maurice et Mathilde. Elle a aussi une sœur": whom the first "elle" means stands before it. */
function behindSame(pronoun: number, words: readonly Word[]): number {
  const { fold, sentence } = words[pronoun]!;
  if (pronoun === 0 || words[pronoun - 1]!.sentence === sentence) return pronoun - 1;
  const start = words.findIndex((word) => word.sentence === words[pronoun - 1]!.sentence);
  return words[start]!.fold === fold ? behindSame(start, words) : pronoun - 1;
}

/** Roles of whoever, of the pronoun's sex, had something before in the sentence. */
function earlierHaver(verb: number, words: readonly Word[], people: People): readonly string[] | undefined {
  const { sentence } = words[verb - 1]!;
  const haver = words.findIndex((word, i) => i < verb - 2 && word.sentence === sentence && HAVING.has(word.fold) && rolesAt(i - 1, words, people) !== undefined);
  if (haver < 0 || isOtherSex(words[verb - 1]!, words[haver - 1]!, words[haver - 2])) return undefined;
  return rolesAt(haver - 1, words, people);
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
/** From a name to its "qui". */
const WHICH_REACH = 5;

/** "Elle" behind "Carlos et Yann" looks further back. */
function isOtherSex(pronoun: Word, name: Word, before: Word | undefined): boolean {
  const first = [name, before].find((word) => word && isFirstName(word.lower));
  const sex = first && sexOf(first);
  return sex !== undefined && sex === { elle: 'm', il: 'f' }[pronoun.fold];
}
