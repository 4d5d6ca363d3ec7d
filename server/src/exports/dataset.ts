import { mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { decodeToon, type Pack } from '@case-swarm/schema';
import { AcceptedCounts, coverageOf } from '../campaign/coverage.ts';
import type { ReviewedPrecision } from '../campaign/reviews.ts';
import { fingerprintOf } from '../gate/duplicate/fingerprint.ts';
import { balancePlot } from './balance-plot.ts';
import { datasetCard } from './dataset-card.ts';
import { forms, type FormName } from './forms.ts';
import { writeParquet, type ParquetRow } from './parquet.ts';
import { replaceFile } from './replace-file.ts';
import { jsonLine } from './rows.ts';
import type { Pair } from './pairs.ts';
import { splitCases, splitNames, targetShape, type SplitItem, type SplitName, type SplitShares } from './split.ts';

export interface DatasetOptions {
  readonly pack: Pack;
  readonly shares: SplitShares;
  readonly reviewed: ReviewedPrecision;
  /** Seeds of the campaigns that the pairs come from. */
  readonly seeds: readonly number[];
  /** Further forms beside Mistral's `messages`, each in a folder of its own. */
  readonly forms?: readonly FormName[];
}

export interface DatasetDescription {
  readonly splits: ReadonlyMap<string, SplitName>;
  readonly rows: Readonly<Record<SplitName, number>>;
  /** README.md with the Hub's header. */
  readonly card: string;
  readonly plot: string;
}

/** Which split each pair goes to, and the card that tells of it; writes nothing. */
export function describeDataset(pairs: readonly Pair[], { pack, shares, seeds, reviewed }: DatasetOptions): DatasetDescription {
  const splits = splitCases(
    pairs.map((pair) => itemOf(pack, pair)),
    shares,
  );
  const rows: Record<SplitName, number> = { train: 0, validation: 0, test: 0 };
  for (const split of splits.values()) rows[split]++;
  const strata = pairs.flatMap(({ stratum }) => (stratum ? [stratum] : []));
  const whole = { targetTotalCases: strata.length, generationTarget: strata.length, seedCases: 0 };
  const coverage = coverageOf(pack.profile, whole, { issued: strata.length, accepted: strata.length, open: 0, leased: 0, parked: 0 }, new AcceptedCounts(pack.profile, strata));
  const lengths = pairs.map(({ text }) => text.split(/\s+/).length).sort((a, b) => a - b);
  const at = (share: number): number => lengths[Math.min(lengths.length - 1, Math.floor(share * lengths.length))] ?? 0;
  const sources = { generated: 0, imported: 0, real: 0 };
  for (const { source } of pairs) sources[source]++;
  const words = { median: at(0.5), p90: at(0.9) };
  const card = datasetCard({ pack: pack.name, profile: pack.profile.name, schemaHash: pack.master.hash, seeds, coverage, rows, sources, words, reviewed });
  return { splits, rows, card, plot: balancePlot(coverage) };
}

/**
 * Writes pairs as a dataset: splits as JSONL, gzip and Parquet, quality cards, a card with a plot. Each file is
 * replaced in one step. @returns rows by split
 */
export async function writeDataset(pairs: readonly Pair[], folder: string, options: DatasetOptions): Promise<Readonly<Record<SplitName, number>>> {
  const { splits, rows, card, plot } = describeDataset(pairs, options);
  for (const name of splitNames) {
    const chosen = pairs.filter((pair) => splits.get(pair.id) === name);
    await writeSplit(chosen, folder, name, options);
  }
  replaceFile(
    path.join(folder, 'quality_cards.jsonl'),
    pairs.map(({ id, source, card: proof }) => jsonLine({ instruction_id: id, split: splits.get(id)!, source, ...proof })).join(''),
  );
  replaceFile(path.join(folder, 'balance.svg'), plot);
  replaceFile(path.join(folder, 'README.md'), card);
  return rows;
}

async function writeSplit(pairs: readonly Pair[], folder: string, name: SplitName, { pack, forms: further = [] }: DatasetOptions): Promise<void> {
  const framing = { systemMessage: pack.systemMessage, reverseMessage: pack.wording.role };
  const rowsOf = (form: FormName): ParquetRow[] => pairs.map((pair) => forms[form](pair, framing));
  await writeRows(rowsOf('mistral'), folder, name);
  for (const form of further) await writeRows(rowsOf(form), path.join(folder, form), name);
}

/** The same rows as JSON lines, compressed, and as Parquet, which has no form for no rows. */
async function writeRows(rows: readonly ParquetRow[], folder: string, name: SplitName): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const text = rows.map(jsonLine).join('');
  replaceFile(path.join(folder, `${name}.jsonl`), text);
  replaceFile(path.join(folder, `${name}.jsonl.gz`), gzipSync(text, { level: 9 }));
  const parquet = path.join(folder, `${name}.parquet`);
  if (rows.length === 0) return rmSync(parquet, { force: true });
  await writeParquet(`${parquet}.tmp`, rows);
  renameSync(`${parquet}.tmp`, parquet);
}

function itemOf(pack: Pack, pair: Pair): SplitItem {
  const { textSignature, skeletonSignature } = fingerprintOf(pair.text);
  return { id: pair.id, stratum: pair.stratum ?? {}, shape: targetShape(pack.master, decodeToon(pair.toon)), textSignature, skeletonSignature };
}
