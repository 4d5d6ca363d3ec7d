import { rememberedOf } from '@case-swarm/schema';
import { placesIn } from '../kin/titles.ts';
import { isSubjectName, type Subject } from '../subject.ts';
import type { Place } from './score.ts';

/** Behind "lui": what somebody does to or for another. */
const DOING = new Set(
  'a avait ai avais ont avaient aura aurait fait fit legue leguait laisse laissait donne donnait doit devait verse versait consent consentait remet remettait'.split(' '),
);
/** Sentences from a name to the pronoun. */
const REACH = 3;

/**
 * Where "lui" means somebody, by names: "Éliane occupe la maison. … Cécile lui avait fait un don manuel". It is the one named
 * last who is neither the deceased nor named in the same clause.
 */
export const indirectPlaces = rememberedOf(findIndirect);

function findIndirect(subject: Subject): ReadonlyMap<string, readonly Place[]> {
  const { words } = subject.reading;
  const out = new Map<string, Place[]>();
  const at = words.flatMap(({ fold }, i) => (fold === 'lui' && DOING.has(words[i + 1]?.fold ?? '') ? [i] : []));
  if (at.length === 0) return out;
  const places = placesIn(subject);
  const people = subject.leaves.filter(({ kind, key, owner }) => kind === 'name' && key === 'nom' && owner.entity?.kind === 'person');
  const named = people.flatMap((leaf) => (isSubjectName(subject, leaf.value) ? [] : places(leaf).map(({ from }) => ({ from, name: String(leaf.value) }))));
  for (const i of at) {
    const before = named.filter(({ from }) => from < i && words[i]!.sentence - words[from]!.sentence <= REACH && words[from]!.clause !== words[i]!.clause);
    const last = before.toSorted((a, b) => b.from - a.from)[0];
    if (last) out.set(last.name, [...(out.get(last.name) ?? []), { from: i, to: i + 1 }]);
  }
  return out;
}
