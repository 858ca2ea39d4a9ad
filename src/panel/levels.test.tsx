import { fireEvent, screen, within } from '@testing-library/react';
import { smallResult } from '../../tests/support/trafficResult';
import type { TrafficResult } from '../core/model/result';
import { TEST_IDS } from './testIds';
import { installResizeObserver, lastLayout, lastView, openNode, pressKey, small } from './testing/actions';
import { framesOf, renderPanel, settle } from './testing/renderPanel';

beforeAll(installResizeObserver);

describe('levels', () => {
  it('opens a group on double click, and goes back by breadcrumb and Escape', async () => {
    const panel = await renderPanel({ ...small(), options: { detail: 'groups' } });
    expect(lastView(panel).nodes.names).toEqual(['eu']);
    await openNode(panel, 'eu');
    await openNode(panel, 'shop');
    expect(lastView(panel).path).toEqual(['eu', 'shop']);
    const { calls } = panel.scenes.made[0].calls.setView.mock;
    expect(calls[calls.length - 1][2]).toEqual({ kind: 'in', nodeId: 'eu/shop/' });

    const trail = screen.getByTestId(TEST_IDS.breadcrumbs);
    expect(
      within(trail)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent)
    ).toEqual(['World', 'eu', 'shop']);
    fireEvent.click(within(trail).getByText('eu'));
    await settle();
    expect(lastView(panel).path).toEqual(['eu']);
    expect(calls[calls.length - 1][2]).toEqual({ kind: 'out', nodeId: 'eu/shop/' });
    await pressKey('Escape');
    expect(lastView(panel).path).toEqual([]);
    expect(screen.queryByTestId(TEST_IDS.breadcrumbs)).toBeNull();
  });

  it('focuses a service with its callers and callees', async () => {
    const panel = await renderPanel(small());
    await openNode(panel, 'checkout');
    expect(screen.getByTestId(TEST_IDS.breadcrumbs)).toHaveTextContent('checkout');
    expect([...lastView(panel).nodes.names].sort()).toEqual(['checkout', 'gateway', 'odd <b>"/→']);
    expect(lastView(panel).edges.count).toBe(2);
  });

  it.each(['ring', 'force', 'grid', 'grouped'] as const)(
    'shows callers left and callees right of a focus, where the layout is %s',
    async (name) => {
      const panel = await renderPanel({ ...small(), options: { layout: { name } } });
      await openNode(panel, 'checkout');
      const view = lastView(panel);
      const { positions } = lastLayout(panel);
      const x = (node: number) => positions[2 * node];
      expect(view.edges.count).toBe(2);
      for (let edge = 0; edge < view.edges.count; edge++) {
        expect(x(view.edges.source[edge])).toBeLessThan(x(view.edges.target[edge]));
      }
    }
  );

  it('stands in a grid by name, or with the worst first', async () => {
    const off = { source: 'off' } as const;
    const rule = { scope: 'node', match: { name: 'gateway' }, metric: 'rate', direction: 'above', danger: 0 } as const;
    const thresholds = { nodes: { errorRatio: off, p95: off, lowRate: off }, rules: [rule] };
    const firstIn = async (order: 'name' | 'worst') => {
      const panel = await renderPanel({ ...small(), options: { layout: { name: 'grid', order }, thresholds } });
      const { positions } = lastLayout(panel);
      const { names } = lastView(panel).nodes;
      const first = (a: number, b: number) =>
        positions[2 * a + 1] - positions[2 * b + 1] || positions[2 * a] - positions[2 * b];
      panel.unmount();
      return Array.from(names, (_, row) => row)
        .sort(first)
        .map((row) => names[row])[0];
    };
    expect(await firstIn('name')).toBe('checkout');
    expect(await firstIn('worst')).toBe('gateway');
  });

  it('can be left while the picture is on its way into one', async () => {
    const panel = await renderPanel({ ...small(), options: { detail: 'groups' } });
    panel.scenes.made[0].calls.draw.mockReturnValue(true);
    await openNode(panel, 'eu');
    await pressKey('Escape');
    const { calls } = panel.scenes.made[0].calls.setView.mock;
    expect(calls.slice(-2).map(([, , transition]) => transition.kind)).toEqual(['in', 'out']);
    expect(lastView(panel).path).toEqual([]);
  });

  it('falls back to the nearest level when the open one vanishes, and says so', async () => {
    const panel = await renderPanel({ ...small(), options: { detail: 'groups' } });
    await openNode(panel, 'eu');
    await openNode(panel, 'shop');
    const without = smallResult();
    const moved: TrafficResult = {
      ...without,
      history: {
        ...without.history,
        nodes: { ...without.history.nodes, groups: without.history.nodes.groups.map(() => ['eu', 'other']) },
      },
    };
    await panel.show({ data: { series: framesOf(moved) } });
    expect(lastView(panel).path).toEqual(['eu']);
    fireEvent.click(within(screen.getByTestId(TEST_IDS.notices)).getByRole('button'));
    expect(screen.getByTestId(TEST_IDS.notices)).toHaveTextContent('eu / shop is not in the data any more');
  });
});
