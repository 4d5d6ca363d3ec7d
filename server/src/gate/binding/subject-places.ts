import { rememberedOf } from '@case-swarm/schema';
import { findForms, type FormHit } from '../reading/forms.ts';
import type { Subject } from '../subject.ts';

/** Where the one whom the case is about is spoken of without a name ("le défunt", "ma mère", of a child's). */
export const subjectPlaces = rememberedOf(findSubjectPlaces);

function findSubjectPlaces({ judged: { pack, stratum }, reading: { words } }: Subject): readonly FormHit[] {
  const { subjectForms, kinship } = pack.lexicon;
  const hits = findForms(subjectForms, words);
  const tables = kinship?.mine[stratum?.['persona'] ?? ''];
  if (!kinship || !tables || hits.length === 0) return hits;
  // "Mon père" of a grandchild's is another.
  const own = new Set<number>();
  const others = new Set<number>();
  for (const [forms, roles] of tables) for (const { from } of findForms(forms, words)) (roles.includes(kinship.death.role) ? own : others).add(from);
  return hits.filter(({ from, to }) => !others.has(to - 1) || own.has(to - 1) || own.has(from));
}
