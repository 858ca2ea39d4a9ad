import { useEffect, useState } from 'react';
import type { SceneStatus } from './useScene';

/** Milliseconds that a lost context gets to come back by itself, before a new canvas asks for a new one. */
const FIRST_WAIT = 3000;
/** Where more maps are visible than the browser keeps contexts, they would take them from each other for ever. */
const LONGEST_WAIT = 300_000;

/**
 * The number of the canvas to draw on. It grows when a context is lost and stays so, as it does when the browser took
 * it for another map; each new try waits twice as long.
 */
export function useCanvasRenewal(status: SceneStatus, visible: boolean): number {
  const [generation, setGeneration] = useState(0);
  useEffect(() => {
    if (status !== 'lost' || !visible) {
      return undefined;
    }
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** generation);
    const timer = window.setTimeout(() => setGeneration(generation + 1), wait);
    return () => window.clearTimeout(timer);
  }, [status, visible, generation]);
  return generation;
}
