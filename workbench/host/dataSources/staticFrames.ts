import { of, type Observable } from 'rxjs';
import {
  DataSourceApi,
  LoadingState,
  toDataFrame,
  type DataFrameDTO,
  type DataQueryRequest,
  type DataQueryResponse,
  type TestDataSourceResponse,
} from '@grafana/data';
import type { DataQuery } from '@grafana/schema';

/** A query that holds its own answer: stands for any data source that is not ours. */
export interface StaticQuery extends DataQuery {
  readonly frames: readonly DataFrameDTO[];
}

export class StaticFramesDataSource extends DataSourceApi<StaticQuery> {
  override query(request: DataQueryRequest<StaticQuery>): Observable<DataQueryResponse> {
    const data = request.targets.flatMap((target) =>
      target.frames.map((frame) => toDataFrame({ ...frame, refId: target.refId }))
    );
    return of({ data, state: LoadingState.Done });
  }

  override testDatasource(): Promise<TestDataSourceResponse> {
    return Promise.resolve({ status: 'success', message: 'Static frames need no server' });
  }
}
