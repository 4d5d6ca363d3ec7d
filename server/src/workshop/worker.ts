import { loadPack, type PackOptions } from '@case-swarm/schema';
import { workerData } from 'piscina';
import { judgeText, type Judgement, type JudgeOrder } from './judge-text.ts';
import { prepareTarget, type PreparedTarget, type TargetOrder } from './prepare-target.ts';

// Each thread loads the pack itself, since rules and phrases are functions.
const pack = await loadPack(workerData as PackOptions);

export const prepare = (order: TargetOrder): PreparedTarget => prepareTarget(pack, order);
export const judge = (order: JudgeOrder): Judgement => judgeText(pack, order);
