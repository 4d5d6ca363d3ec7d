import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { decodeToon } from '@case-swarm/schema';
import type { ReviewedPrecision } from '../campaign/reviews.ts';
import { fingerprintOf } from '../gate/duplicate/fingerprint.ts';
import { instructionId } from '../store/sqlite.ts';
import type { CaseRow } from '../store/store.ts';
import { balancePlot } from './balance-plot.ts';
import { datasetCard } from './dataset-card.ts';
import type { ExportedCampaign } from './exported-campaign.ts';
import { writeParquet, type ChatRow } from './parquet.ts';
import { caseRecord, jsonLine, mistralRow } from './rows.ts';
import { splitCases, splitNames, targetShape, type SplitItem, type SplitName, type SplitShares } from './split.ts';

const PAGE = 500;

/**
 * Writes the accepted set as a dataset: splits as JSONL, gzip and Parquet, quality cards, a card with a plot. Each file is
 * replaced in one step. @returns rows by split
 */
export async function writeDataset(campaign: ExportedCampaign, folder: string, shares: SplitShares, reviewed: ReviewedPrecision): Promise<Record<SplitName, number>> {
  mkdirSync(folder, { recursive: true });
  const cases = [...allCases(campaign)];
  const splits = splitCases(
    cases.map((row) => itemOf(campaign, row)),
    shares,
  );
  const put = (name: string, content: string | Uint8Array): void => {
    writeFileSync(path.join(folder, `${name}.tmp`), content);
    renameSync(path.join(folder, `${name}.tmp`), path.join(folder, name));
  };
  const rows: Record<SplitName, number> = { train: 0, validation: 0, test: 0 };
  for (const name of splitNames) {
    const chosen = cases.filter((row) => splits.get(idOf(row)) === name).map((row) => mistralRow(campaign.pack, row) as ChatRow);
    rows[name] = chosen.length;
    const text = chosen.map(jsonLine).join('');
    put(`${name}.jsonl`, text);
    put(`${name}.jsonl.gz`, gzipSync(text, { level: 9 }));
    if (chosen.length === 0) rmSync(path.join(folder, `${name}.parquet`), { force: true });
    else {
      await writeParquet(path.join(folder, `${name}.parquet.tmp`), chosen);
      renameSync(path.join(folder, `${name}.parquet.tmp`), path.join(folder, `${name}.parquet`));
    }
  }
  put('quality_cards.jsonl', cases.map((row) => jsonLine(qualityCard(row, splits.get(idOf(row))!))).join(''));
  put('balance.svg', balancePlot(campaign.coverage()));
  const words = cases.map((row) => row.submission.caseText.split(/\s+/).length).sort((a, b) => a - b);
  const at = (share: number): number => words[Math.min(words.length - 1, Math.floor(share * words.length))] ?? 0;
  const { pack, profile, schemaHash, seed } = campaign.row;
  put('README.md', datasetCard({ pack, profile, schemaHash, seed, coverage: campaign.coverage(), rows, words: { median: at(0.5), p90: at(0.9) }, reviewed }));
  return rows;
}

const idOf = (row: CaseRow): string => instructionId(row.instruction.number);

function* allCases(campaign: ExportedCampaign): Generator<CaseRow> {
  for (let after = 0; ;) {
    const page = campaign.store.casesFrom(after, PAGE);
    yield* page;
    if (page.length < PAGE) return;
    after = page.at(-1)!.submission.id;
  }
}

function itemOf(campaign: ExportedCampaign, row: CaseRow): SplitItem {
  const { textSignature, skeletonSignature } = fingerprintOf(row.submission.caseText);
  return { id: idOf(row), stratum: row.stratum, shape: targetShape(campaign.pack.master, decodeToon(row.instruction.targetToon)), textSignature, skeletonSignature };
}

/** What proves the pair: the case without its texts, and where each fact stands. */
function qualityCard(row: CaseRow, split: SplitName): object {
  const { instruction_id, agent_id, submitted_at, validation, dimensions } = caseRecord(row);
  return { instruction_id, split, agent_id, submitted_at, dimensions, validation };
}
