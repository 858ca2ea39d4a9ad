import { KIND_ORDER } from '../nodeRows';
import { PALETTE_ORDER } from '../theme';
import type { PlacedText } from './glyphRun';
import { textWidth } from './shape';
import type { ScreenBox, Spot } from './spots';
import { truncateMiddle } from './truncate';
import type { LabelWish, Taken } from './wish';

const GROUP_CODE = KIND_ORDER.indexOf('group');
const TEXT = PALETTE_ORDER.indexOf('text');
const MUTED = PALETTE_ORDER.indexOf('textMuted');

/** Heights of a line above and below its baseline, in ems: accents and descenders of any script fit about. */
const ASCENT = 0.95;
const DESCENT = 0.27;

/** Characters of a name, tried in this order where there is no room for more. */
const LENGTHS = [18, 12];

/** CSS pixels around a text. */
const AIR = 2;

/** Where a text may stand by its node: radii to the anchor, and how much of its width and line lie before the anchor. */
interface Side {
  readonly right: number;
  readonly down: number;
  readonly before: number;
  readonly above: number;
}

/** Tried in this order: below first, since edges leave nodes sideways; above last, since badges and self edges are there. */
const SIDES: readonly Side[] = [
  { right: 0, down: 1.16, before: 0.5, above: 0 },
  { right: -1, down: 1.16, before: 0, above: 0 },
  { right: 1, down: 1.16, before: 1, above: 0 },
  { right: 1.3, down: 0, before: 0, above: 0.5 },
  { right: -1.3, down: 0, before: 1, above: 0.5 },
  { right: 0, down: -1.3, before: 0.5, above: 1 },
];

/** A side is worth the one before it where lines pass under this much less of the text. */
const LATER_SIDE = 0.06;

/** CSS pixels beside a text on its plate. */
const PLATE_AIR = 3;

/** CSS pixels of radius below which a group has no room for a number beside its badge. */
const LEAST_COUNTED = 8;

/** CSS pixels between a node's border and its name. */
const GAP = 2;

function candidate(spot: Spot, side: Side, width: number, size: number) {
  const line = size * (ASCENT + DESCENT);
  const x = -width * side.before + (side.down === 0 ? Math.sign(side.right) * GAP * 2 : 0);
  const top = -line * side.above + (side.above === 0.5 ? 0 : Math.sign(side.down) * GAP);
  const left = spot.x + side.right * spot.radius + x;
  const upper = spot.y + side.down * spot.radius + top;
  const box: ScreenBox = [left - AIR, upper, left + width + AIR, upper + line];
  return { side, box, x, y: top + size * ASCENT };
}

/** In the picture; and clear of what covers its right side, such as a toolbar, where the node itself is clear of that. */
function inPicture([left, top, right, bottom]: ScreenBox, spot: Spot, { picture }: LabelWish): boolean {
  const { width, height, insets } = picture.viewport;
  const clear = width - (insets?.right ?? 0);
  return left >= 0 && top >= 0 && right <= (spot.x + spot.radius <= clear ? clear : width) && bottom <= height;
}

/** The place with the fewest lines under it, of those that are free; equals in the order of sides. */
function bestThatFits(wish: LabelWish, spot: Spot, taken: Taken, width: number, size: number) {
  let best: ReturnType<typeof candidate> | undefined;
  let least = Infinity;
  for (let at = 0; at < SIDES.length && least > at * LATER_SIDE; at++) {
    const found = candidate(spot, SIDES[at], width, size);
    const [left, top, right, bottom] = found.box;
    const free =
      inPicture(found.box, spot, wish) &&
      taken.labels.free(left, top, right, bottom) &&
      taken.nodes.free(left, top, right, bottom);
    const cost = free ? taken.lines.under(left, top, right, bottom) + at * LATER_SIDE : Infinity;
    if (cost < least) {
      best = found;
      least = cost;
    }
  }
  return best;
}

