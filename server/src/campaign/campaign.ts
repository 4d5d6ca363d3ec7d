import { UserError, type Coverage, type Instruction, type Pack, type Stratum } from '@case-swarm/schema';
import type { Duplicates } from '../gate/duplicate/duplicates.ts';
import type { Verdict } from '../gate/verdict.ts';
import { instructionId } from '../store/instruction-id.ts';
import type { CampaignRow, InstructionRow, SlotKey, SlotRow, Store, SubmissionRow } from '../store/store.ts';
import type { JudgeOrder } from '../workshop/judge-text.ts';
import type { Workshop } from '../workshop/workshop.ts';
import { TargetsAhead } from './ahead.ts';
import { isoOf, type Clock } from './clock.ts';
import { AcceptedCounts, coverageOf, CoverageText } from './coverage.ts';
import { CampaignProblem } from './errors.ts';
import { knownTexts } from './known-texts.ts';
import { checkOwner, findLease } from './leases.ts';
import { matches, PlannedSlots, type Force } from './planned-slots.ts';
import { profileHashOf } from './profile-hash.ts';
import { Reviews, type ReviewDecision } from './reviews.ts';
import { ATTEMPTS, Submissions, type Accepted, type SubmittedText } from './submissions.ts';
import { CampaignViews } from './views.ts';
import { WaitingLine } from './waiting-line.ts';

export interface CampaignOptions {
  readonly seed: number;
  readonly targetTotalCases: number;
  readonly generationTarget: number;
  readonly seedTexts: readonly string[];
  readonly leaseMs: number;
  /** Targets to make before they are asked for. */
  readonly prepareAhead: number;
  /** What `config.json` shows. */
  readonly config: Readonly<Record<string, unknown>>;
}

interface RejectedDraw {
  readonly seed: number;
  readonly ordinal: number;
  readonly draw: number;
  readonly reason: string;
}

interface NextOrder {
  readonly agent?: string | undefined;
  readonly force?: Force | undefined;
  readonly count: number;
}

/** With so many targets beyond what calls in line want, nobody has to look whether theirs are among them. */
const PLENTY = 64;
/** A draw that meets slots without a target waits for them; after so many rounds it makes them itself. */
const MOST_ROUNDS = 4;

export type NextAnswer =
  | { readonly kind: 'instructions'; readonly instructions: readonly Instruction[] }
  | { readonly kind: 'wait'; readonly retryAfterMs: number }
  | { readonly kind: 'done'; readonly parked: number };

/** The use cases of one campaign: issue, submit, renew, release, expire, review. All state is in the store. */
export class Campaign {
  readonly pack: Pack;
  readonly store: Store;
  readonly row: CampaignRow;
  readonly #clock: Clock;
  readonly #leaseMs: number;
  readonly #slots: PlannedSlots;
  readonly #accepted: AcceptedCounts;
  readonly #coverageText: CoverageText;
  readonly #duplicates: Duplicates;
  readonly #ahead: TargetsAhead;
  readonly #submissions: Submissions;
  readonly reviews: Reviews;
  /** What people look at. */
  readonly views: CampaignViews;
  readonly #workshop: Workshop;
  #closed = false;
  readonly #line = new WaitingLine((before, wanted) => this.#awaitTargets(before, wanted));
  /** No lease runs out before this moment of the clock. */
  #allStandUntil = -Infinity;
  #changed: () => void = () => {};
  #onRejectedCase: () => void = () => {};
  #onRejectedDraw: (fault: RejectedDraw) => void = () => {};
  /** Draws that broke a check of the target builder; expected: none. */
  rejectedDraws = 0;

