import { expect, test } from 'vitest';
import { builtinSchemaFile, checkSchema, loadMasterSchema } from './master-schema.ts';
import { successionLexicon } from './lexicon/index.ts';

const check = (text: string): string[] => checkSchema(new TextEncoder().encode(text)).faults.map((fault) => `${fault.path}: ${fault.message}`);

test('the schema that ships has no fault, and every leaf has French forms', () => {
  const master = loadMasterSchema(builtinSchemaFile);
  expect(master.roots).toEqual(['contexte', 'famille', 'liberalites', 'assurance_vie', 'patrimoine', 'indivision', 'operations_de_partage']);
  expect([...master.leaves.keys()].filter((pattern) => !successionLexicon.leaves.has(pattern))).toEqual([]);
  const withoutForms = [...master.leaves.values()].flatMap((leaf) =>
    (leaf.codes ?? []).filter((code) => (successionLexicon.leaves.get(leaf.pattern)?.codes?.[code]?.length ?? 0) === 0).map((code) => `${leaf.pattern}=${code}`),
  );
  expect(withoutForms).toEqual([]);
});

test.each([
  ['{"a":{"description":"x","type":"string","max":3}}', /a: unknown key "max"/],
  ['{"a":[]}', /a: a list has exactly one element/],
  ['{"a":{"description":"x","valeurs_possibles":["DÉCÉDÉ"]}}', /code "DÉCÉDÉ"/],
  ['{"a":{"description":"x"},"a":{"description":"y"}}', /a: this root stands twice/],
  ['{"a":{}}', /empty object/],
  ['{oops', /not JSON/],
  ['[1]', /must be a JSON object/],
  [`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`, /nested/],
])('a broken schema is told with its path: %.40s', (text, message) => {
  expect(check(text).join('\n')).toMatch(message);
});

test('bytes that are not UTF-8 are told', () => {
  expect(checkSchema(Uint8Array.from([0x7b, 0xff, 0xfe])).faults[0]?.message).toMatch(/UTF-8/);
});
