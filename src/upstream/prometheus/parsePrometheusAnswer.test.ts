import { MINUTES, START_SECONDS } from '../../../tests/fixtures/dataset';
import { recorded } from '../../../tests/fixtures/recorded';
import type { Labels, SeriesTable } from '../../core/model/series';
import { MAXIMUM_CELLS } from '../tableNotices';
import { parsePrometheusAnswer } from './parsePrometheusAnswer';

const grid = { from: START_SECONDS * 1000, to: (START_SECONDS + MINUTES * 60) * 1000, stepMs: 60_000 };

function row(table: SeriesTable, labels: Labels): number[] {
  const index = table.labels.findIndex((own) => Object.entries(labels).every(([name, value]) => own[name] === value));
  const width = table.times.length;
  return [...table.values.subarray(index * width, (index + 1) * width)];
}

function body(result: unknown, resultType = 'matrix', rest: object = {}): unknown {
  return { status: 'success', data: { resultType, result }, ...rest };
}

describe('parsePrometheusAnswer on recorded answers', () => {
  it('U10, U20: reads rates of all series on their buckets', () => {
    const { table, notices } = parsePrometheusAnswer(recorded('prometheus', 'requests').body, grid);
    expect(notices).toEqual([]);
    expect(table.labels).toHaveLength(7);
    expect(table.times[0]).toBe((START_SECONDS + 60) * 1000);
    expect(row(table, { source: 'gateway', target: 'checkout', code: '404' })).toEqual(new Array(MINUTES).fill(2));
    expect(row(table, { target: 'stock' })).toEqual([...new Array(10).fill(6), ...new Array(10).fill(NaN)]);
  });

  it('U10: takes label values as they are', () => {
    const { table } = parsePrometheusAnswer(recorded('prometheus', 'requests').body, grid);
    expect(table.labels.map(({ target }) => target)).toContain('say "hi" <b>&\\now');
  });

  it('U10: lays timestamps that are no bucket ends into the bucket that ends next', () => {
    const { table } = parsePrometheusAnswer(recorded('prometheus', 'unaligned').body, grid);
    const stock = row(table, { target: 'stock' });
    expect(stock[0]).toBeNaN();
    expect(stock[1]).toBeCloseTo(6, 9);
  });

  it('U13, U21: reads NaN as no sample, and infinite and negative values as they are', () => {
    const { table } = parsePrometheusAnswer(recorded('prometheus', 'odd').body, grid);
    const first = [0, 1, 2, 3, 4].map((index) => row(table, { target: `odd${index}` })[0]);
    expect(first).toEqual([NaN, Infinity, -Infinity, -3, 0]);
  });

  it('U20: reads a vector and a scalar at their time', () => {
    const vector = parsePrometheusAnswer(recorded('prometheus', 'vector').body, grid).table;
    expect(row(vector, { target: 'orders' })).toEqual([...new Array(MINUTES - 1).fill(NaN), 16]);
    const scalar = parsePrometheusAnswer(recorded('prometheus', 'scalar').body, grid).table;
    expect(scalar.labels).toEqual([{}]);
    expect(scalar.values[MINUTES - 1]).toBe(42.5);
  });

  it('U20: says that text is of no use', () => {
    const { table, notices } = parsePrometheusAnswer(recorded('prometheus', 'string').body, grid);
    expect(table.labels).toEqual([]);
    expect(notices).toEqual([
      expect.objectContaining({ severity: 'error', text: expect.stringContaining('result of string') }),
    ]);
  });

  it('U20: reads an empty answer without complaint', () => {
    const { table, notices } = parsePrometheusAnswer(recorded('prometheus', 'empty').body, grid);
    expect([table.labels, table.times.length, table.values.length, notices]).toEqual([[], MINUTES, 0, []]);
  });

  it.each(['syntaxError', 'executionError', 'tooManyPoints'])('U24: repeats what the upstream says of %s', (name) => {
    const answer = recorded('prometheus', name);
    const { notices } = parsePrometheusAnswer(answer.body, grid, { upstream: 'Metrics' });
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatchObject({ severity: 'error', upstream: 'Metrics' });
    expect(notices[0].text).toContain(`status ${answer.status}`);
    expect(notices[0].text).toContain(JSON.parse(answer.body).error.slice(0, 100));
  });
});

