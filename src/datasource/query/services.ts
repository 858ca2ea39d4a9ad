import type { DataSourceApi, ScopedVars } from '@grafana/data';
import type { Observable } from 'rxjs';
import type { Simulation, SimulationOptions } from '../../core/simulation';
import type { Slicing } from '../../core/steps/runInSlices';
import type { UpstreamReference } from '../types';
import type { ReplaceVariables } from './interpolate';
import type { LastAnswers } from './lastAnswers';

/** What running a query needs of its surroundings. */
export interface QueryServices {
  /** Grafana's `getDataSourceSrv().get`. */
  readonly getDataSource: (ref: { readonly uid: string }, scopedVars: ScopedVars) => Promise<DataSourceApi>;
  /** Asks an address of this Grafana with the reader's own permissions; gives the parsed body. */
  readonly fetchJson: (url: string) => Observable<unknown>;
  readonly replace: ReplaceVariables;
  /** Rejects options that make no sense. */
  readonly simulate: (options: SimulationOptions) => Promise<Simulation>;
  /** The upstreams of the data source's settings. */
  readonly upstreams: readonly UpstreamReference[];
  /** Where this Grafana hands on what is at the Vizceral address of the settings. Absent: there is none. */
  readonly vizceralAddress?: string;
  /** What upstreams answered last, for when they fail. */
  readonly lastAnswers: LastAnswers;
  /** Milliseconds after which an upstream is given up. */
  readonly timeoutMs: number;
  /** How the work on large answers is cut, so that the page stays quick. */
  readonly slicing: Slicing;
}
