import type { CampaignEvent, PairMatrix, Profile, Statistics, Stratum } from '@case-swarm/schema';
import type { Store } from '../store/store.ts';
import { PairCounts } from './pair-counts.ts';

const PAGE = 2000;
const WORST_PAIRS = 12;
const RATE_MINUTES = 10;
const MINUTE_MS = 60_000;

interface Tally {
  accepted: number;
  refused: number;
}

interface AgentTally extends Tally {
  expired: number;
  lastSeen: string;
  writer: string | null;
  /** Accepted by minute, the last few only. */
  readonly recent: Map<number, number>;
}

const NO_WRITER = '(not told)';
const writerOf = (event: CampaignEvent): string | undefined => event.data['writer'] as string | undefined;
const agentName = (agent: string | null): string => agent ?? '(no id)';

/**
 * What dashboards show, folded from the campaign's events: nothing of it is stored, and every viewer shares one fold.
 * It catches up when it is read.
 */
export class CampaignStatistics {
  readonly #store: Store;
  readonly #pairs: PairCounts;
  readonly #agents = new Map<string, AgentTally>();
  readonly #reasons = new Map<string, { readonly agents: Map<string, number>; readonly writers: Map<string, number> }>();
  readonly #writers = new Map<string, Tally>();
  readonly #alone = new Map<string, number>();
  readonly #minutes = new Map<number, Tally & { pairsSeen: number }>();
  #refused = 0;
  #rejected = 0;
  #last = 0;

  constructor(profile: Profile, store: Store) {
    this.#store = store;
    this.#pairs = new PairCounts(profile);
  }

  /** Reads what came since; true where there is more than a page, so that a start can go on between requests. */
  catchUp(pages = Infinity): boolean {
    for (let page = 0; page < pages; page++) {
      const events = this.#store.eventsFrom(this.#last, PAGE);
      for (const event of events) this.#fold(event);
      this.#last = events.at(-1)?.id ?? this.#last;
      if (events.length < PAGE) return false;
    }
    return true;
  }

