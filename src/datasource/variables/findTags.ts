import type { DataSourceApi, GetTagResponse, MetricFindValue } from '@grafana/data';
import { catchError, defer, firstValueFrom, forkJoin, from, map, mergeMap, of, timeout } from 'rxjs';
import { type Failure, failureOf } from '../query/failure';
import type { QueryServices } from '../query/services';
import { soundQuery } from '../sound/soundQuery';
import type { TrafficQuery } from '../types';
import { asksDataSource, delegatedUpstream } from '../upstreams';

type Tags = GetTagResponse | readonly MetricFindValue[];

/** How one existing data source is asked for keys or values; undefined where it has none to give. */
export type AskTags = (dataSource: DataSourceApi) => Promise<Tags> | undefined;

/**
 * Keys or values of ad hoc filters: those of all upstreams that filters narrow, each once and sorted.
 *
 * @param queries of the dashboard, where Grafana tells them: their upstreams are asked beside those of the settings
 * @throws when there are upstreams and all fail
 */
export async function findTags(
  ask: AskTags,
  queries: readonly TrafficQuery[],
  { upstreams, getDataSource, replace, timeoutMs }: QueryServices
): Promise<MetricFindValue[]> {
  const named = queries.flatMap((query) =>
    (soundQuery(query).query.definitions ?? []).flatMap(({ kind, upstream }) =>
      asksDataSource(kind) ? { kind, uid: replace(upstream, {}) } : []
    )
  );
  const narrowed = [...upstreams, ...named].filter(({ kind, uid }) => uid && delegatedUpstream(kind).takesAdHocFilters);
  const uids = [...new Set(narrowed.map(({ uid }) => uid))];
  if (uids.length === 0) {
    return [];
  }
  const asked = uids.map((uid) =>
    defer(() => from(getDataSource({ uid }, {}))).pipe(
      mergeMap((dataSource) => ask(dataSource) ?? of([])),
      timeout({ first: timeoutMs }),
      map(valuesOf),
      catchError((error: unknown) => of(failureOf(error, uid, timeoutMs)))
    )
  );
  const answers = await firstValueFrom(forkJoin(asked));
  const found = answers.flatMap((answer) => (isFailure(answer) ? [] : answer));
  const failure = answers.find(isFailure);
  if (failure !== undefined && answers.every(isFailure)) {
    throw new Error(failure.message);
  }
  const byText = new Map(found.map((value) => [value.text, value]));
  return [...byText.keys()].sort().flatMap((text) => byText.get(text) ?? []);
}

function isFailure(answer: readonly MetricFindValue[] | Failure): answer is Failure {
  return 'message' in answer;
}

function valuesOf(tags: Tags): readonly MetricFindValue[] {
  if (!('data' in tags)) {
    return tags;
  }
  if (tags.error) {
    throw tags.error;
  }
  return tags.data;
}
