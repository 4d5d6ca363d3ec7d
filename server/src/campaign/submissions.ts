import type { Pack, Stratum, Validation } from '@case-swarm/schema';
import type { Duplicates } from '../gate/duplicate/duplicates.ts';
import { exactHash } from '../gate/duplicate/fingerprint.ts';
import type { Verdict } from '../gate/verdict.ts';
import { instructionId } from '../store/instruction-id.ts';
import type { InstructionRow, SlotRow, Store } from '../store/store.ts';
import type { Judgement } from '../workshop/judge-text.ts';
import type { Workshop } from '../workshop/workshop.ts';
import { isoOf, type Clock } from './clock.ts';
import type { AcceptedCounts } from './coverage.ts';
import { CampaignProblem } from './errors.ts';
import { checkOwner, findLease } from './leases.ts';

export const ATTEMPTS = 3;
const MOST_FAILURES = 3;
/** While other texts are judged, a verdict waits for theirs, so that they share a commit. */
const PATIENCE_MS = 5;

export interface SubmittedText {
  readonly instructionId: string;
  readonly agent?: string | undefined;
  readonly text: string;
  /** What wrote it, where the agent says so. */
  readonly writer?: string | undefined;
}

export interface Accepted {
  readonly instructionId: string;
  readonly validation: Validation;
  readonly targetToonLines: readonly string[];
}

interface Parts {
  readonly pack: Pack;
  readonly store: Store;
  readonly clock: Clock;
  readonly workshop: Workshop;
  readonly duplicates: Duplicates;
  readonly accepted: AcceptedCounts;
}

/** Takes texts in: judges them beside their target, keeps or refuses them. */
export class Submissions {
  readonly #parts: Parts;
  #judging = 0;
  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The verdict on a text for an instruction; nothing is stored. */
  async verdict(id: string, text: string): Promise<Verdict> {
    const lease = findLease(this.#parts.store, id);
    const judgement = await this.#judge(lease, this.#parts.store.slot(lease.ordinal)!.stratum, text);
    return this.#withDuplicates(judgement, lease);
  }

  async #judge(lease: InstructionRow, stratum: Stratum, text: string): Promise<Judgement> {
    this.#judging++;
    try {
      return await this.#parts.workshop.judge({ text, targetToon: lease.targetToon, stratum, hints: lease.hints, proven: true });
    } finally {
      this.#judging--;
    }
  }

