import { randomUUID } from 'node:crypto';
import {
  healthSchema,
  batchResponseSchema,
  nextResponseSchema,
  problemDocumentSchema,
  statisticsSchema,
  submitResponseSchema,
  WRITER_HEADER,
  type BatchResponse,
  type CampaignEvent,
  type Coverage,
  type Health,
  type Instruction,
  type NextRequest,
  type Statistics,
  type SubmitResponse,
  type Validation,
} from '@case-swarm/schema';
import type { z } from 'zod';
import { readEvents } from './event-stream.ts';
import { CampaignDone, LeaseExpired, RequestRejected, ServerUnavailable, SubmissionRefused } from './errors.ts';

export interface ClientOptions {
  /** `http://127.0.0.1:8765` */
  readonly server: string;
  readonly agentId?: string;
  readonly token?: string;
  /** Name of what writes the texts; the server counts acceptances and refusals by it. */
  readonly writer?: string;
  /** Requests that got no answer, 429 or 503 are sent again this often. */
  readonly retries?: number;
  readonly fetch?: typeof fetch;
}

export type NextResult =
  | { readonly kind: 'instructions'; readonly instructions: readonly Instruction[]; readonly coverage: Coverage }
  | { readonly kind: 'wait'; readonly retryAfterMs: number; readonly coverage: Coverage };

const BASE_DELAY_MS = 200;
const MOST_DELAY_MS = 5000;

export interface CaseClient {
  health(signal?: AbortSignal): Promise<Health>;
  /** @throws CampaignDone, RequestRejected, ServerUnavailable */
  next(request?: Omit<NextRequest, 'agent_id'>, signal?: AbortSignal): Promise<NextResult>;
  /** @throws SubmissionRefused, LeaseExpired, RequestRejected, ServerUnavailable */
  submit(instructionId: string, text: string, signal?: AbortSignal): Promise<SubmitResponse>;
  /** Up to 100 texts at once; each has its own verdict in the answer, in order. */
  submitBatch(texts: readonly { readonly instructionId: string; readonly text: string }[], signal?: AbortSignal): Promise<BatchResponse>;
  validate(instructionId: string, text: string, signal?: AbortSignal): Promise<Validation>;
  renew(instructionId: string, signal?: AbortSignal): Promise<void>;
  release(instructionId: string, signal?: AbortSignal): Promise<void>;
  statistics(signal?: AbortSignal): Promise<Statistics>;
  /**
   * What happens from now on, or from behind an event's id. Ends when the connection does; ask again with the last id.
   * @throws ServerUnavailable, RequestRejected
   */
  events(after: number | undefined, signal?: AbortSignal): AsyncGenerator<CampaignEvent>;
}

