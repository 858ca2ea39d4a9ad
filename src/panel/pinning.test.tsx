import { fireEvent, screen } from '@testing-library/react';
import type { LayoutResult } from '../core/model/layout';
import type { SceneEmphasis } from '../scene/types';
import { TEST_IDS } from './testIds';
import { installResizeObserver, lastLayout, lastView, pointerEvent, pressKey, small } from './testing/actions';
import { renderPanel, settle, type PanelUnderTest } from './testing/renderPanel';

beforeAll(installResizeObserver);

describe('pins', () => {
  const placeAt = (layout: LayoutResult, row: number) => [...layout.positions.subarray(2 * row, 2 * row + 2)];
  const emphasis = ({ scenes }: PanelUnderTest) => {
    const { calls } = scenes.made[0].calls.setEmphasis.mock;
    return calls[calls.length - 1][0] as SceneEmphasis;
  };
  /** Takes hold of a node and moves it, without letting go; gives the map. */
  const take = (panel: PanelUnderTest, row: number, to: readonly [number, number]): HTMLElement => {
    panel.scenes.underPointer = { kind: 'node', row, id: lastView(panel).nodes.ids[row] };
    const map = screen.getByTestId(TEST_IDS.map);
    fireEvent(map, pointerEvent('pointerdown', 10 * row, 20));
    fireEvent(map, pointerEvent('pointermove', ...to));
    return map;
  };
  const drag = async (panel: PanelUnderTest, row: number, to: readonly [number, number]) => {
    fireEvent(take(panel, row, to), pointerEvent('pointerup', ...to));
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
    take(panel, 1, [90, 90]);
    const { setView, moveNode } = panel.scenes.made[0].calls;
    moveNode.mockClear();
    await panel.show(small());
    expect(moveNode).toHaveBeenCalledWith(1, 90, 90);
    expect(moveNode.mock.invocationCallOrder[0]).toBeGreaterThan(setView.mock.invocationCallOrder[1]);
  });

  it('are not made by a drag that Escape calls off', async () => {
    const panel = await renderPanel(small());
    const map = take(panel, 1, [90, 90]);
    fireEvent.keyDown(map, { key: 'Escape' });
    expect(panel.scenes.made[0].calls.moveNode).toHaveBeenLastCalledWith(1, 10, 20);
    fireEvent(map, pointerEvent('pointermove', 140, 90));
    fireEvent(map, pointerEvent('pointerup', 140, 90));
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
    await pressKey('ArrowRight');
    const { id, row } = emphasis(panel).hovered!;
    fireEvent.keyDown(screen.getByTestId(TEST_IDS.map), { key: 'ArrowDown', shiftKey: true });
    await settle();
    expect(placeAt(lastLayout(panel), row)[1]).toBeCloseTo(placeAt(before, row)[1] + 1, 1);
    expect(emphasis(panel).pinned).toEqual(new Set([id]));
    expect(screen.getByTestId(TEST_IDS.summary)).toHaveTextContent('pinned');
    await pressKey('p');
    expect(emphasis(panel).pinned).toBeUndefined();
    expect(placeAt(lastLayout(panel), row)).toEqual(placeAt(before, row));
    await pressKey('p');
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
    await pressKey('Escape');
    expect(placeAt(lastLayout(panel), 0)).toEqual([30, 40]);
    await panel.show({ options: { detail: 'groups' } });
    expect(placeAt(lastLayout(panel), 0)).not.toEqual([30, 40]);
  });
});
