import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { TrainerError } from '../errors.ts';
import { downloadFile, listFiles, type HubOptions } from './download.ts';

/** `mistralai/Ministral-3-3B-Base-2512`, with a revision behind "@" where one is wanted. */
const HUB_ID = /^[A-Za-z0-9][\w.-]*\/[A-Za-z0-9][\w.-]*(@[\w./-]+)?$/;
const NEEDED = /^(config\.json|tekken\.json|tokenizer\.json|model\.safetensors|model\.safetensors\.index\.json|model-\d+-of-\d+\.safetensors)$/;

const cacheRoot = (environment: NodeJS.ProcessEnv): string => path.resolve(environment['CASE_SWARM_CACHE'] ?? path.join(os.homedir(), '.cache', 'case-swarm', 'models'));

/** The first value of a key in `.env`, for keys that are not in the environment. */
function fromDotEnv(name: string): string | undefined {
  if (!existsSync('.env')) return undefined;
  const line = readFileSync('.env', 'utf8')
    .split('\n')
    .find((text) => text.startsWith(`${name}=`));
  return (
    line
      ?.slice(name.length + 1)
      .trim()
      .replace(/^["']|["']$/g, '') || undefined
  );
}

/**
 * The folder of a model: as named, or downloaded from the hub into a cache. Files that are there whole are kept, half
 * ones go on where they ended, and each is checked against the hub's checksum.
 * @throws TrainerError `no such folder`, or what the hub said
 */
export async function resolveModel(named: string, environment: NodeJS.ProcessEnv, say: (line: string) => void): Promise<string> {
  if (existsSync(named)) return named;
  if (!HUB_ID.test(named))
    throw new TrainerError(`no folder ${named}, and that is no hub id either (owner/name); --model names a folder with config.json, safetensors and a tokenizer`, 2);
  const [id, revision = 'main'] = named.split('@') as [string, string?];
  const folder = path.join(cacheRoot(environment), id.replace('/', '--'), revision.replaceAll('/', '--'));
  const token = environment['HF_TOKEN'] ?? fromDotEnv('HF_TOKEN');
  const hub: HubOptions = { endpoint: (environment['HF_ENDPOINT'] ?? 'https://huggingface.co').replace(/\/+$/, ''), id, revision, ...(token === undefined ? {} : { token }) };
  let files;
  try {
    files = await listFiles(hub);
  } catch (error) {
    // A whole copy serves without the hub.
    if (existsSync(path.join(folder, '.complete'))) {
      say(`the hub does not answer; using the copy in ${folder}`);
      return folder;
    }
    throw new TrainerError(
      `${named} is no folder here, and the hub cannot be asked for it: ${(error as Error).message}. Looked in ${folder}; download it there, or give --model a folder`,
    );
  }
  const wanted = files.filter(({ name }) => NEEDED.test(name));
  if (!wanted.some(({ name }) => name.endsWith('.safetensors'))) throw new TrainerError(`${named} holds no model.safetensors on the hub; this trainer reads safetensors only`);
  for (const file of wanted) await downloadFile(hub, file, folder, say);
  writeFileSync(path.join(folder, '.complete'), '');
  return folder;
}
