import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { loadPack } from '@case-swarm/schema';
import { expect, test } from 'vitest';
import { planRows } from '../plan/sequence.ts';
import { openSqliteStore } from '../store/sqlite.ts';
import { PlannedSlots } from './planned-slots.ts';

test('rows whose write failed are planned again, and the slots are the plan', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'planned-slots-'));
  const store = openSqliteStore(path.join(folder, 'campaign.db'));
  try {
    const { profile } = await loadPack();
    const slots = new PlannedSlots(store, profile, 7, 50);
    const full = (): never => {
      slots.extend();
      throw new Error('the disk is full');
    };
    await store.write(() => slots.extend());
    await expect(store.write(full)).rejects.toThrow(/full/);
    expect(store.counts().open).toBe(32);
    while (await store.write(() => slots.extend()));
    expect(slots.complete).toBe(true);
    expect(store.openSlots(100).map((slot) => slot.stratum)).toEqual(planRows(profile, 7, 50));
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
