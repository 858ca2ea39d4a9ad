import { useCallback, useEffect, useRef } from 'react';
import type { FlowScene } from '../../scene/types';
import type { PointerDrag } from '../interaction/usePointer';
import type { Pin } from '../model/pins';
import type { PlacedView } from './useLayout';

/** CSS pixels. Where nodes are smaller, nobody aims at one: the drag pans. */
const LEAST_RADIUS = 5;

export interface NodeDragInput {
  readonly scene: FlowScene | undefined;
  /** Undefined where nodes cannot be moved. */
  readonly placed: PlacedView | undefined;
  readonly redraw: () => void;
  /** Where a node was let go, in world units. */
  readonly onDrop: (id: string, at: Pin) => void;
}

export interface NodeDrag {
  /** Takes hold of the node under a point in CSS pixels; undefined where there is none to aim at. */
  readonly start: (x: number, y: number) => PointerDrag | undefined;
  /** To be called when the scene was given a new view: what is held stays under the pointer. */
  readonly afterView: () => void;
}

interface Held {
  readonly id: string;
  /** Of the node's middle, CSS pixels. */
  readonly x: number;
  readonly y: number;
}

/** Moves a node with the pointer, past React: only letting go changes its state. */
export function useNodeDrag({ scene, placed, redraw, onDrop }: NodeDragInput): NodeDrag {
  const latest = useRef({ placed, onDrop });
  const held = useRef<Held | undefined>(undefined);
  useEffect(() => {
    latest.current = { placed, onDrop };
  });

  const move = useCallback(
    (to: Held): Pin | undefined => {
      const row = latest.current.placed?.view.nodes.ids.indexOf(to.id) ?? -1;
      const at = row < 0 ? undefined : scene?.moveNode(row, to.x, to.y);
      redraw();
      return at;
    },
    [scene, redraw]
  );
  const start = useCallback(
    (x: number, y: number): PointerDrag | undefined => {
      const hit = scene?.pick(x, y);
      if (scene === undefined || latest.current.placed === undefined || hit?.kind !== 'node') {
        return undefined;
      }
      const middle = scene.nodeOnScreen(hit.row);
      if (middle.radius < LEAST_RADIUS) {
        return undefined;
      }
      const from: Held = { id: hit.id, x: middle.x, y: middle.y };
      held.current = from;
      return {
        move: (toX, toY) => {
          held.current = { id: hit.id, x: from.x + toX - x, y: from.y + toY - y };
          move(held.current);
        },
        end: () => {
          const at = held.current === undefined ? undefined : move(held.current);
          held.current = undefined;
          if (at !== undefined) {
            latest.current.onDrop(hit.id, at);
          }
        },
        cancel: () => {
          held.current = undefined;
          move(from);
        },
      };
    },
    [scene, move]
  );
  const afterView = useCallback(() => {
    if (held.current !== undefined) {
      move(held.current);
    }
  }, [move]);
  return { start, afterView };
}
