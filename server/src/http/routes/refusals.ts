import { agentIdSchema } from '@case-swarm/schema';
import type { Hono } from 'hono';
import { z } from 'zod';
import { attemptRecord } from '../../exports/rows.ts';
import { parse } from '../body.ts';
import type { Services } from '../context.ts';

const query = z.object({ code: z.string().max(64).optional(), agent_id: agentIdSchema.optional(), limit: z.coerce.number().int().min(1).max(100).default(20) }).strict();
const PAGE = 200;
/** Older refusals than these are not looked through. */
const MOST_READ = 4000;

/** Refused texts, the newest first, by reason and agent. */
export function refusalRoutes(app: Hono, { campaign }: Services): void {
  app.get('/refusals', (context) => {
    const { code, agent_id, limit } = parse(query, context.req.query());
    const refusals: object[] = [];
    let before = Number.MAX_SAFE_INTEGER;
    for (let read = 0; read < MOST_READ && refusals.length < limit; read += PAGE) {
      const page = campaign.store.refusedBefore(before, PAGE);
      for (const row of page) {
        const codes = (row.validation as { problems?: { code: string; severity: string }[] }).problems ?? [];
        if (agent_id !== undefined && row.agent !== agent_id) continue;
        if (code !== undefined && !codes.some((problem) => problem.severity === 'refuse' && problem.code === code)) continue;
        if (refusals.length < limit) refusals.push(attemptRecord(row));
      }
      if (page.length < PAGE) break;
      before = page.at(-1)!.id;
    }
    return context.json({ refusals });
  });
}
