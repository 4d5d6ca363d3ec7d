import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { loadPack, nextResponseSchema, type Instruction } from '@case-swarm/schema';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ended, post, scratchFolder, startServer, type RunningServer } from './processes.ts';
import { goodText } from './writer.ts';

/** The page in a real Chromium. */
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => existsSync(file));
const scratch = scratchFolder('dashboard');
const pack = await loadPack();
const state = path.join(scratch, 'state');
const HOSTILE = '<script>document.title="owned"</script></textarea><img src=x onerror="document.title=\'owned\'"> \u202eenvers\u202c \u001b[31mrouge';
let server: RunningServer;
let browser: Browser;

/** Draws and hands in until so many are accepted. */
async function fill(url: string, agent: string, count: number): Promise<string[]> {
  const accepted: string[] = [];
  while (accepted.length < count) {
    const [instruction] = nextResponseSchema.parse((await post(`${url}/next-instruction`, { agent_id: agent, count: 1 })).body).instructions as [Instruction];
    for (let attempt = 0; attempt < 3; attempt++) {
      const { status } = await post(`${url}/submit-case`, { instruction_id: instruction.instruction_id, agent_id: agent, case_text: goodText(pack, instruction, attempt) });
      if (status !== 200) continue;
      accepted.push(instruction.instruction_id);
      break;
    }
  }
  return accepted;
}

beforeAll(async () => {
  if (CHROMIUM === undefined) return;
  server = await startServer(state, '--generation-target', '60');
  await fill(server.url, 'agent-<b>01</b>', 12);
  const { instruction } = nextResponseSchema.parse((await post(`${server.url}/next-instruction`, { agent_id: 'hostile' })).body);
  await post(`${server.url}/submit-case`, { instruction_id: instruction!.instruction_id, agent_id: 'hostile', case_text: HOSTILE });
  await post(`${server.url}/submit-case`, { instruction_id: instruction!.instruction_id, agent_id: 'hostile', case_text: 'mot '.repeat(50_000) });
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
});
afterAll(async () => {
  await browser?.close();
});

