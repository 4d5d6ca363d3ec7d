import type { Tokenizer } from '../tokenizer/tokenizer.ts';
import { TrainerError } from '../errors.ts';
import { supervisedOf } from './pack.ts';
import { readExamples } from './read.ts';
import { tokenizeExample, type Template, type TokenRow } from './tokenize.ts';

export interface RowOptions {
  readonly tokenizer: Tokenizer;
  readonly template: Template;
  readonly maxLength: number;
}

/** The rows of a file as tokens, and those of them that have something to learn within the length. @throws TrainerError with file and line */
export async function readRows(file: string, { tokenizer, template, maxLength }: RowOptions): Promise<{ readonly all: readonly TokenRow[]; readonly usable: readonly TokenRow[] }> {
  const examples = await readExamples(file);
  const all = examples.map((example) => tokenizeExample(example, tokenizer, template, maxLength));
  const usable = all.filter((row) => supervisedOf(row) > 0);
  if (usable.length === 0) throw new TrainerError(`no row of ${file} has a response within --max-length ${maxLength} tokens; raise it`);
  return { all, usable };
}
