import type { Statistics } from '@case-swarm/schema';
import { useEffect, useState } from 'preact/hooks';
import { ApiError, api } from './api.ts';

export interface Live {
  readonly statistics: Statistics | undefined;
  readonly connection: 'connecting' | 'live' | 'lost' | 'signed-out';
  /** Reads anew now. */
  readonly refresh: () => void;
}

/** Events come by the hundred a second; figures are read at most this often. */
const LEAST_MS = 1000;
const AGAIN_MS = 1500;
const EVENTS = ['lease-granted', 'lease-expired', 'lease-released', 'case-accepted', 'case-refused', 'slot-parked', 'case-rejected'];

/** The campaign's figures, read when an event says that something changed; a lost server is told and found again. */
export function useLive(): Live {
  const [statistics, setStatistics] = useState<Statistics>();
  const [connection, setConnection] = useState<Live['connection']>('connecting');
  const [round, setRound] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let source: EventSource | undefined;
    let last = 0;
    let over = false;
    const read = async (): Promise<void> => {
      timer = undefined;
      last = Date.now();
      try {
        const read = await api.statistics();
        if (over) return;
        setStatistics(read);
        setConnection('live');
        if (!source) listen(read.last_event);
      } catch (error) {
        if (over) return;
        if (error instanceof ApiError && error.status === 401) return setConnection('signed-out');
        setConnection('lost');
        schedule(AGAIN_MS);
      }
    };
    const schedule = (delay: number): void => {
      timer ??= setTimeout(() => void read(), delay);
    };
    const changed = (): void => schedule(Math.max(0, last + LEAST_MS - Date.now()));
    const listen = (after: number): void => {
      // The browser itself resumes a broken stream with Last-Event-ID.
      source = new EventSource(`/events?after=${after}`);
      for (const type of EVENTS) source.addEventListener(type, changed);
      source.addEventListener('error', () => {
        setConnection((now) => (now === 'signed-out' ? now : 'lost'));
        schedule(AGAIN_MS);
      });
      source.addEventListener('open', () => schedule(0));
    };
    void read();
    return () => {
      over = true;
      clearTimeout(timer);
      source?.close();
    };
  }, [round]);
  return { statistics, connection, refresh: () => setRound((value) => value + 1) };
}
