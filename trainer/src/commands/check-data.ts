import { createHash } from 'node:crypto';
import { supervisedOf } from '../dataset/pack.ts';
import { scanExamples } from '../dataset/read.ts';
import { tokenizeExample, type Template } from '../dataset/tokenize.ts';
import { resolveModel } from '../hub/resolve.ts';
import { loadTokenizer } from '../tokenizer/tokenizer.ts';

export interface CheckDataOptions {
  readonly model: string;
  readonly maxLength: number;
  readonly template: Template;
  readonly show: number;
}

const MOST_FAULTS = 50;
const BINS = 10;
const BAR = 40;

/** Reads a training file whole: every bad row with its line, lengths, what would be cut, duplicates, what is learned. Exit 1 where a row is bad. */
export async function checkDataCommand(file: string, options: CheckDataOptions): Promise<number> {
  const tokenizer = await loadTokenizer(await resolveModel(options.model, process.env, (line) => process.stderr.write(`${line}\n`)));
  const lengths: number[] = [];
  const seen = new Map<string, number>();
  const duplicates: [line: number, first: number][] = [];
  let faults = 0;
  let cut = 0;
  let silent = 0;
  let learned = 0;
  let tokens = 0;
  for await (const found of scanExamples(file)) {
    if ('fault' in found) {
      faults++;
      if (faults <= MOST_FAULTS) process.stdout.write(`${file}, line ${found.line}: ${found.fault}\n`);
      continue;
    }
    const key = createHash('sha256')
      .update(JSON.stringify([found.turns, found.text]))
      .digest('hex');
    const first = seen.get(key);
    if (first === undefined) seen.set(key, found.line);
    else duplicates.push([found.line, first]);
    const whole = tokenizeExample(found, tokenizer, options.template, Infinity);
    const row = tokenizeExample(found, tokenizer, options.template, options.maxLength);
    lengths.push(whole.ids.length);
    tokens += row.ids.length;
    learned += supervisedOf(row);
    if (row.truncated) cut++;
    if (supervisedOf(row) === 0) silent++;
    if (lengths.length <= options.show) process.stdout.write(`line ${row.line}, what is learned in brackets:\n${markedRow(row, (ids) => tokenizer.decode(ids))}\n\n`);
  }
  if (faults > MOST_FAULTS) process.stdout.write(`… and ${faults - MOST_FAULTS} more bad rows\n`);
  for (const [line, first] of duplicates.slice(0, MOST_FAULTS)) process.stdout.write(`${file}, line ${line}: the same row as line ${first}\n`);
  lengths.sort((a, b) => a - b);
  const quantile = (share: number): number => lengths[Math.min(lengths.length - 1, Math.floor(lengths.length * share))] ?? 0;
  process.stdout.write(
    `${lengths.length} good rows, ${faults} bad, ${duplicates.length} repeated\n` +
      (lengths.length === 0
        ? ''
        : `tokens: median ${quantile(0.5)}, 90 % within ${quantile(0.9)}, longest ${lengths.at(-1)}; ${Math.round((100 * learned) / tokens)} % learned\n` +
          `${cut} rows would be cut at --max-length ${options.maxLength}, ${silent} of them before anything is learned\n${histogram(lengths)}`),
  );
  return faults > 0 || lengths.length === 0 ? 1 : 0;
}

/** A row's text with what is learned between ⟦ and ⟧; special tokens are not text and are left out. */
function markedRow({ ids, learned }: { readonly ids: readonly number[]; readonly learned: readonly boolean[] }, decode: (ids: readonly number[]) => string): string {
  const runs: { learn: boolean; ids: number[] }[] = [];
  ids.forEach((id, i) => {
    const learn = learned[i]!;
    if (runs.at(-1)?.learn === learn) runs.at(-1)!.ids.push(id);
    else runs.push({ learn, ids: [id] });
  });
  return runs.map((run) => (run.learn ? `⟦${decode(run.ids)}⟧` : decode(run.ids))).join('');
}

function histogram(lengths: readonly number[]): string {
  const width = Math.max(1, Math.ceil((lengths.at(-1)! + 1) / BINS));
  const bins = Array.from({ length: BINS }, () => 0);
  for (const length of lengths) bins[Math.floor(length / width)]!++;
  const most = Math.max(...bins);
  return bins
    .map(
      (count, i) => `${String(i * width).padStart(7)} to ${String((i + 1) * width - 1).padStart(7)} ${String(count).padStart(7)} ${'█'.repeat(Math.round((BAR * count) / most))}\n`,
    )
    .join('');
}
