import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { LoadingState, toDataFrame } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { smallResult } from '../../tests/support/trafficResult';
import type { TrafficResult } from '../core/model/result';
import type { LayoutResult } from '../core/model/layout';
import { STATE_DANGER } from '../core/model/state';
import type { TrafficView } from '../core/model/view';
import type { SceneEmphasis } from '../scene/types';
import { TEST_IDS } from './testIds';
import { fakeScenes } from './testing/fakeScene';
import { framesOf, renderPanel, settle, type PanelUnderTest } from './testing/renderPanel';

const small = () => ({ data: { series: framesOf(smallResult()) } });

function lastView({ scenes }: PanelUnderTest): TrafficView {
  const calls = scenes.made[scenes.made.length - 1].calls.setView.mock.calls;
  return calls[calls.length - 1][0] as TrafficView;
}

const key = async (name: string) => {
  fireEvent.keyDown(screen.getByTestId(TEST_IDS.map), { key: name });
  await settle();
};

beforeAll(() => {
  // jsdom has none; Grafana's tooltip wants one.
  global.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
});

describe('the map', () => {
  it('hands the decoded view and its layout to the scene', async () => {
    const panel = await renderPanel(small());
    const [view, layout, transition] = panel.scenes.made[0].calls.setView.mock.calls[0];
    expect(view.nodes.names).toEqual(['odd <b>"/→', 'checkout', 'gateway']);
    expect(layout.positions).toHaveLength(6);
    expect(transition).toEqual({ kind: 'none' });
    expect(screen.getByTestId(TEST_IDS.panel)).toHaveAttribute('data-status', 'ready');
  });

  it('disposes of its scene when it goes', async () => {
    const panel = await renderPanel(small());
    panel.unmount();
    expect(panel.scenes.made).toHaveLength(1);
    expect(panel.scenes.made[0].calls.dispose).toHaveBeenCalledTimes(1);
  });

  it('makes one scene however often data, options and size change', async () => {
    const panel = await renderPanel(small());
    for (let round = 0; round < 20; round++) {
      await panel.show({ ...small(), width: 700 + round, options: { showLegend: round % 2 === 0 } });
    }
    expect(panel.scenes.made).toHaveLength(1);
    expect(panel.scenes.made[0].calls.resize).toHaveBeenLastCalledWith(719, expect.any(Number), 1, expect.anything());
  });

  it('keeps the layout when only rates change', async () => {
    const panel = await renderPanel(small());
    await panel.show(small());
    const { calls } = panel.scenes.made[0].calls.setView.mock;
    expect(calls[calls.length - 1][1]).toBe(calls[0][1]);
    expect(calls[calls.length - 1][2]).toEqual({ kind: 'ease' });
  });

  it('changes states at once when a threshold is edited, without new data', async () => {
    const data = { series: framesOf(smallResult()) };
    const panel = await renderPanel({ data });
    const row = lastView(panel).nodes.names.indexOf('gateway');
    expect(lastView(panel).nodes.states[row]).not.toBe(STATE_DANGER);
    await panel.show({ options: { thresholds: { nodes: { errorRatio: { source: 'here', danger: 0.1 } } } } });
    expect(lastView(panel).nodes.states[row]).toBe(STATE_DANGER);
    await panel.show({ options: {} });
    expect(lastView(panel).nodes.states[row]).not.toBe(STATE_DANGER);
  });

  it('tells what a service says of itself', async () => {
    const result = smallResult();
    const { history } = result;
    const values = Float32Array.of(0.5, 0.25, 0.75, 0.125, NaN, NaN);
    const metrics = [{ name: 'CPU', kind: 'saturation', unit: 'percentunit', values }] as const;
    const measured = { ...result, history: { ...history, nodes: { ...history.nodes, metrics } } };
    const panel = await renderPanel({ data: { series: framesOf(measured) } });
    expect(lastView(panel).nodes.metrics?.[0].name).toBe('CPU');
    await key('ArrowRight');
    while (!/checkout, service/.test(screen.getByTestId(TEST_IDS.summary).textContent ?? '')) {
      await key('ArrowRight');
    }
    expect(screen.getByTestId(TEST_IDS.summary)).toHaveTextContent('CPU 25%');
    await key(' ');
    const details = within(screen.getByTestId(TEST_IDS.details));
    expect(details.getByText('CPU', { selector: 'dt' }).nextSibling).toHaveTextContent('25%');
    expect(details.getByLabelText(/^CPU from .* at most 50%/)).toBeInTheDocument();
  });

  it('shows hostile names as text', async () => {
    await renderPanel(small());
    fireEvent.click(screen.getByLabelText('Show as table (t)'));
    expect(screen.getByRole('button', { name: 'odd <b>"/→' })).toBeInTheDocument();
    expect(document.querySelector('b')).toBeNull();
  });

  it('leaves out toolbar, legend and replay in a small panel', async () => {
    const panel = await renderPanel({ ...small(), width: 280, height: 180 });
    expect(screen.queryByTestId(TEST_IDS.toolbar)).toBeNull();
    expect(screen.queryByTestId(TEST_IDS.legend)).toBeNull();
    expect(screen.queryByTestId(TEST_IDS.replay)).toBeNull();
    expect(panel.scenes.made[0].calls.resize).toHaveBeenLastCalledWith(280, 180, 1, {
      top: 0,
      right: 0,
      bottom: 0,
      left: 0,
    });
  });
});

