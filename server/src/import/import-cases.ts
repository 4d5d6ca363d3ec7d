import { decodeToon, encodeToon, leavesOf, type Hints, type Pack, type Payload, type Stratum } from '@case-swarm/schema';
import { knownTexts } from '../campaign/known-texts.ts';
import type { Duplicates } from '../gate/duplicate/duplicates.ts';
import { exactHash, fingerprintOf } from '../gate/duplicate/fingerprint.ts';
import { judge } from '../gate/run.ts';
import { warn, type Problem, type Verdict } from '../gate/verdict.ts';
import { frenchDictionary } from '../language/french-dictionary.ts';
import { planSequence, type PlanSequence } from '../plan/sequence.ts';
import type { CampaignRow, Store } from '../store/store.ts';
import type { EarlierCase } from './earlier-state.ts';
import { measuredStratum } from './measured-stratum.ts';

export type Outcome = 'kept' | 'marked' | 'refused' | 'open' | 'known';

/** What became of one instruction of the folder. */
export interface Imported {
  readonly id: string;
  readonly outcome: Outcome;
  readonly problems: readonly Problem[];
}

export interface ImportOptions {
  readonly pack: Pack;
  readonly store: Store;
  readonly campaign: CampaignRow;
  /** Refused texts are kept and marked. */
  readonly keepAll: boolean;
  readonly leaseMs: number;
  readonly now: number;
  readonly source: string;
}

/** Judges cases of another campaign and takes the good ones in, with their ids; the plan goes on behind them and evens out what they leave. */
export class CaseImport {
  readonly #options: ImportOptions;
  readonly #duplicates: Duplicates;
  readonly #plan: PlanSequence;

  constructor(options: ImportOptions) {
    const { store, pack, campaign } = options;
    this.#options = options;
    this.#plan = planSequence(pack.profile, campaign.seed, store.loadPlan());
    this.#duplicates = knownTexts(store, []);
  }

  /** Cases of one page share a transaction. */
  take(cases: readonly EarlierCase[]): Promise<Imported[]> {
    return this.#options.store.write(() => {
      const outcomes = cases.map((one) => this.#takeOne(one));
      this.#options.store.savePlan(this.#plan.snapshot());
      return outcomes;
    });
  }

  #takeOne(one: EarlierCase): Imported {
    const { store, pack, keepAll, leaseMs, now } = this.#options;
    const known = store.instruction(one.number);
    let target: Payload;
    try {
      target = decodeToon(one.targetToon);
    } catch (error) {
      return { id: one.id, outcome: 'refused', problems: [problem('target-unreadable', `La cible n'est pas du TOON lisible : ${(error as Error).message}`)] };
    }
    if (one.text === undefined) {
      if (known) return { id: one.id, outcome: 'known', problems: [] };
      const stratum = measuredStratum(pack, one.dimensions, target, { accepted: false, problems: [], evidence: {}, measures: { words: 0 } });
      this.#addInstruction(one, target, stratum, 'issued', now + leaseMs);
      return { id: one.id, outcome: 'open', problems: [] };
    }
    const judged = judge({ pack, dictionary: frenchDictionary(), text: one.text, target, hints: one.hints as Hints });
    const fingerprint = fingerprintOf(one.text);
    const { problem: duplicate, nearest } = this.#duplicates.find(fingerprint);
    const own = nearest?.known.kind === 'case' && nearest.known.number === one.number;
    const problems = [...judged.problems, ...unknownPaths(pack, target), ...(duplicate && !own ? [duplicate] : [])];
    const accepted = problems.every((item) => item.severity !== 'refuse');
    if (known) return { id: one.id, outcome: known.state === 'accepted' || accepted ? 'known' : 'refused', problems };
    if (!accepted && !keepAll) return { id: one.id, outcome: 'refused', problems };

    const verdict: Verdict = { ...judged, accepted, problems };
    const stratum = measuredStratum(pack, one.dimensions, target, verdict);
    const ordinal = this.#addInstruction(one, target, stratum, 'accepted', now);
    const at = one.submittedAt ?? one.issuedAt ?? new Date(now).toISOString();
    const submission = store.addSubmission({
      instruction: one.number,
      agent: one.agent,
      textHash: exactHash(one.text),
      caseText: one.text,
      accepted: true,
      validation: { ...verdict, source: 'imported', imported_from: this.#options.source },
      receivedAt: at,
    });
    const { textHash, skeleton, textSignature, skeletonSignature } = fingerprint;
    store.acceptCase({ instruction: one.number, ordinal, submission, textHash, skeleton, textSignature, skeletonSignature });
    store.addEvent('case-accepted', at, one.agent, one.number, { stratum, words: one.text.split(/\s+/).length, imported: true });
    this.#duplicates.addCase(one.number, fingerprint);
    return { id: one.id, outcome: accepted ? 'kept' : 'marked', problems };
  }

  /** A slot behind the plan so far, which counts it, and its instruction. @returns the slot's ordinal */
  #addInstruction(one: EarlierCase, target: Payload, stratum: Stratum, state: 'issued' | 'accepted', expiresAt: number): number {
    const { store } = this.#options;
    const ordinal = this.#plan.row;
    this.#plan.include(stratum);
    store.addSlots([{ ordinal, stratum }]);
    store.setSlot(ordinal, { state: state === 'issued' ? 'leased' : 'accepted' });
    store.importInstruction({
      number: one.number,
      ordinal,
      draw: 0,
      agent: one.agent,
      // As it was, unless our own codec writes it in another way: then as it is read.
      targetToon: encodeToon(target),
      prompt: one.prompt,
      hints: one.hints as Hints,
      issuedAt: one.issuedAt ?? new Date(this.#options.now).toISOString(),
      expiresAt,
      attempts: 0,
      state,
    });
    return ordinal;
  }
}

const problem = (code: string, message: string): Problem => ({ code, severity: 'refuse', message });

/** Paths that the schema does not know are told: their values are checked for form only. */
const unknownPaths = (pack: Pack, target: Payload): Problem[] =>
  leavesOf(target)
    .filter(({ pattern }) => !pack.master.leaves.has(pattern))
    .map(({ path }) => warn('unknown-path', `Le schéma ne connaît pas « ${path} » ; ce fait n'est vérifié que dans sa forme.`, { path }));
