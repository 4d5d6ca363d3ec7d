import { existsSync } from 'node:fs';
import path from 'node:path';
import { loadPack, UserError, type Pack } from '@case-swarm/schema';
import { openSqliteStore } from '../store/sqlite.ts';
import type { CampaignRow, Store } from '../store/store.ts';

export interface StateOptions {
  readonly stateDir: string;
  readonly pack?: string;
  readonly masterSchemaFile?: string;
}

export interface OpenState {
  readonly folder: string;
  readonly pack: Pack;
  readonly store: Store;
  readonly row: CampaignRow;
}

export const databaseFile = (folder: string): string => path.join(folder, 'campaign.db');

/** Opens the campaign of a state folder. @throws UserError `no-campaign`, `other-schema` or a store's fault */
export async function openState(options: StateOptions): Promise<OpenState> {
  const folder = path.resolve(options.stateDir);
  if (!existsSync(databaseFile(folder)))
    throw new UserError('no-campaign', `${options.stateDir} holds no campaign (no campaign.db); name the folder that case-server used with --state-dir`, 2);
  const pack = await loadPack({ pack: options.pack, masterSchemaFile: options.masterSchemaFile });
  const store = openSqliteStore(databaseFile(folder));
  const row = store.campaign();
  if (!row) {
    store.close();
    throw new UserError('no-campaign', `${options.stateDir}/campaign.db holds no campaign yet; start case-server on it once`);
  }
  if (row.schemaHash !== pack.master.hash || row.pack !== pack.name) {
    store.close();
    throw new UserError(
      'other-schema',
      `the campaign in ${options.stateDir} was made with pack ${row.pack}, schema ${row.schemaHash}; give the --pack and --master-schema-file it was started with (these give ${pack.name}, ${pack.master.hash})`,
      2,
    );
  }
  return { folder, pack, store, row };
}
