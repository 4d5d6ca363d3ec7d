import { instructionId } from '../store/instruction-id.ts';
import type { CaseRow, ReviewRow, Store } from '../store/store.ts';
import type { Duplicates } from '../gate/duplicate/duplicates.ts';
import { isoOf, type Clock } from './clock.ts';
import type { AcceptedCounts } from './coverage.ts';
import { CampaignProblem } from './errors.ts';
import { findLease } from './leases.ts';

interface Parts {
  readonly store: Store;
  readonly clock: Clock;
  readonly duplicates: Duplicates;
  readonly accepted: AcceptedCounts;
}

export interface ReviewDecision {
  readonly verdict: 'keep' | 'reject';
  readonly reason: string;
  readonly reviewer?: string | undefined;
}

/** What a person says of accepted cases. A rejected case leaves the set and its slot opens again with a fresh target. */
export class Reviews {
  readonly #parts: Parts;
  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** @throws CampaignProblem `unknown-instruction`, or `not-accepted` where there is no case (any more): of two reviewers one wins. */
  async decide(id: string, { verdict, reason, reviewer }: ReviewDecision): Promise<void> {
    const { store, clock, duplicates, accepted } = this.#parts;
    const row = await store.write((): CaseRow => {
      const lease = findLease(store, id);
      const found = store.caseOf(lease.number);
      if (!found) throw new CampaignProblem('not-accepted', `${id} has no accepted case; it may have been rejected by someone else`);
      const at = isoOf(clock.now());
      store.addReview({ instruction: lease.number, submission: found.submission.id, verdict, reason, reviewer: reviewer ?? null, at });
      if (verdict === 'reject') {
        store.removeCase(lease.number);
        store.setInstruction(lease.number, { state: 'refused' });
        const slot = store.slot(lease.ordinal)!;
        // A rejection by a person counts as a failure of the target, so that the slot gets another one.
        store.setSlot(lease.ordinal, { state: 'open', priority: 1, failures: slot.failures + 1 });
        store.addEvent('case-rejected', at, reviewer ?? null, lease.number, { reason });
      }
      return found;
    });
    if (verdict === 'keep') return;
    duplicates.removeCase(row.instruction.number);
    accepted.add(row.stratum, -1);
  }

  precision(): ReviewedPrecision {
    return reviewedPrecision(this.#parts.store.reviews());
  }

  /** Ids of the instructions that someone has looked at. */
  reviewed(): ReadonlySet<string> {
    return new Set(this.#parts.store.reviews().map((review) => instructionId(review.instruction)));
  }
}

export interface ReviewedPrecision {
  readonly kept: number;
  readonly rejected: number;
  /** Kept of the reviewed, with its 95 % Wilson interval. */
  readonly precision: number;
  readonly low: number;
  readonly high: number;
}

/** The last word on a case counts. */
export function reviewedPrecision(reviews: readonly ReviewRow[]): ReviewedPrecision {
  const last = new Map(reviews.map((review) => [review.submission, review.verdict]));
  const kept = [...last.values()].filter((verdict) => verdict === 'keep').length;
  return { kept, rejected: last.size - kept, ...wilson(kept, last.size) };
}

/** Wilson's score interval (1927) at 95 %. */
function wilson(hits: number, of: number): { precision: number; low: number; high: number } {
  if (of === 0) return { precision: 0, low: 0, high: 1 };
  const z = 1.959964;
  const p = hits / of;
  const centre = (p + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of));
  return { precision: p, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
