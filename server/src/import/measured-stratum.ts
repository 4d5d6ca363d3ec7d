import { leavesOf, lengthBands, type Level, type Pack, type Payload, type Profile, type Stratum } from '@case-swarm/schema';
import type { Verdict } from '../gate/verdict.ts';

/**
 * The stratum of a case that was not planned here: what the text and the target show is measured, the rest is taken
 * from what was recorded, and what is neither is the axis' commonest level.
 */
export function measuredStratum(pack: Pack, recorded: Readonly<Record<string, unknown>>, target: Payload, verdict: Verdict): Stratum {
  const stratum: Record<string, Level> = {};
  const fitting = fittingLevels(pack, target, verdict);
  for (const axis of pack.profile.axes) {
    const told = axis.levels.includes(recorded[axis.name] as Level) ? (recorded[axis.name] as Level) : undefined;
    const fits = fitting[axis.name]?.filter((level) => axis.levels.includes(level));
    if (!fits || fits.length === 0) stratum[axis.name] = told === undefined ? commonest(pack.profile, axis.name, stratum) : told;
    else stratum[axis.name] = typeof told === 'string' && fits.includes(told) ? told : fits[0]!;
  }
  return stratum;
}

/** None where the axis exists only under a condition that does not hold. */
function commonest(profile: Profile, name: string, stratum: Readonly<Record<string, Level>>): Level {
  const axis = profile.axes.find((item) => item.name === name)!;
  if (axis.condition && !axis.condition.levels.includes(stratum[axis.condition.axis] ?? '')) return null;
  if (axis.levels.includes(null)) return null;
  return axis.levels[axis.shares.indexOf(Math.max(...axis.shares))]!;
}

/** For each axis that can be measured, the levels that the case agrees with, the likeliest first. */
function fittingLevels(pack: Pack, target: Payload, verdict: Verdict): Record<string, readonly string[]> {
  const words = verdict.measures['words'] ?? 0;
  const faults = verdict.measures['faults'] ?? 0;
  const abbreviations = verdict.measures['abbreviations'] ?? 0;
  const leaves = leavesOf(target).map(({ pattern, value }) => ({ kind: pack.master.leaves.get(pattern)?.kind, value }));
  const amounts = leaves.filter(({ kind }) => kind === 'amount' || kind === 'monthly-amount').length;
  const dates = leaves.filter(({ kind }) => kind === 'date').map(({ value }) => (typeof value === 'string' ? value : ''));
  const those = (levels: Readonly<Record<string, boolean>>): string[] => Object.keys(levels).filter((level) => levels[level]);
  return {
    length_band: those(Object.fromEntries(Object.entries(lengthBands).map(([level, [least, most]]) => [level, words >= least && words <= most]))),
    noise: those({
      propre: faults <= Math.max(1, Math.ceil(words * 0.01)),
      tres_brouillon: faults + abbreviations >= Math.max(2, Math.floor(words * 0.06)),
      fautes_et_abreviations: abbreviations >= 2 && faults >= 2,
      legeres_fautes: faults >= 1 && faults <= Math.max(3, Math.ceil(words * 0.03)),
      ambigu: faults <= Math.max(1, Math.ceil(words * 0.01)),
    }),
    numeric_density: those({ sans_montant: amounts === 0, un_montant: amounts === 1, montants_et_dates: amounts >= 2 && dates.length >= 2, plusieurs_montants: amounts >= 2 }),
    date_precision: those({ aucune: dates.length === 0, exacte: dates.some((date) => date.length === 10), approx: dates.length > 0 && dates.every((date) => date.length < 10) }),
  };
}
