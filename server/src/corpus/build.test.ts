import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { buildCorpus } from './build.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'w5-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const put = (file: string, content: string | Buffer): void => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), content);
};
const sha = (type: string, source: string, text: string): string => `${type}_${createHash('sha1').update(`${type}|${source}|${text}`).digest('hex').slice(0, 12)}`;
const TESTS = 'src/legal-tests';

put('cases/succession/S01_Un/ENONCE.md', '# Cas 1\r\n\r\n\r\n\r\nLe  défunt\t laisse un enfant.  \r\n');
put('cases/succession/S02_Deux/ENONCE.md', 'Cas deux : une veuve et son enfant.');
put('cases/succession/S99_Jamais/ENONCE.md', 'Aucun spec ne le choisit.');
put('cases/succession/S03_Vide/ENONCE.md', '  \n');
put('cases/succession/S04_Sans/AUTRE.md', 'rien');
put('cases/autre/T01_Libre/ENONCE.md', 'Toute la liste est prise, sans filtre.');
put(
  `${TESTS}/Terrain_E2E.spec.ts`,
  `import path from 'node:path';
const root = process.cwd();
// const casesRoot = path.join(root, 'cases', 'commentaire'); listScenarioDirs(casesRoot)
const casesRoot = path.join(root, 'cases', 'succession');
const dirs = listScenarioDirs(casesRoot).filter((d) => /^S0[1-4]_/.test(d)).sort();
const note = "listScenarioDirs(casesRoot).filter((d) => /S99/.test(d))";
`,
);
put(`${TESTS}/deep/er/All_E2E_run.spec.ts`, `const casesRoot = path.join(root, 'cases', 'autre');\nfor (const d of listScenarioDirs(casesRoot)) run(d);\n`);
put(
  `${TESTS}/Inline_E2E.spec.ts`,
  [
    'const USER_TEXT = `Le défunt avait ${n} enfants\\n et une maison.`;',
    "const énoncéLong = 'Mme Petit est décédée en laissant deux neveux.';",
    "it('x', () => { const text: string = ['Succession de Jean.', `Une dette de 3 000 €.`].join('\\n'); });",
    "const PROMPT_AS = ('Un concubin et une maison indivise en indivision.' as const);",
    'const TRIMMED_SCENARIO = `\n  Donation à un enfant, puis testament.\n`.trim();',
    "const shortText = 'décès';",
    "const OTHER_TEXT = 'Une recette de gâteau sans rapport aucun.';",
    "const title = 'Le défunt avait un patrimoine important ici.';",
    "let mutableText = 'Le défunt avait un patrimoine que l’on change.';",
    '/* const COMMENT_TEXT = `Le défunt du commentaire a un enfant.`; */',
    'const code = "const FAKE_TEXT = `Le défunt dans une chaîne a un enfant.`";',
    "const COPY_TEXT = 'CAS DEUX : une véuve et son enfant.'; // the same as a terrain case, accents and case apart",
    "const copyOfDeux = 'défunt'; const DECOMPOSED_TEXT = 'Le de\u0301funt laisse une e\u0301pouse seule.';",
  ].join('\n'),
);
put(`${TESTS}/Systeme_Orchestration.spec.ts`, "const SYSTEM_PROMPT_TEXT = 'Un héritier renonce à la succession ouverte.';");
put(`${TESTS}/Other.spec.ts`, "const TEXT = 'Le défunt d’un spec qui n’est pas E2E, un enfant.';");
put(`${TESTS}/Broken_E2E.spec.ts`, 'const TEXT = `not closed');
put(`${TESTS}/Latin_E2E.spec.ts`, Buffer.from([0x63, 0xe9, 0xff]));
put(
  'src/components/succession-search-bar.scenarios.ts',
  "export const scenarios: S[] = [\n  { label: 'PACS', prompt: 'Pacsés, pas de testament.' },\n  { 'label': 'Jamais', prompt: 'Pas de spec.' },\n  { label: 'Sans prompt' },\n  // { label: 'PACS', prompt: 'commentaire' }\n];",
);
put(`${TESTS}/succession-search-bar/Pacs_E2E.spec.ts`, "runSuccessionSearchBarScenarioE2E('PACS');\n// runSuccessionSearchBarScenarioE2E('Jamais')");
symlinkSync(path.join(root, TESTS), path.join(root, TESTS, 'loop'));

