import { createMutator } from '../../../tests/support/mutate';
import { forSeeds } from '../../../tests/support/seeds';
import { completeQuery, isAnswerable } from '../query/completeQuery';
import { interpolateDefinition, interpolateShape } from '../query/interpolate';
import { FakeUpstream } from '../testSupport/fakeUpstream';
import { answering, MESH, run, services } from '../testSupport/runQuery';
import type { TrafficQuery } from '../types';
import { soundQuery } from './soundQuery';
import { soundVariable } from './soundVariable';

const SHOP: TrafficQuery = {
  refId: 'A',
  datasource: { uid: 'traffic' },
  definitions: [
    {
      ...MESH,
      mapping: {
        source: { label: 'source', fallbackLabels: ['client'], groupLabels: ['zone'] },
        target: { label: 'target', constant: 'unknown', group: ['shop'] },
        classLabel: 'status',
      },
      keepLabels: ['version', '$kept'],
      classes: [{ name: 'bad', severity: 'danger', match: '5..', labels: [{ label: 'flags', match: 'UO' }] }],
      nodeMetrics: [{ kind: 'custom', name: 'CPU', expression: 'cpu', service: { label: 'app' } }],
      naming: {
        missing: 'unknown',
        rules: [{ match: '(.+)-v[0-9]', name: '$1' }],
        addresses: { publicName: 'Internet' },
        hosts: { suffixes: ['.lan'] },
        split: { separator: '/', name: 'last' },
      },
      thresholds: [{ scope: 'edge', metric: 'errorRatio', direction: 'above', danger: '$slo' }],
    },
    { ...MESH, id: 'played', kind: 'simulated', simulation: { scenario: 'calm', services: 8 } },
  ],
  merge: 'sum',
  thresholds: [
    {
      scope: 'node',
      metric: 'custom',
      metricName: 'CPU',
      direction: 'above',
      warning: 0.5,
      match: { name: 'web', labels: [{ label: 'version', match: '2.*' }] },
    },
  ],
  shape: { kinds: [{ match: 'db', kind: 'database' }], hubs: { share: 0.5, show: 'hide' }, limits: { edges: 9 } },
  alerts: { sources: [{ kind: 'prometheus', matchers: 'team="shop"' }], serviceLabels: ['app'] },
  baseline: '1d',
  links: { explore: true, templates: [{ title: 'Runbook', url: '/runbooks/{service}' }] },
  resolution: 30,
  instant: false,
  events: { scopes: ['node'], least: 'danger' },
};

/** A query as no type allows it, as JSON of a dashboard may hold it. */
function written(json: object): TrafficQuery {
  return json as TrafficQuery;
}

function textsOf(json: object): readonly string[] {
  return soundQuery(written(json)).notices.map(({ text }) => text);
}

/** All that reads the fields of a query before anybody is asked. */
function interpolate(query: TrafficQuery): void {
  const replace = (text: string) => text.replace(/\$\w+/g, 'v');
  const { definitions, shape = {} } = completeQuery(soundQuery(query).query);
  definitions.filter(isAnswerable).forEach((definition) => interpolateDefinition(definition, {}, replace));
  interpolateShape(shape, {}, replace);
}

