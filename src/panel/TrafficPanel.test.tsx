import { fireEvent, screen, within } from '@testing-library/react';
import { smallResult } from '../../tests/support/trafficResult';
import type { TrafficResult } from '../core/model/result';
import { STATE_DANGER } from '../core/model/state';
import { TEST_IDS } from './testIds';
import { installResizeObserver, lastView, pressKey, small } from './testing/actions';
import { framesOf, renderPanel, settle } from './testing/renderPanel';

beforeAll(installResizeObserver);

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
    await pressKey('ArrowRight');
    while (!/checkout, service/.test(screen.getByTestId(TEST_IDS.summary).textContent ?? '')) {
      await pressKey('ArrowRight');
    }
    expect(screen.getByTestId(TEST_IDS.summary)).toHaveTextContent('CPU 25%');
    await pressKey(' ');
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
