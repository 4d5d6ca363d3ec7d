import { Text } from 'ink';
import type { ReactElement } from 'react';
import { fit } from '../drawing.ts';
import type { FeedLine } from '../swarm-state.ts';

const SIGNS: Readonly<Record<FeedLine['kind'], { readonly sign: string; readonly color: string }>> = {
  accepted: { sign: '✓', color: 'green' },
  refused: { sign: '✗', color: 'red' },
  rejected: { sign: '⌫', color: 'magenta' },
  parked: { sign: '‖', color: 'magenta' },
  expired: { sign: '…', color: 'yellow' },
};

/** Verdicts as they come, the newest first. */
export function Feed({
  lines,
  width,
  rows,
  scroll,
}: {
  readonly lines: readonly FeedLine[];
  readonly width: number;
  readonly rows: number;
  readonly scroll: number;
}): ReactElement {
  const from = Math.min(scroll, Math.max(0, lines.length - rows));
  if (lines.length === 0) return <Text dimColor>no verdict yet</Text>;
  return (
    <>
      {lines.slice(from, from + rows).map(({ id, at, agent, instruction, kind, detail }) => (
        <Text key={id} wrap="truncate">
          <Text dimColor>{at.slice(11, 19)} </Text>
          <Text color={SIGNS[kind].color}>{SIGNS[kind].sign} </Text>
          {fit(`${fit(instruction, 10)} ${fit(agent, 12)} ${detail}`, Math.max(0, width - 11))}
        </Text>
      ))}
    </>
  );
}
