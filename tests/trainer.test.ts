import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { bin, ended, lines, running, scratchFolder } from './processes.ts';

/** `trainer` as people type it. */
const scratch = scratchFolder('trainer');
const model = path.join(scratch, 'model');
const data = path.join(scratch, 'train.jsonl');
const run = (...words: string[]): { status: number | null; stdout: string; stderr: string } => spawnSync(bin('trainer'), words, { encoding: 'utf8', cwd: scratch });
const small = ['--train-file', data, '--model', model, '--max-length', '256', '--learning-rate', '0.01', '--gradient-accumulation-steps', '2', '--device', 'cpu'];
const bytes = (folder: string, file: string): string =>
  createHash('sha256')
    .update(readFileSync(path.join(folder, file)))
    .digest('hex');

beforeAll(() => {
  expect(run('init', '--output-dir', model).status).toBe(0);
  const towns = ['Lyon', 'Lille', 'Nantes', 'Metz'];
  const names = ['Durand', 'Morel', 'Girard', 'Petit'];
  for (let i = 0; i < 40; i++) {
    const [name, town, year] = [names[i % 4]!, towns[(i >> 2) % 4]!, 2001 + (i % 20)];
    const messages = [
      { role: 'system', content: 'Réponds en TOON.' },
      { role: 'user', content: `Jean ${name} est décédé en ${year}, il laisse une maison à ${town}.` },
      { role: 'assistant', content: `famille:\n  defunt:\n    nom: Jean ${name}\n    date_deces: ${year}\npatrimoine:\n  ville: ${town}` },
    ];
    appendFileSync(data, `${JSON.stringify({ messages })}\n`);
  }
});

