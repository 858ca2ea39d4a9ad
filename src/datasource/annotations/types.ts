import type { Transition } from '../../core/model/result';

/** Which changes of a map become annotations. */
export interface EventSettings {
  /** Absent: `DEFAULT_EVENT_SCOPES`. */
  readonly scopes?: ReadonlyArray<Transition['scope']>;
  /** Absent: `danger`. */
  readonly least?: 'warning' | 'danger';
  /** Whether states against thresholds are told. Absent: they are. */
  readonly states?: boolean;
  /** Whether firing alerts are told. Absent: they are not. */
  readonly alerts?: boolean;
}

/** Services alone: their edges and groups are mostly in trouble for the same reason. */
export const DEFAULT_EVENT_SCOPES: ReadonlyArray<Transition['scope']> = Object.freeze(['node']);

/** More annotations than this are a carpet, and say nothing. The worst are kept. */
export const MOST_EVENTS = 500;
