import { rememberedOf, type EntityForms, type Form, type Kinship } from '@case-swarm/schema';
import type { Binding } from '../binding/bind.ts';
import { candidatesOf } from '../binding/places.ts';
import { overlaps, type Place } from '../binding/score.ts';
import { isFirstName } from '../reading/first-names.ts';
import { begunIn, findForms } from '../reading/forms.ts';
import { endsInQuestion, startsSentence, type Word } from '../reading/words.ts';
import { holds, type Owner, type Subject } from '../subject.ts';
import { canBeWeighed } from './likeness.ts';

/** A sentence that tells no fact of the target, or a clause of one that tells some elsewhere. */
export interface Untold extends Place {
  readonly isWhole: boolean;
  /** Its words folded, or one of the marks below. */
  readonly tokens: readonly string[];
}

const FIGURE = '§0';
const NAME = '§N';
/** What the target speaks of too: a thing of it, or a word that tells one of its facts. */
const HELD = '§H';
/** Who is whose: relatives are read by a check of their own. */
const KIN = '§K';

/** Sentences of a text that tell no fact of its target, and such clauses of the others; questions and tasks ("Voir qui paie") state nothing. */
export function untoldOf(subject: Subject, binding: Binding): Untold[] {
  const { reading, judged } = subject;
  const { words } = reading;
  const states = ({ from }: Place): boolean => !endsInQuestion(reading, from) && !judged.dictionary.tags(words[from]!.lower).includes(INFINITIVE);
  const isUntold = (part: Place): boolean => !binding.bound.some(({ place }) => overlaps(place, part)) && !countsHeld(subject, part);
  const untold = partsIn(words, { from: 0, to: words.length }, (at) => startsSentence(words, at))
    .filter(states)
    .flatMap((sentence) =>
      isUntold(sentence)
        ? [{ ...sentence, isWhole: true }]
        : partsIn(words, sentence, (at) => words[at]!.clause !== words[at - 1]!.clause)
            .filter(isUntold)
            .map((clause) => ({ ...clause, isWhole: false })),
    )
    // Marks only take words away: where too few are left before, none need be made.
    .filter(({ from, to, isWhole }) => canBeWeighed({ tokens: words.slice(from, to).map(({ fold }) => fold), isWhole }));
  if (untold.length === 0) return [];
  const marks = marksOf(subject, binding);
  return untold.map((part) => ({ ...part, tokens: words.slice(part.from, part.to).map(({ fold }, k) => marks.get(part.from + k) ?? fold) }));
}
const INFINITIVE = 'W';

/** A place's parts, each but the first beginning with a word that `starts` one. */
function partsIn(words: readonly Word[], { from, to }: Place, starts: (at: number) => boolean): Place[] {
  const heads = words.slice(from, to).flatMap((_, k) => (k === 0 || starts(from + k) ? [from + k] : []));
  return heads.map((head, i) => ({ from: head, to: heads[i + 1] ?? to }));
}

/** "Elle a fait trois donations de son vivant", of one who made three: it announces them. */
function countsHeld({ owners, figures, reading: { words } }: Subject, { from, to }: Place): boolean {
  if (to - from > ANNOUNCING) return false;
  return figures.some(
    ({ kind, value, ...figure }) =>
      kind === 'number' &&
      figure.from >= from &&
      figure.to < to &&
      owners.some(({ entity }) => entity?.kind === 'thing' && isCounted(entity, value, owners) && findForms(entity.heads, words).some((head) => head.from === figure.to)),
  );
}
/** Words of a sentence that does no more than announce. */
const ANNOUNCING = 10;
const isCounted = (entity: EntityForms, value: number, owners: readonly Owner[]): boolean => value > 1 && owners.filter((owner) => owner.entity === entity).length === value;

/** Marks in place of words, by the words' indices; the later of two stands. */
function marksOf(subject: Subject, binding: Binding): ReadonlyMap<number, string> {
  const { judged, reading, knownWords, leaves } = subject;
  const { words } = reading;
  const marks = new Map<number, string>();
  const mark = (places: readonly Place[], as: string): void => {
    for (const { from, to } of places) for (let at = from; at < to; at++) marks.set(at, as);
  };
  const { kinship } = judged.pack.lexicon;
  if (kinship) mark(findForms(kinFormsOf(kinship), words), KIN);
  for (const forms of heldForms(subject)) mark(findForms(forms, words), HELD);
  mark(binding.heads, HELD);
  for (const leaf of leaves) mark(candidatesOf(subject, leaf), HELD);
  words.forEach(({ text, fold, lower }, at) => {
    if (/^\d/.test(text)) return marks.set(at, FIGURE);
    if (!/^\p{Lu}/u.test(text)) return;
    if (knownWords.has(fold) || isFirstName(lower) || (!startsSentence(words, at) && judged.dictionary.tags(lower).length === 0)) marks.set(at, NAME);
  });
  return marks;
}

/** Forms by which a text speaks of what the target has: what announces its values, its things by their sorts, what it lets be claimed. */
function* heldForms(subject: Subject): Generator<readonly Form[]> {
  const { leaves, owners, judged, reading } = subject;
  for (const { forms } of leaves) if (forms) yield forms.cues;
  for (const { entity } of owners) if (entity) yield entity.heads;
  for (const { forms, supports } of begunIn(judged.pack.lexicon.claims, reading.words))
    if (findForms(forms, reading.words).length > 0 && supports.some((support) => holds(subject, support))) yield forms;
}

/** All words that say who is whose, or who has died. */
const kinFormsOf = rememberedOf(({ theirs, mine, links, death }: Kinship): readonly Form[] => {
  const tables = [theirs, ...Object.values(mine), links];
  return [...new Set([...tables.flatMap((table) => table.flatMap(([own]) => own)), ...death.before, ...death.after])];
});
