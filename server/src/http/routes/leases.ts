import { leaseRequestSchema } from '@case-swarm/schema';
import type { Hono } from 'hono';
import { readBody } from '../body.ts';
import type { Services } from '../context.ts';

export function leaseRoutes(app: Hono, { campaign }: Services): void {
  app.post('/renew-lease', async (context) => {
    const { instruction_id, agent_id } = await readBody(context, leaseRequestSchema);
    return context.json({ instruction: await campaign.renew(instruction_id, agent_id) });
  });
  app.post('/release-instruction', async (context) => {
    const { instruction_id, agent_id } = await readBody(context, leaseRequestSchema);
    await campaign.release(instruction_id, agent_id);
    return context.json({ released: true, instruction_id });
  });
}
