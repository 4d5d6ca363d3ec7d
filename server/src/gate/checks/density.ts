import type { Subject } from '../subject.ts';
import { refuse, type Problem } from '../verdict.ts';

const AMOUNTS: Record<string, readonly [number, number]> = { sans_montant: [0, 0], un_montant: [1, 1], plusieurs_montants: [2, 9], montants_et_dates: [2, 9] };

/** Distinct amounts and dates agree with what the stratum asks; contested values are not counted. */
export function checkDensity(subject: Subject): Problem[] {
  const { stratum, hints } = subject.judged;
  if (!stratum) return [];
  const contested: readonly (string | number | boolean)[] = hints.contested?.values ?? [];
  const amounts = new Set(subject.figures.filter((figure) => figure.kind === 'amount' && !contested.includes(figure.value)).map((figure) => figure.value));
  const dates = new Set(subject.figures.filter((figure) => figure.kind === 'date' && !contested.includes(figure.iso!)).map((figure) => figure.iso));
  const problems: Problem[] = [];
  const range = AMOUNTS[stratum['numeric_density'] ?? ''];
  if (range && (amounts.size < range[0] || amounts.size > range[1]))
    problems.push(refuse('density-amounts', `Le texte a ${amounts.size} montants distincts ; il en faut ${range[0] === range[1] ? range[0] : `de ${range[0]} à ${range[1]}`}.`));
  if (stratum['numeric_density'] === 'montants_et_dates' && dates.size < 2) problems.push(refuse('density-dates', `Le texte a ${dates.size} date ; il en faut au moins deux.`));
  if (stratum['date_precision'] === 'aucune' && dates.size > 0) problems.push(refuse('density-dates', 'Le texte donne une date alors qu’il ne doit en donner aucune.'));
  return problems;
}
