import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { StepMetrics } from '../train/loop.ts';
import { linePlot } from './plot.ts';

/** `training_summary.json`. */
export interface TrainingSummary {
  readonly started_at: string;
  readonly finished_at: string;
  readonly model: string;
  readonly train_file: string;
  readonly train_file_sha256: string;
  readonly rows: number;
  readonly rows_used: number;
  readonly rows_held_out: number;
  readonly truncated_rows: number;
  readonly steps: number;
  readonly planned_steps: number;
  readonly first_loss: number | null;
  readonly last_loss: number | null;
  readonly eval_loss: number | null;
  readonly tokens: number;
  readonly seconds: number;
  readonly tokens_per_second: number;
  readonly peak_memory_mb: number;
  readonly four_bit: boolean;
  readonly device: string;
  readonly precision: string;
  readonly resumed_from_step: number | null;
  readonly options: Readonly<Record<string, unknown>>;
}

export const SUMMARY = 'training_summary.json';
export const METRICS = 'metrics.jsonl';

export const readMetrics = (folder: string): StepMetrics[] =>
  readFileSync(path.join(folder, METRICS), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as StepMetrics);

/** Writes a file in one step. */
export function replaceFile(file: string, text: string): void {
  writeFileSync(`${file}.tmp`, text);
  renameSync(`${file}.tmp`, file);
}

/** Summary, plots, a page about the run, and the adapter's model card. */
export function writeReport(folder: string, summary: TrainingSummary): void {
  const metrics = readMetrics(folder);
  const evaluated = metrics.filter((row) => row.eval_loss !== undefined);
  const plot = (title: string, series: Parameters<typeof linePlot>[2]): string => linePlot(title, 'step', series);
  replaceFile(path.join(folder, SUMMARY), `${JSON.stringify(summary, null, 2)}\n`);
  replaceFile(
    path.join(folder, 'loss.svg'),
    plot('Loss', [
      { name: 'training', colour: '#2b6cb0', points: metrics.map(({ step, loss }) => [step, loss]) },
      ...(evaluated.length > 0 ? [{ name: 'held out', colour: '#c05621', points: evaluated.map(({ step, eval_loss }) => [step, eval_loss!] as const) }] : []),
    ]),
  );
  const rates = metrics.map(({ step, learning_rate }) => [step, learning_rate] as const);
  replaceFile(path.join(folder, 'learning_rate.svg'), plot('Learning rate', [{ name: 'learning rate', colour: '#2f855a', points: rates }]));
  replaceFile(path.join(folder, 'report.md'), reportPage(summary));
  replaceFile(path.join(folder, 'README.md'), modelCard(summary));
}

const number = (value: number | null): string => (value === null ? '–' : value.toFixed(4));

function factTable(summary: TrainingSummary): string {
  const rows: [string, string][] = [
    ['base model', summary.model],
    ['training file', `${path.basename(summary.train_file)}, SHA-256 ${summary.train_file_sha256}`],
    ['rows', `${summary.rows_used} learned from, ${summary.rows_held_out} held out, ${summary.truncated_rows} cut`],
    ['steps', `${summary.steps} of ${summary.planned_steps}`],
    ['training loss', `${number(summary.first_loss)} at first, ${number(summary.last_loss)} at last`],
    ['held-out loss', number(summary.eval_loss)],
    ['tokens', `${summary.tokens}, ${summary.tokens_per_second.toFixed(0)} a second`],
    ['time', `${summary.seconds.toFixed(0)} s on ${summary.device} in ${summary.precision}, base in ${summary.four_bit ? '4-bit NF4' : 'its own precision'}`],
    ['peak memory', `${summary.peak_memory_mb.toFixed(0)} MB, mapped weights included`],
  ];
  return ['| | |', '| --- | --- |', ...rows.map(([name, value]) => `| ${name} | ${value.replaceAll('|', '\\|')} |`)].join('\n');
}

const optionLines = (summary: TrainingSummary): string =>
  Object.entries(summary.options)
    .map(([name, value]) => `- \`${name}\`: ${String(value)}`)
    .join('\n');

const reportPage = (summary: TrainingSummary): string =>
  `# Training run\n\n${factTable(summary)}\n\n![loss](loss.svg)\n\n![learning rate](learning_rate.svg)\n\n## Options\n\n${optionLines(summary)}\n\nEvery step stands in \`metrics.jsonl\`.\n`;

/** In the form that the hub reads. */
const modelCard = (summary: TrainingSummary): string =>
  `---\nlibrary_name: peft\nbase_model: ${JSON.stringify(summary.model)}\ntags:\n- lora\n---\n\n# LoRA adapter\n\nLoad it with \`PeftModel.from_pretrained(base, folder)\`.\n\n${factTable(summary)}\n\n## Options\n\n${optionLines(summary)}\n`;
