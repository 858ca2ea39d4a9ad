import { makeView } from '../../../tests/support/views';
import { layoutInput } from './index';

it('L3 sums the rates of all classes of an edge, and takes no data for none', () => {
  const view = makeView('S', 1);
  const classes = view.classes.length;
  const rates = view.edges.rates.slice();
  rates.set([1, 2, NaN], 0);
  const input = layoutInput({ ...view, edges: { ...view.edges, rates } });
  expect(input.weight[0]).toBe(3);
  expect(input.weight).toHaveLength(view.edges.count);
  expect(classes).toBe(3);
});

it('L50 has a collapsed group belong to its parent', () => {
  const view = makeView('S', 1);
  const kinds = view.nodes.kinds.map((kind, row) => (row === 2 ? 'group' : kind));
  const { groups } = layoutInput({ ...view, nodes: { ...view.nodes, kinds } });
  expect(groups[1]).toBe(view.nodes.paths[1].join('/'));
  expect(groups[2]).toBe(view.nodes.paths[2].slice(0, -1).join('/'));
});
