import { growHeapSlowly } from '../frugal-heap.ts';
import { createWriteStream, renameSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';
import { loadPack, type Pack } from '@case-swarm/schema';
import { processClock } from '../campaign/clock.ts';
import { profileHashOf } from '../campaign/profile-hash.ts';
import { storedCampaign } from '../exports/exported-campaign.ts';
import { StateFiles } from '../exports/state-files.ts';
import { EarlierState, type EarlierCase } from '../import/earlier-state.ts';
import { CaseImport } from '../import/import-cases.ts';
import { ImportReport } from '../import/import-report.ts';
import { openSqliteStore } from '../store/sqlite.ts';
import type { CampaignRow, Store } from '../store/store.ts';
import { Deferred } from './deferred.ts';
import { databaseFile, type StateOptions } from './open-state.ts';
import { lockState } from './state-lock.ts';

export interface ImportCommandOptions extends StateOptions {
  readonly strictness?: string;
  readonly seed: number;
  readonly keepAll?: boolean;
  readonly lenient?: boolean;
}

const PAGE = 200;
const LEASE_MS = 15 * 60_000;
const BAR = 24;

/** Takes a state folder in: judges every case anew, keeps the good ones, reports the rest. Exit 1 where a line could not be used. */
export async function importCommand(from: string, options: ImportCommandOptions): Promise<number> {
  growHeapSlowly();
  const deferred = new Deferred();
  try {
    return await importState(from, options, deferred);
  } finally {
    await deferred.run();
  }
}

async function importState(from: string, options: ImportCommandOptions, deferred: Deferred): Promise<number> {
  const earlier = new EarlierState(path.resolve(from));
  const pack = await loadPack({ pack: options.pack, masterSchemaFile: options.masterSchemaFile, strictnessFile: options.strictness });
  const folder = path.resolve(options.stateDir);
  const store = openSqliteStore(databaseFile(folder));
  deferred.add(() => store.close());
  const lock = lockState(folder);
  deferred.add(() => lock.release());
  const campaign = await campaignOf(pack, store, options);
  const now = processClock().now();
  const taking = new CaseImport({ pack, store, campaign, keepAll: options.keepAll ?? false, leaseMs: LEASE_MS, now, source: path.basename(from) });
  const report = new ImportReport();
  const jsonl = path.join(folder, 'import-report.jsonl');
  const lines = createWriteStream(`${jsonl}.tmp`);
  let done = 0;
  const page: EarlierCase[] = [];
  const flush = async (): Promise<void> => {
    for (const outcome of await taking.take(page.splice(0))) {
      report.add(outcome);
      const accepted = outcome.outcome === 'kept' || outcome.outcome === 'known';
      const line = { instruction_id: outcome.id, accepted, outcome: outcome.outcome, problems: outcome.problems };
      if (outcome.outcome !== 'open' && !lines.write(`${JSON.stringify(line)}\n`)) await once(lines, 'drain');
      done++;
    }
    progress(done);
  };
  for await (const one of earlier.cases()) {
    page.push(one);
    if (page.length >= PAGE) await flush();
  }
  await flush();
  lines.end();
  await once(lines, 'finish');
  renameSync(`${jsonl}.tmp`, jsonl);
  writeFileSync(path.join(folder, 'import-report.md'), report.markdown(path.basename(from), earlier.faults));
  const held = store.counts();
  await store.write(() => store.saveCampaign({ ...campaign, generationTarget: Math.max(campaign.generationTarget, held.accepted + held.leased) }));
  new StateFiles(storedCampaign(pack, store, store.campaign()!), folder, fail).rebuild();
  for (const { file, line, reason } of earlier.faults.slice(0, 20)) process.stderr.write(`${file}${line === undefined ? '' : `, line ${line}`}: ${reason}\n`);
  if (earlier.faults.length > 20) process.stderr.write(`… and ${earlier.faults.length - 20} more; all stand in import-report.md\n`);
  const { kept, marked, refused, open, known } = report.counts;
  process.stdout.write(
    `${process.stdout.isTTY ? '\r\u001b[K' : ''}${from}: ${kept} kept, ${refused} refused${marked > 0 ? `, ${marked} marked` : ''}${open > 0 ? `, ${open} open` : ''}${known > 0 ? `, ${known} here already` : ''}; ${path.join(options.stateDir, 'import-report.md')}\n`,
  );
  return earlier.faults.length > 0 && !options.lenient ? 1 : 0;
}

const fail = (error: unknown): never => {
  throw error;
};

/** The state folder's campaign, or a new one that `serve` goes on with. */
async function campaignOf(pack: Pack, store: Store, options: ImportCommandOptions): Promise<CampaignRow> {
  const known = store.campaign();
  if (known) return known;
  const row: CampaignRow = {
    profile: pack.profile.name,
    profileHash: profileHashOf(pack),
    pack: pack.name,
    schemaHash: pack.master.hash,
    seed: options.seed,
    targetTotalCases: 0,
    generationTarget: 0,
    seedCases: 0,
    created: new Date().toISOString(),
    config: { profile: pack.profile.name, pack: pack.name, schema_hash: pack.master.hash, seed: options.seed, imported: true },
  };
  await store.write(() => store.saveCampaign(row));
  return row;
}

function progress(done: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${'▪'.repeat(1 + (Math.floor(done / PAGE) % BAR))} ${done} instructions`);
}
