import { useCallback, useEffect, useRef } from 'react';
import { createFrameLoop, type FrameClock, type FrameLoop } from '../../scene/loop';
import type { FlowScene } from '../../scene/types';

const DISPLAY: FrameClock = {
  request: (frame) => requestAnimationFrame(frame),
  cancel: (handle) => cancelAnimationFrame(handle),
};

export interface FrameLoopInput {
  readonly scene: FlowScene | undefined;
  readonly visible: boolean;
  /** Frames a second at most; 0 for the display's own rate. */
  readonly frameRateLimit: number;
  /** After each frame, for what lies over the canvas and follows it. */
  readonly onFrame: () => void;
}

/** Draws while something moves and somebody can see it. Returns a function that asks for a frame. */
export function useFrameLoop({ scene, visible, frameRateLimit, onFrame }: FrameLoopInput): () => void {
  const loop = useRef<FrameLoop | undefined>(undefined);
  const afterFrame = useRef(onFrame);

  useEffect(() => {
    if (scene === undefined) {
      return undefined;
    }
    const made = createFrameLoop((seconds) => {
      const moves = scene.draw(seconds);
      afterFrame.current();
      return moves;
    }, DISPLAY);
    loop.current = made;
    return () => {
      made.stop();
      loop.current = undefined;
    };
  }, [scene]);

  // Whatever React just changed may have changed the scene: one frame shows it, more follow if it moves.
  useEffect(() => {
    afterFrame.current = onFrame;
    loop.current?.setLimit(frameRateLimit);
    loop.current?.setVisible(visible);
    loop.current?.wake();
  });
  return useCallback(() => loop.current?.wake(), []);
}
