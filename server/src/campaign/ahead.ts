import type { Stratum } from '@case-swarm/schema';
import type { SlotKey } from '../store/store.ts';
import type { PreparedTarget } from '../workshop/prepare-target.ts';
import type { Workshop } from '../workshop/workshop.ts';

/** An open slot that may be asked for next. */
interface Ahead extends SlotKey {
  readonly stratum: Stratum;
}

/** Targets that are made before they are asked for, so that a lease costs a look-up and a row. Nothing here is state. */
export class TargetsAhead {
  readonly #workshop: Workshop;
  readonly #seed: number;
  readonly #most: number;
  /** Open slots behind an ordinal; extends the plan where it must. */
  readonly #slotsBehind: (ordinal: number, limit: number) => Promise<readonly Ahead[]>;
  readonly #ready = new Map<string, PreparedTarget>();
  readonly #making = new Map<string, Promise<void>>();
  #behind = -1;
  #filling: Promise<void> | undefined;
  #closed = false;

  constructor(workshop: Workshop, seed: number, most: number, slotsBehind: (ordinal: number, limit: number) => Promise<readonly Ahead[]>) {
    this.#workshop = workshop;
    this.#seed = seed;
    this.#most = most;
    this.#slotsBehind = slotsBehind;
  }

  /** The slot's target, from those made ahead or made now. */
  take({ ordinal, failures, stratum }: Ahead): PreparedTarget {
    const key = keyOf(ordinal, failures);
    const ready = this.#ready.get(key);
    this.#ready.delete(key);
    return ready ?? this.#workshop.prepareNow({ seed: this.#seed, ordinal, draw: failures, stratum });
  }

  /** Slots whose targets are not made. */
  missing(slots: readonly SlotKey[]): SlotKey[] {
    return slots.filter(({ ordinal, failures }) => !this.#ready.has(keyOf(ordinal, failures)));
  }

  /** Resolves when the slots' targets are made. */
  async make(slots: readonly SlotKey[], stratumOf: (ordinal: number) => Stratum): Promise<void> {
    await Promise.all(this.missing(slots).map(({ ordinal, failures }) => this.#make({ ordinal, failures, stratum: stratumOf(ordinal) })));
  }

  /** Never rejects: what cannot be made here is made at the lease. */
  #make(slot: Ahead, urgent = true): Promise<void> {
    const key = keyOf(slot.ordinal, slot.failures);
    if (this.#ready.has(key)) return Promise.resolve();
    let making = this.#making.get(key);
    if (!making) {
      making = this.#workshop
        .prepare({ seed: this.#seed, ordinal: slot.ordinal, draw: slot.failures, stratum: slot.stratum }, urgent)
        .then((made) => void this.#ready.set(key, made))
        .catch(() => {})
        .finally(() => this.#making.delete(key));
      this.#making.set(key, making);
    }
    return making;
  }

  /** How many targets wait. */
  get size(): number {
    return this.#ready.size;
  }

  /** Makes targets until enough wait or the plan is at its end. Never rejects: what cannot be made ahead is made at the lease. */
  fill(): Promise<void> {
    this.#filling ??= this.#fill().finally(() => (this.#filling = undefined));
    return this.#filling;
  }

  async #fill(): Promise<void> {
    // A page at a time: one look-up for each that is taken would cost more than the lease.
    if (this.#ready.size > this.#most - Math.min(PAGE, this.#most / 2)) return;
    while (!this.#closed && this.#ready.size < this.#most) {
      const slots = await this.#slotsBehind(this.#behind, Math.min(PAGE, this.#most - this.#ready.size)).catch(() => []);
      if (slots.length === 0) break;
      this.#behind = slots.at(-1)!.ordinal;
      await Promise.all(slots.map((slot) => this.#make(slot, false)));
    }
  }

  /** Ends what is under way; nothing is written after it. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#filling;
  }
}

const PAGE = 32;
const keyOf = (ordinal: number, draw: number): string => `${ordinal}.${draw}`;
