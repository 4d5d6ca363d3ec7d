import { codeHits, isToldOften } from '../binding/heads.ts';
import { findForms } from '../reading/forms.ts';
import type { Subject, TargetLeaf } from '../subject.ts';
import { refuse, type Problem } from '../verdict.ts';
import { describe } from './grounding.ts';

/** One thing, in the plural or with an s of its own. */
const ALWAYS_PLURAL = new Set([
  'titres',
  'meubles',
  'bijoux',
  'terres',
  'parts',
  'actions',
  'placements',
  'fonds',
  'bois',
  'liquidites',
  'vignes',
  'pres',
  'sas',
  'murs',
  'frais',
  'obseques',
]);

/** "Un don manuel à Olivier et un autre à Brigitte". */
const ANOTHER: readonly string[] = ['un|une autre a|au|aux|pour|de|d', 'un|une second|seconde|deuxieme a|au|aux|pour|de|d', 'celle|celui de|d|du'];

/**
 * Two bank accounts are not told by one: where several things of a list are of one sort, the text speaks of that sort as
 * often, in the plural, or with a number.
 */
export function checkItems(subject: Subject): Problem[] {
  const { words } = subject.reading;
  const bySort = new Map<string, TargetLeaf[]>();
  for (const leaf of subject.leaves) {
    const { entity } = leaf.owner;
    if (leaf.kind !== 'code' || entity?.kind !== 'thing' || leaf.pattern !== `${entity.owner}.type`) continue;
    const key = `${leaf.pattern}=${String(leaf.value)}`;
    bySort.set(key, [...(bySort.get(key) ?? []), leaf]);
  }
  return [...bySort.values()].flatMap((leaves) => {
    const leaf = leaves[0]!;
    if (leaves.length < 2) return [];
    const hits = codeHits(leaf, words);
    // "Portefeuille de titres" is one place, though "titres" alone would tell it too.
    const places = new Set(hits.filter((hit) => !hits.some((other) => other.from < hit.from && hit.from - other.to <= 1)).map((hit) => hit.from));
    const first = Math.min(...places);
    const others = findForms(ANOTHER, words).filter((hit) => hit.from > first).length;
    const several = hits.some((hit) => /[sx]$/.test(words[hit.from]!.fold) && !ALWAYS_PLURAL.has(words[hit.from]!.fold)) || hits.some(({ from }) => isToldOften(words, from));
    if (several || places.size === 0 || places.size + others >= leaves.length) return [];
    return [refuse('item-missing', `Le texte n'en dit pas ${leaves.length}, mais ${places.size} : ${describe(leaf)}. Parlez de chacun.`, { path: leaves.at(-1)!.path })];
  });
}
