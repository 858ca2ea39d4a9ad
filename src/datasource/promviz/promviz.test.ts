import { deriveTraffic } from '../../core/derive/deriveTraffic';
import { anchoredPattern } from '../../core/model/pattern';
import type { QueryDefinition } from '../types';
import { anchoredByItself } from './promvizPatterns';
import { readPromviz } from './readPromviz';

const CONFIGURATION = `
graphName: Shop
globalLevel:
  maxVolume: 2000
  clusterConnections:
    - query: sum(rate(edge_requests_total[1m])) by (status, cluster)
      prometheusURL: http://reader:secret@prometheus.example:9090
      source:
        replacement: INTERNET
      target:
        label: cluster
clusterLevel:
  - cluster: eu
    serviceConnections:
      - name: http
        query: sum(rate(requests_total[1m])) by (from, to, status)
        prometheusURL: http://prometheus.example:9090
        source:
          label: from
          regex: (?P<service>.*)-v\\d+
          replacement: \${service}
        target:
          label: to
          class: http
        status:
          label: status
          warningRegex: ^4..$
          dangerRegex: "5"
        notices:
          - title: "[{{ .value }}] HighErrorRate"
            statusType: danger
            severityThreshold: { warning: 0.001, error: 0.02 }
          - title: slow
      - query: sum(rate(entry_total[1m])) by (to)
        source:
          replacement: INTERNET
        target:
          label: to
    serviceNotices: []
`;

function imported(text: string) {
  const read = readPromviz(text);
  if ('problem' in read) {
    throw new Error(read.problem);
  }
  return read;
}

/** Ids of nodes and rates by class that a definition makes of one bucket. */
function derived(definition: QueryDefinition, rows: ReadonlyArray<readonly [Record<string, string>, number]>) {
  const requests = {
    labels: rows.map(([labels]) => labels),
    times: Float64Array.of(60_000),
    values: Float64Array.from(rows, ([, value]) => value),
  };
  const { history } = deriveTraffic([{ definition, tables: { requests } }], 'sum');
  return {
    nodes: history.nodes.ids,
    rates: Object.fromEntries(history.classes.map(({ name }, row) => [name, [...history.edges.rates[row]]])),
  };
}

