import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'oxc-parser';
import { checkSync } from 'recheck';
import { expect, test } from 'vitest';

/** Sources whose patterns read texts of strangers. */
const folders = [import.meta.dirname, path.join(import.meta.dirname, '../language')];
const sources = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => path.join(folder, name)),
);

function patternsIn(node: unknown): { readonly pattern: string; readonly flags: string }[] {
  if (typeof node !== 'object' || node === null) return [];
  if (Array.isArray(node)) return node.flatMap(patternsIn);
  const { regex } = node as { regex?: { pattern: string; flags: string } };
  return [...(regex ? [regex] : []), ...Object.values(node).flatMap(patternsIn)];
}

test('every regular expression of the gate takes linear time', { timeout: 60_000 }, () => {
  let seen = 0;
  for (const file of sources) {
    const { program } = parseSync(file, readFileSync(file, 'utf8'));
    for (const { pattern, flags } of patternsIn(program)) {
      seen++;
      const { status } = checkSync(pattern, flags, { timeout: 5000 });
      expect(status, `${path.basename(file)}: /${pattern}/${flags}`).toBe('safe');
    }
  }
  expect(seen).toBeGreaterThan(100);
});
