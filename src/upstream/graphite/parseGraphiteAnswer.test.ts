import { MINUTES, START_SECONDS } from '../../../tests/fixtures/dataset';
import { recorded } from '../../../tests/fixtures/recorded';
import type { Labels, SeriesTable } from '../../core/model/series';
import { buildGraphiteRequests } from './buildGraphiteRequests';
import { escapeGraphitePathPart, escapeGraphiteTagRegex } from './escape';
import { parseGraphiteAnswer } from './parseGraphiteAnswer';

const grid = { from: START_SECONDS * 1000, to: (START_SECONDS + MINUTES * 60) * 1000, stepMs: 60_000 };
const PATTERN = 'stats.counters.{source}.upstream.{target}.{class}.rate';

function parse(name: string, pathPattern?: string) {
  return parseGraphiteAnswer(recorded('graphite', name).body, grid, { pathPattern });
}

function row(table: SeriesTable, labels: Labels): number[] {
  const index = table.labels.findIndex((own) => Object.entries(labels).every(([name, value]) => own[name] === value));
  const width = table.times.length;
  return [...table.values.subarray(index * width, (index + 1) * width)];
}

describe('parseGraphiteAnswer on recorded answers', () => {
  it.each(['paths', 'scaled'])('U10, U31: reads the parts of paths (%s)', (name) => {
    const { table, notices } = parse(name, PATTERN);
    expect(notices).toEqual([]);
    expect(table.labels).toHaveLength(7);
    expect(row(table, { source: 'gateway', target: 'checkout', class: '4xx' })).toEqual(new Array(MINUTES).fill(2));
    expect(row(table, { target: 'stock' })).toEqual([...new Array(10).fill(6), ...new Array(10).fill(NaN)]);
  });

  it('U31: reads the path of an alias from its tag', () => {
    const { table } = parse('alias', PATTERN);
    expect(table.labels).toEqual([expect.objectContaining({ source: 'checkout', target: 'orders', class: '5xx' })]);
  });

  it('U31: reads what groupByNodes keeps', () => {
    const { table, notices } = parse('groupByNodes', '{source}.{target}');
    expect(notices).toEqual([]);
    expect(row(table, { source: 'gateway', target: 'checkout' })[0]).toBe(43);
  });

  it('U32, U33: names nothing after a wildcard, and says so', () => {
    const { table, notices } = parse('summed', PATTERN);
    expect(table.labels).toEqual([{ name: 'sumSeries(stats.counters.*.upstream.*.2xx.rate)', aggregatedBy: 'sum' }]);
    expect(notices).toEqual([
      expect.objectContaining({
        severity: 'warning',
        text: expect.stringContaining('1 series do not fit the path pattern'),
      }),
    ]);
  });

  it.each(['tagged', 'groupByTags'])('U30: reads tags (%s)', (name) => {
    const { table, notices } = parse(name);
    expect(notices).toEqual([]);
    expect(table.labels).toHaveLength(7);
    expect(row(table, { source: 'checkout', target: 'orders', status: '503' })[5]).toBe(4);
  });

  it('U34: reads infinite numbers', () => {
    const { table } = parse('infinite', 'odd.{source}.{target}');
    expect(row(table, { target: 'orders' }).slice(0, 6)).toEqual([Infinity, -1, -1, -1, -1, Infinity]);
  });

  it('U12: spreads consolidated points over the buckets that they cover', () => {
    const { table } = parse('consolidated', PATTERN);
    expect(row(table, { target: 'orders' }).slice(3)).toEqual(new Array(MINUTES - 3).fill(12));
  });

  it('U13: takes the newest point, null, for no data', () => {
    const later = { ...grid, to: grid.to + 60_000 };
    const { table } = parseGraphiteAnswer(recorded('graphite', 'alias').body, later);
    expect([...table.values.subarray(MINUTES - 1)]).toEqual([4, NaN]);
  });

  it.each(['empty', 'malformed'])('U50: reads an answer without series (%s)', (name) => {
    const { table, notices } = parse(name, PATTERN);
    expect([table.labels, table.values.length, notices]).toEqual([[], 0, []]);
  });

  it.each(['unknownFunction', 'badTime'])('U51: reads no series out of an error page (%s)', (name) => {
    const { table, notices } = parse(name);
    expect(table.labels).toEqual([]);
    expect(notices).toEqual([expect.objectContaining({ severity: 'error' })]);
  });
});

