import type { Coverage, Pack } from '@case-swarm/schema';
import { AcceptedCounts, coverageOf } from '../campaign/coverage.ts';
import type { CampaignRow, Store } from '../store/store.ts';

/** What an export needs of a campaign: a running one has it, and so has one that is only read. */
export interface ExportedCampaign {
  readonly pack: Pack;
  readonly store: Store;
  readonly row: CampaignRow;
  coverage(): Coverage;
}

/** The campaign of a store as it stands. */
export function storedCampaign(pack: Pack, store: Store, row: CampaignRow): ExportedCampaign {
  return { pack, store, row, coverage: () => coverageOf(pack.profile, row, store.counts(), new AcceptedCounts(pack.profile, store.slotStrata('accepted'))) };
}
