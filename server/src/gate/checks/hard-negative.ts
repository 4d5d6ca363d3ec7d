import { MONTHS } from '@case-swarm/schema';
import type { Figure } from '../reading/figures.ts';
import { findForms, isNegated, isWithin } from '../reading/forms.ts';
import { fold } from '../reading/words.ts';
import type { Subject } from '../subject.ts';
import { wordsOf } from '../subject.ts';
import { refuse, type Problem } from '../verdict.ts';

const DEATH = ['deced*|deces', 'mort|morte|morts', 'meurt|mourir|mourut', 'defunt|defunte', 'cujus', 'nous a quittes', 's est eteint|eteinte', 'laisse un|une|des|deux|trois|pour'];
/** "Je vous laisse un message". */
const NO_DEATH = ['laisse un message|mot|leg|legs'];

/** "Morte un 24 juin, mais de quelle année": the day and month of a date, or its year, told alone. */
export function isPartOfDate({ reading: { words } }: Subject, figure: Figure, date: string | number | boolean): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(String(date)) ?? [];
  if (year === undefined) return false;
  return figure.iso === year || (figure.value === Number(day) && words[figure.to]?.fold === fold(MONTHS[Number(month) - 1]!));
}

const isToldApart = (subject: Subject, date: string | number): boolean => {
  const parts = subject.figures.filter((figure) => isPartOfDate(subject, figure, date));
  return parts.some(({ iso }) => iso !== undefined) && parts.some(({ iso }) => iso === undefined);
};

/** The hint is honoured: unclear, omitted, contested, off scope. */
export function checkHardNegative(subject: Subject): Problem[] {
  const { hints, pack } = subject.judged;
  const { words } = subject.reading;
  const problems: Problem[] = [];
  if (hints.unclear) {
    const noDeath = findForms(NO_DEATH, words);
    const hit = findForms(DEATH, words).find((place) => !isNegated(words, place.from, place.to) && !isWithin(place, noDeath));
    if (hit)
      problems.push(
        refuse('hint-death-clear', `« ${subject.reading.text.slice(hit.start, hit.end)} » dit le décès alors qu'il doit rester incertain.`, { span: [hit.start, hit.end] }),
      );
  }
  if (hints.contested) {
    for (const value of hints.contested.values) {
      const told =
        typeof value === 'boolean' ||
        subject.figures.some((figure) => figure.value === value || figure.iso === value) ||
        isToldApart(subject, value) ||
        (typeof value === 'string' && wordsOf(value).every((word) => words.some((other) => other.fold === word)));
      if (!told) problems.push(refuse('hint-version-missing', `Les deux versions doivent être dites : il manque « ${String(value)} » pour ${hints.contested.label}.`));
    }
  }
  if (hints.neighbour) {
    const trap = pack.hardNegatives[hints.mode ?? ''];
    const matter = trap?.kind === 'off-scope' ? trap.matters.find((item) => item.id === hints.neighbour!.id) : undefined;
    if (matter && findForms(matter.forms, words).length === 0) problems.push(refuse('hint-matter-missing', `Le texte doit parler de ceci : ${matter.label}.`));
  }
  return problems;
}
