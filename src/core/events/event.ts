import type { Transition } from '../model/result';

/** What was in trouble, and when. Times in milliseconds. */
export interface TrafficEvent {
  readonly scope: Transition['scope'];
  /** Edge or node id, or group path joined by "/". */
  readonly subject: string;
  /** `STATE_WARNING` or `STATE_DANGER`. */
  readonly state: number;
  readonly from: number;
  /** Absent: it lasts. */
  readonly to?: number;
  /** The change that led to the state; absent where none is known. */
  readonly reason?: Transition;
  /** The alert that fired, for an event of an alert, and its own words. */
  readonly alert?: { readonly name: string; readonly summary?: string; readonly upstream: string };
}

/** Which events are wanted. */
export interface EventRequest {
  readonly scopes: ReadonlyArray<Transition['scope']>;
  /** `STATE_WARNING` or `STATE_DANGER`. */
  readonly least: number;
  /** States against thresholds. */
  readonly states: boolean;
  /** Firing alerts. */
  readonly alerts: boolean;
  /** Beyond it the worst are kept. */
  readonly most: number;
}

export interface FoundEvents {
  /** In order of time. */
  readonly events: readonly TrafficEvent[];
  /** How many there were, those left out included. */
  readonly found: number;
}
