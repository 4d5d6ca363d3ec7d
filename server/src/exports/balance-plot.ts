import type { Coverage } from '@case-swarm/schema';

const WIDTH = 720;
const ROW = 18;
const LABELS = 210;
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Every axis as bars: what is accepted over what the plan asks at this number of cases. */
export function balancePlot(coverage: Coverage): string {
  const axes = Object.entries(coverage.dimensions);
  const progress = coverage.generation_target === 0 ? 0 : coverage.training_cases_current / coverage.generation_target;
  const most = Math.max(1, ...axes.flatMap(([, levels]) => Object.values(levels).map((row) => Math.max(row.current, row.target_count * progress))));
  const scale = (WIDTH - LABELS - 80) / most;
  const parts: string[] = [];
  let y = 34;
  for (const [axis, levels] of axes) {
    parts.push(`<text x="8" y="${y + 12}" font-weight="600">${escape(axis)}</text>`);
    y += ROW;
    for (const [level, row] of Object.entries(levels)) {
      const plan = row.target_count * progress;
      parts.push(
        `<text x="${LABELS - 8}" y="${y + 12}" text-anchor="end">${escape(level)}</text>`,
        `<rect x="${LABELS}" y="${y + 3}" width="${(row.current * scale).toFixed(1)}" height="${ROW - 7}" fill="#3f6fb0"/>`,
        `<line x1="${(LABELS + plan * scale).toFixed(1)}" x2="${(LABELS + plan * scale).toFixed(1)}" y1="${y + 1}" y2="${y + ROW - 2}" stroke="#b5412b" stroke-width="2"/>`,
        `<text x="${(LABELS + Math.max(row.current, plan) * scale + 6).toFixed(1)}" y="${y + 12}">${row.current} / ${plan.toFixed(1)}</text>`,
      );
      y += ROW;
    }
    y += 6;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y + 8}" width="${WIDTH}" height="${y + 8}" font-family="system-ui, sans-serif" font-size="12"><rect width="100%" height="100%" fill="#fff"/><text x="8" y="20">${coverage.training_cases_current} cases: accepted (bar) and plan (line)</text>${parts.join('')}</svg>\n`;
}
