import { firstValueFrom, of } from 'rxjs';
import { emptyDefinition } from '../editors/changes';
import { FakeUpstream, seriesFrame, TO } from '../testSupport/fakeUpstream';
import { counterOf, guidedDefinition } from './guidedDefinition';
import { guessMapping, previewEdges } from './labelCandidates';
import { isMetricName, sampleMetric } from './sampleMetric';

const SERIES = [
  {
    __name__: 'calls_total',
    source_app: 'web',
    dst_service: 'cart',
    dst_namespace: 'shop',
    status_code: '200',
    pod: 'a',
  },
  {
    __name__: 'calls_total',
    source_app: 'web',
    dst_service: 'cart',
    dst_namespace: 'shop',
    status_code: '500',
    pod: 'b',
  },
  {
    __name__: 'calls_total',
    source_app: 'cart',
    dst_service: 'stock',
    dst_namespace: 'shop',
    status_code: '200',
    pod: 'c',
  },
  {
    __name__: 'calls_total',
    source_app: 'cart',
    dst_service: 'prices',
    dst_namespace: 'shop',
    status_code: '200',
    pod: 'd',
  },
];

describe('guessMapping', () => {
  it('recognizes caller, callee and status by their names, and shows what labels hold', () => {
    const guess = guessMapping(SERIES);
    expect(guess).toMatchObject({ source: 'source_app', target: 'dst_service', classLabel: 'status_code' });
    expect(guess.labels.find(({ name }) => name === 'pod')).toEqual({
      name: 'pod',
      samples: ['a', 'b', 'c'],
      values: 4,
    });
    expect(guess.labels.map(({ name }) => name)).not.toContain('__name__');
  });

  it.each([
    [{ client: 'a', server: 'b' }, 'client', 'server'],
    [
      { source_workload: 'a', source_workload_namespace: 'n', destination_service_name: 'b' },
      'source_workload',
      'destination_service_name',
    ],
    [{ application: 'a', clientName: 'b', peer: 'c' }, 'clientName', 'peer'],
    [{ job: 'a', server_address: 'b', instance: 'c' }, 'job', 'server_address'],
  ])('reads %j', (labels, source, target) => {
    expect(guessMapping([labels])).toMatchObject({ source, target });
  });

  it('guesses nothing where nothing fits', () => {
    expect(guessMapping([{ le: '1', colour: 'red' }])).toEqual({
      labels: [{ name: 'colour', samples: ['red'], values: 1 }],
      source: undefined,
      target: undefined,
      classLabel: undefined,
    });
  });
});

it('previews each edge once, and none without both ends', () => {
  expect(previewEdges([...SERIES, { source_app: 'lost' }], 'source_app', 'dst_service')).toEqual([
    'web → cart',
    'cart → stock',
    'cart → prices',
  ]);
});

describe('guidedDefinition', () => {
  const definition = emptyDefinition('own', 'prometheus', 'prom');

  it('asks for the rate of a counter by the chosen labels', () => {
    const choice = { metric: 'calls_total', source: 'from', target: 'to', classLabel: 'code', hasBuckets: false };
    expect(guidedDefinition(definition, choice)).toEqual({
      id: 'own',
      kind: 'prometheus',
      upstream: 'prom',
      expressions: { requests: 'sum by (from, to, code) (rate(calls_total[$__rate_interval]))' },
      mapping: { source: { label: 'from' }, target: { label: 'to' }, classLabel: 'code' },
    });
  });

  it('asks a histogram for its count and its quantiles, in its own unit', () => {
    expect(counterOf('call_ms_bucket')).toBe('call_ms_count');
    const made = guidedDefinition(definition, {
      metric: 'call_ms_count',
      source: 'from',
      target: 'to',
      hasBuckets: true,
    });
    expect(made.expressions.requests).toBe('sum by (from, to) (rate(call_ms_count[$__rate_interval]))');
    expect(made.expressions.p95).toBe(
      'histogram_quantile(0.95, sum by (le, from, to) (rate(call_ms_bucket[$__rate_interval])))'
    );
    expect(made.latencyUnit).toBe('ms');
  });
});

describe('sampleMetric', () => {
  it('asks for some series, and whether there are buckets', async () => {
    const upstream = new FakeUpstream('prom', 'prometheus', ({ targets }) =>
      of({ data: targets.map(({ refId }) => seriesFrame(refId, refId === 'series' ? { from: 'a' } : {}, 1)) })
    );
    const sample = await firstValueFrom(sampleMetric('call_seconds_count', upstream, TO, 1000));
    expect(sample).toEqual({ series: [{ from: 'a' }], hasBuckets: true });
    expect(upstream.asked[0].targets.map((target) => Reflect.get(target, 'expr'))).toEqual([
      'topk(200, call_seconds_count)',
      'count(call_seconds_bucket)',
    ]);
  });

  it('takes nothing but names of metrics', () => {
    expect(isMetricName('a:b_total')).toBe(true);
    for (const text of ['', '1a', 'a) or vector(1', 'a{b="c"}', 'a b']) {
      expect(isMetricName(text)).toBe(false);
    }
    expect(() => sampleMetric('a) or (b', new FakeUpstream('prom', 'prometheus'), TO, 1000)).toThrow('a) or (b');
  });
});
