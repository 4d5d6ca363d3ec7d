import { readFileSync } from 'node:fs';
import { UserError } from '@case-swarm/schema';

/** Texts of a seed corpus (`e2e_cases.jsonl`). @throws UserError `corpus-unreadable` with the line. */
export function readSeedTexts(file: string): string[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UserError('corpus-unreadable', `cannot read the corpus ${file}: ${(error as Error).message}`, 2);
  }
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      const row = JSON.parse(line) as { text?: unknown };
      if (typeof row.text !== 'string') throw new Error('no "text"');
      return [row.text];
    } catch (error) {
      throw new UserError('corpus-unreadable', `${file}, line ${index + 1}: not a seed row (${(error as Error).message}); rows are {case_id, …, text}`);
    }
  });
}
