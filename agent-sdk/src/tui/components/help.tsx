import { Text } from 'ink';
import type { ReactElement } from 'react';

const KEYS: readonly (readonly [string, string])[] = [
  ['tab, ← →, 1–5', 'the next pane, or that one'],
  ['↑ ↓, k j', 'scroll'],
  ['/', 'filter the feed and the agents; return keeps it, escape drops it'],
  ['p', 'pause the feed'],
  ['?', 'this page'],
  ['q, Ctrl-C', 'quit; the campaign goes on'],
];

export function Help(): ReactElement {
  return (
    <>
      {KEYS.map(([key, does]) => (
        <Text key={key}>
          <Text bold>{key.padEnd(16)}</Text>
          {does}
        </Text>
      ))}
    </>
  );
}
