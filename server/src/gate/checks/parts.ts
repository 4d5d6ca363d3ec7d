import { placesIn } from '../kin/titles.ts';
import { findForms, isNegated } from '../reading/forms.ts';
import { endsInQuestion } from '../reading/words.ts';
import { holds, isSubjectName, type Subject, type TargetLeaf } from '../subject.ts';
import { refuse, type Problem } from '../verdict.ts';

/** "Luc est aussi légataire", of whom no legacy of the target is. */
export function checkParts(subject: Subject): Problem[] {
  const { parts } = subject.judged.pack.lexicon;
  if (!parts) return [];
  const { words, text } = subject.reading;
  const places = placesIn(subject);
  const people = new Map(subject.leaves.flatMap((leaf) => (leaf.key === 'nom' && leaf.kind === 'name' ? [[String(leaf.value), leaf] as const] : [])));
  return parts.flatMap(({ forms, names, orHolds, orSubject }) => {
    if (orHolds?.some((support) => holds(subject, support))) return [];
    const isSubjectToo = orSubject?.some((support) => holds(subject, support)) === true;
    const named = new Set(subject.leaves.flatMap((leaf) => (names.includes(leaf.pattern) || (isSubjectToo && isSubjectName(subject, leaf.value)) ? [String(leaf.value)] : [])));
    for (const hit of findForms(forms, words)) {
      if (isNegated(words, hit.from, hit.to, hit.negative) || isAsked(subject, hit.from)) continue;
      const other = [...people].find(([name, leaf]) => !named.has(name) && isSaidOf(subject, leaf, hit.from, places));
      if (!other) continue;
      return [
        refuse('fact-not-in-target', `« ${text.slice(hit.start, hit.end)} » est dit de ${other[0]} : les faits donnés ne le disent pas. Retirez-le.`, {
          span: [hit.start, hit.end],
        }),
      ];
    }
    return [];
  });
}

/** The name stands right before the predicate, in its clause. */
function isSaidOf({ reading: { words } }: Subject, leaf: TargetLeaf, at: number, places: ReturnType<typeof placesIn>): boolean {
  // "Yves l'a gratifié": another is.
  if (['a', 'avait'].includes(words[at - 1]?.fold ?? '') && ['l', 'les'].includes(words[at - 2]?.fold ?? '')) return false;
  return places(leaf).some(
    ({ from, to }) =>
      to <= at &&
      at - to <= REACH &&
      words[from]!.clause === words[at]!.clause &&
      words.slice(to, at).every(({ fold }) => BETWEEN.has(fold)) &&
      !GOVERNED.has(words[from - 1]?.fold ?? ''),
  );
}
const REACH = 5;
const BETWEEN = new Set(
  'est etait sera a avait aussi egalement lui elle ete la le l seul seule unique deja bien en designe designee institue instituee nomme nommee qui y encore toujours tout toute'.split(
    ' ',
  ),
);
/** "La fille de Luc est légataire": not Luc; "un bien que Luc avait reçu par donation": the thing. */
const GOVERNED = new Set(['de', 'd', 'du', 'a', 'avec', 'par', 'pour', 'contre', 'chez', 'que', 'qu']);

const isAsked = ({ reading }: Subject, at: number): boolean =>
  endsInQuestion(reading, at) || reading.words.some(({ sentence, fold }) => sentence === reading.words[at]!.sentence && fold === 'si');
