import type { DataSourceApi } from '@grafana/data';
import { catchError, map, type Observable, of } from 'rxjs';
import type { Labels } from '../../core/model/series';
import { collectAnswer } from '../query/collectAnswer';
import { type Failure, failureOf } from '../query/failure';
import { recentRequest } from '../query/recentRequest';
import { bucketsOf, counterOf } from './guidedDefinition';

/** Some series of a metric, and whether its histogram has buckets; or why there are none. */
export type MetricSample =
  { readonly series: readonly Labels[]; readonly hasBuckets: boolean } | { readonly failure: Failure };

const SERIES = 200;
const METRIC = /^[A-Za-z_:][A-Za-z0-9_:]*$/;

/** Whether a text is the name of a metric, and so safe to ask for as it is. */
export function isMetricName(text: string): boolean {
  return METRIC.test(text);
}

/** Asks a Prometheus for a few series of a metric. Never fails; throws on what is no metric name. */
export function sampleMetric(
  metric: string,
  dataSource: DataSourceApi,
  now: number,
  timeoutMs: number
): Observable<MetricSample> {
  if (!isMetricName(metric)) {
    throw new Error(`sampleMetric expected the name of a metric, got "${metric}".`);
  }
  const buckets = bucketsOf(metric);
  const target = (refId: string, expr: string) => ({
    refId,
    datasource: { uid: dataSource.uid, type: dataSource.type },
    expr,
    range: false,
    instant: true,
    format: 'time_series',
    legendFormat: '',
    editorMode: 'code',
  });
  const targets = [
    target('series', `topk(${SERIES}, ${counterOf(metric)})`),
    ...(buckets ? [target('buckets', `count(${buckets})`)] : []),
  ];
  return collectAnswer(dataSource, recentRequest(targets, `traffic-sample-${dataSource.uid}`, now), timeoutMs).pipe(
    map(({ frames, errors }): MetricSample => {
      if (frames.length === 0 && errors.length > 0) {
        return { failure: failureOf(errors[0], dataSource.name) };
      }
      const series = frames
        .filter((frame) => frame.refId === 'series')
        .flatMap((frame) => frame.fields.flatMap((field) => (field.type === 'number' ? [field.labels ?? {}] : [])));
      return { series, hasBuckets: frames.some((frame) => frame.refId === 'buckets') };
    }),
    catchError((error: unknown) => of<MetricSample>({ failure: failureOf(error, dataSource.name, timeoutMs) }))
  );
}
