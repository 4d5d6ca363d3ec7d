import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import path from 'node:path';
import { commandWriter, createClient, languageModel, modelWriter, runAgent, WriterFailed, WriterUnfit, type AgentEvent, type CaseClient } from '@case-swarm/agent-sdk';
import { loadPack, type Instruction, type Statistics } from '@case-swarm/schema';
import { afterAll, expect, test } from 'vitest';
import { bin, ended, health, root, running, scratchFolder, startServer } from './processes.ts';
import { goodText } from './writer.ts';

const scratch = scratchFolder('writers');
const pack = await loadPack();
const never = new AbortController().signal;
const closing: (() => void)[] = [];
afterAll(() => closing.forEach((close) => close()));

interface Asked {
  readonly messages: readonly { readonly role: string; readonly content: string }[];
}

/** A server that speaks the OpenAI protocol; `answer` decides what each request gets. */
async function modelServer(answer: (asked: Asked, response: ServerResponse, number: number) => void): Promise<string> {
  let number = 0;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => answer(JSON.parse(body) as Asked, response, number++));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as { port: number }).port}/v1`;
}

function say(response: ServerResponse, content: string): void {
  const body = {
    id: 'x',
    object: 'chat.completion',
    created: 0,
    model: 'test',
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 100, completion_tokens: 50, total_tokens: 150 },
  };
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

/** A client that remembers what it drew, so that the test's model knows what a prompt asks for. */
function remembering(client: CaseClient): { client: CaseClient; byPrompt: Map<string, Instruction> } {
  const byPrompt = new Map<string, Instruction>();
  return {
    byPrompt,
    client: {
      ...client,
      async next(request, signal) {
        const answer = await client.next(request, signal);
        if (answer.kind === 'instructions') for (const instruction of answer.instructions) byPrompt.set(instruction.prompt, instruction);
        return answer;
      },
    },
  };
}

test('a model with three faults in ten answers brings every case home', async () => {
  const { url, child } = await startServer(path.join(scratch, 'model'), '--generation-target', '40', '--seed', '8');
  const { client, byPrompt } = remembering(createClient({ server: url, agentId: 'model-01' }));
  const attempts = new Map<string, number>();
  let repairs = 0;
  const address = await modelServer(({ messages }, response, number) => {
    if (messages.length === 3 && messages[2]!.content.includes('refusé')) repairs++;
    switch (number % 10) {
      case 2:
        response.writeHead(429, { 'retry-after': '0' });
        response.end('{"error":{"message":"slow down"}}');
        return;
      case 5:
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
        response.write('{"choices":');
        setImmediate(() => response.destroy());
        return;
      case 8:
        say(response, 'Bonjour, je vous écris au sujet de ce dossier. Merci.');
        return;
      default: {
        const instruction = byPrompt.get(messages[0]!.content)!;
        const attempt = attempts.get(instruction.instruction_id) ?? 0;
        attempts.set(instruction.instruction_id, attempt + 1);
        say(response, `\`\`\`\n${goodText(pack, instruction, attempt)}\n\`\`\``);
      }
    }
  });
  const writer = modelWriter({ model: await languageModel(`openai-compatible:${address}#test`, {}), price: { input: 1, output: 2 } });
  const events: AgentEvent[] = [];
  const result = await runAgent({ client, writer, concurrency: 4, rehearsals: 2, signal: never, onEvent: (event) => events.push(event) });
  expect(result).toMatchObject({ done: true, parked: 0, accepted: 40 });
  expect((await health(url)).submitted).toBe(40);
  expect(repairs).toBeGreaterThan(0);
  const { inputTokens, outputTokens, cost } = writer.usage!();
  expect(inputTokens).toBe(2 * outputTokens);
  expect(cost).toBeCloseTo((inputTokens + 2 * outputTokens) / 1e6);
  child.kill('SIGTERM');
  expect(await ended(child)).toBe(0);
});

test('what a model or a provider does wrong is one sentence', async () => {
  const instruction = { instruction_id: 'INS-0001', prompt: 'Écris.' } as Instruction;
  const ask = async (answer: Parameters<typeof modelServer>[0], timeoutMs = 5000): Promise<string> => {
    const address = await modelServer(answer);
    return modelWriter({ model: await languageModel(`openai-compatible:${address}#test`, {}), retries: 1, timeoutMs }).write(instruction, undefined, never);
  };
  const refuse = (status: number, message: string) => (_: Asked, response: ServerResponse) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ error: { message } }));
  };
  const unfit = await ask(refuse(401, 'wrong key')).catch((error: unknown) => error);
  expect(unfit).toBeInstanceOf(WriterUnfit);
  expect((unfit as Error).message).toMatch(/refuses \(401\): wrong key/);
  await expect(ask((_, response) => say(response, '   '))).rejects.toThrow(/no text/);
  await expect(ask(() => {}, 300)).rejects.toThrow(/did not answer within 0.3 s/);
  await expect(ask((_, response) => void response.end('<html>'))).rejects.toBeInstanceOf(WriterFailed);
  await expect(languageModel('openai:gpt', {})).rejects.toThrow(/OPENAI_API_KEY/);
  await expect(languageModel('gpt')).rejects.toThrow(/openai:MODEL/);
  await expect(languageModel('closedai:gpt')).rejects.toThrow(/unknown provider "closedai"/);
  await expect(languageModel('openai-compatible:nowhere')).rejects.toThrow(/#my-model/);
});

