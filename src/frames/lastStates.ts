import { STATE_NO_DATA } from '../core/model/state';

/** State codes of the newest bucket, out of subject × bucket. */
export function lastStates(states: Uint8Array, subjects: number, buckets: number): Uint8Array {
  const last = new Uint8Array(subjects).fill(STATE_NO_DATA);
  for (let subject = 0; subject < subjects && buckets > 0; subject++) {
    last[subject] = states[subject * buckets + buckets - 1];
  }
  return last;
}
