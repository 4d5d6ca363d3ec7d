import { createReadStream, statSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { ExportedFile } from '@case-swarm/schema';
import type { Hono } from 'hono';
import { stateFileNames } from '../../exports/state-files.ts';
import type { Services } from '../context.ts';
import { RequestProblem } from '../problem.ts';

const FILES: ReadonlySet<string> = new Set(stateFileNames);

/** The files of the state folder, streamed, with single byte ranges. */
export function exportRoutes(app: Hono, { campaign, folder, files }: Services): void {
  app.get('/exports', async (context) => {
    await files.flush();
    const { accepted, issued } = campaign.store.counts();
    const exported = [...FILES].flatMap((name): ExportedFile[] => {
      const bytes = statSync(path.join(folder, name), { throwIfNoEntry: false })?.size;
      return bytes === undefined ? [] : [{ name, bytes, rows: !name.endsWith('.jsonl') ? null : name === 'issued_instructions.jsonl' ? issued : accepted }];
    });
    return context.json({ files: exported });
  });
  app.get('/exports/preview', async (context) => context.json(await files.preview()));
  app.get('/exports/:file', async (context) => {
    const name = context.req.param('file');
    if (!FILES.has(name)) throw new RequestProblem('not-found', `no export of that name; there are ${[...FILES].join(', ')}`);
    await files.flush();
    const file = path.join(folder, name);
    const { size } = statSync(file);
    const range = /^bytes=(\d*)-(\d*)$/.exec(context.req.header('range') ?? '');
    context.header('accept-ranges', 'bytes');
    context.header('content-type', name.endsWith('.md') ? 'text/markdown; charset=utf-8' : name.endsWith('.jsonl') ? 'application/x-ndjson' : 'application/json');
    let start = 0;
    let end = size - 1;
    if (range && (range[1] !== '' || range[2] !== '')) {
      start = range[1] === '' ? Math.max(0, size - Number(range[2])) : Number(range[1]);
      end = range[1] === '' || range[2] === '' ? size - 1 : Math.min(Number(range[2]), size - 1);
      if (start > end || start >= size) {
        context.header('content-range', `bytes */${size}`);
        return context.body(null, 416);
      }
      context.header('content-range', `bytes ${start}-${end}/${size}`);
      context.status(206);
    }
    context.header('content-length', String(Math.max(0, end - start + 1)));
    if (size === 0) return context.body('');
    return context.body(Readable.toWeb(createReadStream(file, { start, end })) as ReadableStream);
  });
}
