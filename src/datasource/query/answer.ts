import type { DataQueryRequest } from '@grafana/data';
import type { DeriveInput } from '../../core/derive/deriveTraffic';
import type { Notice } from '../../core/model/notice';
import type { TimeGrid } from '../../upstream/grid';
import type { QueryDefinition, TrafficQuery } from '../types';
import type { Failure } from './failure';
import type { QueryServices } from './services';

/** What became of one definition. */
export interface DefinitionAnswer {
  readonly definition: QueryDefinition;
  /** Absent where nothing can be derived. */
  readonly input?: DeriveInput;
  /** Where the upstream failed and `input` is its last answer: end of the last bucket of that, in milliseconds. */
  readonly staleSince?: number;
  /** Why there is no input. */
  readonly failure?: Failure;
  readonly notices: readonly Notice[];
}

/** The parts of a query that all its definitions share. */
export interface AskContext {
  readonly request: DataQueryRequest<TrafficQuery>;
  readonly grid: TimeGrid;
  readonly maxDataPoints: number;
  /** Whether only the last bucket is asked for; the grid then has no other. */
  readonly instant: boolean;
  /** The earlier buckets that rates are compared with; absent: none are. */
  readonly baseline?: TimeGrid;
  readonly services: Pick<
    QueryServices,
    'fetchJson' | 'lastAnswers' | 'replace' | 'simulate' | 'slicing' | 'timeoutMs' | 'vizceralAddress'
  >;
}
