import { appendFileSync, existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Campaign } from '../campaign/campaign.ts';
import { instructionId } from '../store/sqlite.ts';
import { caseRecord, issuedRow, jsonLine, mistralRow } from './rows.ts';
import { summaryMarkdown, summaryOf } from './summary.ts';

const DELAY_MS = 250;
const PAGE = 500;
/** Files that grow by a line an event. */
const GROWING = ['issued_instructions.jsonl', 'generated_cases.jsonl', 'generated_cases_train_mistral.jsonl', 'full_training_cases_mistral.jsonl'];

/** Replaces a file in one step: a reader sees the old one or the new one. */
function replace(file: string, text: string): void {
  writeFileSync(`${file}.tmp`, text);
  renameSync(`${file}.tmp`, file);
}

/**
 * The files of the state folder: exports of the database, appended to or replaced atomically, at most a second behind
 * it, and rebuilt from it at every start.
 */
export class StateFiles {
  readonly #campaign: Campaign;
  readonly #folder: string;
  #lastInstruction = 0;
  #lastSubmission = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(campaign: Campaign, folder: string) {
    this.#campaign = campaign;
    this.#folder = folder;
  }
  #file(...parts: string[]): string {
    return path.join(this.#folder, ...parts);
  }

  /** Writes every file anew from the database. */
  rebuild(config: Record<string, unknown>): void {
    mkdirSync(this.#file('instructions'), { recursive: true });
    mkdirSync(this.#file('submissions'), { recursive: true });
    replace(this.#file('config.json'), `${JSON.stringify(config, null, 2)}\n`);
    for (const name of GROWING) {
      // Written beside the old ones first, so that an interrupted start loses no file.
      writeFileSync(`${this.#file(name)}.tmp`, '');
    }
    this.#lastInstruction = 0;
    this.#lastSubmission = 0;
    this.#append('.tmp');
    for (const name of GROWING) renameSync(`${this.#file(name)}.tmp`, this.#file(name));
    this.#summary();
  }

  /** Schedules a catch-up; many changes share one. */
  touch(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.flush();
    }, DELAY_MS);
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#append('');
    this.#summary();
  }

  #append(suffix: string): void {
    const { store, pack } = this.#campaign;
    const made = suffix === '' ? undefined : new Set(readdirSync(this.#file('instructions')));
    for (;;) {
      const page = store.instructionsFrom(this.#lastInstruction, PAGE);
      if (page.length === 0) break;
      appendFileSync(this.#file(`issued_instructions.jsonl${suffix}`), page.map(({ instruction, stratum }) => jsonLine(issuedRow(instruction, stratum))).join(''));
      for (const { instruction, stratum } of page) {
        const name = `${instructionId(instruction.number)}.json`;
        if (!made?.has(name)) writeFileSync(this.#file('instructions', name), `${JSON.stringify({ ...issuedRow(instruction, stratum), hints: instruction.hints }, null, 2)}\n`);
      }
      this.#lastInstruction = page.at(-1)!.instruction.number;
    }
    for (;;) {
      const page = store.casesFrom(this.#lastSubmission, PAGE);
      if (page.length === 0) break;
      const rows = page.map((row) => jsonLine(mistralRow(pack, row))).join('');
      appendFileSync(this.#file(`generated_cases.jsonl${suffix}`), page.map((row) => jsonLine(caseRecord(row))).join(''));
      appendFileSync(this.#file(`generated_cases_train_mistral.jsonl${suffix}`), rows);
      appendFileSync(this.#file(`full_training_cases_mistral.jsonl${suffix}`), rows);
      for (const row of page) {
        const file = this.#file('submissions', `${instructionId(row.instruction.number)}.json`);
        if (suffix === '' || !existsSync(file)) writeFileSync(file, `${JSON.stringify(caseRecord(row), null, 2)}\n`);
      }
      this.#lastSubmission = page.at(-1)!.submission.id;
    }
  }

  #summary(): void {
    replace(this.#file('summary.json'), `${JSON.stringify(summaryOf(this.#campaign), null, 2)}\n`);
    replace(this.#file('summary.md'), summaryMarkdown(this.#campaign.coverage()));
  }
}
