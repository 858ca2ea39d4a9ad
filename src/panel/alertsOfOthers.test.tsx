import { act, fireEvent, screen, within } from '@testing-library/react';
import { smallResult } from '../../tests/support/trafficResult';
import type { TrafficResult } from '../core/model/result';
import { STATE_DANGER } from '../core/model/state';
import { TEST_IDS } from './testIds';
import { chooseInTable, installResizeObserver, lastView } from './testing/actions';
import { framesOf, renderPanel } from './testing/renderPanel';

beforeAll(installResizeObserver);

/** States come from the panel's thresholds, which nothing passes, and from alerts. */
const BY_THE_PANEL = { thresholds: { nodes: { errorRatio: { source: 'here' as const, danger: 0.9 } } } };

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

  it('stand in the details with their words, their page and since when', async () => {
    await renderPanel({ data: { series: framesOf(burning('https://example.org/runbook')) } });
    await chooseInTable('gateway');
    const list = screen.getByTestId(TEST_IDS.firingAlerts);
    expect(list).toHaveTextContent('Firing alerts (1)');
    expect(list).toHaveTextContent('It burns');
    expect(list).toHaveTextContent(/since 00:01:00, prom/);
    expect(within(list).getByRole('link', { name: 'Burns <b>' })).toHaveAttribute(
      'href',
      'https://example.org/runbook'
    );
  });

  it('are named in the tooltip of what they fire on, with since when', async () => {
    const panel = await renderPanel({ data: { series: framesOf(burning('')) } });
    await panel.show({ options: BY_THE_PANEL });
    const { nodes } = lastView(panel);
    const row = nodes.names.indexOf('gateway');
    panel.scenes.underPointer = { kind: 'node', row, id: nodes.ids[row] };
    jest.useFakeTimers();
    fireEvent.pointerMove(screen.getByTestId(TEST_IDS.map), { clientX: 30, clientY: 40 });
    act(() => {
      jest.advanceTimersByTime(100);
    });
    jest.useRealTimers();
    const tooltip = screen.getByTestId(TEST_IDS.tooltip);
    expect(tooltip).toHaveTextContent('Burns <b> fires');
    expect(tooltip).toHaveTextContent(/Danger.*since 00:0\d:\d\d/);
  });

  it('raise states that the panel evaluates by its own thresholds', async () => {
    const panel = await renderPanel({ data: { series: framesOf(burning('')) } });
    await panel.show({ options: BY_THE_PANEL });
    const { nodes } = lastView(panel);
    expect(nodes.states[nodes.names.indexOf('gateway')]).toBe(STATE_DANGER);
  });
});
