import { decodeToon, UserError, type Pack, type Payload } from '@case-swarm/schema';

/** A model behind an address that speaks the OpenAI protocol (Ollama, vLLM, llama.cpp, a provider). */
export interface ModelOfProposals {
  /** Base address, such as http://127.0.0.1:11434/v1. */
  readonly url: string;
  readonly model: string;
  /** Sent as a bearer token where there is one. */
  readonly key?: string | undefined;
}

const PATIENCE_MS = 120_000;

/**
 * A model's reading of a statement, for a person to go on from.
 *
 * @throws UserError `no-proposal`: the address does not answer, or not with facts in TOON; the message says which
 */
export async function askForFacts(pack: Pack, text: string, { url, model, key }: ModelOfProposals): Promise<Payload> {
  const failed = (why: string): UserError => new UserError('no-proposal', `${model} at ${url} proposed nothing: ${why}`, 1);
  const messages = [
    {
      role: 'system',
      content: `${pack.systemMessage}\n\nChemins du schéma :\n${[...pack.master.leaves].map(([pattern, leaf]) => `${pattern} (${leaf.codes?.join('|') ?? leaf.kind})`).join('\n')}`,
    },
    { role: 'user', content: text },
  ];
  let answer: string;
  try {
    const response = await fetch(`${url.replace(/\/$/, '')}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
      body: JSON.stringify({ model, messages, temperature: 0 }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!response.ok) throw failed(`HTTP ${response.status}`);
    const body = (await response.json()) as { choices?: { message?: { content?: string } }[] };
    answer = body.choices?.[0]?.message?.content ?? '';
  } catch (error) {
    if (error instanceof UserError) throw error;
    const cause = (error as Error).cause;
    throw failed(cause instanceof Error ? cause.message : (error as Error).message);
  }
  try {
    return decodeToon(/```(?:toon)?\n([\s\S]*?)\n```/.exec(answer)?.[1] ?? answer.trim());
  } catch (error) {
    throw failed(`its answer is no TOON (${(error as Error).message})`);
  }
}
