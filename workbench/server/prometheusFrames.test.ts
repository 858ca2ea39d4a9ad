import { dataFrameFromJSON, type DataFrameJSON } from '@grafana/data';
import { frameOfSeries } from './prometheusFrames';

describe('frames of Prometheus series', () => {
  it('are read by Grafana with labels, milliseconds, and what JSON has no numbers for', () => {
    const json = frameOfSeries(
      {
        metric: { source: 'a' },
        values: [
          [1, '2.5'],
          [16, 'NaN'],
          [31, '+Inf'],
          [46, '-Inf'],
        ],
      },
      'A',
      'up',
      15_000
    );
    const frame = dataFrameFromJSON(JSON.parse(JSON.stringify(json)) as DataFrameJSON);
    expect(frame.refId).toBe('A');
    expect(frame.fields[0].values).toEqual([1000, 16_000, 31_000, 46_000]);
    expect(frame.fields[1].values).toEqual([2.5, NaN, Infinity, -Infinity]);
    expect(frame.fields[1].labels).toEqual({ source: 'a' });
  });

  it('hold one sample for an instant query', () => {
    const json = frameOfSeries({ metric: {}, value: [5, '7'] }, 'B', 'up', 1000);
    expect(json.schema).toMatchObject({ meta: { type: 'numeric-multi' } });
    expect(json.data.values).toEqual([[5000], [7]]);
  });
});
