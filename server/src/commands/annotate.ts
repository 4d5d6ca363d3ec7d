import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { decodeToon, encodeToon, leavesOf, loadPack, setAt, UserError, validatePayload, valueAt, violationsOf, type LeafValue, type Pack, type Payload } from '@case-swarm/schema';
import { askForFacts } from '../corpus/model-proposal.ts';
import { proposeFacts } from '../corpus/proposal.ts';
import { readSeedRows } from '../corpus/seeds.ts';
import { REAL_PAIRS, realPairs, type RealPair } from '../exports/pairs.ts';
import { judge } from '../gate/run.ts';
import { frenchDictionary } from '../language/french-dictionary.ts';
import { markedText } from './marked-text.ts';
import type { StateOptions } from './open-state.ts';

export interface AnnotateOptions extends StateOptions {
  readonly corpusFile: string;
  readonly annotator?: string;
  /** Base address of a model that proposes the facts, in place of rules; with its name. */
  readonly proposalUrl?: string;
  readonly proposalModel?: string;
}

const HELP = 'PATH = VALUE sets a fact (tab completes paths and codes), del PATH, show, edit (in $EDITOR), check, save, skip, quit';

/** Turns real statements into pairs: shows one after the other, with a proposal, and stores what passes schema and rules. */
export async function annotateCommand(options: AnnotateOptions): Promise<number> {
  if ((options.proposalUrl === undefined) !== (options.proposalModel === undefined)) throw new UserError('proposal-half', '--proposal-url and --proposal-model go together', 2);
  const pack = await loadPack({ pack: options.pack, masterSchemaFile: options.masterSchemaFile });
  const folder = path.resolve(options.stateDir);
  const done = new Set(realPairs(folder).map(({ id }) => id));
  const rows = readSeedRows(options.corpusFile).filter(({ case_id }) => !done.has(case_id));
  process.stdout.write(`${rows.length} statements without facts, ${done.size} annotated; ${HELP}\n`);
  let facts: Payload = {};
  const terminal = createInterface({ input: process.stdin, output: process.stdout, completer: (line: string) => complete(pack, line) });
  const answers = terminal[Symbol.asyncIterator]();
  let saved = 0;
  try {
    for (const [index, row] of rows.entries()) {
      const { payload, figures } = proposeFacts(pack, row.text);
      facts = (await modelsFacts(pack, row.text, options)) ?? payload;
      process.stdout.write(`\n── ${index + 1}/${rows.length}  ${row.case_id}\n${row.text}\n\nfigures: ${figures.join(', ') || 'none'}\nproposed:\n${shown(facts)}\n`);
      for (;;) {
        process.stdout.write('> ');
        const { value, done: ended } = await answers.next();
        if (ended) return 0;
        const outcome = command(pack, row.text, facts, value.trim());
        if (outcome.say !== undefined) process.stdout.write(`${outcome.say}\n`);
        if (outcome.facts) facts = outcome.facts;
        if (outcome.quit) return 0;
        if (outcome.skip) break;
        if (!outcome.save) continue;
        const pair: RealPair = {
          case_id: row.case_id,
          text: row.text,
          target_toon: encodeToon(facts),
          source: 'real',
          annotated_at: new Date().toISOString(),
          annotator: options.annotator ?? null,
        };
        mkdirSync(folder, { recursive: true });
        appendFileSync(path.join(folder, REAL_PAIRS), `${JSON.stringify(pair)}\n`);
        saved++;
        break;
      }
    }
    return 0;
  } finally {
    terminal.close();
    process.stdout.write(`${saved} pairs saved in ${path.join(options.stateDir, REAL_PAIRS)}\n`);
  }
}

/** What the model proposes; nothing where none was named, or where it failed: then the rules' proposal stands. */
async function modelsFacts(pack: Pack, text: string, { proposalUrl: url, proposalModel: model }: AnnotateOptions): Promise<Payload | undefined> {
  if (url === undefined || model === undefined) return undefined;
  try {
    const facts = await askForFacts(pack, text, { url, model, key: process.env['OPENAI_API_KEY'] });
    const faults = faultsOf(pack, facts);
    if (faults.length > 0) process.stdout.write(`the model's proposal has faults:\n${faults.join('\n')}\n`);
    return facts;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    process.stdout.write(`${error.message}; here is what rules find\n`);
    return undefined;
  }
}

interface CommandOutcome {
  readonly say?: string;
  readonly facts?: Payload;
  readonly save?: true;
  readonly skip?: true;
  readonly quit?: true;
}

