import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '@case-swarm/schema';
import { openSqliteStore } from '../store/sqlite.ts';
import { databaseFile } from './open-state.ts';

/** Copies the database while the server runs; the copy appears whole or not at all. */
export async function backupCommand(file: string, options: { readonly stateDir: string }): Promise<number> {
  const source = databaseFile(path.resolve(options.stateDir));
  if (!existsSync(source)) throw new UserError('no-campaign', `${options.stateDir} holds no campaign (no campaign.db)`, 2);
  if (existsSync(file)) throw new UserError('file-exists', `${file} is there already; name a new file, backups are never overwritten`, 2);
  const store = openSqliteStore(source);
  const partial = `${file}.part`;
  try {
    await store.backup(partial);
    const copy = openSqliteStore(partial);
    const faults = copy.checkIntegrity();
    const cases = copy.counts().accepted;
    copy.close();
    if (faults.length > 0) throw new UserError('backup-damaged', `the copy is damaged: ${faults[0]}; run case-server doctor`);
    renameSync(partial, file);
    process.stdout.write(`${file}: ${cases} cases; restore it by putting it in place of campaign.db while no server runs\n`);
    return 0;
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError('backup-failed', `cannot write ${file}: ${(error as Error).message}`);
  } finally {
    for (const name of [partial, `${partial}-wal`, `${partial}-shm`]) rmSync(name, { force: true });
    store.close();
  }
}
