import { Text } from 'ink';
import type { ReactElement } from 'react';
import type { Statistics } from '@case-swarm/schema';
import { fit, signed } from '../drawing.ts';

/** The pairs of levels furthest from the plan for as many cases. */
export function Pairs({ statistics, width, rows }: { readonly statistics: Statistics; readonly width: number; readonly rows: number }): ReactElement {
  const name = Math.max(20, Math.floor((width - 24) / 2));
  return (
    <>
      <Text bold wrap="truncate">{`${fit('level', name)} ${fit('beside', name)}${'has'.padStart(6)}${'plan'.padStart(8)}${'off'.padStart(7)}`}</Text>
      {statistics.pairs.worst.slice(0, Math.max(0, rows - 1)).map(({ axes, levels, accepted, plan, off }) => (
        <Text key={`${axes.join()}${levels.join()}`} wrap="truncate">
          {`${fit(`${axes[0]} ${levels[0]}`, name)} ${fit(`${axes[1]} ${levels[1]}`, name)}${String(accepted).padStart(6)}${plan.toFixed(1).padStart(8)}${signed(off).padStart(7)}`}
        </Text>
      ))}
    </>
  );
}
