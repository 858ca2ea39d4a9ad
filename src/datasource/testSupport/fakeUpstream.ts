import {
  type DataFrame,
  type DataQueryRequest,
  type DataQueryResponse,
  DataSourceApi,
  type DataSourceInstanceSettings,
  dateTime,
  FieldType,
  type Labels,
  type TestDataSourceResponse,
  type TimeRange,
} from '@grafana/data';
import { type Observable, of } from 'rxjs';
import type { TrafficQuery } from '../types';

/** An hour that begins and ends on a whole minute. */
export const FROM = Date.UTC(2026, 0, 5, 10, 0, 0);
export const TO = FROM + 3_600_000;

export function timeRange(from: number = FROM, to: number = TO): TimeRange {
  return { from: dateTime(from), to: dateTime(to), raw: { from: dateTime(from), to: dateTime(to) } };
}

/** A request as a dashboard makes it. */
export function dashboardRequest(
  targets: TrafficQuery[],
  overrides: Partial<DataQueryRequest<TrafficQuery>> = {}
): DataQueryRequest<TrafficQuery> {
  return {
    requestId: 'Q1',
    panelId: 7,
    app: 'dashboard',
    timezone: 'utc',
    interval: '3s',
    intervalMs: 3000,
    maxDataPoints: 1200,
    range: timeRange(),
    startTime: TO,
    scopedVars: {},
    targets,
    ...overrides,
  };
}

/** A series as Grafana's Prometheus data source hands it over. */
export function seriesFrame(refId: string, labels: Labels, value: number, stepMs = 60_000): DataFrame {
  const times = Array.from({ length: 61 }, (_, index) => FROM + index * stepMs);
  return {
    refId,
    length: times.length,
    fields: [
      { name: 'Time', type: FieldType.time, config: { interval: stepMs }, values: times },
      { name: 'Value', type: FieldType.number, config: {}, labels, values: times.map(() => value) },
    ],
  };
}

type Answer = (request: DataQueryRequest) => Observable<DataQueryResponse> | Promise<DataQueryResponse>;

/** An existing data source that keeps what it was asked, and answers as it is told to. */
export class FakeUpstream extends DataSourceApi {
  readonly asked: DataQueryRequest[] = [];

  constructor(
    uid: string,
    type: string,
    private readonly answer: Answer = () => of({ data: [] }),
    private readonly test: () => Promise<TestDataSourceResponse> = async () => ({ status: 'success', message: 'OK' })
  ) {
    super(instanceSettings(uid, type));
  }

  override query(request: DataQueryRequest): Observable<DataQueryResponse> | Promise<DataQueryResponse> {
    this.asked.push(request);
    return this.answer(request);
  }

  override testDatasource(): Promise<TestDataSourceResponse> {
    return this.test();
  }
}

/** Settings as Grafana hands them to a data source; its name is its uid with "name of" before it. */
export function instanceSettings<Data extends object>(
  uid: string,
  type: string,
  jsonData?: Data
): DataSourceInstanceSettings<Data> {
  return {
    uid,
    type,
    name: `name of ${uid}`,
    access: 'proxy',
    readOnly: false,
    jsonData: jsonData ?? ({} as Data),
    meta: {
      id: type,
      name: type,
      type: 'datasource' as DataSourceInstanceSettings['meta']['type'],
      module: '',
      baseUrl: '',
      metrics: true,
      info: {
        author: { name: '' },
        description: '',
        links: [],
        logos: { small: '', large: '' },
        screenshots: [],
        updated: '',
        version: '',
      },
    },
  };
}
