import type { DataSourceApi } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import { catchError, map, type Observable, of } from 'rxjs';
import { tableFromFrames } from '../../upstream/frames/tableFromFrames';
import { collectAnswer } from '../query/collectAnswer';
import { type Failure, failureOf } from '../query/failure';
import { recentRequest } from '../query/recentRequest';
import { tellApart, type TargetSeries } from './targetSeries';

export type TargetSample = TargetSeries | { readonly failure: Failure };

interface GraphiteTarget extends DataQuery {
  readonly target: string;
  readonly textEditor: boolean;
  readonly rawQuery: boolean;
}

const LONGEST_PATH = 24;
/** A pattern for each length, so that each part of any path is a label. */
const ALL_PARTS = Array.from({ length: LONGEST_PATH }, (_, last) =>
  Array.from({ length: last + 1 }, (__, part) => `{part${part + 1}}`).join('.')
).join(' ');
/** For reading labels alone. */
const ANY_TIME = Object.freeze({ from: 0, to: 60_000, stepMs: 60_000 });

/** Asks a Graphite for the series of a target in the last minutes. Never fails. */
export function sampleTarget(
  target: string,
  dataSource: DataSourceApi,
  now: number,
  timeoutMs: number
): Observable<TargetSample> {
  const asked: GraphiteTarget = {
    refId: 'series',
    datasource: { uid: dataSource.uid, type: dataSource.type },
    target,
    textEditor: true,
    rawQuery: true,
  };
  return collectAnswer(dataSource, recentRequest([asked], `traffic-sample-${dataSource.uid}`, now), timeoutMs).pipe(
    map(({ frames, errors }): TargetSample => {
      if (frames.length === 0 && errors.length > 0) {
        return { failure: failureOf(errors[0], dataSource.name) };
      }
      const { table } = tableFromFrames(frames, ANY_TIME, { kind: 'graphite', pathPattern: ALL_PARTS });
      return tellApart(table.labels);
    }),
    catchError((error: unknown) => of<TargetSample>({ failure: failureOf(error, dataSource.name, timeoutMs) }))
  );
}
