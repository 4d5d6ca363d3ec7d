import type { Payload, Random } from '../../schema/dist/index.js';

/** Sentences that tell a value of a target of another thing or person, which the target has without it. */
export function borrowed(one: { readonly target: Payload }, random: Random): string[];