function command(pack: Pack, text: string, facts: Payload, line: string): CommandOutcome {
  const set = /^([\w.]+)\s*=\s*(.+)$/.exec(line);
  if (set) return assign(pack, facts, set[1]!, set[2]!);
  const [word = '', argument = ''] = line.split(/\s+/);
  switch (word) {
    case 'show':
      return { say: shown(facts) };
    case 'del':
      return valueAt(facts, argument) === undefined ? { say: `there is no ${argument}` } : { facts: without(facts, argument), say: `${argument} is gone` };
    case 'edit':
      return edited(facts);
    case 'check':
      return { say: [...faultsOf(pack, facts), ...verdictLines(pack, text, facts)].join('\n') || 'nothing wrong' };
    case 'save': {
      const faults = faultsOf(pack, facts);
      return faults.length > 0 ? { say: `not saved:\n${faults.join('\n')}` } : { save: true, say: verdictLines(pack, text, facts).join('\n') };
    }
    case 'skip':
      return { skip: true };
    case 'quit':
    case 'q':
      return { quit: true };
    default:
      return { say: HELP };
  }
}

/** Values are read by the leaf's type; a list's item is named by its place, as in `enfants.0.nom`. */
function assign(pack: Pack, facts: Payload, at: string, value: string): CommandOutcome {
  const leaf = pack.master.leaves.get(at.replaceAll(/\.\d+(?=\.|$)/g, '.*'));
  if (!leaf) return { say: `the schema has no ${at}; tab shows what there is` };
  const read = leaf.type === 'number' ? Number(value.replaceAll(/\s/g, '').replace(',', '.')) : leaf.type === 'boolean' ? value === 'true' || value === 'oui' : value;
  if (typeof read === 'number' && !Number.isFinite(read)) return { say: `${at} is a number` };
  if (leaf.codes && !leaf.codes.includes(String(read))) return { say: `${at} is one of ${leaf.codes.join(', ')}` };
  const changed = structuredClone(facts);
  setAt(changed, at, read);
  return { facts: changed };
}

function without(facts: Payload, at: string): Payload {
  const kept: Payload = {};
  for (const { path: leaf, value } of leavesOf(facts)) if (leaf !== at && !leaf.startsWith(`${at}.`)) setAt(kept, leaf, value as LeafValue);
  return kept;
}

function edited(facts: Payload): CommandOutcome {
  const editor = process.env['VISUAL'] ?? process.env['EDITOR'];
  if (editor === undefined || editor === '') return { say: 'set EDITOR to use edit' };
  const folder = mkdtempSync(path.join(os.tmpdir(), 'annotate-'));
  const file = path.join(folder, 'facts.toon');
  try {
    writeFileSync(file, encodeToon(facts));
    spawnSync(`${editor} "${file}"`, { shell: true, stdio: 'inherit' });
    return { facts: decodeToon(readFileSync(file, 'utf8')) };
  } catch (error) {
    return { say: `not taken: ${(error as Error).message}` };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const shown = (facts: Payload): string => (Object.keys(facts).length === 0 ? '(nothing)' : encodeToon(facts));

const faultsOf = (pack: Pack, facts: Payload): string[] => [
  ...(Object.keys(facts).length === 0 ? ['no fact yet'] : []),
  ...validatePayload(pack.master, facts).map((fault) => `${fault.path}: ${fault.message}`),
  ...violationsOf(pack.rules, facts).map((violation) => `${violation.rule}, ${violation.path}: ${violation.message}`),
];

/** The gate's reading, for the annotator to look at: a real statement is right as it stands, so nothing of it refuses. */
function verdictLines(pack: Pack, text: string, facts: Payload): string[] {
  const { problems, evidence } = judge({ pack, dictionary: frenchDictionary(), text, target: facts, hints: {} });
  return [...(process.stdout.isTTY ? [markedText(text, Object.values(evidence), [])] : []), ...problems.map(({ code, message }) => `  the gate asks: ${code}: ${message}`)];
}

/** Completes a path one step at a time, or a code behind "=". */
function complete(pack: Pack, line: string): [string[], string] {
  const value = /^([\w.]+)\s*=\s*(\S*)$/.exec(line);
  if (value) {
    const leaf = pack.master.leaves.get(value[1]!.replaceAll(/\.\d+(?=\.|$)/g, '.*'));
    const choices = leaf?.codes ?? (leaf?.type === 'boolean' ? ['true', 'false'] : []);
    return [choices.filter((code) => code.startsWith(value[2]!)), value[2]!];
  }
  const typed = line.replaceAll(/\.\d+(?=\.|$)/g, '.*');
  const steps = new Set<string>();
  for (const pattern of pack.master.leaves.keys()) {
    if (!pattern.startsWith(typed)) continue;
    const end = pattern.indexOf('.', typed.length);
    steps.add(line + pattern.slice(typed.length, end < 0 ? undefined : end + 1).replace('*', '0'));
  }
  return [[...steps], line];
}

export function defaultCorpus(): string {
  const file = 'data/succession_e2e/e2e_cases.jsonl';
  if (!existsSync(file)) throw new UserError('no-corpus', `there is no ${file}; make it with "case-server corpus", or name one with --corpus-file`, 2);
  return file;
}
