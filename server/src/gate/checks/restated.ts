import type { Binding } from '../binding/bind.ts';
import { fitsBirth } from '../binding/places.ts';
import { HEAD_BEHIND, SAME_SENTENCE, Scorer } from '../binding/score.ts';
import type { Figure } from '../reading/figures.ts';
import { endsInQuestion, type Word } from '../reading/words.ts';
import type { Subject, TargetLeaf } from '../subject.ts';

/** Nobody and nothing here is older, in years. */
export const OLDEST = 150;

/**
 * Whether a figure that proves nothing tells again what the target holds: of its own owner, as something known ("les
 * 38 000 €"), in a question, or in the same breath. Of another it is borrowed: "le capital est de 27 000 €", which are the
 * flat's.
 */
export function isRestated(subject: Subject, binding: Binding, figure: Figure): boolean {
  const same = subject.leaves.filter((leaf) => tells(leaf, figure));
  if (same.length === 0) return false;
  const { words, text } = subject.reading;
  // Real statements show how they reckon: "(1 200 € × 60 mois)".
  if (subject.judged.stratum === undefined && isReckoned(text, figure)) return true;
  if (KNOWN.has(words[figure.from - 1]?.fold ?? '') || isOfSomethingKnown(words, figure)) return true;
  if (endsInQuestion(subject.reading, figure.from)) return true;
  if (subject.figures.some((other) => other.value === figure.value && other.iso === figure.iso && (isEcho(words, figure, other) || isEcho(words, other, figure)))) return true;
  const isKnownLater = subject.figures.some((other) => other.iso !== undefined && other.iso === figure.iso && other.from > figure.from && isOfSomethingKnown(words, other));
  const scorer = new Scorer(subject, binding.heads);
  return same.some((leaf) => {
    const head = scorer.headScore(figure, leaf.owner.path, same);
    const isAnnounced = scorer.score(figure, leaf, same) > head;
    if (leaf.owner.entity === undefined) return isAnnounced;
    // "Il a fait en 1996 une donation … La donation de 1996": the second may have been taken for the proof.
    return head >= (isKnownLater ? HEAD_BEHIND : SAME_SENTENCE) && isAnnounced;
  });
}

/** The same value; of a date its year too, and of years no century. */
const tells = (leaf: TargetLeaf, figure: Figure): boolean => {
  const { kind, value, iso } = figure;
  return (
    fitsBirth(figure, leaf) && ((leaf.value === value && kind !== 'number' && (kind !== 'years' || value <= OLDEST)) || (iso !== undefined && String(leaf.value).startsWith(iso)))
  );
};

function isReckoned(text: string, { start, end }: Figure): boolean {
  const before = text.slice(Math.max(0, start - RECKONED_REACH), start).trimEnd();
  const next = text.slice(end, end + 4).trimStart();
  return before.lastIndexOf('(') > before.lastIndexOf(')') || OPERATORS.has(before.at(-1) ?? '') || OPERATORS.has(next[0] ?? '') || /correspond(?:ant|ent)? à$/.test(before);
}
const OPERATORS = new Set(['×', '*', '=', '+', '−', '-']);
const RECKONED_REACH = 40;

/** "Le contrat de 2019". */
const isOfSomethingKnown = (words: readonly Word[], { from, kind }: Figure): boolean =>
  kind === 'date' && words[from - 1]?.fold === 'de' && ['le', 'la', 'l', 'au', 'du', 'son', 'sa'].includes(words[from - 3]?.fold ?? '');

/** "Les 38 000 €", "ces 36 mois". */
const KNOWN = new Set(['les', 'ces', 'ses', 'cette', 'ce', 'ceux', 'celle', 'lesdits']);
/** "Dix mois, vous m'entendez, dix mois !", "à 79 ans. À 79 ans !" */
const isEcho = (words: readonly Word[], { from }: Figure, before: Figure): boolean =>
  before.to <= from && from - before.to <= ECHO && (words[before.from]!.sentence === words[from]!.sentence || (words[from - OPENING]?.sentence ?? -1) < words[from]!.sentence);
/** Words between a figure and its echo, and words that may open a sentence before it. */
const ECHO = 8;
const OPENING = 2;
