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

  it('sorts by kind and place, as they are shown', async () => {
    await renderPanel(small());
    await pressKey('t');
    const table = screen.getByTestId(TEST_IDS.table);
    fireEvent.click(within(table).getByLabelText('Connections'));
    fireEvent.click(within(table).getByRole('button', { name: /^Kind/ }));
    const column = within(table)
      .getAllByRole('columnheader')
      .findIndex((head) => head.textContent?.startsWith('Kind'));
    const kinds = Array.from(table.querySelectorAll('tbody tr'), (row) => row.children[column].textContent);
    expect(new Set(kinds).size).toBeGreaterThan(1);
    expect(kinds).toEqual([...kinds].sort());
  });

  it('gives the keyboard to details that are opened from it, and takes it back to their row', async () => {
    await renderPanel(small());
    await pressKey('t');
    const row = within(screen.getByTestId(TEST_IDS.table)).getByRole('button', { name: 'checkout' });
    row.focus();
    fireEvent.click(row);
    const details = screen.getByTestId(TEST_IDS.details);
    expect(details).toHaveFocus();
    fireEvent.keyDown(details, { key: 'Escape' });
    expect(screen.queryByTestId(TEST_IDS.details)).not.toBeInTheDocument();
    expect(row).toHaveFocus();
  });

  it('opens the search by its key, which gives the keyboard back', async () => {
    await renderPanel(small());
    await pressKey('t');
    const region = screen.getByRole('region', { name: 'Traffic as a table' });
    region.focus();
    fireEvent.keyDown(region, { key: '/' });
    const box = screen.getByLabelText('Find a service or group');
    box.focus();
    fireEvent.keyDown(box, { key: 'Escape' });
    expect(screen.queryByLabelText('Find a service or group')).not.toBeInTheDocument();
    expect(region).toHaveFocus();
  });

  it('closes what is over it before itself', async () => {
    await renderPanel(small());
    await pressKey('t');
    const region = screen.getByRole('region', { name: 'Traffic as a table' });
    fireEvent.click(within(region).getByRole('button', { name: 'checkout' }));
    fireEvent.keyDown(region, { key: 'Escape' });
    expect(screen.queryByTestId(TEST_IDS.details)).not.toBeInTheDocument();
    fireEvent.keyDown(region, { key: 'Escape' });
    expect(screen.queryByTestId(TEST_IDS.table)).not.toBeInTheDocument();
  });
});

describe('search', () => {
  it('finds services by their kind', async () => {
    const kinds = [{ pattern: 'checkout', kind: 'queue' as const }];
    await renderPanel({ ...small(), options: { kinds } });
    fireEvent.click(screen.getByLabelText('Find (/)'));
    fireEvent.change(screen.getByLabelText('Find a service or group'), { target: { value: 'Queues' } });
    expect(screen.getByText('1 of 3')).toBeInTheDocument();
    await pressKey('t');
    const table = screen.getByTestId(TEST_IDS.table);
    const names = () => Array.from(table.querySelectorAll('tbody tr'), (row) => row.children[1].textContent);
    expect(names()).toEqual(['checkout']);
    fireEvent.click(within(table).getByLabelText('Connections'));
    expect(names().length).toBeGreaterThan(0);
    expect(names().every((name) => name?.includes('checkout'))).toBe(true);
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
