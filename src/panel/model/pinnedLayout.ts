import { boundsOf } from '../../core/layout/bounds';
import type { LayoutResult } from '../../core/model/layout';
import type { Pin } from './pins';

/** A layout with pinned nodes where they were put, and all others where they are. The same layout when nothing is pinned. */
export function pinnedLayout(
  layout: LayoutResult,
  ids: readonly string[],
  pinned: ReadonlyMap<string, Pin>
): LayoutResult {
  if (pinned.size === 0) {
    return layout;
  }
  const positions = layout.positions.slice();
  ids.forEach((id, row) => {
    const pin = pinned.get(id);
    if (pin !== undefined) {
      positions.set(pin, row * 2);
    }
  });
  return { positions, bounds: boundsOf(positions) };
}
