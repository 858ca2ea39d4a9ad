import {
  type DataFrame,
  type DataQueryError,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceApi,
  toDataFrame,
} from '@grafana/data';
import { defer, from, map, type Observable, reduce, timeout } from 'rxjs';

/** All that one data source said to one request. */
export interface CollectedAnswer {
  readonly frames: readonly DataFrame[];
  readonly errors: readonly DataQueryError[];
}

function errorsOf(response: DataQueryResponse): readonly DataQueryError[] {
  return response.errors ?? (response.error ? [response.error] : []);
}

/**
 * Asks a data source and waits for the end of its answer, at most `timeoutMs`. As in Grafana, a later part of an
 * answer replaces the earlier one of the same key. Unsubscribing cancels the request.
 */
export function collectAnswer(
  dataSource: DataSourceApi,
  request: DataQueryRequest,
  timeoutMs: number
): Observable<CollectedAnswer> {
  return defer(() => from(dataSource.query(request))).pipe(
    reduce((parts, part) => new Map(parts).set(part.key ?? '', part), new Map<string, DataQueryResponse>()),
    timeout({ first: timeoutMs }),
    map((byKey) => {
      const parts = [...byKey.values()];
      return {
        frames: parts.flatMap((part) => part.data.map((each) => toDataFrame(each))),
        errors: parts.flatMap(errorsOf),
      };
    })
  );
}
