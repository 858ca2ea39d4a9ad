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
const SHORTEST = 12;
const LENGTHS = [18, SHORTEST];

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

interface Candidate {
  readonly side: Side;
  readonly box: ScreenBox;
  readonly x: number;
  readonly y: number;
}

function candidate(spot: Spot, side: Side, width: number, size: number): Candidate {
  const line = size * (ASCENT + DESCENT);
  const x = -width * side.before + (side.down === 0 ? Math.sign(side.right) * GAP * 2 : 0);
  const top = -line * side.above + (side.above === 0.5 ? 0 : Math.sign(side.down) * GAP);
  const left = spot.x + side.right * spot.radius + x;
  const upper = spot.y + side.down * spot.radius + top;
  const box: ScreenBox = [left - AIR, upper, left + width + AIR, upper + line];
  return { side, box, x, y: top + size * ASCENT };
}

/** In the picture; and clear of what covers its right side, such as a toolbar, where the node itself is clear of that. */
function inPicture(box: ScreenBox, spot: Spot, { picture }: LabelWish): boolean {
  const { width, height, insets } = picture.viewport;
  const clear = width - (insets?.right ?? 0);
  const most = spot.x + spot.radius <= clear ? clear : width;
  return box[0] >= 0 && box[1] >= 0 && box[2] <= most && box[3] <= height;
}

function isFree({ box }: Candidate, wish: LabelWish, spot: Spot, taken: Taken): boolean {
  return (
    inPicture(box, spot, wish) &&
    taken.labels.free(box[0], box[1], box[2], box[3]) &&
    taken.nodes.free(box[0], box[1], box[2], box[3])
  );
}

/** The place with the fewest lines under it, of those that are free; equals in the order of sides. */
function bestThatFits(wish: LabelWish, spot: Spot, taken: Taken, width: number, size: number): Candidate | undefined {
  let best: Candidate | undefined;
  let least = Infinity;
  for (let at = 0; at < SIDES.length && least > at * LATER_SIDE; at++) {
    const found = candidate(spot, SIDES[at], width, size);
    const cost = isFree(found, wish, spot, taken) ? taken.lines.under(...found.box) + at * LATER_SIDE : Infinity;
    if (cost < least) {
      best = found;
      least = cost;
    }
  }
  return best;
}

interface FoundName {
  readonly words: string;
  readonly place: Candidate;
}

/** The name that is shown, where it is, if there is still room. */
function shownName(wish: LabelWish, spot: Spot, taken: Taken, size: number): FoundName | undefined {
  const shown = wish.shown?.nodes.get(spot.row);
  const side = shown && SIDES.find(({ right, down }) => right === shown.anchor[3] && down === shown.anchor[1]);
  if (!shown || !side) {
    return undefined;
  }
  const place = candidate(spot, side, textWidth(wish.shape(shown.words), size), size);
  return isFree(place, wish, spot, taken) ? { words: shown.words, place } : undefined;
}

function newName(wish: LabelWish, spot: Spot, taken: Taken, size: number): FoundName | undefined {
  const meant = wish.meant.has(spot.row);
  const full = wish.names[spot.row];
  const shortest = meant ? 0 : textWidth(wish.shape(truncateMiddle(full, SHORTEST)), size);
  const hasRoom = (side: Side) => isFree(candidate(spot, side, shortest, size), wish, spot, taken);
  // Most nodes of a great map have no room for any name: then no other is tried.
  if (!meant && !SIDES.some(hasRoom)) {
    return undefined;
  }
  let last = '';
  for (const most of meant ? [Infinity] : LENGTHS) {
    const words = most === Infinity ? full : truncateMiddle(full, most);
    if (words === last) {
      continue;
    }
    last = words;
    const width = textWidth(wish.shape(words), size);
    const fits = bestThatFits(wish, spot, taken, width, size);
    const place = fits ?? (meant ? candidate(spot, SIDES[0], width, size) : undefined);
    if (place) {
      return { words, place };
    }
  }
  return undefined;
}

/** The name of a node where there is room for it; of one that is meant whole, and in any case. */
export function nodeLabel(wish: LabelWish, spot: Spot, taken: Taken, size: number): PlacedText | undefined {
  const found = shownName(wish, spot, taken, size) ?? newName(wish, spot, taken, size);
  if (!found) {
    return undefined;
  }
  const { words, place } = found;
  const { side, box, x, y } = place;
  const { ids, outside } = wish.picture.nodes;
  const text = wish.shape(words);
  taken.labels.take(...box);
  return {
    key: `n${ids[spot.row]}${words}/${side.right},${side.down}`,
    text,
    words,
    of: 'node',
    anchor: [spot.row, side.down, 0, side.right],
    x,
    y,
    size,
    colour: outside[spot.row] === 1 && !wish.meant.has(spot.row) ? MUTED : TEXT,
    box,
    plate:
      taken.lines.under(...box) > 0
        ? [x - PLATE_AIR, y - size * ASCENT, textWidth(text, size) + 2 * PLATE_AIR, size * (ASCENT + DESCENT) + 1]
        : undefined,
  };
}

/** How many services a group stands for, in its middle. */
export function memberCount(wish: LabelWish, spot: Spot): PlacedText | undefined {
  const size = Math.min(22, spot.radius * 0.62);
  if (wish.picture.nodes.kinds[spot.row] !== GROUP_CODE || size < 7) {
    return undefined;
  }
  const words = String(wish.members[spot.row]);
  const text = wish.shape(words);
  const width = textWidth(text, size);
  return {
    key: `m${wish.picture.nodes.ids[spot.row]}${words}/${Math.round(size)}`,
    text,
    words,
    of: 'count',
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
  const words = String(count);
  const text = wish.shape(words);
  const x = badge * 1.25;
  const y = size * 0.36;
  const left = spot.x + spot.radius * 0.76 + x;
  const middle = spot.y - spot.radius * 0.76;
  const width = textWidth(text, size);
  const box: ScreenBox = [left, middle - size * 0.6, left + width, middle + size * 0.6];
  // Names keep clear of it, and of the badge.
  taken.labels.take(left - 2.25 * badge, box[1], box[2] + AIR, box[3]);
  return {
    key: `t${wish.picture.nodes.ids[spot.row]}${words}/${Math.round(badge)}`,
    text,
    words,
    of: 'count',
    anchor: [spot.row, -0.76, 0, 0.76],
    x,
    y,
    size,
    colour: TEXT,
    box,
    plate: taken.lines.under(...box) > 0 ? [x - PLATE_AIR, -size * 0.6, width + 2 * PLATE_AIR, size * 1.2] : undefined,
  };
}
