import type { LeafValue } from '../payload.ts';
import { remembered } from '../remembered.ts';

/**
 * Whether a leaf of a target supports what a word says.
 * @param support a prefix or a key of patterns; `…=CODE` asks for that value
 */
export function supportedBy(support: string, pattern: string, value: LeafValue): boolean {
  const { within, code } = read(support);
  return dotted(pattern).includes(within) && (code === undefined || String(value) === code);
}

const dotted = remembered((path) => `.${path}.`);
const read = remembered((support) => {
  const [stem, code] = support.split('=');
  return { within: dotted(stem!), code };
});