test('a program writes: JSON in, text out, and each way to fail is told apart', async () => {
  const instruction = { instruction_id: 'INS-0001', prompt: 'Écris.' } as Instruction;
  const write = (command: string, timeoutMs = 5000): Promise<string> => commandWriter({ command, timeoutMs }).write(instruction, undefined, never);
  await expect(write(`node -e "process.stdin.on('data', d => console.log(JSON.parse(d).instruction.instruction_id, JSON.parse(d).problems))"`)).resolves.toBe('INS-0001 null');
  await expect(write('sleep 30', 200)).rejects.toThrow(/did not answer within 0.2 s/);
  await expect(write('echo lost >&2; exit 3')).rejects.toThrow(/passes on INS-0001: lost/);
  await expect(write('exit 9')).rejects.toThrow(/ended with 9/);
  await expect(write('true')).rejects.toThrow(/wrote no text/);
  await expect(write('no-such-program-here')).rejects.toBeInstanceOf(WriterUnfit);
  await expect(write('yes')).rejects.toThrow(/more than 1048576 bytes/);
});

test('the examples in TypeScript, Python and shell join a campaign', async () => {
  for (const exec of ['python3 examples/writers/writer.py', 'sh examples/writers/writer.sh']) {
    // The examples write what the gate reads and refuses, and know no other text: the two talk, then the agent stops.
    const { url, child } = await startServer(path.join(scratch, exec.slice(-9)), '--generation-target', '3');
    const ran = spawnSync(bin('case-agent'), ['--id', 'example', '--server', url, '--rehearsals', '0', '--json', '--writer', 'command', '--exec', exec], {
      encoding: 'utf8',
      cwd: root,
    });
    expect(ran.stderr).toMatch(/wrote the refused text of INS-\d+ again/);
    expect(ran.stdout).toMatch(/case-refused|case-accepted/);
    expect(ran.stdout).not.toMatch(/ended with|cannot run/);
    const { writers, agents } = (await (await fetch(`${url}/statistics`)).json()) as Statistics;
    expect(writers).toEqual([{ writer: `command ${exec}`, accepted: expect.any(Number), refused: expect.any(Number) }]);
    expect(agents[0]).toMatchObject({ agent_id: 'example', writer: `command ${exec}` });
    child.kill('SIGTERM');
  }
  const { url, child } = await startServer(path.join(scratch, 'examples'), '--generation-target', '30');
  const own = spawn(process.execPath, ['--import', 'tsx', 'examples/my-agent.ts', url, '2'], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  running.add(own);
  let said = '';
  own.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  expect(await ended(own)).toBe(0);
  expect(said).toMatch(/2 accepted/);
  child.kill('SIGTERM');
});

test('a person writes in an editor, sees what is wrong, and an empty text stops', async () => {
  const { url, child } = await startServer(path.join(scratch, 'manual'), '--generation-target', '5');
  const editor = path.join(scratch, 'editor.sh');
  const seen = path.join(scratch, 'seen');
  writeFileSync(editor, `#!/bin/sh\ncat "$1" >> ${seen}\nif grep -q Refusé "$1"; then : > "$1"; else echo "Bonjour, un décès." > "$1"; fi\n`);
  chmodSync(editor, 0o755);
  const manual = (EDITOR: string): ReturnType<typeof spawnSync> =>
    spawnSync(bin('case-agent'), ['--id', 'me', '--server', url, '--manual'], { encoding: 'utf8', env: { ...process.env, EDITOR, VISUAL: undefined } as NodeJS.ProcessEnv });
  const { status } = manual(editor);
  expect(status).toBe(0);
  const shown = readFileSync(seen, 'utf8');
  expect(shown).toMatch(/Les faits \(TOON\)/);
  expect(shown).toMatch(/Refusé :\n- /);
  expect((await health(url)).open_leases).toBe(0);
  expect(manual('').stderr).toMatch(/set EDITOR/);
  child.kill('SIGTERM');
});