test('a run that is killed and resumed gives the bytes of one that was not', async () => {
  const whole = path.join(scratch, 'whole');
  expect(run('run', ...small, '--output-dir', whole, '--save-steps', '5', '--eval-share', '0.1').stderr).toBe('');
  const broken = path.join(scratch, 'broken');
  const child = spawn(bin('trainer'), ['run', ...small, '--output-dir', broken, '--save-steps', '5', '--eval-share', '0.1'], { stdio: 'ignore' });
  running.add(child);
  while (!existsSync(path.join(broken, 'checkpoint-5'))) await new Promise((resolve) => setTimeout(resolve, 2));
  child.kill('SIGKILL');
  await ended(child);
  expect(existsSync(path.join(broken, 'adapter_model.safetensors'))).toBe(false);
  const resumed = run('run', ...small, '--output-dir', broken, '--save-steps', '5', '--eval-share', '0.1', '--resume-from-checkpoint');
  expect(resumed).toMatchObject({ status: 0, stdout: expect.stringMatching(/going on after step \d+/) });
  expect(bytes(broken, 'adapter_model.safetensors')).toBe(bytes(whole, 'adapter_model.safetensors'));
  const losses = (folder: string): unknown[] =>
    lines(path.join(folder, 'metrics.jsonl')).map((line) => (({ step, loss, eval_loss }) => [step, loss, eval_loss])(JSON.parse(line) as Record<string, number>));
  expect(losses(broken)).toEqual(losses(whole));
  const last = readdirSync(whole)
    .filter((name) => name.startsWith('checkpoint-'))
    .at(-1)!;
  expect(bytes(path.join(broken, last), 'optimizer.safetensors')).toBe(bytes(path.join(whole, last), 'optimizer.safetensors'));
  const other = run('run', ...small, '--output-dir', broken, '--seed', '7', '--resume-from-checkpoint', path.join(broken, last));
  expect(other).toMatchObject({ status: 2, stderr: expect.stringMatching(/of another run: its eval share is 0.1, this one's is 0/) });
  expect(run('runs', '--folder', scratch).stdout).toMatch(/whole\s+\d+\/\d+.*ended/);
  expect(readFileSync(path.join(whole, 'loss.svg'), 'utf8')).toMatch(/<polyline/);
});

test('Ctrl-C saves and exits 130', async () => {
  const output = path.join(scratch, 'stopped');
  const child = spawn(bin('trainer'), ['run', ...small, '--output-dir', output, '--num-epochs', '200'], { stdio: 'ignore' });
  running.add(child);
  while (!existsSync(path.join(output, 'metrics.jsonl'))) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill('SIGINT');
  expect(await ended(child)).toBe(130);
  const [checkpoint] = readdirSync(output).filter((name) => name.startsWith('checkpoint-'));
  const { step } = JSON.parse(readFileSync(path.join(output, checkpoint!, 'trainer_state.json'), 'utf8')) as { step: number };
  expect(lines(path.join(output, 'metrics.jsonl'))).toHaveLength(step);
});

test('eight rows are learned by heart', () => {
  const few = path.join(scratch, 'few.jsonl');
  writeFileSync(few, `${lines(data).slice(0, 8).join('\n')}\n`);
  const output = path.join(scratch, 'heart');
  const options = [
    '--train-file',
    few,
    '--model',
    model,
    '--output-dir',
    output,
    '--num-epochs',
    '60',
    '--gradient-accumulation-steps',
    '8',
    '--learning-rate',
    '0.02',
    '--lora-dropout',
    '0',
    '--device',
    'cpu',
  ];
  expect(run('run', ...options).status).toBe(0);
  const { loss } = JSON.parse(lines(path.join(output, 'metrics.jsonl')).at(-1)!) as { loss: number };
  expect(loss).toBeLessThan(0.05);
});

test('each bad input is one clear line, and nothing is left behind', () => {
  const output = path.join(scratch, 'bad');
  const withFile = (content: string | Buffer, ...more: string[]): string => {
    const file = path.join(scratch, 'bad.jsonl');
    writeFileSync(file, content);
    const { status, stderr } = run('run', '--train-file', file, '--model', model, '--output-dir', output, '--device', 'cpu', ...more);
    expect([1, 2]).toContain(status);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(existsSync(output)).toBe(false);
    return stderr;
  };
  const withModel = (change: (folder: string) => void): string => {
    const folder = path.join(scratch, `model-${Math.random()}`);
    cpSync(model, folder, { recursive: true });
    change(folder);
    const { status, stderr } = run('run', '--train-file', data, '--model', folder, '--output-dir', output, '--device', 'cpu');
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(existsSync(output)).toBe(false);
    return stderr;
  };
  const config = (folder: string, change: Record<string, unknown>): void => {
    const file = path.join(folder, 'config.json');
    writeFileSync(file, JSON.stringify({ ...(JSON.parse(readFileSync(file, 'utf8')) as object), ...change }));
  };
  expect(withFile('{"text":"bon"}\n{oops\n')).toMatch(/line 2: not JSON/);
  expect(withFile('{"foo":1}\n')).toMatch(/line 1: unknown form with keys foo/);
  expect(withFile('{"messages":[{"role":"user","content":"x"}]}\n')).toMatch(/line 1: .*no assistant turn/);
  expect(withFile('')).toMatch(/has no row/);
  expect(withFile('{"text":"une ligne bien plus longue"}\n', '--max-length', '9999999')).toMatch(/max-length/);
  expect(withFile('{"prompt":"un long début qui ne finit pas","response":"x"}\n', '--max-length', '8')).toMatch(/no row .* has a response within --max-length 8/);
  expect(withModel((folder) => truncateSync(path.join(folder, 'model.safetensors'), 2000))).toMatch(/not a whole safetensors file/);
  expect(withModel((folder) => config(folder, { model_type: 'gpt2' }))).toMatch(/model_type "gpt2" is not one/);
  expect(withModel((folder) => config(folder, { intermediate_size: 256 }))).toMatch(/gate_proj\.weight has shape \(128, 64\), config\.json asks for \(256, 64\)/);
  expect(withModel((folder) => config(folder, { num_hidden_layers: 3 }))).toMatch(/layers\.2\.input_layernorm\.weight is missing/);
  expect(withModel((folder) => config(folder, { vocab_size: 256 }))).toMatch(/tokenizer .* has 448 ids|embed_tokens\.weight has shape/);
  expect(run('run', '--train-file', path.join(scratch, 'none.jsonl'), '--model', model, '--output-dir', output)).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/cannot read .*none\.jsonl/),
  });
  expect(run('run', '--train-file', data, '--model', path.join(scratch, 'no', 'where', 'x'), '--output-dir', output)).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/no folder/),
  });
  expect(run('run', ...small, '--output-dir', model)).toMatchObject({ status: 2, stderr: expect.stringMatching(/is not empty/) });
  expect(run('run', ...small, '--output-dir', output, '--resume-from-checkpoint')).toMatchObject({ status: 2, stderr: expect.stringMatching(/holds no checkpoint/) });
  expect(run('run', ...small.slice(0, -1), 'cuda', '--output-dir', output).stderr).toMatch(/--device cuda does not run here .*npm rebuild/);
  const half = run('run', ...small, '--precision', 'float16', '--output-dir', output);
  expect([half.status, half.stderr]).toEqual([2, 'trainer: --precision float16 needs a GPU that has it, and here it is the CPU (as asked); use float32 or auto\n']);
  expect(existsSync(output)).toBe(false);
});

