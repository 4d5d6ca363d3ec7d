/** Linear warm-up to the peak, then half a cosine to zero. `step` counts from 0. */
export function learningRateAt(step: number, total: number, peak: number, warmupRatio: number): number {
  const warmup = Math.ceil(total * warmupRatio);
  if (step < warmup) return (peak * (step + 1)) / warmup;
  const progress = (step - warmup) / Math.max(1, total - warmup);
  return peak * 0.5 * (1 + Math.cos(Math.PI * progress));
}
