import { readFileSync } from 'node:fs';
import path from 'node:path';
import { TrainerError } from '../errors.ts';

/** A Mistral-family decoder, as its `config.json` says. */
export interface ModelConfig {
  readonly modelType: string;
  readonly hidden: number;
  readonly layers: number;
  readonly heads: number;
  readonly kvHeads: number;
  readonly headDim: number;
  readonly intermediate: number;
  readonly vocabulary: number;
  readonly tied: boolean;
  readonly epsilon: number;
  readonly maxPositions: number;
  readonly rope: {
    readonly type: 'plain' | 'yarn';
    readonly theta: number;
    readonly factor: number;
    readonly originalLength: number;
    readonly betaFast: number;
    readonly betaSlow: number;
    readonly attentionFactor: number;
    readonly queryBeta: number;
  };
  /** A vision tower stands beside the decoder. */
  readonly multimodal: boolean;
}

const FAMILY = new Set(['ministral3', 'mistral', 'llama', 'mistral3']);

/** @throws TrainerError where the file is missing, broken, or of another architecture */
export function readConfig(folder: string): ModelConfig {
  const file = path.join(folder, 'config.json');
  let raw: Record<string, unknown>;
  try {
    raw = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  } catch (error) {
    throw new TrainerError(`cannot read the model's ${file}: ${(error as Error).message}; --model names a folder with config.json, safetensors and a tokenizer`);
  }
  const text = (raw['text_config'] ?? raw) as Record<string, unknown>;
  const named = text['model_type'] ?? raw['model_type'];
  const modelType = typeof named === 'string' ? named : '';
  if (!FAMILY.has(modelType)) throw new TrainerError(`${file}: model_type "${modelType}" is not one this trainer knows (${[...FAMILY].join(', ')})`);
  const number = (key: string, fallback?: number): number => {
    const value = text[key] ?? fallback;
    if (typeof value !== 'number' || !Number.isFinite(value)) throw new TrainerError(`${file}: ${key} is missing or not a number`);
    return value;
  };
  const heads = number('num_attention_heads');
  const hidden = number('hidden_size');
  const scaling = (text['rope_parameters'] ?? text['rope_scaling'] ?? {}) as Record<string, unknown>;
  const scale = (key: string, fallback: number): number => (typeof scaling[key] === 'number' ? (scaling[key] as number) : fallback);
  const yarn = (scaling['rope_type'] ?? scaling['type']) === 'yarn';
  const factor = scale('factor', 1);
  const mscale = (value: number): number => (factor <= 1 ? 1 : 0.1 * value * Math.log(factor) + 1);
  const all = scale('mscale_all_dim', 0);
  const attentionFactor = !yarn
    ? 1
    : typeof scaling['attention_factor'] === 'number'
      ? (scaling['attention_factor'] as number)
      : all !== 0
        ? mscale(scale('mscale', 1)) / mscale(all)
        : mscale(1);
  return {
    modelType,
    hidden,
    heads,
    layers: number('num_hidden_layers'),
    kvHeads: number('num_key_value_heads', heads),
    headDim: number('head_dim', hidden / heads),
    intermediate: number('intermediate_size'),
    vocabulary: number('vocab_size'),
    tied: Boolean(text['tie_word_embeddings'] ?? raw['tie_word_embeddings'] ?? false),
    epsilon: number('rms_norm_eps', 1e-5),
    maxPositions: number('max_position_embeddings', 32768),
    rope: {
      type: yarn ? 'yarn' : 'plain',
      theta: scale('rope_theta', number('rope_theta', 10000)),
      factor,
      originalLength: scale('original_max_position_embeddings', 16384),
      betaFast: scale('beta_fast', 32),
      betaSlow: scale('beta_slow', 1),
      attentionFactor,
      queryBeta: scale('llama_4_scaling_beta', 0),
    },
    multimodal: 'text_config' in raw,
  };
}