  private constructor(pack: Pack, store: Store, row: CampaignRow, clock: Clock, workshop: Workshop, options: CampaignOptions) {
    this.pack = pack;
    this.store = store;
    this.row = row;
    this.#clock = clock;
    this.#workshop = workshop;
    this.#leaseMs = options.leaseMs;
    this.#slots = new PlannedSlots(store, pack.profile, row.seed, row.generationTarget);
    this.#accepted = new AcceptedCounts(pack.profile, store.slotStrata('accepted'));
    this.#coverageText = new CoverageText(pack.profile, row);
    this.#duplicates = knownTexts(store, options.seedTexts);
    this.#ahead = new TargetsAhead(workshop, row.seed, options.prepareAhead, (behind, limit) => this.#slots.behind(behind, limit));
    const parts = { pack, store, clock, workshop, duplicates: this.#duplicates, accepted: this.#accepted };
    this.#submissions = new Submissions(parts);
    this.reviews = new Reviews(parts);
    this.views = new CampaignViews({ pack, store, clock, row, duplicates: this.#duplicates, coverage: () => this.coverage() });
  }

  /** Opens the campaign of a store, or makes one. @throws UserError `other-seed`, `other-schema`, `other-profile`, `smaller-target` */
  static async open(pack: Pack, store: Store, clock: Clock, workshop: Workshop, options: CampaignOptions): Promise<Campaign> {
    const known = store.campaign();
    const fresh: CampaignRow = {
      profile: pack.profile.name,
      profileHash: profileHashOf(pack),
      pack: pack.name,
      schemaHash: pack.master.hash,
      seed: options.seed,
      targetTotalCases: options.targetTotalCases,
      generationTarget: options.generationTarget,
      seedCases: options.seedTexts.length,
      created: known?.created ?? isoOf(clock.now()),
      config: options.config,
    };
    if (known) checkSameCampaign(known, fresh);
    await store.write(() => store.saveCampaign(fresh));
    const campaign = new Campaign(pack, store, fresh, clock, workshop, options);
    await store.write(() => campaign.#slots.extend());
    void campaign.#ahead.fill();
    campaign.#readPast();
    return campaign;
  }

  /** Folds the events of earlier runs, a page between requests at a time, so that the first viewer does not wait for it. */
  #readPast(): void {
    if (!this.#closed && this.views.readPast()) setImmediate(() => this.#readPast());
  }

  /** Calls back for each target that broke a check and was drawn again: a bug to look at. */
  onRejectedDraw(listener: (fault: RejectedDraw) => void): void {
    this.#onRejectedDraw = listener;
  }

  /** Calls back after every change, for exports and live views. */
  onChange(listener: () => void): void {
    this.#changed = listener;
  }

  /** Calls back when a case left the accepted set. */
  onRejectedCase(listener: () => void): void {
    this.#onRejectedCase = listener;
  }

  /** How many targets wait for an agent. */
  get targetsAhead(): number {
    return this.#ahead.size;
  }

  /** Ends the work in the background; call it before the store and the workshop are closed. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#ahead.close();
  }

  coverage(): Coverage {
    return coverageOf(this.pack.profile, this.row, this.store.counts(), this.#accepted);
  }

  /** The same as JSON, for answers. */
  coverageJson(): string {
    return this.#coverageText.of(this.store.counts(), this.#accepted);
  }

  /** Open leases of this agent first, then new ones. */
  async next(request: NextOrder): Promise<NextAnswer> {
    if (request.force) this.#checkForce(request.force);
    await this.expire();
    const held = request.agent === undefined ? 0 : this.store.openLeases(request.agent).length;
    const wanted = request.force === undefined ? Math.max(0, request.count - held) : 0;
    return this.#line.pass(wanted, () => this.#issue(request));
  }

  async #issue(request: NextOrder): Promise<NextAnswer> {
    for (let round = 1; ; round++) {
      const answer = await this.store.write(() => this.#draw(request, round < MOST_ROUNDS));
      if (answer.kind !== 'unmade') {
        if (answer.kind === 'instructions') {
          this.#changed();
          void this.#ahead.fill();
        }
        return answer;
      }
      await this.#makeTargets(answer.slots);
    }
  }

  /** @param patient gives back the slots whose targets are not made, where there are any, so that none is made while everyone waits */
  #draw(request: NextOrder, patient: boolean): NextAnswer | { readonly kind: 'unmade'; readonly slots: readonly SlotKey[] } {
    const { force } = request;
    const held = request.agent === undefined ? [] : this.store.openLeases(request.agent).filter((lease) => matches(this.store.slot(lease.ordinal)!.stratum, force));
    const instructions = held.slice(0, request.count).map((lease) => this.#wire(lease, this.store.slot(lease.ordinal)!.stratum));
    const wanted = request.count - instructions.length;
    if (wanted > 0) {
      const slots = this.#slots.open(wanted, force);
      const unmade = patient ? this.#ahead.missing(slots) : [];
      if (unmade.length > 0) return { kind: 'unmade', slots: unmade };
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
  }

  /** Waits until the targets that a call is likely to get are made; calls before it get those before them. Where many wait, these do. */
  async #awaitTargets(before: number, wanted: number): Promise<void> {
    if (wanted === 0 || this.#ahead.size >= before + wanted + PLENTY) return;
    let slots: readonly SlotKey[] = this.store.openKeys(wanted, before);
    if (slots.length < wanted && !this.#slots.complete) slots = (await this.store.write(() => this.#slots.open(before + wanted))).slice(before);
    await this.#makeTargets(slots);
  }

  async #makeTargets(slots: readonly SlotKey[]): Promise<void> {
    await this.#ahead.make(slots, (ordinal) => this.store.slot(ordinal)!.stratum);
  }

  #checkForce(force: Force): void {
    for (const [name, level] of Object.entries(force)) {
      const axis = this.pack.profile.axes.find((item) => item.name === name);
      if (!axis) throw new CampaignProblem('bad-request', `unknown axis "${name}"; axes are ${this.pack.profile.axes.map((item) => item.name).join(', ')}`);
      if (!axis.levels.includes(level)) throw new CampaignProblem('bad-request', `axis "${name}" has no level "${level}"; it has ${axis.levels.map(String).join(', ')}`);
    }
  }

  #retryAfter(): number {
    const soonest = this.store.soonestExpiry() ?? 0;
    return Math.round(Math.min(5000, Math.max(250, soonest - this.#clock.now())));
  }

  #lease(slot: SlotRow, agent: string | null): Instruction {
    const target = this.#ahead.take(slot);
    this.rejectedDraws += target.rejectedDraws.length;
    for (const { draw, reason } of target.rejectedDraws) this.#onRejectedDraw({ seed: this.row.seed, ordinal: slot.ordinal, draw, reason });
    const now = this.#clock.now();
    const lease = this.store.addLease({
      ordinal: slot.ordinal,
      draw: slot.failures,
      agent,
      targetToon: target.toon,
      prompt: target.prompt,
      hints: target.hints,
      issuedAt: isoOf(now),
      expiresAt: this.#expiryAt(now),
    });
    this.store.setSlot(slot.ordinal, { state: 'leased' });
    this.store.addEvent('lease-granted', lease.issuedAt, agent, lease.number, { stratum: slot.stratum });
    return this.#wire(lease, slot.stratum);
  }

  #expiryAt(now: number): number {
    const expiresAt = now + this.#leaseMs;
    this.#allStandUntil = Math.min(this.#allStandUntil, expiresAt);
    return expiresAt;
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
    const lease = findLease(this.store, id);
    return { instruction: this.#wire(lease, this.store.slot(lease.ordinal)!.stratum), state: lease.state, agent: lease.agent, submissions: this.store.submissionsOf(lease.number) };
  }

  /** Gives back every open lease of an agent. @returns how many there were */
  async releaseAll(agent: string): Promise<number> {
    const given = await this.store.write(() => {
      const leases = this.store.openLeases(agent);
      for (const lease of leases) this.#giveBack(lease, 'released');
      return leases.length;
    });
    this.#changed();
    return given;
  }

  /** The gate's verdict on a text for an instruction; nothing is stored. */
  verdict(id: string, text: string): Promise<Verdict> {
    return this.#submissions.verdict(id, text);
  }

  /** The gate's verdict on a text beside any target. */
  async judge(order: JudgeOrder): Promise<Verdict> {
    return (await this.#workshop.judge(order)).verdict;
  }

  /** @throws CampaignProblem `case-refused` with all problems, or a lease's problem */
  async submit(submitted: SubmittedText): Promise<Accepted> {
    await this.expire();
    try {
      return await this.#submissions.submit(submitted);
    } finally {
      this.#changed();
    }
  }

  /** @throws CampaignProblem `not-accepted` where there is no such case (any more) */
  async review(id: string, decision: ReviewDecision): Promise<void> {
    await this.reviews.decide(id, decision);
    if (decision.verdict === 'reject') this.#onRejectedCase();
    this.#changed();
  }

  async renew(id: string, agent: string | undefined): Promise<Instruction> {
    await this.expire();
    const wire = await this.store.write(() => {
      const lease = findLease(this.store, id);
      checkOwner(lease, agent);
      if (lease.state !== 'issued') throw new CampaignProblem('lease-expired', `the lease of ${id} has ended (${lease.state}); ask for a new instruction`);
      const now = this.#clock.now();
      const expiresAt = this.#expiryAt(now);
      this.store.setInstruction(lease.number, { expiresAt });
      this.store.addEvent('lease-renewed', isoOf(now), lease.agent, lease.number, {});
      return this.#wire({ ...lease, expiresAt }, this.store.slot(lease.ordinal)!.stratum);
    });
    this.#changed();
    return wire;
  }

  async release(id: string, agent: string | undefined): Promise<void> {
    await this.store.write(() => {
      const lease = findLease(this.store, id);
      checkOwner(lease, agent);
      if (lease.state === 'issued') this.#giveBack(lease, 'released');
      else if (lease.state !== 'released') throw new CampaignProblem('lease-expired', `the lease of ${id} has ended (${lease.state}); there is nothing to give back`);
    });
    this.#changed();
  }

  /** Gives back every lease that ran out; its slot goes to the head of the queue. */
  async expire(): Promise<number> {
    const now = this.#clock.now();
    if (now < this.#allStandUntil) return 0;
    const expired = this.store.expiredLeases(now);
    if (expired.length === 0) {
      this.#allStandUntil = this.store.soonestExpiry() ?? Infinity;
      return 0;
    }
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
