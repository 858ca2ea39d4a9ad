import type { TrafficResult } from '../core/model/result';

/** A result, or one plain sentence that says why there is none and what to do. */
export interface Decoded {
  readonly result?: TrafficResult;
  readonly problem?: string;
}
