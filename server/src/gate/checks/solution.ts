import type { Binding } from '../binding/bind.ts';
import { findForms } from '../reading/forms.ts';
import type { Subject } from '../subject.ts';
import { refuse, type Problem } from '../verdict.ts';

/** Verbs by which a clause settles what someone will get or pay. */
const SETTLES: readonly string[] = [
  'recevra|recevront|recevrait',
  'aura|auront droit',
  'a|ont droit a',
  'touchera|toucheront',
  'heritera|heriteront',
  'obtiendra|obtiendront',
  'revient|reviennent|reviendra|reviendront a',
  'devra|devront|devrez|faudra ... payer|regler',
  'reserve hereditaire est|sera',
  'quotite disponible est|sera',
];
/** A tax of this succession: a figure behind it is worked out, whatever else has that value. */
const TAXES: readonly string[] = ['droits a payer|regler sont|seront', 'droits a payer|regler s elevent', 'droits de succession sont|seront', 'droits de succession s elevent'];
const OPENS_QUESTION = new Set([
  'combien',
  'quelle',
  'quelles',
  'quel',
  'quels',
  'comment',
  'est',
  'si',
  'calculez',
  'determinez',
  'liquidez',
  'etablissez',
  'precisez',
  'que',
  'qui',
  'quoi',
]);

/** An affirmative clause that gives an heir a share, a sum or a tax of this succession that no leaf holds. */
export function checkSolution(subject: Subject, binding: Binding): Problem[] {
  const { words, text } = subject.reading;
  const taxes = subject.leaves.some((leaf) => leaf.value === 'IMPOT_SUCCESSION') ? [] : findForms(TAXES, words);
  const hits = [...findForms(SETTLES, words), ...taxes].filter((hit) => {
    const sentence = words[hit.from]!.sentence;
    const first = words.findIndex((word) => word.sentence === sentence);
    let last = hit.to - 1;
    while (words[last + 1]?.sentence === sentence) last++;
    if (/^\s*\?/.test(text.slice(words[last]!.end, words[last]!.end + 3)) || OPENS_QUESTION.has(words[first]!.fold)) return false;
    return subject.figures.some(
      (figure, index) =>
        (figure.kind === 'ratio' || figure.kind === 'amount') &&
        words[figure.from]!.sentence === sentence &&
        figure.from >= hit.to - 1 &&
        !subject.leaves.some((leaf) => leaf.key === 'droits_payes' && leaf.value === figure.value) &&
        (taxes.includes(hit) || !binding.spentFigures.has(index)),
    );
  });
  return hits
    .slice(0, 1)
    .map((hit) =>
      refuse('solution', `« ${text.slice(hit.start, hit.end)} … » donne la solution : dites la situation, pas ce que chacun recevra ou paiera.`, { span: [hit.start, hit.end] }),
    );
}
