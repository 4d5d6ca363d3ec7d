import type { LeafValue } from '../payload.ts';

interface Support {
  readonly within: string;
  readonly code: string | undefined;
}
/** The lexicon's, and patterns of the schema: some hundreds of either, asked for again and again. */
const supports = new Map<string, Support>();
const dotted = new Map<string, string>();

/**
 * Whether a leaf of a target supports what a word says.
 * @param support a prefix or a key of patterns; `…=CODE` asks for that value
 */
export function supportedBy(support: string, pattern: string, value: LeafValue): boolean {
  const { within, code } = known(supports, support, read);
  return known(dotted, pattern, between).includes(within) && (code === undefined || String(value) === code);
}

function read(support: string): Support {
  const [stem, code] = support.split('=');
  return { within: between(stem!), code };
}
const between = (path: string): string => `.${path}.`;

function known<T>(made: Map<string, T>, key: string, make: (key: string) => T): T {
  let value = made.get(key);
  if (value === undefined) made.set(key, (value = make(key)));
  return value;
}
