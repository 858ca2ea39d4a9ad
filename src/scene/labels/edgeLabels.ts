import { toScreen } from '../camera';
import { alongCurve, edgeCurve } from '../curves';
import { drawnEnd, WHOLE_END } from '../drawnEnd';
import { PALETTE_ORDER } from '../theme';
import type { PlacedText } from './glyphRun';
import { textWidth, type ShapedText } from './shape';
import { BADGE_ROOM, badgePart, roomBetween, roomOn, troubled, type ScreenBox } from './spots';
import { turns } from './turns';
import type { LabelWish, Taken } from './wish';

const MUTED = PALETTE_ORDER.indexOf('textMuted');

/** Labels of edges at once at most, and rows looked at, in order of importance. */
const MOST = 120;
const MOST_TRIED = 3000;
/** Of those that are not shown, where nothing but rates is other. */
const MOST_TRIED_AGAIN = 400;
/** Where so many in a row have no room, those that carry less will have none. */
const MOST_IN_VAIN = 250;
/** Of an edge that is too short for a label. */
const SHORT_COST = 1 / 8;

/** CSS pixels of an edge from which it has room for a label. */
const SHORTEST = 56;

/** Parts of the way at which a label is tried, after where its badge is or would be. */
const PARTS = [0.5, 0.38, 0.62, 0.28, 0.72];

/** Ems that any text takes. */
const LEAST_WIDTH = 1;

/** CSS pixels beside the text on its plate. */
const AIR = 3;

/** What is written on edges: by importance, none over a node, a name, a badge or another label. In steps, as names. */
export function* choosingEdgeLabels(wish: LabelWish, taken: Taken, size: number): Generator<number, PlacedText[]> {
  const { picture, edgeText } = wish;
  const { nodes, edges, part, camera, viewport } = picture;
  const labels: PlacedText[] = [];
  if (!edgeText) {
    return labels;
  }
  const above = size * 0.62;
  const line = size * 1.24;
  /** Whether a text of this width is in the picture and clear of what is there, about a point in CSS pixels. */
  const fits = (x: number, y: number, width: number) => {
    const left = x - width / 2 - AIR;
    const right = x + width / 2 + AIR;
    const top = y - above;
    const bottom = top + line;
    return (
      left >= 0 &&
      top >= 0 &&
      right <= viewport.width &&
      bottom <= viewport.height &&
      taken.labels.free(left, top, right, bottom) &&
      taken.nodes.free(left, top, right, bottom)
    );
  };
  const shown = wish.shown?.edges;
  let inVain = 0;
  let left = wish.shown?.sameRows ? MOST_TRIED_AGAIN : Infinity;
  for (const row of turns(wish.edgeOrder, MOST_TRIED, shown)) {
    const before = shown?.get(row);
    left -= before ? 0 : 1;
    if (labels.length >= MOST || left < 0 || inVain >= MOST_IN_VAIN) {
      break;
    }
    if (roomBetween(picture, row) * camera.scale < SHORTEST) {
      yield SHORT_COST;
      continue;
    }
    const curve = edgeCurve(nodes, edges, row, part, camera.scale);
    // No text in the middle of nothing: of some edges only the ends are drawn.
    const room = roomOn(curve) * camera.scale;
    const offered = room >= SHORTEST && drawnEnd(picture, row, curve) === WHOLE_END;
    const below = troubled(edges.statesTo[row]) ? BADGE_ROOM + size * 0.64 : 0;
    let seen = false;
    let words: string | undefined;
    let text: ShapedText | undefined;
    const ofBadge = badgePart(picture, row);
    const parts = before ? [before.anchor[1], ofBadge, ...PARTS] : [ofBadge, ...PARTS];
    for (let index = 0; offered && index < parts.length; index++) {
      const at = parts[index];
      const lower = at === ofBadge ? below : 0;
      const world = alongCurve(curve, at);
      const { x, y } = toScreen(camera, viewport, world.x, world.y);
      seen ||= x >= 0 && y >= 0 && x <= viewport.width && y <= viewport.height;
      // Most edges of a great map have no room for any text: then none is made.
      if (!fits(x, y + lower, size * LEAST_WIDTH)) {
        continue;
      }
      words ??= edgeText(row);
      text ??= wish.shape(words);
      const width = textWidth(text, size);
      if (width === 0 || width > room) {
        break;
      }
      if (!fits(x, y + lower, width)) {
        continue;
      }
      const box: ScreenBox = [x - width / 2 - AIR, y + lower - above, x + width / 2 + AIR, y + lower - above + line];
      taken.labels.take(...box);
      inVain = -1;
      labels.push({
        key: `e${edges.ids[row]}${words}/${at}`,
        text,
        words,
        of: 'edge',
        anchor: [row, at, 1, 0],
        x: -width / 2,
        y: lower + size * 0.36,
        size,
        colour: MUTED,
        plate: [-width / 2 - AIR, lower - above, width + 2 * AIR, line],
        box,
      });
      break;
    }
    inVain += seen ? 1 : 0;
    yield text === undefined ? SHORT_COST : 1;
  }
  return labels;
}
