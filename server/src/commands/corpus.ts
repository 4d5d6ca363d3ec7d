import { existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '@case-swarm/schema';
import { buildCorpus, type BuiltCorpus } from '../corpus/build.ts';
import { replaceFile } from '../exports/replace-file.ts';

export interface CorpusOptions {
  readonly w5: string;
  readonly outputDir: string;
  readonly explain?: boolean;
  readonly lenient?: boolean;
}

/** The fixed request of the statements' own training task, which is another than extraction and never merged with it. */
const REQUEST = 'Écrivez l’énoncé d’un dossier de succession, tel qu’une personne ou un professionnel le présenterait.';

/** Rebuilds the seed corpus from a w5 tree. Exit 1 where something could not be read, unless that is allowed. */
export function corpusCommand(options: CorpusOptions): number {
  if (!existsSync(options.w5) || !statSync(options.w5).isDirectory()) throw new UserError('no-folder', `${options.w5} is not a folder; --w5 names the root of the w5 project`, 2);
  const corpus = buildCorpus(options.w5);
  if (options.explain) for (const { source_path, source_name, reason } of corpus.leftOut) process.stdout.write(`left out: ${source_path} (${source_name}): ${reason}\n`);
  for (const { path: at, reason } of corpus.faults) process.stderr.write(`${at}: ${reason}\n`);
  if (corpus.rows.length === 0)
    throw new UserError('no-statements', `${options.w5} holds no statement that a spec uses; is it the root of the w5 project (with src/legal-tests and cases)?`);
  writeCorpus(options.outputDir, corpus);
  const counts = Object.entries(countBy(corpus.rows, (row) => row.source_type)).map(([type, count]) => `${count} ${type}`);
  process.stdout.write(
    `${options.outputDir}: ${corpus.rows.length} statements (${counts.join(', ')}); ${corpus.leftOut.length} left out${options.explain ? '' : ' (--explain names them)'}\n`,
  );
  return corpus.faults.length > 0 && !options.lenient ? 1 : 0;
}

function writeCorpus(folder: string, { rows }: BuiltCorpus): void {
  mkdirSync(folder, { recursive: true });
  const put = (name: string, text: string): void => {
    replaceFile(path.join(folder, name), text);
  };
  const lines = (values: readonly object[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('');
  const pair = (text: string): object[] => [
    { role: 'user', content: REQUEST },
    { role: 'assistant', content: text },
  ];
  put('e2e_cases.jsonl', lines(rows));
  put('e2e_cases_train.jsonl', lines(rows.map(({ text, ...metadata }) => ({ messages: pair(text), metadata }))));
  put('e2e_cases_train_mistral.jsonl', lines(rows.map(({ text }) => ({ messages: pair(text) }))));
  const manifest = { total: rows.length, by_source_type: countBy(rows, (row) => row.source_type), by_origin: countBy(rows, (row) => row.origin) };
  put('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
}

function countBy<T>(rows: readonly T[], key: (row: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[key(row)] = (counts[key(row)] ?? 0) + 1;
  return counts;
}
