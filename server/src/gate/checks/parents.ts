import { isAddressed } from '../binding/addressed.ts';
import { nameOccurrences } from '../binding/occurrences.ts';
import { isTeller, ownerTells } from '../binding/teller.ts';
import type { Occurrence } from '../kin/marks.ts';
import { placesIn } from '../kin/titles.ts';
import { findForms } from '../reading/forms.ts';
import type { Word } from '../reading/words.ts';
import { wordsOf, type Subject, type TargetLeaf } from '../subject.ts';
import { refuse, type Problem } from '../verdict.ts';

/** How a teller says that a child is theirs, and whose child they are. */
const MY_CHILD: readonly string[] = ['ma|mon|mes petite|petit|grande|grand|fille|filles|fils|enfant|enfants|garcon|garcons', 'je|j|moi|jai'];
const MY_PARENT: readonly string[] = ['ma|mon|mes mere|pere|parents|maman|papa', 'maman|papa', 'je|j|moi|jai'];

const YOUR_CHILD: readonly string[] = ['ta|ton|tes fille|filles|fils|enfant|enfants', 'votre|vos fille|filles|fils|enfant|enfants'];

/** Whose child a grandchild or a nephew is: parent and child are spoken of in one sentence, or the teller says "ma fille". */
export function checkParents(subject: Subject): Problem[] {
  const { words } = subject.reading;
  const places = placesIn(subject);
  const sentencesOf = (leaf: TargetLeaf, mine: readonly string[]): ReadonlySet<number> => {
    const said = new Set(places(leaf).map((place) => words[place.from]!.sentence));
    if (isTeller(words, String(leaf.value), subject.sharedFirstWords)) for (const hit of findForms(mine, words)) said.add(words[hit.from]!.sentence);
    if (mine === MY_CHILD && places(leaf).some((place) => isAddressed(words, place))) for (const hit of findForms(YOUR_CHILD, words)) said.add(words[hit.from]!.sentence);
    return said;
  };
  return subject.leaves.flatMap((leaf) => {
    const child = leaf.key === 'parent_nom' ? leaf.owner.leaves.find((other) => other.key === 'nom') : undefined;
    if (!child) return [];
    const other = otherParent(words, child, leaf, subject.leaves);
    if (other !== undefined)
      return [refuse('relation-changed', `${String(child.value)} est dit l'enfant de ${other}, et non de ${String(leaf.value)} : corrigez.`, { path: leaf.path })];
    // Real statements tell whose they are in ways of their own.
    if (subject.judged.stratum === undefined) return [];
    const parents = sentencesOf(leaf, MY_CHILD);
    if (
      [...sentencesOf(child, MY_PARENT)].some((sentence) => parents.has(sentence)) ||
      isTheirParent(words, places(leaf), child, subject.leaves) ||
      isTheirChild(subject, places(leaf), places(child)) ||
      isTellersSibling(subject, leaf, places(child))
    )
      return [];
    return [refuse('relation-missing', `On ne sait pas de qui ${String(child.value)} est l'enfant : dites que c'est celui de ${String(leaf.value)}.`, { path: leaf.path })];
  });
}

/** Whose child one is said to be of whom the target does not say it. */
export function untoldParents(subject: Subject): Problem[] {
  if (subject.judged.stratum === undefined) return [];
  const { words } = subject.reading;
  const places = placesIn(subject);
  const people = subject.leaves.filter((leaf) => leaf.key === 'nom' && leaf.kind === 'name' && leaf.owner.path !== subject.judged.pack.lexicon.subject);
  const isOf = (hits: readonly Occurrence[], before: TargetLeaf, behind: TargetLeaf): boolean =>
    hits.some((hit) => places(before).some(({ to }) => to === hit.from) && places(behind).some(({ from }) => from === hit.to));
  const [child, parent, has] = [findForms(CHILD_OF, words), findForms(PARENT_OF, words), findForms(HAS_CHILD, words)];
  return people.flatMap((leaf) => {
    if (!subject.judged.pack.lexicon.leaves.has(leaf.pattern.replace(/nom$/, 'parent_nom')) || leaf.owner.leaves.some(({ key }) => key === 'parent_nom')) return [];
    const told = people.find(
      (other) => other.owner !== leaf.owner && other.value !== leaf.value && (isOf(child, leaf, other) || isOf(parent, other, leaf) || isOf(has, other, leaf)),
    );
    return told
      ? [refuse('fact-not-in-target', `${String(leaf.value)} est dit l'enfant de ${String(told.value)} : les faits donnés ne le disent pas. Retirez-le.`, { path: leaf.path })]
      : [];
  });
}
const PARENT_OF: readonly string[] = ['mere|pere|parent de|d', 'elle|lui meme mere|pere de|d', 'la|le mere|pere de|d'];
const HAS_CHILD: readonly string[] = [
  'a|avait|laisse un|une fils|fille|enfant',
  'a|avait elle|lui meme un|une fils|fille',
  'et son|sa fils|fille',
  'qui a|avait un|une fils|fille',
  'dont le|la fils|fille',
];

