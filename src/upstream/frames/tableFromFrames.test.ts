import type { DataFrame, Field } from '@grafana/data';

import type { Labels } from '../../core/model/series';
import { tableFromFrames } from './tableFromFrames';

const MINUTE = 60_000;
const grid = { from: 0, to: 4 * MINUTE, stepMs: MINUTE };

/** The values of Grafana's enum; its package needs a browser to load. */
function field(
  name: string,
  type: string,
  values: unknown[],
  rest: { labels?: Labels; config?: Field['config'] } = {}
): Field {
  return { name, type: type as Field['type'], config: {}, values, ...rest };
}

function frame(fields: Field[], rest: Partial<DataFrame> = {}): DataFrame {
  return { fields, length: fields[0]?.values.length ?? 0, ...rest };
}

const rows = (values: Float64Array, width = 4): number[][] =>
  Array.from({ length: values.length / width }, (_, row) => [...values.subarray(row * width, (row + 1) * width)]);

describe('tableFromFrames', () => {
  it('U40: reads a frame a series, each with its own times', () => {
    const { table, notices } = tableFromFrames(
      [
        frame([
          field('Time', 'time', [MINUTE, 2 * MINUTE, 4 * MINUTE]),
          field('Value', 'number', [1, null, 4], { labels: { source: 'a', target: 'b' } }),
        ]),
        frame([
          field('Time', 'time', [3 * MINUTE]),
          field('Value', 'number', [3], { labels: { source: 'a', target: 'c' } }),
        ]),
      ],
      grid
    );
    expect(table.labels).toEqual([
      { source: 'a', target: 'b' },
      { source: 'a', target: 'c' },
    ]);
    expect(rows(table.values)).toEqual([
      [1, NaN, NaN, 4],
      [NaN, NaN, 3, NaN],
    ]);
    expect(notices).toEqual([]);
  });

  it('U40: reads a wide frame', () => {
    const { table } = tableFromFrames(
      [
        frame([
          field('Time', 'time', [MINUTE, 2 * MINUTE]),
          field('a', 'number', [1, 2], { labels: { target: 'a' } }),
          field('b', 'number', [3, NaN], { labels: { target: 'b' } }),
        ]),
      ],
      grid
    );
    expect(table.labels).toEqual([{ target: 'a' }, { target: 'b' }]);
    expect(rows(table.values)).toEqual([
      [1, 2, NaN, NaN],
      [3, NaN, NaN, NaN],
    ]);
  });

  it('U12, U40: goes by the step that the time field tells', () => {
    const time = field('Time', 'time', [2 * MINUTE, 4 * MINUTE], { config: { interval: 2 * MINUTE } });
    expect(rows(tableFromFrames([frame([time, field('Value', 'number', [1, 2])])], grid).table.values)).toEqual([
      [1, 1, 2, 2],
    ]);
  });

  it('U13, U40: reads samples on bucket ends, and aligns a series with any other time as a whole', () => {
    const config = { interval: MINUTE };
    const onGrid = frame([
      field('Time', 'time', [MINUTE, 3 * MINUTE], { config }),
      field('Value', 'number', [1, null]),
    ]);
    const offGrid = frame([
      field('Time', 'time', [MINUTE, 2.5 * MINUTE], { config }),
      field('Value', 'number', [1, 2]),
    ]);
    expect(rows(tableFromFrames([onGrid, offGrid], grid).table.values)).toEqual([
      [1, NaN, NaN, NaN],
      [1, NaN, 2, NaN],
    ]);
  });

  it('U10, U40: reads Graphite frames, whose target is their name', () => {
    const { table, notices } = tableFromFrames(
      [
        frame(
          [
            field('Time', 'time', [0, MINUTE, 2 * MINUTE]),
            field('Value', 'number', [1, 2, null], { labels: { name: 'a.b' } }),
          ],
          { name: 'scale(a.b,2)' }
        ),
      ],
      grid,
      { kind: 'graphite', pathPattern: '{source}.{target}' }
    );
    expect(table.labels).toEqual([{ name: 'a.b', source: 'a', target: 'b' }]);
    expect(rows(table.values)).toEqual([[1, 2, NaN, NaN]]);
    expect(notices).toEqual([]);
  });

  it('U41: reads a table with a row a sample', () => {
    const { table } = tableFromFrames(
      [
        frame([
          field('Time', 'time', [MINUTE, MINUTE, 2 * MINUTE, 2 * MINUTE]),
          field('source', 'string', ['a', 'a', 'a', 'a']),
          field('target', 'string', ['b', 'c', 'c', 'b']),
          field('code', 'string', ['200', '', '', '200']),
          field('Value', 'number', [1, 2, 3, 4]),
        ]),
      ],
      grid
    );
    expect(table.labels).toEqual([
      { source: 'a', target: 'b', code: '200' },
      { source: 'a', target: 'c' },
    ]);
    expect(rows(table.values)).toEqual([
      [1, 4, NaN, NaN],
      [2, 3, NaN, NaN],
    ]);
  });

  it('U42: reads numbers without times as of the newest bucket', () => {
    const { table } = tableFromFrames([frame([field('Value', 'number', [7], { labels: { target: 'a' } })])], grid);
    expect(rows(table.values)).toEqual([[NaN, NaN, NaN, 7]]);
  });

  it('U43: counts frames without numbers, and passes notices on', () => {
    const meta = { notices: [{ severity: 'warning' as const, text: 'too many series', link: 'https://example.org' }] };
    const { table, notices } = tableFromFrames([frame([field('line', 'string', ['x'])], { meta })], grid, {
      upstream: 'Logs',
    });
    expect(table.labels).toEqual([]);
    expect(notices).toEqual([
      { severity: 'warning', upstream: 'Logs', text: 'Logs: too many series', link: 'https://example.org' },
      expect.objectContaining({ text: expect.stringContaining('1 frames hold no numbers') }),
    ]);
  });

  it('U43: is content with frames without rows', () => {
    const { table, notices } = tableFromFrames([frame([]), frame([field('Time', 'time', [])])], grid);
    expect([table.labels, notices]).toEqual([[], []]);
  });

  it('U50: leaves out cells that are no numbers', () => {
    const { table, notices } = tableFromFrames(
      [frame([field('Time', 'time', [MINUTE, {}]), field('Value', 'number', [{}, '2'])])],
      grid
    );
    expect(rows(table.values)).toEqual([[NaN, NaN, NaN, NaN]]);
    expect(notices[0].text).toContain('2 samples were no numbers');
  });
});
