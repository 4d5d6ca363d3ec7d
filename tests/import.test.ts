import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { bin, ended, health, lines, root, scratchFolder, startServer } from './processes.ts';

/** A campaign of our own, taken in again: whole, and with the faults of an earlier system. */
const scratch = scratchFolder('import');
const own = path.join(scratch, 'own');
const SIZE = 120;
const server = (...words: string[]): { status: number | null; stdout: string; stderr: string } => spawnSync(bin('case-server'), words, { encoding: 'utf8', cwd: root });

interface Case {
  readonly instruction_id: string;
  readonly case_text: string;
  readonly target_toon: string;
  readonly dimensions: Record<string, string>;
}
interface Outcome {
  readonly instruction_id: string;
  readonly accepted: boolean;
  readonly problems: readonly { readonly code: string }[];
}
const read = <T>(file: string): T[] => lines(file).map((line) => JSON.parse(line) as T);

beforeAll(async () => {
  const { child } = await startServer(own, '--generation-target', String(SIZE), '--swarm', '2');
  for (;;) {
    const { submitted } = await health(`http://127.0.0.1:${child.spawnargs[child.spawnargs.indexOf('--port') + 1]!}`);
    if (submitted === SIZE) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill('SIGTERM');
  await ended(child);
});

test('our own state goes in and comes out the same, twice', () => {
  const copy = path.join(scratch, 'copy');
  const first = server('import', own, '--state-dir', copy);
  expect(first).toMatchObject({ status: 0, stderr: '' });
  const cases = (folder: string): string[] =>
    read<Case>(path.join(folder, 'generated_cases.jsonl')).map(({ instruction_id, case_text, target_toon }) => JSON.stringify([instruction_id, case_text, target_toon]));
  expect(cases(copy).toSorted()).toEqual(cases(own).toSorted());
  expect(lines(path.join(copy, 'full_training_cases_mistral.jsonl')).toSorted()).toEqual(lines(path.join(own, 'full_training_cases_mistral.jsonl')).toSorted());
  const database = readFileSync(path.join(copy, 'generated_cases.jsonl'), 'utf8');
  const again = server('import', own, '--state-dir', copy);
  expect(again).toMatchObject({ status: 0, stdout: expect.stringMatching(new RegExp(`0 kept, 0 refused.*${SIZE} here already`)) });
  expect(readFileSync(path.join(copy, 'generated_cases.jsonl'), 'utf8')).toBe(database);
  expect(server('doctor', '--state-dir', copy).status).toBe(0);
});

test('hints are taken from the instruction that was issued, wherever it stands', () => {
  const earlier = path.join(scratch, 'hinted');
  mkdirSync(earlier);
  const target_toon = 'famille:\n  defunt:\n    nom: Odile Perrin\n    date_deces: 2022-01-05';
  const hints = { mode: 'faits_contradictoires', contested: { path: 'famille.defunt.date_deces', label: 'date du décès', values: ['2022-01-05', '2024-01-05'] } };
  const case_text = 'Odile Perrin est décédée, mais on ne sait pas quand. Les uns disent le 5 janvier 2022, les autres le 5 janvier 2024. Que faut-il faire maintenant ?';
  writeFileSync(path.join(earlier, 'issued_instructions.jsonl'), `${JSON.stringify({ instruction_id: 'INS-0001', target_toon, hints })}\n`);
  writeFileSync(path.join(earlier, 'generated_cases.jsonl'), `${JSON.stringify({ instruction_id: 'INS-0001', case_text })}\n`);
  const state = path.join(scratch, 'hinted-state');
  expect(server('import', earlier, '--state-dir', state)).toMatchObject({ status: 0, stdout: expect.stringContaining('1 kept') });
  expect(read<Outcome>(path.join(state, 'import-report.jsonl'))).toMatchObject([{ instruction_id: 'INS-0001', accepted: true, problems: [] }]);
});

test('a campaign of the earlier system: each fault has its verdict, the good rest is kept and the plan goes on', async () => {
  const earlier = path.join(scratch, 'earlier');
  mkdirSync(path.join(earlier, 'submissions'), { recursive: true });
  const good = read<Case>(path.join(own, 'generated_cases.jsonl'));
  const faulty: Record<string, (text: string) => string> = {
    'INS-0003': () => 'Bonjour, je vous écris au sujet de ce dossier. Merci.',
    'INS-0005': (text) => `${text} true,false,Belge,48,1967-04-09`,
    'INS-0007': (text) => `${text} Il y avait aussi une SCI de 731 000 € que personne ne connaissait.`,
    'INS-0009': (text) => text.slice(0, text.length / 3),
    'INS-0011': () => good.find(({ instruction_id }) => instruction_id === 'INS-0002')!.case_text,
  };
  const expected = new Map<string, RegExp>([
    ['INS-0003', /fact-missing/],
    ['INS-0005', /schema-leak/],
    ['INS-0007', /not-in-target/],
    ['INS-0009', /fact-missing|cut/],
    ['INS-0011', /duplicate/],
  ]);
  const cases = path.join(earlier, 'generated_cases.jsonl');
  const issued = path.join(earlier, 'issued_instructions.jsonl');
  const loose = good.at(-1)!;
  for (const one of good) {
    // The earlier system kept its own copy of the target under another name, and none in the case.
    appendFileSync(
      issued,
      `${JSON.stringify({ instruction_id: one.instruction_id, agent_id: 'old', issued_at: '2026-01-01T00:00:00.000Z', server_target_toon: one.target_toon, prompt: 'x', dimensions: one.dimensions })}\n`,
    );
    const row = JSON.stringify({
      instruction_id: one.instruction_id,
      agent_id: 'old',
      submitted_at: '2026-01-02T00:00:00.000Z',
      case_text: faulty[one.instruction_id]?.(one.case_text) ?? one.case_text,
      dimensions: one.dimensions,
    });
    if (one === loose) writeFileSync(path.join(earlier, 'submissions', `${one.instruction_id}.json`), row);
    else appendFileSync(cases, `${row}\n`);
  }
  cpSync(path.join(own, 'instructions'), path.join(earlier, 'instructions'), { recursive: true });
  appendFileSync(issued, `${JSON.stringify({ instruction_id: 'INS-9001', agent_id: 'gone', server_target_toon: good[0]!.target_toon, dimensions: good[0]!.dimensions })}\n`);
  appendFileSync(cases, `${lines(cases)[0]}\n{"instruction_id":"INS-9002","case_text":"sans cible"}\n`);
  appendFileSync(cases, Buffer.from([0x7b, 0xff, 0x7d, 0x0a]));
  appendFileSync(cases, '{"instruction_id":"INS-0044","case_te');
  const state = path.join(scratch, 'state');
  const { status, stdout, stderr } = server('import', earlier, '--state-dir', state);
  expect(status).toBe(1);
  expect(stdout).toMatch(new RegExp(`${SIZE - expected.size} kept, ${expected.size} refused, 1 open`));
  for (const fault of [/INS-0\d+ stands there a second time/, /INS-9002 has no target/, /line \d+: not UTF-8/, /line \d+: not JSON/]) expect(stderr).toMatch(fault);
  const outcomes = new Map(read<Outcome>(path.join(state, 'import-report.jsonl')).map((outcome) => [outcome.instruction_id, outcome]));
  expect(outcomes.size).toBe(SIZE);
  for (const [id, outcome] of outcomes) {
    expect(outcome.accepted, `${id} ${JSON.stringify(outcome.problems)}`).toBe(!expected.has(id));
    if (expected.has(id)) expect(outcome.problems.map(({ code }) => code).join()).toMatch(expected.get(id)!);
  }
  expect(readFileSync(path.join(state, 'import-report.md'), 'utf8')).toMatch(/\| `fact-missing` \| \d/);
  expect(server('import', earlier, '--state-dir', state, '--lenient').status).toBe(0);
  expect(server('import', earlier, '--state-dir', path.join(scratch, 'all'), '--keep-all', '--lenient').stdout).toMatch(new RegExp(`${expected.size} marked`));

  // The plan goes on behind what was taken in, and new ids behind the old ones.
  const { url, child } = await startServer(state, '--generation-target', String(SIZE + 40));
  expect((await health(url)).submitted).toBe(SIZE - expected.size);
  const { instruction } = (await (await fetch(`${url}/next-instruction?agent_id=new`)).json()) as { instruction: { instruction_id: string } };
  expect(Number(instruction.instruction_id.slice(4))).toBeGreaterThan(9001);
  child.kill('SIGTERM');
  expect(await ended(child)).toBe(0);
});

test('a folder that is no state folder is one sentence', () => {
  expect(server('import', path.join(scratch, 'nowhere'), '--state-dir', path.join(scratch, 'x'))).toMatchObject({ status: 2, stderr: expect.stringMatching(/is not a folder/) });
  mkdirSync(path.join(scratch, 'empty'));
  expect(server('import', path.join(scratch, 'empty'), '--state-dir', path.join(scratch, 'x'))).toMatchObject({ status: 2, stderr: expect.stringMatching(/is no state folder/) });
});
