import { useEffect, useRef, type RefObject } from 'react';
import { wheelZoom } from './wheel';

/** A pointer that moved less than this many CSS pixels has clicked, not dragged. */
const CLICK_SLOP = 4;
/** Milliseconds that the pointer rests before what lies under it stands out. */
const HOVER_DELAY = 100;

/** Milliseconds that a click waits for a second one: what it opens would cover what the second is meant for. */
const DOUBLE_CLICK_TIME = 250;

/** A point in CSS pixels from the top left of the map, and of the browser's window. */
export interface MapPoint {
  readonly x: number;
  readonly y: number;
  readonly clientX: number;
  readonly clientY: number;
}

/** Something that was taken hold of, in CSS pixels from the top left of the map. */
export interface PointerDrag {
  readonly move: (x: number, y: number) => void;
  readonly end: () => void;
  /** As if nothing had been taken hold of. */
  readonly cancel: () => void;
}

export interface PointerHandlers {
  readonly onHover: (point: MapPoint | undefined) => void;
  readonly onClick: (point: MapPoint) => void;
  readonly onDoubleClick: (point: MapPoint) => void;
  /** What is under the point where a drag began; undefined: the drag pans. */
  readonly onDragStart: (point: MapPoint) => PointerDrag | undefined;
  readonly onPan: (dx: number, dy: number) => void;
  readonly onZoom: (factor: number, x: number, y: number) => void;
  /** The wheel turned, but the page scrolls: time for a hint. */
  readonly onWheelIgnored: () => void;
}

/**
 * Mouse, pen and touch on one element: hover, click, double click, drag, pinch, wheel. While the page scrolls under the
 * finger, touch only pans: it takes hold of nothing.
 */
export function usePointer(
  element: RefObject<HTMLElement | null>,
  zoomMode: 'cooperative' | 'greedy',
  handlers: PointerHandlers
): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });

  useEffect(() => {
    const target = element.current;
    if (target === null) {
      return undefined;
    }
    return attach(target, zoomMode, () => latest.current);
  }, [element, zoomMode]);
}

function attach(target: HTMLElement, zoomMode: 'cooperative' | 'greedy', handlers: () => PointerHandlers): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  const down = new Map<number, MapPoint>();
  let travelled = 0;
  let start: MapPoint | undefined;
  let drag: PointerDrag | undefined;
  // A drag that was called off stays so until the pointer is lifted.
  let calledOff = false;
  let hoverTimer: number | undefined;
  let hoverPoint: MapPoint | undefined;
  let clickTimer: number | undefined;

  const pointOf = (event: MouseEvent): MapPoint => {
    const box = target.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top, clientX: event.clientX, clientY: event.clientY };
  };
  const letGo = (how: 'end' | 'cancel') => {
    const held = drag;
    start = undefined;
    drag = undefined;
    held?.[how]();
  };
  const stopHover = () => {
    window.clearTimeout(hoverTimer);
    hoverTimer = undefined;
    hoverPoint = undefined;
  };
  const hover = (point: MapPoint) => {
    hoverPoint = point;
    hoverTimer ??= window.setTimeout(() => {
      hoverTimer = undefined;
      handlers().onHover(hoverPoint);
    }, HOVER_DELAY);
  };

  target.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0) {
        return;
      }
      if (down.size === 0) {
        travelled = 0;
        calledOff = false;
        start = event.pointerType === 'touch' && zoomMode === 'cooperative' ? undefined : pointOf(event);
      } else {
        letGo('cancel');
      }
      down.set(event.pointerId, pointOf(event));
      stopHover();
    },
    { signal }
  );
  target.addEventListener(
    'pointermove',
    (event) => {
      const point = pointOf(event);
      const before = down.get(event.pointerId);
      if (before === undefined) {
        hover(point);
        return;
      }
      travelled += Math.hypot(point.x - before.x, point.y - before.y);
      const others = [...down].filter(([id]) => id !== event.pointerId).map(([, other]) => other);
      down.set(event.pointerId, point);
      if (others.length > 0) {
        pinch(before, point, others[0], handlers());
      } else if (travelled >= CLICK_SLOP && !calledOff) {
        target.setPointerCapture?.(event.pointerId);
        handlers().onHover(undefined);
        if (start !== undefined) {
          drag = handlers().onDragStart(start);
          start = undefined;
        }
        if (drag !== undefined) {
          drag.move(point.x, point.y);
        } else {
          handlers().onPan(point.x - before.x, point.y - before.y);
        }
      }
    },
    { signal }
  );
  const release = (event: PointerEvent) => {
    const last = down.size === 1 && down.has(event.pointerId);
    down.delete(event.pointerId);
    letGo(event.type === 'pointerup' ? 'end' : 'cancel');
    if (last && event.type === 'pointerup' && travelled < CLICK_SLOP) {
      const point = pointOf(event);
      window.clearTimeout(clickTimer);
      clickTimer = window.setTimeout(() => handlers().onClick(point), DOUBLE_CLICK_TIME);
    }
  };
  target.addEventListener('pointerup', release, { signal });
  target.addEventListener('pointercancel', release, { signal });
  window.addEventListener(
    'keydown',
    (event) => {
      if (drag !== undefined && event.key === 'Escape') {
        event.stopPropagation();
        calledOff = true;
        letGo('cancel');
      }
    },
    { signal, capture: true }
  );
  target.addEventListener(
    'pointerleave',
    () => {
      stopHover();
      handlers().onHover(undefined);
    },
    { signal }
  );
  target.addEventListener(
    'dblclick',
    (event) => {
      window.clearTimeout(clickTimer);
      handlers().onDoubleClick(pointOf(event));
    },
    { signal }
  );
  target.addEventListener(
    'wheel',
    (event) => {
      const factor = wheelZoom(event, zoomMode);
      if (factor === undefined) {
        handlers().onWheelIgnored();
        return;
      }
      event.preventDefault();
      const { x, y } = pointOf(event);
      handlers().onZoom(factor, x, y);
    },
    { signal, passive: false }
  );
  return () => {
    stopHover();
    letGo('cancel');
    window.clearTimeout(clickTimer);
    controller.abort();
  };
}

function pinch(before: MapPoint, after: MapPoint, other: MapPoint, handlers: PointerHandlers): void {
  const distanceBefore = Math.hypot(before.x - other.x, before.y - other.y);
  const distanceAfter = Math.hypot(after.x - other.x, after.y - other.y);
  if (distanceBefore > 0) {
    handlers.onZoom(distanceAfter / distanceBefore, (after.x + other.x) / 2, (after.y + other.y) / 2);
  }
  handlers.onPan((after.x - before.x) / 2, (after.y - before.y) / 2);
}
