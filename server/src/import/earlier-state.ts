import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '@case-swarm/schema';
import { z } from 'zod';
import { byteLines, pieceReader } from './byte-lines.ts';

/** A line or file that could not be used; the rest is. */
export interface ImportFault {
  readonly file: string;
  readonly line?: number;
  readonly reason: string;
}

/** An instruction of the folder, and its text where one was handed in. */
export interface EarlierCase {
  readonly id: string;
  readonly number: number;
  readonly agent: string | null;
  readonly issuedAt: string | undefined;
  readonly submittedAt: string | undefined;
  readonly targetToon: string;
  readonly prompt: string;
  readonly dimensions: Readonly<Record<string, unknown>>;
  readonly hints: Readonly<Record<string, unknown>>;
  readonly text: string | undefined;
}

const ID = /^INS-(\d{4,12})$/;
const text = z.string().optional();
const recordSchema = z.object({
  instruction_id: z.string().regex(ID, 'instruction_id is no id such as INS-0001'),
  agent_id: z.string().nullish(),
  issued_at: text,
  submitted_at: text,
  target_toon: text,
  /** The earlier system's name. */
  server_target_toon: text,
  prompt: text,
  case_text: text,
  dimensions: z.record(z.string(), z.unknown()).optional(),
  hints: z.record(z.string(), z.unknown()).optional(),
});
type Raw = z.infer<typeof recordSchema>;

const CASES = 'generated_cases.jsonl';
const ISSUED = 'issued_instructions.jsonl';

/**
 * Reads a state folder of this system or the earlier one: cases, instructions that were issued, and submissions that
 * stand only as files. Bad lines are told and passed over. Instructions are indexed by place, not held.
 * @throws UserError `no-state` where the folder holds neither file
 */
export class EarlierState {
  readonly folder: string;
  readonly faults: ImportFault[] = [];
  readonly #issued = new Map<number, { offset: number; length: number }>();

  constructor(folder: string) {
    this.folder = folder;
    if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new UserError('no-state', `${folder} is not a folder; name a state folder with ${CASES}`, 2);
    if (![CASES, ISSUED, 'submissions'].some((name) => existsSync(path.join(folder, name))))
      throw new UserError('no-state', `${folder} is no state folder: it holds no ${CASES}, no ${ISSUED} and no submissions/`, 2);
  }

  async *cases(): AsyncGenerator<EarlierCase> {
    await this.#indexIssued();
    const issuedFile = path.join(this.folder, ISSUED);
    const pieces = existsSync(issuedFile) ? await pieceReader(issuedFile) : undefined;
    const instruction = async (number: number): Promise<Raw | undefined> => {
      const place = this.#issued.get(number);
      return place && pieces ? (JSON.parse(await pieces.read(place.offset, place.length)) as Raw) : undefined;
    };
    const seen = new Set<number>();
    try {
      for await (const { raw, file, line } of this.#records(CASES)) {
        const number = numberOf(raw.instruction_id);
        if (seen.has(number)) {
          this.faults.push({ file, line, reason: `${raw.instruction_id} stands there a second time` });
          continue;
        }
        seen.add(number);
        yield* this.#merged(raw, await instruction(number), file, line);
      }
      yield* this.#submissionFiles(seen, instruction);
      for (const number of this.#openNumbers(seen)) {
        const raw = await instruction(number);
        if (raw) yield* this.#merged({ ...raw, case_text: undefined }, raw, ISSUED, undefined);
      }
    } finally {
      await pieces?.close();
    }
  }

  /** Instructions without a case. A slot that was leased again has two: where the folder says how many cases remain, only the last so many are open. */
  #openNumbers(seen: ReadonlySet<number>): number[] {
    const without = [...this.#issued.keys()].filter((number) => !seen.has(number)).sort((a, b) => a - b);
    const file = path.join(this.folder, 'summary.json');
    if (!existsSync(file)) return without;
    try {
      const { remaining } = JSON.parse(readFileSync(file, 'utf8')) as { remaining?: unknown };
      return typeof remaining === 'number' ? without.slice(Math.max(0, without.length - remaining)) : without;
    } catch (error) {
      this.faults.push({ file: 'summary.json', reason: `cannot be read (${(error as Error).message})` });
      return without;
    }
  }

