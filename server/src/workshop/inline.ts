import type { Pack } from '@case-swarm/schema';
import { judgeText } from './judge-text.ts';
import { prepareTarget } from './prepare-target.ts';
import type { Workshop } from './workshop.ts';

/** Works in the caller's thread. */
export function inlineWorkshop(pack: Pack): Workshop {
  return {
    prepare: (order) => Promise.resolve(prepareTarget(pack, order)),
    judge: (order) => Promise.resolve(judgeText(pack, order)),
    prepareNow: (order) => prepareTarget(pack, order),
    close: () => Promise.resolve(),
  };
}
