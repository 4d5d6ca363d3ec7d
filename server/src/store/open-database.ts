import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { UserError } from '@case-swarm/schema';
import { migrations } from './migrations/index.ts';

/** Level by level: Node's recursive form never returns where a parent takes no folder (under /proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  mkdirSync(folder);
}

/** @throws UserError `state-unwritable` */
export function openFile(file: string, cacheKiB: number, onQuery?: (sql: string) => void): Database.Database {
  const folder = path.dirname(file);
  try {
    makeFolder(folder);
    const database = new Database(file, { timeout: 2000, ...(onQuery && { verbose: (sql) => onQuery(String(sql)) }) });
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    database.pragma(`cache_size = -${cacheKiB}`);
    // A server's files thread moves the log into the database beside the requests; here it is only kept from growing without end.
    database.pragma('wal_autocheckpoint = 16384');
    return database;
  } catch (error) {
    const known = existsSync(file);
    throw new UserError(
      'state-unwritable',
      known
        ? `cannot open the database ${file}: ${(error as Error).message}; is it a database of another program, or in use?`
        : `cannot write the state folder ${folder}: ${(error as Error).message}; choose another with --state-dir`,
    );
  }
}

/** Brings a database to the newest form. @throws UserError `database-newer`, `database-changed`, `database-unreadable` */
export function migrate(database: Database.Database, file: string): void {
  const wrap = <T>(run: () => T): T => {
    try {
      return run();
    } catch (error) {
      if (error instanceof UserError) throw error;
      throw new UserError('database-unreadable', `the database ${file} cannot be read: ${(error as Error).message}; restore a backup or choose another --state-dir`);
    }
  };
  wrap(() => {
    database.exec('CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL) STRICT');
    const done = database.prepare('SELECT version, checksum FROM migration ORDER BY version').all() as { version: number; checksum: string }[];
    for (const { version, checksum } of done) {
      const known = migrations.find((item) => item.version === version);
      if (!known)
        throw new UserError('database-newer', `the database ${file} is of a newer version (migration ${version}) than this program (${migrations.length}); update the program`);
      if (known.checksum !== checksum)
        throw new UserError('database-changed', `migration ${version} of ${file} is not the one this program knows; the database belongs to another build`);
    }
    for (const item of migrations.slice(done.length)) {
      database.transaction(() => {
        database.exec(item.sql);
        database.prepare('INSERT INTO migration (version, name, checksum) VALUES (?, ?, ?)').run(item.version, item.name, item.checksum);
      })();
    }
  });
}
