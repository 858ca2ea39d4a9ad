import { historyOf } from '../thresholds/testHistory';
import { withUsualRates } from './usualRates';

const usualOf = (...edges: Parameters<typeof historyOf>[0]) => {
  const { times, edges: table } = withUsualRates(historyOf(edges, 4));
  return edges.map((_, edge) => [...(table.baseline ?? []).slice(edge * times.length, (edge + 1) * times.length)]);
};

test('V32 without a baseline, the mean of the known rates before is usual; before the first there is none', () => {
  const steady = { from: 'web', to: 'api', rate: [4, 8, 12, 0] };
  const gaps = { from: 'web', to: 'db', rate: [NaN, 2, NaN, 6], danger: [NaN, 1, NaN, 0] };
  expect(usualOf(steady, gaps)).toEqual([
    [NaN, 4, 6, 8],
    [NaN, NaN, 3, 3],
  ]);
});

test('V32 a baseline goes before the mean, bucket by bucket, and nothing of the given history changes', () => {
  const history = historyOf([{ from: 'web', to: 'api', rate: [4, 8, 12, 0], baseline: [5, NaN, 0, 7] }], 4);
  expect([...(withUsualRates(history).edges.baseline ?? [])]).toEqual([5, 4, 0, 7]);
  expect([...(history.edges.baseline ?? [])]).toEqual([5, NaN, 0, 7]);
});
