import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { UserError } from '@case-swarm/schema';

export interface Asset {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly gzipped: Uint8Array<ArrayBuffer>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};
/** Beside the compiled server, where Vite puts the page. */
const FOLDER = fileURLToPath(new URL('../../dist/dashboard-page/', import.meta.url));

/** The page's files by name, read and packed once. @throws UserError `no-page` where the page was not built */
export function pageAssets(): ReadonlyMap<string, Asset> {
  if (!existsSync(path.join(FOLDER, 'index.html'))) throw new UserError('no-page', 'the dashboard page is not built; run "npm run build" in the project’s root');
  const assets = new Map<string, Asset>();
  for (const name of readdirSync(FOLDER, { recursive: true }) as string[]) {
    const type = TYPES[path.extname(name)];
    if (type === undefined) continue;
    const bytes = new Uint8Array(readFileSync(path.join(FOLDER, name)));
    assets.set(name.split(path.sep).join('/'), { type, bytes, gzipped: new Uint8Array(gzipSync(bytes, { level: 9 })) });
  }
  return assets;
}