/** "Jean-Pierre vous contacte. … Son père, Christian": where the target has no other grandchild or nephew, it is theirs. */
const isTheirParent = (words: readonly Word[], named: readonly Occurrence[], child: TargetLeaf, leaves: readonly TargetLeaf[]): boolean =>
  leaves.filter(({ key, pattern }) => key === 'parent_nom' && pattern === child.pattern.replace(/nom$/, 'parent_nom')).length === 1 &&
  findForms(THEIR_PARENT, words).some((hit) => named.some(({ from }) => from === hit.to));
const THEIR_PARENT: readonly string[] = ['son|sa pere|mere', 'son|sa pere|mere c est', 'son|sa pere|mere a lui|elle c est', 'son|sa pere|mere a lui|elle est'];

/** "Ma sœur, Anne, est décédée. Sa fille, Emma": hers who was named last, in the sentence before. */
const isTheirChild = ({ reading: { words }, leaves, sharedFirstWords }: Subject, parents: readonly Occurrence[], children: readonly Occurrence[]): boolean =>
  findForms(THEIR_CHILD, words).some((hit) => {
    if (!children.some(({ from }) => from === hit.to)) return false;
    const before = parents.filter(({ to }) => to <= hit.from).at(-1);
    // "Son propre fils, Adam": of the one whom the whole text is about.
    const isOwn = words[hit.from + 1]!.fold === 'propre' || !/^(?:sa|son|leur)$/.test(words[hit.from]!.fold);
    if (!before || (!isOwn && words[hit.from]!.sentence - words[before.from]!.sentence > 1)) return false;
    return !leaves.some(
      (leaf) =>
        leaf.kind === 'name' &&
        leaf.owner.entity?.kind === 'person' &&
        nameOccurrences(words, wordsOf(String(leaf.value)), sharedFirstWords).some(({ from, to }) => from >= before.to && to <= hit.from),
    );
  });
const THEIR_CHILD: readonly string[] = [
  'sa|son|leur fille|fils|enfant',
  'sa|son propre fille|fils',
  'ce|cette dernier|derniere a|avait un|une fille|fils',
  'ce|cette dernier|derniere a|avait elle|lui meme un|une fille|fils',
  'celui|celle ci a|avait un|une fille|fils',
  'celui|celle ci a|avait elle|lui meme un|une fille|fils',
];

/** "Ma sœur, Véronique", of one who has the same parent. */
const isTellersSibling = (subject: Subject, parent: TargetLeaf, children: readonly Occurrence[]): boolean =>
  findForms(MY_SIBLING, subject.reading.words).some((hit) => children.some(({ from }) => from === hit.to)) &&
  subject.leaves.some((other) => other !== parent && other.pattern === parent.pattern && other.value === parent.value && ownerTells(subject, other.owner));
const MY_SIBLING: readonly string[] = ['ma|mon|notre soeur|frere', 'ma|mon|notre petite|petit|grande|grand soeur|frere', 'ma|mon soeur|frere c est'];

const CHILD_OF: readonly string[] = ['fils|fille|enfant de|d|du', 'le|la fils|fille de|d'];
/** "Paulette, fille de Christian" where the target has her another's: whose the text says. */
function otherParent(words: readonly Word[], child: TargetLeaf, parent: TargetLeaf, leaves: readonly TargetLeaf[]): string | undefined {
  const named = nameOccurrences(words, wordsOf(String(child.value)), new Set());
  const said = findForms(CHILD_OF, words)
    .filter((hit) => named.some((place) => place.to === hit.from))
    .map((hit) => words.slice(hit.to, hit.to + 3).map((word) => word.fold));
  const isSaid = (name: string): boolean => said.some((behind) => wordsOf(name).every((word, i) => behind[i] === word));
  if (said.length === 0 || isSaid(String(parent.value))) return undefined;
  return leaves.find((leaf) => leaf.kind === 'name' && leaf !== child && isSaid(String(leaf.value)))?.value as string | undefined;
}
