import type { Instruction, WireProblem } from '@case-swarm/schema';

/** Writes the text of an instruction; called again with the problems of a refused one. */
export interface Writer {
  readonly name: string;
  write(instruction: Instruction, problems: readonly WireProblem[] | undefined, signal: AbortSignal): Promise<string>;
}

/** The writer cannot do any instruction of this campaign (another schema, no key): the agent stops with this sentence. */
export class WriterUnfit extends Error {
  override readonly name = 'WriterUnfit';
}
