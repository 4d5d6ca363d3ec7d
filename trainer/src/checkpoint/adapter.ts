import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeSafetensors } from './safetensors.ts';
import { projections } from './weights.ts';

export interface AdapterInfo {
  readonly baseModel: string;
  /** `model.` or `model.language_model.`: the prefix of the base's tensors. */
  readonly prefix: string;
  readonly rank: number;
  readonly alpha: number;
  readonly dropout: number;
  readonly multimodal: boolean;
}

/** Writes a LoRA adapter that Python's `peft` loads: weights first, then the configuration that names them. */
export function writeAdapter(folder: string, info: AdapterInfo, parameters: ReadonlyMap<string, Float32Array>, shapes: ReadonlyMap<string, readonly number[]>): void {
  mkdirSync(folder, { recursive: true });
  const tensors = new Map([...parameters].map(([name, data]) => [`base_model.model.${info.prefix}${name}.weight`, { data, shape: shapes.get(name)! }]));
  const weights = path.join(folder, 'adapter_model.safetensors');
  writeSafetensors(`${weights}.tmp`, tensors);
  renameSync(`${weights}.tmp`, weights);
  const config = {
    peft_type: 'LORA',
    task_type: 'CAUSAL_LM',
    base_model_name_or_path: info.baseModel,
    r: info.rank,
    lora_alpha: info.alpha,
    lora_dropout: info.dropout,
    bias: 'none',
    target_modules: [...projections],
    exclude_modules: info.multimodal ? '.*(vision_tower|multi_modal_projector).*' : null,
    fan_in_fan_out: false,
    inference_mode: true,
    init_lora_weights: true,
    modules_to_save: null,
    use_dora: false,
    use_rslora: false,
  };
  const file = path.join(folder, 'adapter_config.json');
  writeFileSync(`${file}.tmp`, `${JSON.stringify(config, null, 2)}\n`);
  renameSync(`${file}.tmp`, file);
}
