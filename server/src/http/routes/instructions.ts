import { instructionIdSchema } from '@case-swarm/schema';
import type { Hono } from 'hono';
import { z } from 'zod';
import { caseRecord } from '../../exports/rows.ts';
import { parse } from '../body.ts';
import type { Services } from '../context.ts';

const casesQuery = z
  .object({ after: z.coerce.number().int().min(0).default(0), limit: z.coerce.number().int().min(1).max(200).default(50), agent_id: z.string().optional() })
  .catchall(z.string());

export function instructionRoutes(app: Hono, { campaign }: Services): void {
  app.get('/instructions/:id', (context) => {
    const { instruction, state, agent, submissions } = campaign.view(parse(instructionIdSchema, context.req.param('id')));
    return context.json({
      instruction,
      state,
      agent_id: agent,
      submissions: submissions.map((row) => ({ submitted_at: row.receivedAt, accepted: row.accepted, case_text: row.caseText, validation: row.validation })),
    });
  });
  // Filters are any axis and agent_id; `after` is the cursor that the answer gives.
  app.get('/cases', (context) => {
    const { after, limit, agent_id, ...axes } = parse(casesQuery, context.req.query());
    const cases: object[] = [];
    let cursor = after;
    for (;;) {
      const page = campaign.store.casesFrom(cursor, 200);
      for (const row of page) {
        if (cases.length === limit) break;
        cursor = row.submission.id;
        if (agent_id !== undefined && row.submission.agent !== agent_id) continue;
        if (Object.entries(axes).every(([axis, level]) => String(row.stratum[axis]) === level)) cases.push(caseRecord(row));
      }
      if (page.length < 200 || cases.length === limit) return context.json({ cases, next: cases.length === limit ? cursor : null });
    }
  });
}
