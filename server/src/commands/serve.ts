import { existsSync } from 'node:fs';
import path from 'node:path';
import { serve as listen } from '@hono/node-server';
import { loadPack, UserError } from '@case-swarm/schema';
import { destination, pino } from 'pino';
import { Campaign } from '../campaign/campaign.ts';
import { processClock } from '../campaign/clock.ts';
import { readSeedTexts } from '../corpus/seeds.ts';
import { writeDataset } from '../exports/dataset.ts';
import { defaultShares } from '../exports/split.ts';
import { StateFiles } from '../exports/state-files.ts';
import { makeApp } from '../http/app.ts';
import type { Services } from '../http/context.ts';
import { TokenGuard } from '../http/tokens.ts';
import { openSqliteStore } from '../store/sqlite.ts';
import { defaultThreads, pooledWorkshop } from '../workshop/pool.ts';
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
/** Against senders that keep a connection busy with headers or a body that never ends. */
const GUARDS = { headersTimeout: 5000, requestTimeout: 10_000, connectionsCheckingInterval: 1000, keepAliveTimeout: 15_000, maxHeaderSize: 16 * 1024 };
/** What shells expect of a program that Ctrl-C ended. */
const INTERRUPTED = 130;

/** Runs the server until it is told to stop; the exit code of the command. */
export async function serveCommand(options: ServeOptions): Promise<number> {
  if (!LOOPBACK.has(options.host) && options.tokenFile === undefined && !options.insecure) {
    throw new UserError('open-host', `--host ${options.host} is open to other machines: give --token-file FILE, or --insecure if you mean it`, 2);
  }
  const pack = await loadPack({ pack: options.pack, masterSchemaFile: options.masterSchemaFile });
  const corpus = options.corpusFile ?? (existsSync(DEFAULT_CORPUS) ? DEFAULT_CORPUS : undefined);
  const seedTexts = corpus === undefined ? [] : readSeedTexts(corpus);
  const targetTotalCases = options.targetTotalCases ?? pack.profile.targetTotalCases;
  const generationTarget = options.generationTarget ?? options.campaignSize ?? Math.max(0, targetTotalCases - seedTexts.length);
  const tokens = options.tokenFile === undefined ? undefined : new TokenGuard(options.tokenFile);
  const logger = pino({ level: options.logLevel }, destination({ dest: 2, sync: false }));

  const folder = path.resolve(options.stateDir);
  const store = openSqliteStore(databaseFile(folder));
  const lock = lockState(folder);
  const clock = processClock();
  const workshop = pooledWorkshop(pack, { pack: options.pack, masterSchemaFile: options.masterSchemaFile }, options.workers ?? defaultThreads());
  const config = {
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
  };
  const campaign = await Campaign.open(pack, store, clock, workshop, {
    seed: options.seed,
    targetTotalCases,
    generationTarget,
    seedTexts,
    leaseMs: options.leaseMinutes * 60_000,
    prepareAhead: options.prepareAhead,
    config,
  });
  const files = new StateFiles(campaign, folder, (error) => logger.error({ err: error }, 'the files of the state folder fell behind; they are tried again'));
  files.rebuild();
  campaign.onRejectedCase(() => files.invalidate());
  campaign.onChange(() => files.touch());
  campaign.onRejectedDraw((fault) => logger.warn(fault, 'a target broke a check and was drawn again'));

  const services: Services = { campaign, files, folder, startedAt: Date.now(), maxPending: options.maxPending, stopping: false };
  const app = makeApp({ services, logger, tokens });
  const server = await bindPort(app, options);
  const url = `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${options.port}`;
  logger.info({ url, stateDir: options.stateDir, generationTarget }, 'listening');
  const progress = new Progress(campaign, url, path.join(options.stateDir, 'full_training_cases_mistral.jsonl'), options.swarm > 0);
  const swarm = options.swarm > 0 ? startSwarm(url, options) : undefined;
  const expiry = setInterval(() => void campaign.expire().catch((error: unknown) => logger.error({ err: error }, 'expiry failed')), EXPIRY_MS);

  const signal = await untilSignal();
  services.stopping = true;
  clearInterval(expiry);
  await swarm?.stop();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    // Event streams see `stopping` within a moment; what is still open after that is cut.
    setTimeout(() => (server as unknown as { closeAllConnections?: () => void }).closeAllConnections?.(), 1000).unref();
  });
  await workshop.close();
  campaign.close();
  files.flush();
  if (options.exportDir !== undefined) await writeDataset(campaign, options.exportDir, defaultShares, campaign.reviews.precision());
  progress.stop();
  store.close();
  lock.release();
  logger.info('stopped');
  return signal === 'SIGINT' ? INTERRUPTED : 0;
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
