export interface AdamState {
  step: number;
  readonly first: Map<string, Float32Array>;
  readonly second: Map<string, Float32Array>;
}

const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-8;

export const newAdamState = (): AdamState => ({ step: 0, first: new Map(), second: new Map() });

/** One step of AdamW (Loshchilov and Hutter 2019) on float32 masters, in place. */
export function adamwStep(
  parameters: ReadonlyMap<string, Float32Array>,
  gradients: ReadonlyMap<string, Float32Array>,
  state: AdamState,
  learningRate: number,
  weightDecay: number,
): void {
  state.step++;
  const correction1 = 1 - BETA1 ** state.step;
  const correction2 = 1 - BETA2 ** state.step;
  for (const [name, values] of parameters) {
    const gradient = gradients.get(name)!;
    const first = state.first.get(name) ?? new Float32Array(values.length);
    const second = state.second.get(name) ?? new Float32Array(values.length);
    state.first.set(name, first);
    state.second.set(name, second);
    for (let i = 0; i < values.length; i++) {
      const g = gradient[i]!;
      first[i] = BETA1 * first[i]! + (1 - BETA1) * g;
      second[i] = BETA2 * second[i]! + (1 - BETA2) * g * g;
      const update = first[i]! / correction1 / (Math.sqrt(second[i]! / correction2) + EPSILON);
      values[i] = values[i]! * (1 - learningRate * weightDecay) - learningRate * update;
    }
  }
}

/** Scales gradients so that their common norm is at most `most`; returns the norm before. */
export function clipGradients(gradients: ReadonlyMap<string, Float32Array>, most: number): number {
  let sum = 0;
  for (const gradient of gradients.values()) for (const value of gradient) sum += value * value;
  const norm = Math.sqrt(sum);
  if (norm > most) for (const gradient of gradients.values()) for (let i = 0; i < gradient.length; i++) gradient[i]! *= most / norm;
  return norm;
}
