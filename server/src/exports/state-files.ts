import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { AcceptedCounts, coverageOf } from '../campaign/coverage.ts';
import type { CaseRow, IssuedInstruction } from '../store/store.ts';
import type { ExportedCampaign } from './exported-campaign.ts';
import { fileMarkSchema, GrowingFile } from './growing-file.ts';
import { NumberedFiles, NumberSet } from './numbered-files.ts';
import { readLines } from './read-lines.ts';
import { replaceFile } from './replace-file.ts';
import { caseRecord, issuedRow, jsonLine, mistralRow } from './rows.ts';
import { summaryMarkdown, summaryOf } from './summary.ts';

const DELAY_MS = 250;
/** Some ten kilobytes a row: larger pages outlive the space for new objects, and the heap grows by them. */
const PAGE = 100;
const ISSUED = 'issued_instructions.jsonl';
/** Files that grow by a line an accepted case. */
const CASES = ['generated_cases.jsonl', 'generated_cases_train_mistral.jsonl', 'full_training_cases_mistral.jsonl'] as const;
const GROWING = [ISSUED, ...CASES];
/** Every file of the state folder that is an export, but for the folders of single instructions and submissions. */
export const stateFileNames = ['config.json', ISSUED, ...CASES, 'summary.json', 'summary.md'] as const;
/** How far the files had come when they were written last. */
const MARK = 'exported.json';

/** The last rows that were written, how many there were, their cases by axis and level, and what each growing file held. */
const markSchema = z.object({
  instruction: z.number(),
  instructions: z.number(),
  submission: z.number(),
  cases: z.number(),
  counts: z.record(z.string(), z.record(z.string(), z.number())),
  files: z.record(z.string(), fileMarkSchema),
});
type Mark = z.infer<typeof markSchema>;
type Reached = Omit<Mark, 'counts' | 'files'>;
const NOTHING: Reached = { instruction: 0, instructions: 0, submission: 0, cases: 0 };

/**
 * The files of the state folder: exports of the database, appended to or replaced atomically, at most a second behind
 * it. A start goes on from where the last one ended, where the files are to the byte what they were then.
 */
