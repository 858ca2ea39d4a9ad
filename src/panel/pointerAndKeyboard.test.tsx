import { act, fireEvent, screen } from '@testing-library/react';
import { TEST_IDS } from './testIds';
import { installResizeObserver, lastView, pointerEvent, pressKey, small } from './testing/actions';
import { renderPanel } from './testing/renderPanel';

beforeAll(installResizeObserver);

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
    fireEvent(map, pointerEvent('pointerdown', 10, 10));
    fireEvent(map, pointerEvent('pointermove', 40, 25));
    fireEvent(map, pointerEvent('pointerup', 40, 25));
    expect(calls.panBy).toHaveBeenCalledWith(30, 15);
    expect(screen.queryByTestId(TEST_IDS.details)).toBeNull();

    panel.scenes.underPointer = { kind: 'edge', row: 0, id: lastView(panel).edges.ids[0] };
    jest.useFakeTimers();
    fireEvent(map, pointerEvent('pointerdown', 10, 10));
    fireEvent(map, pointerEvent('pointerup', 10, 10));
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
    await pressKey('ArrowRight');
    expect(screen.getByTestId(TEST_IDS.summary)).toHaveTextContent(/checkout, service|gateway, gateway|odd/);
    expect(screen.getByTestId(TEST_IDS.focusRing)).toBeInTheDocument();
    await pressKey(' ');
    expect(screen.getByTestId(TEST_IDS.details)).toBeInTheDocument();
    await pressKey('Escape');
    expect(screen.queryByTestId(TEST_IDS.details)).toBeNull();
    await pressKey('Enter');
    expect(screen.getByTestId(TEST_IDS.breadcrumbs)).toBeInTheDocument();
    await pressKey('Escape');
    expect(screen.queryByTestId(TEST_IDS.breadcrumbs)).toBeNull();
    await pressKey('+');
    await pressKey('0');
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
