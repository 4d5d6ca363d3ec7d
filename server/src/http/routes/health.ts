import type { Health } from '@case-swarm/schema';
import type { Hono } from 'hono';
import type { Services } from '../context.ts';

export function healthRoutes(app: Hono, { campaign, ...services }: Services): void {
  app.get('/health', (context) => {
    const counts = campaign.store.counts();
    const health: Health = {
      ok: true,
      target_total_cases: campaign.row.targetTotalCases,
      generation_target: campaign.row.generationTarget,
      seed_cases: campaign.row.seedCases,
      issued: counts.issued,
      submitted: counts.accepted,
      training_cases_current: counts.accepted,
      parked: counts.parked,
      open_leases: counts.leased,
    };
    return context.json(health);
  });
  app.get('/ready', (context) => (services.stopping ? context.json({ ready: false }, 503) : context.json({ ready: true })));
}
