import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { TrainerError } from '../errors.ts';

export interface HubOptions {
  readonly endpoint: string;
  readonly id: string;
  readonly revision: string;
  readonly token?: string;
}

export interface HubFile {
  readonly name: string;
  readonly size: number;
  /** Of large files; small ones have a git hash instead. */
  readonly sha256: string | undefined;
}

const TRIES = 5;
const headers = ({ token }: HubOptions): Record<string, string> => (token === undefined ? {} : { authorization: `Bearer ${token}` });

/** The files of a repository at a revision. @throws Error in a sentence */
export async function listFiles(hub: HubOptions): Promise<HubFile[]> {
  const url = `${hub.endpoint}/api/models/${hub.id}/tree/${encodeURIComponent(hub.revision)}`;
  const response = await fetch(url, { headers: headers(hub) }).catch((error: unknown) => {
    const cause = (error as { cause?: { code?: string } }).cause;
    throw new Error(`${hub.endpoint} does not answer (${cause?.code ?? (error as Error).message})`);
  });
  if (response.status === 401 || response.status === 403) throw new Error(`${hub.id} needs a token with access: set HF_TOKEN (the hub answered ${response.status})`);
  if (response.status === 404) throw new Error(`the hub has no ${hub.id} at ${hub.revision}`);
  if (!response.ok) throw new Error(`the hub answered ${response.status} for ${url}`);
  const entries = (await response.json()) as { type: string; path: string; size: number; lfs?: { oid: string } }[];
  return entries.filter(({ type }) => type === 'file').map(({ path: name, size, lfs }) => ({ name, size, sha256: lfs?.oid }));
}

/** Downloads a file, going on behind what is there of it; keeps it only when its size and checksum are right. */
export async function downloadFile(hub: HubOptions, file: HubFile, folder: string, say: (line: string) => void): Promise<void> {
  const whole = path.join(folder, file.name);
  if (existsSync(whole) && statSync(whole).size === file.size) return;
  mkdirSync(folder, { recursive: true });
  const part = `${whole}.part`;
  say(`downloading ${file.name} (${(file.size / 1e6).toFixed(1)} MB)`);
  for (let attempt = 1; ; attempt++) {
    try {
      await fetchRest(hub, file, part);
      break;
    } catch (error) {
      if (error instanceof TrainerError || attempt === TRIES)
        throw error instanceof TrainerError
          ? error
          : new TrainerError(`${file.name} did not come whole in ${TRIES} tries (${(error as Error).message}); run again, it goes on where it ended`);
    }
  }
  const got = await sha256Of(part);
  if (file.sha256 !== undefined && got !== file.sha256) {
    rmSync(part);
    throw new TrainerError(`${file.name} came with checksum ${got.slice(0, 12)}…, the hub says ${file.sha256.slice(0, 12)}…; it was thrown away, run again`);
  }
  renameSync(part, whole);
}

async function fetchRest(hub: HubOptions, file: HubFile, part: string): Promise<void> {
  const have = existsSync(part) ? statSync(part).size : 0;
  if (have === file.size && file.size > 0) return;
  const url = `${hub.endpoint}/${hub.id}/resolve/${encodeURIComponent(hub.revision)}/${file.name}`;
  const response = await fetch(url, { headers: { ...headers(hub), ...(have > 0 ? { range: `bytes=${have}-` } : {}) } });
  if (!response.ok || !response.body) throw new TrainerError(`the hub answered ${response.status} for ${file.name}`);
  const goesOn = response.status === 206;
  await pipeline(Readable.fromWeb(response.body as never), createWriteStream(part, { flags: goesOn ? 'a' : 'w' }));
  const size = statSync(part).size;
  if (size !== file.size) throw new Error(`${size} of ${file.size} bytes`);
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
