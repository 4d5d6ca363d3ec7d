import { decodeToon, validateRequestSchema } from '@case-swarm/schema';
import type { Hono } from 'hono';
import { judge } from '../../gate/run.ts';
import { readBody } from '../body.ts';
import type { Services } from '../context.ts';
import { RequestProblem } from '../problem.ts';

/** A verdict without storing: for an instruction, or for any target. */
export function validateCaseRoutes(app: Hono, { campaign }: Services): void {
  app.post('/validate-case', async (context) => {
    const request = await readBody(context, validateRequestSchema);
    if (request.instruction_id !== undefined) return context.json({ validation: campaign.verdict(request.instruction_id, request.case_text) });
    if (request.target_toon === undefined) throw new RequestProblem('bad-request', 'name an instruction_id or give a target_toon');
    const target = decodeToon(request.target_toon);
    return context.json({ validation: judge({ pack: campaign.pack, text: request.case_text, target, hints: {}, ...(request.stratum ? { stratum: request.stratum } : {}) }) });
  });
}
