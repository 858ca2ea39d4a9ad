import { toScreen } from '../camera';
import { PALETTE_ORDER } from '../theme';
import type { PlacedText } from './glyphRun';
import { textWidth } from './shape';
import { troubled, type ScreenBox } from './spots';
import { truncateMiddle } from './truncate';
import type { LabelWish, Taken } from './wish';

const TEXT = PALETTE_ORDER.indexOf('text');
const AIR = 4;

/** Names of group boxes at their upper left corners, within or, where nodes are in the way, on top of the border. */
export function boxLabels(wish: LabelWish, taken: Taken, size: number): PlacedText[] {
  const { camera, viewport } = wish.picture;
  return wish.boxes.flatMap(({ name, bounds, state }) => {
    const text = wish.shape(truncateMiddle(name));
    const width = textWidth(text, size);
    const line = size * 1.24;
    const at = toScreen(camera, viewport, bounds[0], bounds[1]);
    const right = toScreen(camera, viewport, bounds[2], bounds[1]).x;
    if (at.x + width + 4 * AIR > right) {
      return [];
    }
    const tops = [AIR, -line - 1];
    for (const top of tops) {
      const box: ScreenBox = [at.x + AIR, at.y + top, at.x + width + 3 * AIR, at.y + top + line];
      if (taken.labels.free(...box) && taken.nodes.free(...box)) {
        taken.labels.take(...box);
        return [
          {
            key: `b${name}/${top}`,
            text,
            anchor: [bounds[0], bounds[1], 2, 0] as const,
            x: 2 * AIR,
            y: top + size * 0.96,
            size,
            colour: troubled(state) ? state : TEXT,
            box,
          },
        ];
      }
    }
    return [];
  });
}
