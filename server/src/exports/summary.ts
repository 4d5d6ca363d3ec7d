import type { Coverage } from '@case-swarm/schema';
import type { ExportedCampaign } from './exported-campaign.ts';

/** `summary.json`, and the JSON of `/dashboard`. */
export function summaryOf(campaign: ExportedCampaign, coverage = campaign.coverage()): Record<string, unknown> {
  const counts = campaign.store.counts();
  return {
    campaign: { profile: campaign.row.profile, pack: campaign.row.pack, seed: campaign.row.seed, schema_hash: campaign.row.schemaHash, created: campaign.row.created },
    ...coverage,
    open_leases: counts.leased,
    parked: counts.parked,
  };
}

export function summaryMarkdown(coverage: Coverage): string {
  const lines = [
    '# Campaign',
    '',
    `- cases accepted: ${coverage.training_cases_current} of ${coverage.generation_target}`,
    `- instructions issued: ${coverage.issued}`,
    `- seed cases: ${coverage.seed_cases}`,
    '',
  ];
  for (const [axis, levels] of Object.entries(coverage.dimensions)) {
    lines.push(`## ${axis}`, '', '| level | share | plan | accepted | gap |', '| --- | ---: | ---: | ---: | ---: |');
    for (const [level, row] of Object.entries(levels)) lines.push(`| ${level} | ${row.target_share} | ${row.target_count} | ${row.current} | ${row.gap} |`);
    lines.push('');
  }
  return lines.join('\n');
}
