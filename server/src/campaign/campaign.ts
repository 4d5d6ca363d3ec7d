import { createHash } from 'node:crypto';
import { decodeToon, UserError, type Coverage, type Instruction, type Level, type Pack, type Stratum, type Validation } from '@case-swarm/schema';
import { judge } from '../gate/run.ts';
import type { Verdict } from '../gate/verdict.ts';
import { planSequence, type PlanSequence } from '../plan/sequence.ts';
import { renderPrompt } from '../prompt/render.ts';
import { instructionId, instructionNumber } from '../store/sqlite.ts';
import type { CampaignRow, InstructionRow, SlotRow, Store, SubmissionRow } from '../store/store.ts';
import { buildTarget } from '../target/build.ts';
import { isoOf, type Clock } from './clock.ts';
import { AcceptedCounts, coverageOf } from './coverage.ts';
import { CampaignProblem } from './errors.ts';
import { exactHash, fingerprintOf, textHash, type Fingerprint } from './skeleton.ts';

export interface CampaignOptions {
  readonly seed: number;
  readonly targetTotalCases: number;
  readonly generationTarget: number;
  readonly seedTexts: readonly string[];
  readonly leaseMs: number;
}

interface RejectedDraw {
  readonly seed: number;
  readonly ordinal: number;
  readonly draw: number;
  readonly reason: string;
}

const ATTEMPTS = 3;
const MOST_FAILURES = 3;
/** A text skeleton may be used this often; the next is a template. */
const SKELETON_USES = 2;
/** Slots are planned in pages of this size, ahead of need. */
const PLAN_PAGE = 256;

export type NextAnswer =
  | { readonly kind: 'instructions'; readonly instructions: readonly Instruction[] }
  | { readonly kind: 'wait'; readonly retryAfterMs: number }
  | { readonly kind: 'done'; readonly parked: number };

export interface Accepted {
  readonly instructionId: string;
  readonly validation: Validation;
  readonly targetToonLines: readonly string[];
}

/** The use cases of one campaign: issue, submit, renew, release, expire. All state is in the store. */
export class Campaign {
  readonly pack: Pack;
  readonly store: Store;
  readonly row: CampaignRow;
  readonly #clock: Clock;
  readonly #leaseMs: number;
  readonly #plan: PlanSequence;
  readonly #accepted: AcceptedCounts;
  readonly #seedHashes: ReadonlySet<string>;
  #changed: () => void = () => {};
  #onRejectedDraw: (fault: RejectedDraw) => void = () => {};
  /** Draws that broke a check of the target builder; expected: none. */
  rejectedDraws = 0;

  private constructor(pack: Pack, store: Store, row: CampaignRow, clock: Clock, options: CampaignOptions) {
    this.pack = pack;
    this.store = store;
    this.row = row;
    this.#clock = clock;
    this.#leaseMs = options.leaseMs;
    this.#plan = planSequence(pack.profile, row.seed, store.loadPlan());
    this.#accepted = new AcceptedCounts(pack.profile, store.slotStrata('accepted'));
    this.#seedHashes = new Set(options.seedTexts.map(textHash));
  }

