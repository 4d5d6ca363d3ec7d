import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { TrainerError } from '../errors.ts';
import { tekkenTokenizer } from './tekken.ts';

export interface Tokenizer {
  readonly vocabularySize: number;
  /** Ids of a plain text; nothing in it is read as a special token. */
  encode(text: string): number[];
  decode(ids: readonly number[]): string;
  /** Id of a special token such as `<s>` or `[INST]`. @throws TrainerError where it is unknown */
  special(name: string): number;
}

/** Reads the tokenizer of a model folder: `tekken.json`, or `tokenizer.json`. */
export async function loadTokenizer(folder: string): Promise<Tokenizer> {
  const tekken = path.join(folder, 'tekken.json');
  if (existsSync(tekken)) return tekkenTokenizer(readJson(tekken), tekken);
  const file = path.join(folder, 'tokenizer.json');
  if (existsSync(file)) {
    const { jsonTokenizer } = await import('./tokenizer-json.ts');
    return jsonTokenizer(readJson(file) as object, file);
  }
  throw new TrainerError(`${folder} holds no tekken.json and no tokenizer.json`);
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new TrainerError(`${file} cannot be read: ${(error as Error).message}`);
  }
}
