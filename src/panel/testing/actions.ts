import { fireEvent, screen } from '@testing-library/react';
import { smallResult } from '../../../tests/support/trafficResult';
import type { LayoutResult } from '../../core/model/layout';
import type { TrafficView } from '../../core/model/view';
import { TEST_IDS } from '../testIds';
import { framesOf, settle, type PanelChange, type PanelUnderTest } from './renderPanel';

/** Three services in two namespaces of one region, with three edges between them. */
export const small = (): Required<Pick<PanelChange, 'data'>> => ({ data: { series: framesOf(smallResult()) } });

const lastShown = ({ scenes }: PanelUnderTest) => scenes.made[scenes.made.length - 1].calls.setView.mock.lastCall ?? [];

/** What the newest scene was told to draw last. */
export const lastView = (panel: PanelUnderTest): TrafficView => lastShown(panel)[0];

/** Where the newest scene was told to draw it. */
export const lastLayout = (panel: PanelUnderTest): LayoutResult => lastShown(panel)[1];

/** Presses a key on the map. */
export async function pressKey(name: string, shiftKey = false): Promise<void> {
  fireEvent.keyDown(screen.getByTestId(TEST_IDS.map), { key: name, shiftKey });
  await settle();
}

/** Opens what is drawn under this name by a double click. */
export async function openNode(panel: PanelUnderTest, name: string): Promise<void> {
  const { names, ids } = lastView(panel).nodes;
  const row = names.indexOf(name);
  panel.scenes.underPointer = { kind: 'node', row, id: ids[row] };
  fireEvent.doubleClick(screen.getByTestId(TEST_IDS.map));
  await settle();
}

/** Chooses a service in the table. */
export async function chooseInTable(name: string): Promise<void> {
  await pressKey('t');
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
}

/** jsdom has no pointer events: a mouse event with a pointer's number, which the map captures. */
export const pointerEvent = (type: string, clientX: number, clientY: number): MouseEvent =>
  Object.assign(new MouseEvent(type, { bubbles: true, button: 0, clientX, clientY }), { pointerId: 1 });

/** jsdom has no ResizeObserver; Grafana's tooltip wants one. */
export function installResizeObserver(): void {
  global.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
}
