import { agentIdSchema, instructionIdSchema, reviewRequestSchema } from '@case-swarm/schema';
import type { Hono } from 'hono';
import { z } from 'zod';
import { caseRecord } from '../../exports/rows.ts';
import { parse, readBody } from '../body.ts';
import type { Services } from '../context.ts';

const PAGE = 200;

const casesQuery = z
  .object({ after: z.coerce.number().int().min(0).default(0), limit: z.coerce.number().int().min(1).max(PAGE).default(50), agent_id: agentIdSchema.optional() })
  .catchall(z.string().max(64));

export function caseRoutes(app: Hono, { campaign }: Services): void {
  // Filters are any axis and agent_id; `after` is the cursor that the answer gives.
  app.get('/cases', (context) => {
    const { after, limit, agent_id, ...axes } = parse(casesQuery, context.req.query());
    const cases: object[] = [];
    let cursor = after;
    for (;;) {
      const page = campaign.store.casesFrom(cursor, PAGE);
      for (const row of page) {
        if (cases.length === limit) break;
        cursor = row.submission.id;
        if (agent_id !== undefined && row.submission.agent !== agent_id) continue;
        if (Object.entries(axes).every(([axis, level]) => String(row.stratum[axis]) === level)) cases.push(caseRecord(row));
      }
      if (page.length < PAGE || cases.length === limit) return context.json({ cases, next: cases.length === limit ? cursor : null });
    }
  });
  app.post('/cases/:id/review', async (context) => {
    const id = parse(instructionIdSchema, context.req.param('id'));
    const review = await readBody(context, reviewRequestSchema);
    await campaign.review(id, review);
    return context.json({ reviewed: true, instruction_id: id, verdict: review.verdict, precision: campaign.reviews.precision() });
  });
}
