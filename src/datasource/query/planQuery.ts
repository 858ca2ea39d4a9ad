import type { DataQueryRequest } from '@grafana/data';
import { forkJoin, map, type Observable, of } from 'rxjs';
import type { Notice } from '../../core/model/notice';
import { baselineGrid } from '../../upstream/baseline';
import { fitGrid } from '../../upstream/grid';
import { latestBucket } from '../../upstream/instant';
import { readRecorded } from '../recording/recordedSeries';
import { soundQuery } from '../sound/soundQuery';
import { BASELINE_MS, type CompleteRequest, type TrafficQuery } from '../types';
import type { AskContext, DefinitionAnswer } from './answer';
import { askDefinition } from './askDefinition';
import { completeQuery, isAnswerable } from './completeQuery';
import { interpolateDefinition } from './interpolate';
import { keepLastAnswer } from './keepLastAnswer';
import { type ResolvedDefinition, resolveUpstream } from './resolveUpstream';
import type { QueryServices } from './services';
import { gridFor } from './timeGrid';

/** Buckets of simulated traffic are no shorter than this. */
const SIMULATED_INTERVAL = '5s';

/** Whom a query asks, and on which buckets. */
export interface QueryPlan {
  /** As it came, without what cannot be read of it. */
  readonly query: TrafficQuery;
  readonly complete: CompleteRequest;
  /** Only definitions that have something to ask; there may be none. */
  readonly resolved: readonly ResolvedDefinition[];
  readonly context: AskContext & { readonly services: QueryServices };
  readonly notices: readonly Notice[];
  /** What of the query cannot be read. */
  readonly malformed: readonly Notice[];
}

/** Finds the upstreams of a query, and the grid that suits all of them. Emits once, and never fails. */
export function planQuery(
  written: TrafficQuery,
  request: DataQueryRequest<TrafficQuery>,
  services: QueryServices,
  defaultResolution?: number
): Observable<QueryPlan> {
  const { query, notices: malformed } = soundQuery(written);
  const complete = completeQuery(query, defaultResolution);
  const resolving = complete.definitions
    .filter(isAnswerable)
    .map((definition) => readRecorded(interpolateDefinition(definition, request.scopedVars, services.replace)))
    .map((definition) => resolveUpstream(definition, request.scopedVars, services));
  return (resolving.length === 0 ? of([]) : forkJoin(resolving)).pipe(
    map((resolved) => {
      const maxDataPoints = Math.max(1, Math.min(request.maxDataPoints ?? Infinity, complete.resolution));
      const wanted = gridFor(request.range, maxDataPoints, resolved.map(shortestInterval), request.startTime);
      const { grid: whole, notices } = fitGrid(wanted);
      const grid = complete.instant ? latestBucket(whole) : whole;
      const earlier = complete.baseline && BASELINE_MS[complete.baseline];
      const baseline = earlier === undefined ? undefined : baselineGrid(grid, earlier);
      const { instant } = complete;
      const context = { request, grid, maxDataPoints, instant, services, ...(baseline && { baseline }) };
      return { query, complete, resolved, context, notices, malformed };
    })
  );
}

/** Asks all upstreams of a plan at once. Never fails: what goes wrong is said in an answer. Unsubscribing cancels. */
export function askPlanned({ query, resolved, context }: QueryPlan): Observable<readonly DefinitionAnswer[]> {
  return resolved.length === 0
    ? of([])
    : forkJoin(
        resolved.map((each, index) =>
          askDefinition(each, `${query.refId}${index}`, context).pipe(
            map((answer) => keepLastAnswer(each, answer, context))
          )
        )
      );
}

function shortestInterval(resolved: ResolvedDefinition): string | undefined {
  switch (resolved.answeredBy) {
    case 'simulation':
      return SIMULATED_INTERVAL;
    case 'dataSource':
      return resolved.dataSource.interval || resolved.upstream.defaultInterval;
    case 'query':
    case 'address':
    case 'nobody':
      return undefined;
  }
}
