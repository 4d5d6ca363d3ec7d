import { Text } from 'ink';
import type { ReactElement } from 'react';
import type { Statistics } from '@case-swarm/schema';
import { duration, fit } from '../drawing.ts';

interface AgentsProps {
  readonly statistics: Statistics;
  readonly filter: string;
  readonly width: number;
  readonly rows: number;
  readonly scroll: number;
  readonly now: number;
}

/** Seconds without a sign of life after which an agent is called quiet. */
const QUIET_S = 120;

/** One line an agent: what it does, what it brought home, when it was last seen. */
export function Agents({ statistics, filter, width, rows, scroll, now }: AgentsProps): ReactElement {
  const agents = statistics.agents.filter(({ agent_id }) => agent_id.toLowerCase().includes(filter.trim().toLowerCase()));
  const name = Math.max(12, width - 56);
  const from = Math.min(scroll, Math.max(0, agents.length - rows + 1));
  return (
    <>
      <Text
        bold
        wrap="truncate"
      >{`${fit('agent', name)} ${fit('state', 8)}${'cases'.padStart(7)}${'refused'.padStart(9)}${'lapsed'.padStart(8)}${'/min'.padStart(8)}  last seen`}</Text>
      {agents.slice(from, from + rows - 1).map(({ agent_id, open_leases, accepted, refused, expired, last_seen, cases_per_minute }) => {
        const idle = (now - Date.parse(last_seen)) / 1000;
        const state = open_leases > 0 ? (idle > QUIET_S ? 'quiet' : 'working') : 'away';
        return (
          <Text key={agent_id} wrap="truncate">
            {`${fit(agent_id, name)} `}
            <Text {...(state === 'quiet' ? { color: 'yellow' } : state === 'working' ? { color: 'green' } : { dimColor: true })}>{fit(state, 8)}</Text>
            {`${String(accepted).padStart(7)}${String(refused).padStart(9)}${String(expired).padStart(8)}${cases_per_minute.toFixed(1).padStart(8)}  ${duration(Math.max(0, idle))} ago`}
          </Text>
        );
      })}
      {agents.length === 0 ? <Text dimColor>{statistics.agents.length === 0 ? 'no agent yet: npx case-agent --id agent-01' : 'no agent of that name'}</Text> : null}
    </>
  );
}
