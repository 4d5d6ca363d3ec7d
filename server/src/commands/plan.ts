import { writeFileSync } from 'node:fs';
import { loadPack, UserError } from '@case-swarm/schema';
import { planHeatMap } from '../plan/heat-map.ts';
import { planReport } from '../plan/report.ts';
import { planSequence } from '../plan/sequence.ts';

export interface PlanOptions {
  readonly rows: number;
  readonly seed: number;
  readonly format: 'jsonl' | 'csv' | 'report';
  readonly pack?: string;
  readonly heatMap?: string;
}

export async function planCommand(options: PlanOptions): Promise<number> {
  const pack = await loadPack({ pack: options.pack });
  const sequence = planSequence(pack.profile, options.seed);
  const names = pack.profile.axes.map((axis) => axis.name);
  if (options.format === 'report') {
    const rows = Array.from({ length: options.rows }, () => sequence.next());
    process.stdout.write(planReport(pack.profile, rows));
    if (options.heatMap !== undefined) writeHeatMap(options.heatMap, planHeatMap(pack.profile, rows));
    return 0;
  }
  const lines: string[] = options.format === 'csv' ? [names.join(',')] : [];
  for (let row = 0; row < options.rows; row++) {
    const stratum = sequence.next();
    lines.push(options.format === 'csv' ? names.map((name) => stratum[name] ?? '').join(',') : JSON.stringify(stratum));
  }
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

function writeHeatMap(file: string, svg: string): void {
  try {
    writeFileSync(file, svg);
  } catch (error) {
    throw new UserError('unwritable', `cannot write ${file}: ${(error as Error).message}`, 2);
  }
  process.stdout.write(`heat map of all pairs in ${file}\n`);
}
