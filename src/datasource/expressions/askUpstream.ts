import { type DataSourceApi, dateTime, type MetricFindValue } from '@grafana/data';
import { type DataSourceWithBackend, getDataSourceSrv } from '@grafana/runtime';

/** How far back completion looks for names, and for how long it waits. */
const WINDOW_MS = 3_600_000;
const WAIT_MS = 5_000;
/** Times are asked on whole minutes, so that caches on the way can answer. */
const ROUND_MS = 60_000;

/** Asks an address below a data source, such as "api/v1/labels"; a newer question of the same topic cancels it. */
export type AskResource = (
  path: string,
  parameters: Readonly<Record<string, string | number>>,
  topic: string
) => Promise<unknown>;

/** Asks a data source as the query of a variable would; a newer question of the same topic cancels it. */
export type FindMetrics = (query: string, topic: string) => Promise<readonly MetricFindValue[]>;

/** The last hour, in milliseconds. */
export function recentRange(now: number): { readonly from: number; readonly to: number } {
  const to = Math.ceil(now / ROUND_MS) * ROUND_MS;
  return { from: to - WINDOW_MS, to };
}

/** Asks a data source that has a backend. Rejects where it fails, is too slow, or has none. */
export function askResourceOf(uid: string): AskResource {
  return async (path, parameters, topic) => {
    const api = await getDataSourceSrv().get({ uid });
    if (!asksResources(api)) {
      throw new Error(`${api.name} cannot be asked for ${path}.`);
    }
    const options = { requestId: requestIdOf(uid, topic), showErrorAlert: false };
    return inTime(api.getResource(path, { ...parameters }, options));
  };
}

/** Asks a data source that finds values of variables. Rejects where it fails, is too slow, or finds none at all. */
export function findMetricsOf(uid: string): FindMetrics {
  return async (query, topic) => {
    const api = await getDataSourceSrv().get({ uid });
    if (!api.metricFindQuery) {
      throw new Error(`${api.name} cannot be asked for names.`);
    }
    const { from, to } = recentRange(Date.now());
    const range = { from: dateTime(from), to: dateTime(to) };
    const options = { requestId: requestIdOf(uid, topic), range: { ...range, raw: range } };
    return inTime(api.metricFindQuery(query, options));
  };
}

function asksResources(api: DataSourceApi): api is DataSourceApi & Pick<DataSourceWithBackend, 'getResource'> {
  return 'getResource' in api && typeof api.getResource === 'function';
}

function requestIdOf(uid: string, topic: string): string {
  return `traffic-complete-${uid}-${topic}`;
}

function inTime<T>(asked: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('No answer in time.')), WAIT_MS);
  });
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
