import type { TrafficView } from '../../core/model/view';
import { viewOf } from '../../../tests/support/scenePageViews';
import { edgeText } from './edgeText';

const format = {
  rate: (value: number) => `${value} req/s`,
  bytes: (value: number) => `${value} B/s`,
  ratio: (value: number) => `${value * 100}%`,
  change: (part: number) => `${part * 100}% more`,
  seconds: (value: number) => `${value} s`,
};

describe('what is written on edges', () => {
  const plain = viewOf(
    ['a', 'b'].map((id) => ({ id, rates: [1, 0, 0] })),
    [
      { source: 'a', target: 'b', rates: [9, 0, 3], p50: 0.2 },
      { source: 'b', target: 'a', rates: [0, 0, 0] },
      { source: 'a', target: 'a', rates: [NaN, NaN, NaN] },
    ]
  );
  const view = { ...plain, edges: { ...plain.edges, baseline: Float32Array.of(16, 4, NaN) } };
  const rows = { rates: Float32Array.of(12, 0, 0), bytes: Float32Array.of(5, 0, 7) };
  const written = (label: Parameters<typeof edgeText>[2], of: TrafficView = view) => {
    const textOf = edgeText(of, rows, label, format);
    return textOf && [0, 1, 2].map(textOf);
  };

  it('is the number that is asked for, in its unit, and nothing where it is not known', () => {
    expect(written('none')).toBeUndefined();
    expect(written('rate')).toEqual(['12 req/s', '', '7 B/s']);
    expect(written('errorRatio')).toEqual(['25%', '', '']);
    expect(written('p95')).toEqual(['0.5 s', '', '']);
  });

  it('tells by how much a rate is more or less than usual; of silence that it is all gone', () => {
    expect(written('change')).toEqual(['-25% more', '-100% more', '']);
    expect(written('change', plain)).toEqual(['', '', '']);
  });
});
