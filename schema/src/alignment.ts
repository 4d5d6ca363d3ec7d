import { leavesOf, type Payload } from './payload.ts';
import type { Topic } from './topics.ts';

export interface AlignmentFinding {
  readonly topic: string;
  readonly message: string;
}

/** Whether a pattern lies in one of the topic's blocks. */
export const inBlocks = (topic: Topic, pattern: string): boolean => topic.blocks.some((block) => pattern === block || pattern.startsWith(`${block}.`));

/**
 * What a topic asks of a payload: its required leaves (less those that are waived), and something of its blocks.
 * @param waived patterns that a hard negative leaves out or a stratum forbids
 */
export function checkAlignment(name: string, topic: Topic, payload: Payload, waived: ReadonlySet<string>): AlignmentFinding[] {
  const told = new Set(leavesOf(payload).map((leaf) => leaf.pattern));
  const findings: AlignmentFinding[] = [];
  for (const alternatives of topic.required) {
    if (alternatives.some((pattern) => told.has(pattern) || waived.has(pattern))) continue;
    findings.push({ topic: name, message: `the topic requires ${alternatives.join(' or ')}` });
  }
  if (![...told].some((pattern) => inBlocks(topic, pattern) || topic.required.some((entry) => entry.includes(pattern)))) {
    findings.push({ topic: name, message: `nothing of ${topic.blocks.join(', ')} is told` });
  }
  return findings;
}
