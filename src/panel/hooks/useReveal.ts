import { useEffect, useRef } from 'react';
import type { TrafficView } from '../../core/model/view';
import type { FlowScene, ScenePick } from '../../scene/types';
import type { Picks } from './usePicks';

/** CSS pixels between what is selected and the drawer beside it. */
const GAP = 64;

/**
 * Moves the map when its details would cover what they are about, and to what was chosen while it is seen from afar, as
 * one with others.
 */
export function useReveal(
  scene: FlowScene | undefined,
  shown: TrafficView | undefined,
  { selected, selectedIn }: Pick<Picks, 'selected' | 'selectedIn'>,
  width: number,
  detailsWidth: number
): void {
  const isSeen = selectedIn === shown;
  const { id, kind, row } = selected ?? {};

  const revealed = useRef<ScenePick['id'] | undefined>(undefined);
  useEffect(() => {
    if (scene === undefined || id === undefined || row === undefined) {
      revealed.current = undefined;
      return;
    }
    // Once for each that is chosen: the reader may zoom out again.
    if (!isSeen && revealed.current !== id && selectedIn !== undefined) {
      scene.reveal(kind === 'node' ? [row] : [selectedIn.edges.source[row], selectedIn.edges.target[row]]);
    }
    revealed.current = id;
  }, [scene, id, kind, row, isSeen, selectedIn]);

  // Not by the view, which changes with every refresh: only what is chosen, and the room beside it, move the map.
  useEffect(() => {
    const free = width - detailsWidth;
    if (scene === undefined || id === undefined || row === undefined || !isSeen || free <= 2 * GAP) {
      return;
    }
    const { x } = kind === 'node' ? scene.nodeOnScreen(row) : scene.edgeOnScreen(row);
    if (x > free - GAP) {
      scene.panBy(free - GAP - x, 0);
    }
  }, [scene, id, kind, row, isSeen, width, detailsWidth]);
}
