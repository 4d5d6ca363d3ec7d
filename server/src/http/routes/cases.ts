import { agentIdSchema, instructionIdSchema, reviewRequestSchema, type ListedCase, type Validation } from '@case-swarm/schema';
import type { Hono } from 'hono';
import { z } from 'zod';
import { attemptRecord, caseRecord } from '../../exports/rows.ts';
import { instructionId } from '../../store/instruction-id.ts';
import type { CaseRow } from '../../store/store.ts';
import { parse, readBody } from '../body.ts';
import type { Services } from '../context.ts';

const PAGE = 200;

const casesQuery = z
  .object({
    after: z.coerce.number().int().min(0).optional(),
    limit: z.coerce.number().int().min(1).max(PAGE).default(50),
    agent_id: agentIdSchema.optional(),
    /** A word of the text. */
    q: z.string().max(200).optional(),
    warnings: z.enum(['true', 'false']).optional(),
    order: z.enum(['oldest', 'newest']).default('oldest'),
    view: z.enum(['full', 'list']).default('full'),
  })
  .catchall(z.string().max(64));

/** Rows that one request looks through at most before it answers with a cursor: a rare filter must not hold up the others. */
const MOST_READ = 4000;
const START = 160;

const warningsOf = (row: CaseRow): number => (row.submission.validation as Partial<Validation>).problems?.filter(({ severity }) => severity === 'warn').length ?? 0;

const listed = (row: CaseRow): ListedCase => ({
  instruction_id: instructionId(row.instruction.number),
  agent_id: row.submission.agent,
  submitted_at: row.submission.receivedAt,
  dimensions: { ...row.stratum },
  words: (row.submission.validation as Partial<Validation>).measures?.['words'] ?? 0,
  warnings: warningsOf(row),
  start: row.submission.caseText.slice(0, START),
});

export function caseRoutes(app: Hono, { campaign }: Services): void {
  // Filters are any axis, agent_id, q and warnings; `after` is the cursor that the answer gives.
  app.get('/cases', (context) => {
    const { after, limit, agent_id, q, warnings, order, view, ...axes } = parse(casesQuery, context.req.query());
    const newest = order === 'newest';
    const wanted = q?.toLowerCase();
    const fits = (row: CaseRow): boolean =>
      (agent_id === undefined || row.submission.agent === agent_id) &&
      (wanted === undefined || row.submission.caseText.toLowerCase().includes(wanted) || instructionId(row.instruction.number).toLowerCase() === wanted) &&
      (warnings === undefined || warningsOf(row) > 0 === (warnings === 'true')) &&
      Object.entries(axes).every(([axis, level]) => (row.stratum[axis] ?? 'none') === level || String(row.stratum[axis]) === level);
    const cases: object[] = [];
    let cursor = after ?? (newest ? Number.MAX_SAFE_INTEGER : 0);
    for (let read = 0; read < MOST_READ;) {
      const page = newest ? campaign.store.casesBefore(cursor, PAGE) : campaign.store.casesFrom(cursor, PAGE);
      for (const row of page) {
        if (cases.length === limit) break;
        cursor = row.submission.id;
        read++;
        if (fits(row)) cases.push(view === 'list' ? listed(row) : caseRecord(row));
      }
      if (cases.length === limit) break;
      if (page.length < PAGE) return context.json({ cases, next: null });
    }
    return context.json({ cases, next: cursor });
  });
  app.get('/cases/:id', (context) => {
    const { row, attempts, nearest } = campaign.views.seenCase(parse(instructionIdSchema, context.req.param('id')));
    return context.json({
      ...caseRecord(row),
      attempts: attempts.map(attemptRecord),
      nearest: nearest && { instruction_id: nearest.id, jaccard: nearest.jaccard, text: nearest.text },
    });
  });
  app.post('/cases/:id/review', async (context) => {
    const id = parse(instructionIdSchema, context.req.param('id'));
    const review = await readBody(context, reviewRequestSchema);
    await campaign.review(id, review);
    return context.json({ reviewed: true, instruction_id: id, verdict: review.verdict, precision: campaign.reviews.precision() });
  });
}
