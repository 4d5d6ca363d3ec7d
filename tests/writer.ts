import { decodeToon, type Hints, type Instruction, type Pack } from '@case-swarm/schema';
import { realize } from '@case-swarm/agent-sdk';

/** A text that the gate mostly takes, by the embedded writer. */
export const goodText = (pack: Pack, instruction: Pick<Instruction, 'target_toon' | 'dimensions' | 'hints' | 'instruction_id'>, attempt = 0): string =>
  realize(pack, {
    target: decodeToon(instruction.target_toon),
    stratum: instruction.dimensions,
    hints: instruction.hints as Hints,
    seed: `test|${instruction.instruction_id}|${attempt}`,
  });
