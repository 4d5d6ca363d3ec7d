import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

test('docs/gate.md explains every reason that the gate gives', () => {
  const folder = import.meta.dirname;
  const sources = (readdirSync(folder, { recursive: true }) as string[]).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const codes = new Set(sources.flatMap((name) => [...readFileSync(path.join(folder, name), 'utf8').matchAll(/(?:refuse|warn)\(\s*'([a-z-]+)'/g)].map((match) => match[1]!)));
  expect(codes.size).toBeGreaterThan(20);
  const page = readFileSync(path.join(folder, '../../../docs/gate.md'), 'utf8');
  expect([...codes].filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
});
