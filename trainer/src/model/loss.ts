import type { GraphBuilder } from '../graph/ops.ts';
import type { Tensor } from '../graph/tensor.ts';
import { weight, type DecoderParts } from './decoder.ts';

/** Supervised places are scored in chunks of this many, so that a wide vocabulary never stands whole. */
const CHUNK = 128;

export interface Supervision {
  readonly places: Tensor; // (S) int64: positions whose next token is supervised
  readonly targets: Tensor; // (S) int64
  readonly weights: Tensor; // (S): 1, or 0 for padding
}

/** Sum of the cross-entropies of the supervised tokens; hidden states are gathered before the head. */
export function crossEntropy(parts: DecoderParts, hidden: Tensor, { places, targets, weights }: Supervision): Tensor {
  const { g, config } = parts;
  const head = g.cast(weight(parts, config.tied ? 'embed_tokens.weight' : 'lm_head.weight'), 'float32');
  const count = places.shape[0]!;
  let total: Tensor | undefined;
  for (let from = 0; from < count; from += CHUNK) {
    const to = Math.min(from + CHUNK, count);
    const chunk = g.scope(`loss.${from}`, () => {
      const states = g.gather(hidden, g.slice(places, from, to)); // (c, H)
      const scores = g.logSoftmax(g.linear(states, head)); // (c, V)
      const picked = g.sum(g.mul(scores, g.oneHot(g.slice(targets, from, to), config.vocabulary)), [-1], false); // (c)
      return g.neg(sumAll(g, g.mul(picked, g.slice(weights, from, to))));
    });
    total = total ? g.add(total, chunk) : chunk;
  }
  return total!;
}

const sumAll = (g: GraphBuilder, x: Tensor): Tensor => g.sum(x, [0], true);
