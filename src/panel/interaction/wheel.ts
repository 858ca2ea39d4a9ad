/** Wheel deltas come in pixels, lines or pages. */
const PIXELS_PER_LINE = 16;
const PIXELS_PER_PAGE = 400;
/** Zoom of one pixel of wheel; a notch of a mouse wheel (about 100) is then about 16 %. */
const ZOOM_PER_PIXEL = 0.0015;
/** A trackpad's pinch arrives as a wheel with Ctrl, in much smaller steps. */
const PINCH_ZOOM_PER_PIXEL = 0.01;
const SMALL_STEP = 30;

export interface WheelInput {
  readonly deltaY: number;
  readonly deltaMode: number;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/**
 * The zoom factor of a wheel event; undefined when the page is to scroll instead. As in Grafana's node graph,
 * `cooperative` zooms with Ctrl or Cmd only.
 */
export function wheelZoom(event: WheelInput, mode: 'cooperative' | 'greedy'): number | undefined {
  if (mode === 'cooperative' && !event.ctrlKey && !event.metaKey) {
    return undefined;
  }
  const unit = event.deltaMode === 1 ? PIXELS_PER_LINE : event.deltaMode === 2 ? PIXELS_PER_PAGE : 1;
  const pixels = event.deltaY * unit;
  const perPixel = event.ctrlKey && Math.abs(pixels) < SMALL_STEP ? PINCH_ZOOM_PER_PIXEL : ZOOM_PER_PIXEL;
  return Math.exp(-Math.max(-400, Math.min(400, pixels)) * perPixel);
}
