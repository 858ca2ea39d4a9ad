/** Which fields (or labels of series) of foreign data say what. Absent ones are looked for by their usual names. */
export interface FrameMapping {
  readonly source?: string;
  readonly target?: string;
  /** Requests per second. */
  readonly rate?: string;
  /** Failed requests per second. */
  readonly errors?: string;
  /** Failed by all requests, 0–1, or in percent where the field's unit says so. */
  readonly errorRatio?: string;
  /** Seconds, or what the field's unit says. */
  readonly p50?: string;
  readonly p95?: string;
  readonly p99?: string;
  /** Bytes per second. */
  readonly bytes?: string;
  /** Status or class of a request. */
  readonly class?: string;
  readonly protocol?: string;
  /** Outermost group of each end, such as a namespace. */
  readonly sourceGroup?: string;
  readonly targetGroup?: string;
}
