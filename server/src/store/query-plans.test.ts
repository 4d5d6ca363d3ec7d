import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openSqliteStore } from './sqlite.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'query-plans-'));

test('what a large campaign asks again and again reads no whole table and sorts nothing', () => {
  const file = path.join(folder, 'campaign.db');
  const asked: string[] = [];
  const store = openSqliteStore(file, { onQuery: (sql) => asked.push(sql) });
  asked.length = 0;
  try {
    store.counts();
    store.openSlots(10);
    store.openKeys(10, 5);
    store.slotsBehind(0, 10);
    store.slot(1);
    store.instruction(1);
    store.openLeases('agent-01');
    store.expiredLeases(0);
    store.soonestExpiry();
    store.instructionsFrom(0, 500);
    store.drawsOf(1);
    store.submissionByText(1, 'hash');
    store.submissionsOf(1);
    store.casesFrom(0, 500);
    store.casesThrough(1000);
    store.casesBefore(1000, 50);
    store.refusedBefore(1000, 50);
    store.attemptsAt(1);
    store.caseOf(1);
    store.caseText(1);
    store.fingerprintsFrom(0, 2000);
    store.eventsFrom(0, 500);
    store.lastEvent();
    store.remembered('agent-01', 'key');

    const database = new Database(file);
    const reads = asked.filter((sql) => /^select .* from /i.test(sql));
    const slow = reads.filter((sql) => {
      const steps = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[];
      const details = steps.map(({ detail }) => detail).join('; ');
      // One row a state, and the few attempts at one instruction, may be read and sorted whole.
      return /SCAN (?!slot_count)/.test(details) || (details.includes('TEMP B-TREE') && !/submission_text \(instruction=\?\)/.test(details));
    });
    database.close();
    expect(reads.length).toBeGreaterThanOrEqual(24);
    expect(slow).toEqual([]);
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
