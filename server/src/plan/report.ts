import type { Profile, Stratum } from '@case-swarm/schema';
import { pairShares } from './sequence.ts';

export interface PlanFigures {
  readonly rows: number;
  readonly worstMargin: { readonly rows: number; readonly where: string };
  readonly worstPair: { readonly rows: number; readonly where: string };
  readonly excludedCells: number;
  readonly pairCoverage: number;
  readonly tripleCoverage: number;
}

/** How far a list of strata is from its profile: margins at every prefix, pairs at the end, coverage of pairs and triples. */
export function measurePlan(profile: Profile, rows: readonly Stratum[]): PlanFigures {
  const axes = profile.axes.filter((axis) => axis.condition === undefined);
  let worstMargin = { rows: 0, where: '' };
  const counts = axes.map((axis) => new Map(axis.levels.map((level) => [level, 0])));
  rows.forEach((row, k) => {
    axes.forEach((axis, a) => {
      counts[a]!.set(row[axis.name]!, (counts[a]!.get(row[axis.name]!) ?? 0) + 1);
      axis.levels.forEach((level, i) => {
        const off = Math.abs((counts[a]!.get(level) ?? 0) - (k + 1) * axis.shares[i]!);
        if (off > worstMargin.rows) worstMargin = { rows: off, where: `${axis.name}=${level ?? 'none'} at row ${k + 1}` };
      });
    });
  });
  let worstPair = { rows: 0, where: '' };
  let excludedCells = 0;
  let cells = 0;
  let seen = 0;
  for (let a = 0; a < axes.length; a++) {
    for (let b = a + 1; b < axes.length; b++) {
      const shares = pairShares(profile, axes[a]!, axes[b]!)!;
      const width = axes[b]!.levels.length;
      const got = new Float64Array(shares.length);
      for (const row of rows) got[axes[a]!.levels.indexOf(row[axes[a]!.name]!) * width + axes[b]!.levels.indexOf(row[axes[b]!.name]!)]!++;
      shares.forEach((share, cell) => {
        if (share === 0) {
          excludedCells += got[cell]!;
          return;
        }
        cells++;
        if (got[cell]! > 0) seen++;
        const off = Math.abs(got[cell]! - share * rows.length);
        if (off > worstPair.rows) worstPair = { rows: off, where: `${axes[a]!.levels[Math.floor(cell / width)] ?? 'none'} × ${axes[b]!.levels[cell % width] ?? 'none'}` };
      });
    }
  }
  return { rows: rows.length, worstMargin, worstPair, excludedCells, pairCoverage: seen / cells, tripleCoverage: tripleCoverage(profile, rows) };
}

function tripleCoverage(profile: Profile, rows: readonly Stratum[]): number {
  const axes = profile.axes.filter((axis) => axis.condition === undefined);
  let possible = 0;
  let seen = 0;
  const cellsOf = (a: number, b: number): Float64Array => pairShares(profile, axes[a]!, axes[b]!)!;
  for (let a = 0; a < axes.length; a++)
    for (let b = a + 1; b < axes.length; b++) {
      const ab = cellsOf(a, b);
      for (let c = b + 1; c < axes.length; c++) {
        const ac = cellsOf(a, c);
        const bc = cellsOf(b, c);
        const got = new Set(rows.map((row) => `${row[axes[a]!.name]}|${row[axes[b]!.name]}|${row[axes[c]!.name]}`));
        axes[a]!.levels.forEach((la, i) =>
          axes[b]!.levels.forEach((lb, j) =>
            axes[c]!.levels.forEach((lc, k) => {
              if (ab[i * axes[b]!.levels.length + j] === 0 || ac[i * axes[c]!.levels.length + k] === 0 || bc[j * axes[c]!.levels.length + k] === 0) return;
              possible++;
              if (got.has(`${la}|${lb}|${lc}`)) seen++;
            }),
          ),
        );
      }
    }
  return possible === 0 ? 1 : seen / possible;
}

export function planReport(profile: Profile, rows: readonly Stratum[]): string {
  const figures = measurePlan(profile, rows);
  const percent = (ratio: number): string => `${(100 * ratio).toFixed(1)} %`;
  const lines = [
    `profile ${profile.name}, ${figures.rows} rows`,
    `worst margin at any prefix   ${figures.worstMargin.rows.toFixed(2)} rows (${figures.worstMargin.where})`,
    `worst pair cell at the end   ${figures.worstPair.rows.toFixed(2)} rows (${figures.worstPair.where})`,
    `excluded cells used          ${figures.excludedCells}`,
    `pairs seen                   ${percent(figures.pairCoverage)}`,
    `triples seen                 ${percent(figures.tripleCoverage)}`,
    '',
  ];
  for (const axis of profile.axes) {
    const applied = rows.filter((row) => row[axis.name] !== null || axis.levels.includes(null));
    const base = axis.condition ? applied.length : rows.length;
    lines.push(axis.name);
    axis.levels.forEach((level, i) => {
      const got = rows.filter((row) => row[axis.name] === level).length;
      lines.push(`  ${(level ?? 'none').padEnd(32)} ${String(got).padStart(7)}  plan ${(base * axis.shares[i]!).toFixed(1).padStart(9)}`);
    });
  }
  return `${lines.join('\n')}\n`;
}
