import type { Coverage, Pack, PairMatrix, Statistics } from '@case-swarm/schema';
import type { Duplicates } from '../gate/duplicate/duplicates.ts';
import { fingerprintOf } from '../gate/duplicate/fingerprint.ts';
import { instructionId } from '../store/instruction-id.ts';
import type { CampaignRow, CaseRow, Store, SubmissionRow } from '../store/store.ts';
import type { Clock } from './clock.ts';
import { worstMargin } from './coverage.ts';
import { CampaignProblem } from './errors.ts';
import { findLease } from './leases.ts';
import { CampaignStatistics } from './statistics.ts';

interface Parts {
  readonly pack: Pack;
  readonly store: Store;
  readonly clock: Clock;
  readonly row: CampaignRow;
  readonly duplicates: Duplicates;
  readonly coverage: () => Coverage;
}

export interface SeenCase {
  readonly row: CaseRow;
  /** Other texts for the same slot, over all its instructions. */
  readonly attempts: readonly SubmissionRow[];
  /** The known text most like it; a seed has no id. */
  readonly nearest: { readonly id: string | null; readonly jaccard: number; readonly text: string } | null;
}

/** What people look at: how the campaign goes, any two axes, one case in full. Nothing here changes anything. */
export class CampaignViews {
  readonly #parts: Parts;
  readonly #statistics: CampaignStatistics;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#statistics = new CampaignStatistics(parts.pack.profile, parts.store);
  }

  /** Folds a page of earlier events; true where there are more. */
  readPast(): boolean {
    return this.#statistics.catchUp(1);
  }

  statistics(): Statistics {
    const { row, store, clock } = this.#parts;
    const { pack, profile, seed, schemaHash, created } = row;
    const coverage = this.#parts.coverage();
    const { open, leased, parked } = store.counts();
    return {
      campaign: { pack, profile, seed, schema_hash: schemaHash, created },
      coverage,
      open,
      open_leases: leased,
      parked,
      worst_margin: Math.round(worstMargin(coverage) * 100) / 100,
      ...this.#statistics.snapshot(clock.now()),
    };
  }

  /** Two axes against each other; undefined where there is no such pair. */
  pairMatrix(first: string, second: string): PairMatrix | undefined {
    return this.#statistics.matrix(first, second);
  }

  /** @throws CampaignProblem `not-accepted` where there is no such case (any more) */
  seenCase(id: string): SeenCase {
    const { store, duplicates } = this.#parts;
    const lease = findLease(store, id);
    const row = store.caseOf(lease.number);
    if (!row) throw new CampaignProblem('not-accepted', `${id} has no accepted case; it may have been rejected, or is still at work`);
    const { nearest } = duplicates.find(fingerprintOf(row.submission.caseText), lease.number);
    const known = nearest?.known;
    const text = known?.kind === 'seed' ? known.text : known && store.caseText(known.number);
    return {
      row,
      attempts: store.attemptsAt(lease.ordinal).filter((attempt) => attempt.id !== row.submission.id),
      nearest: nearest && text !== undefined ? { id: known?.kind === 'case' ? instructionId(known.number) : null, jaccard: nearest.jaccard, text } : null,
    };
  }
}
