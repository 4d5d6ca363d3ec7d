import type { Stratum } from '@case-swarm/schema';

/** How much a target of a stratum may hold. Leaves, amounts, dates; upper ends are included. */
export interface Bounds {
  readonly leaves: readonly [number, number];
  readonly amounts: readonly [number, number];
  readonly dates: readonly [number, number];
  readonly people: number;
}

/** A court text holds what its stratum requires and at most this many leaves more. */
export const courtExtra = 2;

const leavesByLength: Record<string, readonly [number, number]> = { court: [3, 14], moyen: [8, 18], long: [14, 28], tres_long: [24, 44] };
const amountsByDensity: Record<string, readonly [number, number]> = { sans_montant: [0, 0], un_montant: [1, 1], plusieurs_montants: [2, 7], montants_et_dates: [2, 7] };
/** More dates than this in a text of the length would make it a register. */
const mostDates: Record<string, number> = { court: 2, moyen: 4, long: 6, tres_long: 8 };

/** Axes that a pack does not have leave their bound open. */
/** @param relaxed leaves by which the upper end may be passed: what a stratum requires always wins over its length. */
export function boundsOf(stratum: Stratum, relaxed = 0): Bounds {
  const length = stratum['length_band'] ?? 'moyen';
  const density = stratum['numeric_density'];
  const precision = stratum['date_precision'];
  const leastDates = density === 'montants_et_dates' ? 2 : precision === undefined || precision === null || precision === 'aucune' ? 0 : 1;
  const [least, most] = leavesByLength[length] ?? [6, 20];
  return {
    leaves: [least, most + relaxed],
    amounts: density ? (amountsByDensity[density] ?? [0, 7]) : [0, 7],
    dates: precision === 'aucune' ? [0, 0] : [leastDates, (mostDates[length] ?? 4) + Math.min(relaxed, 2)],
    people: stratum['complexity'] === 'simple' ? 5 + Math.min(relaxed, 2) : 40,
  };
}
