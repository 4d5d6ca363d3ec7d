import type { LanguageModel } from 'ai';
import { bareText, conversationFor } from './repair-prompt.ts';
import { WriterFailed, WriterUnfit, type Writer, type WriterUsage } from './writer.ts';

export interface ModelWriterOptions {
  readonly model: LanguageModel;
  /** Milliseconds that one answer may take, its retries included. */
  readonly timeoutMs?: number;
  /** Retries after 429, 5xx and lost connections; `Retry-After` is honoured. */
  readonly retries?: number;
  readonly temperature?: number;
  /** Price of a million tokens, input and output. */
  readonly price?: { readonly input: number; readonly output: number };
}

/** Answers that no second try changes: a wrong key, an unknown model, a refused request. */
const FINAL = new Set([400, 401, 402, 403, 404]);
const MOST_TOKENS = 4096;

/** A writer that asks a language model, and shows it what was wrong with its last text. */
export function modelWriter({ model, timeoutMs = 120_000, retries = 4, temperature = 0.9, price }: ModelWriterOptions): Writer {
  const last = new Map<string, string>();
  let inputTokens = 0;
  let outputTokens = 0;
  const name = typeof model === 'string' ? model : model.modelId;
  return {
    name: `model ${name}`,
    async write(instruction, problems, signal) {
      const { generateText } = await import('ai');
      const id = instruction.instruction_id;
      const text = last.get(id);
      last.delete(id);
      const earlier = problems && text !== undefined ? { text, problems } : undefined;
      const limit = AbortSignal.timeout(timeoutMs);
      try {
        const answer = await generateText({
          model,
          messages: conversationFor(instruction, earlier),
          abortSignal: AbortSignal.any([signal, limit]),
          maxRetries: retries,
          maxOutputTokens: MOST_TOKENS,
          temperature,
        });
        inputTokens += answer.usage.inputTokens ?? 0;
        outputTokens += answer.usage.outputTokens ?? 0;
        const written = bareText(answer.text);
        if (written === '') throw new WriterFailed(`${name} answered with no text (${answer.finishReason})`);
        if (answer.finishReason === 'length') throw new WriterFailed(`${name} did not come to an end within ${MOST_TOKENS} tokens`);
        last.set(id, written);
        return written;
      } catch (error) {
        signal.throwIfAborted();
        if (limit.aborted) throw new WriterFailed(`${name} did not answer within ${timeoutMs / 1000} s`);
        throw sentenceOf(error, name);
      }
    },
    usage: (): WriterUsage => ({
      inputTokens,
      outputTokens,
      ...(price ? { cost: (inputTokens * price.input + outputTokens * price.output) / 1e6 } : {}),
    }),
  };
}

/** What a provider's fault means for the agent: stop, or give this one back and go on. */
function sentenceOf(error: unknown, name: string): Error {
  if (error instanceof WriterFailed) return error;
  const cause = (error as { lastError?: unknown }).lastError ?? error;
  const status = (cause as { statusCode?: number }).statusCode;
  const said = (cause as Error).message.split('\n')[0]!.slice(0, 200);
  if (status !== undefined && FINAL.has(status)) return new WriterUnfit(`the provider of ${name} refuses (${status}): ${said}; check --model and its key`);
  return new WriterFailed(`${name} gave no usable answer${status === undefined ? '' : ` (${status})`}: ${said}`);
}