describe('parsePrometheusAnswer', () => {
  it('U22: counts native histograms', () => {
    const result = [
      { metric: { source: 'a' }, histograms: [[60, { count: '1', sum: '1' }]] },
      { metric: { source: 'b' }, values: [[START_SECONDS + 60, '1']], histograms: [[60, {}]] },
      { metric: { source: 'c' }, values: [[START_SECONDS + 60, '1']] },
    ];
    const { table, notices } = parsePrometheusAnswer(body(result), grid);
    expect(table.labels).toEqual([{ source: 'b' }, { source: 'c' }]);
    expect(notices[0].text).toContain('2 series are native histograms');
  });

  it('U23: passes warnings and infos on, and counts those beyond five', () => {
    const warnings = Array.from({ length: 7 }, (_, index) => `warning ${index}`);
    const { notices } = parsePrometheusAnswer(
      body([], 'matrix', { warnings, infos: ['metric might not be a counter'] }),
      grid
    );
    expect(notices.map(({ severity }) => severity)).toEqual([...new Array(6).fill('warning'), 'info']);
    expect(notices[5].text).toContain('2 more');
  });

  it('U21: leaves out values that are no numbers, and counts them', () => {
    const values = [
      [START_SECONDS + 60, ''],
      [START_SECONDS + 120, 'twelve'],
      [START_SECONDS + 180, null],
      [START_SECONDS + 240, '7'],
      [START_SECONDS + 300, 8],
    ];
    const { table, notices } = parsePrometheusAnswer(body([{ metric: {}, values }]), grid);
    expect([...table.values.subarray(0, 6)]).toEqual([NaN, NaN, NaN, 7, 8, NaN]);
    expect(notices[0].text).toContain('3 samples were no numbers');
  });

  it('U14: leaves out samples outside of the grid, and says so', () => {
    const values = [
      [START_SECONDS - 600, '1'],
      [START_SECONDS + 60, '2'],
    ];
    const { table, notices } = parsePrometheusAnswer(body([{ metric: {}, values }]), {
      ...grid,
      to: grid.from + 60_000,
    });
    expect([...table.values]).toEqual([2]);
    expect(notices[0].text).toContain('1 samples lie outside');
  });

  it('U51: says that a web page is none', () => {
    const { table, notices } = parsePrometheusAnswer('\n<!doctype html><title>Sign in</title>', grid);
    expect(table.labels).toEqual([]);
    expect(notices).toEqual([
      expect.objectContaining({ severity: 'error', text: expect.stringContaining('web page') }),
    ]);
  });

  it.each([recorded('prometheus', 'requests').body.slice(0, 500), '', '[]', 'null', '"text"', '{"status":"success"}'])(
    'U51: says that %p cannot be read',
    (text) => {
      const { table, notices } = parsePrometheusAnswer(text, grid);
      expect(table.labels).toEqual([]);
      expect(notices).toEqual([expect.objectContaining({ severity: 'error' })]);
    }
  );

  it('U50: counts series of no known shape', () => {
    const { table, notices } = parsePrometheusAnswer(
      body([null, 3, {}, { metric: { a: 1, b: 'x' }, values: [] }]),
      grid
    );
    expect(table.labels).toEqual([{ b: 'x' }]);
    expect(notices[0].text).toContain('3 series could not be read');
  });

  it('U25: keeps to its limit of cells', () => {
    const wide = { from: 0, to: 10_000_000, stepMs: 1000 };
    const series = Math.floor(MAXIMUM_CELLS / 10_000) + 3;
    const { table, notices } = parsePrometheusAnswer(
      body(Array.from({ length: series }, () => ({ metric: {}, values: [] }))),
      wide
    );
    expect(table.labels).toHaveLength(series - 3);
    expect(notices[0].text).toContain('the last 3 were left out');
  });
});