test('rows, order and ids are those of the rules; what was left out has its reason', () => {
  const { rows, leftOut, faults } = buildCorpus(root);
  const inline = `${TESTS}/Inline_E2E.spec.ts`;
  const expected = [
    ['inline_spec', inline, 'DECOMPOSED_TEXT', 'Le de\u0301funt laisse une e\u0301pouse seule.'],
    ['inline_spec', inline, 'PROMPT_AS', 'Un concubin et une maison indivise en indivision.'],
    ['inline_spec', inline, 'TRIMMED_SCENARIO', 'Donation à un enfant, puis testament.'],
    ['inline_spec', inline, 'USER_TEXT', 'Le défunt avait ${n} enfants\\n et une maison.'],
    ['inline_spec', inline, 'text', 'Succession de Jean.\nUne dette de 3 000 €.'],
    ['inline_spec', inline, 'énoncéLong', 'Mme Petit est décédée en laissant deux neveux.'],
    ['inline_spec', `${TESTS}/Systeme_Orchestration.spec.ts`, 'SYSTEM_PROMPT_TEXT', 'Un héritier renonce à la succession ouverte.'],
    ['search_bar', 'src/components/succession-search-bar.scenarios.ts', 'PACS', 'Pacsés, pas de testament.'],
    ['terrain_case', 'cases/autre/T01_Libre/ENONCE.md', 'T01_Libre', 'Toute la liste est prise, sans filtre.'],
    ['terrain_case', 'cases/succession/S01_Un/ENONCE.md', 'S01_Un', '# Cas 1\n\nLe défunt laisse un enfant.'],
    ['terrain_case', 'cases/succession/S02_Deux/ENONCE.md', 'S02_Deux', 'Cas deux : une veuve et son enfant.'],
  ] as const;
  expect(rows.map((row) => [row.source_type, row.source_path, row.source_name, row.text])).toEqual(expected);
  expect(rows.map((row) => row.case_id)).toEqual(expected.map(([type, source, , text]) => sha(type, source, text)));
  // Worked by hand: printf 'terrain_case|cases/succession/S02_Deux/ENONCE.md|Cas deux : une veuve et son enfant.' | sha1sum
  expect(rows.at(-1)!.case_id).toBe('terrain_case_2cff7a4b01b9');
  expect(rows.at(-2)!.origin).toBe(`${TESTS}/Terrain_E2E.spec.ts`);
  expect(Object.keys(rows[0]!)).toEqual(['case_id', 'source_type', 'origin', 'source_path', 'source_name', 'text']);
  const reasons = leftOut.map(({ source_name, reason }) => `${source_name}: ${reason}`);
  for (const reason of [
    'S99_Jamais: no spec selects it',
    'S03_Vide: empty',
    'S04_Sans: no readable ENONCE.md',
    'shortText: shorter than 24 characters',
    'OTHER_TEXT: no word of successions in it',
    'Jamais: no spec runs this label',
    `COPY_TEXT: the same statement as ${rows.at(-1)!.case_id}`,
  ])
    expect(reasons).toContain(reason);
  expect(faults.map(({ path: at, reason }) => `${path.posix.basename(at)}: ${reason.slice(0, 13)}`).sort()).toEqual([
    'Broken_E2E.spec.ts: does not pars',
    'Latin_E2E.spec.ts: not UTF-8',
    'loop: symbolic link',
  ]);
});

test('a folder that cannot be read is told, the rest is kept', ({ skip }) => {
  const locked = path.join(root, TESTS, 'locked');
  mkdirSync(locked);
  chmodSync(locked, 0o000);
  if (process.getuid?.() === 0) return skip('root reads every folder');
  expect(buildCorpus(root).faults.map(({ path: at }) => at)).toContain(`${TESTS}/locked`);
});
