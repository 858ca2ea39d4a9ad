import type { DataQueryRequest, DataQueryResponse } from '@grafana/data';
import { type Observable, of, throwError } from 'rxjs';
import { STATE_DANGER } from '../../core/model/state';
import type { AlertSource } from '../alerts/types';
import { FakeUpstream, seriesFrame } from '../testSupport/fakeUpstream';
import { answering, MESH, query, run, services } from '../testSupport/runQuery';
import type { TrafficQuery } from '../types';

describe('runQuery with alerts', () => {
  const alerting = (request: DataQueryRequest): Observable<DataQueryResponse> =>
    request.targets[0].refId.includes('alerts')
      ? of({
          data: [seriesFrame(request.targets[0].refId, { alertname: 'Burns', service: 'cart', severity: 'page' }, 1)],
        })
      : answering(request);
  const asking = (...sources: AlertSource[]): TrafficQuery => ({ ...query(MESH), alerts: { sources } });

  it('raises the state of the service that a Prometheus alert names, with history', async () => {
    const prometheus = new FakeUpstream('prom', 'prometheus', alerting);
    const asked = asking({ kind: 'prometheus', upstream: 'prom', matchers: 'team="shop"' });
    const { result } = await run(asked, services([prometheus]));
    expect(prometheus.asked[1].targets[0]).toMatchObject({ expr: 'ALERTS{alertstate="firing",team="shop"}' });
    expect(result?.alerts).toMatchObject([{ scope: 'node', subject: 'cart', name: 'Burns', severity: 'danger' }]);
    const buckets = result?.history.times.length ?? 0;
    expect(Array.from(result?.states.nodes.slice(0, buckets) ?? [])).toEqual(Array(buckets).fill(STATE_DANGER));
  });

  it('asks Alertmanager and Grafana at their addresses in Grafana', async () => {
    const urls: string[] = [];
    const active = [{ labels: { alertname: 'Slow', service: 'web' }, startsAt: '2026-01-05T10:00:00Z' }];
    const fetchJson = (url: string) => {
      urls.push(url);
      return of(url.includes('alertmanager') ? active : { data: { groups: [] } });
    };
    const { result, notices } = await run(
      asking({ kind: 'alertmanager', upstream: 'a/m' }, { kind: 'grafana' }),
      services([new FakeUpstream('prom', 'prometheus', answering)], { fetchJson })
    );
    expect(urls).toEqual(['/api/alertmanager/a%2Fm/api/v2/alerts', '/api/prometheus/grafana/api/v1/rules']);
    expect(result?.alerts).toMatchObject([{ subject: 'web', name: 'Slow', upstream: 'Alertmanager' }]);
    expect(notices).toEqual([]);
  });

  it('draws the map without alerts that cannot be had, and says why', async () => {
    const { result, notices } = await run(
      asking({ kind: 'grafana' }, { kind: 'prometheus', upstream: 'gone' }, { kind: 'alertmanager' }),
      services([new FakeUpstream('prom', 'prometheus', answering)], {
        fetchJson: () => throwError(() => ({ status: 403, data: { message: 'no access' } })),
      })
    );
    expect(result?.history.edges.ids).toHaveLength(1);
    expect(notices).toEqual([
      expect.stringMatching(/^Alerts are missing\. Grafana's alert rules .*\(status 403\).*no access/),
      expect.stringMatching(/^Alerts are missing\. gone /),
      expect.stringMatching(/^Alerts name no Alertmanager/),
    ]);
  });
});
