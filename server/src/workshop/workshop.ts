import type { Judgement, JudgeOrder } from './judge-text.ts';
import type { PreparedTarget, TargetOrder } from './prepare-target.ts';

/** Where the heavy work of a campaign is done: targets and verdicts. Both are pure, so any thread will do. */
export interface Workshop {
  /** @param urgent someone waits for it */
  prepare(order: TargetOrder, urgent: boolean): Promise<PreparedTarget>;
  judge(order: JudgeOrder): Promise<Judgement>;
  /** At once and in this thread, where an answer cannot wait. */
  prepareNow(order: TargetOrder): PreparedTarget;
  close(): Promise<void>;
}
