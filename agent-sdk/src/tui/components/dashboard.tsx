import { Box, Text, useApp, useInput, useStdout, type Key } from 'ink';
import { useEffect, useState, type ReactElement } from 'react';
import type { CaseClient } from '../../client.ts';
import { fit } from '../drawing.ts';
import { filtered, panes, type SwarmState } from '../swarm-state.ts';
import { useCampaign } from '../use-campaign.ts';
import { Agents } from './agents.tsx';
import { Axes } from './axes.tsx';
import { Feed } from './feed.tsx';
import { Help } from './help.tsx';
import { Overview } from './overview.tsx';
import { Pairs } from './pairs.tsx';

const SMALLEST = { columns: 60, rows: 16 };
/** From here on everything stands side by side. */
const WIDE = { columns: 140, rows: 40 };
/** Title, three lines of overview, tabs, status. */
const FRAME_ROWS = 6;

interface Size {
  readonly columns: number;
  readonly rows: number;
}

function useSize(): Size {
  const { stdout } = useStdout();
  const [size, setSize] = useState<Size>({ columns: stdout.columns ?? 80, rows: stdout.rows ?? 24 });
  useEffect(() => {
    const resized = (): void => setSize({ columns: stdout.columns ?? 80, rows: stdout.rows ?? 24 });
    stdout.on('resize', resized);
    return () => void stdout.off('resize', resized);
  }, [stdout]);
  return size;
}

const PASTED: Readonly<Record<string, string>> = { '\r': 'return', '\n': 'return', '\t': 'tab', '\u007f': 'backspace' };

function nameOf(key: Key): string | undefined {
  if (key.return) return 'return';
  if (key.escape) return 'escape';
  if (key.backspace || key.delete) return 'backspace';
  if (key.tab) return key.shift ? 'shift-tab' : 'tab';
  if (key.upArrow) return 'up';
  if (key.downArrow) return 'down';
  if (key.leftArrow) return 'left';
  return key.rightArrow ? 'right' : undefined;
}

/** The whole screen. Keys go to the reducer; drawing is all that happens here. */
export function Dashboard({ client, server }: { readonly client: CaseClient; readonly server: string }): ReactElement {
  const [state, dispatch] = useCampaign(client, server);
  const { exit } = useApp();
  const size = useSize();
  useInput((input, key) => {
    const named = nameOf(key);
    // What is typed fast, or pasted, comes in one piece.
    for (const one of named === undefined ? Array.from(input) : [named]) dispatch({ type: 'key-pressed', key: PASTED[one] ?? one });
  });
  useEffect(() => {
    if (state.quit) exit();
  }, [state.quit, exit]);
  if (size.columns < SMALLEST.columns || size.rows < SMALLEST.rows)
    return <Text>{`This terminal has ${size.columns}×${size.rows}; the dashboard needs ${SMALLEST.columns}×${SMALLEST.rows}. Make it larger, or press q.`}</Text>;
  return (
    <Box flexDirection="column" width={size.columns} height={size.rows - 1}>
      <Title state={state} width={size.columns} />
      {state.statistics ? <Overview statistics={state.statistics} width={size.columns} /> : null}
      <Tabs state={state} />
      <Box flexDirection="column" flexGrow={1} overflow="hidden">
        <Body state={state} size={size} />
      </Box>
      <Status state={state} width={size.columns} />
    </Box>
  );
}

function Title({ state, width }: { readonly state: SwarmState; readonly width: number }): ReactElement {
  const campaign = state.statistics?.campaign;
  const name = campaign ? `${campaign.pack}, profile ${campaign.profile}, seed ${campaign.seed}` : '';
  return (
    <Text bold inverse>
      {fit(` case-swarm  ${name}  ${state.server}`, width)}
    </Text>
  );
}

function Tabs({ state }: { readonly state: SwarmState }): ReactElement {
  return (
    <Text>
      {panes.map((pane, index) => (
        <Text key={pane} {...(pane === state.pane ? { bold: true, underline: true } : { dimColor: true })}>{`${index + 1} ${pane}  `}</Text>
      ))}
    </Text>
  );
}

function Body({ state, size: { columns, rows } }: { readonly state: SwarmState; readonly size: Size }): ReactElement {
  const { statistics, scroll } = state;
  if (state.help) return <Help />;
  if (!statistics) return <Text dimColor>{state.connection.message}</Text>;
  const height = Math.max(3, rows - 1 - FRAME_ROWS);
  const now = Date.now();
  const agents = (width: number, lines: number): ReactElement => (
    <Agents statistics={statistics} filter={state.filter} width={width} rows={lines} scroll={state.pane === 'agents' ? scroll : 0} now={now} />
  );
  const feed = (width: number, lines: number): ReactElement => <Feed lines={filtered(state)} width={width} rows={lines} scroll={state.pane === 'feed' ? scroll : 0} />;
  switch (state.pane) {
    case 'axes':
      return <Axes statistics={statistics} width={columns} rows={height} scroll={scroll} />;
    case 'pairs':
      return <Pairs statistics={statistics} width={columns} rows={height} />;
    case 'agents':
      return agents(columns, height);
    case 'feed':
      return feed(columns, height);
    case 'overview': {
      if (columns < WIDE.columns || rows < WIDE.rows) {
        const half = Math.max(2, Math.min(statistics.agents.length + 1, Math.floor(height / 2)));
        return (
          <>
            {agents(columns, half)}
            <Text> </Text>
            {feed(columns, height - half - 1)}
          </>
        );
      }
      const left = Math.floor(columns / 2) - 1;
      const right = columns - left - 2;
      const third = Math.floor((height - 2) / 3);
      return (
        <Box>
          <Box flexDirection="column" width={left} marginRight={2}>
            <Axes statistics={statistics} width={left} rows={height} scroll={scroll} />
          </Box>
          <Box flexDirection="column" width={right}>
            {agents(right, Math.min(third, statistics.agents.length + 2))}
            <Text> </Text>
            <Pairs statistics={statistics} width={right} rows={Math.min(third, 9)} />
            <Text> </Text>
            {feed(right, height - Math.min(third, statistics.agents.length + 2) - Math.min(third, 9) - 2)}
          </Box>
        </Box>
      );
    }
    default:
      return state.pane satisfies never;
  }
}

function Status({ state, width }: { readonly state: SwarmState; readonly width: number }): ReactElement {
  if (state.typing) return <Text>{fit(`/${state.filter}▏`, width)}</Text>;
  if (!state.connection.live && state.statistics) return <Text color="yellow">{fit(`connection lost, trying again: ${state.connection.message}`, width)}</Text>;
  const paused = state.paused ? `  paused, ${state.held.length} waiting` : '';
  const filter = state.filter === '' ? '' : `  filter "${state.filter}"`;
  return <Text dimColor>{fit(`? help  tab pane  / filter  p pause  q quit${paused}${filter}`, width)}</Text>;
}