describe('promviz configuration', () => {
  it('becomes definitions, one a connection, whose requests add up', () => {
    const { definitions, merge } = imported(CONFIGURATION);
    expect(merge).toBe('sum');
    expect(definitions).toEqual([
      {
        id: 'eu http',
        kind: 'prometheus',
        upstream: '',
        expressions: { requests: 'sum(rate(requests_total[1m])) by (from, to, status)' },
        mapping: {
          source: { label: 'from', group: ['eu'] },
          target: { label: 'to', group: ['eu'] },
          classLabel: 'status',
        },
        naming: { rules: [{ match: '(?<service>.*)-v\\d+.*', name: '$<service>' }] },
        classes: [
          { name: 'normal', severity: 'normal' },
          { name: 'danger', severity: 'danger', match: '.*?5.*' },
          { name: 'warning', severity: 'warning', match: '4..' },
        ],
        thresholds: [{ scope: 'edge', metric: 'errorRatio', direction: 'above', warning: 0.001, danger: 0.02 }],
      },
      {
        id: 'eu',
        kind: 'prometheus',
        upstream: '',
        expressions: { requests: 'sum(rate(entry_total[1m])) by (to)' },
        mapping: { source: { constant: 'INTERNET' }, target: { label: 'to', group: ['eu'] } },
      },
      {
        id: 'global',
        kind: 'prometheus',
        upstream: '',
        expressions: { requests: 'sum(rate(edge_requests_total[1m])) by (status, cluster)' },
        mapping: { source: { constant: 'INTERNET' }, target: { label: 'cluster' } },
        hidden: true,
      },
    ]);
  });

  it('gives the edges and classes that promviz draws', () => {
    const [definition] = imported(CONFIGURATION).definitions;
    const row = (status: string, value: number) => [{ from: 'cart-v12', to: 'stock', status }, value] as const;
    expect(derived(definition, [row('200', 5), row('404', 2), row('503', 1), row('415', 3)])).toEqual({
      nodes: ['eu/cart', 'eu/stock'],
      rates: { normal: [5], warning: [2], danger: [4] },
    });
  });

  it('says what was left, and of addresses the host alone', () => {
    expect(imported(CONFIGURATION).left).toEqual([
      '1 connection between clusters is not asked, since those of services tell its traffic; switch it on if they do not.',
      'promviz asked prometheus.example:9090: choose the data source of Grafana that stands for it in each definition.',
      'Renaming rules hold for both ends of a connection, the one of the source first; look at the names.',
      'Left out: maxVolume, serviceNotices, class.',
    ]);
  });

  it('asks connections between clusters where there are no others', () => {
    const text = 'globalLevel: { clusterConnections: [{ query: up, source: { label: a }, target: { label: b } }] }';
    expect(imported(text).definitions).toMatchObject([{ id: 'global', mapping: { source: { label: 'a' } } }]);
    expect(imported(text).definitions[0].hidden).toBeUndefined();
  });

  it('may be of the older form', () => {
    const text = `
clusters:
  - name: eu
    serviceConnections:
      - name: redis
        query: redis
        source: { label: service }
        target: { label: dbname }
        status: { label: status, dangerRegex: failed }
        notices: [{ statusType: danger, threshold: 0.01, severity: 2 }, { statusType: warning, threshold: 0.1 }]
clusterConnections:
  - { query: up, source: { replacement: INTERNET }, target: { replacement: eu } }
`;
    expect(imported(text).definitions).toMatchObject([
      {
        id: 'eu redis',
        mapping: { source: { label: 'service', group: ['eu'] } },
        thresholds: [
          { metric: 'errorRatio', danger: 0.01 },
          { metric: 'classRatio', className: 'warning', warning: 0.1 },
        ],
      },
      { id: 'global', mapping: { source: { constant: 'INTERNET' }, target: { constant: 'eu' } }, hidden: true },
    ]);
  });

  it('has one rule where both ends are renamed alike', () => {
    const end = '{ label: a, regex: ^demo-(.+)$, replacement: "svc-${1}" }';
    const { definitions, left } = imported(
      `clusterLevel: [{ serviceConnections: [{ query: up, source: ${end}, target: ${end} }] }]`
    );
    expect(definitions[0].naming).toEqual({ rules: [{ match: 'demo-(.+)', name: 'svc-$1' }] });
    expect(left).toEqual([]);
  });

  it.each([
    ['a: [', /^This is no YAML: /],
    ['just words', /neither “globalLevel”, “clusterLevel” nor “clusters”/],
    ['[1, 2]', /neither “globalLevel”/],
    ['x'.repeat(500_001), /longer than/],
    [
      `a: &a [1]\n${Array.from({ length: 9 }, (_, n) => `b${n}: &b${n} [${`*${n ? `b${n - 1}` : 'a'}, `.repeat(20)}]`).join('\n')}`,
      /This is no YAML/,
    ],
  ])('says why it is of no use: %#', (text, reason) => {
    const read = readPromviz(text);
    expect('problem' in read ? read.problem : '').toMatch(reason);
  });

  it('leaves out what is of other types, and tells expressions that browsers do not know', () => {
    const text = `
clusterLevel:
  - 1
  - serviceConnections: [1, null, { query: 7 }, { query: ' ' }, { query: up, source: [], target: { label: {} }, status: 9 }]
  - cluster: us
    serviceConnections: [{ query: up, source: { label: a, regex: '(' }, target: { label: b, regex: x }, notices: [1, {}] }]
`;
    const { definitions, left } = imported(text);
    expect(definitions.map(({ id, mapping }) => [id, mapping.source.constant])).toEqual([
      ['cluster', 'unnamed'],
      ['us', undefined],
    ]);
    expect(left).toEqual([
      '4 connections without a query were left out.',
      'Renaming rules hold for both ends of a connection, the one of the source first; look at the names.',
      '“.*?(.*” is no regular expression that a browser knows; correct it.',
    ]);
  });

  it('is asked up to a hundred connections', () => {
    const many = Array.from({ length: 103 }, () => '{ query: up, source: { label: a }, target: { label: b } }');
    const { definitions, left } = imported(`clusterLevel: [{ cluster: eu, serviceConnections: [${many.join(', ')}] }]`);
    expect(definitions).toHaveLength(100);
    expect(new Set(definitions.map(({ id }) => id)).size).toBe(100);
    expect(left).toEqual(['3 connections beyond the first 100 were left out.']);
  });
});

describe('an expression that is searched for anywhere', () => {
  it.each([
    ['Internal', 'Internal error', 'internal'],
    ['^5..$', '503', '5030'],
    ['^5', '503', '150'],
    ['5$', '15', '51'],
    ['^InvalidArgument|FailedPrecondition$', 'InvalidArgument of x', 'an InvalidArgument'],
    ['(?i)fail', 'FAILED', 'fine'],
    ['a\\$', 'ba$c', 'a'],
    ['(?P<word>[a-z]+)', '1a2', '12'],
    ['.*', 'anything', undefined],
  ])('%s matches the same when anchored', (pattern, taken, left) => {
    const anchored = anchoredPattern(anchoredByItself(pattern));
    expect(anchored?.test(taken)).toBe(true);
    expect(left === undefined || !anchored?.test(left)).toBe(true);
  });
});
