import type { Campaign } from '../campaign/campaign.ts';
import type { StateFiles } from '../exports/state-files.ts';

/** What the routes work with. */
export interface Services {
  readonly campaign: Campaign;
  readonly files: StateFiles;
  readonly folder: string;
  readonly startedAt: number;
  /** Texts that may wait for a verdict at once; more are answered 429. */
  readonly maxPending: number;
  /** True from the first signal to stop. */
  stopping: boolean;
}
