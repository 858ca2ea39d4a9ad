import type { DataSourceApi } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import { catchError, map, type Observable, of } from 'rxjs';
import type { Labels } from '../../core/model/series';
import { tableFromFrames } from '../../upstream/frames/tableFromFrames';
import { collectAnswer } from '../query/collectAnswer';
import { type Failure, failureOf } from '../query/failure';
import { recentRequest } from '../query/recentRequest';

/** What series of a Graphite target are told apart by: tags, or the parts of a path, "part1" being the first. */
export interface TargetSeries {
  readonly isTagged: boolean;
  readonly series: readonly Labels[];
}

export type TargetSample = TargetSeries | { readonly failure: Failure };

interface GraphiteTarget extends DataQuery {
  readonly target: string;
  readonly textEditor: boolean;
  readonly rawQuery: boolean;
}

const PART = /^part([1-9]\d*)$/;
const LONGEST_PATH = 24;
/** A pattern for each length, so that each part of any path is a label. */
const ALL_PARTS = Array.from({ length: LONGEST_PATH }, (_, last) =>
  Array.from({ length: last + 1 }, (__, part) => `{part${part + 1}}`).join('.')
).join(' ');
/** For reading labels alone. */
const ANY_TIME = Object.freeze({ from: 0, to: 60_000, stepMs: 60_000 });

/** Place of a part in its path, from 0; undefined for a tag. */
export function placeOf(label: string): number | undefined {
  const found = PART.exec(label);
  return found ? Number(found[1]) - 1 : undefined;
}

/** Tags where there are any, or else the parts of the paths that have the most frequent length. */
function tellApart(labels: readonly Labels[]): TargetSeries {
  const pick = (wanted: (label: string) => boolean) =>
    labels.map((all) => Object.fromEntries(Object.entries(all).filter(([label]) => wanted(label))));
  const tags = pick((label) => label !== 'name' && placeOf(label) === undefined);
  if (tags.some((each) => Object.keys(each).length > 0)) {
    return { isTagged: true, series: tags };
  }
  const paths = pick((label) => placeOf(label) !== undefined).filter((parts) => Object.keys(parts).length > 0);
  const lengths = new Map<number, number>();
  paths.forEach((parts) => {
    const length = Object.keys(parts).length;
    lengths.set(length, (lengths.get(length) ?? 0) + 1);
  });
  const [usual] = [...lengths].sort((a, b) => b[1] - a[1])[0] ?? [0];
  return { isTagged: false, series: paths.filter((parts) => Object.keys(parts).length === usual) };
}

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
