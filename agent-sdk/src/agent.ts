import type { Instruction } from '@case-swarm/schema';
import { pause, type CaseClient } from './client.ts';
import { CampaignDone, LeaseExpired, SubmissionRefused } from './errors.ts';
import { WriterFailed, type Writer } from './writers/writer.ts';

export type AgentEvent =
  | { readonly type: 'case-accepted'; readonly instructionId: string; readonly attempts: number; readonly accepted: number; readonly remaining: number }
  | { readonly type: 'case-refused'; readonly instructionId: string; readonly attemptsLeft: number; readonly reasons: readonly string[] }
  | { readonly type: 'lease-lost'; readonly instructionId: string; readonly message: string }
  | { readonly type: 'released'; readonly instructionId: string; readonly message: string }
  | { readonly type: 'waiting'; readonly ms: number };

export interface AgentOptions {
  readonly client: CaseClient;
  readonly writer: Writer;
  /** Texts at work at once. */
  readonly concurrency: number;
  /** Instructions drawn at once; by default as many as are worked on. */
  readonly batch?: number;
  /** Dry runs of the gate that a text gets before it costs an attempt. */
  readonly rehearsals?: number;
  /** The same for a text that was refused before: a writer that is quick may look for a better one as often as it likes. */
  readonly repairRehearsals?: number;
  /** Stop after this many accepted cases. */
  readonly count?: number;
  readonly topic?: string;
  readonly signal: AbortSignal;
  readonly onEvent?: (event: AgentEvent) => void;
}

export interface AgentResult {
  readonly accepted: number;
  readonly refused: number;
  readonly parked: number;
  readonly done: boolean;
}

const RENEW_MS = 60_000;
/** How soon a hand looks again whether another's text was refused. */
const WAIT_MS = 25;
/** Times that the writer fails with no accepted case between them before the agent stops. */
const MOST_FAILURES = 5;

/** Draws work, writes, submits and repairs until the campaign is done, the count is met, or the signal comes. */
export async function runAgent(options: AgentOptions): Promise<AgentResult> {
  const { client, signal } = options;
  const held = new Map<string, Instruction>();
  const busy = new Set<string>();
  let accepted = 0;
  let refused = 0;
  let done: CampaignDone | undefined;
  let failures = 0;
  const tell = options.onEvent ?? (() => {});
  const enough = (): boolean => options.count !== undefined && accepted >= options.count;

  /** Instructions to work on; leases already held come back from the server and are not taken twice. */
  let fetching: Promise<void> | undefined;
  const fetchMore = async (): Promise<void> => {
    const answer = await client.next({ count: options.batch ?? options.concurrency, ...(options.topic === undefined ? {} : { topic: options.topic }) }, signal);
    if (answer.kind === 'wait') {
      tell({ type: 'waiting', ms: answer.retryAfterMs });
      await pause(Math.min(answer.retryAfterMs, 2000), signal);
      return;
    }
    for (const instruction of answer.instructions) if (!busy.has(instruction.instruction_id)) held.set(instruction.instruction_id, instruction);
    // Everything that came back is being worked on by this agent's other hands.
    if (held.size === 0) await pause(50, signal);
  };

  /** What is at work may be all that is still wanted. */
  const full = (): boolean => options.count !== undefined && accepted + busy.size >= options.count;

  const take = async (): Promise<Instruction | undefined> => {
    while (!done && !enough() && !signal.aborted) {
      if (full()) {
        await pause(WAIT_MS, signal).catch(() => {});
        continue;
      }
      const [next] = held.values();
      if (next) {
        held.delete(next.instruction_id);
        busy.add(next.instruction_id);
        return next;
      }
      fetching ??= fetchMore().finally(() => (fetching = undefined));
      try {
        await fetching;
      } catch (error) {
        if (!(error instanceof CampaignDone)) throw error;
        done = error;
      }
    }
    return undefined;
  };

  const work = async (): Promise<void> => {
    for (let instruction = await take(); instruction; instruction = await take()) {
      try {
        await workOn(instruction);
      } finally {
        busy.delete(instruction.instruction_id);
      }
    }
  };

  /** A text that the gate has seen, as often as it may be rehearsed. */
  const write = async (instruction: Instruction, problems: SubmissionRefused['problems'] | undefined): Promise<string> => {
    let text = await options.writer.write(instruction, problems, signal);
    const rounds = Math.max(options.rehearsals ?? 0, problems ? (options.repairRehearsals ?? 0) : 0);
    for (let round = 0; round < rounds; round++) {
      const seen = await client.validate(instruction.instruction_id, text, signal);
      if (seen.accepted) return text;
      text = await options.writer.write(instruction, seen.problems, signal);
    }
    return text;
  };

  const workOn = async (instruction: Instruction): Promise<void> => {
    const id = instruction.instruction_id;
    const renewal = setInterval(() => void client.renew(id, signal).catch(() => clearInterval(renewal)), RENEW_MS);
    try {
      let problems: SubmissionRefused['problems'] | undefined;
      let refusedText: string | undefined;
      for (let attempt = 1; ; attempt++) {
        const text = await write(instruction, problems);
        // The server answers a text that it knows as before, so that no attempt is spent: this would go on for ever.
        if (text === refusedText) throw new WriterFailed(`${options.writer.name} wrote the refused text of ${id} again`);
        try {
          const answer = await client.submit(id, text, signal);
          accepted++;
          failures = 0;
          tell({ type: 'case-accepted', instructionId: id, attempts: attempt, accepted, remaining: answer.coverage.remaining });
          return;
        } catch (error) {
          if (!(error instanceof SubmissionRefused)) throw error;
          refused++;
          refusedText = text;
          problems = error.problems;
          tell({
            type: 'case-refused',
            instructionId: id,
            attemptsLeft: error.attemptsLeft,
            reasons: error.problems.filter((problem) => problem.severity === 'refuse').map((problem) => `${problem.code}: ${problem.message}`),
          });
          if (error.attemptsLeft <= 0) return;
        }
      }
    } catch (error) {
      if (error instanceof LeaseExpired) tell({ type: 'lease-lost', instructionId: id, message: error.message });
      else {
        await client.release(id).catch(() => {});
        tell({ type: 'released', instructionId: id, message: (error as Error).message });
        const passing = error instanceof WriterFailed && ++failures < MOST_FAILURES;
        if (!passing && !signal.aborted) throw error;
      }
    } finally {
      clearInterval(renewal);
    }
  };

  const hands = Array.from({ length: options.concurrency }, () => work());
  const outcomes = await Promise.allSettled(hands);
  // What was drawn and not begun goes back at once instead of waiting for its lease to run out.
  await Promise.allSettled([...held.keys()].map((id) => client.release(id)));
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed && !signal.aborted) throw failed.reason;
  return { accepted, refused, parked: done?.parked ?? 0, done: done !== undefined };
}