  #withDuplicates({ verdict, fingerprint }: Judgement, lease: InstructionRow): Verdict {
    const { problem, nearest } = this.#parts.duplicates.find(fingerprint);
    const own = nearest?.known.kind === 'case' && nearest.known.number === lease.number;
    const measures = { ...verdict.measures, ...(nearest && !own ? { nearest: Math.round(nearest.jaccard * 1000) / 1000 } : {}) };
    return problem && !own ? { ...verdict, accepted: false, problems: [...verdict.problems, problem], measures } : { ...verdict, measures };
  }

  /**
   * Judges a text and stores the outcome. The verdict is reached outside the transaction, since it takes longest; whether
   * the lease still stands is looked at inside it, together with duplicates.
   * @throws CampaignProblem `case-refused` with all problems, or a lease's problem
   */
  async submit(submitted: SubmittedText): Promise<Accepted> {
    const { store } = this.#parts;
    const early = this.#standing(submitted);
    if (early.answer) return thrown(early.answer);
    const judgement = await this.#judge(early.lease, early.slot.stratum, submitted.text);
    let taken: { number: number; stratum: Stratum } | undefined;
    const outcome = await store
      .write(
        (): Accepted | CampaignProblem => {
          // What happened while the text was judged decides.
          const { lease, slot, answer } = this.#standing(submitted);
          if (answer) return answer;
          const verdict = this.#withDuplicates(judgement, lease);
          const validation = toValidation(verdict);
          const now = isoOf(this.#parts.clock.now());
          const agent = submitted.agent ?? lease.agent;
          const id = store.addSubmission({
            instruction: lease.number,
            agent,
            textHash: exactHash(submitted.text),
            caseText: submitted.text,
            accepted: verdict.accepted,
            validation,
            receivedAt: now,
          });
          if (verdict.accepted) {
            this.#accept(lease, slot, id, submitted, judgement, agent, now);
            taken = { number: lease.number, stratum: slot.stratum };
          } else this.#refuse(lease, slot, validation, agent, submitted.writer, now);
          return answerFor(store.instruction(lease.number)!, validation, verdict.accepted);
        },
        this.#judging > 0 ? PATIENCE_MS : 0,
      )
      .catch((error: unknown) => {
        // The transaction is gone, so the text must not stand in anyone's way.
        if (taken) this.#parts.duplicates.removeCase(taken.number);
        throw error;
      });
    if (taken) this.#parts.accepted.add(taken.stratum, 1);
    return thrown(outcome);
  }

  /** Where the lease stands, and the answer if there is nothing to judge. */
  #standing(submitted: SubmittedText): { lease: InstructionRow; slot: SlotRow; answer?: Accepted | CampaignProblem } {
    const { store } = this.#parts;
    const lease = findLease(store, submitted.instructionId);
    checkOwner(lease, submitted.agent);
    const slot = store.slot(lease.ordinal)!;
    const earlier = store.submissionByText(lease.number, exactHash(submitted.text));
    if (earlier?.accepted && lease.state !== 'accepted')
      return { lease, slot, answer: new CampaignProblem('lease-expired', `this text of ${submitted.instructionId} was rejected in review; ask for a new instruction`) };
    if (earlier) return { lease, slot, answer: answerFor(lease, earlier.validation as unknown as Validation, earlier.accepted) };
    if (lease.state === 'accepted') return { lease, slot, answer: new CampaignProblem('already-accepted', `${submitted.instructionId} already has an accepted text`) };
    const late = lease.state === 'expired' || lease.state === 'released';
    if (lease.state === 'refused' || (late && slot.state !== 'open'))
      return {
        lease,
        slot,
        answer: new CampaignProblem('lease-expired', `the lease of ${submitted.instructionId} has ended and its slot is with another; ask for a new instruction`),
      };
    return { lease, slot };
  }

  #accept(lease: InstructionRow, slot: SlotRow, submission: number, { text, writer }: SubmittedText, { fingerprint }: Judgement, agent: string | null, now: string): void {
    const { store, duplicates } = this.#parts;
    const { textHash, skeleton, textSignature, skeletonSignature } = fingerprint;
    store.acceptCase({ instruction: lease.number, ordinal: slot.ordinal, submission, textHash, skeleton, textSignature, skeletonSignature });
    duplicates.addCase(lease.number, fingerprint);
    store.setInstruction(lease.number, { state: 'accepted' });
    store.setSlot(slot.ordinal, { state: 'accepted', priority: 0 });
    store.addEvent('case-accepted', now, agent, lease.number, { stratum: slot.stratum, words: text.split(/\s+/).length, ...(writer === undefined ? {} : { writer }) });
  }

  #refuse(lease: InstructionRow, slot: SlotRow, validation: Validation, agent: string | null, writer: string | undefined, now: string): void {
    const { store } = this.#parts;
    const attempts = lease.attempts + 1;
    const spent = attempts >= ATTEMPTS && lease.state === 'issued';
    store.setInstruction(lease.number, { attempts, ...(spent ? { state: 'refused' as const } : {}) });
    store.addEvent('case-refused', now, agent, lease.number, {
      attempts,
      codes: validation.problems.filter((problem) => problem.severity === 'refuse').map((problem) => problem.code),
      ...(writer === undefined ? {} : { writer }),
    });
    if (!spent) return;
    const failures = slot.failures + 1;
    const parked = failures >= MOST_FAILURES;
    store.setSlot(slot.ordinal, { failures, state: parked ? 'parked' : 'open', priority: parked ? 0 : 1 });
    if (parked) store.addEvent('slot-parked', now, agent, lease.number, { ordinal: slot.ordinal });
  }
}

function thrown(outcome: Accepted | CampaignProblem): Accepted {
  if (outcome instanceof CampaignProblem) throw outcome;
  return outcome;
}

function answerFor(lease: InstructionRow, validation: Validation, accepted: boolean): Accepted | CampaignProblem {
  if (accepted) return { instructionId: instructionId(lease.number), validation, targetToonLines: lease.targetToon.split('\n') };
  const refusals = validation.problems.filter((problem) => problem.severity === 'refuse');
  return new CampaignProblem('case-refused', `the text is refused for ${refusals.length} reason${refusals.length > 1 ? 's' : ''}: ${refusals[0]?.message ?? ''}`, {
    problems: validation.problems,
    attemptsLeft: Math.max(0, ATTEMPTS - lease.attempts),
  });
}

function toValidation(verdict: Verdict): Validation {
  return {
    accepted: verdict.accepted,
    problems: verdict.problems.map(({ code, severity, message, path, span }) => ({
      code,
      severity,
      message,
      ...(path === undefined ? {} : { path }),
      ...(span === undefined ? {} : { span: [span[0], span[1]] as [number, number] }),
    })),
    evidence: Object.fromEntries(Object.entries(verdict.evidence).map(([path, [from, to]]) => [path, [from, to]])),
    measures: { ...verdict.measures },
  };
}