  #fold(event: CampaignEvent): void {
    switch (event.type) {
      case 'case-accepted':
        this.#accepted(event);
        break;
      case 'case-refused':
        this.#refusal(event);
        break;
      case 'case-rejected':
        // A reviewer's name stands in the event; the case leaves the set.
        this.#rejected++;
        this.#pairs.add(this.#stratumOf(event), -1);
        return;
      case 'lease-expired':
        this.#agent(event).expired++;
        return;
      case 'lease-granted':
      case 'lease-renewed':
      case 'lease-released':
      case 'slot-parked':
        break;
      default:
        event.type satisfies never;
    }
    this.#agent(event).lastSeen = event.at;
  }

  #accepted(event: CampaignEvent): void {
    this.#pairs.add(this.#stratumOf(event), 1);
    const minute = minuteOf(event.at);
    const tally = this.#minute(minute);
    tally.accepted++;
    tally.pairsSeen = this.#pairs.seen;
    const agent = this.#agent(event);
    agent.accepted++;
    this.#writer(event).accepted++;
    agent.recent.set(minute, (agent.recent.get(minute) ?? 0) + 1);
    for (const old of agent.recent.keys()) if (old <= minute - RATE_MINUTES) agent.recent.delete(old);
  }

  #refusal(event: CampaignEvent): void {
    this.#refused++;
    const tally = this.#minute(minuteOf(event.at));
    tally.refused++;
    this.#agent(event).refused++;
    this.#writer(event).refused++;
    const codes = new Set(event.data['codes'] as string[]);
    for (const code of codes) {
      if (codes.size === 1) this.#alone.set(code, (this.#alone.get(code) ?? 0) + 1);
      const reason = this.#reasons.get(code) ?? { agents: new Map<string, number>(), writers: new Map<string, number>() };
      this.#reasons.set(code, reason);
      count(reason.agents, agentName(event.agent_id));
      count(reason.writers, writerOf(event) ?? NO_WRITER);
    }
  }

  /** Acceptances carry their stratum; a rejection is looked up. */
  #stratumOf(event: CampaignEvent): Stratum {
    const told = event.data['stratum'] as Stratum | undefined;
    if (told) return told;
    const number = Number(event.instruction_id!.slice(4));
    return this.#store.slot(this.#store.instruction(number)!.ordinal)!.stratum;
  }

  #writer(event: CampaignEvent): Tally {
    const name = writerOf(event) ?? NO_WRITER;
    let tally = this.#writers.get(name);
    if (!tally) this.#writers.set(name, (tally = { accepted: 0, refused: 0 }));
    return tally;
  }

  #agent(event: CampaignEvent): AgentTally {
    const name = agentName(event.agent_id);
    let agent = this.#agents.get(name);
    if (!agent) this.#agents.set(name, (agent = { accepted: 0, refused: 0, expired: 0, lastSeen: event.at, writer: null, recent: new Map() }));
    agent.writer = writerOf(event) ?? agent.writer;
    return agent;
  }

  #minute(minute: number): Tally & { pairsSeen: number } {
    let tally = this.#minutes.get(minute);
    if (!tally) this.#minutes.set(minute, (tally = { accepted: 0, refused: 0, pairsSeen: this.#pairs.seen }));
    return tally;
  }

  /** One pair of axes in full; undefined where there is no such pair. */
  matrix(first: string, second: string): PairMatrix | undefined {
    this.catchUp();
    return this.#pairs.matrix(first, second);
  }

  snapshot(nowMs: number): Pick<Statistics, 'refused' | 'rejected' | 'cases_per_minute' | 'minutes' | 'pairs' | 'agents' | 'reasons' | 'writers' | 'last_event'> {
    this.catchUp();
    const now = Math.floor(nowMs / MINUTE_MS);
    const rate = (recent: Iterable<[number, number]>): number => {
      let sum = 0;
      let first = now;
      for (const [minute, accepted] of recent)
        if (minute > now - RATE_MINUTES) {
          sum += accepted;
          first = Math.min(first, minute);
        }
      // The first and the last minute are there in part: a young campaign is measured over what it has.
      return rounded(sum / Math.max(0.5, Math.min(RATE_MINUTES, nowMs / MINUTE_MS - first)));
    };
    const leases = this.#store.leasesByAgent();
    return {
      refused: this.#refused,
      rejected: this.#rejected,
      cases_per_minute: rate([...this.#minutes].map(([minute, { accepted }]) => [minute, accepted])),
      minutes: [...this.#minutes].map(([minute, { accepted, refused, pairsSeen }]) => ({ minute, accepted, refused, pairs_seen: pairsSeen })),
      pairs: { possible: this.#pairs.possible, seen: this.#pairs.seen, worst: this.#pairs.worst(WORST_PAIRS) },
      agents: [...this.#agents]
        .map(([name, { accepted, refused, expired, lastSeen, writer, recent }]) => ({
          agent_id: name,
          open_leases: leases.get(name === '(no id)' ? null : name) ?? 0,
          accepted,
          refused,
          expired,
          last_seen: lastSeen,
          cases_per_minute: rate(recent),
          writer,
        }))
        .sort((a, b) => b.accepted - a.accepted || a.agent_id.localeCompare(b.agent_id)),
      reasons: [...this.#reasons]
        .map(([code, { agents, writers }]) => ({
          code,
          count: [...agents.values()].reduce((sum, texts) => sum + texts, 0),
          alone: this.#alone.get(code) ?? 0,
          agents: Object.fromEntries(agents),
          writers: Object.fromEntries(writers),
        }))
        .sort((a, b) => b.count - a.count),
      writers: [...this.#writers].map(([writer, { accepted, refused }]) => ({ writer, accepted, refused })).sort((a, b) => b.accepted + b.refused - a.accepted - a.refused),
      last_event: this.#last,
    };
  }
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

const minuteOf = (at: string): number => Math.floor(Date.parse(at) / MINUTE_MS);
const rounded = (value: number): number => Math.round(value * 100) / 100;
