import { createHash } from 'node:crypto';

export const sourceTypes = ['terrain_case', 'inline_spec', 'search_bar'] as const;
type SourceType = (typeof sourceTypes)[number];

/** A row of `e2e_cases.jsonl`, keys in their order. Other data refers to `case_id`. */
export interface SeedRow {
  readonly case_id: string;
  readonly source_type: SourceType;
  readonly origin: string;
  readonly source_path: string;
  readonly source_name: string;
  readonly text: string;
}

/** Line ends, runs of blanks to one, three or more newlines to two, trimmed. Ids follow from it: it must not change. */
export const normaliseText = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[ \t]+/g, ' ')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();

/** Without accents, in lower case: what two copies of one statement share. */
export const foldText = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

const WORDS = [
  'deces', 'defunt', 'deced', 'succession', 'herit', 'patrimoine', 'usufruit', 'testament', 'donation', 'assurance-vie', 'marie', 'pacs', 'concubin', 'indivision', 'dette', 'enfant',
]; // oxfmt-ignore

export const hasSuccessionWord = (text: string): boolean => {
  const folded = foldText(text);
  return WORDS.some((word) => folded.includes(word));
};

/** The source type and the first 12 hex digits of SHA-1 of `source_type|source_path|text`. */
export function seedRow(row: Omit<SeedRow, 'case_id' | 'text'>, raw: string): SeedRow {
  const text = normaliseText(raw);
  const digest = createHash('sha1').update(`${row.source_type}|${row.source_path}|${text}`).digest('hex').slice(0, 12);
  return { case_id: `${row.source_type}_${digest}`, ...row, text };
}
