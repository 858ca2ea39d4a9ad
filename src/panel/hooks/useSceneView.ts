import { useEffect, useRef } from 'react';
import type { FlowScene } from '../../scene/types';
import { transitionBetween } from '../model/navigation';
import type { PlacedView } from './useLayout';

/** Puts each placed view on the scene, with the transition that fits what changed. */
export function useSceneView(
  scene: FlowScene | undefined,
  placed: PlacedView | undefined,
  afterView: () => void
): void {
  const shown = useRef<{ readonly scene: FlowScene; readonly placed: PlacedView } | undefined>(undefined);
  useEffect(() => {
    if (scene === undefined || placed === undefined) {
      return;
    }
    const before = shown.current?.scene === scene ? shown.current.placed : undefined;
    shown.current = { scene, placed };
    scene.setView(placed.view, placed.layout, transitionBetween(before, placed));
    afterView();
  }, [scene, placed, afterView]);
}
