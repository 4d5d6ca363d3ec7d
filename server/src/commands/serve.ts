import { existsSync } from 'node:fs';
import path from 'node:path';
import { serve as listen } from '@hono/node-server';
import { loadPack, UserError } from '@case-swarm/schema';
import { destination, pino, type Logger } from 'pino';
import { Campaign } from '../campaign/campaign.ts';
import { processClock } from '../campaign/clock.ts';
import { readSeedTexts } from '../corpus/seeds.ts';
import { writeDataset } from '../exports/dataset.ts';
import { campaignPairs } from '../exports/pairs.ts';
import { defaultShares } from '../exports/split.ts';
import { FilesThread } from '../exports/files-thread.ts';
import { growHeapSlowly } from '../frugal-heap.ts';
import { makeApp } from '../http/app.ts';
import type { Services } from '../http/context.ts';
import { TokenGuard } from '../http/tokens.ts';
import { openSqliteStore } from '../store/sqlite.ts';
import { defaultThreads, pooledWorkshop } from '../workshop/pool.ts';
import { Deferred } from './deferred.ts';
import { databaseFile } from './open-state.ts';
import { Progress } from './progress.ts';
import { lockState } from './state-lock.ts';
import { startSwarm } from './swarm.ts';

export interface ServeOptions {
  readonly host: string;
  readonly port: number;
  readonly stateDir: string;
  readonly corpusFile?: string;
  readonly masterSchemaFile?: string;
  readonly strictness?: string;
  readonly pack?: string;
  readonly targetTotalCases?: number;
  readonly generationTarget?: number;
  readonly campaignSize?: number;
  readonly seed: number;
  readonly leaseMinutes: number;
  readonly swarm: number;
  readonly workers?: number;
  readonly prepareAhead: number;
  readonly maxPending: number;
  readonly exportDir?: string;
  readonly logLevel: string;
  readonly tokenFile?: string;
  readonly insecure?: boolean;
}

const DEFAULT_CORPUS = 'data/succession_e2e/e2e_cases.jsonl';
const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);
const EXPIRY_MS = 1000;
const HEAP_GROWTH = 40;
/** Against senders that keep a connection busy with headers or a body that never ends. */
const GUARDS = { headersTimeout: 5000, requestTimeout: 10_000, connectionsCheckingInterval: 1000, keepAliveTimeout: 15_000, maxHeaderSize: 16 * 1024 };
/** What shells expect of a program that Ctrl-C ended. */
const INTERRUPTED = 130;

/** Runs the server until it is told to stop; the exit code of the command. */
export async function serveCommand(options: ServeOptions): Promise<number> {
  if (!LOOPBACK.has(options.host) && options.tokenFile === undefined && !options.insecure) {
    throw new UserError('open-host', `--host ${options.host} is open to other machines: give --token-file FILE, or --insecure if you mean it`, 2);
  }
  growHeapSlowly(HEAP_GROWTH);
  const deferred = new Deferred();
  try {
    return await serve(options, deferred);
  } finally {
    await deferred.run();
  }
}

async function serve(options: ServeOptions, deferred: Deferred): Promise<number> {
  const tokens = options.tokenFile === undefined ? undefined : new TokenGuard(options.tokenFile);
  const logger = pino({ level: options.logLevel }, destination({ dest: 2, sync: false }));
  const { campaign, files, folder } = await openCampaign(options, logger, deferred);
  const services: Services = { campaign, files, folder, startedAt: Date.now(), maxPending: options.maxPending, stopping: false };
  const server = await bindPort(makeApp({ services, logger, tokens }), options);
  deferred.add(() => closeServer(server));
  const url = `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${options.port}`;
  logger.info({ url, stateDir: options.stateDir, generationTarget: campaign.row.generationTarget }, 'listening');
  const progress = new Progress(campaign, url, path.join(options.stateDir, 'full_training_cases_mistral.jsonl'), options.swarm > 0);
  deferred.add(() => progress.stop());
  if (options.swarm > 0) {
    const swarm = startSwarm(url, options);
    deferred.add(() => swarm.stop());
  }
  const expiry = setInterval(() => void campaign.expire().catch((error: unknown) => logger.error({ err: error }, 'expiry failed')), EXPIRY_MS);
  deferred.add(() => clearInterval(expiry));

  const signal = await untilSignal();
  services.stopping = true;
  return signal === 'SIGINT' ? INTERRUPTED : 0;
}