describe('pins', () => {
  const lastLayout = ({ scenes }: PanelUnderTest) => {
    const { calls } = scenes.made[scenes.made.length - 1].calls.setView.mock;
    return calls[calls.length - 1][1] as LayoutResult;
  };
  const placeAt = (layout: LayoutResult, row: number) => [...layout.positions.subarray(2 * row, 2 * row + 2)];
  const emphasis = ({ scenes }: PanelUnderTest) => {
    const { calls } = scenes.made[0].calls.setEmphasis.mock;
    return calls[calls.length - 1][0] as SceneEmphasis;
  };
  const drag = async (panel: PanelUnderTest, row: number, to: readonly [number, number], how = 'pointerup') => {
    const view = lastView(panel);
    panel.scenes.underPointer = { kind: 'node', row, id: view.nodes.ids[row] };
    const map = screen.getByTestId(TEST_IDS.map);
    fireEvent(map, pointer('pointerdown', 10 * row, 20));
    fireEvent(map, pointer('pointermove', ...to));
    fireEvent(map, pointer(how, ...to));
    await settle();
  };

  it('keep a dragged node where it was let go, and nothing else moves', async () => {
    const panel = await renderPanel(small());
    const before = lastLayout(panel);
    await drag(panel, 1, [200, 120]);
    const { calls } = panel.scenes.made[0];
    expect(calls.moveNode).toHaveBeenLastCalledWith(1, 200, 120);
    expect(calls.panBy).not.toHaveBeenCalled();
    expect(placeAt(lastLayout(panel), 1)).toEqual([20, 12]);
    expect([0, 2].map((row) => placeAt(lastLayout(panel), row))).toEqual([0, 2].map((row) => placeAt(before, row)));
    const { ids } = lastView(panel).nodes;
    expect(panel.stored[0].pins).toEqual([{ level: '/', node: ids[1], at: [20, 12] }]);
    expect(emphasis(panel).pinned).toEqual(new Set([ids[1]]));
  });

  it('stay under the pointer while newer data comes in', async () => {
    const panel = await renderPanel(small());
    panel.scenes.underPointer = { kind: 'node', row: 1, id: lastView(panel).nodes.ids[1] };
    const map = screen.getByTestId(TEST_IDS.map);
    fireEvent(map, pointer('pointerdown', 10, 20));
    fireEvent(map, pointer('pointermove', 90, 90));
    const { setView, moveNode } = panel.scenes.made[0].calls;
    moveNode.mockClear();
    await panel.show(small());
    expect(moveNode).toHaveBeenCalledWith(1, 90, 90);
    expect(moveNode.mock.invocationCallOrder[0]).toBeGreaterThan(setView.mock.invocationCallOrder[1]);
  });

  it('are not made by a drag that Escape calls off', async () => {
    const panel = await renderPanel(small());
    panel.scenes.underPointer = { kind: 'node', row: 1, id: lastView(panel).nodes.ids[1] };
    const map = screen.getByTestId(TEST_IDS.map);
    fireEvent(map, pointer('pointerdown', 10, 20));
    fireEvent(map, pointer('pointermove', 90, 90));
    fireEvent.keyDown(map, { key: 'Escape' });
    expect(panel.scenes.made[0].calls.moveNode).toHaveBeenLastCalledWith(1, 10, 20);
    fireEvent(map, pointer('pointermove', 140, 90));
    fireEvent(map, pointer('pointerup', 140, 90));
    await settle();
    expect(panel.stored).toEqual([]);
    expect(panel.scenes.made[0].calls.panBy).not.toHaveBeenCalled();
  });

  it('leave dragging to the map where the options say so', async () => {
    const panel = await renderPanel({ ...small(), options: { moveNodes: false } });
    await drag(panel, 1, [200, 120]);
    expect(panel.scenes.made[0].calls.panBy).toHaveBeenCalled();
    expect(panel.stored).toEqual([]);
  });

  it('are set, moved and taken away by keyboard, and said', async () => {
    const panel = await renderPanel(small());
    const before = lastLayout(panel);
    await key('ArrowRight');
    const { id, row } = emphasis(panel).hovered!;
    fireEvent.keyDown(screen.getByTestId(TEST_IDS.map), { key: 'ArrowDown', shiftKey: true });
    await settle();
    expect(placeAt(lastLayout(panel), row)[1]).toBeCloseTo(placeAt(before, row)[1] + 1, 1);
    expect(emphasis(panel).pinned).toEqual(new Set([id]));
    expect(screen.getByTestId(TEST_IDS.summary)).toHaveTextContent('pinned');
    await key('p');
    expect(emphasis(panel).pinned).toBeUndefined();
    expect(placeAt(lastLayout(panel), row)).toEqual(placeAt(before, row));
    await key('p');
    fireEvent.click(screen.getByLabelText('Unpin all nodes of this level (P)'));
    await settle();
    expect(emphasis(panel).pinned).toBeUndefined();
    expect(panel.stored[panel.stored.length - 1].pins).toEqual([]);
  });

  it('come with the dashboard, go with it, and belong to their level', async () => {
    const id = 'eu/';
    const pins = [{ level: '/', node: id, at: [30, 40] as const }];
    const panel = await renderPanel({ ...small(), options: { detail: 'groups', pins } });
    expect(placeAt(lastLayout(panel), 0)).toEqual([30, 40]);
    panel.scenes.underPointer = { kind: 'node', row: 0, id };
    fireEvent.doubleClick(screen.getByTestId(TEST_IDS.map));
    await settle();
    expect(emphasis(panel).pinned).toBeUndefined();
    await key('Escape');
    expect(placeAt(lastLayout(panel), 0)).toEqual([30, 40]);
    await panel.show({ options: { detail: 'groups' } });
    expect(placeAt(lastLayout(panel), 0)).not.toEqual([30, 40]);
  });
});

