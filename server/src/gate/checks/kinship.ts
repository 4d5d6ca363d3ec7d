import type { Kinship } from '@case-swarm/schema';
import type { Subject, TargetLeaf } from '../subject.ts';
import { refuse, type Problem } from '../verdict.ts';
import { KinEvidence } from '../kin/evidence.ts';
import { HAVING } from '../kin/haver.ts';
import { peopleOf, type People } from '../kin/names.ts';
import { KinText } from '../kin/text.ts';
import { isTheirs, type KinHit } from '../kin/words.ts';
import { isNegated } from '../reading/forms.ts';
import { readNumeral } from '../reading/numerals.ts';
import type { Word } from '../reading/words.ts';

/** Everyone is told as what the target has them be. */
export function checkKinship(subject: Subject): Problem[] {
  const { kinship } = subject.judged.pack.lexicon;
  if (!kinship) return [];
  const people = peopleOf(subject, kinship);
  if (people.size === 0) return [];
  const evidence = new KinEvidence(subject, kinship, people);
  return [
    ...deadOfOtherSex(subject, kinship, people, evidence),
    ...relationsOf(subject, kinship, people, evidence),
    ...miscounted(subject, kinship, evidence),
    ...unheldRelatives(subject, kinship, people),
  ];
}

/** "Il laisse deux enfants" where the target has three. */
function miscounted(subject: Subject, { roles }: Kinship, evidence: KinEvidence): Problem[] {
  if (subject.judged.stratum === undefined) return [];
  const lists = roles['child']?.map((pattern) => pattern.replace(/\.nom$/, '')) ?? [];
  const given = subject.owners.filter(({ entity }) => entity && lists.includes(entity.owner)).length;
  const told = given === 0 ? undefined : evidence.countOf('child');
  if (!told || told.count === given) return [];
  const { words, text } = subject.reading;
  const span = [words[told.from]!.start, words[told.to - 1]!.end] as const;
  return [refuse('figure-not-in-target', `« ${text.slice(...span)} » : les faits donnés en nomment ${given}. Corrigez le nombre.`, { span })];
}

/** "Il avait un frère" where the target has none, and no number of them either. */
function unheldRelatives(subject: Subject, kinship: Kinship, people: People): Problem[] {
  const { words, text } = subject.reading;
  // A number of them ("nombre_petits_enfants") stands beside their list.
  const isHeld = (role: string): boolean =>
    (kinship.roles[role] ?? []).some((pattern) => {
      const list = pattern.replace(/(?:\.\*)?\.nom$/, '');
      const beside = list.slice(0, list.lastIndexOf('.'));
      return subject.leaves.some(
        (leaf) =>
          leaf.pattern.startsWith(`${list}.`) ||
          (leaf.pattern.startsWith(`${beside}.`) && leaf.pattern.split('.').length === beside.split('.').length + 1) ||
          leaf.key === 'a_des_enfants',
      );
    });
  // "Il laisse une sœur" is said of the one who died, where nobody else did.
  const others = subject.leaves.some(({ key, value }) => (key === 'est_decede' && value === true) || value === 'PREDECEDE');
  const rolesOf = ({ from, roles, told }: KinHit): readonly string[] =>
    !others && words.slice(Math.max(0, from - LEAVING_REACH), from).some(({ fold }) => LEAVING.has(fold)) ? told : roles;
  const hit = new KinText(subject, kinship, people).hits.find(
    (relative) => !relative.link && relative.roles.length > 0 && !rolesOf(relative).some(isHeld) && isSaidToBe(words, relative) && !isNegated(words, relative.from, relative.to),
  );
  if (!hit) return [];
  const span = [words[hit.from]!.start, words[hit.to - 1]!.end] as const;
  return [refuse('fact-not-in-target', `« ${text.slice(...span)} » : les faits donnés n'ont personne de tel. Retirez-le.`, { span })];
}

