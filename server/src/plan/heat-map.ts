import type { Profile, Stratum } from '@case-swarm/schema';
import { pairShares } from './sequence.ts';

const CELL = 14;
const LABELS = 190;
const GAP = 10;

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** White where a cell has its plan, blue below, red above; grey where the pair is excluded. Full colour at three rows. */
function colour(off: number, excluded: boolean): string {
  if (excluded) return '#d9d9d9';
  const strength = Math.round(255 * (1 - Math.min(1, Math.abs(off) / 3)));
  return off < 0 ? `rgb(${strength},${strength},255)` : `rgb(255,${strength},${strength})`;
}

/** Every pair of axes as one SVG: rows over or under plan, cell by cell, with the figures as titles. */
export function planHeatMap(profile: Profile, rows: readonly Stratum[]): string {
  const axes = profile.axes.filter((axis) => axis.condition === undefined);
  const starts: number[] = [];
  let at = LABELS;
  for (const axis of axes) {
    starts.push(at);
    at += axis.levels.length * CELL + GAP;
  }
  const size = at;
  const parts: string[] = [];
  axes.forEach((axis, a) => {
    axis.levels.forEach((level, i) => {
      const middle = starts[a]! + i * CELL + CELL - 3;
      const name = escape(level ?? 'none');
      parts.push(`<text x="${LABELS - 6}" y="${middle}" text-anchor="end">${name}</text>`, `<text transform="translate(${middle},${LABELS - 6}) rotate(-90)">${name}</text>`);
    });
  });
  for (let a = 0; a < axes.length; a++) {
    for (let b = 0; b < axes.length; b++) {
      if (a === b) continue;
      const shares = pairShares(profile, axes[a]!, axes[b]!)!;
      const width = axes[b]!.levels.length;
      const got = new Float64Array(shares.length);
      for (const row of rows) got[axes[a]!.levels.indexOf(row[axes[a]!.name]!) * width + axes[b]!.levels.indexOf(row[axes[b]!.name]!)]!++;
      shares.forEach((share, cell) => {
        const i = Math.floor(cell / width);
        const j = cell % width;
        const plan = share * rows.length;
        const title = `${axes[a]!.levels[i] ?? 'none'} × ${axes[b]!.levels[j] ?? 'none'}: ${got[cell]} of ${plan.toFixed(1)}`;
        parts.push(
          `<rect x="${starts[b]! + j * CELL}" y="${starts[a]! + i * CELL}" width="${CELL - 1}" height="${CELL - 1}" fill="${colour(got[cell]! - plan, share === 0)}"><title>${escape(title)}</title></rect>`,
        );
      });
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}" font-family="system-ui, sans-serif" font-size="9"><rect width="100%" height="100%" fill="#fff"/><text x="8" y="16" font-size="13">${rows.length} rows of ${escape(profile.name)}: over plan red, under plan blue, excluded grey</text>${parts.join('')}</svg>\n`;
}
