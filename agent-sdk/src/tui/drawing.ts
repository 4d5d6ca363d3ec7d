/** Values to characters; no terminal here. */
import stringWidth from 'string-width';

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
const LEVELS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** A bar of `width` cells, filled to the share in eighths of a cell. */
export function bar(share: number, width: number): string {
  const eighths = Math.round(Math.max(0, Math.min(1, share)) * width * 8);
  const full = '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '');
  return full.padEnd(width, '·');
}

export function sparkline(values: readonly number[], width: number): string {
  const shown = values.slice(-width);
  const most = Math.max(1, ...shown);
  return shown.map((value) => LEVELS[Math.min(7, Math.floor((value / most) * 7.999))]).join('');
}

/** Text of exactly `width` columns, cut with "…"; control characters never reach a terminal. */
export function fit(text: string, width: number): string {
  // oxlint-disable-next-line no-control-regex -- these are what must go
  let out = text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ' ');
  if (stringWidth(out) > width) {
    while (out !== '' && stringWidth(out) > width - 1) out = out.slice(0, -1);
    out = `${out}…`;
  }
  return out + ' '.repeat(Math.max(0, width - stringWidth(out)));
}

export function duration(seconds: number): string {
  if (!Number.isFinite(seconds)) return '–';
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}

export const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`;
