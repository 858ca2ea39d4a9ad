import { fitCamera, mixCameras, panCamera, zoomCamera, type Bounds, type Camera, type Viewport } from './camera';
import { CAMERA_SECONDS, createWay, easeInOut } from './transition';

/** Where the picture is looked at from, and how that eases. Once fitted it stays fitted until somebody moves it. */
export interface CameraRig {
  /** As of the last frame. */
  now(): Camera;
  /** Where it is going. */
  goal(): Camera;
  fitted(): boolean;
  fit(bounds: Bounds, viewport: Viewport, ease: boolean): void;
  zoom(viewport: Viewport, factor: number, x: number, y: number): void;
  pan(dx: number, dy: number): void;
  /** To a camera of the caller's choice, which then stays. */
  go(camera: Camera, ease: boolean): void;
  /** Takes the camera to a time in seconds; true while it moves. */
  advance(seconds: number): boolean;
}

export function createCameraRig(): CameraRig {
  let from: Camera = { x: 0, y: 0, scale: 1 };
  let to = from;
  let now = from;
  let fitted = true;
  const way = createWay(CAMERA_SECONDS);
  const jump = (camera: Camera) => {
    from = camera;
    to = camera;
    now = camera;
    way.finish();
  };
  const go = (camera: Camera, ease: boolean) => {
    if (!ease) {
      jump(camera);
      return;
    }
    from = now;
    to = camera;
    way.begin();
  };
  return {
    now: () => now,
    goal: () => to,
    fitted: () => fitted,
    fit(bounds, viewport, ease) {
      fitted = true;
      go(fitCamera(bounds, viewport), ease);
    },
    go(camera, ease) {
      fitted = false;
      go(camera, ease);
    },
    zoom(viewport, factor, x, y) {
      fitted = false;
      jump(zoomCamera(now, viewport, factor, x, y));
    },
    pan(dx, dy) {
      fitted = false;
      jump(panCamera(now, dx, dy));
    },
    advance(seconds) {
      const part = easeInOut(way.at(seconds));
      now = way.moving() ? mixCameras(from, to, part) : to;
      return way.moving();
    },
  };
}