describe('kind rules', () => {
  it('show services as what they say, on the map that is there, and say which are not used', async () => {
    const panel = await renderPanel(small());
    const kindOf = (name: string) => {
      const { nodes } = lastView(panel);
      return nodes.kinds[nodes.names.indexOf(name)];
    };
    const own = kindOf('gateway');
    const kinds = [
      { pattern: '(', kind: 'user' as const },
      { pattern: 'check.*', kind: 'database' as const },
    ];
    await panel.show({ options: { kinds } });
    expect([kindOf('checkout'), kindOf('gateway')]).toEqual(['database', own]);
    fireEvent.click(within(screen.getByTestId(TEST_IDS.notices)).getByRole('button'));
    expect(screen.getByTestId(TEST_IDS.notices)).toHaveTextContent('Kind rule 1 is ignored: "(" is no valid');
    await panel.show({ options: {} });
    expect(kindOf('checkout')).toBe('service');
  });
});

describe('several queries', () => {
  const queries = () => {
    const { history, ...rest } = smallResult();
    const names = history.nodes.names.map((name) => `${name} of B`);
    const second: TrafficResult = { ...rest, history: { ...history, nodes: { ...history.nodes, names } } };
    const renamed = framesOf(second).map((frame) => ({ ...frame, refId: 'B' }));
    return { data: { series: [...framesOf(smallResult()), ...renamed] } };
  };

  it('are drawn one at a time, and the choice is kept', async () => {
    const panel = await renderPanel(queries());
    expect(lastView(panel).nodes.names).toContain('checkout');
    expect(screen.queryByTestId(TEST_IDS.notices)?.textContent ?? '').not.toContain('Only the first query');
    fireEvent.click(within(screen.getByTestId(TEST_IDS.queries)).getByLabelText('B'));
    expect(panel.stored[0].query).toBe('B');
    await panel.show({ options: { query: 'B' } });
    expect(lastView(panel).nodes.names).toContain('checkout of B');
    expect(lastView(panel).nodes.names).not.toContain('checkout');
  });

  it('need no choice where one alone gives a map', async () => {
    await renderPanel({ ...small(), options: { query: 'gone' } });
    expect(screen.queryByTestId(TEST_IDS.queries)).toBeNull();
  });
});

