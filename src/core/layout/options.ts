import type { LayoutOptions } from '../model/layout';

/** Of a wide screen: for a place whose size is not known yet. */
const DEFAULT_ASPECT = 16 / 9;

/** Narrower or wider places are laid out as these: beyond them labels would have no room. */
const ASPECT_LIMITS = [0.2, 8] as const;

/** Options with an aspect that can be laid out in. */
export function layoutOptions(options: LayoutOptions): LayoutOptions {
  const aspect = options.aspect > 0 && Number.isFinite(options.aspect) ? options.aspect : DEFAULT_ASPECT;
  return { ...options, aspect: Math.min(ASPECT_LIMITS[1], Math.max(ASPECT_LIMITS[0], aspect)) };
}
