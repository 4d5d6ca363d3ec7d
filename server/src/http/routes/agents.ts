import { agentIdSchema } from '@case-swarm/schema';
import type { Hono } from 'hono';
import { parse } from '../body.ts';
import type { Services } from '../context.ts';

/** What a person may do to an agent that has gone quiet. */
export function agentRoutes(app: Hono, { campaign }: Services): void {
  app.post('/agents/:id/release', async (context) => {
    const agent = parse(agentIdSchema, context.req.param('id'));
    return context.json({ agent_id: agent, released: await campaign.releaseAll(agent) });
  });
}
