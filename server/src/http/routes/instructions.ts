import { instructionIdSchema } from '@case-swarm/schema';
import type { Hono } from 'hono';
import { parse } from '../body.ts';
import type { Services } from '../context.ts';

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
}
