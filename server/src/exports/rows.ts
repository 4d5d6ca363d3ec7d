import type { Pack } from '@case-swarm/schema';
import { instructionId } from '../store/instruction-id.ts';
import type { CaseRow, InstructionRow, SubmissionRow } from '../store/store.ts';
import type { Stratum } from '@case-swarm/schema';

/** One line of `full_training_cases_mistral.jsonl`: `messages` and nothing else. */
export const mistralRow = (pack: Pack, row: CaseRow): object => ({
  messages: [
    { role: 'system', content: pack.systemMessage },
    { role: 'user', content: row.submission.caseText },
    { role: 'assistant', content: row.instruction.targetToon },
  ],
});

/** One line of `issued_instructions.jsonl`. */
export const issuedRow = (instruction: InstructionRow, stratum: Stratum): object => ({
  instruction_id: instructionId(instruction.number),
  agent_id: instruction.agent,
  issued_at: instruction.issuedAt,
  target_toon: instruction.targetToon,
  prompt: instruction.prompt,
  dimensions: stratum,
});

/** One line of `generated_cases.jsonl`: the case with its quality card. */
export const caseRecord = (row: CaseRow) => ({
  instruction_id: instructionId(row.instruction.number),
  agent_id: row.submission.agent,
  submitted_at: row.submission.receivedAt,
  case_text: row.submission.caseText,
  target_toon: row.instruction.targetToon,
  validation: row.submission.validation,
  dimensions: row.stratum,
});

/** One text that was handed in, with its verdict. */
export const attemptRecord = (row: SubmissionRow): object => ({
  instruction_id: instructionId(row.instruction),
  agent_id: row.agent,
  received_at: row.receivedAt,
  case_text: row.caseText,
  accepted: row.accepted,
  validation: row.validation,
});

export const jsonLine = (row: object): string => `${JSON.stringify(row)}\n`;