export class StateFiles {
  readonly #campaign: ExportedCampaign;
  readonly #folder: string;
  readonly #onError: (error: unknown) => void;
  readonly #issued: GrowingFile;
  readonly #cases: readonly GrowingFile[];
  readonly #instructions: NumberedFiles;
  readonly #submissions: NumberedFiles;
  /** Up to which rows the files go, and how many rows that is. */
  #reached: Reached = NOTHING;
  /** What the files hold, by axis and level. */
  #written: AcceptedCounts;
  /** Something was taken back, or a write failed half-way: the growing files no longer follow from what was appended. */
  #stale = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(campaign: ExportedCampaign, folder: string, onError: (error: unknown) => void) {
    this.#campaign = campaign;
    this.#folder = folder;
    this.#onError = onError;
    this.#issued = new GrowingFile(this.#file(ISSUED));
    this.#cases = CASES.map((name) => new GrowingFile(this.#file(name)));
    this.#instructions = new NumberedFiles(this.#file('instructions'));
    this.#submissions = new NumberedFiles(this.#file('submissions'));
    this.#written = new AcceptedCounts(campaign.pack.profile, []);
  }
  #file(...parts: string[]): string {
    return path.join(this.#folder, ...parts);
  }
  get #growing(): readonly GrowingFile[] {
    return [this.#issued, ...this.#cases];
  }

  /** Brings the files up to the database: goes on where they are whole, writes them anew where not. @throws where the folder cannot be written */
  open(): void {
    if (!this.#resume()) return this.rebuild();
    this.#config();
    this.#append();
  }

  /** Writes every file anew from the database. @throws where the folder cannot be written; the files there stay whole */
  rebuild(): void {
    mkdirSync(this.#folder, { recursive: true });
    this.#config();
    // Written beside the old ones first, so that an interrupted start loses no file.
    for (const file of this.#growing) file.begin();
    this.#reached = NOTHING;
    this.#written = new AcceptedCounts(this.#campaign.pack.profile, []);
    const most = this.#campaign.store.counts().issued;
    this.#appendInstructions(this.#instructions.read(most));
    const there = this.#submissions.read(most);
    const kept = this.#appendCases(there);
    rmSync(this.#file(MARK), { force: true });
    for (const file of this.#growing) file.replace();
    for (const number of there) if (!kept.has(number)) this.#submissions.remove(number);
    this.#settle();
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
        this.#append();
        this.#campaign.store.checkpoint();
      }
    } catch (error) {
      this.#stale = true;
      this.#onError(error);
    }
  }

  #append(): void {
    this.#appendInstructions();
    this.#appendCases();
    this.#settle();
  }

  /** @param made those that have a file already */
  #appendInstructions(made?: NumberSet): void {
    for (;;) {
      const page = this.#campaign.store.instructionsFrom(this.#reached.instruction, PAGE);
      if (page.length === 0) return;
      this.#issued.append(page.map(issuedLine).join(''));
      for (const { instruction, stratum } of page) {
        if (!made?.has(instruction.number)) this.#instructions.write(instruction.number, { ...issuedRow(instruction, stratum), hints: instruction.hints });
      }
      this.#reached = { ...this.#reached, instruction: page.at(-1)!.instruction.number, instructions: this.#reached.instructions + page.length };
    }
  }

  /** @param made those that have a file already @returns those whose cases were appended */
  #appendCases(made?: NumberSet): NumberSet {
    const kept = new NumberSet();
    for (;;) {
      const page = this.#campaign.store.casesFrom(this.#reached.submission, PAGE);
      if (page.length === 0) return kept;
      const lines = page.map((row) => this.#caseLines(row));
      this.#cases.forEach((file, which) => file.append(lines.map((line) => line[which]).join('')));
      for (const row of page) {
        const { number } = row.instruction;
        this.#written.add(row.stratum, 1);
        kept.add(number);
        if (!made?.has(number)) this.#submissions.write(number, caseRecord(row));
      }
      this.#reached = { ...this.#reached, submission: page.at(-1)!.submission.id, cases: this.#reached.cases + page.length };
    }
  }

  /** A case's line in each of `CASES`. */
  #caseLines(row: CaseRow): readonly string[] {
    const pair = jsonLine(mistralRow(this.#campaign.pack, row));
    return [jsonLine(caseRecord(row)), pair, pair];
  }

  #config(): void {
    replaceFile(this.#file('config.json'), `${JSON.stringify(this.#campaign.row.config, null, 2)}\n`);
  }

  /** What follows from all that was appended. */
  #settle(): void {
    this.#summary();
    const files = Object.fromEntries(GROWING.map((name, which) => [name, this.#growing[which]!.mark]));
    replaceFile(this.#file(MARK), `${JSON.stringify({ ...this.#reached, counts: this.#written.toJSON(), files } satisfies Mark)}\n`);
  }

  /** Goes on from the last mark; false where the files are not, to the byte, what this program would have written by then. */
  #resume(): boolean {
    const mark = readMark(this.#file(MARK));
    if (!mark) return false;
    const { store } = this.#campaign;
    const most = store.counts().issued;
    const whole =
      // Where a case was taken back since, there are fewer.
      store.casesThrough(mark.submission) === mark.cases &&
      this.#instructions.read(most).size >= mark.instructions &&
      this.#submissions.read(most).size >= mark.cases &&
      GROWING.every((name, which) => mark.files[name] !== undefined && this.#growing[which]!.resume(mark.files[name])) &&
      this.#endsAsNow(mark);
    if (!whole) return false;
    const { instruction, instructions, submission, cases } = mark;
    this.#reached = { instruction, instructions, submission, cases };
    this.#written.restore(mark.counts);
    return true;
  }

  /** Whether the last lines are as they would be written now: by a newer version or for another system message they are not. */
  #endsAsNow({ instruction, submission }: Mark): boolean {
    const { store } = this.#campaign;
    const [issued] = store.instructionsFrom(instruction - 1, 1);
    const [last] = store.casesFrom(submission - 1, 1);
    const issuedEnds = instruction === 0 || (issued?.instruction.number === instruction && this.#issued.endsWith(issuedLine(issued)));
    const casesEnd = submission === 0 || (last?.submission.id === submission && this.#caseLines(last).every((line, which) => this.#cases[which]!.endsWith(line)));
    return issuedEnds && casesEnd;
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
        issuedLine,
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

const issuedLine = ({ instruction, stratum }: IssuedInstruction): string => jsonLine(issuedRow(instruction, stratum));

/** Undefined where there is none that can be read: then the files are written anew. */
function readMark(file: string): Mark | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return markSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
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
