/** A line of a plot. */
export interface Series {
  readonly name: string;
  readonly colour: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

const WIDTH = 720;
const HEIGHT = 320;
const MARGIN = { left: 64, right: 16, top: 34, bottom: 40 };

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const shown = (value: number): string => (value !== 0 && (Math.abs(value) < 0.01 || Math.abs(value) >= 10_000) ? value.toExponential(1) : String(Number(value.toPrecision(3))));

/** Round numbers that span a range: 1, 2 or 5 times a power of ten. */
function ticks(low: number, high: number): number[] {
  const rough = (high - low) / 5 || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough)!;
  const out: number[] = [];
  for (let value = Math.ceil(low / step) * step; value <= high + step * 1e-9; value += step) out.push(Number(value.toPrecision(12)));
  return out;
}

/** Lines on two axes as SVG; a plotting library would be a thousand times what one polyline a series needs. */
export function linePlot(title: string, across: string, series: readonly Series[]): string {
  const points = series.flatMap((one) => one.points);
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs, Math.min(...xs) + 1e-9)];
  const [low, high] = [Math.min(0, ...ys), Math.max(...ys, 1e-12)];
  const atX = (x: number): number => MARGIN.left + ((x - left) / (right - left)) * (WIDTH - MARGIN.left - MARGIN.right);
  const atY = (y: number): number => HEIGHT - MARGIN.bottom - ((y - low) / (high - low)) * (HEIGHT - MARGIN.top - MARGIN.bottom);
  const grid = ticks(low, high).map(
    (y) =>
      `<line x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${atY(y).toFixed(1)}" y2="${atY(y).toFixed(1)}" stroke="#e3e3dd"/><text x="${MARGIN.left - 8}" y="${(atY(y) + 4).toFixed(1)}" text-anchor="end">${shown(y)}</text>`,
  );
  const below = ticks(left, right).map((x) => `<text x="${atX(x).toFixed(1)}" y="${HEIGHT - MARGIN.bottom + 18}" text-anchor="middle">${shown(x)}</text>`);
  const lines = series.map(
    (one) => `<polyline fill="none" stroke="${one.colour}" stroke-width="1.5" points="${one.points.map(([x, y]) => `${atX(x).toFixed(1)},${atY(y).toFixed(1)}`).join(' ')}"/>`,
  );
  const names = series.map((one, i) => `<text x="${WIDTH - MARGIN.right}" y="${20 + i * 15}" text-anchor="end" fill="${one.colour}">${escape(one.name)}</text>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="system-ui, sans-serif" font-size="12"><rect width="100%" height="100%" fill="#fff"/><text x="${MARGIN.left}" y="20" font-size="14">${escape(title)}</text>${grid.join('')}${below.join('')}<text x="${WIDTH / 2}" y="${HEIGHT - 6}" text-anchor="middle">${escape(across)}</text>${lines.join('')}${names.join('')}</svg>\n`;
}
