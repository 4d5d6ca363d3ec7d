import { UserError } from '@case-swarm/schema';
import type { LanguageModel } from 'ai';

const FORMS = 'openai:MODEL, anthropic:MODEL, mistral:MODEL, ollama:MODEL or openai-compatible:URL#MODEL';

/** A key from the environment. @throws UserError `no-key` */
function keyOf(environment: NodeJS.ProcessEnv, name: string): string {
  const key = environment[name];
  if (key === undefined || key.trim() === '') throw new UserError('no-key', `the environment has no ${name}; set it to the provider's key`, 2);
  return key.trim();
}

/**
 * The language model that a word such as `mistral:mistral-small-latest` names. Providers are loaded when they are named,
 * so that the others cost nothing.
 * @throws UserError `unknown-model`, `no-key`
 */
export async function languageModel(spec: string, environment: NodeJS.ProcessEnv = process.env): Promise<LanguageModel> {
  const at = spec.indexOf(':');
  const provider = spec.slice(0, Math.max(at, 0));
  const name = spec.slice(at + 1);
  if (at < 0 || name === '') throw new UserError('unknown-model', `--model ${spec}: name it as ${FORMS}`, 2);
  switch (provider) {
    case 'openai': {
      const { createOpenAI } = await import('@ai-sdk/openai');
      const baseURL = environment['OPENAI_BASE_URL'];
      return createOpenAI({ apiKey: keyOf(environment, 'OPENAI_API_KEY'), ...(baseURL ? { baseURL } : {}) }).chat(name);
    }
    case 'anthropic': {
      const { createAnthropic } = await import('@ai-sdk/anthropic');
      return createAnthropic({ apiKey: keyOf(environment, 'ANTHROPIC_API_KEY') })(name);
    }
    case 'mistral': {
      const { createMistral } = await import('@ai-sdk/mistral');
      return createMistral({ apiKey: keyOf(environment, 'MISTRAL_API_KEY') })(name);
    }
    case 'ollama': {
      const host = environment['OLLAMA_HOST'] ?? 'http://127.0.0.1:11434';
      return compatible('ollama', `${/^https?:/.test(host) ? host : `http://${host}`}/v1`, name, undefined);
    }
    case 'openai-compatible': {
      const [url, model] = [name.slice(0, name.lastIndexOf('#')), name.slice(name.lastIndexOf('#') + 1)];
      if (!name.includes('#') || model === '' || !URL.canParse(url))
        throw new UserError('unknown-model', `--model ${spec}: give the address and the model's name, as openai-compatible:http://127.0.0.1:8000/v1#my-model`, 2);
      return compatible('openai-compatible', url, model, environment['OPENAI_COMPATIBLE_API_KEY']);
    }
    default:
      throw new UserError('unknown-model', `--model ${spec}: unknown provider "${provider}"; name it as ${FORMS}`, 2);
  }
}

async function compatible(name: string, baseURL: string, model: string, apiKey: string | undefined): Promise<LanguageModel> {
  const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
  return createOpenAICompatible({ name, baseURL: baseURL.replace(/\/+$/, ''), includeUsage: true, ...(apiKey === undefined ? {} : { apiKey }) })(model);
}
