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
  const stepSize = learningRate / correction1;
  const root = 1 / Math.sqrt(correction2);
  const kept = 1 - learningRate * weightDecay;
  for (const [name, values] of parameters) {
    const { length } = values;
    const gradient = gradients.get(name)!;
    const first = momentsOf(state.first, name, length);
    const second = momentsOf(state.second, name, length);
    for (let i = 0; i < length; i++) {
      const g = gradient[i]!;
      const mean = BETA1 * first[i]! + (1 - BETA1) * g;
      const square = BETA2 * second[i]! + (1 - BETA2) * g * g;
      first[i] = mean;
      second[i] = square;
      values[i] = values[i]! * kept - (stepSize * mean) / (Math.sqrt(square) * root + EPSILON);
    }
  }
}

function momentsOf(moments: Map<string, Float32Array>, name: string, length: number): Float32Array {
  const known = moments.get(name);
  if (known !== undefined) return known;
  const made = new Float32Array(length);
  moments.set(name, made);
  return made;
}

/** Scales gradients so that their common norm is at most `most`; returns the norm before. */
export function clipGradients(gradients: ReadonlyMap<string, Float32Array>, most: number): number {
  let sum = 0;
  for (const gradient of gradients.values()) for (let i = 0; i < gradient.length; i++) sum += gradient[i]! * gradient[i]!;
  const norm = Math.sqrt(sum);
  const factor = most / norm;
  if (norm > most) for (const gradient of gradients.values()) for (let i = 0; i < gradient.length; i++) gradient[i]! *= factor;
  return norm;
}
