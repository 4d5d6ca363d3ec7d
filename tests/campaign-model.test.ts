import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { loadPack, type Instruction } from '@case-swarm/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Campaign } from '../server/src/campaign/campaign.ts';
import { CampaignProblem } from '../server/src/campaign/errors.ts';
import { planSequence } from '../server/src/plan/sequence.ts';
import { openSqliteStore } from '../server/src/store/sqlite.ts';
import type { Store } from '../server/src/store/store.ts';
import { inlineWorkshop } from '../server/src/workshop/inline.ts';
import { goodText } from './writer.ts';

/**
 * Agents that draw, renew, give back, vanish and submit good, bad, late and twice, under a clock that moves. What must
 * hold at every moment is small: the model is the set of acknowledged cases.
 */
const pack = await loadPack();
const ROWS = 12;
const LEASE_MS = 60_000;
const AGENTS = ['a', 'b', 'c'] as const;

interface Model {
  /** Instruction to the text that was acknowledged. */
  readonly accepted: Map<string, string>;
}

interface Real {
  readonly campaign: Campaign;
  readonly store: Store;
  readonly clock: { time: number };
  /** All instructions that were ever handed out, and to whom. */
  readonly drawn: { instruction: Instruction; agent: string }[];
}

const pick = (real: Real, at: number): { instruction: Instruction; agent: string } | undefined => real.drawn[at % Math.max(1, real.drawn.length)];

/** What must hold after every step. */
function checkInvariants(model: Model, { store, campaign }: Real): void {
  const cases = store.casesFrom(0, 1000);
  expect(new Set(cases.map((row) => row.instruction.ordinal)).size, 'a slot has one case at most').toBe(cases.length);
  expect(new Map(cases.map((row) => [`INS-${String(row.instruction.number).padStart(4, '0')}`, row.submission.caseText])), 'acknowledged cases are the stored ones').toEqual(
    model.accepted,
  );
  const counts = store.counts();
  expect(counts.accepted).toBe(model.accepted.size);
  expect(counts.open + counts.leased + counts.accepted + counts.parked, 'no slot is lost').toBeLessThanOrEqual(ROWS);
  expect(store.issuedLeases().length, 'a leased slot has one open lease').toBe(counts.leased);
  expect(new Set(store.issuedLeases().map((lease) => lease.ordinal)).size).toBe(counts.leased);
  expect(campaign.coverage().training_cases_current).toBe(model.accepted.size);
  // At any moment the accepted set strays from the plan by the slots that are still out, and no more.
  for (const rows of Object.values(campaign.coverage().dimensions)) {
    const current = Object.values(rows).reduce((sum, row) => sum + row.current, 0);
    expect(current).toBeLessThanOrEqual(model.accepted.size);
  }
}

abstract class Step implements fc.AsyncCommand<Model, Real> {
  check(): boolean {
    return true;
  }
  async run(model: Model, real: Real): Promise<void> {
    await this.act(model, real);
    checkInvariants(model, real);
  }
  abstract act(model: Model, real: Real): Promise<void>;
  abstract toString(): string;
}

class Draw extends Step {
  readonly agent: string;
  readonly count: number;
  constructor(agent: string, count: number) {
    super();
    this.agent = agent;
    this.count = count;
  }
  async act(_model: Model, real: Real): Promise<void> {
    const held = real.store.openLeases(this.agent).filter((lease) => lease.expiresAt > real.clock.time);
    const next = await real.campaign.next({ agent: this.agent, count: this.count });
    if (next.kind !== 'instructions') return;
    expect(
      held.slice(0, this.count).map((lease) => lease.number),
      'open leases come first',
    ).toEqual(next.instructions.slice(0, Math.min(this.count, held.length)).map((row) => Number(row.instruction_id.slice(4))));
    for (const instruction of next.instructions) real.drawn.push({ instruction, agent: this.agent });
  }
  toString = (): string => `draw(${this.agent}, ${this.count})`;
}

class Submit extends Step {
  readonly at: number;
  readonly kind: 'good' | 'bad' | 'twice' | 'stranger';
  constructor(at: number, kind: 'good' | 'bad' | 'twice' | 'stranger') {
    super();
    this.at = at;
    this.kind = kind;
  }
  async act(model: Model, real: Real): Promise<void> {
    const drawn = pick(real, this.at);
    if (!drawn) return;
    const id = drawn.instruction.instruction_id;
    const text = this.kind === 'bad' ? `Bonjour, voici le texte ${this.at}.` : goodText(pack, drawn.instruction, this.at % 3);
    const agent = this.kind === 'stranger' ? 'z' : drawn.agent;
    const submit = async (): Promise<'stored' | CampaignProblem> => {
      try {
        await real.campaign.submit({ instructionId: id, agent, text });
        return 'stored';
      } catch (error) {
        if (error instanceof CampaignProblem) return error;
        throw error;
      }
    };
    const first = await submit();
    if (this.kind === 'stranger') return expect(first).toMatchObject({ code: 'not-your-lease' });
    if (first === 'stored') {
      if (model.accepted.has(id)) expect(model.accepted.get(id), 'another text for an accepted instruction is not stored').toBe(text);
      model.accepted.set(id, text);
    } else expect(['case-refused', 'lease-expired', 'already-accepted']).toContain(first.code);
    if (this.kind === 'twice') {
      const second = await submit();
      expect(second === 'stored' ? second : second.code, 'the same text gets the same answer').toBe(first === 'stored' ? first : first.code);
    }
  }
  toString = (): string => `submit(#${this.at}, ${this.kind})`;
}

