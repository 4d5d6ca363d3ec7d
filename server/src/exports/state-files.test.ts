import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { loadPack, type Coverage } from '@case-swarm/schema';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprintOf } from '../gate/duplicate/fingerprint.ts';
import { planSequence } from '../plan/sequence.ts';
import { openSqliteStore } from '../store/sqlite.ts';
import type { Store } from '../store/store.ts';
import { storedCampaign } from './exported-campaign.ts';
import { StateFiles } from './state-files.ts';

const pack = await loadPack();
const CASES = 'full_training_cases_mistral.jsonl';
const PLANNED = 20;
const row = {
  profile: pack.profile.name,
  profileHash: 'p',
  pack: pack.name,
  schemaHash: pack.master.hash,
  seed: 1,
  targetTotalCases: PLANNED,
  generationTarget: PLANNED,
  seedCases: 0,
  created: '2026-01-01T00:00:00.000Z',
  config: {},
};
let folder: string;
let store: Store;

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'state-files-'));
  store = openSqliteStore(path.join(folder, 'campaign.db'));
  const plan = planSequence(pack.profile, 1);
  await store.write(() => {
    store.saveCampaign(row);
    store.addSlots(Array.from({ length: PLANNED }, (_, ordinal) => ({ ordinal, stratum: plan.next() })));
  });
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const accept = (text: string, ordinal: number): Promise<number> =>
  store.write(() => {
    const at = '2026-01-01T00:00:00.000Z';
    const { number } = store.addLease({ ordinal, draw: 0, agent: 'agent-01', targetToon: `n: ${ordinal}`, prompt: 'Écrivez', hints: {}, issuedAt: at, expiresAt: 0 });
    const submission = store.addSubmission({ instruction: number, agent: 'agent-01', textHash: text, caseText: text, accepted: true, validation: {}, receivedAt: at });
    store.acceptCase({ instruction: number, ordinal, submission, ...fingerprintOf(text) });
    store.setInstruction(number, { state: 'accepted' });
    store.setSlot(ordinal, { state: 'accepted' });
    return number;
  });

/** Opens the files as a start does. @returns whether they were written anew, and the texts in them */
function start(): { anew: boolean; texts: string[] } {
  const file = path.join(folder, CASES);
  const before = statSync(file, { throwIfNoEntry: false })?.ino;
  const files = new StateFiles(storedCampaign(pack, store, row), folder, (error) => {
    throw error;
  });
  files.open();
  expect(files.compare()).toEqual([]);
  const texts = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { messages: { content: string }[] }).messages[1]!.content);
  const { dimensions } = JSON.parse(readFileSync(path.join(folder, 'summary.json'), 'utf8')) as Pick<Coverage, 'dimensions'>;
  // Some axes hold for a part of the cases.
  const counted = Object.values(dimensions).map((levels) => Object.values(levels).reduce((sum, { current }) => sum + current, 0));
  expect(Math.max(...counted)).toBe(texts.length);
  return { anew: before !== statSync(file).ino, texts };
}

test('a start goes on from where the files ended', async () => {
  await accept('un', 0);
  expect(start()).toMatchObject({ anew: true, texts: ['un'] });
  await accept('deux', 1);
  expect(start()).toMatchObject({ anew: false, texts: ['un', 'deux'] });
  expect(start()).toMatchObject({ anew: false, texts: ['un', 'deux'] });
});

test('what a kill left behind the last mark is cut off', async () => {
  await accept('un', 0);
  start();
  appendFileSync(path.join(folder, CASES), '{"messages": [{"ro');
  await accept('deux', 1);
  expect(start()).toMatchObject({ anew: false, texts: ['un', 'deux'] });
});

test.each<[string, () => unknown]>([
  ['a line was changed', () => writeFileSync(path.join(folder, CASES), readFileSync(path.join(folder, CASES), 'utf8').replace('deux', 'doux'))],
  ['a file is missing', () => rmSync(path.join(folder, 'generated_cases.jsonl'))],
  ['a file is shorter', () => writeFileSync(path.join(folder, 'issued_instructions.jsonl'), '')],
  ['the mark cannot be read', () => writeFileSync(path.join(folder, 'exported.json'), '{"instruction":')],
  ['a submission is missing', () => rmSync(path.join(folder, 'submissions', 'INS-0002.json'))],
  ['a case was taken back', () => store.write(() => store.removeCase(3))],
])('the files are written anew where %s', async (_, harm) => {
  for (const [ordinal, text] of ['un', 'deux', 'trois'].entries()) await accept(text, ordinal);
  start();
  await harm();
  const kept = store.caseOf(3) ? ['un', 'deux', 'trois'] : ['un', 'deux'];
  expect(start()).toMatchObject({ anew: true, texts: kept });
});
