import { appendFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AcceptedCounts, coverageOf } from '../campaign/coverage.ts';
import { instructionId } from '../store/sqlite.ts';
import type { ExportedCampaign } from './exported-campaign.ts';
import { readLines } from './read-lines.ts';
import { replaceFile } from './replace-file.ts';
import { caseRecord, issuedRow, jsonLine, mistralRow } from './rows.ts';
import { summaryMarkdown, summaryOf } from './summary.ts';

const DELAY_MS = 250;
const PAGE = 500;
const ISSUED = 'issued_instructions.jsonl';
/** Files that grow by a line an accepted case. */
const CASES = ['generated_cases.jsonl', 'generated_cases_train_mistral.jsonl', 'full_training_cases_mistral.jsonl'] as const;
/** Every file of the state folder that is an export, but for the folders of single instructions and submissions. */
export const stateFileNames = ['config.json', ISSUED, ...CASES, 'summary.json', 'summary.md'] as const;

/**
 * The files of the state folder: exports of the database, appended to or replaced atomically, at most a second behind
 * it, and rebuilt from it at every start.
 */
export class StateFiles {
  readonly #campaign: ExportedCampaign;
  readonly #folder: string;
  readonly #onError: (error: unknown) => void;
  #lastInstruction = 0;
  #lastSubmission = 0;
  /** What the files hold, by axis and level. */
  #written: AcceptedCounts;
  /** Something was taken back, or a write failed half-way: the growing files no longer follow from what was appended. */
  #stale = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(campaign: ExportedCampaign, folder: string, onError: (error: unknown) => void) {
    this.#campaign = campaign;
    this.#folder = folder;
    this.#onError = onError;
    this.#written = new AcceptedCounts(campaign.pack.profile, []);
  }
  #file(...parts: string[]): string {
    return path.join(this.#folder, ...parts);
  }

  /** Writes every file anew from the database. @throws where the folder cannot be written; the files there stay whole */
  rebuild(): void {
    mkdirSync(this.#file('instructions'), { recursive: true });
    mkdirSync(this.#file('submissions'), { recursive: true });
    replaceFile(this.#file('config.json'), `${JSON.stringify(this.#campaign.row.config, null, 2)}\n`);
    const growing = [ISSUED, ...CASES];
    // Written beside the old ones first, so that an interrupted start loses no file.
    for (const name of growing) writeFileSync(this.#file(`${name}.tmp`), '');
    this.#lastInstruction = 0;
    this.#lastSubmission = 0;
    this.#written = new AcceptedCounts(this.#campaign.pack.profile, []);
    this.#appendInstructions('.tmp', new Set(readdirSync(this.#file('instructions'))));
    const kept = this.#appendCases('.tmp', new Set(readdirSync(this.#file('submissions'))));
    for (const name of growing) renameSync(this.#file(`${name}.tmp`), this.#file(name));
    for (const name of readdirSync(this.#file('submissions'))) if (!kept.has(name)) rmSync(this.#file('submissions', name));
    this.#summary();
    this.#stale = false;
  }

  /** Schedules a catch-up; many changes share one. */
  touch(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.flush();
    }, DELAY_MS);
  }

  /** A case was taken back: the next catch-up writes the files anew. */
  invalidate(): void {
    this.#stale = true;
    this.touch();
  }

  /** Catches up now. A full disk is told and tried again at the next change; the database has what is missing. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    try {
      if (this.#stale) this.rebuild();
      else {
        this.#appendInstructions('');
        this.#appendCases('');
        this.#summary();
        this.#campaign.store.checkpoint();
      }
    } catch (error) {
      this.#stale = true;
      this.#onError(error);
    }
  }

  #appendInstructions(suffix: string, made?: ReadonlySet<string>): void {
    for (;;) {
      const page = this.#campaign.store.instructionsFrom(this.#lastInstruction, PAGE);
      if (page.length === 0) return;
      appendFileSync(this.#file(`${ISSUED}${suffix}`), page.map(({ instruction, stratum }) => jsonLine(issuedRow(instruction, stratum))).join(''));
      for (const { instruction, stratum } of page) {
        const name = `${instructionId(instruction.number)}.json`;
        if (!made?.has(name)) replaceFile(this.#file('instructions', name), `${JSON.stringify({ ...issuedRow(instruction, stratum), hints: instruction.hints }, null, 2)}\n`);
      }
      this.#lastInstruction = page.at(-1)!.instruction.number;
    }
  }

  /** @returns names of the submissions' files */
  #appendCases(suffix: string, made?: ReadonlySet<string>): Set<string> {
    const { store, pack } = this.#campaign;
    const names = new Set<string>();
    for (;;) {
      const page = store.casesFrom(this.#lastSubmission, PAGE);
      if (page.length === 0) return names;
      const rows = page.map((row) => jsonLine(mistralRow(pack, row))).join('');
      appendFileSync(this.#file(`${CASES[0]}${suffix}`), page.map((row) => jsonLine(caseRecord(row))).join(''));
      appendFileSync(this.#file(`${CASES[1]}${suffix}`), rows);
      appendFileSync(this.#file(`${CASES[2]}${suffix}`), rows);
      for (const row of page) {
        this.#written.add(row.stratum, 1);
        const name = `${instructionId(row.instruction.number)}.json`;
        names.add(name);
        if (!made?.has(name)) replaceFile(this.#file('submissions', name), `${JSON.stringify(caseRecord(row), null, 2)}\n`);
      }
      this.#lastSubmission = page.at(-1)!.submission.id;
    }
  }

  #summary(): void {
    const { pack, row, store } = this.#campaign;
    const coverage = coverageOf(pack.profile, row, store.counts(), this.#written);
    replaceFile(this.#file('summary.json'), `${JSON.stringify(summaryOf(this.#campaign, coverage), null, 2)}\n`);
    replaceFile(this.#file('summary.md'), summaryMarkdown(coverage));
  }

  /** Faults of the files beside the database, for a doctor: lines that are too few, too many or not as the database has them. */
  compare(): string[] {
    const { store, pack } = this.#campaign;
    const faults: string[] = [];
    const check = (name: string, lines: Generator<string>): void => {
      const file = this.#file(name);
      if (!existsSync(file)) return void faults.push(`${name} is missing`);
      const written = readLines(file);
      let row = 0;
      for (const line of lines) {
        row++;
        const { value, done } = written.next();
        if (done) return void faults.push(`${name} ends before row ${row}`);
        if (`${value}\n` !== line) return void faults.push(`${name}:${row} differs from the database`);
      }
      if (!written.next().done) faults.push(`${name} has more lines than the database has rows (${row})`);
    };
    check(
      ISSUED,
      pages(
        (after) => store.instructionsFrom(after, PAGE),
        (row) => row.instruction.number,
        (row) => jsonLine(issuedRow(row.instruction, row.stratum)),
      ),
    );
    const cases = (line: (row: Parameters<typeof caseRecord>[0]) => string): Generator<string> =>
      pages(
        (after) => store.casesFrom(after, PAGE),
        (row) => row.submission.id,
        line,
      );
    check(
      CASES[0],
      cases((row) => jsonLine(caseRecord(row))),
    );
    check(
      CASES[1],
      cases((row) => jsonLine(mistralRow(pack, row))),
    );
    check(
      CASES[2],
      cases((row) => jsonLine(mistralRow(pack, row))),
    );
    return faults;
  }
}

function* pages<T>(page: (after: number) => readonly T[], key: (row: T) => number, line: (row: T) => string): Generator<string> {
  for (let after = 0; ;) {
    const rows = page(after);
    for (const row of rows) yield line(row);
    if (rows.length < PAGE) return;
    after = key(rows.at(-1)!);
  }
}
