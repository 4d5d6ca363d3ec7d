import type { Pair } from './pairs.ts';
import type { ParquetRow } from './parquet.ts';

/** What a form needs beside the pair. */
interface Framing {
  readonly systemMessage: string;
  /** Of the reverse task: from facts to a text. */
  readonly reverseMessage: string;
}

type Form = (pair: Pair, framing: Framing) => ParquetRow;

const chat = (system: string, user: string, assistant: string): { role: string; content: string }[] => [
  { role: 'system', content: system },
  { role: 'user', content: user },
  { role: 'assistant', content: assistant },
];

/** One row as other trainers read it. */
export const forms = {
  mistral: ({ text, toon }, { systemMessage }) => ({ messages: chat(systemMessage, text, toon) }),
  openai: ({ text, toon }, { systemMessage }) => ({ messages: chat(systemMessage, text, toon) }),
  sharegpt: ({ text, toon }, { systemMessage }) => ({
    conversations: [
      { from: 'system', value: systemMessage },
      { from: 'human', value: text },
      { from: 'gpt', value: toon },
    ],
  }),
  alpaca: ({ text, toon }, { systemMessage }) => ({ instruction: systemMessage, input: text, output: toon }),
  'prompt-response': ({ text, toon }, { systemMessage }) => ({ prompt: `${systemMessage}\n\n${text}`, response: toon }),
  text: ({ text, toon }, { systemMessage }) => ({ text: `SYSTEM: ${systemMessage}\nUSER: ${text}\nASSISTANT: ${toon}` }),
  'facts-to-text': ({ text, toon }, { reverseMessage }) => ({ messages: chat(reverseMessage, toon, text) }),
} as const satisfies Record<string, Form>;

export type FormName = keyof typeof forms;
export const formNames = Object.keys(forms) as FormName[];

const ROLES = ['system', 'user', 'assistant'];
/** French has some three bytes to a token in Tekken; half of that is a bound that no text passes. */
const LEAST_BYTES_A_TOKEN = 1.5;

/** What a trainer would refuse in a row of `messages` (the rules of mistral-finetune and Axolotl): roles, turns, empty content, length. */
export function rowFaults(row: { readonly messages?: readonly { readonly role: string; readonly content: string }[] }, mostTokens: number): string[] {
  const { messages } = row;
  if (!messages) return [];
  const faults: string[] = [];
  messages.forEach(({ role, content }, i) => {
    if (!ROLES.includes(role)) faults.push(`message ${i}: role "${role}" is none of ${ROLES.join(', ')}`);
    if (role === 'system' && i > 0) faults.push(`message ${i}: a system message stands first or not at all`);
    if (i > 0 && role === messages[i - 1]!.role) faults.push(`message ${i}: two turns of "${role}" in a row`);
    if (content.trim() === '') faults.push(`message ${i}: empty content`);
  });
  if (messages.at(-1)?.role !== 'assistant') faults.push('the last message is no assistant turn');
  const bytes = messages.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
  if (bytes / LEAST_BYTES_A_TOKEN > mostTokens * 2) faults.push(`${bytes} bytes are surely more than ${mostTokens} tokens`);
  return faults;
}
