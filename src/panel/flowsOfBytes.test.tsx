import { act, fireEvent, screen, within } from '@testing-library/react';
import { bytesOnlyResult } from '../../tests/support/trafficResult';
import { chooseInTable, installResizeObserver, lastView, pressKey } from './testing/actions';
import { framesOf, renderPanel } from './testing/renderPanel';
import { TEST_IDS } from './testIds';

beforeAll(installResizeObserver);
afterEach(() => jest.useRealTimers());

const flows = () => ({ data: { series: framesOf(bytesOnlyResult()) } });

describe('flows whose bytes alone are known', () => {
  it('are bytes per second in a tooltip', async () => {
    const panel = await renderPanel(flows());
    const { edges } = lastView(panel);
    const row = edges.bytes.indexOf(500);
    panel.scenes.underPointer = { kind: 'edge', row, id: edges.ids[row] };
    jest.useFakeTimers();
    fireEvent.pointerMove(screen.getByTestId(TEST_IDS.map), { clientX: 30, clientY: 40 });
    act(() => {
      jest.advanceTimersByTime(100);
    });
    expect(screen.getByTestId(TEST_IDS.tooltip)).toHaveTextContent('Bytes500 B/s');
    expect(screen.getByTestId(TEST_IDS.tooltip)).not.toHaveTextContent(/Requests|Errors|p95/);
  });

  it('have a column of the table', async () => {
    await renderPanel(flows());
    await pressKey('t');
    const table = screen.getByTestId(TEST_IDS.table);
    fireEvent.click(within(table).getByRole('button', { name: /^Bytes/ }));
    const column = within(table)
      .getAllByRole('columnheader')
      .findIndex((head) => head.textContent?.startsWith('Bytes'));
    const cells = Array.from(table.querySelectorAll('tbody tr'), (row) => row.children[column].textContent);
    expect(cells).toEqual(['800 B/s', '500 B/s', '300 B/s']);
  });

  it('are all that details tell of a service, with their course', async () => {
    await renderPanel(flows());
    await chooseInTable('gateway');
    const details = screen.getByTestId(TEST_IDS.details);
    expect(within(details).getByRole('columnheader', { name: 'Bytes' })).toBeInTheDocument();
    expect(details).toHaveTextContent('Bytes800 B/s');
    expect(details).not.toHaveTextContent('Requests');
    expect(within(details).getByRole('img', { name: /^Bytes from/ })).toBeInTheDocument();
  });

  it('have a scale of their own in the legend', async () => {
    await renderPanel(flows());
    const legend = screen.getByTestId(TEST_IDS.legend);
    expect(legend).not.toHaveTextContent('Requests');
    expect(
      within(legend).getByTitle(/by bytes where no requests are known, on a scale of their own/)
    ).toHaveTextContent('Bytes300 B/s–500 B/s');
  });
});
