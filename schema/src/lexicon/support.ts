import type { LeafValue } from '../payload.ts';

/**
 * Whether a leaf of a target supports what a word says.
 * @param support a prefix or a key of patterns; `…=CODE` asks for that value
 */
export function supportedBy(support: string, pattern: string, value: LeafValue): boolean {
  const [stem, code] = support.split('=');
  const within = pattern === stem || pattern.startsWith(`${stem}.`) || `.${pattern}.`.includes(`.${stem}.`);
  return within && (code === undefined || String(value) === code);
}