  async #indexIssued(): Promise<void> {
    if (!existsSync(path.join(this.folder, ISSUED))) return;
    for await (const { raw, line, offset, length } of this.#records(ISSUED)) {
      const number = numberOf(raw.instruction_id);
      if (this.#issued.has(number)) this.faults.push({ file: ISSUED, line, reason: `${raw.instruction_id} stands there a second time` });
      else this.#issued.set(number, { offset, length });
    }
  }

  async *#records(name: string): AsyncGenerator<{ raw: Raw; file: string; line: number; offset: number; length: number }> {
    const file = path.join(this.folder, name);
    if (!existsSync(file)) return;
    for await (const { line, offset, length, text: content, fault } of byteLines(file)) {
      if (fault === undefined && content!.trim() === '') continue;
      const raw = fault === undefined ? parseRecord(content!) : fault;
      if (typeof raw === 'string') this.faults.push({ file: name, line, reason: raw });
      else yield { raw, file: name, line, offset, length };
    }
  }

  /** Submissions whose line never came into the cases' file. */
  async *#submissionFiles(seen: Set<number>, instruction: (number: number) => Promise<Raw | undefined>): AsyncGenerator<EarlierCase> {
    const folder = path.join(this.folder, 'submissions');
    if (!existsSync(folder)) return;
    for (const name of readdirSync(folder).sort()) {
      const id = path.basename(name, '.json');
      if (!ID.test(id) || seen.has(numberOf(id))) continue;
      const file = `submissions/${name}`;
      let raw: Raw | string;
      try {
        raw = parseRecord(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path.join(folder, name))), id);
      } catch (error) {
        raw = `cannot be read (${(error as Error).message})`;
      }
      if (typeof raw === 'string') {
        this.faults.push({ file, reason: raw });
        continue;
      }
      seen.add(numberOf(id));
      yield* this.#merged(raw, await instruction(numberOf(id)), file, undefined);
    }
  }

  /** The target is the server's: the issued one wins over the case's own copy. */
  *#merged(raw: Raw, issued: Raw | undefined, file: string, line: number | undefined): Generator<EarlierCase> {
    const at = line === undefined ? { file } : { file, line };
    const targetToon = issued?.server_target_toon ?? issued?.target_toon ?? raw.server_target_toon ?? raw.target_toon;
    if (targetToon === undefined) {
      this.faults.push({ ...at, reason: `${raw.instruction_id} has no target, neither here nor in ${ISSUED}` });
      return;
    }
    yield {
      id: raw.instruction_id,
      number: numberOf(raw.instruction_id),
      agent: raw.agent_id ?? issued?.agent_id ?? null,
      issuedAt: issued?.issued_at ?? raw.issued_at,
      submittedAt: raw.submitted_at,
      targetToon,
      prompt: issued?.prompt ?? raw.prompt ?? '',
      dimensions: raw.dimensions ?? issued?.dimensions ?? {},
      hints: raw.hints ?? issued?.hints ?? this.#hintsOf(raw.instruction_id),
      text: raw.case_text,
    };
  }

  /** Hints stand in the instruction's own file. */
  #hintsOf(id: string): Readonly<Record<string, unknown>> {
    const file = path.join(this.folder, 'instructions', `${id}.json`);
    if (!existsSync(file)) return {};
    try {
      return (JSON.parse(readFileSync(file, 'utf8')) as Raw).hints ?? {};
    } catch (error) {
      this.faults.push({ file: `instructions/${id}.json`, reason: `cannot be read (${(error as Error).message})` });
      return {};
    }
  }
}

const numberOf = (id: string): number => Number(ID.exec(id)![1]);

function parseRecord(content: string, id?: string): Raw | string {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (error) {
    return `not JSON (${(error as Error).message.slice(0, 80)})`;
  }
  const parsed = recordSchema.safeParse(id === undefined || typeof value !== 'object' ? value : { instruction_id: id, ...value });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return `${issue!.path.join('.') || 'row'}: ${issue!.message}`;
}
