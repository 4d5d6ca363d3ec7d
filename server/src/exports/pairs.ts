import { existsSync } from 'node:fs';
import path from 'node:path';
import { UserError, type Stratum } from '@case-swarm/schema';
import { z } from 'zod';
import { Duplicates } from '../gate/duplicate/duplicates.ts';
import { fingerprintOf } from '../gate/duplicate/fingerprint.ts';
import { instructionId } from '../store/instruction-id.ts';
import type { CaseRow } from '../store/store.ts';
import type { ExportedCampaign } from './exported-campaign.ts';
import { readLines } from './read-lines.ts';
import { caseRecord } from './rows.ts';

/** A text and the facts that it tells, wherever it comes from. */
export interface Pair {
  readonly id: string;
  readonly source: 'generated' | 'imported' | 'real';
  readonly text: string;
  readonly toon: string;
  /** Real statements have none. */
  readonly stratum: Stratum | undefined;
  /** What proves the pair, for its quality card. */
  readonly card: Readonly<Record<string, unknown>>;
}

const PAGE = 500;

/** Every accepted case of a campaign, in the order of acceptance. */
export function* campaignPairs(campaign: ExportedCampaign, prefix = ''): Generator<Pair> {
  for (let after = 0; ;) {
    const page = campaign.store.casesFrom(after, PAGE);
    for (const row of page) yield pairOf(row, prefix);
    if (page.length < PAGE) return;
    after = page.at(-1)!.submission.id;
  }
}

function pairOf(row: CaseRow, prefix: string): Pair {
  const { agent_id, submitted_at, validation, dimensions } = caseRecord(row);
  return {
    id: `${prefix}${instructionId(row.instruction.number)}`,
    source: row.submission.validation['source'] === 'imported' ? 'imported' : 'generated',
    text: row.submission.caseText,
    toon: row.instruction.targetToon,
    stratum: row.stratum,
    card: { agent_id, submitted_at, dimensions, validation },
  };
}

/** File of a state folder that holds the pairs made by `annotate`. */
export const REAL_PAIRS = 'real_pairs.jsonl';

const realPairSchema = z.object({
  case_id: z.string(),
  text: z.string(),
  target_toon: z.string(),
  source: z.literal('real'),
  annotated_at: z.string(),
  annotator: z.string().nullable(),
});
export type RealPair = z.infer<typeof realPairSchema>;

/** Real statements with their facts. The last word on a statement counts. */
export function realPairs(folder: string): Pair[] {
  const file = path.join(folder, REAL_PAIRS);
  if (!existsSync(file)) return [];
  const pairs = new Map<string, Pair>();
  let line = 0;
  for (const text of readLines(file)) {
    line++;
    if (text.trim() === '') continue;
    try {
      const row = realPairSchema.parse(JSON.parse(text));
      pairs.set(row.case_id, {
        id: row.case_id,
        source: 'real',
        text: row.text,
        toon: row.target_toon,
        stratum: undefined,
        card: { annotated_at: row.annotated_at, annotator: row.annotator },
      });
    } catch (error) {
      throw new UserError('pair-unreadable', `${file}, line ${line}: not an annotated pair (${(error as Error).message.split('\n')[0]})`);
    }
  }
  return [...pairs.values()];
}

/** Pairs without copies and near-duplicates of earlier ones; real ones win, since they come first. */
export function distinctPairs(pairs: Iterable<Pair>): { readonly kept: Pair[]; readonly dropped: readonly { readonly id: string; readonly like: string }[] } {
  const kept: Pair[] = [];
  const dropped: { id: string; like: string }[] = [];
  const known = new Duplicates((row) => kept[row]?.text);
  for (const pair of pairs) {
    const fingerprint = fingerprintOf(pair.text);
    const { problem, nearest } = known.find(fingerprint);
    if (problem && problem.code !== 'template' && nearest?.known.kind === 'case') {
      dropped.push({ id: pair.id, like: kept[nearest.known.number]!.id });
      continue;
    }
    known.addCase(kept.length, fingerprint);
    kept.push(pair);
  }
  return { kept, dropped };
}
