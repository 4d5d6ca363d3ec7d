import { problemCodes, UserError, type ProblemCode, type ProblemDocument, type WireProblem } from '@case-swarm/schema';
import type { Context } from 'hono';
import { CampaignProblem } from '../campaign/errors.ts';
import { StorageFull } from '../store/store.ts';

const titles: Readonly<Record<ProblemCode, string>> = {
  'bad-json': 'The body is not JSON',
  'bad-request': 'The request is malformed',
  unauthorized: 'A token is needed',
  forbidden: 'This token may not do that',
  'not-found': 'No such page',
  'unknown-instruction': 'No such instruction',
  'method-not-allowed': 'Another method is needed',
  'lease-expired': 'The lease has ended',
  'not-your-lease': 'The lease is another agent’s',
  'no-slot': 'No open slot fits',
  'already-accepted': 'The instruction has its case',
  'not-accepted': 'The case is not in the accepted set',
  'idempotency-mismatch': 'This key was used for another request',
  'too-large': 'The body is too large',
  'unsupported-media-type': 'JSON is needed',
  'case-refused': 'The text is refused',
  'too-many-requests': 'Too many requests',
  internal: 'The server failed',
  'shutting-down': 'The server is stopping',
  'storage-full': 'The disk is full',
};

/** An answer that is not a success: status, RFC 9457 document, and the `error` string that old clients read. */
export function problemDocument(
  code: ProblemCode,
  detail: string,
  more: { problems?: readonly WireProblem[] | undefined; attemptsLeft?: number | undefined; retryAfterMs?: number } = {},
): ProblemDocument {
  return {
    type: `urn:case-swarm:problem:${code}`,
    title: titles[code],
    status: problemCodes[code],
    code,
    detail,
    error: detail,
    ...(more.problems ? { problems: [...more.problems] } : {}),
    ...(more.attemptsLeft === undefined ? {} : { attempts_left: more.attemptsLeft }),
    ...(more.retryAfterMs === undefined ? {} : { retry_after_ms: more.retryAfterMs }),
  };
}

export function answerProblem(context: Context, document: ProblemDocument): Response {
  context.header('content-type', 'application/problem+json; charset=utf-8');
  if (document.retry_after_ms !== undefined) context.header('retry-after', String(Math.ceil(document.retry_after_ms / 1000)));
  return context.body(JSON.stringify(document), document.status as 400);
}

/** Any thrown thing as a document; what nobody foresaw is `internal` and says nothing of the inside. */
export function documentOf(error: unknown): ProblemDocument {
  if (error instanceof CampaignProblem) return problemDocument(error.code, error.message, { problems: error.problems, attemptsLeft: error.attemptsLeft });
  if (error instanceof RequestProblem) return problemDocument(error.code, error.message, error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs });
  if (error instanceof StorageFull) return problemDocument('storage-full', error.message);
  if (error instanceof UserError) return problemDocument('bad-request', error.message);
  return problemDocument('internal', 'the server failed on this request; its log says why');
}

/** A request that cannot be read. */
export class RequestProblem extends Error {
  override readonly name = 'RequestProblem';
  readonly code: ProblemCode;
  readonly retryAfterMs: number | undefined;
  constructor(code: ProblemCode, message: string, retryAfterMs?: number) {
    super(message);
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}
