import type { Binding } from '../binding/bind.ts';
import type { Subject } from '../subject.ts';
import { canBeWeighed, featuresOf, likenessOf } from '../telling/likeness.ts';
import { untoldOf } from '../telling/untold.ts';
import { refuse, type Problem } from '../verdict.ts';

/**
 * A sentence that tells no fact of the target, or a clause beside some, that yet sounds like one ("Il boursicotait", "Le cabinet est estimé à part").
 * No list has them all; how facts sound and how asides do was learnt of some thousands of either (`pack.factWords`).
 * Real statements, which come without a stratum, explain as they go, and a neighbouring matter has facts of its own.
 */
export function inventedSentences(subject: Subject, binding: Binding): Problem[] {
  const { pack, stratum, hints, text } = subject.judged;
  const { factWords } = pack;
  if (!factWords || !stratum || hints.neighbour) return [];
  const { words } = subject.reading;
  return untoldOf(subject, binding).flatMap(({ from, to, ...untold }) => {
    if (!canBeWeighed(untold) || likenessOf(featuresOf(untold.tokens, factWords.classesOf), factWords) < factWords.thresholds[untold.isWhole ? 'sentence' : 'clause']) return [];
    const span = [words[from]!.start, words[to - 1]!.end] as const;
    return [refuse('fact-not-in-target', `« ${text.slice(...span)} » semble dire un fait qui n'est pas donné : retirez cette phrase, ou rattachez-la aux faits donnés.`, { span })];
  });
}
