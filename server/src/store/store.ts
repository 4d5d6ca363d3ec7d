import type { CampaignEvent, Hints, Stratum } from '@case-swarm/schema';
import type { PlanSnapshot } from '../plan/sequence.ts';

export interface CampaignRow {
  readonly profile: string;
  readonly profileHash: string;
  readonly pack: string;
  readonly schemaHash: string;
  readonly seed: number;
  readonly targetTotalCases: number;
  readonly generationTarget: number;
  readonly seedCases: number;
  readonly created: string;
  /** Options of the last start, as `config.json` shows them. */
  readonly config: Readonly<Record<string, unknown>>;
}

/** What a slot's next target depends on, beside its stratum. */
export interface SlotKey {
  readonly ordinal: number;
  readonly failures: number;
}

export interface SlotRow extends SlotKey {
  readonly stratum: Stratum;
  readonly state: 'open' | 'leased' | 'accepted' | 'parked';
}

export interface InstructionRow {
  readonly number: number;
  readonly ordinal: number;
  readonly draw: number;
  readonly agent: string | null;
  readonly targetToon: string;
  readonly prompt: string;
  readonly hints: Hints;
  readonly issuedAt: string;
  readonly expiresAt: number;
  readonly attempts: number;
  readonly state: 'issued' | 'accepted' | 'refused' | 'expired' | 'released';
}

export interface SubmissionRow {
  readonly id: number;
  readonly instruction: number;
  readonly agent: string | null;
  readonly caseText: string;
  readonly accepted: boolean;
  readonly validation: Record<string, unknown>;
  readonly receivedAt: string;
}

/** An accepted case with all that an export tells of it. */
export interface CaseRow {
  readonly instruction: InstructionRow;
  readonly stratum: Stratum;
  readonly submission: SubmissionRow;
  readonly split: string;
}

/** What a person said of an accepted case. */
export interface ReviewRow {
  readonly instruction: number;
  readonly submission: number;
  readonly verdict: 'keep' | 'reject';
  readonly reason: string;
  readonly reviewer: string | null;
  readonly at: string;
}

/** Signatures of an accepted case; none where it is older than the signatures. */
interface FingerprintRow {
  readonly instruction: number;
  readonly textSignature: Uint32Array | undefined;
  readonly skeletonSignature: Uint32Array | undefined;
}

export interface Counts {
  readonly issued: number;
  readonly accepted: number;
  readonly open: number;
  readonly leased: number;
  readonly parked: number;
}

type NewLease = Omit<InstructionRow, 'number' | 'attempts' | 'state'>;

type NewSubmission = Omit<SubmissionRow, 'id'> & { readonly textHash: string };

export interface IssuedInstruction {
  readonly instruction: InstructionRow;
  readonly stratum: Stratum;
}

/**
 * The one place for state. Writes are made inside `write`; those of one turn of the event loop share a transaction, and
 * the promise resolves after its commit. A PostgreSQL store will keep this interface.
 */
export interface Store {
  /**
   * @param patienceMs how long the write may wait for company in its transaction
   * @throws what `work` throws, with its changes undone.
   */
  write<T>(work: () => T, patienceMs?: number): Promise<T>;

  campaign(): CampaignRow | undefined;
  saveCampaign(row: CampaignRow): void;
  counts(): Counts;

  addSlots(slots: readonly { ordinal: number; stratum: Stratum }[]): void;
  slot(ordinal: number): SlotRow | undefined;
  /** Open slots, returned ones first, then by ordinal. */
  openSlots(limit: number): SlotRow[];
  /** The keys of the same slots, without those before `from`: a fifth of the time. */
  openKeys(limit: number, from: number): SlotKey[];
  /** The first of them whose stratum matches. */
  matchingSlots(limit: number, matches: (stratum: Stratum) => boolean): SlotRow[];
  /** Open slots behind an ordinal, in order. */
  slotsBehind(ordinal: number, limit: number): SlotRow[];
  setSlot(ordinal: number, change: { state?: SlotRow['state']; failures?: number; priority?: number }): void;
  /** Read one by one as they are asked for. */
  slotStrata(state: SlotRow['state']): Iterable<Stratum>;

  addLease(lease: NewLease): InstructionRow;
  /** An instruction of another campaign, with the number that it had there. */
  importInstruction(row: InstructionRow): void;
  instruction(number: number): InstructionRow | undefined;
  openLeases(agent: string): InstructionRow[];
  expiredLeases(now: number): InstructionRow[];
  issuedLeases(): InstructionRow[];
  /** When the first of the open leases runs out. */
  soonestExpiry(): number | undefined;
  /** Open leases of each agent; null for those drawn without an id. */
  leasesByAgent(): Map<string | null, number>;
  setInstruction(number: number, change: { state?: InstructionRow['state']; expiresAt?: number; attempts?: number }): void;
  instructionsFrom(after: number, limit: number): IssuedInstruction[];
  /** How many instructions a slot has had. */
  drawsOf(ordinal: number): number;

  addSubmission(submission: NewSubmission): number;
  submissionByText(instruction: number, textHash: string): SubmissionRow | undefined;
  submissionsOf(instruction: number): SubmissionRow[];
  acceptCase(row: {
    instruction: number;
    ordinal: number;
    submission: number;
    skeleton: string;
    textHash: string;
    textSignature: Uint32Array;
    skeletonSignature: Uint32Array;
  }): void;
  removeCase(instruction: number): void;
  casesFrom(after: number, limit: number): CaseRow[];
  /** How many cases there are up to a submission's id. */
  casesThrough(submission: number): number;
  /** The newest first, from before a submission's id. */
  casesBefore(before: number, limit: number): CaseRow[];
  /** Refused texts, the newest first. */
  refusedBefore(before: number, limit: number): SubmissionRow[];
  /** Every attempt at a slot, over all its instructions. */
  attemptsAt(ordinal: number): SubmissionRow[];
  caseOf(instruction: number): CaseRow | undefined;
  caseText(instruction: number): string | undefined;
  /** Of accepted cases, by instruction. */
  fingerprintsFrom(after: number, limit: number): FingerprintRow[];
  addReview(review: ReviewRow): void;
  reviews(): ReviewRow[];

  addEvent(type: CampaignEvent['type'], at: string, agent: string | null, instruction: number | null, data: Record<string, unknown>): void;
  eventsFrom(after: number, limit: number): CampaignEvent[];
  lastEvent(): number;

  savePlan(snapshot: PlanSnapshot): void;
  loadPlan(): PlanSnapshot | undefined;
  /** Rows that the stored plan has. */
  plannedRows(): number;

  remembered(agent: string, key: string): { requestHash: string; status: number; body: string } | undefined;
  remember(agent: string, key: string, requestHash: string, status: number, body: string): void;

  /** Rows per table and SQLite's own integrity check. */
  checkIntegrity(): string[];
  backup(file: string): Promise<void>;
  /** Moves what the write-ahead log holds into the database, as far as no reader needs it there. */
  checkpoint(): void;
  close(): void;
}

/** Thrown where the disk has no room left; nothing of the transaction is kept. */
export class StorageFull extends Error {
  override readonly name = 'StorageFull';
}
