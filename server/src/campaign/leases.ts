import { instructionId, instructionNumber } from '../store/instruction-id.ts';
import type { InstructionRow, Store } from '../store/store.ts';
import { CampaignProblem } from './errors.ts';

/** @throws CampaignProblem `unknown-instruction` */
export function findLease(store: Store, id: string): InstructionRow {
  const lease = store.instruction(instructionNumber(id));
  if (!lease) throw new CampaignProblem('unknown-instruction', `no instruction ${id}; ask for one with /next-instruction`);
  return lease;
}

/** A call that names no agent may speak for any. @throws CampaignProblem `not-your-lease` */
export function checkOwner(lease: InstructionRow, agent: string | undefined): void {
  if (agent !== undefined && lease.agent !== null && agent !== lease.agent)
    throw new CampaignProblem('not-your-lease', `${instructionId(lease.number)} is leased to another agent`);
}