describe('soundQuery', () => {
  it('leaves a sound query as it is, and says nothing', () => {
    const { query, notices } = soundQuery(SHOP);
    expect(query).toBe(SHOP);
    expect(notices).toEqual([]);
  });

  it('keeps fields that it does not know, which a newer version may have written', () => {
    const newer = written({ refId: 'A', definitions: [{ ...MESH, colour: 'red' }], zoom: 3 });
    expect(soundQuery(newer)).toEqual({ query: newer, notices: [] });
  });

  it('leaves out what cannot be read, keeps the rest, and tells where it was', () => {
    const broken = written({ refId: 'A', definitions: [{ ...MESH, keepLabels: 'version', classes: {} }], merge: 7 });
    const { query, notices } = soundQuery(broken);
    expect(query).toEqual({ refId: 'A', definitions: [MESH] });
    expect(notices).toHaveLength(1);
    expect(notices[0].severity).toBe('warning');
    expect(notices[0].text).toContain(
      '“definitions[0].keepLabels” is not a list; “definitions[0].classes” is not a list'
    );
    expect(notices[0].text).toContain('“merge” is not one of prefer, sum, max');
  });

  it('leaves out items of lists alone', () => {
    const { query } = soundQuery(written({ refId: 'A', definitions: [null, { ...MESH, keepLabels: [1, 'team'] }] }));
    expect(query.definitions).toEqual([{ ...MESH, keepLabels: ['team'] }]);
  });

  it('takes null for absent, as generators of dashboards write it', () => {
    expect(soundQuery(written({ refId: 'A', merge: null, definitions: [{ ...MESH, keepLabels: null }] }))).toEqual({
      query: { refId: 'A', definitions: [MESH] },
      notices: [],
    });
  });

  it('leaves out rules whole, half of which would hold for more than was meant', () => {
    const rule = { scope: 'edge', metric: 'p95', direction: 'above', danger: 1 };
    const { query } = soundQuery(
      written({
        refId: 'A',
        thresholds: [{ ...rule, match: { name: 5 } }, { ...rule, match: { labels: [{ label: 'version' }] } }, rule],
        definitions: [{ ...MESH, classes: [{ name: 'bad', severity: 'danger', match: 500 }] }],
      })
    );
    expect(query.thresholds).toEqual([rule]);
    expect(query.definitions?.[0].classes).toEqual([]);
  });

  it('completes a definition that lacks what all others have, and leaves out one of no kind', () => {
    const { query, notices } = soundQuery(written({ refId: 'A', definitions: [{ kind: 'prometheus' }, { id: 'b' }] }));
    expect(query.definitions).toEqual([
      {
        kind: 'prometheus',
        id: 'definitions[0]',
        upstream: '',
        expressions: {},
        mapping: { source: {}, target: {} },
      },
    ]);
    expect(notices[0].text).toContain('“definitions[1]” is not an object with “kind”');
  });

  it('names a few places, and counts the others', () => {
    const [text] = textsOf({ refId: 'A', definitions: [1, 2, 3, 4, 5, 6, 7] });
    expect(text).toContain('“definitions[4]” is not an object; and 2 more');
    expect(text).not.toContain('definitions[5]');
  });

  it.each([null, 5, 'text', [1], {}])(
    'never shows the simulated company for definitions that are %j',
    (definitions) => {
      const { query } = soundQuery(written({ refId: 'A', definitions }));
      expect(query.definitions).toEqual(definitions === null ? undefined : []);
    }
  );

  it('makes every damaged query one that completing and interpolating can read', () => {
    let told = 0;
    forSeeds(600, (seed) => {
      const damage = createMutator(seed);
      const damaged = written(Object.assign({}, damage.value(damage.value(damage.value(SHOP)))));
      interpolate(damaged);
      const { query, notices } = soundQuery(damaged);
      expect(soundQuery(query)).toEqual({ query, notices: [] });
      soundVariable({ ...damaged, match: damaged.baseline });
      told += notices.length;
    });
    expect(told).toBeGreaterThan(300);
  });
});

describe('a malformed query', () => {
  it('still draws what can be read of it, and says what cannot', async () => {
    const upstream = new FakeUpstream('prom', 'prometheus', answering);
    const broken = written({
      refId: 'A',
      definitions: [{ ...MESH, keepLabels: 'version', nodeMetrics: 3 }],
      thresholds: {},
      alerts: { sources: 'all' },
      links: { templates: 1 },
      shape: { kinds: 'db' },
    });
    const { result, notices } = await run(broken, services([upstream]));
    expect(result?.history.edges.ids).toEqual(['web→cart']);
    expect(notices).toContainEqual(expect.stringContaining('“definitions[0].keepLabels” is not a list'));
  });

  it('says so where nothing is left to ask', async () => {
    const { response } = await run(written({ refId: 'A', definitions: 'mesh' }), services([]));
    const texts = response.data.flatMap(({ meta }) => (meta?.notices ?? []).map(({ text }: { text: string }) => text));
    expect(texts[0]).toContain('“definitions” is not a list');
    expect(texts[1]).toContain('Nothing is asked yet');
  });
});
