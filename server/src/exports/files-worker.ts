import { parentPort, workerData } from 'node:worker_threads';
import { loadPack } from '@case-swarm/schema';
import { openSqliteStore } from '../store/sqlite.ts';
import { storedCampaign } from './exported-campaign.ts';
import type { FilesReply, FilesRequest, FilesThreadData } from './files-thread.ts';
import { StateFiles } from './state-files.ts';

// The thread behind `FilesThread`.
const { folder, databaseFile, packOptions } = workerData as FilesThreadData;
const port = parentPort!;
const say = (reply: FilesReply): void => port.postMessage(reply);
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const pack = await loadPack(packOptions);
const store = openSqliteStore(databaseFile);
const files = new StateFiles(storedCampaign(pack, store, store.campaign()!), folder, (error) => say({ kind: 'failed', id: undefined, message: messageOf(error) }));

port.on('message', ({ kind, id }: FilesRequest) => {
  try {
    if (kind === 'touch') return files.touch();
    if (kind === 'invalidate') return files.invalidate();
    if (kind === 'rebuild') files.rebuild();
    else files.flush();
    if (kind === 'close') store.close();
    say({ kind: 'done', id });
  } catch (error) {
    say({ kind: 'failed', id, message: messageOf(error) });
  }
});
