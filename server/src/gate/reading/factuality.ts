import { rememberedOf, type Form } from '@case-swarm/schema';
import { DENIALS, findForms } from './forms.ts';
import type { Word } from './words.ts';

/** Under these a thing was wished, feared or imagined; it is no evidence that it was done. */
const UNREAL = new Set(
  'voulait voulais voulaient voulu envisageait envisagait envisageaient envisage envisagent failli comptait comptaient esperait projetait projette pensait promis promettait intention projet revait hesitait hesite hesitent si'.split(
    ' ',
  ),
);
const CONDITIONAL = new Set(['aurait', 'auraient']);

/** @param reported whether the text reports another's words: then the conditional reports, it does not imagine */
export function isUnreal(words: readonly Word[], from: number, reported = false): boolean {
  if (isOwed(words, from) || isDoubted(words, from)) return true;
  for (let i = from - 1, steps = 0; i >= 0 && steps < 8; i--, steps++) {
    const word = words[i]!;
    if (word.clause !== words[from]!.clause) return false;
    // "Si bien qu'une licitation est prévue" tells what came of it.
    if (word.fold === 'si' && words[i + 1]?.fold === 'bien' && /^qu/.test(words[i + 2]?.fold ?? '')) continue;
    // "Même si elle a été acquise pendant le mariage" grants it.
    if (word.fold === 'si' && words[i - 1]?.fold === 'meme') continue;
    // "Comme si la donation n'avait jamais eu lieu" knows that it had.
    if (word.fold === 'si' && words[i - 1]?.fold === 'comme' && isDeniedIn(words, i)) continue;
    if (UNREAL.has(word.fold) || (!reported && CONDITIONAL.has(word.fold))) return true;
  }
  return false;
}

const isDeniedIn = (words: readonly Word[], at: number): boolean => words.some(({ fold, clause }, i) => i > at && clause === words[at]!.clause && DENIALS.has(fold));

/** "Je dois accepter ?", "a-t-elle intérêt à renoncer ?": what one has yet to do; "il a accepter" only lacks its accent. */
function isOwed(words: readonly Word[], at: number): boolean {
  if (!/^accept(?:er|e)$|^renonc(?:er|e)$/.test(words[at]!.fold) || words[at - 1]?.clause !== words[at]!.clause) return false;
  return DUTY.has(words[at - 1]!.fold) || (words[at]!.fold.endsWith('er') && (words[at - 1]!.lower === 'à' || ['on', 'peut', 'vraiment'].includes(words[at - 1]!.fold)));
}
const DUTY = new Set(['dois', 'doit', 'peut', 'peux', 'faut', 'devrait', 'devrais', 'puis', 'pourrait', 'pourrais']);

/** Over all that stands behind them in their sentence: "on ne sait pas si …", "il est faux que …". */
const DOUBTS: readonly Form[] = [
  'sait|sais|savons|savent|savait pas si|s',
  'sait|sais|savons|savent|savait pas trop|bien|encore|vraiment|meme si|s',
  'personne|nul ne|n sait|savait si|s',
  'ignore|ignorons|ignorent|ignorait si|s',
  'est|serait|etait faux que|qu',
  'pas vrai|exact que|qu',
  'crains|craint|craignons|craignent|craignait que|qu',
  'doute|doutons|doutent|doutait que|qu',
  'rumeur ... que|qu',
  'si jamais',
  'suppos* que|qu',
  'cas ou',
];
/** Over what stands before them. */
const DENIED_AFTER: readonly Form[] = ['c est faux', 'c est|etait pas vrai'];
/** Behind these the sentence goes on with what is so. */
const ON = new Set(['mais', 'car', 'puisque', 'cependant', 'pourtant']);

const doubtsOnce = rememberedOf(doubtedRanges);
/** Whether a word stands under a doubt. */
export const isDoubted = (words: readonly Word[], at: number): boolean => doubtsOnce(words).some(([from, to]) => at >= from && at < to);

function doubtedRanges(words: readonly Word[]): readonly (readonly [from: number, to: number])[] {
  const startOf = (at: number): number => words.findIndex(({ sentence }) => sentence === words[at]!.sentence);
  const endOf = (at: number): number => {
    const end = words.findIndex((word, i) => i >= at && (word.sentence !== words[at - 1]!.sentence || ON.has(word.fold)));
    return end < 0 ? words.length : end;
  };
  // "On m'a laissé entendre le contraire, et c'est faux": of what was told before it is the contrary that is denied.
  const deniedFrom = (at: number): number => {
    const contrary = words.findLastIndex(({ fold, sentence }, i) => i < at && sentence === words[at]!.sentence && fold === 'contraire');
    return contrary < 0 ? startOf(at) : contrary;
  };
  return [...findForms(DOUBTS, words).map(({ to }) => [to, endOf(to)] as const), ...findForms(DENIED_AFTER, words).map(({ from }) => [deniedFrom(from), from] as const)];
}
