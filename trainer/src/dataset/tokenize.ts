import type { Tokenizer } from '../tokenizer/tokenizer.ts';
import type { Example } from './read.ts';

export type Template = 'mistral' | 'plain';

/** Ids of a row, and which of them are learned. */
export interface TokenRow {
  readonly line: number;
  readonly ids: readonly number[];
  readonly learned: readonly boolean[];
  readonly truncated: boolean;
}

/**
 * Mistral's chat form (v7 and later): `<s>[SYSTEM_PROMPT]S[/SYSTEM_PROMPT][INST]U[/INST]A</s>`, each text encoded by
 * itself, brackets as special tokens. `plain` is the earlier system's `SYSTEM: …`, `USER: …`, `ASSISTANT: …`.
 * Only the last assistant turn is learned; a bare text is learned whole.
 */
export function tokenizeExample(example: Example, tokenizer: Tokenizer, template: Template, maxLength: number): TokenRow {
  const ids: number[] = [];
  const learned: boolean[] = [];
  const push = (more: readonly number[], learn: boolean): void => {
    for (const id of more) {
      ids.push(id);
      learned.push(learn);
    }
  };
  push([tokenizer.special('<s>')], false);
  if (example.text !== undefined) push(tokenizer.encode(example.text), true);
  const last = example.turns.length - 1;
  example.turns.forEach((turn, index) => {
    if (template === 'plain') {
      const head = { system: 'SYSTEM: ', user: 'USER: ', assistant: 'ASSISTANT: ' }[turn.role];
      push(tokenizer.encode(`${index > 0 ? '\n' : ''}${head}`), false);
      push(tokenizer.encode(turn.content), index === last);
    } else if (turn.role === 'assistant') {
      push(tokenizer.encode(turn.content), index === last);
      if (index < last) push([tokenizer.special('</s>')], false);
    } else {
      const [open, close] = turn.role === 'system' ? ['[SYSTEM_PROMPT]', '[/SYSTEM_PROMPT]'] : ['[INST]', '[/INST]'];
      push([tokenizer.special(open!)], false);
      push(tokenizer.encode(turn.content), false);
      push([tokenizer.special(close!)], false);
    }
  });
  push([tokenizer.special('</s>')], true);
  const truncated = ids.length > maxLength;
  return { line: example.line, ids: ids.slice(0, maxLength), learned: learned.slice(0, maxLength), truncated };
}
