import { growHeapSlowly } from '../frugal-heap.ts';
import path from 'node:path';
import { UserError } from '@case-swarm/schema';
import { reviewedPrecision } from '../campaign/reviews.ts';
import { writeDataset } from '../exports/dataset.ts';
import { storedCampaign } from '../exports/exported-campaign.ts';
import { formNames, forms, rowFaults, type FormName } from '../exports/forms.ts';
import { campaignPairs, distinctPairs, realPairs, type Pair } from '../exports/pairs.ts';
import { splitNames, type SplitShares } from '../exports/split.ts';
import type { ReviewRow } from '../store/store.ts';
import { openState } from './open-state.ts';

export interface DatasetCommandOptions {
  readonly outputDir: string;
  readonly split: SplitShares;
  readonly forms: readonly FormName[];
  readonly real: boolean;
  readonly maxTokens: number;
  readonly pack?: string;
  readonly masterSchemaFile?: string;
}

export function parseForms(text: string): FormName[] {
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !(formNames as string[]).includes(name));
  if (unknown !== undefined) throw new UserError('bad-option', `--forms: unknown form "${unknown}"; there are ${formNames.join(', ')}`, 2);
  return names as FormName[];
}

/** Merges campaigns, imports and real pairs into one dataset without near-duplicates. */
export async function datasetCommand(folders: readonly string[], options: DatasetCommandOptions): Promise<number> {
  growHeapSlowly();
  const real: Pair[] = [];
  const made: Pair[] = [];
  const reviews: ReviewRow[] = [];
  const seeds: number[] = [];
  let opened: Awaited<ReturnType<typeof openState>> | undefined;
  for (const [index, folder] of folders.entries()) {
    const state = await openState({ ...options, stateDir: folder });
    try {
      // Two campaigns have the same ids.
      const prefix = folders.length > 1 ? `${index + 1}-` : '';
      made.push(...campaignPairs(storedCampaign(state.pack, state.store, state.row), prefix));
      if (options.real) real.push(...realPairs(path.resolve(folder)));
      reviews.push(...state.store.reviews());
      seeds.push(state.row.seed);
      opened = state;
    } finally {
      state.store.close();
    }
  }
  const { pack } = opened!;
  const { kept, dropped } = distinctPairs([...real, ...made]);
  const framing = { systemMessage: pack.systemMessage, reverseMessage: pack.wording.role };
  const sound = kept.filter((pair) => {
    const faults = rowFaults(forms.mistral(pair, framing), options.maxTokens);
    for (const fault of faults) process.stderr.write(`${pair.id}: ${fault}; left out\n`);
    return faults.length === 0;
  });
  if (sound.length === 0) throw new UserError('no-cases', `${folders.join(', ')}: no case to write yet`);
  const rows = await writeDataset(sound, options.outputDir, { pack, shares: options.split, reviewed: reviewedPrecision(reviews), seeds, forms: options.forms });
  for (const { id, like } of dropped.slice(0, 20)) process.stdout.write(`${id} is left out: nearly the same text as ${like}\n`);
  process.stdout.write(
    `${options.outputDir}: ${splitNames.map((name) => `${name} ${rows[name]}`).join(', ')}; ${dropped.length} near-duplicates and ${kept.length - sound.length} unsound rows left out\n`,
  );
  return 0;
}
