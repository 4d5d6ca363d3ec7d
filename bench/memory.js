import { existsSync, readFileSync } from 'node:fs';

/** Memory of a process in MiB: `VmHWM`, the most it held, or `VmRSS`, what it holds; 0 where it has ended. */
export function memoryOf({ pid }, field) {
  const file = `/proc/${pid}/status`;
  const status = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
}
