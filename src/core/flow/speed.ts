/** World units a second at 1 ms and below, and at 10 s and above. A node's radius is 1. */
export const FASTEST = 7;
export const SLOWEST = 0.7;

/** Latencies in seconds between which speeds differ. */
const FAST_LATENCY = 0.001;
const SLOW_LATENCY = 10;

const EXPONENT = Math.log(SLOWEST / FASTEST) / Math.log(SLOW_LATENCY / FAST_LATENCY);

/** World units a second of every edge where speed says nothing, or where latency is unknown. */
export const USUAL_SPEED = Math.sqrt(FASTEST * SLOWEST);

/** World units a second for a latency in seconds: slower requests travel slower, each decade by the same factor. */
export function latencyToSpeed(latency: number): number {
  if (!(latency >= 0)) {
    return USUAL_SPEED;
  }
  const clamped = Math.min(SLOW_LATENCY, Math.max(FAST_LATENCY, latency));
  return FASTEST * (clamped / FAST_LATENCY) ** EXPONENT;
}
