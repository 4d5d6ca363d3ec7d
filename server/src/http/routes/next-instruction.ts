import { nextRequestSchema, type NextRequest, type NextResponse } from '@case-swarm/schema';
import type { Context, Hono } from 'hono';
import { parse, readBody } from '../body.ts';
import { answerJson, withCoverage } from '../answer.ts';
import type { Services } from '../context.ts';

export function nextInstructionRoutes(app: Hono, services: Services): void {
  app.get('/next-instruction', async (context) => answer(context, services, parse(nextRequestSchema, context.req.query())));
  app.post('/next-instruction', async (context) => answer(context, services, await readBody(context, nextRequestSchema)));
}

async function answer(context: Context, { campaign }: Services, request: NextRequest): Promise<Response> {
  const force = { ...request.force, ...(request.topic === undefined ? {} : { primary_topic: request.topic }) };
  const next = await campaign.next({ agent: request.agent_id, force: Object.keys(force).length > 0 ? force : undefined, count: request.count ?? 1 });
  const many = request.count !== undefined;
  const say = (body: Omit<NextResponse, 'coverage'>): Response => answerJson(context, withCoverage(body, campaign.coverageJson()));
  switch (next.kind) {
    case 'instructions':
      return say(many ? { instructions: [...next.instructions] } : { instruction: next.instructions[0]! });
    case 'wait':
      context.header('retry-after', String(Math.ceil(next.retryAfterMs / 1000)));
      return say({
        ...(many ? { instructions: [] } : { instruction: null }),
        wait: true,
        retry_after_ms: next.retryAfterMs,
        message: 'every open slot is leased; ask again',
      });
    case 'done':
      return say({
        ...(many ? { instructions: [] } : {}),
        done: true,
        parked: next.parked,
        message: next.parked > 0 ? `the target is met but for ${next.parked} parked slots` : 'the target is met',
      });
    default:
      return next satisfies never;
  }
}
