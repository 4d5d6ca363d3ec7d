import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { TrainerError } from '../errors.ts';
import { METRICS, SUMMARY, readMetrics, type TrainingSummary } from '../report/run-report.ts';

/** Lists the runs of a folder, or sets the options of some beside each other. */
export function runsCommand(names: readonly string[], options: { readonly folder: string }): number {
  if (names.length > 0) {
    const summaries = names.map((name) => {
      const folder = existsSync(name) ? name : path.join(options.folder, name);
      return [path.basename(folder), summaryOf(folder)] as const;
    });
    process.stdout.write(compare(summaries));
    return 0;
  }
  if (!existsSync(options.folder)) throw new TrainerError(`no folder ${options.folder}; name one with --folder`, 2);
  const rows = readdirSync(options.folder)
    .map((name) => path.join(options.folder, name))
    .filter((folder) => existsSync(path.join(folder, METRICS)))
    .map((folder) => line(folder));
  process.stdout.write(
    rows.length === 0 ? `no runs in ${options.folder} yet\n` : table(['run', 'steps', 'first loss', 'last loss', 'held out', 'tokens/s', 'rows', 'state'], rows),
  );
  return 0;
}

function summaryOf(folder: string): TrainingSummary {
  const file = path.join(folder, SUMMARY);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as TrainingSummary;
  } catch (error) {
    throw new TrainerError(`${file} cannot be read: ${(error as Error).message}; a run has one when it has ended`);
  }
}

const loss = (value: number | null | undefined): string => (value === null || value === undefined ? '–' : value.toFixed(4));

function line(folder: string): string[] {
  const name = path.basename(folder);
  if (!existsSync(path.join(folder, SUMMARY))) {
    const metrics = readMetrics(folder);
    const last = metrics.at(-1);
    return [
      name,
      `${last?.step ?? 0}/${last?.steps ?? '?'}`,
      loss(metrics[0]?.loss),
      loss(last?.loss),
      loss(metrics.findLast((row) => row.eval_loss !== undefined)?.eval_loss),
      '–',
      '–',
      'not ended',
    ];
  }
  const summary = summaryOf(folder);
  return [
    name,
    `${summary.steps}/${summary.planned_steps}`,
    loss(summary.first_loss),
    loss(summary.last_loss),
    loss(summary.eval_loss),
    summary.tokens_per_second.toFixed(0),
    String(summary.rows_used),
    'ended',
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]!.length)));
  const draw = (row: readonly string[]): string =>
    `${row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
      .join('  ')
      .trimEnd()}\n`;
  return [head, ...rows].map(draw).join('');
}

/** Figures first, then the options that differ. */
function compare(summaries: readonly (readonly [string, TrainingSummary])[]): string {
  const figures: (keyof TrainingSummary)[] = [
    'first_loss',
    'last_loss',
    'eval_loss',
    'steps',
    'rows_used',
    'tokens',
    'tokens_per_second',
    'seconds',
    'peak_memory_mb',
    'device',
    'four_bit',
  ];
  const say = (value: unknown): string =>
    typeof value === 'number' && !Number.isInteger(value)
      ? value.toFixed(4)
      : value === undefined || value === null
        ? '–'
        : typeof value === 'string'
          ? value
          : JSON.stringify(value);
  const keys = [...new Set(summaries.flatMap(([, summary]) => Object.keys(summary.options)))].filter(
    (key) => new Set(summaries.map(([, summary]) => say(summary.options[key]))).size > 1,
  );
  const rows = [
    ...figures.map((key) => [key, ...summaries.map(([, summary]) => say(summary[key]))]),
    ...keys.map((key) => [`option ${key}`, ...summaries.map(([, summary]) => say(summary.options[key]))]),
  ];
  return table(['', ...summaries.map(([name]) => name)], rows);
}
