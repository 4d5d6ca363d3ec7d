import { printedDate, grouped, plainCode } from '@case-swarm/schema';
import type { Binding } from '../binding/bind.ts';
import type { Subject, TargetLeaf } from '../subject.ts';
import { refuse, type Problem } from '../verdict.ts';

/** Each leaf has a place that proves it, and no two values could be exchanged. */
export function checkGrounding({ reading }: Subject, binding: Binding): Problem[] {
  const missing = binding.missing.map((leaf) =>
    refuse('fact-missing', `Ce fait n'est pas dit, ou pas de façon certaine : ${describe(leaf)}. Dites-le en toutes lettres.`, { path: leaf.path }),
  );
  const exchanged = binding.exchangeable.map(([a, b]) =>
    refuse('ambiguous-owner', `On ne sait pas à qui va chaque valeur : ${describe(a.leaf)}, et ${describe(b.leaf)}. Rapprochez chaque valeur de ce dont elle parle.`, {
      path: a.leaf.path,
    }),
  );
  const misplaced = binding.misplaced.map(({ leaf }) =>
    refuse('ambiguous-owner', `Ce fait est dit d'un autre : ${describe(leaf)}. Rapprochez-le de ce dont il parle.`, { path: leaf.path }),
  );
  const contradicted = binding.contradicted.map(({ leaf, place }) =>
    refuse('contradiction', `Le texte dit aussi le contraire : ${describe(leaf)}. Gardez une seule version.`, {
      path: leaf.path,
      span: [reading.words[place.from]!.start, reading.words[place.to - 1]!.end],
    }),
  );
  return [...missing, ...exchanged, ...misplaced, ...contradicted];
}

export function describe(leaf: TargetLeaf): string {
  const label = leaf.forms?.label ?? leaf.key.replaceAll('_', ' ');
  const value =
    leaf.kind === 'code'
      ? plainCode(leaf.forms, String(leaf.value))
      : typeof leaf.value === 'boolean'
        ? leaf.value
          ? 'oui'
          : 'non'
        : leaf.kind === 'date'
          ? printedDate(String(leaf.value))
          : typeof leaf.value === 'number'
            ? grouped(leaf.value)
            : leaf.value;
  return `${label} « ${value} »`;
}
