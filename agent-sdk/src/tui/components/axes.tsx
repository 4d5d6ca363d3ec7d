import { Text } from 'ink';
import type { ReactElement } from 'react';
import type { Statistics } from '@case-swarm/schema';
import { bar, fit, signed } from '../drawing.ts';

interface Line {
  readonly key: string;
  readonly title?: string;
  readonly level?: { readonly name: string; readonly current: number; readonly plan: number; readonly off: number };
}

/** A gap of more than this many rows beside the plan at hand is shown in colour. */
const NOTICEABLE = 2;

function linesOf({ coverage }: Statistics): Line[] {
  const progress = coverage.training_cases_current / Math.max(1, coverage.generation_target);
  return Object.entries(coverage.dimensions).flatMap(([axis, levels]): Line[] => [
    { key: axis, title: axis },
    ...Object.entries(levels).map(([name, { current, target_count }]) => ({
      key: `${axis}.${name}`,
      level: { name, current, plan: target_count, off: current - target_count * progress },
    })),
  ]);
}

/** Each axis as bars against its plan; the last figure is the gap in rows beside the plan for as many cases. */
export function Axes({
  statistics,
  width,
  rows,
  scroll,
}: {
  readonly statistics: Statistics;
  readonly width: number;
  readonly rows: number;
  readonly scroll: number;
}): ReactElement {
  const lines = linesOf(statistics);
  const from = Math.min(scroll, Math.max(0, lines.length - rows));
  const barWidth = Math.max(8, width - 48);
  return (
    <>
      {lines.slice(from, from + rows).map(({ key, title, level }) =>
        level ? (
          <Text key={key} wrap="truncate">
            {`  ${fit(level.name, 24)}`}
            <Text color="blue">{bar(level.plan > 0 ? level.current / level.plan : 0, barWidth)}</Text>
            {`${String(level.current).padStart(6)} /${level.plan.toFixed(0).padStart(6)} `}
            {Math.abs(level.off) > NOTICEABLE ? <Text color="yellow">{signed(level.off).padStart(6)}</Text> : <Text dimColor>{signed(level.off).padStart(6)}</Text>}
          </Text>
        ) : (
          <Text key={key} bold>
            {title}
          </Text>
        ),
      )}
    </>
  );
}
