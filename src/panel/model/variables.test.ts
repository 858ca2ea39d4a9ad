import { smallResult } from '../../../tests/support/trafficResult';
import { buildView } from '../../core/view/buildView';
import { chosenVariables, levelValue, openedVariables, parameterOf, placeOfLevel } from './variables';

const { history, states } = smallResult();
const view = buildView(history, states, { path: [], detail: 'services' });
const OPTIONS = { service: 'svc', caller: '$from', groups: ['region', 'namespace'], level: '${place}' };

describe('dashboard variables', () => {
  it('are named as Grafana writes them, or plainly', () => {
    expect(['a', '$a', '${a}', ' a '].map(parameterOf)).toEqual(['var-a', 'var-a', 'var-a', 'var-a']);
    expect([undefined, '', 'a b', '${a', 'a&b=1'].map(parameterOf)).toEqual(Array(5).fill(undefined));
  });

  it('take the service and its groups from a node', () => {
    const row = view.nodes.names.indexOf('checkout');
    const pick = { kind: 'node', row, id: view.nodes.ids[row] } as const;
    expect(chosenVariables(OPTIONS, view, pick)).toEqual({
      'var-svc': 'checkout',
      'var-region': 'eu',
      'var-namespace': 'shop',
    });
    expect(chosenVariables({}, view, pick)).toEqual({});
  });

  it('take both ends from an edge', () => {
    const set = chosenVariables(OPTIONS, view, { kind: 'edge', row: 0, id: view.edges.ids[0] });
    expect(set['var-from']).toBe(view.nodes.names[view.edges.source[0]]);
    expect(set['var-svc']).toBe(view.nodes.names[view.edges.target[0]]);
  });

  it('leave the service alone where a group is chosen', () => {
    const groups = buildView(history, states, { path: [], detail: 'groups' });
    expect(chosenVariables(OPTIONS, groups, { kind: 'node', row: 0, id: groups.nodes.ids[0] })).toEqual({
      'var-region': 'eu',
    });
  });

  it('follow the level that is opened', () => {
    expect(openedVariables(OPTIONS, { path: ['eu'] }, history.nodes)).toEqual({
      'var-place': 'eu/',
      'var-region': 'eu',
    });
    expect(openedVariables(OPTIONS, { path: [] }, history.nodes)).toEqual({ 'var-place': '' });
    const focus = 'eu/shop/checkout';
    expect(openedVariables(OPTIONS, { path: [], focus }, history.nodes)).toEqual({
      'var-place': focus,
      'var-svc': 'checkout',
      'var-region': 'eu',
      'var-namespace': 'shop',
    });
  });

  it.each([[{ path: [] }], [{ path: ['eu'] }], [{ path: ['a/b', '100%'] }], [{ path: ['eu'], focus: 'eu/cart' }]])(
    'say a level so that it is read back: %j',
    (place) => {
      expect(placeOfLevel(levelValue(place))).toEqual(place);
    }
  );

  it('read a level that somebody typed', () => {
    expect(placeOfLevel('%zz/')).toEqual({ path: ['%zz'] });
    expect(placeOfLevel('cart')).toEqual({ path: [], focus: 'cart' });
  });
});
