import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readConfig } from '../checkpoint/config.ts';
import { writeSafetensors } from '../checkpoint/safetensors.ts';
import { blockOf, projections, shapeOf } from '../checkpoint/weights.ts';
import { TrainerError } from '../errors.ts';
import { smallTekken } from '../tokenizer/small-tekken.ts';
import { normal, seeded } from '../train/random.ts';

export interface InitOptions {
  readonly preset: 'tiny' | 'small';
  readonly outputDir: string;
  readonly seed: number;
}

const presets = {
  tiny: { hidden_size: 64, num_hidden_layers: 2, num_attention_heads: 4, num_key_value_heads: 2, head_dim: 16, intermediate_size: 128 },
  small: { hidden_size: 512, num_hidden_layers: 12, num_attention_heads: 8, num_key_value_heads: 4, head_dim: 64, intermediate_size: 1536 },
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
    ...presets[options.preset],
    vocab_size: tekken.config.default_vocab_size,
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
  const random = seeded(options.seed);
  const draw = (rows: number, columns: number, deviation: number): { data: Float32Array; shape: number[] } => ({
    data: Float32Array.from({ length: rows * columns }, () => normal(random) * deviation),
    shape: [rows, columns],
  });
  const ones = (size: number): { data: Float32Array; shape: number[] } => ({ data: new Float32Array(size).fill(1), shape: [size] });
  // Embeddings wide enough that a low-rank update can move the output of a frozen random model.
  const tensors = new Map<string, { data: Float32Array; shape: number[] }>([['model.embed_tokens.weight', draw(model.vocabulary, model.hidden, 2.5 / Math.sqrt(model.hidden))]]);
  for (let layer = 0; layer < model.layers; layer++) {
    tensors.set(`model.layers.${layer}.input_layernorm.weight`, ones(model.hidden));
    tensors.set(`model.layers.${layer}.post_attention_layernorm.weight`, ones(model.hidden));
    for (const projection of projections) {
      const [rows, columns] = shapeOf(model, projection);
      tensors.set(`model.layers.${layer}.${blockOf(projection)}.${projection}.weight`, draw(rows, columns, 1 / Math.sqrt(columns)));
    }
  }
  tensors.set('model.norm.weight', ones(model.hidden));
  writeSafetensors(path.join(folder, 'model.safetensors'), tensors);
  const parameters = [...tensors.values()].reduce((sum, { data }) => sum + data.length, 0);
  process.stdout.write(`${options.outputDir}: a random ${options.preset} model with ${(parameters / 1e6).toFixed(1)} M parameters\n`);
  return 0;
}
