import { renameSync, writeFileSync } from 'node:fs';

/** Replaces a file in one step: a reader sees the old one or the new one. */
export function replaceFile(file: string, content: string | Uint8Array): void {
  writeFileSync(`${file}.tmp`, content);
  renameSync(`${file}.tmp`, file);
}
