import type { Hono } from 'hono';
import { summaryOf } from '../../exports/summary.ts';
import { dashboardPage } from '../../dashboard/page.ts';
import type { Services } from '../context.ts';

/** A page for browsers; the reference's JSON for everyone else. */
export function dashboardRoutes(app: Hono, { campaign }: Services): void {
  app.get('/dashboard', (context) => {
    const accept = context.req.header('accept') ?? '';
    return accept.includes('text/html') ? context.html(dashboardPage(campaign.coverage(), campaign.store.counts())) : context.json(summaryOf(campaign));
  });
}
