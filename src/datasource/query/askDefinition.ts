import type { DataQueryRequest } from '@grafana/data';
import { catchError, from, map, type Observable, of } from 'rxjs';
import type { DeriveInput } from '../../core/derive/deriveTraffic';
import type { Notice } from '../../core/model/notice';
import { gridTimes, type TimeGrid } from '../../upstream/grid';
import { DEFAULT_SCENARIO, DEFAULT_SEED, type QueryDefinition, type TrafficQuery } from '../types';
import { askDataSource } from './askDataSource';
import { type Failure, failureOf } from './failure';
import type { ResolvedDefinition } from './resolveUpstream';
import type { QueryServices } from './services';

/** What became of one definition. */
export interface DefinitionAnswer {
  readonly definition: QueryDefinition;
  /** Absent where nothing can be derived. */
  readonly input?: DeriveInput;
  /** Why there is no input. */
  readonly failure?: Failure;
  readonly notices: readonly Notice[];
}

/** The parts of a query that all its definitions share. */
export interface AskContext {
  readonly request: DataQueryRequest<TrafficQuery>;
  readonly grid: TimeGrid;
  readonly maxDataPoints: number;
  readonly services: Pick<QueryServices, 'loadSimulation' | 'timeoutMs'>;
}

/** Asks whoever answers a definition. Never fails: what goes wrong becomes a failure or a notice. */
export function askDefinition(
  resolved: ResolvedDefinition,
  refIdPrefix: string,
  context: AskContext
): Observable<DefinitionAnswer> {
  const { definition } = resolved;
  switch (resolved.answeredBy) {
    case 'nobody':
      return of({ definition, failure: resolved.failure, notices: [] });
    case 'simulation':
      return askSimulation(definition, context);
    case 'dataSource':
      return askDataSource(definition, resolved.dataSource, resolved.upstream, refIdPrefix, context);
  }
}

function askSimulation(definition: QueryDefinition, context: AskContext): Observable<DefinitionAnswer> {
  return from(context.services.loadSimulation()).pipe(
    map(({ createSimulation }) => {
      const { scenario = DEFAULT_SCENARIO, seed = DEFAULT_SEED, services } = definition.simulation ?? {};
      const simulated = createSimulation({ scenario, seed, services }).tables(gridTimes(context.grid));
      const input = {
        definition: { ...simulated.definition, id: definition.id, classes: definition.classes },
        tables: simulated.tables,
      };
      return { definition, input, notices: [] };
    }),
    catchError((error: unknown) => of({ definition, failure: failureOf(error, 'Simulated traffic'), notices: [] }))
  );
}
