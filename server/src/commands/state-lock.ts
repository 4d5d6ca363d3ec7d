import path from 'node:path';
import Database from 'better-sqlite3';
import { UserError } from '@case-swarm/schema';

/**
 * Holds a state folder for one process. The lock is SQLite's own file lock on an empty database, which the system drops
 * with the process however it ends.
 * @throws UserError `state-in-use`
 */
export function lockState(folder: string): { release(): void } {
  const lock = new Database(path.join(folder, 'server.lock'), { timeout: 0 });
  try {
    lock.pragma('locking_mode = EXCLUSIVE');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY'))
      throw new UserError('state-in-use', `another case-server works on ${folder}; stop it first, or choose another --state-dir`);
    throw error;
  }
  return { release: () => void lock.close() };
}
