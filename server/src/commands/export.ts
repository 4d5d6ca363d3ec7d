import { UserError } from '@case-swarm/schema';
import { reviewedPrecision } from '../campaign/reviews.ts';
import { writeDataset } from '../exports/dataset.ts';
import { campaignPairs, realPairs } from '../exports/pairs.ts';
import { storedCampaign } from '../exports/exported-campaign.ts';
import { splitNames, type SplitShares } from '../exports/split.ts';
import { StateFiles } from '../exports/state-files.ts';
import { openState, type StateOptions } from './open-state.ts';
import { lockState } from './state-lock.ts';

export interface ExportOptions extends StateOptions {
  readonly exportDir?: string;
  readonly split: SplitShares;
  /** `real`: with the pairs made by `annotate`. */
  readonly include?: 'real';
}

/** Rebuilds the state folder's files from its database, or writes the dataset to a folder of its own. */
export async function exportCommand(options: ExportOptions): Promise<number> {
  const { folder, pack, store, row } = await openState(options);
  const campaign = storedCampaign(pack, store, row);
  try {
    if (options.exportDir === undefined) {
      // A running server writes the same files.
      const lock = lockState(folder);
      new StateFiles(campaign, folder, fail).rebuild();
      lock.release();
      process.stdout.write(`rebuilt the files of ${options.stateDir}: ${campaign.coverage().training_cases_current} cases\n`);
    } else {
      const pairs = [...(options.include === 'real' ? realPairs(folder) : []), ...campaignPairs(campaign)];
      const rows = await writeDataset(pairs, options.exportDir, { pack, shares: options.split, reviewed: reviewedPrecision(store.reviews()), seeds: [row.seed] });
      process.stdout.write(`${options.exportDir}: ${splitNames.map((name) => `${name} ${rows[name]}`).join(', ')}\n`);
    }
    return 0;
  } finally {
    store.close();
  }
}

const fail = (error: unknown): never => {
  throw error;
};

/** "90/5/5": train, validation, test. */
export function parseShares(text: string): SplitShares {
  const parts = text.split('/').map(Number);
  if (parts.length !== 3 || parts.some((part) => !Number.isFinite(part) || part < 0) || parts.every((part) => part === 0))
    throw new UserError('bad-option', `--split ${text}: three parts are needed, train/validation/test, such as 90/5/5`, 2);
  const [train, validation, test] = parts as [number, number, number];
  const whole = train + validation + test;
  return { train: train / whole, validation: validation / whole, test: test / whole };
}
