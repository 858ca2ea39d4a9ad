import { toScreen } from '../camera';
import { alongCurve, edgeCurve } from '../curves';
import { drawnEnd, WHOLE_END } from '../drawnEnd';
import { PALETTE_ORDER } from '../theme';
import type { PlacedText } from './glyphRun';
import { textWidth } from './shape';
import { BADGE_ROOM, roomOn, troubled, type ScreenBox } from './spots';
import type { LabelWish, Taken } from './wish';

const MUTED = PALETTE_ORDER.indexOf('textMuted');

/** Labels of edges at once at most, and rows looked at, in order of importance. */
const MOST = 120;
const MOST_TRIED = 3000;
/** Of an edge that is too short for a label. */
const SHORT_COST = 1 / 8;

/** CSS pixels of an edge from which it has room for a label. */
const SHORTEST = 56;

/** Parts of the way at which a label is tried: the middle first. */
const PARTS = [0.5, 0.38, 0.62, 0.28, 0.72];

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
  for (const row of wish.edgeOrder.subarray(0, MOST_TRIED)) {
    if (labels.length >= MOST) {
      break;
    }
    const curve = edgeCurve(nodes, edges, row, part, camera.scale);
    // No text in the middle of nothing: of some edges only the ends are drawn.
    const room = drawnEnd(picture, row, curve) < WHOLE_END ? 0 : roomOn(curve) * camera.scale;
    const words = room < SHORTEST ? '' : edgeText(row);
    yield words === '' ? SHORT_COST : 1;
    if (words === '') {
      continue;
    }
    const text = wish.shape(words);
    const width = textWidth(text, size);
    for (const at of width > room ? [] : PARTS) {
      const world = alongCurve(curve, at);
      const { x, y } = toScreen(camera, viewport, world.x, world.y);
      const lower = at === 0.5 && troubled(edges.statesTo[row]) ? BADGE_ROOM + size * 0.64 : 0;
      const top = y - size * 0.62 + lower;
      const box: ScreenBox = [x - width / 2 - AIR, top, x + width / 2 + AIR, top + size * 1.24];
      const outside = box[0] < 0 || box[1] < 0 || box[2] > viewport.width || box[3] > viewport.height;
      if (outside || !taken.labels.free(...box) || !taken.nodes.free(...box)) {
        continue;
      }
      taken.labels.take(...box);
      labels.push({
        key: `e${edges.ids[row]}${words}/${at}`,
        text,
        anchor: [row, at, 1, 0],
        x: -width / 2,
        y: lower + size * 0.36,
        size,
        colour: MUTED,
        plate: {
          glyph: wish.solid,
          box: [-width / 2 - AIR, lower - size * 0.62, width + 2 * AIR, size * 1.24],
        },
        box,
      });
      break;
    }
  }
  return labels;
}
