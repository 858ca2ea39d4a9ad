import { CLOSEST_FIT, fitCamera, mixCameras, panCamera, toScreen, toWorld, zoomCamera } from './camera';

const VIEWPORT = { width: 800, height: 600, pixelRatio: 1 };

describe('camera', () => {
  it.each([
    [800, 600],
    [300, 200],
    [1920, 1080],
  ])('fits everything into %i×%i', (width, height) => {
    const viewport = { width, height, pixelRatio: 2 };
    const bounds = [-120, -40, 60, 90] as const;
    const camera = fitCamera(bounds, viewport);
    for (const [x, y] of [
      [bounds[0], bounds[1]],
      [bounds[2], bounds[3]],
    ]) {
      const at = toScreen(camera, viewport, x, y);
      expect(at.x).toBeGreaterThanOrEqual(0);
      expect(at.x).toBeLessThanOrEqual(width);
      expect(at.y).toBeGreaterThanOrEqual(0);
      expect(at.y).toBeLessThanOrEqual(height);
    }
  });

  it('keeps clear of what covers the sides', () => {
    const viewport = { width: 800, height: 400, pixelRatio: 1, insets: { top: 30, right: 60, bottom: 10, left: 0 } };
    const bounds = [-120, -40, 60, 90] as const;
    const camera = fitCamera(bounds, viewport);
    expect(toScreen(camera, viewport, bounds[2], bounds[3]).x).toBeLessThanOrEqual(740);
    expect(toScreen(camera, viewport, bounds[2], bounds[3]).y).toBeLessThanOrEqual(390);
    expect(toScreen(camera, viewport, bounds[0], bounds[1]).x).toBeGreaterThanOrEqual(0);
    expect(toScreen(camera, viewport, bounds[0], bounds[1]).y).toBeGreaterThanOrEqual(30);
  });

  it('does not blow small graphs up, and takes empty ones', () => {
    expect(fitCamera([-1, -1, 1, 1], VIEWPORT).scale).toBe(CLOSEST_FIT);
    expect(fitCamera([Infinity, Infinity, -Infinity, -Infinity], VIEWPORT)).toEqual({ x: 0, y: 0, scale: CLOSEST_FIT });
  });

  it('zooms about the point under the pointer', () => {
    const camera = { x: 3, y: -4, scale: 12 };
    const before = toWorld(camera, VIEWPORT, 123, 456);
    const after = toWorld(zoomCamera(camera, VIEWPORT, 1.7, 123, 456), VIEWPORT, 123, 456);
    expect(after.x).toBeCloseTo(before.x, 9);
    expect(after.y).toBeCloseTo(before.y, 9);
  });

  it('pans by pixels', () => {
    const camera = { x: 3, y: -4, scale: 12 };
    const before = toScreen(camera, VIEWPORT, 1, 1);
    const after = toScreen(panCamera(camera, 30, -20), VIEWPORT, 1, 1);
    expect(after.x - before.x).toBeCloseTo(30, 9);
    expect(after.y - before.y).toBeCloseTo(-20, 9);
  });

  it('mixes from one end to the other', () => {
    const from = { x: 0, y: 0, scale: 2 };
    const to = { x: 10, y: -6, scale: 32 };
    expect(mixCameras(from, to, 0)).toEqual(from);
    expect(mixCameras(from, to, 1)).toEqual(to);
    expect(mixCameras(from, to, 0.5).scale).toBeCloseTo(8, 9);
  });
});