test('a loss that is no number stops, names the rows, and keeps the last good step', () => {
  const output = path.join(scratch, 'nan');
  const options = [
    '--train-file',
    data,
    '--model',
    model,
    '--output-dir',
    output,
    '--learning-rate',
    '10',
    '--warmup-ratio',
    '0',
    '--num-epochs',
    '400',
    '--lora-alpha',
    '100000',
    '--gradient-accumulation-steps',
    '2',
    '--weight-decay',
    '9',
    '--device',
    'cpu',
  ];
  const { status, stderr } = run('run', ...options);
  expect(status).toBe(1);
  expect(stderr).toMatch(/the loss of step \d+ is not a number \(rows at lines \d+/);
});

test('check-data finds every fault, repeated rows, and shows what is learned', () => {
  const file = path.join(scratch, 'check.jsonl');
  const [row] = lines(data);
  writeFileSync(file, `${row}\n{oops\n${row}\n{"foo":1}\n{"text":"Un texte."}\n`);
  const { status, stdout } = run('check-data', file, '--model', model, '--show', '1', '--max-length', '64');
  expect(status).toBe(1);
  expect(stdout).toMatch(/line 2: not JSON/);
  expect(stdout).toMatch(/line 4: unknown form/);
  expect(stdout).toMatch(/line 3: the same row as line 1/);
  expect(stdout).toMatch(/3 good rows, 2 bad, 1 repeated/);
  expect(run('check-data', data, '--model', model, '--show', '1').stdout).toMatch(/⟦famille:[\s\S]*ville: Lyon⟧/);
});

test('a model of the hub: cut connections, a wrong checksum, a token, and no hub at all', async () => {
  const files = readdirSync(model);
  let cuts = 2;
  let wrong = true;
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const url = decodeURIComponent(request.url!);
    asked.push(`${url} ${request.headers.range ?? ''}`.trim());
    if (request.headers.authorization !== 'Bearer secret') return void response.writeHead(401).end();
    if (url === '/api/models/owner/tiny/tree/main') {
      const list = files.map((name) => {
        const content = readFileSync(path.join(model, name));
        return { type: 'file', path: name, size: content.length, ...(name.endsWith('.safetensors') ? { lfs: { oid: createHash('sha256').update(content).digest('hex') } } : {}) };
      });
      return void response.end(JSON.stringify(list));
    }
    const name = path.basename(url);
    const content = readFileSync(path.join(model, name));
    const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
    response.writeHead(from > 0 ? 206 : 200, { 'content-length': content.length - from });
    if (name.endsWith('.safetensors') && wrong) {
      wrong = false;
      return void response.end(Buffer.alloc(content.length));
    }
    if (name.endsWith('.safetensors') && cuts-- > 0) return void response.write(content.subarray(from, from + 40_000), () => setTimeout(() => response.destroy(), 20));
    response.end(content.subarray(from));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  const cache = path.join(scratch, 'cache');
  const hub = async (output: string, more: Record<string, string> = {}): Promise<{ code: number | null; said: string }> => {
    const child = spawn(
      bin('trainer'),
      ['run', ...small.map((word) => (word === model ? 'owner/tiny' : word)), '--num-epochs', '0.1', '--output-dir', path.join(scratch, output)],
      {
        env: { ...process.env, HF_ENDPOINT: endpoint, CASE_SWARM_CACHE: cache, HF_TOKEN: 'secret', ...more },
        cwd: scratch,
      },
    );
    running.add(child);
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    return { code: await ended(child), said };
  };
  expect(await hub('hub-0', { HF_TOKEN: 'guess' })).toMatchObject({ code: 1, said: expect.stringMatching(/needs a token with access: set HF_TOKEN/) });
  expect(await hub('hub-1')).toMatchObject({ code: 1, said: expect.stringMatching(/came with checksum .* thrown away/) });
  expect(await hub('hub-2')).toMatchObject({ code: 0, said: '' });
  expect(asked.some((line) => /safetensors bytes=40000-/.test(line))).toBe(true);
  const folder = path.join(cache, 'owner--tiny', 'main');
  expect(bytes(folder, 'model.safetensors')).toBe(bytes(model, 'model.safetensors'));
  expect(statSync(path.join(folder, 'tekken.json')).size).toBe(statSync(path.join(model, 'tekken.json')).size);
  server.closeAllConnections();
  server.close();
  expect(await hub('hub-3')).toMatchObject({ code: 0 });
  mkdirSync(path.join(scratch, 'empty'), { recursive: true });
  expect(await hub('hub-4', { CASE_SWARM_CACHE: path.join(scratch, 'empty') })).toMatchObject({
    code: 1,
    said: expect.stringMatching(/the hub cannot be asked.*Looked in .*owner--tiny/),
  });
});
