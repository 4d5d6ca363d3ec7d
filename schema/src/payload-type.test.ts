import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { builtinSchemaFile, loadMasterSchema } from './master-schema.ts';
import { payloadType } from './payload-type.ts';

/** Layout aside: the formatter may break long unions over lines. */
const bare = (text: string): string => text.replaceAll(/\s+/g, '').replaceAll(/([=:(])\|/g, '$1');

test('the generated payload type is that of the schema', () => {
  const written = readFileSync(new URL('./generated/succession-payload.ts', import.meta.url), 'utf8');
  expect(bare(written)).toBe(bare(payloadType(loadMasterSchema(builtinSchemaFile), 'SuccessionPayload')));
});
