import type { Instruction, WireProblem } from '@case-swarm/schema';

/** Writes the text of an instruction; called again with the problems of a refused one. */
export interface Writer {
  readonly name: string;
  write(instruction: Instruction, problems: readonly WireProblem[] | undefined, signal: AbortSignal): Promise<string>;
  /** What the texts have cost so far, where the writer knows. */
  usage?(): WriterUsage;
}

export interface WriterUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** In the currency of the price that was given; none where no price is known. */
  readonly cost?: number;
}

/** The writer cannot do any instruction of this campaign (another schema, no key): the agent stops with this sentence. */
export class WriterUnfit extends Error {
  override readonly name = 'WriterUnfit';
}

/** This one text could not be written (a time-out, a cut answer): its lease goes back and the agent goes on. */
export class WriterFailed extends Error {
  override readonly name = 'WriterFailed';
}
