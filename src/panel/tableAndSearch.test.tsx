import { fireEvent, screen, within } from '@testing-library/react';
import { TEST_IDS } from './testIds';
import { installResizeObserver, lastView, pressKey, small } from './testing/actions';
import { renderPanel, settle } from './testing/renderPanel';

beforeAll(installResizeObserver);

describe('table equivalent', () => {
  it('is one key away, sorts, and leads to the details', async () => {
    await renderPanel(small());
    await pressKey('t');
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
