import type { Campaign } from '../campaign/campaign.ts';
import { worstMargin } from '../campaign/coverage.ts';

const LIVE_MS = 500;
const PLAIN_MS = 5000;

/** Tells the terminal how the campaign goes: one live line where there is a terminal, a line now and then elsewhere. */
export class Progress {
  readonly #campaign: Campaign;
  readonly #timer: NodeJS.Timeout;
  readonly #startedAt = Date.now();
  readonly #startedWith: number;
  readonly #live = process.stdout.isTTY;
  readonly #file: string;
  #done = false;
  #last = '';

  constructor(campaign: Campaign, url: string, file: string, active: boolean) {
    this.#campaign = campaign;
    this.#file = file;
    this.#startedWith = campaign.store.counts().accepted;
    process.stdout.write(`case-server on ${url}\n  dashboard  ${url}/dashboard\n  cases      ${file}\n`);
    this.#timer = setInterval(() => this.#draw(), this.#live ? LIVE_MS : PLAIN_MS);
    if (!active && !this.#live) clearInterval(this.#timer);
  }

  #draw(): void {
    if (this.#done) return;
    const coverage = this.#campaign.coverage();
    const counts = this.#campaign.store.counts();
    const made = coverage.training_cases_current - this.#startedWith;
    const seconds = (Date.now() - this.#startedAt) / 1000;
    const rate = made / Math.max(seconds, 0.001);
    const left = rate > 0 ? `${formatSeconds(coverage.remaining / rate)} left` : 'waiting for agents';
    const ended = this.#campaign.store.counts().issued;
    const acceptance = ended > 0 ? Math.round((100 * counts.accepted) / Math.max(1, ended - counts.leased)) : 0;
    const worst = worstMargin(coverage);
    const line = `${coverage.training_cases_current}/${coverage.generation_target} cases  ${Math.round(rate * 60)}/min  accepted ${acceptance} %  worst margin ${worst.toFixed(1)}  ${left}`;
    if (coverage.remaining === 0) {
      this.#done = true;
      process.stdout.write(`${this.#live ? '\r\u001b[K' : ''}${line.replace(left, 'done')}\nthe target is met; still serving (Ctrl-C stops): ${this.#file}\n`);
    } else if (this.#live) process.stdout.write(`\r\u001b[K${line}`);
    else if (line !== this.#last) process.stdout.write(`${line}\n`);
    this.#last = line;
  }

  stop(): void {
    clearInterval(this.#timer);
    if (this.#live) process.stdout.write('\n');
  }
}

function formatSeconds(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}
