import { findForms, isNegated } from '../reading/forms.ts';
import type { Word } from '../reading/words.ts';
import type { Subject } from '../subject.ts';
import { refuse, type Problem } from '../verdict.ts';

const WANTED = [
  'voulait|voulaient|voulais|souhaitait|souhaitaient|souhaitais|envisageait|envisageaient|comptait|comptaient|projetait|projetaient|esperait|esperaient|revait',
  'avait|avaient|avais l intention de|d',
  'avait|avaient|avais prevu de|d',
  'avait|avaient|avais promis de|d',
  'pensait|pensaient|pensais',
];
const ACTS = new Set(
  'faire donner leguer souscrire renoncer accepter vendre acheter consentir rediger signer etablir ecrire transmettre adopter epouser divorcer emprunter ceder opter'.split(' '),
);
/** An act's infinitive stands this close behind what wants it ("voulait encore lui donner"). */
const REACH = 3;

/**
 * "Il voulait faire un testament": an act that was only meant is no fact, and beside the same act done it leaves a reader
 * in doubt. What the target itself holds as a wish is told by its own leaf's forms.
 */
export function checkIntention(subject: Subject): Problem[] {
  const { words, text } = subject.reading;
  const held = new Set<number>();
  for (const { forms, value } of subject.leaves) {
    const own = typeof value === 'boolean' ? [forms?.yes, forms?.no] : [forms?.codes?.[String(value)]];
    for (const list of own) for (const { from } of findForms(list ?? [], words)) held.add(from);
  }
  return findForms(WANTED, words).flatMap((hit) => {
    if (held.has(hit.from) || isNegated(words, hit.from, hit.to)) return [];
    const act = words.findIndex((word, i) => i >= hit.to && i < hit.to + REACH && word.clause === words[hit.from]!.clause && ACTS.has(word.fold));
    if (act < 0 || meansWell(words, act)) return [];
    const end = words[act]!.end;
    return [refuse('only-intended', `« ${text.slice(hit.start, end)} » dit une intention : écrivez que c'est fait, ou retirez-le.`, { span: [hit.start, end] })];
  });
}

/** "Il voulait bien faire" names no act. */
const meansWell = (words: readonly Word[], act: number): boolean => words[act]!.fold === 'faire' && words[act - 1]!.fold === 'bien';