/** The name of a node where there is room for it; of one that is meant whole, and in any case. */
export function nodeLabel(wish: LabelWish, spot: Spot, taken: Taken, size: number): PlacedText | undefined {
  const { nodes } = wish.picture;
  const { row } = spot;
  const meant = wish.meant.has(row);
  // Most nodes of a great map have no room for any text: then none is made.
  if (!meant && !bestThatFits(wish, spot, taken, 0, size)) {
    return undefined;
  }
  const full = wish.names[row];
  const lengths = meant ? [Infinity] : LENGTHS;
  let last = '';
  for (const most of lengths) {
    const name = most === Infinity ? full : truncateMiddle(full, most);
    if (name === last) {
      continue;
    }
    last = name;
    const text = wish.shape(name);
    const width = textWidth(text, size);
    const fits = bestThatFits(wish, spot, taken, width, size);
    const found = fits ?? (meant ? candidate(spot, SIDES[0], width, size) : undefined);
    if (found) {
      taken.labels.take(...found.box);
      return {
        key: `n${nodes.ids[row]}${name}/${found.side.right},${found.side.down}`,
        text,
        anchor: [row, found.side.down, 0, found.side.right],
        x: found.x,
        y: found.y,
        size,
        colour: nodes.outside[row] === 1 && !meant ? MUTED : TEXT,
        box: found.box,
        plate:
          taken.lines.under(...found.box) > 0
            ? [found.x - PLATE_AIR, found.y - size * ASCENT, width + 2 * PLATE_AIR, size * (ASCENT + DESCENT) + 1]
            : undefined,
      };
    }
  }
  return undefined;
}

/** How many services a group stands for, in its middle. */
export function memberCount(wish: LabelWish, spot: Spot): PlacedText | undefined {
  const size = Math.min(22, spot.radius * 0.62);
  if (wish.picture.nodes.kinds[spot.row] !== GROUP_CODE || size < 7) {
    return undefined;
  }
  const text = wish.shape(String(wish.members[spot.row]));
  const width = textWidth(text, size);
  return {
    key: `m${wish.picture.nodes.ids[spot.row]}${wish.members[spot.row]}/${Math.round(size)}`,
    text,
    anchor: [spot.row, 0, 0, 0],
    x: -width / 2,
    y: size * 0.36,
    size,
    colour: TEXT,
    box: [spot.x - width / 2, spot.y - size * 0.6, spot.x + width / 2, spot.y + size * 0.6],
    within: true,
  };
}

/** How many services and edges of a group are in trouble, beside its badge. */
export function troubleCount(wish: LabelWish, spot: Spot, taken: Taken): PlacedText | undefined {
  const count = wish.troubled?.[spot.row] ?? 0;
  if (count < 2 || spot.radius < LEAST_COUNTED) {
    return undefined;
  }
  // As `programs/badges` places and sizes it.
  const badge = Math.min(13, Math.max(4.5, spot.radius * 0.42));
  const size = Math.min(13, Math.max(9, badge * 1.5)) * wish.textScale;
  const text = wish.shape(String(count));
  const x = badge * 1.25;
  const y = size * 0.36;
  const left = spot.x + spot.radius * 0.76 + x;
  const middle = spot.y - spot.radius * 0.76;
  const width = textWidth(text, size);
  const box: ScreenBox = [left, middle - size * 0.6, left + width, middle + size * 0.6];
  // Names keep clear of it, and of the badge.
  taken.labels.take(left - 2.25 * badge, box[1], box[2] + AIR, box[3]);
  return {
    key: `t${wish.picture.nodes.ids[spot.row]}${count}/${Math.round(badge)}`,
    text,
    anchor: [spot.row, -0.76, 0, 0.76],
    x,
    y,
    size,
    colour: TEXT,
    box,
    plate: taken.lines.under(...box) > 0 ? [x - PLATE_AIR, -size * 0.6, width + 2 * PLATE_AIR, size * 1.2] : undefined,
  };
}