describe('dashboard variables', () => {
  const variables = { service: 'svc', groups: ['region', 'namespace'], level: 'level' };
  const inAddress = (name: string) => locationService.getSearch().get(`var-${name}`);
  const address = async (search: string) => {
    await act(async () => locationService.push(`/d/1?${search}`));
    await settle();
  };
  beforeEach(() => locationService.push('/d/1'));

  it('take the service and the groups of what is chosen, and the level that is opened', async () => {
    const panel = await renderPanel({ ...small(), options: { variables } });
    expect(locationService.getLocation().search).toBe('');
    await key('t');
    fireEvent.click(screen.getByRole('button', { name: 'checkout' }));
    await settle();
    expect(['svc', 'region', 'namespace', 'level'].map(inAddress)).toEqual(['checkout', 'eu', 'shop', null]);
    await key('Escape');
    const { nodes } = lastView(panel);
    const row = nodes.names.indexOf('gateway');
    panel.scenes.underPointer = { kind: 'node', row, id: nodes.ids[row] };
    fireEvent.doubleClick(screen.getByTestId(TEST_IDS.map));
    await settle();
    expect([inAddress('svc'), inAddress('level')]).toEqual(['gateway', nodes.ids[row]]);
  });

  it('lead to a level by a link, then and later', async () => {
    await address(`var-level=${encodeURIComponent('eu/shop/')}`);
    const panel = await renderPanel({ ...small(), options: { detail: 'groups', variables } });
    expect(lastView(panel).path).toEqual(['eu', 'shop']);
    await address('var-level=eu/');
    expect(lastView(panel).path).toEqual(['eu']);
    expect(inAddress('region')).toBe('eu');
    await address('var-level=');
    expect(lastView(panel).path).toEqual([]);
  });

  it('are left alone where the options name none', async () => {
    await renderPanel(small());
    await key('t');
    fireEvent.click(screen.getByRole('button', { name: 'checkout' }));
    await settle();
    expect(locationService.getLocation().search).toBe('');
  });
});

describe('what lies over the map', () => {
  it('is kept clear of when everything is fitted', async () => {
    const quiet = { data: { series: framesOf({ ...smallResult(), notices: [] }) } };
    const panel = await renderPanel({ ...quiet, options: { detail: 'groups' } });
    const { resize } = panel.scenes.made[0].calls;
    const none = { top: 0, right: 0, bottom: 0, left: 0 };
    expect(resize.mock.lastCall[3]).toEqual({ ...none, right: expect.any(Number) });
    expect(resize.mock.lastCall[3].right).toBeGreaterThan(30);
    await panel.show({ options: { detail: 'groups', showToolbar: false } });
    expect(resize.mock.lastCall[3]).toEqual(none);
    await panel.show(small());
    expect(resize.mock.lastCall[3].top).toBeGreaterThan(20);
    await panel.show(quiet);
    expect(resize.mock.lastCall[3]).toEqual(none);
    panel.scenes.underPointer = { kind: 'node', row: 0, id: 'eu/' };
    fireEvent.doubleClick(screen.getByTestId(TEST_IDS.map));
    await settle();
    expect(resize.mock.lastCall[3].top).toBeGreaterThan(20);
  });
});

describe('legend', () => {
  it('says which rates and latencies density and speed stand for', async () => {
    const panel = await renderPanel(small());
    const titles = () =>
      [...screen.getByTestId(TEST_IDS.legend).querySelectorAll('[title]')].map((each) => each.getAttribute('title'));
    expect(titles()).toEqual([
      'Density of particles by rate, logarithmic',
      'Speed of particles by p95 latency: the slower, the slower',
    ]);
    await panel.show({ options: { particles: { density: 'linear', speed: 'constant' } } });
    expect(titles()).toEqual(['Density of particles by rate, linear']);
  });

  it('names answers where they are drawn', async () => {
    const panel = await renderPanel(small());
    expect(within(screen.getByTestId(TEST_IDS.legend)).queryByText('answer')).toBeNull();
    await panel.show({ options: { particles: { responses: true } } });
    expect(within(screen.getByTestId(TEST_IDS.legend)).getByText('answer')).toBeTruthy();
  });
});

