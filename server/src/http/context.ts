import type { Campaign } from '../campaign/campaign.ts';
import type { FilesThread } from '../exports/files-thread.ts';

/** What the routes work with. */
export interface Services {
  readonly campaign: Campaign;
  readonly files: FilesThread;
  readonly folder: string;
  readonly startedAt: number;
  /** Texts that may wait for a verdict at once; more are answered 429. */
  readonly maxPending: number;
  /** True from the first signal to stop. */
  stopping: boolean;
}
