import type { Level, Profile, Stratum } from '@case-swarm/schema';
import { planSequence, type PlanSequence } from '../plan/sequence.ts';
import type { SlotRow, Store } from '../store/store.ts';

/** Slots are planned in pages of this size: small ones, since requests wait while a page is made. */
const PAGE = 32;

/** Levels that a slot must have, by axis. */
export type Force = Readonly<Record<string, Level>>;

export const matches = (stratum: Stratum, force: Force | undefined): boolean => force === undefined || Object.entries(force).every(([axis, level]) => stratum[axis] === level);

/** The open slots of a campaign; rows of the plan become slots when they are needed. */
export class PlannedSlots {
  readonly #store: Store;
  readonly #profile: Profile;
  readonly #seed: number;
  readonly #most: number;
  #plan: PlanSequence;

  /** @param most rows that the campaign has */
  constructor(store: Store, profile: Profile, seed: number, most: number) {
    this.#store = store;
    this.#profile = profile;
    this.#seed = seed;
    this.#most = most;
    this.#plan = planSequence(profile, seed, store.loadPlan());
  }

  /** Whether every row of the plan is a slot. */
  get complete(): boolean {
    return this.#plan.row >= this.#most;
  }

  /** Open slots that fit; plans more, up to the whole campaign where one is forced, while there are too few. Within a write. */
  open(wanted: number, force?: Force): SlotRow[] {
    for (;;) {
      const slots = force ? this.#store.matchingSlots(wanted, (stratum) => matches(stratum, force)) : this.#store.openSlots(wanted);
      if (slots.length >= wanted || !this.extend()) return slots;
    }
  }

  /** Open slots behind an ordinal, for targets made ahead. */
  async behind(ordinal: number, limit: number): Promise<SlotRow[]> {
    const known = this.#store.slotsBehind(ordinal, limit);
    if (known.length > 0 || this.complete) return known;
    await this.#store.write(() => this.extend());
    return this.#store.slotsBehind(ordinal, limit);
  }

  /** Plans the next rows; false at the end of the plan. Within a write. */
  extend(): boolean {
    this.#goOnFromStored();
    const size = Math.min(PAGE, this.#most - this.#plan.row);
    if (size <= 0) return false;
    const first = this.#plan.row;
    this.#store.addSlots(Array.from({ length: size }, (_, k) => ({ ordinal: first + k, stratum: this.#plan.next() })));
    this.#store.savePlan(this.#plan.snapshot());
    return true;
  }

  /** Rows whose write failed (a full disk) are drawn again: without them the campaign would never end. */
  #goOnFromStored(): void {
    if (this.#store.plannedRows() !== this.#plan.row) this.#plan = planSequence(this.#profile, this.#seed, this.#store.loadPlan());
  }
}
