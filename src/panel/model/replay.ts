import { STATE_DANGER, STATE_NORMAL, STATE_WARNING, worseState } from '../../core/model/state';
import type { ThresholdStates } from '../../core/model/result';

/** How the services stood in one bucket. */
export interface BucketTrouble {
  /** Services in warning, and in danger. */
  readonly warning: number;
  readonly danger: number;
  /** The worst change of state that happened in this bucket; normal for none. */
  readonly turned: number;
}

/** Trouble over time, one entry a bucket: what the time line shows. */
export function troubleOverTime(times: Float64Array, states: ThresholdStates): readonly BucketTrouble[] {
  const buckets = times.length;
  const warning = new Int32Array(buckets);
  const danger = new Int32Array(buckets);
  states.nodes.forEach((state, index) => {
    if (state === STATE_WARNING) {
      warning[index % buckets]++;
    } else if (state === STATE_DANGER) {
      danger[index % buckets]++;
    }
  });
  const turned = new Uint8Array(buckets).fill(STATE_NORMAL);
  for (const { time, to } of states.transitions) {
    const bucket = bucketAt(times, time);
    turned[bucket] = worseState(turned[bucket], to);
  }
  return Array.from(times, (_, bucket) => ({
    warning: warning[bucket],
    danger: danger[bucket],
    turned: turned[bucket],
  }));
}

/** The bucket nearest to a time in milliseconds, clamped to the history; 0 for an empty one. */
export function bucketAt(times: Float64Array, time: number): number {
  let low = 0;
  let high = times.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle] < time) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low > 0 && time - times[low - 1] < times[low] - time ? low - 1 : low;
}

/** How much faster than life a replay may run. */
export const REPLAY_SPEEDS: readonly number[] = [30, 60, 120, 300];

/** Steps come no faster than this, so that each can be seen. */
const FASTEST_STEP = 100;

/** Milliseconds to the next step of a replay, and buckets to go in it. */
export function replayStep(times: Float64Array, speed: number): { readonly wait: number; readonly buckets: number } {
  const spacing = times.length > 1 ? (times[times.length - 1] - times[0]) / (times.length - 1) : 1000;
  const wait = spacing / speed;
  const buckets = Math.max(1, Math.round(FASTEST_STEP / wait));
  return { wait: wait * buckets, buckets };
}
