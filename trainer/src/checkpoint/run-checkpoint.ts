import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { TrainerError } from '../errors.ts';
import type { RunState } from '../train/run-state.ts';
import { writeAdapter, type AdapterInfo } from './adapter.ts';
import { readFloats, readTensors, writeSafetensors } from './safetensors.ts';

/** What a checkpoint was made of: another run's is refused, by the name of what differs. */
export type RunIdentity = Readonly<Record<string, string | number | boolean>>;

const STATE = 'trainer_state.json';
const OPTIMIZER = 'optimizer.safetensors';
const PREFIX = 'checkpoint-';

type Shapes = ReadonlyMap<string, readonly number[]>;

const stepOf = (name: string): number => (new RegExp(`^${PREFIX}\\d+$`).test(name) ? Number(name.slice(PREFIX.length)) : -1);
const checkpointsIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => stepOf(name) >= 0)
        .sort((a, b) => stepOf(a) - stepOf(b))
    : [];

/**
 * Writes `checkpoint-N`: an adapter as it stands, the optimiser, and what they were made of. The folder appears whole or
 * not at all; older ones beyond `keep` go after it is there.
 */
export function saveCheckpoint(output: string, state: RunState, identity: RunIdentity, info: AdapterInfo, shapes: Shapes, keep: number): string {
  const name = `${PREFIX}${state.step}`;
  const whole = path.join(output, name);
  const parts = path.join(output, `.${name}.tmp`);
  try {
    rmSync(parts, { recursive: true, force: true });
    mkdirSync(parts, { recursive: true });
    writeAdapter(parts, info, state.parameters, shapes);
    const moments = [...state.adam.first].flatMap(([key, data]) => [
      [`first.${key}`, { data, shape: [data.length] }] as const,
      [`second.${key}`, { data: state.adam.second.get(key)!, shape: [data.length] }] as const,
    ]);
    writeSafetensors(path.join(parts, OPTIMIZER), new Map(moments));
    writeFileSync(path.join(parts, STATE), `${JSON.stringify({ step: state.step, adam_step: state.adam.step, identity }, null, 2)}\n`);
    rmSync(whole, { recursive: true, force: true });
    renameSync(parts, whole);
  } catch (error) {
    rmSync(parts, { recursive: true, force: true });
    const full = (error as NodeJS.ErrnoException).code === 'ENOSPC';
    throw new TrainerError(
      `cannot save step ${state.step} in ${output}: ${full ? 'the disk is full' : (error as Error).message}; ${checkpointsIn(output).at(-1) ?? 'no checkpoint'} is there, go on with --resume-from-checkpoint last`,
    );
  }
  for (const old of checkpointsIn(output).slice(0, -keep)) rmSync(path.join(output, old), { recursive: true, force: true });
  return whole;
}

/** The folder that `--resume-from-checkpoint` means. @throws TrainerError where there is none */
export function findCheckpoint(output: string, asked: string): string {
  if (asked !== 'last') {
    if (!existsSync(path.join(asked, STATE))) throw new TrainerError(`${asked} is no checkpoint (no ${STATE}); name a checkpoint-N folder, or "last"`, 2);
    return path.resolve(asked);
  }
  const last = checkpointsIn(output).at(-1);
  if (last === undefined) throw new TrainerError(`${output} holds no checkpoint to resume from; start without --resume-from-checkpoint`, 2);
  return path.join(output, last);
}

/** Puts a checkpoint's numbers into a state. @throws TrainerError where it is cut, or of another run */
export function loadCheckpoint(folder: string, state: RunState, identity: RunIdentity, prefix: string): void {
  let saved: { step: number; adam_step: number; identity: RunIdentity };
  try {
    saved = JSON.parse(readFileSync(path.join(folder, STATE), 'utf8')) as typeof saved;
  } catch (error) {
    throw new TrainerError(`${folder}: ${STATE} cannot be read (${(error as Error).message}); resume from another checkpoint`);
  }
  const differing = Object.keys(identity).filter((key) => saved.identity[key] !== identity[key]);
  if (differing.length > 0) {
    const [key] = differing as [string];
    throw new TrainerError(
      `${folder} is of another run: its ${key} is ${String(saved.identity[key])}, this one's is ${String(identity[key])}${differing.length > 1 ? ` (${differing.length - 1} more differ)` : ''}`,
      2,
    );
  }
  const adapter = readTensors(folder, 'adapter_model.safetensors');
  const moments = readTensors(folder, OPTIMIZER);
  const read = (tensors: typeof adapter, name: string): Float32Array => {
    const tensor = tensors.get(name);
    if (!tensor) throw new TrainerError(`${folder} lacks tensor ${name}; resume from another checkpoint`);
    return readFloats(folder, tensor);
  };
  for (const name of state.parameters.keys()) {
    state.parameters.set(name, read(adapter, `base_model.model.${prefix}${name}.weight`));
    state.adam.first.set(name, read(moments, `first.${name}`));
    state.adam.second.set(name, read(moments, `second.${name}`));
  }
  state.adam.step = saved.adam_step;
  state.step = saved.step;
}
