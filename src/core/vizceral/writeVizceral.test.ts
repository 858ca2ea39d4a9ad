import { smallResult } from '../../../tests/support/trafficResult';
import type { TrafficResult } from '../model/result';
import type { VizceralNode } from './model';
import { writeVizceral } from './writeVizceral';

function written({ history, states }: TrafficResult, timeIndex = 1) {
  return writeVizceral(history, states, timeIndex, 'Traffic');
}

function child(node: VizceralNode, name: string): VizceralNode {
  const found = node.nodes.find((each) => each.name === name);
  if (!found) {
    throw new Error(`no ${name} among ${node.nodes.map((each) => each.name).join(', ')}`);
  }
  return found;
}

describe('Vizceral data', () => {
  it('holds groups, and each level the connections between its nodes, once', () => {
    const root = written(smallResult());
    expect(root).toMatchObject({
      renderer: 'global',
      name: 'Traffic',
      serverUpdateTime: 120_000,
      updated: 120_000,
      maxVolume: 16,
      connections: [],
    });
    const eu = child(root, 'eu');
    expect(eu.renderer).toBe('region');
    expect(eu.connections).toMatchObject([
      { source: 'shop', target: 'a/b % c', metrics: { normal: 3, warning: 0, danger: 1 } },
    ]);
    const shop = child(eu, 'shop');
    expect(shop.nodes.map(({ name }) => name)).toEqual(['checkout', 'gateway']);
    expect(shop.connections).toMatchObject([
      { source: 'gateway', target: 'checkout', metrics: { normal: 12, warning: 1, danger: 3 } },
    ]);
  });

  it('keeps names as they are, and brings no notice that Vizceral would show as HTML', () => {
    const text = JSON.stringify(written(smallResult()));
    expect(child(child(child(written(smallResult()), 'eu'), 'a/b % c'), 'odd <b>"/→').nodes).toEqual([]);
    expect(text).not.toContain('notices');
  });

  it('takes the bucket that is asked for', () => {
    const eu = child(written(smallResult(), 0), 'eu');
    expect(eu.connections).toMatchObject([{ metrics: { normal: 4, warning: 0, danger: 1 } }]);
    expect(eu.updated).toBe(60_000);
  });

  it('takes classes from states', () => {
    const result = smallResult();
    const { states } = result;
    const edges = Uint8Array.from(states.edges, (_, cell) => (cell === 5 ? 2 : 0));
    const nodes = Uint8Array.from(states.nodes, (_, cell) => (cell === 1 ? 1 : 0));
    const eu = child(written({ ...result, states: { ...states, edges, nodes } }), 'eu');
    expect(eu.connections.map((connection) => connection.class)).toEqual(['danger']);
    expect(child(eu, 'shop').nodes.map((node) => node.class)).toEqual(['warning', 'normal']);
  });

  it('tells a service from the group beside it that has its name', () => {
    const result = smallResult();
    const { nodes } = result.history;
    const history = {
      ...result.history,
      nodes: { ...nodes, names: ['a', 'b', 'shop'], groups: [['shop'], ['shop'], []] },
    };
    const root = written({ ...result, history });
    expect(root.nodes.map(({ name, displayName }) => [name, displayName])).toEqual([
      ['shop', undefined],
      ['shop (service)', 'shop'],
    ]);
    expect(root.connections).toMatchObject([{ source: 'shop', target: 'shop (service)' }]);
  });

  it('is one region where there are no groups', () => {
    const result = smallResult();
    const history = { ...result.history, nodes: { ...result.history.nodes, groups: [[], [], []] } };
    const root = written({ ...result, history });
    expect(root.renderer).toBe('region');
    expect(root.nodes).toHaveLength(3);
    expect(root.connections).toHaveLength(2);
  });
});
