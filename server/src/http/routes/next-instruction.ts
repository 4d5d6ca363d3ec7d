import { nextRequestSchema, type NextRequest, type NextResponse } from '@case-swarm/schema';
import type { Context, Hono } from 'hono';
import { parse, readBody } from '../body.ts';
import type { Services } from '../context.ts';

export function nextInstructionRoutes(app: Hono, services: Services): void {
  app.get('/next-instruction', async (context) => answer(context, services, parse(nextRequestSchema, context.req.query())));
  app.post('/next-instruction', async (context) => answer(context, services, await readBody(context, nextRequestSchema)));
}

async function answer(context: Context, { campaign }: Services, request: NextRequest): Promise<Response> {
  const force = { ...request.force, ...(request.topic === undefined ? {} : { primary_topic: request.topic }) };
  const next = await campaign.next({ agent: request.agent_id, force: Object.keys(force).length > 0 ? force : undefined, count: request.count ?? 1 });
  const coverage = campaign.coverage();
  const many = request.count !== undefined;
  switch (next.kind) {
    case 'instructions': {
      const body: NextResponse = many ? { instructions: [...next.instructions], coverage } : { instruction: next.instructions[0]!, coverage };
      return context.json(body);
    }
    case 'wait': {
      context.header('retry-after', String(Math.ceil(next.retryAfterMs / 1000)));
      const body: NextResponse = {
        ...(many ? { instructions: [] } : { instruction: null }),
        wait: true,
        retry_after_ms: next.retryAfterMs,
        message: 'every open slot is leased; ask again',
        coverage,
      };
      return context.json(body);
    }
    case 'done': {
      const body: NextResponse = {
        ...(many ? { instructions: [] } : {}),
        done: true,
        parked: next.parked,
        message: next.parked > 0 ? `the target is met but for ${next.parked} parked slots` : 'the target is met',
        coverage,
      };
      return context.json(body);
    }
    default:
      return next satisfies never;
  }
}
