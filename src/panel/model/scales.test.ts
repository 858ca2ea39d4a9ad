import { smallResult } from '../../../tests/support/trafficResult';
import { buildView } from '../../core/view/buildView';
import { viewScales } from './scales';

const { history, states } = smallResult();
const view = buildView(history, states, { path: [], detail: 'services' });

describe('scales of a view', () => {
  it('are the least and greatest rate and p95 of its edges', () => {
    const edges = {
      ...view.edges,
      count: 3,
      rates: Float32Array.from([1, 1, 0, 0, 40, 2].flatMap((rate, at) => (at % 2 === 0 ? [rate] : [rate, ...rest]))),
      p95: Float32Array.from([0.5, NaN, 0.25]),
    };
    expect(viewScales({ ...view, edges })).toEqual({ rate: [2, 42], bytes: undefined, latency: [0.25, 0.5] });
  });

  it('are absent where nothing is known', () => {
    const [rates, bytes, p95] = [view.edges.rates, view.edges.bytes, view.edges.p95].map((column) =>
      column.map(() => NaN)
    );
    const edges = { ...view.edges, rates, bytes, p95 };
    expect(viewScales({ ...view, edges })).toEqual({ rate: undefined, bytes: undefined, latency: undefined });
  });
});

/** Rates of the classes after the second. */
const rest = view.classes.slice(2).map(() => 0);
