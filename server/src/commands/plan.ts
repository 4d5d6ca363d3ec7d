import { loadPack } from '@case-swarm/schema';
import { planSequence } from '../plan/sequence.ts';
import { planReport } from '../plan/report.ts';

export interface PlanOptions {
  readonly rows: number;
  readonly seed: number;
  readonly format: 'jsonl' | 'csv' | 'report';
  readonly pack?: string;
}

export async function planCommand(options: PlanOptions): Promise<number> {
  const pack = await loadPack({ pack: options.pack });
  const sequence = planSequence(pack.profile, options.seed);
  const names = pack.profile.axes.map((axis) => axis.name);
  if (options.format === 'report') {
    process.stdout.write(
      planReport(
        pack.profile,
        Array.from({ length: options.rows }, () => sequence.next()),
      ),
    );
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
