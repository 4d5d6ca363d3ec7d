import { sessionRequestSchema } from '@case-swarm/schema';
import type { Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { pageAssets, type Asset } from '../../dashboard/assets.ts';
import { COOKIE } from '../../dashboard/session.ts';
import { summaryOf } from '../../exports/summary.ts';
import { readBody } from '../body.ts';
import type { Services } from '../context.ts';
import { RequestProblem } from '../problem.ts';
import type { TokenGuard } from '../tokens.ts';

/** A page for browsers; the reference's JSON for everyone else. */
export function dashboardRoutes(app: Hono, { campaign }: Services, tokens: TokenGuard | undefined): void {
  const assets = pageAssets();
  app.get('/dashboard', (context) =>
    (context.req.header('accept') ?? '').includes('text/html') ? send(context, assets.get('index.html')!, 'no-cache') : context.json(summaryOf(campaign)),
  );
  app.get('/dashboard/:folder/:file', (context) => {
    const asset = assets.get(`${context.req.param('folder')}/${context.req.param('file')}`);
    if (!asset) throw new RequestProblem('not-found', 'no such file of the page');
    // Names hold a hash of what is in them.
    return send(context, asset, 'public, max-age=31536000, immutable');
  });
  app.post('/session', async (context) => {
    const { token } = await readBody(context, sessionRequestSchema);
    const session = tokens?.signIn(token);
    if (!session) throw new RequestProblem('unauthorized', 'this token is not known');
    setCookie(context, COOKIE, session.name, {
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
      maxAge: session.maxAgeSeconds,
      secure: new URL(context.req.url).protocol === 'https:',
    });
    return context.json({ signed_in: true });
  });
  app.post('/session/end', (context) => {
    tokens?.signOut(getCookie(context, COOKIE));
    deleteCookie(context, COOKIE, { path: '/' });
    return context.json({ signed_in: false });
  });
}

function send(context: Context, asset: Asset, caching: string): Response {
  context.header('content-type', asset.type);
  context.header('cache-control', caching);
  context.header('vary', 'accept-encoding, accept');
  if (!(context.req.header('accept-encoding') ?? '').includes('gzip')) return context.body(asset.bytes);
  context.header('content-encoding', 'gzip');
  return context.body(asset.gzipped);
}
