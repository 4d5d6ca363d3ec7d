import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readConfig, type ModelConfig } from '../checkpoint/config.ts';
import { streamSafetensors } from '../checkpoint/safetensors.ts';
import { blockOf, projections, shapeOf } from '../checkpoint/weights.ts';
import { TrainerError } from '../errors.ts';
import { smallTekken } from '../tokenizer/small-tekken.ts';
import { normal, seeded } from '../train/random.ts';

export interface InitOptions {
  readonly preset: keyof typeof presets;
  readonly outputDir: string;
  readonly seed: number;
  /** In place of the preset's. */
  readonly layers?: number;
  /** Files to spread the weights over. */
  readonly shards: number;
}

const presets = {
  tiny: { hidden_size: 64, num_hidden_layers: 2, num_attention_heads: 4, num_key_value_heads: 2, head_dim: 16, intermediate_size: 128 },
  small: { hidden_size: 512, num_hidden_layers: 12, num_attention_heads: 8, num_key_value_heads: 4, head_dim: 64, intermediate_size: 1536 },
  /** The shape of Ministral 3 3B, in bfloat16: 6.9 GB of random weights, to try the real size with. */
  'ministral-3b': { hidden_size: 3072, num_hidden_layers: 26, num_attention_heads: 32, num_key_value_heads: 8, head_dim: 128, intermediate_size: 9216, vocab_size: 131_072 },
};

/** Writes a random model of Ministral 3's form, with a real tokenizer, for tests and trials. */
export function initCommand(options: InitOptions): number {
  const folder = path.resolve(options.outputDir);
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new TrainerError(`${options.outputDir} is not empty; choose another --output-dir`, 2);
  mkdirSync(folder, { recursive: true });
  const tekken = smallTekken();
  const config = {
    architectures: ['Ministral3ForCausalLM'],
    model_type: 'ministral3',
    vocab_size: tekken.config.default_vocab_size,
    ...presets[options.preset],
    ...(options.layers === undefined ? {} : { num_hidden_layers: options.layers }),
    tie_word_embeddings: true,
    rms_norm_eps: 1e-5,
    hidden_act: 'silu',
    max_position_embeddings: 262144,
    rope_parameters: {
      rope_type: 'yarn',
      rope_theta: 1_000_000,
      factor: 16,
      original_max_position_embeddings: 16384,
      beta_fast: 32,
      beta_slow: 1,
      mscale: 1,
      mscale_all_dim: 1,
      llama_4_scaling_beta: 0.1,
    },
  };
  writeFileSync(path.join(folder, 'config.json'), `${JSON.stringify(config, null, 2)}\n`);
  writeFileSync(path.join(folder, 'tekken.json'), JSON.stringify(tekken));
  const model = readConfig(folder);
  const tensors = weightsOf(model);
  writeShards(folder, tensors, seeded(options.seed), options.preset === 'ministral-3b' ? 'BF16' : 'F32', options.shards);
  const parameters = [...tensors.values()].reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b, 1), 0);
  process.stdout.write(`${options.outputDir}: a random ${options.preset} model with ${(parameters / 1e6).toFixed(1)} M parameters\n`);
  return 0;
}

/** A tensor to be drawn: its shape, and the deviation of its numbers; ones where that is 0. */
interface Drawn {
  readonly shape: readonly number[];
  readonly deviation: number;
}

function weightsOf(model: ModelConfig): Map<string, Drawn> {
  // Embeddings wide enough that a low-rank update can move the output of a frozen random model.
  const tensors = new Map<string, Drawn>([['model.embed_tokens.weight', { shape: [model.vocabulary, model.hidden], deviation: 2.5 / Math.sqrt(model.hidden) }]]);
  const ones: Drawn = { shape: [model.hidden], deviation: 0 };
  for (let layer = 0; layer < model.layers; layer++) {
    tensors.set(`model.layers.${layer}.input_layernorm.weight`, ones);
    tensors.set(`model.layers.${layer}.post_attention_layernorm.weight`, ones);
    for (const projection of projections) {
      const shape = shapeOf(model, projection);
      tensors.set(`model.layers.${layer}.${blockOf(projection)}.${projection}.weight`, { shape, deviation: 1 / Math.sqrt(shape[1]) });
    }
  }
  tensors.set('model.norm.weight', ones);
  return tensors;
}

/** Draws of one tensor, chunk by chunk; a model of billions repeats them from here on. */
const MOST_DRAWS = 2 ** 20;

function* drawChunks({ shape, deviation }: Drawn, draws: Float32Array): Generator<Float32Array> {
  const size = shape.reduce((a, b) => a * b, 1);
  for (let from = 0; from < size; from += draws.length) {
    const chunk = draws.slice(0, Math.min(draws.length, size - from));
    for (let i = 0; i < chunk.length; i++) chunk[i] = deviation === 0 ? 1 : chunk[i]! * deviation;
    yield chunk;
  }
}

/** One `model.safetensors`, or as many shards of like size with an index, named as the hub names them. */
function writeShards(folder: string, tensors: ReadonlyMap<string, Drawn>, random: () => number, type: 'F32' | 'BF16', shards: number): void {
  const sizes = [...tensors.values()].map(({ shape }) => shape.reduce((a, b) => a * b, 1));
  const total = sizes.reduce((a, b) => a + b, 0);
  const parts = Array.from({ length: shards }, (): string[] => []);
  let written = 0;
  [...tensors.keys()].forEach((name, i) => {
    parts[Math.min(shards - 1, Math.floor((written / total) * shards))]!.push(name);
    written += sizes[i]!;
  });
  const repeated = total > 64 * MOST_DRAWS ? Float32Array.from({ length: MOST_DRAWS }, () => normal(random)) : undefined;
  const map: Record<string, string> = {};
  parts.forEach((names, i) => {
    const file = shards === 1 ? 'model.safetensors' : `model-${String(i + 1).padStart(5, '0')}-of-${String(shards).padStart(5, '0')}.safetensors`;
    streamSafetensors(
      path.join(folder, file),
      type,
      names.map((name) => ({ name, shape: tensors.get(name)!.shape })),
      (name) => {
        const drawn = tensors.get(name)!;
        const size = drawn.shape.reduce((a, b) => a * b, 1);
        const draws = repeated ?? (drawn.deviation === 0 ? new Float32Array(size) : Float32Array.from({ length: size }, () => normal(random)));
        return drawChunks(drawn, draws);
      },
    );
    for (const name of names) map[name] = file;
  });
  if (shards > 1)
    writeFileSync(
      path.join(folder, 'model.safetensors.index.json'),
      `${JSON.stringify({ metadata: { total_size: total * (type === 'F32' ? 4 : 2) }, weight_map: map }, null, 2)}\n`,
    );
}
