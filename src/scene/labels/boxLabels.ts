import { toScreen, toWorld } from '../camera';
import type { GroupBox } from '../groupBoxes';
import { PALETTE_ORDER } from '../theme';
import type { PlacedText } from './glyphRun';
import { textWidth } from './shape';
import { troubled, type ScreenBox } from './spots';
import { truncateMiddle } from './truncate';
import type { LabelWish, Taken } from './wish';

const TEXT = PALETTE_ORDER.indexOf('text');
/** CSS pixels beside a name on its plate, and to the sides of its box. */
const AIR = 4;
const LINE = 1.24;

/** left, top, right, bottom in CSS pixels of what is seen of a box. */
function seenOf({ bounds }: GroupBox, { picture: { camera, viewport } }: LabelWish): ScreenBox {
  const { width, height, insets } = viewport;
  const upper = toScreen(camera, viewport, bounds[0], bounds[1]);
  const lower = toScreen(camera, viewport, bounds[2], bounds[3]);
  return [
    Math.max(insets?.left ?? 0, upper.x),
    Math.max(insets?.top ?? 0, upper.y),
    Math.min(width - (insets?.right ?? 0), lower.x),
    Math.min(height - (insets?.bottom ?? 0), lower.y),
  ];
}

/** Where a name of this size may stand: within its box, on its border, above it; at the left, then further on. */
function placesOf([left, top, right]: ScreenBox, wide: number, line: number): ScreenBox[] {
  const lefts = [left + AIR, (left + right - wide) / 2, right - AIR - wide];
  const tops = [top + AIR, top - line / 2, top - line - 1];
  return lefts.flatMap((x) => tops.map((upper): ScreenBox => [x, upper, x + wide, upper + line]));
}

/**
 * Names of group boxes along their tops, or the top of the picture where a box begins above that: over no node and no
 * other text.
 */
export function boxLabels(wish: LabelWish, taken: Taken, size: number): PlacedText[] {
  const { camera, viewport } = wish.picture;
  return wish.boxes.flatMap((group) => {
    const words = truncateMiddle(group.name);
    const text = wish.shape(words);
    const wide = textWidth(text, size) + 2 * AIR;
    const line = size * LINE;
    const seen = seenOf(group, wish);
    if (seen[0] + wide + 2 * AIR > seen[2] || seen[1] + line + 2 * AIR > seen[3]) {
      return [];
    }
    const best = placesOf(seen, wide, line).find(
      (box) => box[1] >= (viewport.insets?.top ?? 0) && taken.labels.free(...box) && taken.nodes.free(...box)
    );
    if (best === undefined) {
      return [];
    }
    taken.labels.take(...best);
    const anchor = toWorld(camera, viewport, best[0], best[1]);
    return [
      {
        key: `b${group.name}`,
        text,
        words,
        of: 'box' as const,
        anchor: [anchor.x, anchor.y, 2, 0] as const,
        x: AIR,
        y: size * 0.96,
        size,
        colour: troubled(group.state) ? group.state : TEXT,
        box: best,
        plate: taken.lines.under(...best) > 0 ? ([0, 0, wide, line] as const) : undefined,
      },
    ];
  });
}
