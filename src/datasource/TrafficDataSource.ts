import {
  DataSourceApi,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceGetTagKeysOptions,
  type DataSourceGetTagValuesOptions,
  type DataSourceInstanceSettings,
  type LegacyMetricFindQueryOptions,
  LoadingState,
  type MetricFindValue,
  type TestDataSourceResponse,
} from '@grafana/data';
import { getBackendSrv, getDataSourceSrv, getTemplateSrv } from '@grafana/runtime';
import { firstValueFrom, forkJoin, from, map, mergeMap, type Observable, of, timeout } from 'rxjs';
import { MAIN_THREAD } from '../browser/pause';
import { DEFAULT_THRESHOLDS } from '../core/thresholds';
import { ANNOTATION_SUPPORT } from './annotations/annotationSupport';
import { testUpstreams } from './health/testUpstreams';
import { SIMULATED_DEFINITION } from './query/completeQuery';
import { createLastAnswers } from './query/lastAnswers';
import type { QueryServices } from './query/services';
import { rememberSimulations } from './query/simulations';
import { soundSettings } from './sound/soundSettings';
import { DEFAULT_TIMEOUT_SECONDS, type TrafficJsonData, type TrafficQuery } from './types';
import { TrafficVariableSupport } from './variables/TrafficVariableSupport';

/** Of plugin.json: Grafana fetches what is below it from the settings' address. */
const VIZCERAL_ROUTE = 'vizceral';

/** The data source as Grafana sees it. It asks existing data sources, and for Vizceral data the address of its settings. */
export class TrafficDataSource extends DataSourceApi<TrafficQuery, TrafficJsonData> {
  readonly settings: TrafficJsonData;
  private readonly problem: string | undefined;
  private readonly proxy: string;
  private readonly lastAnswers = createLastAnswers();
  private readonly simulate = rememberSimulations(() => import('../core/simulation'));

  constructor(instanceSettings: DataSourceInstanceSettings<TrafficJsonData>) {
    super(instanceSettings);
    const { settings, problem } = soundSettings(instanceSettings.jsonData);
    this.settings = settings;
    this.problem = problem;
    this.proxy = instanceSettings.url ?? '';
    this.annotations = ANNOTATION_SUPPORT;
    this.variables = new TrafficVariableSupport(() => this.services());
  }

  override query(request: DataQueryRequest<TrafficQuery>): Observable<DataQueryResponse> {
    const queries = request.targets.filter((query) => this.filterQuery(query));
    if (queries.length === 0) {
      return of({ data: [] });
    }
    const services = this.services();
    // Loaded with the first query: Grafana fetches a plugin's module as soon as a list of data sources is shown.
    return from(import('./query/runQuery')).pipe(
      mergeMap(({ runQuery }) =>
        forkJoin(queries.map((query) => runQuery(query, request, services, this.settings.resolution)))
      ),
      map((responses) => {
        const errors = responses.flatMap((response) => response.errors ?? []);
        return {
          data: responses.flatMap((response) => response.data),
          ...(errors.length > 0 && { errors }),
          state: errors.length > 0 ? LoadingState.Error : LoadingState.Done,
        };
      })
    );
  }

  override filterQuery(query: TrafficQuery): boolean {
    // One that asks for nothing yet is answered too, with what is to be done.
    return !query.hide;
  }

  override getDefaultQuery(): Partial<TrafficQuery> {
    return { definitions: [SIMULATED_DEFINITION], merge: 'prefer', thresholds: DEFAULT_THRESHOLDS };
  }

  /** Values of a variable for callers that know no `variables`; Grafana's own dashboards ask those. */
  override async metricFindQuery(query: unknown, options?: LegacyMetricFindQueryOptions): Promise<MetricFindValue[]> {
    const { range, scopedVars } = options ?? {};
    const { findValues } = await import('./variables/findValues');
    return [...(await firstValueFrom(findValues(query, { range, scopedVars, now: Date.now() }, this.services())))];
  }

  /** Keys of ad hoc filters: labels of the Prometheus data sources that are asked. */
  override async getTagKeys(options?: DataSourceGetTagKeysOptions<TrafficQuery>): Promise<MetricFindValue[]> {
    const { findTags } = await import('./variables/findTags');
    // Queries are in our language, not in that of those we ask.
    const { queries = [], ...passedOn } = options ?? { filters: [] };
    return findTags((dataSource) => dataSource.getTagKeys?.(passedOn), queries, this.services());
  }

  /** Values of one key, within the other filters. */
  override async getTagValues(options: DataSourceGetTagValuesOptions<TrafficQuery>): Promise<MetricFindValue[]> {
    const { findTags } = await import('./variables/findTags');
    const { queries = [], ...passedOn } = options;
    return findTags((dataSource) => dataSource.getTagValues?.(passedOn), queries, this.services());
  }

  override async testDatasource(): Promise<TestDataSourceResponse> {
    if (this.problem !== undefined) {
      return { status: 'error', message: this.problem };
    }
    const { fetchJson, vizceralAddress } = this.services();
    return testUpstreams(this.settings.upstreams ?? [], {
      ...(vizceralAddress && {
        askVizceral: () => firstValueFrom(fetchJson(vizceralAddress).pipe(timeout({ first: this.timeoutMs() }))),
      }),
      getDataSource: (uid) => getDataSourceSrv().get({ uid }),
      now: Date.now,
      timeoutMs: this.timeoutMs(),
    });
  }

  private services(): QueryServices {
    return {
      getDataSource: (ref, scopedVars) => getDataSourceSrv().get(ref, scopedVars),
      fetchJson: (url) =>
        getBackendSrv()
          .fetch<unknown>({ url, showErrorAlert: false })
          .pipe(map(({ data }) => data)),
      replace: (text, scopedVars, format) => getTemplateSrv().replace(text, scopedVars, format),
      simulate: this.simulate,
      upstreams: this.settings.upstreams ?? [],
      ...(this.settings.vizceralUrl?.trim() && { vizceralAddress: `${this.proxy}/${VIZCERAL_ROUTE}` }),
      lastAnswers: this.lastAnswers,
      timeoutMs: this.timeoutMs(),
      slicing: MAIN_THREAD,
    };
  }

  private timeoutMs(): number {
    return (this.settings.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS) * 1000;
  }
}
