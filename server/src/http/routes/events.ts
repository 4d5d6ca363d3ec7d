import type { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Services } from '../context.ts';

const POLL_MS = 250;
const PAGE = 200;

/** Server-sent events, resumable with `Last-Event-ID` (or `?after=`). */
export function eventRoutes(app: Hono, services: Services): void {
  app.get('/events', (context) => {
    const { store } = services.campaign;
    const asked = context.req.header('last-event-id') ?? context.req.query('after');
    let last = asked !== undefined && /^\d{1,15}$/.test(asked) ? Number(asked) : store.lastEvent();
    return streamSSE(context, async (stream) => {
      let idle = 0;
      while (!stream.aborted && !stream.closed && !services.stopping) {
        const events = store.eventsFrom(last, PAGE);
        for (const event of events) {
          await stream.writeSSE({ id: String(event.id), event: event.type, data: JSON.stringify(event) });
          last = event.id;
        }
        idle = events.length > 0 ? 0 : idle + 1;
        // A comment now and then shows both ends that the line is alive.
        if (idle % 60 === 59) await stream.write(': alive\n\n');
        if (events.length < PAGE) await stream.sleep(POLL_MS);
      }
    });
  });
}