/** A page whose console must stay clean but for what the test expects. */
async function open(place: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<{ page: Page; context: BrowserContext; errors: string[] }> {
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(`${server.url}/dashboard${place}`);
  return { page, context, errors };
}

const needsChromium = test.skipIf(CHROMIUM === undefined);

needsChromium('each view, in both themes and at both widths, has what it is for and no serious finding of axe', async () => {
  const shows: Record<string, string> = {
    overview: '12 of 60 cases',
    balance: 'Any two axes',
    cases: 'INS-0001',
    refusals: 'fact-missing',
    agents: 'agent-<b>01</b>',
    exports: 'full_training_cases_mistral.jsonl',
    'cases/INS-0001': 'Quality card',
  };
  for (const [colorScheme, width] of [
    ['light', 1600],
    ['dark', 390],
  ] as const) {
    const { page, context, errors } = await open('', { colorScheme, viewport: { width, height: 900 } });
    for (const [place, text] of Object.entries(shows)) {
      await page.goto(`${server.url}/dashboard#/${place}`);
      await page.getByText(text).first().waitFor();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${place} ${colorScheme} ${id} ${nodes[0]?.html}`)).toEqual(
        [],
      );
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), `${place} fits ${width} px`).toBe(true);
    }
    await page.goto(`${server.url}/dashboard#/exports`);
    await page.getByRole('button', { name: 'Show what the dataset would be' }).click();
    await page.getByText(/train \d+ · validation \d+ · test \d+/).waitFor();
    await page.getByText('task_categories:').waitFor();
    expect(errors).toEqual([]);
    await context.close();
  }
});

needsChromium('hostile texts and names are shown as text', async () => {
  const { page, context, errors } = await open('#/refusals');
  await page.getByText('<script>document.title="owned"</script>').first().waitFor();
  expect(await page.title()).not.toBe('owned');
  await page.goto(`${server.url}/dashboard#/agents`);
  await page.getByText('agent-<b>01</b>').first().waitFor();
  expect(errors).toEqual([]);
  const policy = (await fetch(`${server.url}/dashboard`, { headers: { accept: 'text/html' } })).headers.get('content-security-policy')!;
  expect(policy).not.toMatch(/unsafe/);
  expect(policy).toMatch(/frame-ancestors 'none'/);
  await context.close();
});

needsChromium('filters stand in the address, a cell of the matrix opens its cases, a link to no case says so', async () => {
  const { page, context } = await open('#/balance');
  const cell = page.locator('.matrix td a', { hasText: /^[1-9]/ }).first();
  const count = Number(await cell.textContent());
  await cell.click();
  await page.waitForURL(/#\/cases\?persona=/);
  await expect.poll(async () => page.locator('.cases li').count()).toBe(count);
  await page.getByLabel('persona').selectOption('');
  await page.getByLabel('agent', { exact: false }).first().waitFor();
  await page.goto(`${server.url}/dashboard#/cases?q=INS-0001`);
  await expect.poll(async () => page.locator('.cases li').count()).toBe(1);
  await page.goto(`${server.url}/dashboard#/cases/INS-9999`);
  await page.getByText('No such case').waitFor();
  await context.close();
});

needsChromium('by keyboard alone: open a case, hover its facts, keep one, reject one; of two tabs one wins', async () => {
  const { page, context } = await open('#/cases');
  await page.locator('.cases a').first().focus();
  await page.keyboard.press('Enter');
  await page.getByText('Quality card').waitFor();
  const first = page.url();
  await page.locator('.facts button').first().focus();
  await page.locator('mark.lit').first().waitFor();
  await page.keyboard.press('j');
  await expect.poll(() => page.url()).not.toBe(first);
  await page.getByText('Quality card').waitFor();
  await page.keyboard.press('a');
  await page.getByText('kept · precision').waitFor();
  const second = await context.newPage();
  await second.goto(page.url());
  await second.getByText('Quality card').waitFor();
  await page.keyboard.press('r');
  await page.keyboard.type('la question sonne faux');
  await page.keyboard.press('Enter');
  await page.getByText('rejected; its slot opens again').waitFor();
  await second.getByPlaceholder('Why?').fill('moi aussi');
  await second.getByRole('button', { name: 'Reject' }).click();
  await second.getByText(/has no accepted case/).waitFor();
  await context.close();
});

needsChromium('figures move while agents work, and come back after the server does', async () => {
  const { page, context } = await open('');
  const heading = page.getByRole('heading', { level: 1 });
  const before = await heading.textContent();
  await fill(server.url, 'agent-02', 2);
  await expect.poll(async () => heading.textContent(), { timeout: 10_000 }).not.toBe(before);
  server.child.kill('SIGKILL');
  await ended(server.child);
  await page.getByText('The server does not answer').waitFor();
  server = await startServer(state, '--generation-target', '60', '--port', new URL(server.url).port);
  await expect.poll(async () => page.locator('.notice').textContent(), { timeout: 20_000 }).toBe('');
  const back = await heading.textContent();
  await fill(server.url, 'agent-02', 1);
  await expect.poll(async () => heading.textContent(), { timeout: 10_000 }).not.toBe(back);
  await page.getByRole('button', { name: 'Français' }).click();
  await page.getByText('Vue d’ensemble').waitFor();
  await context.close();
});

needsChromium('with tokens the page asks for one, keeps it in a cookie that no script reads, and other sites cannot use it', async () => {
  const tokens = path.join(scratch, 'tokens');
  writeFileSync(tokens, 'lire read\ntout read submit review\n');
  const guarded = await startServer(path.join(scratch, 'guarded'), '--generation-target', '20', '--token-file', tokens);
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(`${guarded.url}/dashboard`);
  await page.getByLabel('Token').fill('guess');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('this token is not known').waitFor();
  await page.getByLabel('Token').fill('tout');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('0 of 20 cases').waitFor();
  const [cookie] = await context.cookies();
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
  expect(await page.evaluate('document.cookie')).toBe('');
  const headers = { cookie: `${cookie!.name}=${cookie!.value}` };
  expect((await post(`${guarded.url}/next-instruction`, {}, headers)).status).toBe(403);
  expect((await post(`${guarded.url}/next-instruction`, {}, { ...headers, 'x-case-swarm': 'dashboard' })).status).toBe(200);
  expect((await post(`${guarded.url}/next-instruction`, {}, { cookie: `${cookie!.name}=stolen`, 'x-case-swarm': 'dashboard' })).status).toBe(401);
  // Sessions end with the server's process: what was open comes back after signing in again.
  await page.goto(`${guarded.url}/dashboard#/agents`);
  await page.getByRole('heading', { name: 'Agents' }).waitFor();
  guarded.child.kill('SIGTERM');
  await ended(guarded.child);
  const restarted = await startServer(path.join(scratch, 'guarded'), '--generation-target', '20', '--token-file', tokens, '--port', new URL(guarded.url).port);
  await page.getByText('The session has ended; sign in again.').waitFor();
  await page.getByLabel('Token').fill('tout');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Agents' }).waitFor();
  await context.close();
  restarted.child.kill('SIGTERM');
});
