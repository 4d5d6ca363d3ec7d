import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import { bin, ended, health, lines, root, running, scratchFolder, startServer } from './processes.ts';

/** Real statements, annotated by hand, and a campaign, merged into a dataset that trainers read. */
const scratch = scratchFolder('datasets');
const server = (words: readonly string[], input = ''): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(bin('case-server'), words, { encoding: 'utf8', cwd: root, input });

test('statements, a campaign and a dataset of both, in every form', async () => {
  const corpus = path.join(scratch, 'corpus.jsonl');
  const statements = [
    { case_id: 'inline_spec_1', text: 'Décès de Paul Roux le 3 mars 2024. Il laisse sa fille, Alice Roux. Pas de testament.' },
    { case_id: 'inline_spec_2', text: 'Mme Petit est décédée. Deux neveux.' },
  ];
  writeFileSync(corpus, statements.map((row) => `${JSON.stringify(row)}\n`).join(''));
  const state = path.join(scratch, 'state');
  const { url, child } = await startServer(state, '--generation-target', '60', '--swarm', '2', '--corpus-file', corpus);
  while ((await health(url)).submitted < 60) await new Promise((resolve) => setTimeout(resolve, 100));
  child.kill('SIGTERM');
  await ended(child);

  const typed = ['famille.defunt.sexe = X', 'famille.descendants.enfants.0.nom = Alice Roux', 'liberalites.testament.existe = false', 'check', 'save', 'skip'];
  const annotated = server(['annotate', '--state-dir', state, '--corpus-file', corpus, '--annotator', 'moi'], `${typed.join('\n')}\n`);
  expect(annotated.status).toBe(0);
  expect(annotated.stdout).toMatch(/date_deces: 2024-03-03/);
  expect(annotated.stdout).toMatch(/famille\.defunt\.sexe is one of/);
  expect(annotated.stdout).toMatch(/1 pairs saved/);
  expect(server(['annotate', '--state-dir', state, '--corpus-file', corpus], 'quit\n').stdout).toMatch(/1 statements without facts, 1 annotated/);

  const dataset = path.join(scratch, 'dataset');
  const made = server(['dataset', state, '--output-dir', dataset, '--forms', 'openai,sharegpt,alpaca,prompt-response,text,facts-to-text']);
  expect(made).toMatchObject({ status: 0, stderr: '' });
  const count = (file: string): number => lines(path.join(dataset, file)).length;
  const splits = ['train', 'validation', 'test'];
  expect(splits.reduce((sum, name) => sum + count(`${name}.jsonl`), 0)).toBe(61);
  for (const form of ['openai', 'sharegpt', 'alpaca', 'prompt-response', 'text', 'facts-to-text'])
    expect(splits.reduce((sum, name) => sum + count(`${form}/${name}.jsonl`), 0)).toBe(61);
  for (const folder of ['.', 'openai', 'sharegpt', 'alpaca', 'prompt-response', 'text', 'facts-to-text']) {
    const plain = readFileSync(path.join(dataset, folder, 'train.jsonl'), 'utf8');
    expect(gunzipSync(readFileSync(path.join(dataset, folder, 'train.jsonl.gz'))).toString()).toBe(plain);
    const rows = await parquetReadObjects({ file: await asyncBufferFromFile(path.join(dataset, folder, 'train.parquet')) });
    expect(rows).toEqual(
      plain
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as object),
    );
  }
  expect(lines(path.join(dataset, 'quality_cards.jsonl')).filter((line) => line.includes('"source":"real"'))).toHaveLength(1);
  expect(readFileSync(path.join(dataset, 'README.md'), 'utf8')).toMatch(/1 are real statements/);
  const train = path.join(dataset, 'train.jsonl');
  const python = spawnSync(
    'python3',
    [
      '-c',
      `import json; rows = [json.loads(line) for line in open(${JSON.stringify(train)}, encoding="utf-8")]; print(len(rows), sorted({m["role"] for r in rows for m in r["messages"]}))`,
    ],
    { encoding: 'utf8' },
  );
  expect(python.stdout.trim()).toBe(`${count('train.jsonl')} ['assistant', 'system', 'user']`);
  const model = path.join(scratch, 'model');
  spawnSync(bin('trainer'), ['init', '--output-dir', model]);
  for (const file of ['train.jsonl', 'prompt-response/train.jsonl', 'text/train.jsonl'])
    expect(spawnSync(bin('trainer'), ['check-data', path.join(dataset, file), '--model', model], { encoding: 'utf8' }).stdout).toMatch(/good rows, 0 bad, 0 repeated/);

  const twice = server(['dataset', state, state, '--output-dir', path.join(scratch, 'twice')]);
  expect(twice.stdout).toMatch(/6[01] near-duplicates/);
  const compared = server(['compare', dataset, train, '--output-dir', path.join(scratch, 'comparison')]);
  expect(compared.status).toBe(0);
  expect(readFileSync(path.join(scratch, 'comparison', 'comparison.md'), 'utf8')).toMatch(/\| distinct 4-grams \| \d/);
  expect(readFileSync(path.join(scratch, 'comparison', 'comparison.html'), 'utf8')).toMatch(/<h2>Verdicts of the gate/);
});

