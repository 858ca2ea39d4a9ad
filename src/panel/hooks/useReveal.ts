import { useEffect } from 'react';
import type { FlowScene, ScenePick } from '../../scene/types';

/** CSS pixels between what is selected and the drawer beside it. */
const GAP = 64;

/** Moves the map when its details would cover what they are about. */
export function useReveal(
  scene: FlowScene | undefined,
  selected: ScenePick | undefined,
  width: number,
  detailsWidth: number
): void {
  const { id, kind, row } = selected ?? {};
  useEffect(() => {
    const free = width - detailsWidth;
    if (scene === undefined || id === undefined || row === undefined || free <= 2 * GAP) {
      return;
    }
    const { x } = kind === 'node' ? scene.nodeOnScreen(row) : scene.edgeOnScreen(row);
    if (x > free - GAP) {
      scene.panBy(free - GAP - x, 0);
    }
  }, [scene, id, kind, row, width, detailsWidth]);
}