  /** Opens the campaign of a store, or makes one. @throws UserError `other-seed`, `other-schema`, `other-profile`, `smaller-target` */
  static async open(pack: Pack, store: Store, clock: Clock, options: CampaignOptions): Promise<Campaign> {
    const profileHash = createHash('sha256').update(JSON.stringify(pack.profile)).digest('hex').slice(0, 16);
    const known = store.campaign();
    const fresh: CampaignRow = {
      profile: pack.profile.name,
      profileHash,
      pack: pack.name,
      schemaHash: pack.master.hash,
      seed: options.seed,
      targetTotalCases: options.targetTotalCases,
      generationTarget: options.generationTarget,
      seedCases: options.seedTexts.length,
      created: known?.created ?? isoOf(clock.now()),
    };
    if (known) checkSameCampaign(known, fresh);
    await store.write(() => store.saveCampaign(fresh));
    const campaign = new Campaign(pack, store, fresh, clock, options);
    await store.write(() => campaign.#extendPlan(PLAN_PAGE));
    return campaign;
  }

  /** Calls back for each target that broke a check and was drawn again: a bug to look at. */
  onRejectedDraw(listener: (fault: RejectedDraw) => void): void {
    this.#onRejectedDraw = listener;
  }

  /** Calls back after every change, for exports and live views. */
  onChange(listener: () => void): void {
    this.#changed = listener;
  }

  coverage(): Coverage {
    return coverageOf(this.pack.profile, this.row, this.store.counts(), this.#accepted);
  }

  /** Open leases of this agent first, then new ones. */
  async next(request: { agent?: string | undefined; force?: Readonly<Record<string, Level>> | undefined; count: number }): Promise<NextAnswer> {
    const { force } = request;
    if (force) this.#checkForce(force);
    await this.expire();
    const answer = await this.store.write((): NextAnswer => {
      const held = request.agent === undefined ? [] : this.store.openLeases(request.agent).filter((lease) => this.#matches(this.store.slot(lease.ordinal)!.stratum, force));
      const instructions = held.slice(0, request.count).map((lease) => this.#wire(lease, this.store.slot(lease.ordinal)!.stratum));
      const wanted = request.count - instructions.length;
      if (wanted > 0) {
        this.#extendPlan(wanted, force);
        const slots = this.store.openSlots(wanted, force && ((stratum) => this.#matches(stratum, force)));
        for (const slot of slots) instructions.push(this.#lease(slot, request.agent ?? null));
      }
      if (instructions.length > 0) return { kind: 'instructions', instructions };
      const counts = this.store.counts();
      if (counts.accepted + counts.parked >= this.row.generationTarget) return { kind: 'done', parked: counts.parked };
      if (force && counts.open > 0)
        throw new CampaignProblem(
          'no-slot',
          `no open slot has ${Object.entries(force)
            .map(([axis, level]) => `${axis}=${level}`)
            .join(', ')}; ask without it or later`,
        );
      return { kind: 'wait', retryAfterMs: this.#retryAfter() };
    });
    if (answer.kind === 'instructions') this.#changed();
    return answer;
  }

  #matches(stratum: Stratum, force: Readonly<Record<string, Level>> | undefined): boolean {
    return force === undefined || Object.entries(force).every(([axis, level]) => stratum[axis] === level);
  }

  #checkForce(force: Readonly<Record<string, Level>>): void {
    for (const [name, level] of Object.entries(force)) {
      const axis = this.pack.profile.axes.find((item) => item.name === name);
      if (!axis) throw new CampaignProblem('bad-request', `unknown axis "${name}"; axes are ${this.pack.profile.axes.map((item) => item.name).join(', ')}`);
      if (!axis.levels.includes(level)) throw new CampaignProblem('bad-request', `axis "${name}" has no level "${level}"; it has ${axis.levels.map(String).join(', ')}`);
    }
  }

  #retryAfter(): number {
    const soonest = Math.min(...this.store.issuedLeases().map((lease) => lease.expiresAt));
    return Math.round(Math.min(5000, Math.max(250, soonest - this.#clock.now())));
  }

  /** Plans slots until `wanted` open ones are there, or the whole campaign where one is forced. */
  #extendPlan(wanted: number, force?: Readonly<Record<string, Level>>): void {
    const enough = (): boolean => this.store.openSlots(wanted, force && ((stratum) => this.#matches(stratum, force))).length >= wanted;
    while (this.#plan.row < this.row.generationTarget && !enough()) {
      const size = Math.min(PLAN_PAGE, this.row.generationTarget - this.#plan.row);
      const first = this.#plan.row;
      this.store.addSlots(Array.from({ length: size }, (_, k) => ({ ordinal: first + k, stratum: this.#plan.next() })));
      this.store.savePlan(this.#plan.snapshot());
    }
  }

  #lease(slot: SlotRow, agent: string | null): Instruction {
    const draw = slot.failures;
    const target = buildTarget(this.pack, slot.stratum, { seed: this.row.seed, ordinal: slot.ordinal, draw });
    this.rejectedDraws += target.rejectedDraws.length;
    for (const { draw, reason } of target.rejectedDraws) this.#onRejectedDraw({ seed: this.row.seed, ordinal: slot.ordinal, draw, reason });
    const now = this.#clock.now();
    const lease = this.store.addLease({
      ordinal: slot.ordinal,
      draw,
      agent,
      targetToon: target.toon,
      prompt: renderPrompt(this.pack, target.payload, target.toon, slot.stratum, target.hints),
      hints: target.hints,
      issuedAt: isoOf(now),
      expiresAt: now + this.#leaseMs,
    });
    this.store.setSlot(slot.ordinal, { state: 'leased' });
    this.store.addEvent('lease-granted', lease.issuedAt, agent, lease.number, { stratum: slot.stratum });
    return this.#wire(lease, slot.stratum);
  }

  #wire(lease: InstructionRow, stratum: Stratum): Instruction {
    return {
      instruction_id: instructionId(lease.number),
      target_toon: lease.targetToon,
      prompt: lease.prompt,
      dimensions: { ...stratum },
      hints: { ...lease.hints },
      lease_expires_at: isoOf(lease.expiresAt),
      attempts_left: ATTEMPTS - lease.attempts,
      pack: { name: this.pack.name, schema_hash: this.pack.master.hash },
    };
  }

  view(id: string): { instruction: Instruction; state: string; agent: string | null; submissions: readonly SubmissionRow[] } {
    const lease = this.#find(id);
    return { instruction: this.#wire(lease, this.store.slot(lease.ordinal)!.stratum), state: lease.state, agent: lease.agent, submissions: this.store.submissionsOf(lease.number) };
  }

  #find(id: string): InstructionRow {
    const lease = this.store.instruction(instructionNumber(id));
    if (!lease) throw new CampaignProblem('unknown-instruction', `no instruction ${id}; ask for one with /next-instruction`);
    return lease;
  }

  #checkOwner(lease: InstructionRow, agent: string | undefined): void {
    if (agent !== undefined && lease.agent !== null && agent !== lease.agent)
      throw new CampaignProblem('not-your-lease', `${instructionId(lease.number)} is leased to another agent`);
  }

  /** The gate's verdict on a text for an instruction; nothing is stored. */
  verdict(id: string, text: string): Verdict {
    const lease = this.#find(id);
    return this.#judge(lease, this.store.slot(lease.ordinal)!.stratum, text, fingerprintOf(text));
  }

  #judge(lease: InstructionRow, stratum: Stratum, text: string, fingerprint: Fingerprint): Verdict {
    const verdict = judge({ pack: this.pack, text, target: decodeToon(lease.targetToon), stratum, hints: lease.hints });
    const duplicate = this.#duplicate(fingerprint);
    return duplicate === undefined ? verdict : { ...verdict, accepted: false, problems: [...verdict.problems, duplicate] };
  }

  #duplicate({ skeleton, textHash: hash }: Fingerprint): Verdict['problems'][number] | undefined {
    if (this.#seedHashes.has(hash) || this.store.hasText(hash)) return { code: 'duplicate', severity: 'refuse', message: 'Ce texte existe déjà : écrivez-en un autre.' };
    if (this.store.casesWithSkeleton(skeleton) >= SKELETON_USES)
      return {
        code: 'template',
        severity: 'refuse',
        message: "Ce texte reprend un modèle déjà utilisé deux fois, où seuls les noms et les chiffres changent : changez l'ordre et les tournures.",
      };
    return undefined;
  }

  /** @throws CampaignProblem `case-refused` with all problems, or a lease's problem */
  async submit(submission: { instructionId: string; agent?: string | undefined; text: string }): Promise<Accepted> {
    await this.expire();
    const outcome = await this.store.write(() => this.#settle(submission));
    this.#changed();
    if (outcome instanceof CampaignProblem) throw outcome;
    return outcome;
  }

  #settle(submission: { instructionId: string; agent?: string | undefined; text: string }): Accepted | CampaignProblem {
    const lease = this.#find(submission.instructionId);
    this.#checkOwner(lease, submission.agent);
    const earlier = this.store.submissionByText(lease.number, exactHash(submission.text));
    if (earlier) return this.#answerFor(lease, earlier.validation as unknown as Validation, earlier.accepted);
    if (lease.state === 'accepted') return new CampaignProblem('already-accepted', `${submission.instructionId} already has an accepted text`);
    const slot = this.store.slot(lease.ordinal)!;
    const late = lease.state === 'expired' || lease.state === 'released';
    if (lease.state === 'refused' || (late && slot.state !== 'open'))
      return new CampaignProblem('lease-expired', `the lease of ${submission.instructionId} has ended and its slot is with another; ask for a new instruction`);
    const fingerprint = fingerprintOf(submission.text);
    const verdict = this.#judge(lease, slot.stratum, submission.text, fingerprint);
    const validation: Validation = {
      accepted: verdict.accepted,
      problems: verdict.problems.map(toWire),
      evidence: mutableSpans(verdict.evidence),
      measures: { ...verdict.measures },
    };
    const now = isoOf(this.#clock.now());
    const agent = submission.agent ?? lease.agent;
    const id = this.store.addSubmission({
      instruction: lease.number,
      agent,
      textHash: exactHash(submission.text),
      caseText: submission.text,
      accepted: verdict.accepted,
      validation,
      receivedAt: now,
    });
    if (verdict.accepted) this.#accept(lease, slot, id, submission.text, fingerprint, agent, now);
    else this.#refuse(lease, slot, validation, agent, now);
    return this.#answerFor(this.store.instruction(lease.number)!, validation, verdict.accepted);
  }

  #answerFor(lease: InstructionRow, validation: Validation, accepted: boolean): Accepted | CampaignProblem {
    if (accepted) return { instructionId: instructionId(lease.number), validation, targetToonLines: lease.targetToon.split('\n') };
    const refusals = validation.problems.filter((problem) => problem.severity === 'refuse');
    return new CampaignProblem('case-refused', `the text is refused for ${refusals.length} reason${refusals.length > 1 ? 's' : ''}: ${refusals[0]?.message ?? ''}`, {
      problems: validation.problems,
      attemptsLeft: Math.max(0, ATTEMPTS - lease.attempts),
    });
  }

  #accept(lease: InstructionRow, slot: SlotRow, submission: number, text: string, fingerprint: Fingerprint, agent: string | null, now: string): void {
    this.store.acceptCase({ instruction: lease.number, ordinal: slot.ordinal, submission, ...fingerprint });
    this.store.setInstruction(lease.number, { state: 'accepted' });
    this.store.setSlot(slot.ordinal, { state: 'accepted', priority: 0 });
    this.#accepted.add(slot.stratum, 1);
    this.store.addEvent('case-accepted', now, agent, lease.number, { stratum: slot.stratum, words: text.split(/\s+/).length });
  }

  #refuse(lease: InstructionRow, slot: SlotRow, validation: Validation, agent: string | null, now: string): void {
    const attempts = lease.attempts + 1;
    const spent = attempts >= ATTEMPTS && lease.state === 'issued';
    this.store.setInstruction(lease.number, { attempts, ...(spent ? { state: 'refused' as const } : {}) });
    this.store.addEvent('case-refused', now, agent, lease.number, {
      attempts,
      codes: validation.problems.filter((problem) => problem.severity === 'refuse').map((problem) => problem.code),
    });
    if (!spent) return;
    const failures = slot.failures + 1;
    const parked = failures >= MOST_FAILURES;
    this.store.setSlot(slot.ordinal, { failures, state: parked ? 'parked' : 'open', priority: parked ? 0 : 1 });
    if (parked) this.store.addEvent('slot-parked', now, agent, lease.number, { ordinal: slot.ordinal });
  }

  async renew(id: string, agent: string | undefined): Promise<Instruction> {
    await this.expire();
    const wire = await this.store.write(() => {
      const lease = this.#find(id);
      this.#checkOwner(lease, agent);
      if (lease.state !== 'issued') throw new CampaignProblem('lease-expired', `the lease of ${id} has ended (${lease.state}); ask for a new instruction`);
      const now = this.#clock.now();
      this.store.setInstruction(lease.number, { expiresAt: now + this.#leaseMs });
      this.store.addEvent('lease-renewed', isoOf(now), lease.agent, lease.number, {});
      return this.#wire({ ...lease, expiresAt: now + this.#leaseMs }, this.store.slot(lease.ordinal)!.stratum);
    });
    this.#changed();
    return wire;
  }

  async release(id: string, agent: string | undefined): Promise<void> {
    await this.store.write(() => {
      const lease = this.#find(id);
      this.#checkOwner(lease, agent);
      if (lease.state === 'issued') this.#giveBack(lease, 'released');
      else if (lease.state !== 'released') throw new CampaignProblem('lease-expired', `the lease of ${id} has ended (${lease.state}); there is nothing to give back`);
    });
    this.#changed();
  }

  /** Gives back every lease that ran out; its slot goes to the head of the queue. */
  async expire(): Promise<number> {
    const now = this.#clock.now();
    const expired = this.store.expiredLeases(now);
    if (expired.length === 0) return 0;
    await this.store.write(() => {
      for (const { number } of expired) {
        const lease = this.store.instruction(number);
        if (lease?.state === 'issued' && lease.expiresAt <= now) this.#giveBack(lease, 'expired');
      }
    });
    this.#changed();
    return expired.length;
  }

  #giveBack(lease: InstructionRow, state: 'expired' | 'released'): void {
    this.store.setInstruction(lease.number, { state });
    this.store.setSlot(lease.ordinal, { state: 'open', priority: 1 });
    this.store.addEvent(state === 'expired' ? 'lease-expired' : 'lease-released', isoOf(this.#clock.now()), lease.agent, lease.number, {});
  }
}

function checkSameCampaign(known: CampaignRow, fresh: CampaignRow): void {
  const differ = (code: string, what: string, old: string | number, now: string | number): never => {
    throw new UserError(code, `this state folder holds a campaign of another ${what} (${old}, not ${now}); use the same ${what} or another --state-dir`);
  };
  if (known.pack !== fresh.pack) differ('other-pack', 'pack', known.pack, fresh.pack);
  if (known.seed !== fresh.seed) differ('other-seed', 'seed', known.seed, fresh.seed);
  if (known.schemaHash !== fresh.schemaHash) differ('other-schema', 'schema', known.schemaHash, fresh.schemaHash);
  if (known.profileHash !== fresh.profileHash) differ('other-profile', 'profile', known.profileHash, fresh.profileHash);
  if (fresh.generationTarget < known.generationTarget) {
    throw new UserError('smaller-target', `this campaign was planned for ${known.generationTarget} cases; a target can be raised, not lowered to ${fresh.generationTarget}`);
  }
}

type WireProblems = Validation['problems'];
function toWire(problem: Verdict['problems'][number]): WireProblems[number] {
  const { code, severity, message, path, span } = problem;
  return { code, severity, message, ...(path === undefined ? {} : { path }), ...(span === undefined ? {} : { span: [span[0], span[1]] }) };
}
const mutableSpans = (evidence: Verdict['evidence']): Validation['evidence'] => Object.fromEntries(Object.entries(evidence).map(([path, [from, to]]) => [path, [from, to]]));
