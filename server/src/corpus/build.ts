import path from 'node:path';
import { readSpec, type SpecContents } from './spec-file.ts';
import { SourceTree, type TreeFault } from './source-tree.ts';
import { foldText, hasSuccessionWord, normaliseText, seedRow, sourceTypes, type SeedRow } from './statement-text.ts';

const TESTS = 'src/legal-tests';
const SCENARIOS = 'src/components/succession-search-bar.scenarios.ts';
/** Specs that hold statements though no E2E stands in their names. */
const ALSO = new Set(['CodeCivil_Art767_PensionAlimentaire_Extraction.spec.ts', 'Systeme_Orchestration.spec.ts']);
const SEARCH_BAR_SPEC = /^src\/legal-tests\/succession-search-bar\/[^/]*E2E\.spec\.ts$/;
const TELLING_NAME = /text|scenario|prompt|enonce/;
const SHORTEST = 24;

/** Something that was seen and left out. */
interface LeftOut {
  readonly source_path: string;
  readonly source_name: string;
  readonly reason: string;
}

export interface BuiltCorpus {
  readonly rows: readonly SeedRow[];
  readonly leftOut: readonly LeftOut[];
  readonly faults: readonly TreeFault[];
}

interface Spec {
  readonly file: string;
  readonly contents: SpecContents;
}

/** The real statements of a w5 tree: terrain cases that a spec runs, constants of specs, scenarios of the search bar. */
export function buildCorpus(root: string): BuiltCorpus {
  const tree = new SourceTree(root);
  const leftOut: LeftOut[] = [];
  const specs = readSpecs(tree);
  const found = [...terrainCases(tree, specs, leftOut), ...inlineSpecs(specs, leftOut), ...searchBar(tree, specs, leftOut)];
  return { rows: withoutCopies(found, leftOut), leftOut, faults: tree.faults };
}

function readSpecs(tree: SourceTree): Spec[] {
  const specs: Spec[] = [];
  for (const file of tree.walk(TESTS)) {
    const name = path.posix.basename(file);
    if (!name.endsWith('.spec.ts') || !(name.includes('E2E') || ALSO.has(name))) continue;
    const source = tree.read(file);
    if (source === undefined) continue;
    try {
      specs.push({ file, contents: readSpec(source, file) });
    } catch (error) {
      tree.faults.push({ path: file, reason: (error as Error).message });
    }
  }
  return specs;
}

function* terrainCases(tree: SourceTree, specs: readonly Spec[], leftOut: LeftOut[]): Generator<SeedRow> {
  const taken = new Set<string>();
  const folders = new Set<string>();
  for (const { file, contents } of specs)
    for (const { folder, pattern } of contents.selections) {
      const base = path.posix.join('cases', folder);
      folders.add(base);
      for (const { name, kind } of tree.list(base)) {
        const source = path.posix.join(base, name, 'ENONCE.md');
        if (kind !== 'folder' || (pattern && !pattern.test(name)) || taken.has(source)) continue;
        taken.add(source);
        const text = tree.read(source);
        if (text === undefined) leftOut.push({ source_path: source, source_name: name, reason: 'no readable ENONCE.md' });
        else if (normaliseText(text) === '') leftOut.push({ source_path: source, source_name: name, reason: 'empty' });
        else yield seedRow({ source_type: 'terrain_case', origin: file, source_path: source, source_name: name }, text);
      }
    }
  for (const base of folders)
    for (const { name, kind } of tree.list(base)) {
      const source = path.posix.join(base, name, 'ENONCE.md');
      if (kind === 'folder' && !taken.has(source)) leftOut.push({ source_path: source, source_name: name, reason: 'no spec selects it' });
    }
}

function* inlineSpecs(specs: readonly Spec[], leftOut: LeftOut[]): Generator<SeedRow> {
  for (const { file, contents } of specs)
    for (const { name, text } of contents.constants) {
      if (!TELLING_NAME.test(foldText(name))) continue;
      const reason = normaliseText(text).length < SHORTEST ? `shorter than ${SHORTEST} characters` : hasSuccessionWord(text) ? undefined : 'no word of successions in it';
      if (reason !== undefined) leftOut.push({ source_path: file, source_name: name, reason });
      else yield seedRow({ source_type: 'inline_spec', origin: file, source_path: file, source_name: name }, text);
    }
}

function* searchBar(tree: SourceTree, specs: readonly Spec[], leftOut: LeftOut[]): Generator<SeedRow> {
  const source = tree.read(SCENARIOS);
  if (source === undefined) return;
  const used = new Set(specs.filter(({ file }) => SEARCH_BAR_SPEC.test(file)).flatMap(({ contents }) => contents.scenarioLabels));
  let scenarios: SpecContents['scenarios'];
  try {
    ({ scenarios } = readSpec(source, SCENARIOS));
  } catch (error) {
    tree.faults.push({ path: SCENARIOS, reason: (error as Error).message });
    return;
  }
  for (const { label, prompt } of scenarios) {
    if (!used.has(label)) leftOut.push({ source_path: SCENARIOS, source_name: label, reason: 'no spec runs this label' });
    else if (normaliseText(prompt) === '') leftOut.push({ source_path: SCENARIOS, source_name: label, reason: 'empty' });
    else yield seedRow({ source_type: 'search_bar', origin: SCENARIOS, source_path: SCENARIOS, source_name: label }, prompt);
  }
}

/** Code units, not a locale: ids and order must come out the same everywhere. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const inOrder = (a: SeedRow, b: SeedRow): number =>
  compare(a.source_type, b.source_type) || compare(a.source_path, b.source_path) || compare(a.source_name, b.source_name) || compare(a.case_id, b.case_id);

/** One row for each statement, by its folded text; a terrain case wins over another source. */
function withoutCopies(found: readonly SeedRow[], leftOut: LeftOut[]): SeedRow[] {
  const kept = new Map<string, SeedRow>();
  const byRank = found.toSorted((a, b) => sourceTypes.indexOf(a.source_type) - sourceTypes.indexOf(b.source_type) || inOrder(a, b));
  for (const row of byRank) {
    const key = foldText(row.text);
    const first = kept.get(key);
    if (first) leftOut.push({ source_path: row.source_path, source_name: row.source_name, reason: `the same statement as ${first.case_id}` });
    else kept.set(key, row);
  }
  return [...kept.values()].sort(inOrder);
}
