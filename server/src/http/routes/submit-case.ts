import { batchSchema, submissionSchema, WRITER_HEADER, type Submission, type SubmitResponse } from '@case-swarm/schema';
import type { Hono } from 'hono';
import { z } from 'zod';
import { exactHash } from '../../gate/duplicate/fingerprint.ts';
import { answerJson, withCoverage } from '../answer.ts';
import { readBody } from '../body.ts';
import type { Services } from '../context.ts';
import { answerProblem, documentOf, RequestProblem } from '../problem.ts';

const bodySchema = z.union([batchSchema, submissionSchema]).or(z.unknown());

/** The answer to a text that was stored, without the coverage. */
type Stored = Omit<SubmitResponse, 'coverage'>;

/** When to try again after a 429. */
const BUSY_MS = 1000;

export function submitCaseRoutes(app: Hono, services: Services): void {
  let pending = 0;
  const submit = async (submission: Submission, writer: string | undefined): Promise<Stored> => {
    if (pending >= services.maxPending) throw new RequestProblem('too-many-requests', `${pending} texts wait for their verdict; send this one again in a moment`, BUSY_MS);
    pending++;
    try {
      return await take(submission, writer);
    } finally {
      pending--;
    }
  };
  const take = async (submission: Submission, writer: string | undefined): Promise<Stored> => {
    const accepted = await services.campaign.submit({ instructionId: submission.instruction_id, agent: submission.agent_id, text: submission.case_text, writer });
    return {
      stored: true,
      instruction_id: accepted.instructionId,
      validation: accepted.validation,
      target_toon_lines: [...accepted.targetToonLines],
    };
  };
  app.post('/submit-case', async (context) => {
    const raw = await readBody(context, bodySchema);
    const key = context.req.header('idempotency-key');
    const writer = readWriter(context.req.header(WRITER_HEADER));
    const single = !(typeof raw === 'object' && raw !== null && 'submissions' in raw);
    if (!single) {
      const { submissions } = parseShape(batchSchema, raw);
      const answers = await Promise.all(submissions.map((submission) => submit(submission, writer).catch((error: unknown) => documentOf(error))));
      const coverage = services.campaign.coverageJson();
      const results = answers.map((answer) => ('status' in answer ? JSON.stringify(answer) : withCoverage(answer, coverage)));
      return answerJson(context, `{"results":[${results.join(',')}],"coverage":${coverage}}`);
    }
    const submission = parseShape(submissionSchema, raw);
    const { store } = services.campaign;
    const owner = submission.agent_id ?? '';
    const requestHash = exactHash(JSON.stringify(submission));
    const remembered = key === undefined ? undefined : store.remembered(owner, key);
    if (remembered) {
      if (remembered.requestHash !== requestHash) throw new RequestProblem('idempotency-mismatch', 'this Idempotency-Key was used for another submission');
      context.header('content-type', remembered.status === 200 ? 'application/json' : 'application/problem+json; charset=utf-8');
      return context.body(remembered.body, remembered.status as 200);
    }
    const outcome = await submit(submission, writer).catch((error: unknown) => documentOf(error));
    const status = 'status' in outcome ? outcome.status : 200;
    const body = 'status' in outcome ? JSON.stringify(outcome) : withCoverage(outcome, services.campaign.coverageJson());
    if (key !== undefined && (status === 200 || status === 422)) await store.write(() => store.remember(owner, key, requestHash, status, body));
    if ('status' in outcome) return answerProblem(context, outcome);
    return answerJson(context, body);
  });
}

/** @throws RequestProblem 400 where it is longer than 64 characters or not printable */
function readWriter(header: string | undefined): string | undefined {
  if (header !== undefined && !/^[\x20-\x7e]{1,64}$/.test(header)) throw new RequestProblem('bad-request', `${WRITER_HEADER}: 1 to 64 printable characters`);
  return header;
}

function parseShape<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  const targeted = issue.code === 'unrecognized_keys' && issue.keys.some((name) => name.includes('target_toon'));
  throw new RequestProblem(
    'bad-request',
    targeted ? 'submit the text only: the server keeps the target, target_toon is refused' : `${issue.path.join('.') || 'body'}: ${issue.message}`.slice(0, 300),
  );
}
