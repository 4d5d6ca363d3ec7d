import type { Precision } from '../graph/numbers.ts';
import type { GraphBuilder } from '../graph/ops.ts';
import type { Tensor } from '../graph/tensor.ts';
import type { DecoderParts } from './decoder.ts';

/** Supervised places are scored in chunks of so many, so that a wide vocabulary never stands whole; of more on a GPU, which a small chunk leaves idle. */
export const scoredAtOnce = (precision: Precision): number => (precision === 'float32' ? 128 : 1024);
/** 128 MB of them. */
const WIDENED = 2 ** 25;

export interface Supervision {
  readonly places: Tensor; // (S) int64: positions whose next token is supervised
  readonly targets: Tensor; // (S) int64
  readonly weights: Tensor; // (S): 1, or 0 for padding
}

type HeadParts = Pick<DecoderParts, 'g' | 'config' | 'base' | 'precision'>;

/**
 * Sum of the cross-entropies of the supervised tokens; hidden states are gathered before the head.
 * @param widened numbers of a 16-bit head that stand as float32 at a time, where float32 is computed in
 */
export function crossEntropy(parts: HeadParts, hidden: Tensor, { places, targets, weights }: Supervision, widened = WIDENED): Tensor {
  const { g } = parts;
  const head = headOf(parts, widened);
  const count = places.shape[0]!;
  const size = scoredAtOnce(parts.precision);
  let total: Tensor | undefined;
  for (let from = 0; from < count; from += size) {
    const to = Math.min(from + size, count);
    const chunk = g.scope(`loss.${from}`, () =>
      chunkLoss(g, head, g.gather(hidden, g.slice(places, from, to)), g.slice(targets, from, to), g.reshape(g.slice(weights, from, to), [to - from, 1])),
    );
    total = total ? g.add(total, chunk) : chunk;
  }
  return total!;
}

/** -Σ wᵢ·log softmax(head(sᵢ))[tᵢ]. With its gradient wᵢ·(softmax·W - W[tᵢ]) no one-hot matrix of the vocabulary's width is made. */
function chunkLoss(g: GraphBuilder, head: Head, states: Tensor, targets: Tensor, weights: Tensor): Tensor {
  const scores = g.logSoftmax(head.scores(states)); // (c, V)
  const loss = g.neg(g.sum(g.mul(g.pick(scores, targets), weights), [0, 1], false));
  return g.withGradient(g.reshape(loss, [1]), [states], (_, dy) => {
    const away = g.sub(head.back(g.exp(scores)), head.rows(targets));
    return [g.mul(g.mul(away, weights), dy)];
  });
}

/** The head W (V, H): s·Wᵀ, d·W, and rows of W by token; all of them in and out in float32. */
interface Head {
  readonly scores: (states: Tensor) => Tensor;
  readonly back: (dScores: Tensor) => Tensor;
  readonly rows: (tokens: Tensor) => Tensor;
}

function headOf({ g, config, base, precision }: HeadParts, widened: number): Head {
  const name = config.tied ? 'embed_tokens.weight' : 'lm_head.weight';
  const { tensor, data } = base.stored(name);
  const [vocabulary, width] = tensor.shape as readonly [number, number];
  const stored = g.constant(name, tensor.shape, tensor.type, data);
  const rows = (tokens: Tensor): Tensor => g.cast(g.gather(stored, tokens), 'float32');
  const wide = (x: Tensor): Tensor => g.cast(x, 'float32');
  if (precision !== 'float32' || tensor.type === 'float32' || data.kind !== 'external') {
    const whole = g.cast(stored, precision);
    const into = (x: Tensor): Tensor => g.cast(x, precision);
    return { scores: (states) => wide(g.linear(into(states), whole)), back: (dScores) => wide(g.linearBack(into(dScores), whole)), rows };
  }
  // A head of 16 bits is widened in bands, each again for the backward pass: whole, it would stand in memory twice as large as in its file.
  const bytes = data.length / vocabulary;
  const height = Math.max(1, Math.min(vocabulary, Math.floor(widened / width)));
  const bands = Array.from({ length: Math.ceil(vocabulary / height) }, (_, i) => ({ from: i * height, to: Math.min(vocabulary, (i + 1) * height) }));
  const band = ({ from, to }: { from: number; to: number }, pass: string): Tensor =>
    wide(
      g.constant(`${name}.${pass}.${from}`, [to - from, width], tensor.type, {
        kind: 'external',
        file: data.file,
        offset: data.offset + from * bytes,
        length: (to - from) * bytes,
      }),
    );
  return {
    scores: (states) => g.concat(bands.map((range) => g.linear(states, band(range, 'forward')))),
    back: (dScores) => bands.map((range) => g.linearBack(g.slice(dScores, range.from, range.to), band(range, 'backward'))).reduce((sum, part) => g.add(sum, part)),
    rows,
  };
}
