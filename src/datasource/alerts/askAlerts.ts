import { catchError, defer, forkJoin, from, map, mergeMap, type Observable, of, timeout } from 'rxjs';
import { alertsFromSeries } from '../../core/alerts';
import type { Alert } from '../../core/model/alert';
import type { Notice } from '../../core/model/notice';
import { parseAlertmanagerAlerts, type ParsedAlerts } from '../../upstream/alerts/parseAlertmanagerAlerts';
import { parseRules } from '../../upstream/alerts/parseRules';
import { tableFromFrames } from '../../upstream/frames/tableFromFrames';
import { narrowByFilters } from '../filters/narrowByFilters';
import type { AskContext } from '../query/answer';
import { collectAnswer } from '../query/collectAnswer';
import { failureOf } from '../query/failure';
import type { QueryServices } from '../query/services';
import { earlierRange, subRequest } from '../query/subRequest';
import { delegatedUpstream } from '../upstreams';
import type { AlertSource } from './types';

/** The parts of a query that asking for alerts needs. */
export type AlertContext = Pick<AskContext, 'request' | 'grid' | 'instant' | 'maxDataPoints'> & {
  readonly services: Pick<QueryServices, 'getDataSource' | 'fetchJson' | 'replace' | 'upstreams' | 'timeoutMs'>;
};

const GRAFANA = "Grafana's alert rules";

/** The expression for alerts that fire, narrowed by matchers of the query. */
function alertsExpression(matchers: string | undefined): string {
  const own = matchers?.trim();
  return `ALERTS{alertstate="firing"${own ? `,${own}` : ''}}`;
}

function askPrometheus(source: AlertSource, refId: string, context: AlertContext): Observable<ParsedAlerts> {
  const { request, grid, instant, maxDataPoints, services } = context;
  const uid =
    services.replace(source.upstream ?? '', request.scopedVars) ||
    services.upstreams.find(({ kind }) => kind === 'prometheus')?.uid;
  if (!uid) {
    const text = 'Alerts name no Prometheus data source. Choose one under Alerts in the query editor.';
    return of({ alerts: [], notices: [{ severity: 'warning', text }] });
  }
  return defer(() => from(services.getDataSource({ uid }, request.scopedVars))).pipe(
    mergeMap((dataSource) => {
      const expression = ['requests', alertsExpression(source.matchers)] as const;
      const { expressions, filters } = narrowByFilters([expression], request.filters);
      const [part] = delegatedUpstream('prometheus').subRequests(
        expressions,
        { uid: dataSource.uid, type: dataSource.type },
        refId,
        instant
      );
      const requestId = `${request.requestId}-${refId}`;
      const range = instant ? earlierRange(request.range, request.range.to.valueOf() - grid.to) : request.range;
      const asked = subRequest(request, { ...part, filters }, { stepMs: grid.stepMs, maxDataPoints }, requestId, range);
      return collectAnswer(dataSource, asked, services.timeoutMs).pipe(
        map(({ frames, errors }): ParsedAlerts => {
          if (errors.length > 0) {
            throw errors[0];
          }
          const { table, notices } = tableFromFrames(frames, grid, { upstream: dataSource.name });
          return { alerts: alertsFromSeries(table, dataSource.name), notices };
        }),
        catchError((error: unknown) => of(failed(error, dataSource.name, context)))
      );
    }),
    catchError((error: unknown) => of(failed(error, uid, context)))
  );
}

function askOverHttp(
  url: string,
  upstream: string,
  parse: (body: unknown, upstream: string, now: number) => ParsedAlerts,
  context: AlertContext
): Observable<ParsedAlerts> {
  const { services, grid } = context;
  return services.fetchJson(url).pipe(
    timeout({ first: services.timeoutMs }),
    map((body) => parse(body, upstream, grid.to)),
    catchError((error: unknown) => of(failed(error, upstream, context)))
  );
}

/** Alerts that cannot be had cost no edge: the map says so and is drawn without them. */
function failed(error: unknown, upstream: string, { services }: AlertContext): ParsedAlerts {
  const { message } = failureOf(error, upstream, services.timeoutMs);
  return { alerts: [], notices: [{ severity: 'warning', upstream, text: `Alerts are missing. ${message}` }] };
}

function askSource(source: AlertSource, refId: string, context: AlertContext): Observable<ParsedAlerts> {
  switch (source.kind) {
    case 'prometheus':
      return askPrometheus(source, refId, context);
    case 'alertmanager': {
      const uid = context.services.replace(source.upstream ?? '', context.request.scopedVars);
      if (!uid) {
        const text = 'Alerts name no Alertmanager data source. Choose one under Alerts in the query editor.';
        return of({ alerts: [], notices: [{ severity: 'warning', text }] });
      }
      const url = `/api/alertmanager/${encodeURIComponent(uid)}/api/v2/alerts`;
      return askOverHttp(url, 'Alertmanager', parseAlertmanagerAlerts, context);
    }
    case 'grafana':
      return askOverHttp('/api/prometheus/grafana/api/v1/rules', GRAFANA, parseRules, context);
  }
}

/** Asks all sources at once. Never fails: what goes wrong becomes a notice. */
export function askAlerts(
  sources: readonly AlertSource[],
  refId: string,
  context: AlertContext
): Observable<{ readonly alerts: readonly Alert[]; readonly notices: readonly Notice[] }> {
  if (sources.length === 0) {
    return of({ alerts: [], notices: [] });
  }
  return forkJoin(sources.map((source, index) => askSource(source, `${refId}-alerts${index}`, context))).pipe(
    map((parsed) => ({
      alerts: parsed.flatMap(({ alerts }) => alerts),
      notices: parsed.flatMap(({ notices }) => notices),
    }))
  );
}
