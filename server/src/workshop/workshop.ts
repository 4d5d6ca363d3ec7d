import type { Pack } from '@case-swarm/schema';
import { judgeText, prepareTarget, type Judgement, type JudgeOrder, type PreparedTarget, type TargetOrder } from './tasks.ts';

/** Where the heavy work of a campaign is done: targets and verdicts. Both are pure, so any thread will do. */
export interface Workshop {
  prepare(order: TargetOrder): Promise<PreparedTarget>;
  judge(order: JudgeOrder): Promise<Judgement>;
  /** At once and in this thread, where an answer cannot wait. */
  prepareNow(order: TargetOrder): PreparedTarget;
  close(): Promise<void>;
}

/** Works in the caller's thread. */
export function inlineWorkshop(pack: Pack): Workshop {
  return {
    prepare: (order) => Promise.resolve(prepareTarget(pack, order)),
    judge: (order) => Promise.resolve(judgeText(pack, order)),
    prepareNow: (order) => prepareTarget(pack, order),
    close: () => Promise.resolve(),
  };
}
