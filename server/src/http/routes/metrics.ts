import type { Hono } from 'hono';
import type { Services } from '../context.ts';

/** Prometheus text format. */
export function metricsRoutes(app: Hono, { campaign, startedAt }: Services): void {
  app.get('/metrics', (context) => {
    const counts = campaign.store.counts();
    const rows: [name: string, type: 'gauge' | 'counter', help: string, value: number][] = [
      ['cases_accepted_total', 'counter', 'Accepted cases', counts.accepted],
      ['instructions_issued_total', 'counter', 'Instructions issued', counts.issued],
      ['leases_open', 'gauge', 'Open leases', counts.leased],
      ['slots_open', 'gauge', 'Planned slots that wait for an agent', counts.open],
      ['slots_parked', 'gauge', 'Parked slots', counts.parked],
      ['generation_target', 'gauge', 'Cases to accept', campaign.row.generationTarget],
      ['target_draws_rejected_total', 'counter', 'Targets drawn again after a failed check', campaign.rejectedDraws],
      ['targets_ahead', 'gauge', 'Targets made before they are asked for', campaign.targetsAhead],
      ['uptime_seconds', 'gauge', 'Seconds since the start', Math.round((Date.now() - startedAt) / 1000)],
      ['resident_memory_bytes', 'gauge', 'Resident memory', process.memoryUsage.rss()],
    ];
    context.header('content-type', 'text/plain; version=0.0.4; charset=utf-8');
    return context.body(rows.map(([name, type, help, value]) => `# HELP case_swarm_${name} ${help}\n# TYPE case_swarm_${name} ${type}\ncase_swarm_${name} ${value}\n`).join(''));
  });
}
