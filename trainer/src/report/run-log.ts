import type { TokenRow } from '../dataset/tokenize.ts';
import { supervisedOf } from '../dataset/pack.ts';
import type { BatchPlan } from '../train/batches.ts';
import type { Estimate } from '../train/estimate.ts';
import type { StepMetrics } from '../train/loop.ts';

export interface Announcement {
  readonly train: readonly TokenRow[];
  readonly held: readonly TokenRow[];
  readonly rows: number;
  readonly truncated: number;
  readonly plan: BatchPlan;
  readonly maxLength: number;
  readonly fourBit: boolean;
  readonly recompute: boolean;
  readonly packing: boolean;
  readonly device: string;
  readonly precision: string;
  readonly why: string;
  readonly resumedFrom: number | null;
}

const PLAIN_EVERY = 10;
const BAR = 24;
const gigabytes = (bytes: number): string => (bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${Math.round(bytes / 1e6)} MB`);

function spoken(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}

/** What a run tells the terminal: a summary first, then one live line, or a line now and then where nobody looks. */
export class RunLog {
  readonly #steps: number;
  readonly #live = process.stdout.isTTY;
  readonly #started = performance.now();
  #tokens = 0;
  #done = 0;
  #seconds = 0;

  constructor(steps: number) {
    this.#steps = steps;
  }

  announce({ train, held, rows, truncated, plan, maxLength, fourBit, recompute, packing, device, precision, why, resumedFrom }: Announcement): void {
    const lengths = train.map((row) => row.ids.length).sort((a, b) => a - b);
    const tokens = lengths.reduce((sum, length) => sum + length, 0);
    const learned = train.reduce((sum, row) => sum + supervisedOf(row), 0);
    const lines = [
      `${train.length} rows, ${tokens} tokens (median ${lengths[lengths.length >> 1]}, longest ${lengths.at(-1)}), ${Math.round((100 * learned) / tokens)} % learned${held.length > 0 ? `; ${held.length} rows held out` : ''}`,
      ...(truncated > 0 ? [`${truncated} of ${rows} rows are longer than --max-length ${maxLength} and are cut there`] : []),
      `${plan.steps} steps of ${plan.rowsPerStep} rows${packing ? ', packed' : ''}; base in ${fourBit ? '4-bit NF4' : 'its own precision'}${recompute ? ', gradient checkpointing' : ''}; on ${device} in ${precision} (${why})`,
      ...(resumedFrom === null ? [] : [`going on after step ${resumedFrom}`]),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  }

  estimate({ memory, mapped, present, seconds }: Estimate): void {
    const short = memory > present ? '; that is more than there is: lower --max-length, or leave gradient checkpointing on' : '';
    process.stdout.write(`some ${gigabytes(memory)} of memory beside ${gigabytes(mapped)} of mapped weights, ${gigabytes(present)} present${short}; about ${spoken(seconds)}\n`);
  }

  quantising(layer: number, layers: number): void {
    if (this.#live) process.stdout.write(`\r\u001b[Kquantising layer ${layer + 1}/${layers}${layer + 1 === layers ? '\n' : ''}`);
    else if (layer === 0) process.stdout.write(`quantising ${layers} layers to 4-bit, once\n`);
  }

  step(metrics: StepMetrics): void {
    this.#tokens += metrics.tokens;
    this.#seconds += metrics.tokens / metrics.tokens_per_second;
    this.#done++;
    const left = (this.#seconds / this.#done) * (this.#steps - metrics.step);
    const held = metrics.eval_loss === undefined ? '' : `  held out ${metrics.eval_loss.toFixed(4)}`;
    const line = `step ${metrics.step}/${this.#steps}  loss ${metrics.loss.toFixed(4)}${held}  ${Math.round(metrics.tokens_per_second)} tokens/s  ${gigabytes(process.memoryUsage.rss())}  ${left > 0 ? `${spoken(left)} left` : 'done'}`;
    if (this.#live) {
      const full = Math.round((BAR * metrics.step) / this.#steps);
      process.stdout.write(`\r\u001b[K${'█'.repeat(full)}${'·'.repeat(BAR - full)} ${line}`);
    } else if (metrics.step === 1 || metrics.step === this.#steps || metrics.step % PLAIN_EVERY === 0 || held !== '') process.stdout.write(`${line}\n`);
  }

  say(line: string): void {
    process.stdout.write(`${this.#live ? '\n' : ''}${line}\n`);
  }

  totals(): { tokens: number; seconds: number; tokens_per_second: number; peak_memory_mb: number } {
    return {
      tokens: this.#tokens,
      seconds: (performance.now() - this.#started) / 1000,
      tokens_per_second: this.#seconds > 0 ? this.#tokens / this.#seconds : 0,
      peak_memory_mb: process.resourceUsage().maxRSS / 1024,
    };
  }
}