describe('levels', () => {
  const open = async (panel: PanelUnderTest, name: string) => {
    const view = lastView(panel);
    const row = view.nodes.names.indexOf(name);
    panel.scenes.underPointer = { kind: 'node', row, id: view.nodes.ids[row] };
    fireEvent.doubleClick(screen.getByTestId(TEST_IDS.map));
    await settle();
  };

  it('opens a group on double click, and goes back by breadcrumb and Escape', async () => {
    const panel = await renderPanel({ ...small(), options: { detail: 'groups' } });
    expect(lastView(panel).nodes.names).toEqual(['eu']);
    await open(panel, 'eu');
    await open(panel, 'shop');
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
    await key('Escape');
    expect(lastView(panel).path).toEqual([]);
    expect(screen.queryByTestId(TEST_IDS.breadcrumbs)).toBeNull();
  });

  it('focuses a service with its callers and callees', async () => {
    const panel = await renderPanel(small());
    await open(panel, 'checkout');
    expect(screen.getByTestId(TEST_IDS.breadcrumbs)).toHaveTextContent('checkout');
    expect([...lastView(panel).nodes.names].sort()).toEqual(['checkout', 'gateway', 'odd <b>"/→']);
    expect(lastView(panel).edges.count).toBe(2);
  });

  it.each(['ring', 'force', 'grid', 'grouped'] as const)(
    'shows callers left and callees right of a focus, where the layout is %s',
    async (name) => {
      const panel = await renderPanel({ ...small(), options: { layout: { name } } });
      await open(panel, 'checkout');
      const view = lastView(panel);
      const { calls } = panel.scenes.made[0].calls.setView.mock;
      const { positions } = calls[calls.length - 1][1] as LayoutResult;
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
      const { calls } = panel.scenes.made[0].calls.setView.mock;
      const { positions } = calls[calls.length - 1][1] as LayoutResult;
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
    await open(panel, 'eu');
    await key('Escape');
    const { calls } = panel.scenes.made[0].calls.setView.mock;
    expect(calls.slice(-2).map(([, , transition]) => transition.kind)).toEqual(['in', 'out']);
    expect(lastView(panel).path).toEqual([]);
  });

  it('falls back to the nearest level when the open one vanishes, and says so', async () => {
    const panel = await renderPanel({ ...small(), options: { detail: 'groups' } });
    await open(panel, 'eu');
    await open(panel, 'shop');
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

describe('pointer', () => {
  afterEach(() => jest.useRealTimers());

  it('shows a tooltip after the pointer has rested, and takes it away', async () => {
    const panel = await renderPanel(small());
    const view = lastView(panel);
    panel.scenes.underPointer = { kind: 'node', row: 2, id: view.nodes.ids[2] };
    jest.useFakeTimers();
    fireEvent.pointerMove(screen.getByTestId(TEST_IDS.map), { clientX: 30, clientY: 40 });
    expect(screen.queryByTestId(TEST_IDS.tooltip)).toBeNull();
    act(() => {
      jest.advanceTimersByTime(100);
    });
    expect(screen.getByTestId(TEST_IDS.tooltip)).toHaveTextContent('gateway');
    expect(panel.scenes.made[0].calls.setEmphasis).toHaveBeenLastCalledWith(
      expect.objectContaining({ hovered: expect.objectContaining({ id: view.nodes.ids[2] }) })
    );
    fireEvent.pointerLeave(screen.getByTestId(TEST_IDS.map));
    expect(screen.queryByTestId(TEST_IDS.tooltip)).toBeNull();
  });

  it('pans on a drag and selects on a click', async () => {
    const panel = await renderPanel(small());
    const map = screen.getByTestId(TEST_IDS.map);
    const { calls } = panel.scenes.made[0];
    fireEvent(map, pointer('pointerdown', 10, 10));
    fireEvent(map, pointer('pointermove', 40, 25));
    fireEvent(map, pointer('pointerup', 40, 25));
    expect(calls.panBy).toHaveBeenCalledWith(30, 15);
    expect(screen.queryByTestId(TEST_IDS.details)).toBeNull();

    panel.scenes.underPointer = { kind: 'edge', row: 0, id: lastView(panel).edges.ids[0] };
    jest.useFakeTimers();
    fireEvent(map, pointer('pointerdown', 10, 10));
    fireEvent(map, pointer('pointerup', 10, 10));
    act(() => {
      jest.advanceTimersByTime(250);
    });
    expect(screen.getByTestId(TEST_IDS.details)).toHaveTextContent('p99');
  });

  it('lets the page scroll unless Ctrl is held, and says how to zoom', async () => {
    const panel = await renderPanel(small());
    const map = screen.getByTestId(TEST_IDS.map);
    expect(fireEvent.wheel(map, { deltaY: 100 })).toBe(true);
    expect(screen.getByText('Hold Ctrl and scroll to zoom')).toBeInTheDocument();
    expect(panel.scenes.made[0].calls.zoomBy).not.toHaveBeenCalled();
    expect(fireEvent.wheel(map, { deltaY: -100, ctrlKey: true, clientX: 12, clientY: 34 })).toBe(false);
    const [factor, x, y] = panel.scenes.made[0].calls.zoomBy.mock.calls[0];
    expect(factor).toBeGreaterThan(1);
    expect([x, y]).toEqual([12, 34]);
  });
});

describe('keyboard', () => {
  it('moves a cursor, opens, selects and goes back', async () => {
    const panel = await renderPanel(small());
    await key('ArrowRight');
    expect(screen.getByTestId(TEST_IDS.summary)).toHaveTextContent(/checkout, service|gateway, gateway|odd/);
    expect(screen.getByTestId(TEST_IDS.focusRing)).toBeInTheDocument();
    await key(' ');
    expect(screen.getByTestId(TEST_IDS.details)).toBeInTheDocument();
    await key('Escape');
    expect(screen.queryByTestId(TEST_IDS.details)).toBeNull();
    await key('Enter');
    expect(screen.getByTestId(TEST_IDS.breadcrumbs)).toBeInTheDocument();
    await key('Escape');
    expect(screen.queryByTestId(TEST_IDS.breadcrumbs)).toBeNull();
    await key('+');
    await key('0');
    expect(panel.scenes.made[0].calls.zoomBy).toHaveBeenCalledTimes(1);
    expect(panel.scenes.made[0].calls.fit).toHaveBeenCalledTimes(1);
  });

  it('leaves keys alone that are not the map’s', async () => {
    await renderPanel(small());
    const map = screen.getByTestId(TEST_IDS.map);
    expect(fireEvent.keyDown(map, { key: 'Escape' })).toBe(true);
    expect(fireEvent.keyDown(map, { key: 'd' })).toBe(true);
    expect(fireEvent.keyDown(map, { key: '+', ctrlKey: true })).toBe(true);
    expect(fireEvent.keyDown(map, { key: '0' })).toBe(false);
  });
});

describe('table equivalent', () => {
  it('is one key away, sorts, and leads to the details', async () => {
    await renderPanel(small());
    await key('t');
    const table = screen.getByTestId(TEST_IDS.table);
    const names = () => Array.from(table.querySelectorAll('tbody tr'), (row) => row.children[1].textContent);
    fireEvent.click(within(table).getByRole('button', { name: /^Name/ }));
    expect(names()).toEqual(['checkout', 'gateway', 'odd <b>"/→']);
    fireEvent.click(within(table).getByRole('button', { name: /^Name/ }));
    expect(names()).toEqual(['odd <b>"/→', 'gateway', 'checkout']);
    fireEvent.click(within(table).getByRole('button', { name: 'checkout' }));
    expect(screen.getByTestId(TEST_IDS.details)).toHaveTextContent('Callers (1)');
    fireEvent.click(within(table).getByLabelText('Connections'));
    expect(names()).toHaveLength(3);
  });
});

describe('search', () => {
  it('finds services by their kind', async () => {
    const kinds = [{ pattern: 'checkout', kind: 'queue' as const }];
    await renderPanel({ ...small(), options: { kinds } });
    fireEvent.click(screen.getByLabelText('Find (/)'));
    fireEvent.change(screen.getByLabelText('Find a service or group'), { target: { value: 'Queues' } });
    expect(screen.getByText('1 of 3')).toBeInTheDocument();
  });

  it('makes matches stand out, counts them, and finds what is elsewhere', async () => {
    const panel = await renderPanel({ ...small(), options: { detail: 'groups' } });
    fireEvent.click(screen.getByLabelText('Find (/)'));
    const box = screen.getByLabelText('Find a service or group');
    fireEvent.change(box, { target: { value: 'E' } });
    expect(screen.getByText('1 of 1')).toBeInTheDocument();
    expect(panel.scenes.made[0].calls.setEmphasis).toHaveBeenLastCalledWith(
      expect.objectContaining({ matches: new Set(['eu/']) })
    );
    fireEvent.change(box, { target: { value: 'checkout' } });
    fireEvent.click(within(screen.getByLabelText('Found elsewhere')).getByText(/checkout/));
    await settle();
    expect(lastView(panel).path).toEqual(['eu', 'shop']);
    expect(lastView(panel).nodes.names).toContain('checkout');
  });
});

describe('replay', () => {
  it('shows the bucket that the time line points at, in the dashboard’s time zone', async () => {
    const panel = await renderPanel(small());
    const bar = screen.getByTestId(TEST_IDS.replay);
    expect(lastView(panel).time).toBe(120_000);
    fireEvent.change(within(bar).getByLabelText('Time shown'), { target: { value: '0' } });
    expect(lastView(panel).time).toBe(60_000);
    expect(within(bar).getByLabelText('Time shown')).toHaveAttribute(
      'aria-valuetext',
      '00:01:00: 0 in danger, 1 in warning'
    );
    fireEvent.click(within(bar).getByText('Now'));
    expect(lastView(panel).time).toBe(120_000);
  });

  it('plays to the end and is live again', async () => {
    const panel = await renderPanel(small());
    jest.useFakeTimers();
    fireEvent.click(screen.getByLabelText('Replay the time range'));
    expect(lastView(panel).time).toBe(60_000);
    act(() => {
      jest.advanceTimersByTime(60_000);
    });
    expect(lastView(panel).time).toBe(120_000);
    expect(screen.getByLabelText('Replay the time range')).toBeInTheDocument();
    jest.useRealTimers();
  });
});

describe('never blank', () => {
  const message = () => screen.getByTestId(TEST_IDS.message);

  it('is quiet while the first data loads', async () => {
    await renderPanel({ data: { state: LoadingState.Loading } });
    expect(message()).toHaveTextContent('Loading traffic');
  });

  it('says that there is no data', async () => {
    await renderPanel({ data: {} });
    expect(message()).toHaveTextContent('The query returned nothing');
  });

  it('says why frames are not traffic', async () => {
    const series = [toDataFrame({ fields: [{ name: 'colour', values: ['red'] }] })];
    await renderPanel({ data: { series } });
    expect(message()).toHaveTextContent('This data is not traffic yet');
    expect(message()).toHaveTextContent('panel options → Data');
  });

  it('says why no edge came of the series', async () => {
    const { history, ...rest } = smallResult();
    const empty: TrafficResult = {
      ...rest,
      states: {
        ...rest.states,
        edges: new Uint8Array(0),
        nodes: new Uint8Array(0),
        groupPaths: [],
        groups: new Uint8Array(0),
        transitions: [],
      },
      counts: [
        {
          definitionId: 'mesh',
          series: 12,
          samples: 24,
          missingLabel: { source_workload: 12 },
          badSamples: 0,
          edges: 0,
        },
      ],
      history: {
        ...history,
        nodes: { ids: [], names: [], groups: [], kinds: [], seenIn: [] },
        edges: {
          ids: [],
          source: new Int32Array(0),
          target: new Int32Array(0),
          protocols: [],
          seenIn: [],
          rates: history.classes.map(() => new Float32Array(0)),
          errorRatio: new Float32Array(0),
        },
      },
    };
    await renderPanel({ data: { series: framesOf(empty) } });
    expect(message()).toHaveTextContent('mesh: 12 series → all 12 without the label "source_workload" → 0 edges.');
    expect(message()).toHaveTextContent('Graphite: Graphite is slow');
  });

  it('shows an error of the query with its status', async () => {
    await renderPanel({
      data: { state: LoadingState.Error, errors: [{ refId: 'A', message: 'upstream refused', status: 502 }] },
    });
    expect(message()).toHaveAttribute('data-severity', 'error');
    expect(message()).toHaveTextContent('Query A: upstream refused (status 502)');
  });

  it('keeps the last map while newer queries fail, says since when, and recovers', async () => {
    const panel = await renderPanel(small());
    await panel.show({ data: { state: LoadingState.Error, errors: [{ message: 'connection refused' }] } });
    expect(screen.queryByTestId(TEST_IDS.message)).toBeNull();
    fireEvent.click(within(screen.getByTestId(TEST_IDS.notices)).getByRole('button'));
    expect(screen.getByTestId(TEST_IDS.notices)).toHaveTextContent('Stale since 1970-01-01 00:02:00');
    expect(screen.getByTestId(TEST_IDS.notices)).toHaveTextContent('connection refused');
    await panel.show(small());
    expect(screen.getByTestId(TEST_IDS.notices)).not.toHaveTextContent('Stale');
  });

  it('shows the table where there is no WebGL 2', async () => {
    const panel = await renderPanel(small(), fakeScenes(true));
    expect(panel.scenes.made).toHaveLength(0);
    expect(message()).toHaveTextContent('This browser gives no WebGL 2');
    expect(within(screen.getByTestId(TEST_IDS.table)).getByRole('button', { name: 'checkout' })).toBeInTheDocument();
  });

  it('shows the table where the scene’s code does not arrive', async () => {
    await renderPanel(small(), { ...fakeScenes(), load: () => Promise.reject(new Error('ChunkLoadError')) });
    expect(message()).toHaveTextContent('The map could not be loaded');
    expect(screen.getByTestId(TEST_IDS.table)).toBeInTheDocument();
  });

  it('says that the context is lost, and is back when the browser gives it back', async () => {
    const panel = await renderPanel(small());
    act(() => panel.scenes.made[0].init.onContextLost(true));
    expect(message()).toHaveTextContent('took the graphics context away');
    act(() => panel.scenes.made[0].init.onContextLost(false));
    expect(screen.queryByTestId(TEST_IDS.message)).toBeNull();
  });

  it('takes a new canvas when a lost context does not come back', async () => {
    const panel = await renderPanel(small());
    const first = screen.getByTestId(TEST_IDS.canvas);
    jest.useFakeTimers();
    act(() => panel.scenes.made[0].init.onContextLost(true));
    act(() => {
      jest.advanceTimersByTime(3000);
    });
    jest.useRealTimers();
    await settle();
    expect(screen.getByTestId(TEST_IDS.canvas)).not.toBe(first);
    expect(panel.scenes.made).toHaveLength(2);
    expect(panel.scenes.made[0].calls.dispose).toHaveBeenCalledTimes(1);
    expect(screen.queryByTestId(TEST_IDS.message)).toBeNull();
  });

  it('gives its context back when it has been out of view for a while, and takes one on return', async () => {
    const look = await withObserver(async (see) => {
      const panel = await renderPanel(small());
      expect(panel.scenes.made).toHaveLength(0);
      see(true);
      await settle();
      expect(panel.scenes.made).toHaveLength(1);
      jest.useFakeTimers();
      see(false);
      act(() => {
        jest.advanceTimersByTime(2000);
      });
      jest.useRealTimers();
      expect(panel.scenes.made[0].calls.dispose).toHaveBeenCalledTimes(1);
      see(true);
      await settle();
      return panel.scenes.made.length;
    });
    expect(look).toBe(2);
  });
});

/** Runs a test in a browser that observes intersections, which jsdom does not. */
async function withObserver<Result>(
  test: (see: (isIntersecting: boolean) => void) => Promise<Result>
): Promise<Result> {
  let notify: (entries: Array<{ isIntersecting: boolean }>) => void = () => undefined;
  const observer = class {
    constructor(callback: typeof notify) {
      notify = callback;
    }
    observe() {}
    disconnect() {}
  };
  Object.assign(globalThis, { IntersectionObserver: observer });
  try {
    return await test((isIntersecting) => act(() => notify([{ isIntersecting }])));
  } finally {
    Reflect.deleteProperty(globalThis, 'IntersectionObserver');
  }
}

function pointer(type: string, clientX: number, clientY: number): MouseEvent {
  return Object.assign(new MouseEvent(type, { bubbles: true, button: 0, clientX, clientY }), { pointerId: 1 });
}

describe('alerts of others', () => {
  const burning = (link: string): TrafficResult => ({
    ...smallResult(),
    alerts: [
      {
        scope: 'node',
        subject: 'eu/shop/gateway',
        name: 'Burns <b>',
        severity: 'danger',
        periods: [{ from: 60_000, to: 120_000 }],
        summary: 'It burns',
        link,
        upstream: 'prom',
      },
    ],
  });
  const openGateway = async () => {
    await key('t');
    fireEvent.click(screen.getByRole('button', { name: 'gateway' }));
    await settle();
  };

  it('stand in the details with their words, their page and since when', async () => {
    await renderPanel({ data: { series: framesOf(burning('https://example.org/runbook')) } });
    await openGateway();
    const list = screen.getByTestId(TEST_IDS.firingAlerts);
    expect(list).toHaveTextContent('Firing alerts (1)');
    expect(list).toHaveTextContent('It burns');
    expect(list).toHaveTextContent(/since 00:01:00, prom/);
    expect(within(list).getByRole('link', { name: 'Burns <b>' })).toHaveAttribute(
      'href',
      'https://example.org/runbook'
    );
  });

  it('raise states that the panel evaluates by its own thresholds', async () => {
    const panel = await renderPanel({ data: { series: framesOf(burning('')) } });
    const options = { thresholds: { nodes: { errorRatio: { source: 'here' as const, danger: 0.9 } } } };
    await panel.show({ options });
    const { nodes } = lastView(panel);
    expect(nodes.states[nodes.names.indexOf('gateway')]).toBe(STATE_DANGER);
  });
});

describe('saving', () => {
  const saved: Array<{ readonly name: string; readonly content: Blob }> = [];

  beforeEach(() => {
    saved.length = 0;
    let content = new Blob();
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => {
        content = blob;
        return 'blob:1';
      },
    });
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push({ name: this.download, content });
    });
  });

  afterEach(() => jest.restoreAllMocks());

  const choose = async (item: string) => {
    fireEvent.click(screen.getByLabelText('Save'));
    fireEvent.click(await screen.findByText(item));
    await settle();
  };

  it('downloads the map as Vizceral JSON, named after its time', async () => {
    await renderPanel(small());
    await choose('Vizceral JSON');
    await waitFor(() => expect(saved.map(({ name }) => name)).toEqual(['traffic-1970-01-01T000200Z.json']));
    const reader = new FileReader();
    const text = await new Promise((resolve) => {
      reader.onload = () => resolve(reader.result);
      reader.readAsText(saved[0].content);
    });
    expect(JSON.parse(String(text))).toMatchObject({ renderer: 'global', nodes: [{ name: 'eu', renderer: 'region' }] });
  });

  it('downloads the frame after the one that was asked for as a picture', async () => {
    const picture = new Blob(['png'], { type: 'image/png' });
    jest.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((take) => take(picture));
    const { scenes } = await renderPanel(small());
    scenes.made[0].calls.draw.mockClear();
    await choose('Picture (PNG)');
    await waitFor(() => expect(saved.map(({ name }) => name)).toEqual(['traffic-1970-01-01T000200Z.png']));
    expect(saved[0].content).toBe(picture);
    expect(scenes.made[0].calls.draw).toHaveBeenCalled();
  });

  it('offers no picture of a table', async () => {
    await renderPanel(small());
    await key('t');
    fireEvent.click(screen.getByLabelText('Save'));
    await screen.findByText('Vizceral JSON');
    expect(screen.queryByText('Picture (PNG)')).toBeNull();
  });
});
