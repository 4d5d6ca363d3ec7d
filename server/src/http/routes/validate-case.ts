import { decodeToon, validateRequestSchema } from '@case-swarm/schema';
import type { Hono } from 'hono';
import { readBody } from '../body.ts';
import type { Services } from '../context.ts';
import { RequestProblem } from '../problem.ts';

/** A verdict without storing: for an instruction, or for any target. */
export function validateCaseRoutes(app: Hono, { campaign }: Services): void {
  app.post('/validate-case', async (context) => {
    const request = await readBody(context, validateRequestSchema);
    if (request.instruction_id !== undefined) return context.json({ validation: await campaign.verdict(request.instruction_id, request.case_text) });
    if (request.target_toon === undefined) throw new RequestProblem('bad-request', 'name an instruction_id or give a target_toon');
    // Decoded here for its error message; the judge decodes it again in its own thread.
    decodeToon(request.target_toon);
    const order = { text: request.case_text, targetToon: request.target_toon, hints: {}, ...(request.stratum ? { stratum: request.stratum } : {}) };
    return context.json({ validation: await campaign.judge(order) });
  });
}
