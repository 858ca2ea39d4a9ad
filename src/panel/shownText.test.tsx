import { fireEvent, screen } from '@testing-library/react';
import { smallResult } from '../../tests/support/trafficResult';
import type { TrafficResult } from '../core/model/result';
import { shownText } from './model/shownText';
import { installResizeObserver, pressKey } from './testing/actions';
import { framesOf, renderPanel, settle } from './testing/renderPanel';
import { TEST_IDS } from './testIds';

beforeAll(installResizeObserver);

const TURNING = /[\u202a-\u202e\u2066-\u2069]/;

/** The small traffic with names, groups and a label that turn what follows them. */
function turning(): TrafficResult {
  const result = smallResult();
  const { nodes } = result.history;
  const labels = [{ name: '\u2067team', values: nodes.ids.map(() => ['\u202ecore', 'web']) }];
  const names = nodes.names.map((name) => `\u202e${name}\u2066`);
  const groups = nodes.groups.map((path) => path.map((part) => `${part}\u202b`));
  return {
    ...result,
    notices: [{ severity: 'warning', text: '"\u202emesh": cut', upstream: 'prom\u2069' }],
    history: { ...result.history, nodes: { ...nodes, names, groups, labels } },
  };
}

describe('characters that turn the direction of writing', () => {
  it('are left out of what is shown, and nothing else is', () => {
    expect(shownText('a\u202db\u202c → \u2068c\u2069')).toBe('ab → c');
    const others = 'שלום עליכם, مرحبا\u200f é \u2026 \u2030';
    expect(shownText(others)).toBe(others);
  });

  it('stand in no text of table, details and notices', async () => {
    await renderPanel({ data: { series: framesOf(turning()) } });
    await pressKey('t');
    expect(screen.getByTestId(TEST_IDS.table)).toHaveTextContent('checkout');
    expect(screen.getByTestId(TEST_IDS.table).textContent).not.toMatch(TURNING);
    fireEvent.click(screen.getByLabelText('Connections'));
    expect(screen.getByTestId(TEST_IDS.table)).toHaveTextContent('gateway → checkout');
    expect(screen.getByTestId(TEST_IDS.table).textContent).not.toMatch(TURNING);
    fireEvent.click(screen.getByLabelText('Services'));
    fireEvent.click(screen.getByRole('button', { name: 'checkout' }));
    await settle();
    const details = screen.getByTestId(TEST_IDS.details);
    expect(details).toHaveTextContent('team');
    expect(details.outerHTML).not.toMatch(TURNING);
    const notices = screen.getByTestId(TEST_IDS.notices);
    expect(notices).toHaveTextContent('prom: "mesh": cut');
    expect(notices.outerHTML).not.toMatch(TURNING);
  });
});
