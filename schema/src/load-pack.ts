import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readProfile } from './dimensions.ts';
import { UserError } from './errors.ts';
import { readFactWords, readSemanticClasses } from './fact-words.ts';
import { successionHardNegatives } from './hard-negatives.ts';
import { successionLexicon } from './lexicon/index.ts';
import { builtinSchemaFile, loadMasterSchema } from './master-schema.ts';
import type { Pack } from './pack.ts';
import { successionScript } from './phrases/index.ts';
import { successionRules } from './rules/index.ts';
import { readStrictness, type StrictnessTable } from './strictness.ts';
import { successionTopics } from './topics.ts';
import { successionSystemMessage, successionWording } from './wording.ts';
import { makeSuccessionWorld } from './world/index.ts';

export interface PackOptions {
  /** Folder of another domain's pack; the succession pack where it is left out. */
  readonly pack?: string | undefined;
  /** A master schema that takes the place of the pack's own. */
  readonly masterSchemaFile?: string | undefined;
  /** How strictly the gate is to be, in place of the pack's own `strictness.json`. */
  readonly strictnessFile?: string | undefined;
}

/** What a pack folder's `pack.js` exports by default: all but the schema and the dimensions, which are JSON beside it. */
export type PackModule = Omit<Pack, 'master' | 'profile' | 'strictness'>;

/** @throws UserError `pack-unreadable`, `schema-…`, `strictness-invalid` or `dimensions-invalid`. */
export async function loadPack(options: PackOptions = {}): Promise<Pack> {
  if (options.pack === undefined) {
    return {
      name: 'succession-fr',
      master: loadMasterSchema(options.masterSchemaFile ?? builtinSchemaFile),
      profile: readProfile(readJson(new URL('../dimensions.json', import.meta.url))),
      topics: successionTopics,
      lexicon: successionLexicon,
      rules: successionRules,
      makeWorld: makeSuccessionWorld,
      hardNegatives: successionHardNegatives,
      wording: successionWording,
      systemMessage: successionSystemMessage,
      script: successionScript,
      factWords: readFactWords(new URL('../fact-words.tsv', import.meta.url), readSemanticClasses(new URL('../semantic-classes.tsv', import.meta.url))),
      ...strictnessFrom(options.strictnessFile),
    };
  }
  const folder = path.resolve(options.pack);
  let module: { default?: PackModule };
  try {
    module = (await import(pathToFileURL(path.join(folder, 'pack.js')).href)) as { default?: PackModule };
  } catch (error) {
    throw new UserError('pack-unreadable', `cannot load the pack ${options.pack}: ${(error as Error).message}; docs/packs.md names a pack's files`, 2);
  }
  if (!module.default) throw new UserError('pack-unreadable', `${options.pack}/pack.js has no default export; docs/packs.md shows one`, 2);
  const own = path.join(folder, 'strictness.json');
  return {
    ...module.default,
    master: loadMasterSchema(options.masterSchemaFile ?? path.join(folder, 'schema.json')),
    profile: readProfile(readJson(path.join(folder, 'dimensions.json'))),
    ...strictnessFrom(options.strictnessFile ?? (existsSync(own) ? own : undefined)),
  };
}

const strictnessFrom = (file: string | undefined): { strictness?: StrictnessTable } => (file === undefined ? {} : { strictness: readStrictness(readJson(file), file) });

function readJson(file: string | URL): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UserError('pack-unreadable', `cannot read ${String(file)}: ${(error as Error).message}`, 2);
  }
}
