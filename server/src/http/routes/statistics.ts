import type { Statistics } from '@case-swarm/schema';
import type { Hono } from 'hono';
import type { Services } from '../context.ts';
import { RequestProblem } from '../problem.ts';

/** How the campaign goes: figures for dashboards, and any two axes against each other. */
export function statisticsRoutes(app: Hono, { campaign }: Services): void {
  app.get('/statistics', (context) => context.json<Statistics>(campaign.views.statistics()));
  app.get('/statistics/pairs', (context) => {
    const [first, second] = [context.req.query('a') ?? '', context.req.query('b') ?? ''];
    const matrix = campaign.views.pairMatrix(first, second);
    if (!matrix) throw new RequestProblem('bad-request', `no pair of axes "${first}" and "${second}"; name two different axes that every case has, with a= and b=`);
    return context.json(matrix);
  });
}