/** Store, lock, threads, campaign and its files; each is closed by `deferred`. */
async function openCampaign(options: ServeOptions, logger: Logger, deferred: Deferred): Promise<Pick<Services, 'campaign' | 'files' | 'folder'>> {
  const packOptions = { pack: options.pack, masterSchemaFile: options.masterSchemaFile, strictnessFile: options.strictness };
  const pack = await loadPack(packOptions);
  const corpus = options.corpusFile ?? (existsSync(DEFAULT_CORPUS) ? DEFAULT_CORPUS : undefined);
  const seedTexts = corpus === undefined ? [] : readSeedTexts(corpus);
  const targetTotalCases = options.targetTotalCases ?? pack.profile.targetTotalCases;
  const generationTarget = options.generationTarget ?? options.campaignSize ?? Math.max(0, targetTotalCases - seedTexts.length);

  const folder = path.resolve(options.stateDir);
  const store = openSqliteStore(databaseFile(folder));
  deferred.add(() => store.close());
  const lock = lockState(folder);
  deferred.add(() => lock.release());
  const workshop = pooledWorkshop(pack, packOptions, options.workers ?? defaultThreads());
  deferred.add(() => workshop.close());
  const campaign = await Campaign.open(pack, store, processClock(), workshop, {
    seed: options.seed,
    targetTotalCases,
    generationTarget,
    seedTexts,
    leaseMs: options.leaseMinutes * 60_000,
    prepareAhead: options.prepareAhead,
    config: {
      host: options.host,
      port: options.port,
      profile: pack.profile.name,
      pack: pack.name,
      schema_hash: pack.master.hash,
      seed: options.seed,
      target_total_cases: targetTotalCases,
      generation_target: generationTarget,
      seed_cases: seedTexts.length,
      corpus_file: corpus ?? null,
    },
  });
  const { exportDir } = options;
  if (exportDir !== undefined)
    deferred.add(() => writeDataset([...campaignPairs(campaign)], exportDir, { pack, shares: defaultShares, reviewed: campaign.reviews.precision(), seeds: [campaign.row.seed] }));
  const files = new FilesThread({ folder, databaseFile: databaseFile(folder), packOptions }, (message) =>
    logger.error({ message }, 'the files of the state folder fell behind; they are tried again'),
  );
  deferred.add(() => files.close());
  deferred.add(() => campaign.close());
  await files.open();
  campaign.onRejectedCase(() => files.invalidate());
  campaign.onChange(() => files.touch());
  campaign.onRejectedDraw((fault) => logger.warn(fault, 'a target broke a check and was drawn again'));
  return { campaign, files, folder };
}

/** Takes no new connection and answers what is under way; event streams see `stopping` within a moment, then they are cut. */
async function closeServer(server: ReturnType<typeof listen>): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    setTimeout(() => (server as unknown as { closeAllConnections?: () => void }).closeAllConnections?.(), 1000).unref();
  });
}

function bindPort(app: ReturnType<typeof makeApp>, options: ServeOptions): Promise<ReturnType<typeof listen>> {
  return new Promise((resolve, reject) => {
    const server = listen({ fetch: app.fetch, hostname: options.host, port: options.port, serverOptions: GUARDS }, () => resolve(server));
    server.on('error', (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === 'EADDRINUSE'
          ? `port ${options.port} on ${options.host} is in use; stop the other program or choose another with --port`
          : `cannot listen on ${options.host}:${options.port}: ${error.message}`;
      reject(new UserError('cannot-listen', reason));
    });
  });
}

const untilSignal = (): Promise<'SIGINT' | 'SIGTERM'> =>
  new Promise((resolve) => {
    process.once('SIGINT', () => resolve('SIGINT'));
    process.once('SIGTERM', () => resolve('SIGTERM'));
  });
