import { UserError } from '@case-swarm/schema';
import { readLines } from '../exports/read-lines.ts';

/** What is needed of a row of a seed corpus. */
export interface StoredSeed {
  readonly case_id: string;
  readonly text: string;
}

/** Rows of a seed corpus (`e2e_cases.jsonl`). @throws UserError `corpus-unreadable` with the line. */
export function readSeedRows(file: string): StoredSeed[] {
  const rows: StoredSeed[] = [];
  let line = 0;
  try {
    for (const text of readLines(file)) {
      line++;
      if (text.trim() === '') continue;
      const { case_id, text: statement } = JSON.parse(text) as { case_id?: unknown; text?: unknown };
      if (typeof statement !== 'string') throw new Error('no "text"');
      rows.push({ case_id: typeof case_id === 'string' ? case_id : `line_${line}`, text: statement });
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== undefined) throw new UserError('corpus-unreadable', `cannot read the corpus ${file}: ${(error as Error).message}`, 2);
    throw new UserError('corpus-unreadable', `${file}, line ${line}: not a seed row (${(error as Error).message}); rows are {case_id, …, text}`);
  }
  return rows;
}

/** Texts of a seed corpus. @throws UserError `corpus-unreadable` with the line. */
export const readSeedTexts = (file: string): string[] => readSeedRows(file).map(({ text }) => text);
