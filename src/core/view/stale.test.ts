import type { TrafficHistory } from '../model/history';
import { evaluateThresholds } from '../thresholds';
import { historyOf } from '../thresholds/testHistory';
import { buildView } from './buildView';
import { staleRows } from './stale';

describe('V28 stale rows', () => {
  test('a row is stale where all of its parts are, since the latest of them', () => {
    const since = Float64Array.of(10, 20, 10, NaN, 30);
    const rowOf = Int32Array.of(0, 0, 1, 1, -1);
    expect(staleRows(since, rowOf, 3, 40)).toEqual(Float64Array.of(20, NaN, NaN));
  });

  test('at the time of the answer nothing is stale yet', () => {
    expect(staleRows(Float64Array.of(10), Int32Array.of(0), 1, 10)).toBeUndefined();
    expect(staleRows(undefined, Int32Array.of(0), 1, 10)).toBeUndefined();
  });

  test('a view tells it of its edges, at its own time', () => {
    const fresh = historyOf(
      [
        { from: 'a', to: 'b', rate: [1, 1] },
        { from: 'a', to: 'c', rate: [1, 1] },
      ],
      2
    );
    const history: TrafficHistory = {
      ...fresh,
      edges: { ...fresh.edges, staleSince: Float64Array.of(NaN, fresh.times[0]) },
    };
    const at = (timeIndex: number) =>
      buildView(history, evaluateThresholds(history, []), { path: [], detail: 'services', timeIndex }).edges.staleSince;
    expect(at(1)).toEqual(Float64Array.of(NaN, fresh.times[0]));
    expect(at(0)).toBeUndefined();
  });
});
