import { renderHook } from '@testing-library/react';
import { graphView } from '../../../tests/support/scenePageViews';
import type { TrafficView } from '../../core/model/view';
import type { FlowScene, ScenePick } from '../../scene/types';
import { fakeScenes } from '../testing/fakeScene';
import { useReveal } from './useReveal';

const view = (): TrafficView => graphView([5, 6], 2);
const node = ({ nodes }: TrafficView, row: number): ScenePick => ({ kind: 'node', row, id: nodes.ids[row] });

interface Shown {
  readonly selected?: ScenePick;
  readonly selectedIn: TrafficView;
  /** Another where what is selected is seen from afar only. */
  readonly shown: TrafficView;
  readonly detailsWidth?: number;
}

/** A map of 800 pixels, with every node at x = 700. */
async function setUp(first: Shown) {
  const scenes = fakeScenes();
  const { createFlowScene } = await scenes.load();
  const scene: FlowScene = createFlowScene(document.createElement('canvas'), {} as never);
  const { reveal, panBy, nodeOnScreen } = scenes.made[0].calls;
  nodeOnScreen.mockReturnValue({ x: 700, y: 20, radius: 8 });
  const { rerender } = renderHook(
    ({ shown, detailsWidth = 300, ...picks }: Shown) => useReveal(scene, shown, picks, 800, detailsWidth),
    { initialProps: first }
  );
  return { reveal, panBy, show: rerender };
}

describe('what is chosen', () => {
  it('is moved beside the details that would cover it, once, and again when they grow', async () => {
    const shown = view();
    const { panBy, reveal, show } = await setUp({ shown, selectedIn: shown, selected: node(shown, 1) });
    expect(panBy.mock.calls).toEqual([[500 - 64 - 700, 0]]);
    const newer = view();
    show({ shown: newer, selectedIn: newer, selected: node(newer, 1) });
    expect(panBy).toHaveBeenCalledTimes(1);
    show({ shown: newer, selectedIn: newer, selected: node(newer, 1), detailsWidth: 400 });
    expect(panBy).toHaveBeenLastCalledWith(400 - 64 - 700, 0);
    expect(reveal).not.toHaveBeenCalled();
  });

  it('is brought near once where it is seen from afar, whatever data comes, and again when chosen again', async () => {
    const whole = view();
    const far = view();
    const { panBy, reveal, show } = await setUp({ shown: far, selectedIn: whole, selected: node(whole, 1) });
    expect(reveal.mock.calls).toEqual([[[1]]]);
    const newer = view();
    show({ shown: far, selectedIn: newer, selected: node(newer, 1) });
    expect(reveal).toHaveBeenCalledTimes(1);
    show({ shown: far, selectedIn: newer });
    show({ shown: far, selectedIn: newer, selected: node(newer, 1) });
    expect(reveal).toHaveBeenCalledTimes(2);
    expect(panBy).not.toHaveBeenCalled();
  });

  it('is both ends of an edge', async () => {
    const whole = view();
    const selected: ScenePick = { kind: 'edge', row: 2, id: whole.edges.ids[2] };
    const { reveal } = await setUp({ shown: view(), selectedIn: whole, selected });
    expect(reveal).toHaveBeenCalledWith([whole.edges.source[2], whole.edges.target[2]]);
  });
});