class Renew extends Step {
  readonly at: number;
  readonly release: boolean;
  constructor(at: number, release: boolean) {
    super();
    this.at = at;
    this.release = release;
  }
  async act(_model: Model, real: Real): Promise<void> {
    const drawn = pick(real, this.at);
    if (!drawn) return;
    const { instruction_id: id } = drawn.instruction;
    await (this.release ? real.campaign.release(id, drawn.agent) : real.campaign.renew(id, drawn.agent)).catch((error: unknown) =>
      expect(error).toMatchObject({ code: 'lease-expired' }),
    );
  }
  toString = (): string => `${this.release ? 'release' : 'renew'}(#${this.at})`;
}

class Pass extends Step {
  readonly ms: number;
  constructor(ms: number) {
    super();
    this.ms = ms;
  }
  async act(_model: Model, real: Real): Promise<void> {
    real.clock.time += this.ms;
    await real.campaign.expire();
    for (const lease of real.store.issuedLeases()) expect(lease.expiresAt).toBeGreaterThan(real.clock.time);
  }
  toString = (): string => `pass(${this.ms} ms)`;
}

class Reject extends Step {
  readonly at: number;
  constructor(at: number) {
    super();
    this.at = at;
  }
  async act(model: Model, real: Real): Promise<void> {
    const id = [...model.accepted.keys()][this.at];
    if (id === undefined) return;
    await real.campaign.review(id, { verdict: 'reject', reason: 'test' });
    model.accepted.delete(id);
    await expect(real.campaign.review(id, { verdict: 'reject', reason: 'twice' })).rejects.toMatchObject({ code: 'not-accepted' });
  }
  toString = (): string => `reject(#${this.at})`;
}

async function open(file: string, seed: number): Promise<Real> {
  const store = openSqliteStore(file);
  const clock = { time: 1_700_000_000_000 };
  const campaign = await Campaign.open(pack, store, { now: () => clock.time }, inlineWorkshop(pack), {
    seed,
    targetTotalCases: ROWS,
    generationTarget: ROWS,
    seedTexts: [],
    leaseMs: LEASE_MS,
    prepareAhead: 4,
    config: {},
  });
  return { campaign, store, clock, drawn: [] };
}

/** Ends the campaign with willing agents. */
async function finish(model: Model, real: Real): Promise<void> {
  real.clock.time += LEASE_MS + 1;
  for (let round = 0; round < 400; round++) {
    const next = await real.campaign.next({ agent: 'finisher', count: 4 });
    if (next.kind === 'done') return;
    if (next.kind === 'wait') {
      real.clock.time += LEASE_MS + 1;
      continue;
    }
    for (const instruction of next.instructions) {
      const text = goodText(pack, instruction, round);
      const stored = await real.campaign.submit({ instructionId: instruction.instruction_id, agent: 'finisher', text }).catch((error: unknown) => {
        if (error instanceof CampaignProblem) return undefined;
        throw error;
      });
      if (stored) model.accepted.set(instruction.instruction_id, text);
    }
  }
  throw new Error('the campaign did not end');
}

test('whatever agents do, each slot ends with one case, none is lost, and the set is the plan', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'model-'));
  let run = 0;
  const index = fc.nat({ max: 30 });
  const steps = fc.commands(
    [
      fc.tuple(fc.constantFrom(...AGENTS), fc.integer({ min: 1, max: 4 })).map(([agent, count]) => new Draw(agent, count)),
      fc
        .tuple(index, fc.constantFrom('good' as const, 'good' as const, 'bad' as const, 'bad' as const, 'twice' as const, 'stranger' as const))
        .map(([at, kind]) => new Submit(at, kind)),
      fc.tuple(index, fc.boolean()).map(([at, release]) => new Renew(at, release)),
      fc.constantFrom(1000, 20_000, LEASE_MS + 1).map((ms) => new Pass(ms)),
      fc.nat({ max: 3 }).map((at) => new Reject(at)),
    ],
    { maxCommands: 60, size: 'max' },
  );
  try {
    await fc.assert(
      fc.asyncProperty(steps, fc.nat({ max: 1000 }), async (commands, seed) => {
        const real = await open(path.join(folder, `${run++}.db`), seed);
        const model: Model = { accepted: new Map() };
        try {
          await fc.asyncModelRun(() => ({ model, real }), commands);
          await finish(model, real);
          checkInvariants(model, real);
          const parked = real.store.counts().parked;
          expect(real.store.counts().accepted).toBe(ROWS - parked);
          const plan = planSequence(pack.profile, seed);
          const rows = Array.from({ length: ROWS }, () => JSON.stringify(plan.next()));
          const done = real.store.casesFrom(0, 100).map((row) => JSON.stringify(row.stratum));
          const left = Array.from(real.store.slotStrata('parked'), (row) => JSON.stringify(row));
          expect([...done, ...left].sort()).toEqual(rows.sort());
        } finally {
          await real.campaign.close();
          real.store.close();
        }
      }),
      { numRuns: 25 },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 240_000);

test('a wall clock that jumps neither ends nor revives a lease', async () => {
  const { processClock } = await import('../server/src/campaign/clock.ts');
  const clock = processClock();
  const before = clock.now();
  const wall = Date.now;
  try {
    Date.now = () => wall() + 86_400_000;
    expect(clock.now() - before).toBeLessThan(60_000);
    Date.now = () => wall() - 86_400_000;
    expect(clock.now()).toBeGreaterThanOrEqual(before);
  } finally {
    Date.now = wall;
  }
});
