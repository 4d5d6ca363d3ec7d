import { useEffect, useReducer, type Dispatch } from 'react';
import { pause, type CaseClient } from '../client.ts';
import { firstState, swarmReducer, type SwarmAction, type SwarmState } from './swarm-state.ts';

const READ_MS = 1000;
const AGAIN_MS = 1500;

/** The campaign as it goes: figures read once a second, verdicts as they come; a lost connection is told and tried again. */
export function useCampaign(client: CaseClient, server: string): [SwarmState, Dispatch<SwarmAction>] {
  const [state, dispatch] = useReducer(swarmReducer, server, firstState);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const untilStopped = async (step: () => Promise<void>): Promise<void> => {
      while (!signal.aborted) {
        try {
          await step();
        } catch (error) {
          if (signal.aborted) return;
          dispatch({ type: 'connection-lost', message: (error as Error).message });
        }
        await pause(AGAIN_MS, signal).catch(() => {});
      }
    };
    void untilStopped(async () => {
      for (;;) {
        dispatch({ type: 'statistics-read', statistics: await client.statistics(signal) });
        await pause(READ_MS, signal);
      }
    });
    let last: number | undefined;
    void untilStopped(async () => {
      for await (const event of client.events(last, signal)) {
        last = event.id;
        dispatch({ type: 'event-received', event });
      }
    });
    return () => controller.abort(new Error('stopped'));
  }, [client, server]);
  return [state, dispatch];
}