test('what cannot be used is one sentence', () => {
  expect(server(['dataset', path.join(scratch, 'none'), '--output-dir', path.join(scratch, 'x')])).toMatchObject({ status: 2, stderr: expect.stringMatching(/holds no campaign/) });
  expect(server(['dataset', scratch, '--forms', 'csv']).stderr).toMatch(/unknown form "csv"/);
  expect(server(['compare', path.join(scratch, 'a'), path.join(scratch, 'b')])).toMatchObject({ status: 2, stderr: expect.stringMatching(/there is no/) });
  const bad = path.join(scratch, 'bad.jsonl');
  writeFileSync(bad, '{"messages":[{"role":"user","content":"x"}]}\n');
  expect(server(['compare', bad, bad])).toMatchObject({ status: 1, stderr: expect.stringMatching(/bad\.jsonl, line 1: .*no assistant turn/) });
  expect(server(['corpus', '--w5', path.join(scratch, 'nowhere')])).toMatchObject({ status: 2, stderr: expect.stringMatching(/is not a folder/) });
  mkdirSync(path.join(scratch, 'w5', 'src', 'legal-tests'), { recursive: true });
  appendFileSync(path.join(scratch, 'w5', 'src', 'legal-tests', 'A_E2E.spec.ts'), "const TEXT = 'Le défunt laisse un enfant et une dette.';");
  const corpus = path.join(scratch, 'e2e');
  expect(server(['corpus', '--w5', path.join(scratch, 'w5'), '--output-dir', corpus])).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/1 statements \(1 inline_spec\)/),
  });
  for (const file of ['e2e_cases.jsonl', 'e2e_cases_train.jsonl', 'e2e_cases_train_mistral.jsonl']) expect(lines(path.join(corpus, file))).toHaveLength(1);
  expect(JSON.parse(readFileSync(path.join(corpus, 'manifest.json'), 'utf8'))).toMatchObject({ total: 1, by_source_type: { inline_spec: 1 } });
});

test('a model behind an OpenAI-compatible address proposes the facts; where it fails, rules do', async () => {
  const corpus = path.join(scratch, 'proposal.jsonl');
  writeFileSync(corpus, `${JSON.stringify({ case_id: 'inline_spec_9', text: 'Décès de Paul Roux le 3 mars 2024. Il laisse sa fille, Alice Roux.' })}\n`);
  const asked: { model: string; messages: { role: string; content: string }[] }[] = [];
  let answer = '```toon\nfamille:\n  defunt:\n    nom: Paul Roux\n    date_deces: 2024-03-03\n  descendants:\n    enfants[1]{nom}:\n      Alice Roux\n```';
  const model = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      asked.push(JSON.parse(body) as (typeof asked)[number]);
      response.end(JSON.stringify({ choices: [{ message: { content: answer } }] }));
    });
  });
  await new Promise<void>((resolve) => model.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(model.address() as AddressInfo).port}/v1`;
  const annotate = async (state: string, typed: readonly string[]): Promise<string> => {
    const words = ['annotate', '--state-dir', path.join(scratch, state), '--corpus-file', corpus, '--proposal-url', url, '--proposal-model', 'small'];
    const child = spawn(bin('case-server'), words, { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
    running.add(child);
    let said = '';
    child.stdout!.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stdin!.end(`${typed.join('\n')}\n`);
    expect(await ended(child)).toBe(0);
    return said;
  };
  expect(await annotate('proposed', ['save', 'quit'])).toMatch(/Alice Roux[\s\S]*1 pairs saved/);
  expect(asked[0]).toMatchObject({ model: 'small', messages: [{ role: 'system' }, { role: 'user', content: expect.stringContaining('Alice Roux') as string }] });
  answer = 'Je ne sais pas.';
  expect(await annotate('unproposed', ['quit'])).toMatch(/small at .* proposed nothing: its answer is no TOON[\s\S]*here is what rules find[\s\S]*2024-03-03/);
  model.close();
});
