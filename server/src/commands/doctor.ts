import { statfsSync, statSync } from 'node:fs';
import { storedCampaign } from '../exports/exported-campaign.ts';
import { StateFiles } from '../exports/state-files.ts';
import { databaseFile, openState, type StateOptions } from './open-state.ts';

const MEBIBYTE = 2 ** 20;
/** Below this a campaign of some thousand cases may not fit. */
const LOW_SPACE = 200 * MEBIBYTE;

/** Looks at a state folder and says what is wrong with it; exit code 1 where something is. */
export async function doctorCommand(options: StateOptions): Promise<number> {
  const { folder, pack, store, row } = await openState(options);
  const say = (good: boolean, text: string): boolean => {
    process.stdout.write(`${good ? 'ok  ' : 'BAD '} ${text}\n`);
    return good;
  };
  try {
    const integrity = store.checkIntegrity();
    const counts = store.counts();
    const campaign = storedCampaign(pack, store, row);
    const faults = new StateFiles(campaign, folder, () => {}).compare();
    const { bavail, bsize } = statfsSync(folder);
    const free = bavail * bsize;
    const results = [
      say(
        integrity.length === 0,
        integrity.length === 0
          ? `database: sound, ${Math.ceil(statSync(databaseFile(folder)).size / MEBIBYTE)} MiB`
          : `database: ${integrity.slice(0, 5).join('; ')}; restore a backup`,
      ),
      say(
        faults.length === 0,
        faults.length === 0 ? 'files: as the database has them' : `files: ${faults.slice(0, 5).join('; ')}; rebuild them with case-server export --state-dir ${options.stateDir}`,
      ),
      say(counts.parked === 0, counts.parked === 0 ? 'slots: none parked' : `slots: ${counts.parked} parked; their targets were refused three times over, see GET /dashboard`),
      say(free > LOW_SPACE, `disk: ${Math.floor(free / MEBIBYTE)} MiB free${free > LOW_SPACE ? '' : '; free some space or move the state folder'}`),
      say(true, `campaign: ${counts.accepted} of ${row.generationTarget} cases, ${counts.leased} leases open, seed ${row.seed}, schema ${row.schemaHash}`),
    ];
    return results.every(Boolean) ? 0 : 1;
  } finally {
    store.close();
  }
}
