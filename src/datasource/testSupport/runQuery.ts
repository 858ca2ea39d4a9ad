import type { DataQueryRequest, DataQueryResponse } from '@grafana/data';
import { firstValueFrom, type Observable, of, throwError } from 'rxjs';
import { decodeTraffic } from '../../frames/decode';
import { dashboardRequest, type FakeUpstream, seriesFrame } from './fakeUpstream';
import type { QueryDefinition, TrafficQuery } from '../types';
import { createLastAnswers } from '../query/lastAnswers';
import { runQuery } from '../query/runQuery';
import type { QueryServices } from '../query/services';
import { rememberSimulations } from '../query/simulations';

/** A definition of Prometheus, with a variable in its expression. */
export const MESH: QueryDefinition = {
  id: 'mesh',
  kind: 'prometheus',
  upstream: 'prom',
  expressions: { requests: 'rate(requests_total{service="$service"}[$__rate_interval])' },
  mapping: { source: { label: 'source' }, target: { label: 'target' } },
};

/** A definition of Graphite, by paths. */
export const PATHS: QueryDefinition = {
  id: 'paths',
  kind: 'graphite',
  upstream: 'carbon',
  expressions: { requests: 'stats.*.upstream.*.rate', p95: 'stats.*.upstream.*.upper_95' },
  pathPattern: 'stats.{source}.upstream.{target}.*',
  mapping: { source: { label: 'source' }, target: { label: 'target' } },
};

/** Surroundings of a query, with these data sources. */
export function services(upstreams: readonly FakeUpstream[], changed: Partial<QueryServices> = {}): QueryServices {
  return {
    getDataSource: async ({ uid }) => {
      const found = upstreams.find((upstream) => upstream.uid === uid);
      if (!found) {
        throw new Error(`Datasource ${uid} was not found`);
      }
      return found;
    },
    replace: (text) => text,
    fetchJson: () => throwError(() => new Error('nothing is asked over HTTP here')),
    simulate: rememberSimulations(() => import('../../core/simulation')),
    upstreams: [],
    lastAnswers: createLastAnswers(),
    timeoutMs: 1000,
    slicing: { budgetMs: Infinity, now: () => 0, pause: (resume) => resume() },
    ...changed,
  };
}

/** A query without thresholds. */
export function query(...definitions: QueryDefinition[]): TrafficQuery {
  return { refId: 'A', definitions, thresholds: [] };
}

/** One edge for each target. */
export function answering(request: DataQueryRequest): Observable<DataQueryResponse> {
  return of({ data: request.targets.map(({ refId }) => seriesFrame(refId, { source: 'web', target: 'cart' }, 5)) });
}

/** One edge with requests and p95, as Graphite names it. */
export function graphiteSeries(request: DataQueryRequest): Observable<DataQueryResponse> {
  const [target] = request.targets;
  const leaf = target.refId.endsWith('p95') ? 'upper_95' : 'rate';
  const frame = seriesFrame('', {}, leaf === 'rate' ? 3 : 0.25);
  return of({ data: [{ ...frame, refId: undefined, name: `stats.cart.upstream.stock.${leaf}` }] });
}

/** Runs a query once, and reads what a panel would. */
export async function run(
  asked: TrafficQuery,
  using: QueryServices,
  overrides: Partial<DataQueryRequest<TrafficQuery>> = {}
) {
  const response = await firstValueFrom(runQuery(asked, dashboardRequest([asked], overrides), using));
  const { result } = response.data.length > 0 ? decodeTraffic(response.data) : {};
  return { response, result, notices: (result?.notices ?? []).map((notice) => notice.text) };
}
