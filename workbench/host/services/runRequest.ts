import { catchError, from, isObservable, map, merge, type Observable, of, share, takeUntil, timer } from 'rxjs';
import {
  DataTopic,
  LoadingState,
  toDataFrame,
  type DataFrame,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceApi,
  type PanelData,
} from '@grafana/data';
import { toDataQueryError } from '@grafana/runtime';

type QueryFunction = DataSourceApi['query'];

/** An answer that is slower than this shows the loading state meanwhile. */
const LOADING_AFTER_MS = 200;

/** Answers come in packets; a packet replaces the earlier one with its key. */
function panelDataOf(
  request: DataQueryRequest,
  packets: ReadonlyMap<string, DataQueryResponse>,
  latest: DataQueryResponse
): PanelData {
  const responses = [...packets.values()];
  const frames = responses.flatMap((response): DataFrame[] =>
    (response.data ?? []).map((data: object) => toDataFrame(data))
  );
  const isAnnotation = (frame: DataFrame): boolean => frame.meta?.dataTopic === DataTopic.Annotations;
  const errors = responses.flatMap(
    (response) => response.errors ?? (response.error === undefined ? [] : [response.error])
  );
  return {
    state: errors.length > 0 ? LoadingState.Error : (latest.state ?? LoadingState.Done),
    series: frames.filter((frame) => !isAnnotation(frame)),
    annotations: frames.filter(isAnnotation),
    error: errors[0],
    errors: errors.length > 0 ? errors : undefined,
    timeRange: request.range,
    request,
  };
}

function answersOf(
  dataSource: DataSourceApi,
  request: DataQueryRequest,
  query?: QueryFunction
): Observable<DataQueryResponse> {
  const answer = query === undefined ? dataSource.query(request) : query(request);
  return isObservable(answer) ? answer : from(answer);
}

/** Runs a query of a data source and tells its panel what came of it; an error becomes data with the error state. */
export function runRequest(
  dataSource: DataSourceApi,
  request: DataQueryRequest,
  query?: QueryFunction
): Observable<PanelData> {
  const empty: PanelData = { state: LoadingState.Loading, series: [], timeRange: request.range, request };
  if (request.targets.length === 0) {
    return of({ ...empty, state: LoadingState.Done });
  }
  const failed = (error: unknown): Observable<PanelData> =>
    of({ ...empty, state: LoadingState.Error, error: toDataQueryError(error) });
  try {
    const packets = new Map<string, DataQueryResponse>();
    const data = answersOf(dataSource, request, query).pipe(
      map((packet) => panelDataOf({ ...request, endTime: Date.now() }, packets.set(packet.key ?? 'A', packet), packet)),
      catchError(failed),
      share()
    );
    return merge(
      timer(LOADING_AFTER_MS).pipe(
        map(() => empty),
        takeUntil(data)
      ),
      data
    );
  } catch (error) {
    return failed(error);
  }
}
