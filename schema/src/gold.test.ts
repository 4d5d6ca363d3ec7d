import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { loadPack } from './load-pack.ts';
import { violationsOf } from './rules/types.ts';
import { decodeToon, encodeToon } from './toon.ts';
import { validatePayload } from './validate.ts';

const folder = new URL('../gold/', import.meta.url);
const files = readdirSync(folder);

test('there are a hundred gold targets and more, of every kind of source', () => {
  expect(files.length).toBeGreaterThanOrEqual(100);
  for (const kind of ['terrain_case', 'inline_spec', 'search_bar']) expect(files.filter((file) => file.startsWith(kind)).length).toBeGreaterThan(9);
});

test.each(files)('%s decodes, is in the schema, and breaks no rule', async (file) => {
  const pack = await loadPack();
  const text = readFileSync(new URL(file, folder), 'utf8').trimEnd();
  const payload = decodeToon(text);
  expect(validatePayload(pack.master, payload)).toEqual([]);
  expect(violationsOf(pack.rules, payload)).toEqual([]);
  expect(encodeToon(payload)).toBe(text);
});

test('each seed statement has its gold target, and each gold target its statement', ({ skip }) => {
  const corpus = process.env['SEED_CORPUS_DIR'];
  if (corpus === undefined) return skip('SEED_CORPUS_DIR is not set');
  const ids = new Set(
    readFileSync(path.join(corpus, 'e2e_cases.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { case_id: string }).case_id),
  );
  expect(files.map((file) => file.replace('.toon', '')).toSorted()).toEqual([...ids].toSorted());
});
