import { loadPack, UserError } from '@case-swarm/schema';
import { runAgent, type AgentEvent } from '../agent.ts';
import { createClient } from '../client.ts';
import { commandWriter } from '../writers/command.ts';
import { embeddedWriter } from '../writers/embedded.ts';
import { ManualStop, manualWriter } from '../writers/manual.ts';
import { modelWriter } from '../writers/model.ts';
import { languageModel } from '../writers/provider.ts';
import type { Writer } from '../writers/writer.ts';
import { readToken } from './token.ts';

export interface RunOptions {
  readonly id: string;
  readonly server: string;
  readonly writer: string;
  readonly model?: string;
  readonly price?: { readonly input: number; readonly output: number };
  readonly exec?: string;
  readonly writerTimeout: number;
  readonly manual?: boolean;
  readonly concurrency: number;
  readonly batch?: number;
  readonly rehearsals?: number;
  readonly count?: number;
  readonly topic?: string;
  readonly pack?: string;
  readonly masterSchemaFile?: string;
  readonly tokenFile?: string;
  readonly seed: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

const FAILED = 1;
const STOPPED = 130;
/** Dry runs before an attempt is spent, for writers whose texts cost more than a request. */
const REHEARSALS = 2;
/** The embedded writer costs next to nothing: a refused text is written anew until the gate takes one. */
const REPAIR_REHEARSALS = 12;

async function makeWriter(options: RunOptions): Promise<Writer> {
  const timeoutMs = options.writerTimeout * 1000;
  if (options.manual) return manualWriter(process.env['VISUAL'] ?? process.env['EDITOR']);
  switch (options.writer) {
    case 'realizer':
      return embeddedWriter(await loadPack({ pack: options.pack, masterSchemaFile: options.masterSchemaFile }), `${options.seed}|${options.id}`);
    case 'model':
      if (options.model === undefined) throw new UserError('no-model', '--writer model needs --model, for instance --model mistral:mistral-small-latest', 2);
      return modelWriter({ model: await languageModel(options.model), timeoutMs, ...(options.price ? { price: options.price } : {}) });
    case 'command':
      if (options.exec === undefined) throw new UserError('no-command', "--writer command needs --exec, for instance --exec './my-writer'", 2);
      return commandWriter({ command: options.exec, timeoutMs });
    default:
      throw new UserError('unknown-writer', `unknown writer "${options.writer}"; there are "realizer", "model" and "command"`, 2);
  }
}

/** JSON lines for programs, one live line for people, nothing where nobody looks. */
function reporter(options: RunOptions): (event: AgentEvent) => void {
  if (options.json) return (event) => process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), agent_id: options.id, ...event })}\n`);
  if (options.quiet || !process.stdout.isTTY) return () => {};
  return (event) => {
    if (event.type === 'case-accepted') process.stdout.write(`\r\u001b[K${options.id}: ${event.accepted} accepted, ${event.remaining} to go`);
    else if (event.type === 'case-refused') process.stdout.write(`\r\u001b[K${event.instructionId} refused: ${event.reasons[0] ?? ''}\n`);
    else if (event.type === 'released') process.stdout.write(`\r\u001b[K${event.instructionId} given back: ${event.message}\n`);
  };
}

/** What the writer's tokens were, where it counts them. */
function usageOf(writer: Writer): { readonly input_tokens: number; readonly output_tokens: number; readonly cost?: number } | undefined {
  const usage = writer.usage?.();
  return usage && { input_tokens: usage.inputTokens, output_tokens: usage.outputTokens, ...(usage.cost === undefined ? {} : { cost: Math.round(usage.cost * 1e6) / 1e6 }) };
}

/** Works until the campaign is done, the count is met or a signal comes; the exit code of the command. */
export async function runCommand(options: RunOptions): Promise<number> {
  const writer = await makeWriter(options);
  const client = createClient({
    server: options.server,
    agentId: options.id,
    writer: writer.name,
    ...(options.tokenFile === undefined ? {} : { token: readToken(options.tokenFile) }),
  });
  const controller = new AbortController();
  let stopped = false;
  const stop = (): void => {
    stopped = true;
    controller.abort(new Error('stopped'));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    const result = await runAgent({
      client,
      writer,
      concurrency: options.manual ? 1 : options.concurrency,
      rehearsals: options.rehearsals ?? (options.writer === 'realizer' || options.manual ? 0 : REHEARSALS),
      ...(options.writer === 'realizer' && !options.manual ? { repairRehearsals: REPAIR_REHEARSALS } : {}),
      signal: controller.signal,
      onEvent: reporter(options),
      ...(options.batch === undefined ? {} : { batch: options.batch }),
      ...(options.count === undefined ? {} : { count: options.count }),
      ...(options.topic === undefined ? {} : { topic: options.topic }),
    });
    if (stopped) return STOPPED;
    const usage = usageOf(writer);
    const spent = usage ? `, ${usage.input_tokens} tokens in and ${usage.output_tokens} out${usage.cost === undefined ? '' : `, cost ${usage.cost}`}` : '';
    const line = `${options.id}: ${result.accepted} accepted, ${result.refused} refused${result.parked > 0 ? `, ${result.parked} slots parked` : ''}${spent}`;
    if (options.json) process.stdout.write(`${JSON.stringify({ type: 'ended', agent_id: options.id, ...result, ...(usage ? { usage } : {}) })}\n`);
    else if (!options.quiet) process.stdout.write(`${process.stdout.isTTY ? '\r\u001b[K' : ''}${line}\n`);
    return result.parked > 0 ? FAILED : 0;
  } catch (error) {
    if (stopped) return STOPPED;
    if (error instanceof ManualStop) return 0;
    throw error;
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}
