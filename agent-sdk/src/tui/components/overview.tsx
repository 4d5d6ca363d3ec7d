import { Text } from 'ink';
import type { ReactElement } from 'react';
import type { Statistics } from '@case-swarm/schema';
import { bar, duration, fit, sparkline } from '../drawing.ts';

/** Three lines at the top of every view: progress, rates, balance. */
export function Overview({ statistics, width }: { readonly statistics: Statistics; readonly width: number }): ReactElement {
  const { coverage, cases_per_minute: rate, minutes, refused, open_leases, parked, worst_margin, pairs } = statistics;
  const done = coverage.generation_target - coverage.remaining;
  const judged = coverage.training_cases_current + refused;
  const acceptance = judged > 0 ? `${Math.round((100 * coverage.training_cases_current) / judged)} %` : '–';
  const left = coverage.remaining === 0 ? 'done' : `${duration((coverage.remaining / rate) * 60)} left`;
  const counted = ` ${coverage.training_cases_current}/${coverage.generation_target}  ${left}`;
  const barWidth = Math.max(10, width - counted.length - 1);
  const rates = `${rate.toFixed(0)} cases/min  accepted ${acceptance}  ${open_leases} at work  ${parked} parked  `;
  return (
    <>
      <Text>
        <Text color="green">{bar(done / Math.max(1, coverage.generation_target), barWidth)}</Text>
        <Text bold>{counted}</Text>
      </Text>
      <Text wrap="truncate">
        {rates}
        <Text color="cyan">
          {sparkline(
            minutes.map(({ accepted }) => accepted),
            Math.max(0, width - rates.length - 1),
          )}
        </Text>
      </Text>
      <Text dimColor wrap="truncate">
        {fit(`worst margin ${worst_margin.toFixed(1)} rows  pairs seen ${pairs.seen} of ${pairs.possible}`, width)}
      </Text>
    </>
  );
}
