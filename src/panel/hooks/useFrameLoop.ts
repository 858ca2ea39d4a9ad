import { useCallback, useEffect, useRef, type RefObject } from 'react';
import type { FlowScene, SceneOptions } from '../../scene/types';

/** Draws while something moves and somebody can see it. Returns a function that asks for a frame. */
export function useFrameLoop(
  scene: FlowScene | undefined,
  element: RefObject<HTMLElement | null>,
  options: SceneOptions,
  onFrame: () => void
): () => void {
  const latest = useRef(onFrame);
  const kick = useRef<() => void>(() => undefined);
  const { frameRateLimit } = options;

  useEffect(() => {
    if (scene === undefined) {
      return undefined;
    }
    let handle = 0;
    let last = -Infinity;
    const frame = (now: number) => {
      handle = 0;
      if (frameRateLimit > 0 && now - last < 1000 / frameRateLimit - 2) {
        handle = requestAnimationFrame(frame);
        return;
      }
      last = now;
      const moves = scene.draw(now / 1000);
      latest.current();
      if (moves) {
        handle = requestAnimationFrame(frame);
      }
    };
    kick.current = () => {
      if (handle === 0) {
        handle = requestAnimationFrame(frame);
      }
    };
    kick.current();
    return () => {
      cancelAnimationFrame(handle);
      kick.current = () => undefined;
    };
  }, [scene, element, frameRateLimit]);

  useEffect(() => {
    latest.current = onFrame;
    kick.current();
  });
  return useCallback(() => kick.current(), []);
}
