import type { ImportFault } from './earlier-state.ts';
import type { Imported, Outcome } from './import-cases.ts';

const MOST_LISTED = 500;
const words: Readonly<Record<Outcome, string>> = {
  kept: 'accepted and kept',
  marked: 'refused, kept and marked (--keep-all)',
  refused: 'refused',
  open: 'open, kept as leases that run out',
  known: 'here already',
};

/** Collects outcomes: counts and reasons for people; the lines for programs are written as they come. */
export class ImportReport {
  readonly counts: Record<Outcome, number> = { kept: 0, marked: 0, refused: 0, open: 0, known: 0 };
  readonly #reasons = new Map<string, number>();
  readonly #refused: string[] = [];

  add({ id, outcome, problems }: Imported): void {
    this.counts[outcome]++;
    if (outcome !== 'refused' && outcome !== 'marked') return;
    const refusals = problems.filter((problem) => problem.severity === 'refuse');
    for (const code of new Set(refusals.map((problem) => problem.code))) this.#reasons.set(code, (this.#reasons.get(code) ?? 0) + 1);
    if (this.#refused.length < MOST_LISTED)
      this.#refused.push(`- \`${id}\`: ${refusals.map(({ code, path, message }) => `**${code}**${path === undefined ? '' : ` \`${path}\``} ${message}`).join(' · ')}`);
  }

  markdown(folder: string, faults: readonly ImportFault[]): string {
    const rows = Object.entries(this.counts).filter(([, count]) => count > 0);
    const reasons = [...this.#reasons].sort((a, b) => b[1] - a[1]);
    const section = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines]);
    return [
      `# Import of ${folder}`,
      '',
      '| instructions | |',
      '| --- | ---: |',
      ...rows.map(([outcome, count]) => `| ${words[outcome as Outcome]} | ${count} |`),
      ...section('Why texts were refused', reasons.length === 0 ? [] : ['| reason | texts |', '| --- | ---: |', ...reasons.map(([code, count]) => `| \`${code}\` | ${count} |`)]),
      ...section(
        'What could not be read',
        faults.slice(0, MOST_LISTED).map(({ file, line, reason }) => `- ${file}${line === undefined ? '' : `, line ${line}`}: ${reason}`),
      ),
      ...section('Refused texts', this.#refused),
      ...(this.#refused.length === MOST_LISTED ? ['', `The first ${MOST_LISTED}; all stand in import-report.jsonl.`] : []),
      '',
    ].join('\n');
  }
}
