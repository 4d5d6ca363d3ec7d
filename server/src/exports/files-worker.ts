import { parentPort, workerData } from 'node:worker_threads';
import { loadPack, type DatasetPreview } from '@case-swarm/schema';
import { reviewedPrecision } from '../campaign/reviews.ts';
import { openSqliteStore } from '../store/sqlite.ts';
import { describeDataset } from './dataset.ts';
import { storedCampaign } from './exported-campaign.ts';
import type { FilesReply, FilesRequest, FilesThreadData } from './files-thread.ts';
import { campaignPairs, type Pair } from './pairs.ts';
import { defaultShares } from './split.ts';
import { StateFiles } from './state-files.ts';

// The thread behind `FilesThread`.
const { folder, databaseFile, packOptions } = workerData as FilesThreadData;
const port = parentPort!;
const say = (reply: FilesReply): void => port.postMessage(reply);
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const pack = await loadPack(packOptions);
/** It reads what was just written, and little twice. */
const CACHE_KIB = 2048;
const store = openSqliteStore(databaseFile, { cacheKiB: CACHE_KIB });
const campaign = storedCampaign(pack, store, store.campaign()!);
const files = new StateFiles(campaign, folder, (error) => say({ kind: 'failed', id: undefined, message: messageOf(error) }));

/** A larger campaign is shown by its first cases: the whole is for `case-server export`. */
const MOST_PREVIEWED = 5000;
function preview(): DatasetPreview {
  const pairs: Pair[] = [];
  for (const pair of campaignPairs(campaign)) if (pairs.push(pair) === MOST_PREVIEWED) break;
  const { rows, card } = describeDataset(pairs, { pack, shares: defaultShares, reviewed: reviewedPrecision(store.reviews()), seeds: [campaign.row.seed] });
  return { cases: pairs.length, rows, card };
}

port.on('message', ({ kind, id }: FilesRequest) => {
  try {
    if (kind === 'touch') return files.touch();
    if (kind === 'invalidate') return files.invalidate();
    if (kind === 'preview') return say({ kind: 'done', id, preview: preview() });
    if (kind === 'open') files.open();
    else files.flush();
    if (kind === 'close') store.close();
    say({ kind: 'done', id });
  } catch (error) {
    say({ kind: 'failed', id, message: messageOf(error) });
  }
});
