/** World point in the middle of the picture, and CSS pixels a world unit. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Viewport {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
  readonly insets?: Insets;
}

/** CSS pixels along each side that something else covers: fitting keeps clear of them. */
export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

const NO_INSETS: Insets = Object.freeze({ top: 0, right: 0, bottom: 0, left: 0 });

/** left, top, right, bottom in world units. */
export type Bounds = readonly [number, number, number, number];

/** CSS pixels a world unit: bounds of zooming, and of fitting small graphs. */
export const CLOSEST = 160;
export const CLOSEST_FIT = 38;
export const FARTHEST = 0.02;

const clampScale = (scale: number) => Math.min(CLOSEST, Math.max(FARTHEST, scale));

/** CSS pixels beside what is drawn, for labels and what lies over the sides. */
function roomAround({ width, height, insets = NO_INSETS }: Omit<Viewport, 'pixelRatio'>) {
  const sideRoom = Math.min(40, width * 0.08);
  return {
    leftRoom: insets.left + sideRoom,
    rightRoom: insets.right + sideRoom,
    topRoom: insets.top + Math.min(16, height * 0.05),
    bottomRoom: insets.bottom + Math.min(30, height * 0.1),
  };
}

/** Width by height of the place that a fitted picture fills. */
export function fitAspect(width: number, height: number): number {
  const size = { width: Math.max(1, width), height: Math.max(1, height) };
  const { leftRoom, rightRoom, topRoom, bottomRoom } = roomAround(size);
  return (size.width - leftRoom - rightRoom) / (size.height - topRoom - bottomRoom);
}

/** Everything in view: the bounds of what is drawn (`drawnBounds`), and around them room for labels. */
export function fitCamera(bounds: Bounds, viewport: Viewport): Camera {
  const [left, top, right, bottom] = bounds;
  if (!(right >= left) || !(bottom >= top)) {
    return { x: 0, y: 0, scale: CLOSEST_FIT };
  }
  const { leftRoom, rightRoom, topRoom, bottomRoom } = roomAround(viewport);
  const scale = clampScale(
    Math.min(
      CLOSEST_FIT,
      (viewport.width - leftRoom - rightRoom) / Math.max(right - left, 1),
      (viewport.height - topRoom - bottomRoom) / Math.max(bottom - top, 1)
    )
  );
  return {
    x: (left + right) / 2 + (rightRoom - leftRoom) / 2 / scale,
    y: (top + bottom) / 2 + (bottomRoom - topRoom) / 2 / scale,
    scale,
  };
}

/** Zooms so that what is under a point of the screen (CSS pixels) stays there. */
export function zoomCamera(camera: Camera, viewport: Viewport, factor: number, x: number, y: number): Camera {
  const scale = clampScale(camera.scale * factor);
  const dx = x - viewport.width / 2;
  const dy = y - viewport.height / 2;
  return {
    x: camera.x + dx / camera.scale - dx / scale,
    y: camera.y + dy / camera.scale - dy / scale,
    scale,
  };
}

/** Moves the picture by CSS pixels. */
export function panCamera(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x - dx / camera.scale, y: camera.y - dy / camera.scale };
}

/** Between two cameras, 0–1: the scale goes by equal factors, the middle so that the way looks straight. */
export function mixCameras(from: Camera, to: Camera, part: number): Camera {
  if (part <= 0 || part >= 1) {
    return part <= 0 ? from : to;
  }
  const scale = from.scale * (to.scale / from.scale) ** part;
  const moved =
    Math.abs(to.scale - from.scale) < 1e-9 ? part : (1 / from.scale - 1 / scale) / (1 / from.scale - 1 / to.scale);
  return { x: from.x + (to.x - from.x) * moved, y: from.y + (to.y - from.y) * moved, scale };
}

/** CSS pixels from the top left of the picture. */
export function toScreen(camera: Camera, viewport: Viewport, x: number, y: number): { x: number; y: number } {
  return {
    x: (x - camera.x) * camera.scale + viewport.width / 2,
    y: (y - camera.y) * camera.scale + viewport.height / 2,
  };
}

export function toWorld(camera: Camera, viewport: Viewport, x: number, y: number): { x: number; y: number } {
  return {
    x: (x - viewport.width / 2) / camera.scale + camera.x,
    y: (y - viewport.height / 2) / camera.scale + camera.y,
  };
}