/** "Avait un frère", "laisse aussi une sœur", "sa mère est toujours en vie": that there is, or was, such a one. */
function isSaidToBe(words: readonly Word[], { from, to }: KinHit): boolean {
  const { sentence } = words[from]!;
  let at = from - 1;
  while (at >= 0 && (COUNTING.has(words[at]!.fold) || readNumeral(words, at) !== undefined)) at--;
  if (at < from - 1 && HAVING.has(words[at]?.fold ?? '') && words[at]!.lower !== 'à' && words[at]!.sentence === sentence) return true;
  const isOfDeceased = ['du', 'de'].includes(words[to]?.fold ?? '') && words.slice(to, to + 3).some(({ fold }) => /^defunte?$/.test(fold));
  return (isTheirs(words, from) || isOfDeceased) && words.slice(to, to + LIVING_REACH).some((word) => word.sentence === sentence && LIVING.has(word.fold));
}
const COUNTING = new Set(['un', 'une', 'des', 'aussi', 'encore', 'egalement', 'seul', 'seule', 'grand', 'grande', 'petit', 'petite', 'demi']);
const LEAVING = new Set(['laisse', 'laissait']);
const LEAVING_REACH = 3;
const LIVING = new Set(['vie', 'vivant', 'vivante', 'vit']);
const LIVING_REACH = 8;

/** "Elle est morte" where the one who died is a man, and everybody else lives. */
function deadOfOtherSex(subject: Subject, kinship: Kinship, people: People, { deaths }: KinEvidence): Problem[] {
  // A beneficiary who died first, the wife of a widower, parents who are dead: the target says so elsewhere than of a named relative.
  const isElsewhere = ({ key, value }: TargetLeaf): boolean => /DECED|^VEUF/.test(String(value)) || (key !== 'est_decede' && key.includes('deced'));
  const isUnnamed = subject.leaves.some((leaf) => isElsewhere(leaf) || (deaths.mayBeDead(leaf) && !leaf.owner.leaves.some(({ kind }) => kind === 'name')));
  if (isUnnamed || subject.judged.hints.unclear) return [];
  const deceased = [...people].flatMap(([name, { roles }]) => (roles.includes(kinship.death.role) ? [name] : []));
  const dead = [...new Set([...deceased, ...subject.leaves.flatMap((leaf) => (leaf.kind === 'name' && deaths.mayBeDead(leaf) ? [String(leaf.value)] : []))])];
  const former = subject.leaves.filter(({ key }) => key === 'conjoint_nom').map(({ value }) => String(value));
  const hit = dead.length === 0 ? undefined : deaths.ofOtherSex([...dead, ...former]);
  if (!hit) return [];
  const { words, text } = subject.reading;
  const span = [words[hit.from]!.start, words[hit.to - 1]!.end] as const;
  return [refuse('relation-changed', `« ${text.slice(...span)} » : dans les faits donnés, ${dead.join(' et ')} est mort. Corrigez qui est mort.`, { span })];
}

function relationsOf(subject: Subject, kinship: Kinship, people: People, evidence: KinEvidence): Problem[] {
  return [...people].flatMap(([name, { leaves, roles }]) => {
    const told = evidence.of(name, leaves);
    if (subject.judged.hints.unclear && !roles.includes(kinship.death.role) && evidence.deaths.isAbout(name) && !evidence.deaths.isAbout(deceasedOf(people, kinship)))
      return [refuse('relation-changed', `Le texte parle du cas de ${name} : dans les faits donnés il s'agit d'un autre.`, { path: leaves[0]!.path })];
    if (!roles.includes(kinship.death.role) && evidence.deaths.isToldDead(name, leaves))
      return [refuse('relation-changed', `${name} est dit mort : dans les faits donnés c'est un autre qui l'est.`, { path: leaves[0]!.path })];
    if (roles.every((role) => role === kinship.death.role) && evidence.deaths.isToldDeadEarlier(name))
      return [refuse('relation-changed', `${name} est dit mort avant le défunt : dans les faits donnés c'est le défunt.`, { path: leaves[0]!.path })];
    if (roles.every((role) => role === kinship.death.role) && evidence.isTellingAlive(name))
      return [refuse('relation-changed', `${name} est dit vivant : dans les faits donnés c'est le défunt.`, { path: leaves[0]!.path })];
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

const deceasedOf = (people: People, kinship: Kinship): string => [...people].find(([, { roles }]) => roles.includes(kinship.death.role))?.[0] ?? '';

const describeRole = (leaf: TargetLeaf): string => leaf.owner.entity?.heads[0]?.split(/[| ]/)[0] ?? leaf.path;
