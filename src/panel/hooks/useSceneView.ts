import { useEffect, useRef, type MutableRefObject } from 'react';
import type { FlowScene } from '../../scene/types';
import { samePlace, transitionBetween } from '../model/navigation';
import type { PlacedView } from './useLayout';

/**
 * Puts each placed view on the scene with the transition that fits. The camera follows what comes and goes until the
 * reader takes hold of it; a new place takes it back.
 */
export function useSceneView(
  scene: FlowScene | undefined,
  placed: PlacedView | undefined,
  size: { readonly width: number; readonly height: number },
  cameraTaken: MutableRefObject<boolean>
): void {
  const shown = useRef<{ readonly scene: FlowScene; readonly placed: PlacedView } | undefined>(undefined);
  const { width, height } = size;

  useEffect(() => {
    if (scene === undefined || placed === undefined) {
      return;
    }
    const before = shown.current?.scene === scene ? shown.current.placed : undefined;
    shown.current = { scene, placed };
    scene.setView(placed.view, placed.layout, transitionBetween(before, placed));
    if (before === undefined) {
      cameraTaken.current = false;
      scene.fit(true);
    } else if (!samePlace(before.place, placed.place)) {
      cameraTaken.current = false;
      scene.fit();
    } else if (before.layout !== placed.layout && !cameraTaken.current) {
      scene.fit();
    }
  }, [scene, placed, cameraTaken]);

  useEffect(() => {
    if (scene !== undefined && shown.current !== undefined && !cameraTaken.current) {
      scene.fit(true);
    }
  }, [scene, width, height, cameraTaken]);
}
