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
    expect(viewScales({ ...view, edges })).toEqual({ rate: [2, 42], latency: [0.25, 0.5] });
  });

  it('are absent where nothing is known', () => {
    const edges = { ...view.edges, rates: view.edges.rates.map(() => NaN), p95: view.edges.p95.map(() => NaN) };
    expect(viewScales({ ...view, edges })).toEqual({ rate: undefined, latency: undefined });
  });
});

/** Rates of the classes after the second. */
const rest = view.classes.slice(2).map(() => 0);
