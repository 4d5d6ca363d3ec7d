import { createHash } from 'node:crypto';
import { initial } from './0001-initial.ts';
import { fingerprints } from './0002-fingerprints.ts';
import { paging } from './0003-paging.ts';

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

const migration = (version: number, name: string, sql: string): Migration => ({ version, name, sql, checksum: createHash('sha256').update(sql).digest('hex').slice(0, 16) });

export const migrations: readonly Migration[] = [migration(1, 'initial', initial), migration(2, 'fingerprints', fingerprints), migration(3, 'paging', paging)];
