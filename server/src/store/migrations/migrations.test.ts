import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../sqlite.ts';
import { initial } from './0001-initial.ts';
import { migrations } from './index.ts';

test('released migrations are frozen', () => {
  expect(migrations.map(({ version, checksum }) => `${version} ${checksum}`)).toMatchInlineSnapshot(`
    [
      "1 55003691834e8e65",
      "2 d6b5bd06245ccf9a",
      "3 251b0f81f4be6366",
    ]
  `);
});

test('a database of the first version is brought up to date, a newer or changed one is refused', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'migrations-'));
  try {
    const file = path.join(folder, 'campaign.db');
    const old = new Database(file);
    old.exec('CREATE TABLE migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL) STRICT');
    old.exec(initial);
    old.prepare('INSERT INTO migration VALUES (1, ?, ?)').run('initial', migrations[0]!.checksum);
    old.prepare(`INSERT INTO slot (ordinal, stratum, state) VALUES (0, '{}', 'open'), (1, '{}', 'accepted')`).run();
    old.close();
    const store = openSqliteStore(file);
    expect(store.counts()).toMatchObject({ open: 1, accepted: 1 });
    store.setSlot(0, { state: 'leased' });
    expect(store.counts()).toMatchObject({ open: 0, leased: 1, accepted: 1 });
    store.close();
    const changed = new Database(file);
    changed.prepare("UPDATE migration SET checksum = 'x' WHERE version = 2").run();
    changed.close();
    expect(() => openSqliteStore(file)).toThrow(/another build/);
    const newer = new Database(file);
    newer.prepare("INSERT INTO migration VALUES (99, 'later', 'y')").run();
    newer.prepare('UPDATE migration SET checksum = ? WHERE version = 2').run(migrations[1]!.checksum);
    newer.close();
    expect(() => openSqliteStore(file)).toThrow(/newer version/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
