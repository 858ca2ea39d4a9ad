/** How serious a notice is to the reader of a map. */
export type NoticeSeverity = 'info' | 'warning' | 'error';

/**
 * Something that was skipped, failed or cut short: what happened, how much of it, and what to do.
 * Bad data never throws; it becomes one of these.
 */
export interface Notice {
  readonly severity: NoticeSeverity;
  /** One plain sentence. Never HTML; may quote (untrusted) label values. */
  readonly text: string;
  /** The upstream it concerns, by display name. */
  readonly upstream?: string;
  /** An http(s) or relative address with more about it. */
  readonly link?: string;
}
