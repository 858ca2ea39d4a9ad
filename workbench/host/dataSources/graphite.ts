import { lastValueFrom, map, type Observable } from 'rxjs';
import {
  DataSourceApi,
  dateMath,
  toDataFrame,
  type DataFrame,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceInstanceSettings,
  type DateTime,
  type MetricFindValue,
  type ScopedVars,
  type TestDataSourceResponse,
  type TimeRange,
} from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import { getBackendSrv, getTemplateSrv } from '@grafana/runtime';

export interface GraphiteQuery extends DataQuery {
  readonly target?: string;
}

interface GraphiteSeries {
  readonly target: string;
  readonly tags?: Readonly<Record<string, string>>;
  /** Value, then seconds since 1970. */
  readonly datapoints: ReadonlyArray<readonly [number | null, number]>;
}

interface FoundPart {
  readonly text: string;
  readonly expandable: 0 | 1 | boolean;
}

interface FindOptions {
  readonly requestId?: string;
  readonly range?: TimeRange;
}

const asText = (text: string): MetricFindValue => ({ text });

/** Put behind a series' name by `aliasSub`, to tell which target it answers. */
const REF_ID = / workbenchRefId (\S+)$/;

const renderTime = (time: DateTime | string, roundUp: boolean): number => {
  const date = dateMath.parse(time, roundUp);
  if (date === undefined) {
    throw new Error(`Not a time: ${String(time)}`);
  }
  return Math.ceil(date.valueOf() / 1000);
};

function frameOf(series: GraphiteSeries): DataFrame {
  const refId = REF_ID.exec(series.target)?.[1];
  const name = series.target.replace(REF_ID, '');
  const frame = toDataFrame({
    target: name,
    title: name,
    tags: series.tags,
    refId,
    datapoints: series.datapoints.map(([value, seconds]) => [value, seconds * 1000]),
  });
  return frame;
}

/**
 * A data source for Graphite with the query, the request and the frames of Grafana's own, which is not published: all
 * targets of a request go into one POST of /render, and a second request of the same panel cancels the first.
 */
export class GraphiteDataSource extends DataSourceApi<GraphiteQuery> {
  constructor(private readonly settings: DataSourceInstanceSettings) {
    super(settings);
  }

  override query(request: DataQueryRequest<GraphiteQuery>): Observable<DataQueryResponse> {
    const form = new URLSearchParams({
      from: String(renderTime(request.range.raw.from, false)),
      until: String(renderTime(request.range.raw.to, true)),
      format: 'json',
      maxDataPoints: String(request.maxDataPoints ?? 100),
    });
    for (const query of request.targets.filter((target) => target.hide !== true && (target.target ?? '') !== '')) {
      const target = getTemplateSrv().replace(query.target, request.scopedVars);
      form.append('target', `aliasSub(${target}, "(^.*$)", "\\1 workbenchRefId ${query.refId}")`);
    }
    return getBackendSrv()
      .fetch<readonly GraphiteSeries[]>({
        method: 'POST',
        url: `${this.settings.url ?? ''}/render`,
        data: form.toString(),
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        requestId: request.panelId === undefined ? undefined : `${this.name}.panelId.${request.panelId}`,
      })
      .pipe(map((response) => ({ data: response.data.map(frameOf) })));
  }

  override interpolateVariablesInQueries(queries: GraphiteQuery[], scopedVars: ScopedVars): GraphiteQuery[] {
    return queries.map((query) => ({
      ...query,
      datasource: this.getRef(),
      target: getTemplateSrv().replace(query.target, scopedVars),
    }));
  }

  /** Parts of paths; or `tags()` and `tag_values(tag)`, as in the query of a variable. */
  override async metricFindQuery(query: string, options: FindOptions = {}): Promise<MetricFindValue[]> {
    const asked = getTemplateSrv().replace(query);
    const values = /^tag_values\(([^,]+)\)$/.exec(asked);
    if (values) {
      return (await this.find<string>('tags/autoComplete/values', { tag: values[1] }, options)).map(asText);
    }
    if (asked === 'tags()') {
      return (await this.find<string>('tags/autoComplete/tags', {}, options)).map(asText);
    }
    const found = await this.find<FoundPart>('metrics/find', { query: asked }, options);
    return found.map(({ text, expandable }) => ({ text, expandable: Boolean(expandable) }));
  }

  private async find<T>(
    path: string,
    params: Readonly<Record<string, string>>,
    { requestId }: FindOptions
  ): Promise<readonly T[]> {
    const url = `${this.settings.url ?? ''}/${path}`;
    const answer = await lastValueFrom(getBackendSrv().fetch<readonly T[]>({ method: 'GET', url, params, requestId }));
    return answer.data;
  }

  override async testDatasource(): Promise<TestDataSourceResponse> {
    await getBackendSrv().get(`${this.settings.url ?? ''}/metrics/find`, { query: '*' });
    return { status: 'success', message: 'Data source is working' };
  }
}
