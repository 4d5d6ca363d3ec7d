import type { GraphBuilder } from '../graph/ops.ts';
import type { Tensor } from '../graph/tensor.ts';
import type { DecoderParts } from './decoder.ts';

/** Supervised places are scored in chunks of this many, so that a wide vocabulary never stands whole. */
const CHUNK = 128;
/** 128 MB of them. */
const WIDENED = 2 ** 25;

export interface Supervision {
  readonly places: Tensor; // (S) int64: positions whose next token is supervised
  readonly targets: Tensor; // (S) int64
  readonly weights: Tensor; // (S): 1, or 0 for padding
}

/**
 * Sum of the cross-entropies of the supervised tokens; hidden states are gathered before the head.
 * @param widened numbers of a 16-bit head that stand as float32 at a time
 */
export function crossEntropy(parts: Pick<DecoderParts, 'g' | 'config' | 'base'>, hidden: Tensor, { places, targets, weights }: Supervision, widened = WIDENED): Tensor {
  const { g, config } = parts;
  const score = head(parts, widened);
  const count = places.shape[0]!;
  let total: Tensor | undefined;
  for (let from = 0; from < count; from += CHUNK) {
    const to = Math.min(from + CHUNK, count);
    const chunk = g.scope(`loss.${from}`, () => {
      const states = g.gather(hidden, g.slice(places, from, to)); // (c, H)
      const scores = g.logSoftmax(score(states)); // (c, V)
      const picked = g.sum(g.mul(scores, g.oneHot(g.slice(targets, from, to), config.vocabulary)), [-1], false); // (c)
      return g.neg(sumAll(g, g.mul(picked, g.slice(weights, from, to))));
    });
    total = total ? g.add(total, chunk) : chunk;
  }
  return total!;
}

/** The head as a function of states (c, H) to scores (c, V). */
function head({ g, config, base }: Pick<DecoderParts, 'g' | 'config' | 'base'>, widened: number): (states: Tensor) => Tensor {
  const name = config.tied ? 'embed_tokens.weight' : 'lm_head.weight';
  const { tensor, data } = base.stored(name);
  const [vocabulary, width] = tensor.shape as readonly [number, number];
  if (tensor.type === 'float32' || data.kind !== 'external') {
    const whole = g.cast(g.constant(name, tensor.shape, tensor.type, data), 'float32');
    return (states) => g.linear(states, whole);
  }
  // A head of 16 bits is widened in bands, each again for the backward pass: whole, it would stand in memory twice as large as in its file.
  const bytes = data.length / vocabulary;
  const rows = Math.max(1, Math.min(vocabulary, Math.floor(widened / width)));
  const bands = Array.from({ length: Math.ceil(vocabulary / rows) }, (_, i) => ({ from: i * rows, to: Math.min(vocabulary, (i + 1) * rows) }));
  const band = ({ from, to }: { from: number; to: number }, pass: string): Tensor =>
    g.cast(
      g.constant(`${name}.${pass}.${from}`, [to - from, width], tensor.type, {
        kind: 'external',
        file: data.file,
        offset: data.offset + from * bytes,
        length: (to - from) * bytes,
      }),
      'float32',
    );
  return (states) => g.concat(bands.map((range) => g.linear(states, band(range, 'forward'), band(range, 'backward'))));
}

const sumAll = (g: GraphBuilder, x: Tensor): Tensor => g.sum(x, [0], true);
