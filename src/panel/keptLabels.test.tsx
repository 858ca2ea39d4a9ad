import { fireEvent, screen, within } from '@testing-library/react';
import { smallResult } from '../../tests/support/trafficResult';
import type { KeptLabel } from '../core/model/keptLabel';
import type { TrafficResult } from '../core/model/result';
import type { WrittenRule } from '../core/model/threshold';
import { buildView } from '../core/view/buildView';
import { keptFacts } from './model/keptFacts';
import { keptColumns } from './model/keptRows';
import { chooseInTable, installResizeObserver, lastView, pressKey } from './testing/actions';
import { framesOf, renderPanel } from './testing/renderPanel';
import { TEST_IDS } from './testIds';

beforeAll(installResizeObserver);

const VERSIONS: KeptLabel = { name: 'version', values: [['v2'], ['v1', '<b>v2</b>'], []], more: [0, 3, 0] };
const TEAMS: KeptLabel = { name: 'team', values: [['payments'], [], ['data']] };

function labelled(): TrafficResult {
  const result = smallResult();
  const { nodes, edges } = result.history;
  return {
    ...result,
    history: { ...result.history, nodes: { ...nodes, labels: [TEAMS] }, edges: { ...edges, labels: [VERSIONS] } },
  };
}

describe('kept labels', () => {
  it('stand in the details of a service: its own, and those of the edges that it is judged by', async () => {
    await renderPanel({ data: { series: framesOf(labelled()) } });
    await chooseInTable('checkout');
    const list = within(screen.getByTestId(TEST_IDS.details)).getByTestId(TEST_IDS.keptLabels);
    expect(within(list).getByText('team').nextElementSibling).toHaveTextContent('payments');
    expect(within(list).getByText('version').nextElementSibling?.textContent).toBe('<b>v2</b>, v1');
    expect(list.querySelector('b')).toBeNull();
  });

  it('are not in the details where nobody keeps any', async () => {
    await renderPanel({ data: { series: framesOf(smallResult()) } });
    await chooseInTable('checkout');
    expect(screen.getByTestId(TEST_IDS.details)).toBeInTheDocument();
    expect(screen.queryByTestId(TEST_IDS.keptLabels)).toBeNull();
  });

  it('are those of an edge alone, and of all services of a group', () => {
    const { history, states } = labelled();
    const services = buildView(history, states, { path: [], detail: 'services' });
    const factsOfEdge = (row: number) =>
      keptFacts(history, services, { kind: 'edge', row, id: services.edges.ids[row] });
    const names = services.edges.ids.map((_, row) => factsOfEdge(row));
    expect(names).toContainEqual([{ name: 'version', text: '<b>v2</b>, v1 and 3 more' }]);
    expect(names).toContainEqual([]);
    const groups = buildView(history, states, { path: ['eu'], detail: 'groups' });
    const row = groups.nodes.names.indexOf('shop');
    expect(keptFacts(history, groups, { kind: 'node', row, id: groups.nodes.ids[row] })).toEqual([
      { name: 'team', text: 'payments' },
      { name: 'version', text: '<b>v2</b>, v1' },
    ]);
  });

  it('have columns of the table, which sort by the numbers in values and leave blanks last', async () => {
    const { history, ...rest } = labelled();
    const versions = [['1.10'], ['1.9', '1.8', '1.7', '1.6'], []];
    const labels = [{ name: 'ver\u202esion', values: versions, more: [0, 2, 0] }];
    const edges = { ...history.edges, labels };
    await renderPanel({ data: { series: framesOf({ ...rest, history: { ...history, edges } }) } });
    await pressKey('t');
    const table = screen.getByTestId(TEST_IDS.table);
    const heads = () =>
      within(table)
        .getAllByRole('columnheader')
        .map((head) => head.textContent?.split(' ')[0]);
    const cells = () => Array.from(table.querySelectorAll('tbody tr'), (row) => row.lastElementChild?.textContent);
    expect(heads().slice(-2)).toEqual(['team', 'version']);
    fireEvent.click(within(table).getByLabelText('Connections'));
    expect(heads().slice(-2)).toEqual(['Kind', 'version']);
    fireEvent.click(within(table).getByRole('button', { name: 'version' }));
    expect(cells()).toEqual(['1.6, 1.7, 1.8 and 3 more', '1.10', '']);
    fireEvent.click(within(table).getByRole('button', { name: /^version/ }));
    expect(cells()).toEqual(['1.10', '1.6, 1.7, 1.8 and 3 more', '']);
    expect(within(table).getByRole('columnheader', { name: /^version/ })).toHaveAttribute('aria-sort', 'descending');
  });

  it('share one column of the table where there are many', () => {
    const { history, states } = labelled();
    const labels = ['a', 'b', 'c', 'd'].map((name): KeptLabel => ({ name, values: [[`${name}1`], [], [`${name}3`]] }));
    const view = buildView(history, states, { path: [], detail: 'services' });
    const columns = keptColumns({ ...history, nodes: { ...history.nodes, labels } }, view, 'node');
    expect(columns.map(({ name }) => name)).toEqual(['Labels']);
    const row = view.nodes.ids.indexOf(history.nodes.ids[0]);
    expect(columns[0].texts[row]).toContain('a: a1; b: b1; c: c1; d: d1');
  });

  it.each(['services', 'groups'] as const)('hold the same in the table as in details, of %s', (detail) => {
    const { history, states } = labelled();
    const view = buildView(history, states, { path: [], detail });
    for (const kind of ['node', 'edge'] as const) {
      const columns = keptColumns(history, view, kind);
      const ids = kind === 'node' ? view.nodes.ids : view.edges.ids;
      ids.forEach((id, row) => {
        const cells = columns.map(({ name, texts }) => ({ name, text: texts[row] })).filter(({ text }) => text !== '');
        expect(cells).toEqual(keptFacts(history, view, { kind, row, id }));
      });
    }
    expect(keptColumns(history, view, 'node').map(({ name }) => name)).toEqual(['team', 'version']);
  });

  it("are what the panel's own rules match on", async () => {
    const rule: WrittenRule = {
      scope: 'node',
      metric: 'rate',
      direction: 'above',
      danger: 0,
      match: { labels: [{ label: 'team', match: 'data|payments' }] },
    };
    const off = { source: 'off' } as const;
    const scope = { errorRatio: off, p95: off, lowRate: off };
    const panel = await renderPanel({
      data: { series: framesOf({ ...labelled(), thresholds: [] }) },
      options: { thresholds: { rules: [rule], nodes: scope, edges: scope } },
    });
    const { nodes } = lastView(panel);
    const inDanger = nodes.names.filter((_, row) => nodes.states[row] === 2);
    expect([...inDanger].sort()).toEqual(['checkout', 'odd <b>"/→']);
  });
});
