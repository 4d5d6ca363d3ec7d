import { open } from 'node:fs/promises';
import { TrainerError } from '../errors.ts';

/** A row in one shape: what leads in, and the response that is learned; `lead` is empty for `{text}` rows. */
export interface Example {
  /** Line in its file, from 1. */
  readonly line: number;
  readonly turns: readonly { readonly role: 'system' | 'user' | 'assistant'; readonly content: string }[];
  /** A bare text that is supervised whole. */
  readonly text?: string;
}

const ROLES = new Set(['system', 'user', 'assistant']);

/** One row of a training file. @throws Error with what is wrong; the caller adds file and line */
function exampleOf(row: unknown, line: number): Example {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) throw new Error('a row is a JSON object');
  const record = row as Record<string, unknown>;
  if (Array.isArray(record['messages'])) {
    const turns = record['messages'].map((turn: unknown, index) => {
      const { role, content } = (turn ?? {}) as { role?: unknown; content?: unknown };
      if (typeof role !== 'string' || !ROLES.has(role)) throw new Error(`messages[${index}].role ${JSON.stringify(role)} is none of system, user, assistant`);
      if (typeof content !== 'string' || content === '') throw new Error(`messages[${index}].content is not a text, or is empty`);
      return { role: role as 'system' | 'user' | 'assistant', content };
    });
    if (turns.at(-1)?.role !== 'assistant') throw new Error('the last message is no assistant turn, so there is nothing to learn');
    return { line, turns };
  }
  if (typeof record['prompt'] === 'string' && typeof record['response'] === 'string') {
    if (record['response'] === '') throw new Error('"response" is empty, so there is nothing to learn');
    return {
      line,
      turns: [
        { role: 'user', content: record['prompt'] },
        { role: 'assistant', content: record['response'] },
      ],
    };
  }
  if (typeof record['text'] === 'string') {
    if (record['text'] === '') throw new Error('"text" is empty');
    return { line, turns: [], text: record['text'] };
  }
  throw new Error(`unknown form with keys ${Object.keys(record).join(', ') || '(none)'}; rows are {messages}, {prompt, response} or {text}`);
}

/** A row, or what is wrong with a line. */
export type Scanned = Example | { readonly line: number; readonly fault: string };

/** Streams a JSON Lines file, good rows and bad ones. @throws TrainerError where the file cannot be read */
export async function* scanExamples(file: string): AsyncGenerator<Scanned> {
  let line = 0;
  try {
    // The handle is closed with its lines.
    for await (const text of (await open(file)).readLines({ encoding: 'utf8' })) {
      line++;
      if (text.trim() === '') continue;
      yield scan(line === 1 ? text.replace(/^\ufeff/, '') : text, line);
    }
  } catch (error) {
    throw new TrainerError(`cannot read ${file}: ${(error as Error).message}`);
  }
}

function scan(text: string, line: number): Scanned {
  let row: unknown;
  try {
    row = JSON.parse(text);
  } catch (error) {
    return { line, fault: `not JSON (${(error as Error).message})` };
  }
  try {
    return exampleOf(row, line);
  } catch (error) {
    return { line, fault: (error as Error).message };
  }
}

/** The rows of a file. @throws TrainerError with file and line of the first bad row, or where there is no row */
export async function readExamples(file: string): Promise<Example[]> {
  const examples: Example[] = [];
  for await (const found of scanExamples(file)) {
    if ('fault' in found) throw new TrainerError(`${file}, line ${found.line}: ${found.fault}`);
    examples.push(found);
  }
  if (examples.length === 0) throw new TrainerError(`${file} has no row; it needs JSON lines of {messages}, {prompt, response} or {text}`);
  return examples;
}
