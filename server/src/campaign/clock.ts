/** Time as the campaign sees it: milliseconds since the epoch that never jump while the process lives. */
export interface Clock {
  now(): number;
}

/** Starts at the wall clock and goes on with the monotonic one, so that a changed wall clock neither ends nor revives leases. */
export function processClock(): Clock {
  const epoch = Date.now() - performance.now();
  return { now: () => epoch + performance.now() };
}

export const isoOf = (time: number): string => new Date(time).toISOString();
