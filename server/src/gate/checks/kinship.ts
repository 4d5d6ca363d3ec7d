import type { Kinship } from '@case-swarm/schema';
import { KinEvidence } from '../kin/evidence.ts';
import { peopleOf, type People } from '../kin/names.ts';
import { KinText } from '../kin/text.ts';
import type { Subject, TargetLeaf } from '../subject.ts';
import { refuse, type Problem } from '../verdict.ts';
import { miscounted, unheldRelatives } from './headcount.ts';

/** Everyone is told as what the target has them be. */
export function checkKinship(subject: Subject): Problem[] {
  const { kinship } = subject.judged.pack.lexicon;
  if (!kinship) return [];
  const people = peopleOf(subject, kinship);
  if (people.size === 0) return [];
  const text = new KinText(subject, kinship, people);
  const evidence = new KinEvidence(text);
  return [
    ...deadOfOtherSex(subject, kinship, people, evidence),
    ...relationsOf(subject, kinship, people, evidence),
    ...untoldDeaths(subject, kinship, evidence),
    ...unheldKin(subject, kinship, people, evidence),
    ...miscounted(text, evidence),
    ...unheldRelatives(text),
  ];
}

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
    const other = subject.judged.stratum && !roles.includes(kinship.death.role) && evidence.predicates(name).find((one) => !one.some((role) => roles.includes(role)));
    if (other) return [refuse('relation-changed', `${name} est dit autre chose que ce qui est donné : corrigez le lien.`, { path: leaves[0]!.path })];
    return leaves.flatMap((leaf, i) => {
      // Where the death is to stay unclear, nothing makes anyone the deceased.
      if (roles[i] === kinship.death.role && subject.judged.hints.unclear && [...told].every((role) => role === 'partner' || isTellersOwn(subject, kinship, role))) return [];
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

/** "Jean-Marc … son frère, Maurice": of a brother's text, with nobody told dead, Maurice may be who the text is about. */
const isTellersOwn = ({ judged: { stratum } }: Subject, kinship: Kinship, role: string): boolean =>
  role === 'sibling' && kinship.tellers[stratum?.['persona'] ?? '']?.includes(role) === true;

/** In every text somebody has died: that a brother has too is told of the brother. */
function untoldDeaths({ leaves }: Subject, kinship: Kinship, { deaths }: KinEvidence): Problem[] {
  return leaves.flatMap((leaf) => {
    const isDeath = (leaf.value === true && kinship.death.others.includes(leaf.key)) || kinship.death.others.includes(`${leaf.key}=${String(leaf.value)}`);
    const name = isDeath && leaf.owner.leaves.find(({ kind, key }) => kind === 'name' && NAMES.has(key));
    if (!name || deaths.isToldOf(String(name.value))) return [];
    return [refuse('fact-missing', `La mort de ${String(name.value)} n'est pas dite : dites-la de cette personne même.`, { path: leaf.path })];
  });
}

/** "Sa fille Anne" of whom the target has as a donee only: somebody's child, brother or nephew is held as that. */
function unheldKin({ judged, leaves }: Subject, kinship: Kinship, people: People, evidence: KinEvidence): Problem[] {
  // Real statements tell more than their targets.
  if (judged.stratum === undefined) return [];
  // A company has a name of its own, and nobody's relative behind it ("la SARL Vernet, et ses enfants").
  const others = leaves.filter(({ kind, key, owner, value }) => kind === 'name' && (key !== 'nom' || owner.entity?.kind === 'person') && !people.has(String(value)));
  const wed = new Set(others.flatMap(({ key, value }) => (/^(?:conjoint|adoptants)_/.test(key) ? [value] : [])));
  const told = others.find(({ value }) => !wed.has(value) && [...evidence.of(String(value), [])].some((role) => !OF_A_COUPLE.has(role) && role !== kinship.death.role));
  return told
    ? [refuse('fact-not-in-target', `${String(told.value)} est présenté comme un proche : les faits donnés n'ont personne de tel. Retirez le lien.`, { path: told.path })]
    : [];
}
const OF_A_COUPLE = new Set(['partner']);

/** What names the person whose leaves an owner has. */
const NAMES = new Set(['nom', 'conjoint_nom']);

const deceasedOf = (people: People, kinship: Kinship): string => [...people].find(([, { roles }]) => roles.includes(kinship.death.role))?.[0] ?? '';

const describeRole = (leaf: TargetLeaf): string => leaf.owner.entity?.heads[0]?.split(/[| ]/)[0] ?? leaf.path;
