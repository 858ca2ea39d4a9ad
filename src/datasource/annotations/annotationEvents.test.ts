import type { AnnotationEvent, DataQueryRequest } from '@grafana/data';
import { firstValueFrom, of } from 'rxjs';
import { runQuery } from '../query/runQuery';
import { dashboardRequest, FakeUpstream, FROM, seriesFrame, TO } from '../testSupport/fakeUpstream';
import { answering, MESH, services } from '../testSupport/runQuery';
import type { TrafficQuery } from '../types';
import { annotationEvents } from './annotationEvents';
import { ANNOTATION_SUPPORT } from './annotationSupport';
import { MOST_EVENTS } from './types';

const MINUTE = 60_000;
const BURST: TrafficQuery = {
  refId: 'Anno',
  definitions: [{ ...MESH, mapping: { ...MESH.mapping, classLabel: 'status' } }],
  thresholds: (['edge', 'node'] as const).map((scope) => ({
    scope,
    // A service that nobody calls is judged by what it calls.
    ...(scope === 'node' && { match: { name: '(?!web$).*' } }),
    metric: 'errorRatio',
    direction: 'above',
    warning: 0.1,
    danger: 0.5,
  })),
};

/** Requests of which all fail between two minutes. */
function failing(target: string, firstMinute: number, lastMinute: number) {
  return ({ targets: [{ refId }] }: DataQueryRequest) => {
    const frames = ['200', '500'].map((status) => {
      const frame = seriesFrame(refId, { source: 'web', target, status }, 1);
      const [time, value] = frame.fields;
      const fails = (at: number) => at >= FROM + firstMinute * MINUTE && at <= FROM + lastMinute * MINUTE;
      const values = time.values.map((at: number) => (fails(at) === (status === '500') ? 4 : 0));
      return { ...frame, fields: [time, { ...value, values }] };
    });
    return of({ data: refId.includes('alerts') ? [] : frames });
  };
}

async function annotate(query: TrafficQuery, upstream: FakeUpstream): Promise<AnnotationEvent[]> {
  const annotation = { name: 'traffic', enable: true, iconColor: 'red', target: query };
  const asked = ANNOTATION_SUPPORT.prepareQuery?.(annotation);
  const response = await firstValueFrom(runQuery(asked!, dashboardRequest([asked!]), services([upstream])));
  return (await firstValueFrom(ANNOTATION_SUPPORT.processEvents!(annotation, response.data))) ?? [];
}

describe('annotations', () => {
  it('tell when a service was in danger, from when to when, and why', async () => {
    const events = await annotate(BURST, new FakeUpstream('prom', 'prometheus', failing('cart', 10, 14)));
    expect(events).toEqual([
      {
        time: FROM + 10 * MINUTE,
        timeEnd: FROM + 15 * MINUTE,
        isRegion: true,
        title: 'cart: danger',
        text: 'cart: danger\nerror ratio 100% is above 50%',
        tags: ['cart', 'danger', 'service'],
      },
    ]);
  });

  it('tell of edges where they are asked for, and that something lasts', async () => {
    const upstream = new FakeUpstream('prom', 'prometheus', failing('cart', 58, 60));
    const events = await annotate({ ...BURST, events: { scopes: ['edge'], least: 'warning' } }, upstream);
    expect(events).toMatchObject([
      { time: FROM + 58 * MINUTE, timeEnd: TO, title: 'web → cart: danger', tags: ['web', 'cart', 'danger', 'edge'] },
    ]);
    expect(events[0].text).toMatch(/It lasts\.$/);
    expect(await annotate({ ...BURST, events: { states: false } }, upstream)).toEqual([]);
  });

  it('tell of alerts, where they are asked for', async () => {
    const upstream = new FakeUpstream('prom', 'prometheus', (request) =>
      request.targets[0].refId.includes('alerts')
        ? of({
            data: [seriesFrame(request.targets[0].refId, { alertname: 'Burns', service: 'cart', severity: 'page' }, 1)],
          })
        : answering(request)
    );
    const asking: TrafficQuery = { ...BURST, alerts: { sources: [{ kind: 'prometheus', upstream: 'prom' }] } };
    const events = await annotate({ ...asking, events: { alerts: true, states: false } }, upstream);
    expect(events).toMatchObject([
      { timeEnd: TO, title: 'cart: danger', tags: ['cart', 'danger', 'alert', 'Burns', 'service'] },
    ]);
    expect(events[0].text).toContain('alert Burns of name of prom');
  });

  it('always ask for the history, and hold no markup of others', async () => {
    const hostile = '<img src=x onerror="alert(1)">';
    const upstream = new FakeUpstream('prom', 'prometheus', failing(hostile, 10, 14));
    const [event] = await annotate({ ...BURST, instant: true }, upstream);
    expect(upstream.asked[0].targets[0]).toMatchObject({ range: true, instant: false });
    expect(event.title).toBe('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;: danger');
    expect(event.text).not.toContain('<');
    expect(event.tags).toContain(hostile);
  });

  it('are the worst where there are too many, and say so', async () => {
    const many = Array.from({ length: MOST_EVENTS + 5 }, (_, index) => `service ${index}`);
    const upstream = new FakeUpstream('prom', 'prometheus', (request) =>
      of({
        data: many.map((target) => seriesFrame(request.targets[0].refId, { source: 'web', target, status: '500' }, 1)),
      })
    );
    const events = await annotate(BURST, upstream);
    expect(events).toHaveLength(MOST_EVENTS + 1);
    expect(events.at(-1)?.text).toMatch(/^The worst 500 of 505 events are shown/);
  });

  it('are none where frames hold no traffic', () => {
    expect(annotationEvents([])).toEqual([]);
  });

  it('show the simulated company as long as nobody has edited their query', () => {
    const annotation = { name: 'traffic', enable: true, iconColor: 'red' };
    expect(ANNOTATION_SUPPORT.prepareQuery?.(annotation)).toEqual({ refId: 'Anno' });
  });
});