describe('parseGraphiteAnswer', () => {
  const datapoints = [
    [1, START_SECONDS],
    [2, START_SECONDS + 60],
  ];

  it('U30: reads tags out of a target, inside of calls too', () => {
    const body = [{ target: 'scale(requests;source=a;target=b,2)', datapoints }];
    expect(parseGraphiteAnswer(body, grid).table.labels).toEqual([{ source: 'a', target: 'b' }]);
  });

  it('U31: lets path fields win over tags', () => {
    const body = [{ target: 'a.b', tags: { name: 'a.b', source: 'tagged' }, datapoints }];
    expect(parseGraphiteAnswer(body, grid, { pathPattern: '{source}.{target}' }).table.labels).toEqual([
      { name: 'a.b', source: 'a', target: 'b' },
    ]);
  });

  it('U33: says what is wrong with a pattern', () => {
    const { notices } = parseGraphiteAnswer([{ target: 'a.b', datapoints }], grid, { pathPattern: 'a.{so{urce}' });
    expect(notices).toEqual([
      expect.objectContaining({ severity: 'error', text: expect.stringContaining('"{so{urce}"') }),
    ]);
  });

  it('U34: reads bare NaN and Infinity, and leaves strings alone', () => {
    const text = `[{"target": "NaN, Infinity \\" NaN", "datapoints": [[NaN, ${START_SECONDS}], [-Infinity, ${START_SECONDS + 60}], [3, ${START_SECONDS + 120}]]}]`;
    const { table, notices } = parseGraphiteAnswer(text, grid, { pathPattern: '{source}' });
    expect([...table.values.subarray(0, 3)]).toEqual([NaN, -Infinity, 3]);
    expect(notices).toEqual([]);
    expect(table.labels).toEqual([{ source: 'NaN, Infinity " NaN' }]);
  });

  it('U51: tells a web page from a cut answer', () => {
    const page = parseGraphiteAnswer('<html>', grid).notices[0].text;
    const cut = parseGraphiteAnswer(recorded('graphite', 'paths').body.slice(0, 700), grid).notices[0].text;
    expect([page, cut]).toEqual([expect.stringContaining('web page'), expect.stringContaining('cut short')]);
  });

  it('U50: counts series and datapoints of no known shape', () => {
    const body = [
      null,
      { target: 3, datapoints: [] },
      { target: 'a', datapoints: [[1], 'x', [{}, START_SECONDS], [5, START_SECONDS]] },
    ];
    const { table, notices } = parseGraphiteAnswer(body, grid);
    expect(table.values[0]).toBe(5);
    expect(notices.map(({ text }) => text)).toEqual([
      expect.stringContaining('2 series'),
      expect.stringContaining('3 datapoints'),
    ]);
  });
});

describe('buildGraphiteRequests', () => {
  it('U5, U6: makes a form request with twice the points, one bucket early', () => {
    const built = buildGraphiteRequests(
      {
        id: 'statsd',
        kind: 'graphite',
        upstream: 'graphite',
        expressions: { requests: "summarize(a.*.b,'$__interval')" },
        mapping: { source: { label: 'source' }, target: { label: 'target' } },
      },
      { from: 600_000, to: 1_200_000, stepMs: 60_000 }
    );
    expect(built.requests).toHaveLength(1);
    expect(built.requests[0]).toMatchObject({ expression: 'requests', method: 'POST', path: '/render' });
    expect(Object.fromEntries(new URLSearchParams(built.requests[0].body))).toEqual({
      target: "summarize(a.*.b,'60s')",
      from: '599',
      until: '1200',
      format: 'json',
      maxDataPoints: '20',
    });
  });
});

describe('escape', () => {
  it('U4: keeps a path part one literal part', () => {
    expect(escapeGraphitePathPart('a.b*{c}[d]?(e) "f"')).toBe('a_b__c__d___e___f_');
    expect(escapeGraphitePathPart('web-1_a')).toBe('web-1_a');
  });

  it('U4: keeps a tag value within its quotes', () => {
    expect(escapeGraphiteTagRegex("o'clock\\")).toBe(String.raw`o\x27clock\x5c`);
    expect(escapeGraphiteTagRegex('web-1_a.b*')).toBe(String.raw`web-1_a\x2eb\x2a`);
  });
});
