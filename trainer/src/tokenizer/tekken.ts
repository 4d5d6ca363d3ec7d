import { Tiktoken } from 'js-tiktoken/lite';
import { TrainerError } from '../errors.ts';
import type { Tokenizer } from './tokenizer.ts';

interface TekkenFile {
  readonly config: { readonly pattern: string; readonly default_vocab_size: number; readonly default_num_special_tokens: number };
  readonly vocab: readonly { readonly rank: number; readonly token_bytes: string }[];
  readonly special_tokens?: readonly { readonly rank: number; readonly token_str: string }[];
}

/** Mistral's control tokens by id; also those of Tekken files that do not list theirs (v3). */
export const controlTokens: readonly string[] = [
  '<unk>',
  '<s>',
  '</s>',
  '[INST]',
  '[/INST]',
  '[AVAILABLE_TOOLS]',
  '[/AVAILABLE_TOOLS]',
  '[TOOL_RESULTS]',
  '[/TOOL_RESULTS]',
  '[TOOL_CALLS]',
  '[IMG]',
  '<pad>',
  '[IMG_BREAK]',
  '[IMG_END]',
  '[PREFIX]',
  '[MIDDLE]',
  '[SUFFIX]',
  '[SYSTEM_PROMPT]',
  '[/SYSTEM_PROMPT]',
  '[TOOL_CONTENT]',
];

/** Mistral's Tekken: byte-level BPE whose ids start behind the special tokens. */
export function tekkenTokenizer(raw: unknown, file: string): Tokenizer {
  const data = raw as Partial<TekkenFile>;
  if (!data.config || !Array.isArray(data.vocab)) throw new TrainerError(`${file} is not a Tekken file: it needs "config" and "vocab"`);
  const shift = data.config.default_num_special_tokens;
  const size = data.config.default_vocab_size;
  const kept = data.vocab.slice(0, size - shift);
  const specials = new Map((data.special_tokens ?? controlTokens.map((token_str, rank) => ({ rank, token_str }))).map(({ token_str, rank }) => [token_str, rank]));
  const engine = new Tiktoken({ pat_str: data.config.pattern, special_tokens: {}, bpe_ranks: ranksOf(kept.map((entry) => entry.token_bytes)) });
  return {
    vocabularySize: size,
    encode: (text) => engine.encode(text, [], []).map((id) => id + shift),
    decode: (ids) => engine.decode(ids.filter((id) => id >= shift).map((id) => id - shift)),
    special(name) {
      const id = specials.get(name);
      if (id === undefined) throw new TrainerError(`${file} has no special token ${name}`);
      return id;
    },
  };
}

/** js-tiktoken's compact form: lines of "! first-rank token token…", tokens in base64. */
const ranksOf = (tokens: readonly string[]): string => `! 0 ${tokens.join(' ')}`;
