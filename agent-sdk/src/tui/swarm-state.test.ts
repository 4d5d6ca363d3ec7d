import type { CampaignEvent } from '@case-swarm/schema';
import { expect, test } from 'vitest';
import { bar, fit, sparkline } from './drawing.ts';
import { filtered, firstState, swarmReducer, type SwarmState } from './swarm-state.ts';

const event = (id: number, type: CampaignEvent['type'], data: Record<string, unknown> = {}, agent = 'a'): CampaignEvent => ({
  id,
  type,
  at: '2026-01-01T10:00:00.000Z',
  agent_id: agent,
  instruction_id: 'INS-0001',
  data,
});
const start = firstState('http://127.0.0.1:1');
const press = (state: SwarmState, ...keys: string[]): SwarmState => keys.reduce((now, key) => swarmReducer(now, { type: 'key-pressed', key }), state);
const receive = (state: SwarmState, ...events: CampaignEvent[]): SwarmState => events.reduce((now, one) => swarmReducer(now, { type: 'event-received', event: one }), state);

test('verdicts are fed newest first, leases are not', () => {
  const state = receive(
    start,
    event(1, 'lease-granted'),
    event(2, 'case-refused', { codes: ['fact-missing', 'fact-missing'] }),
    event(3, 'case-accepted', { words: 40, stratum: { persona: 'enfant' } }),
  );
  expect(state.feed.map(({ id, kind, detail }) => [id, kind, detail])).toEqual([
    [3, 'accepted', '40 words, enfant'],
    [2, 'refused', 'fact-missing'],
  ]);
});

test('a paused feed loses nothing', () => {
  const paused = receive(press(receive(start, event(1, 'lease-expired')), 'p'), event(2, 'lease-expired'), event(3, 'lease-expired'));
  expect(paused.feed.map(({ id }) => id)).toEqual([1]);
  expect(press(paused, 'p').feed.map(({ id }) => id)).toEqual([3, 2, 1]);
});

test('typing a filter takes letters that are keys elsewhere', () => {
  const state = press(receive(start, event(1, 'lease-expired', {}, 'paul'), event(2, 'lease-expired', {}, 'quentin')), '/', 'q', 'u', 'backspace', 'u', 'return');
  expect(state).toMatchObject({ filter: 'qu', typing: false, paused: false, quit: false });
  expect(filtered(state).map(({ agent }) => agent)).toEqual(['quentin']);
  expect(press(state, 'escape').filter).toBe('');
});

test('panes turn round and are numbered', () => {
  expect(press(start, 'shift-tab').pane).toBe('feed');
  expect(press(start, 'tab', '4', 'tab').pane).toBe('feed');
  expect(press(start, 'down', 'down', 'up').scroll).toBe(1);
  expect(press(start, 'down', 'tab').scroll).toBe(0);
});

test('a lost connection keeps what was read', () => {
  const state = swarmReducer(receive(start, event(1, 'lease-expired')), { type: 'connection-lost', message: 'gone' });
  expect(state.connection).toEqual({ live: false, message: 'gone' });
  expect(state.feed).toHaveLength(1);
});

test('bars, sparklines and texts have the width that they are given', () => {
  for (let share = -0.2; share < 1.3; share += 0.01) expect(bar(share, 20)).toHaveLength(20);
  expect(bar(0.5, 4)).toBe('██··');
  expect(sparkline([0, 1, 2, 4], 3)).toHaveLength(3);
  expect(fit('\u001b[31mhostile\u202e', 12)).toBe(' [31mhostil…'.slice(0, 12));
  expect(fit('日本語テキスト', 6)).toBe('日本… ');
});
