import { isPlain } from '../binding/heads.ts';
import type { Place } from '../binding/score.ts';
import { isUnreal } from '../reading/factuality.ts';
import { findForms, isNegated, isWithin, type FormHit } from '../reading/forms.ts';
import { reportsSpeech } from '../reading/reports.ts';
import { musingSentences } from '../reading/musings.ts';
import { titleEnd } from '../reading/title.ts';
import { endsInQuestion } from '../reading/words.ts';
import type { Subject, TargetLeaf } from '../subject.ts';
import { isTellersFriend, isTellersKin } from '../kin/words.ts';
import { refuse, type Problem } from '../verdict.ts';

/**
 * The closed world of codes: where a target holds one code of a closed list, a text that tells another one of that list
 * says something else ("a renoncé, puis a accepté"), unless the words belong to something that the target does hold.
 */
export function checkCodes(subject: Subject): Problem[] {
  const { words, text } = subject.reading;
  const byPattern = new Map<string, TargetLeaf[]>();
  for (const leaf of subject.leaves) if (leaf.kind === 'code' && leaf.forms?.exclusive) byPattern.set(leaf.pattern, [...(byPattern.get(leaf.pattern) ?? []), leaf]);
  if (byPattern.size === 0) return [];
  const held = heldWords(subject);
  // Of a long form one end may be another fact's word ("à concurrence de l'actif net").
  const isHeld = ({ from, to }: Place): boolean => held.has(from) || (to - from <= 2 && held.has(to - 1));
  const body = titleEnd(text);
  const reported = reportsSpeech(subject.judged, words);
  const mused = musingSentences(subject.judged, subject.reading);
  const problems: Problem[] = [];
  for (const leaves of byPattern.values()) {
    const { codes, exclusive, mildly, label } = leaves[0]!.forms!;
    const own = leaves.flatMap((leaf) => findForms(codes![String(leaf.value)] ?? [], words));
    const mild = leaves.flatMap((leaf) => findForms(mildly?.[String(leaf.value)] ?? [], words));
    // "Accepté à concurrence de l'actif net" begins as the plain acceptance does, and goes on to be another.
    const isOwn = (place: FormHit): boolean => {
      // "Était veuf d'Anne" is more than "veuf d'Anne", of the husband whom she left.
      const near = own.filter((told) => words[told.from]!.clause === words[place.from]!.clause && !(told.from > place.from && isWithin(told, [place])));
      return near.length > 0 && !(near.every((told) => told.to <= place.from) && near.some((told) => place.from - told.to <= 1));
    };
    for (const code of exclusive!) {
      if (leaves.some((leaf) => leaf.value === code)) continue;
      const hit = findForms(codes![code]!, words).find(
        (place) =>
          place.start >= body &&
          !mused.has(words[place.from]!.sentence) &&
          !isOwn(place) &&
          isPlain(leaves[0]!, words, place) &&
          !isHeld(place) &&
          !isWithin(place, mild) &&
          !isNegated(words, place.from, place.to, place.negative) &&
          !isUnreal(words, place.from, reported) &&
          !isAskedWhether(subject, place) &&
          // "Jeanne, sa tante", of a child's: the target has her as the sister that she is.
          !(leaves[0]!.key === 'lien' && (isTellersKin(subject, place) || isTellersFriend(words, place))),
      );
      if (hit)
        problems.push(
          refuse('other-code', `« ${text.slice(hit.start, hit.end)} » dit autre chose que ce qui est donné (${label}) : corrigez ou retirez-le.`, {
            path: leaves[0]!.path,
            span: [hit.start, hit.end],
          }),
        );
    }
  }
  return problems;
}

/** "Est-ce qu'Éric garde tout dans la communauté ?" */
const isAskedWhether = ({ reading }: Subject, { from }: Place): boolean =>
  endsInQuestion(reading, from) && findForms(WHETHER, reading.words).some((hit) => hit.to <= from && reading.words[hit.from]!.clause === reading.words[from]!.clause);
const WHETHER: readonly string[] = ['est ce que|qu'];

/** Words that tell something the target holds: forms of its values, cues of its leaves, names and texts. */
function heldWords(subject: Subject): ReadonlySet<number> {
  const { words } = subject.reading;
  const held = new Set<number>();
  const hold = (forms: readonly string[] | undefined): void => {
    for (const { from, to } of findForms(forms ?? [], words)) for (let i = from; i < to; i++) held.add(i);
  };
  for (const { forms, value } of subject.leaves) {
    if (!forms) continue;
    hold(forms.codes?.[String(value)]);
    hold(forms.cues);
    if (typeof value === 'boolean') {
      hold(forms.yes);
      hold(forms.no);
    }
  }
  words.forEach((word, i) => {
    if (subject.knownWords.has(word.fold)) held.add(i);
  });
  return held;
}
