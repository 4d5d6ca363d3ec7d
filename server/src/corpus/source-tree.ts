import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Something of the tree that could not be read; the rest is read all the same. */
export interface TreeFault {
  readonly path: string;
  readonly reason: string;
}

/** A folder of sources, read without following links: a link could lead out of it, or round in a circle. */
export class SourceTree {
  readonly root: string;
  readonly faults: TreeFault[] = [];

  constructor(root: string) {
    this.root = path.resolve(root);
  }

  /** Names in a folder, sorted by code units; none where it is missing. */
  list(folder: string): { readonly name: string; readonly kind: 'file' | 'folder' }[] {
    let entries;
    try {
      entries = readdirSync(path.join(this.root, folder), { withFileTypes: true });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'ENOENT' && code !== 'ENOTDIR') this.faults.push({ path: folder, reason: `folder cannot be read (${code})` });
      return [];
    }
    const known: { name: string; kind: 'file' | 'folder' }[] = [];
    for (const entry of entries) {
      if (entry.isSymbolicLink()) this.faults.push({ path: path.posix.join(folder, entry.name), reason: 'symbolic link, not followed' });
      else if (entry.isDirectory()) known.push({ name: entry.name, kind: 'folder' });
      else if (entry.isFile()) known.push({ name: entry.name, kind: 'file' });
    }
    return known.sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Every file below a folder, as paths from the root. */
  *walk(folder: string): Generator<string> {
    for (const { name, kind } of this.list(folder)) {
      const below = path.posix.join(folder, name);
      if (kind === 'file') yield below;
      else if (name !== 'node_modules') yield* this.walk(below);
    }
  }

  /** A file's text, strictly UTF-8; undefined where it is missing or unreadable, which is noted. */
  read(file: string): string | undefined {
    try {
      const whole = path.join(this.root, file);
      if (lstatSync(whole).isSymbolicLink()) {
        this.faults.push({ path: file, reason: 'symbolic link, not followed' });
        return undefined;
      }
      return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(whole));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'ENOENT') this.faults.push({ path: file, reason: code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'not UTF-8' : `cannot be read (${code})` });
      return undefined;
    }
  }
}
