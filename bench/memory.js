import { existsSync, readFileSync } from 'node:fs';

/** Memory of a process in MiB: `VmHWM`, the most it held, or `VmRSS`, what it holds; 0 where it has ended. */
export function memoryOf({ pid }, field) {
  const file = `/proc/${pid}/status`;
  const status = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
}

/** Memory of a process in MiB with each page counted once (`Pss`): a file that several mappings of one process share counts as often in `VmRSS`. */
function pagesOf({ pid }) {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Looks every quarter of a second: the kernel walks all pages of the process for it. @returns the interval */
export const watchPages = (child, seen) => setInterval(() => seen(pagesOf(child)), 250);
