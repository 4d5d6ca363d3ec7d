import { TrainerError } from '../errors.ts';
import type { ModelConfig } from './config.ts';
import { readSafetensors, type StoredTensor } from './safetensors.ts';

export const projections = ['q_proj', 'k_proj', 'v_proj', 'o_proj', 'gate_proj', 'up_proj', 'down_proj'] as const;
export type Projection = (typeof projections)[number];
export const blockOf = (projection: Projection): string => (projection.endsWith('proj') && ['gate_proj', 'up_proj', 'down_proj'].includes(projection) ? 'mlp' : 'self_attn');

/** The decoder's tensors by their plain names (`layers.0.self_attn.q_proj.weight`), and the prefix they had. */
export interface Weights {
  readonly folder: string;
  readonly prefix: string;
  readonly tensors: ReadonlyMap<string, StoredTensor>;
}

/** Bytes of all tensors as they are stored. */
export function storedBytes({ tensors }: Weights): number {
  return [...tensors.values()].reduce((sum, tensor) => sum + tensor.length, 0);
}

const PREFIXES = ['model.language_model.', 'language_model.model.', 'model.'];

export function shapeOf(config: ModelConfig, projection: Projection): readonly [rows: number, columns: number] {
  const attention = config.heads * config.headDim;
  const key = config.kvHeads * config.headDim;
  return (
    {
      q_proj: [attention, config.hidden],
      k_proj: [key, config.hidden],
      v_proj: [key, config.hidden],
      o_proj: [config.hidden, attention],
      gate_proj: [config.intermediate, config.hidden],
      up_proj: [config.intermediate, config.hidden],
      down_proj: [config.hidden, config.intermediate],
    } as const
  )[projection];
}

/** Finds the language layers; vision and projector tensors are left alone. @throws TrainerError for a missing tensor or a wrong shape */
export function findWeights(folder: string, config: ModelConfig): Weights {
  const all = readSafetensors(folder);
  const prefix = PREFIXES.find((candidate) => all.has(`${candidate}layers.0.self_attn.q_proj.weight`));
  if (prefix === undefined) throw new TrainerError(`${folder}: no tensor "…layers.0.self_attn.q_proj.weight"; is this a Mistral-family decoder?`);
  const tensors = new Map<string, StoredTensor>();
  const need = (name: string, shape: readonly number[], source = `${prefix}${name}`): void => {
    const tensor = all.get(source);
    if (!tensor) throw new TrainerError(`${folder}: tensor ${source} is missing`);
    if (tensor.shape.join() !== shape.join())
      throw new TrainerError(`${folder}: tensor ${source} has shape (${tensor.shape.join(', ')}), config.json asks for (${shape.join(', ')})`);
    tensors.set(name, tensor);
  };
  need('embed_tokens.weight', [config.vocabulary, config.hidden]);
  need('norm.weight', [config.hidden]);
  if (!config.tied) need('lm_head.weight', [config.vocabulary, config.hidden], all.has('lm_head.weight') ? 'lm_head.weight' : 'language_model.lm_head.weight');
  for (let layer = 0; layer < config.layers; layer++) {
    need(`layers.${layer}.input_layernorm.weight`, [config.hidden]);
    need(`layers.${layer}.post_attention_layernorm.weight`, [config.hidden]);
    for (const projection of projections) need(`layers.${layer}.${blockOf(projection)}.${projection}.weight`, shapeOf(config, projection));
  }
  return { folder, prefix, tensors };
}
