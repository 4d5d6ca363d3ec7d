import { Tokenizer as HubTokenizer } from '@huggingface/tokenizers';
import { TrainerError } from '../errors.ts';
import type { Tokenizer } from './tokenizer.ts';

/** A `tokenizer.json` of the hub. */
export function jsonTokenizer(raw: object, file: string): Tokenizer {
  const engine = new HubTokenizer(raw, {});
  const vocabulary = (raw as { model?: { vocab?: Record<string, number> | unknown[] } }).model?.vocab ?? {};
  const added = (raw as { added_tokens?: { id: number; content: string }[] }).added_tokens ?? [];
  const specials = new Map(added.map((token) => [token.content, token.id]));
  return {
    vocabularySize: Math.max(Array.isArray(vocabulary) ? vocabulary.length : Object.keys(vocabulary).length, ...added.map((token) => token.id + 1)),
    encode: (text) => [...engine.encode(text, { add_special_tokens: false }).ids],
    decode: (ids) => engine.decode([...ids]),
    special(name) {
      const id = specials.get(name);
      if (id === undefined) throw new TrainerError(`${file} has no special token ${name}`);
      return id;
    },
  };
}
