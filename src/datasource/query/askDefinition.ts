import { catchError, from, mergeMap, type Observable, of } from 'rxjs';
import type { Simulation } from '../../core/simulation';
import type { Steps } from '../../core/steps/steps';
import { atPresent } from '../../upstream/baseline';
import { gridTimes } from '../../upstream/grid';
import { DEFAULT_SCENARIO, DEFAULT_SEED, type QueryDefinition } from '../types';
import { askPasted } from '../vizceral/askPasted';
import { askVizceral } from '../vizceral/askVizceral';
import type { AskContext, DefinitionAnswer } from './answer';
import { askDataSource } from './askDataSource';
import { failureOf } from './failure';
import { inSlices } from './inSlices';
import type { ResolvedDefinition } from './resolveUpstream';

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
    case 'query':
      return of(askPasted(definition, context.grid));
    case 'address':
      return askVizceral(definition, context.grid, context.services);
    case 'dataSource':
      return askDataSource(definition, resolved.dataSource, resolved.upstream, refIdPrefix, context);
  }
}

function askSimulation(definition: QueryDefinition, context: AskContext): Observable<DefinitionAnswer> {
  const { scenario = DEFAULT_SCENARIO, seed = DEFAULT_SEED, services } = definition.simulation ?? {};
  const { simulate, slicing } = context.services;
  return from(simulate({ scenario, seed, services })).pipe(
    mergeMap((simulation) => inSlices(() => readSimulation(simulation, definition, context), slicing)),
    catchError((error: unknown) => of({ definition, failure: failureOf(error, 'Simulated traffic'), notices: [] }))
  );
}

function* readSimulation(
  simulation: Simulation,
  definition: QueryDefinition,
  { baseline: earlier, grid }: AskContext
): Steps<DefinitionAnswer> {
  const simulated = yield* simulation.tables(gridTimes(grid));
  const { requests } = earlier ? (yield* simulation.tables(gridTimes(earlier))).tables : {};
  const baseline = earlier && requests && atPresent(requests, earlier, grid);
  const input = {
    definition: {
      ...simulated.definition,
      id: definition.id,
      classes: definition.classes,
      keepLabels: definition.keepLabels,
    },
    tables: { ...simulated.tables, ...(baseline && { baseline }) },
  };
  return { definition, input, notices: [] };
}
