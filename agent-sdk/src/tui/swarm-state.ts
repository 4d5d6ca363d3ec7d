import type { CampaignEvent, Statistics } from '@case-swarm/schema';

export const panes = ['overview', 'axes', 'pairs', 'agents', 'feed'] as const;
type Pane = (typeof panes)[number];

/** A verdict, as a line of the feed. */
export interface FeedLine {
  readonly id: number;
  readonly at: string;
  readonly agent: string;
  readonly instruction: string;
  readonly kind: 'accepted' | 'refused' | 'rejected' | 'parked' | 'expired';
  readonly detail: string;
}

/** All that the terminal dashboard shows. */
export interface SwarmState {
  readonly server: string;
  readonly statistics: Statistics | undefined;
  readonly connection: { readonly live: boolean; readonly message: string };
  readonly feed: readonly FeedLine[];
  /** While the feed is paused, what came waits here. */
  readonly held: readonly FeedLine[];
  readonly paused: boolean;
  readonly pane: Pane;
  readonly scroll: number;
  readonly help: boolean;
  readonly filter: string;
  readonly typing: boolean;
  readonly quit: boolean;
}

export type SwarmAction =
  | { readonly type: 'statistics-read'; readonly statistics: Statistics }
  | { readonly type: 'event-received'; readonly event: CampaignEvent }
  | { readonly type: 'connection-lost'; readonly message: string }
  | { readonly type: 'key-pressed'; readonly key: string };

const MOST_LINES = 500;

export const firstState = (server: string): SwarmState => ({
  server,
  statistics: undefined,
  connection: { live: false, message: 'connecting' },
  feed: [],
  held: [],
  paused: false,
  pane: 'overview',
  scroll: 0,
  help: false,
  filter: '',
  typing: false,
  quit: false,
});

/** Events and keys to state; draws nothing. */
export function swarmReducer(state: SwarmState, action: SwarmAction): SwarmState {
  switch (action.type) {
    case 'statistics-read':
      return { ...state, statistics: action.statistics, connection: { live: true, message: '' } };
    case 'connection-lost':
      return { ...state, connection: { live: false, message: action.message } };
    case 'event-received': {
      const line = feedLine(action.event);
      if (!line) return state;
      return state.paused ? { ...state, held: newest([line, ...state.held]) } : { ...state, feed: newest([line, ...state.feed]) };
    }
    case 'key-pressed':
      return state.typing ? typed(state, action.key) : pressed(state, action.key);
    default:
      return action satisfies never;
  }
}

const newest = (lines: readonly FeedLine[]): readonly FeedLine[] => lines.slice(0, MOST_LINES);

function typed(state: SwarmState, key: string): SwarmState {
  if (key === 'return') return { ...state, typing: false };
  if (key === 'escape') return { ...state, typing: false, filter: '' };
  if (key === 'backspace') return { ...state, filter: state.filter.slice(0, -1) };
  return key.length === 1 ? { ...state, filter: state.filter + key } : state;
}

function pressed(state: SwarmState, key: string): SwarmState {
  const turn = (by: number): SwarmState => ({ ...state, pane: panes[(panes.indexOf(state.pane) + by + panes.length) % panes.length]!, scroll: 0, help: false });
  switch (key) {
    case 'q':
      return { ...state, quit: true };
    case '?':
      return { ...state, help: !state.help };
    case 'escape':
      return { ...state, help: false, filter: '' };
    case 'tab':
    case 'right':
      return turn(1);
    case 'shift-tab':
    case 'left':
      return turn(-1);
    case 'down':
    case 'j':
      return { ...state, scroll: state.scroll + 1 };
    case 'up':
    case 'k':
      return { ...state, scroll: Math.max(0, state.scroll - 1) };
    case '/':
      return { ...state, typing: true };
    case 'p':
      return state.paused ? { ...state, paused: false, feed: newest([...state.held, ...state.feed]), held: [] } : { ...state, paused: true };
    default: {
      const pane = panes[Number(key) - 1];
      return pane ? { ...state, pane, scroll: 0, help: false } : state;
    }
  }
}

function feedLine({ id, type, at, agent_id, instruction_id, data }: CampaignEvent): FeedLine | undefined {
  const line = (kind: FeedLine['kind'], detail: string): FeedLine => ({ id, at, agent: agent_id ?? '–', instruction: instruction_id ?? '', kind, detail });
  switch (type) {
    case 'case-accepted': {
      const stratum = (data['stratum'] ?? {}) as Record<string, string | null>;
      return line('accepted', [`${String(data['words'])} words`, ...Object.values(stratum).slice(0, 3)].filter((part) => part !== null).join(', '));
    }
    case 'case-refused':
      return line('refused', [...new Set(data['codes'] as string[])].join(', '));
    case 'case-rejected':
      return line('rejected', String(data['reason']));
    case 'slot-parked':
      return line('parked', 'its targets were refused three times over');
    case 'lease-expired':
      return line('expired', 'no text came in time');
    case 'lease-granted':
    case 'lease-renewed':
    case 'lease-released':
      return undefined;
    default:
      return type satisfies never;
  }
}

/** Lines that hold the filter's words, by agent, instruction, kind or detail. */
export function filtered(state: SwarmState): readonly FeedLine[] {
  const wanted = state.filter.trim().toLowerCase();
  if (wanted === '') return state.feed;
  return state.feed.filter(({ agent, instruction, kind, detail }) => `${agent} ${instruction} ${kind} ${detail}`.toLowerCase().includes(wanted));
}