/** A typed client of the server's contract. Retries are safe: submissions carry a key. */
export function createClient(options: ClientOptions): CaseClient {
  const send = options.fetch ?? fetch;
  const base = options.server.replace(/\/+$/, '');
  const writer = options.writer === undefined ? {} : { [WRITER_HEADER]: options.writer.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 64) };
  const agent = options.agentId === undefined ? {} : { agent_id: options.agentId };

  async function call(path: string, init: { method: 'GET' | 'POST'; body?: unknown; key?: string }, signal?: AbortSignal): Promise<unknown> {
    const retries = options.retries ?? 6;
    for (let attempt = 0; ; attempt++) {
      signal?.throwIfAborted();
      let response: Response;
      let text: string;
      try {
        [response, text] = await withOwnSignal(signal, async (own) => {
          const answer = await send(`${base}${path}`, {
            method: init.method,
            headers: {
              accept: 'application/json',
              ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
              ...(init.key ? { 'idempotency-key': init.key } : {}),
              ...writer,
              ...(options.token ? { authorization: `Bearer ${options.token}` } : {}),
            },
            ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
            signal: own,
          });
          return [answer, await answer.text()] as const;
        });
      } catch (error) {
        signal?.throwIfAborted();
        if (attempt >= retries) throw new ServerUnavailable(`no answer from ${base} after ${attempt + 1} tries (${reasonOf(error)}); is case-server running there?`);
        await pause(delayOf(attempt), signal);
        continue;
      }
      if (response.ok) return parseJson(text, base);
      if ((response.status === 429 || response.status === 503) && attempt < retries) {
        await pause(Math.min(Number(response.headers.get('retry-after') ?? 0) * 1000, MOST_DELAY_MS) || delayOf(attempt), signal);
        continue;
      }
      throw refusalOf(response.status, text, base);
    }
  }

  async function shaped<T>(schema: z.ZodType<T>, answer: Promise<unknown>): Promise<T> {
    const result = schema.safeParse(await answer);
    if (!result.success)
      throw new RequestRejected(
        'other-protocol',
        200,
        `${base} does not answer as this client expects (${result.error.issues[0]?.path.join('.')}); is it a case-server of another version?`,
      );
    return result.data;
  }

  return {
    health: (signal) => shaped(healthSchema, call('/health', { method: 'GET' }, signal)),
    async next(request = {}, signal) {
      const answer = await shaped(nextResponseSchema, call('/next-instruction', { method: 'POST', body: { ...agent, ...request, count: request.count ?? 1 } }, signal));
      if (answer.done) throw new CampaignDone(answer.message ?? 'the campaign is done', answer.parked ?? 0);
      if (answer.wait) return { kind: 'wait', retryAfterMs: answer.retry_after_ms ?? 1000, coverage: answer.coverage };
      return { kind: 'instructions', instructions: answer.instructions ?? (answer.instruction ? [answer.instruction] : []), coverage: answer.coverage };
    },
    submit: (instructionId, text, signal) =>
      shaped(submitResponseSchema, call('/submit-case', { method: 'POST', body: { ...agent, instruction_id: instructionId, case_text: text }, key: randomUUID() }, signal)),
    submitBatch: (texts, signal) =>
      shaped(
        batchResponseSchema,
        call(
          '/submit-case',
          { method: 'POST', body: { submissions: texts.map(({ instructionId, text }) => ({ ...agent, instruction_id: instructionId, case_text: text })) } },
          signal,
        ),
      ),
    async validate(instructionId, text, signal) {
      const answer = (await call('/validate-case', { method: 'POST', body: { ...agent, instruction_id: instructionId, case_text: text } }, signal)) as { validation: Validation };
      return answer.validation;
    },
    async renew(instructionId, signal) {
      await call('/renew-lease', { method: 'POST', body: { ...agent, instruction_id: instructionId } }, signal);
    },
    async release(instructionId, signal) {
      await call('/release-instruction', { method: 'POST', body: { ...agent, instruction_id: instructionId } }, signal);
    },
    statistics: (signal) => shaped(statisticsSchema, call('/statistics', { method: 'GET' }, signal)),
    async *events(after, signal) {
      let response: Response;
      try {
        response = await send(`${base}/events${after === undefined ? '' : `?after=${after}`}`, {
          headers: { accept: 'text/event-stream', ...(options.token ? { authorization: `Bearer ${options.token}` } : {}) },
          ...(signal ? { signal } : {}),
        });
      } catch (error) {
        signal?.throwIfAborted();
        throw new ServerUnavailable(`no answer from ${base} (${reasonOf(error)}); is case-server running there?`);
      }
      if (!response.ok || !response.body) throw refusalOf(response.status, await response.text(), base);
      yield* readEvents(response.body);
    },
  };
}

function parseJson(text: string, base: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RequestRejected('other-protocol', 200, `${base} did not answer with JSON; is it a case-server?`);
  }
}

function refusalOf(status: number, text: string, base: string): Error {
  let document: z.infer<typeof problemDocumentSchema> | undefined;
  try {
    document = problemDocumentSchema.parse(JSON.parse(text));
  } catch {
    return new RequestRejected('other-protocol', status, `${base} answered ${status} without a problem document; is it a case-server?`);
  }
  if (document.code === 'case-refused') return new SubmissionRefused(document.detail, document.problems ?? [], document.attempts_left ?? 0);
  if (document.code === 'lease-expired' || document.code === 'not-your-lease' || document.code === 'already-accepted') return new LeaseExpired(document.detail);
  if (document.code === 'shutting-down' || document.code === 'too-many-requests') return new ServerUnavailable(document.detail);
  return new RequestRejected(document.code, status, document.detail);
}

const reasonOf = (error: unknown): string => {
  const cause = (error as { cause?: { code?: unknown } }).cause;
  return typeof cause?.code === 'string' ? cause.code : (error as Error).message;
};
/** Exponential with full jitter. */
const delayOf = (attempt: number): number => Math.random() * Math.min(MOST_DELAY_MS, BASE_DELAY_MS * 2 ** attempt);

/**
 * Runs a call with a signal of its own that goes with it. `fetch` leaves its listener on the signal that it is given until it is
 * collected, and an agent's one signal is given to all of its calls.
 */
async function withOwnSignal<T>(signal: AbortSignal | undefined, run: (own: AbortSignal) => Promise<T>): Promise<T> {
  const own = new AbortController();
  const abort = (): void => own.abort(signal!.reason);
  signal?.addEventListener('abort', abort, { once: true });
  try {
    return await run(own.signal);
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}

export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const abort = (): void => {
      clearTimeout(timer);
      reject(signal!.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, ms);
    signal?.addEventListener('abort', abort, { once: true });
  });
}
