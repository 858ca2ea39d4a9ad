import { firstValueFrom, of } from 'rxjs';
import { emptyDefinition } from '../editors/changes';
import { FakeUpstream, seriesFrame, TO } from '../testSupport/fakeUpstream';
import { counterOf, guidedDefinition } from './guidedDefinition';
import { guessMapping, previewEdges } from './labelCandidates';
import { guessTarget, guessValues, guidedTarget } from './guidedTarget';
import { isMetricName, sampleMetric } from './sampleMetric';
import { sampleTarget } from './sampleTarget';

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
      telling: ['colour'],
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

  it('keeps other labels in the counter, and out of latency', () => {
    const choice = { metric: 'call_seconds_count', source: 'from', target: 'to', classLabel: 'code', hasBuckets: true };
    const made = guidedDefinition(definition, { ...choice, keepLabels: ['version', 'to', 'code'] });
    expect(made.keepLabels).toEqual(['version']);
    expect(made.expressions.requests).toBe(
      'sum by (from, to, code, version) (rate(call_seconds_count[$__rate_interval]))'
    );
    expect(made.expressions.p95).toContain('sum by (le, from, to)');
    const flows = guidedDefinition(definition, { ...choice, metric: 'flow_bytes_total', keepLabels: ['zone'] });
    expect(flows.expressions).toEqual({ bytes: 'sum by (from, to, zone) (rate(flow_bytes_total[$__rate_interval]))' });
    expect(guidedDefinition(definition, { ...choice, keepLabels: [] })).not.toHaveProperty('keepLabels');
  });

  it('takes a counter of bytes for bytes, and a histogram of sizes for requests', () => {
    const choice = { source: 'from', target: 'to', classLabel: 'code', hasBuckets: false };
    const flows = guidedDefinition(definition, { ...choice, metric: 'flow_bytes_total' });
    expect(flows.expressions).toEqual({ bytes: 'sum by (from, to) (rate(flow_bytes_total[$__rate_interval]))' });
    expect(flows.mapping.classLabel).toBeUndefined();
    const sizes = guidedDefinition(definition, { ...choice, metric: 'request_size_bytes_count' });
    expect(Object.keys(sizes.expressions)).toEqual(['requests']);
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

describe('guidance from Graphite', () => {
  const sample = (names: readonly string[], labels: ReadonlyArray<Record<string, string>> = []) =>
    firstValueFrom(
      sampleTarget(
        'asked',
        new FakeUpstream('carbon', 'graphite', () =>
          of({
            data: names.map((name, index) => ({ ...seriesFrame('series', labels[index] ?? {}, 1), name })),
          })
        ),
        TO,
        1000
      )
    ).then((result) => {
      if ('failure' in result) {
        throw new Error(result.failure.message);
      }
      return result;
    });
  const empty = emptyDefinition('carbon', 'graphite', 'carbon');

  it('takes the parts that vary, in their order, and recognizes the status by its values', async () => {
    const read = await sample([
      'alias(eu.stats.web.calls.cart.2xx.count,"x")',
      'eu.stats.cart.calls.stock.5xx.count',
      'us.stats.cart.calls.stock.5xx.count',
      'stats.too.short',
    ]);
    expect(read.isTagged).toBe(false);
    expect(read.series).toHaveLength(3);
    expect(guessTarget(read)).toMatchObject({ source: 'part1', target: 'part3', classLabel: 'part6' });
    expect(guessTarget(read).telling).toEqual(['part1', 'part3', 'part5', 'part6']);
    const target = '*.stats.*.calls.*.*.count';
    const choice = { target, values: guessValues(target), source: 'part3', called: 'part5', classLabel: 'part6' };
    expect(guidedTarget(empty, read, choice)).toMatchObject({
      expressions: { requests: 'scaleToSeconds(*.stats.*.calls.*.*.count, 1)' },
      pathPattern: '*.stats.{source}.calls.{target}.{class}.count',
      mapping: { source: { label: 'source' }, target: { label: 'target' }, classLabel: 'class' },
    });
  });

  it('keeps other parts of a path under their names in the pattern', async () => {
    const read = await sample(['eu.web.cart.rate', 'us.cart.stock.rate']);
    const choice = { target: '*.*.*.rate', values: 'rate', source: 'part2', called: 'part3' } as const;
    expect(guidedTarget(empty, read, { ...choice, keepLabels: ['part1', 'part2'] })).toMatchObject({
      pathPattern: '{part1}.{source}.{target}.rate',
      keepLabels: ['part1'],
    });
  });

  it('lets Graphite sum tagged series by the tags chosen', async () => {
    const tags = { name: 'calls', client: 'web', server: 'cart', host: 'a' };
    const read = await sample(['calls;client=web;server=cart;host=a', 'b'], [tags, { ...tags, host: 'b' }]);
    expect(read.isTagged).toBe(true);
    const guess = guessTarget(read);
    expect(guess).toMatchObject({ source: 'client', target: 'server', classLabel: undefined });
    const target = "seriesByTag('name=calls')";
    const choice = { target, values: 'counter', source: 'client', called: 'server' } as const;
    expect(guidedTarget(empty, read, choice)).toMatchObject({
      expressions: { requests: "groupByTags(perSecond(seriesByTag('name=calls')), 'sum', 'client', 'server')" },
      mapping: { source: { label: 'client' }, target: { label: 'server' } },
    });
    expect(guidedTarget(empty, read, { ...choice, keepLabels: ['host', 'client'] })).toMatchObject({
      expressions: { requests: "groupByTags(perSecond(seriesByTag('name=calls')), 'sum', 'client', 'server', 'host')" },
      keepLabels: ['host'],
    });
    // Graphite fails where a series lacks a tag that it is to group by.
    const lacking = { ...read, series: [...read.series, { client: 'web', server: 'stock' }] };
    expect(guidedTarget(empty, lacking, { ...choice, keepLabels: ['host'] }).expressions.requests).toBe(
      "perSecond(seriesByTag('name=calls'))"
    );
    const flows = { ...choice, target: "seriesByTag('name=net.bytes')" };
    expect(Object.keys(guidedTarget(empty, read, flows).expressions)).toEqual(['bytes']);
    const hostile = { ...choice, source: "it's" };
    expect(guidedTarget(empty, read, hostile).expressions.requests).toBe("perSecond(seriesByTag('name=calls'))");
  });

  it('guesses nothing of a single path, and says what failed', async () => {
    expect(guessTarget(await sample(['stats.web.cart']))).toMatchObject({ source: undefined, target: undefined });
    expect((await sample([])).series).toEqual([]);
    const down = new FakeUpstream('carbon', 'graphite', () => Promise.reject(new Error('connection refused')));
    expect(await firstValueFrom(sampleTarget('a.*', down, TO, 1000))).toEqual({
      failure: expect.objectContaining({ message: expect.stringContaining('connection refused') }),
    });
  });
});
