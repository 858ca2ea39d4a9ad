import { type DataQueryRequest, dateTime, type MetricFindValue, type ScopedVars, type TimeRange } from '@grafana/data';
import { map, mergeMap, type Observable, throwError } from 'rxjs';
import { deriveSteps } from '../../core/derive/deriveTraffic';
import { mainExpression } from '../../upstream/request';
import { inSlices } from '../query/inSlices';
import { askPlanned, planQuery } from '../query/planQuery';
import type { QueryServices } from '../query/services';
import type { TrafficQuery } from '../types';
import { listValues } from './listValues';
import { readVariableQuery } from './readVariableQuery';
import type { TrafficVariableQuery } from './variableQuery';

/** What a service did at any time of the range is wanted, and not when: few steps, each as long as it takes. */
const STEPS = 6;

const DEFAULT_RANGE_MS = 3_600_000;

/** What Grafana tells of the dashboard that a variable is in; each may be missing. */
export interface VariableContext {
  readonly range?: TimeRange;
  readonly scopedVars?: ScopedVars;
  readonly requestId?: string;
  /** Milliseconds. */
  readonly now: number;
}

/**
 * Finds the values of a variable by asking its definitions for requests alone (or for bytes, where they
 * ask for no requests). Upstreams that fail leave the values of
 * the others; where all fail, so does this.
 */
export function findValues(
  query: unknown,
  { range, scopedVars = {}, requestId = 'traffic-variable', now }: VariableContext,
  services: QueryServices
): Observable<readonly MetricFindValue[]> {
  let read: TrafficVariableQuery;
  try {
    read = readVariableQuery(query, services.upstreams);
  } catch (error) {
    return throwError(() => error);
  }
  const { list = 'services', refId } = read;
  const match = services.replace(read.match ?? '', scopedVars, 'regex');
  const definitions = read.definitions?.map((definition) => {
    const main = mainExpression(definition.expressions);
    return { ...definition, expressions: main ? { [main[0]]: main[1] } : {} };
  });
  const target: TrafficQuery = { refId, definitions, resolution: STEPS };
  const request: DataQueryRequest<TrafficQuery> = {
    requestId,
    app: 'dashboard',
    timezone: 'utc',
    interval: '',
    intervalMs: 0,
    range: range ?? lastHour(now),
    scopedVars,
    startTime: now,
    targets: [target],
  };
  return planQuery(target, request, services).pipe(
    mergeMap((plan) => askPlanned(plan)),
    mergeMap((answers) => {
      const inputs = answers.flatMap(({ input }) => input ?? []);
      const failure = answers.find((answer) => answer.failure)?.failure;
      if (inputs.length === 0 && failure) {
        throw new Error(failure.message);
      }
      return inSlices(() => deriveSteps(inputs, 'prefer'), services.slicing);
    }),
    map(({ history }) => listValues(history, list, match))
  );
}

function lastHour(now: number): TimeRange {
  const range = { from: dateTime(now - DEFAULT_RANGE_MS), to: dateTime(now) };
  return { ...range, raw: range };
}
