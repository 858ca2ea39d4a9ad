import { STATE_DANGER, STATE_WARNING } from '../../core/model/state';
import { toScreen } from '../camera';
import { alongCurve, edgeCurve, nodeRadius } from '../curves';
import type { GroupBox } from '../groupBoxes';
import { between, KIND_ORDER } from '../nodeRows';
import type { Picture } from '../picking';
import { PALETTE_ORDER } from '../theme';
import type { PlacedText } from './glyphRun';
import type { Glyph } from './atlas';
import { createOccupancy, type Occupancy } from './placement';
import { textWidth, type ShapedText } from './shape';
import { truncateMiddle } from './truncate';

export interface LabelWish {
  readonly picture: Picture;
  readonly names: readonly string[];
  /** Services behind each node. */
  readonly members: Int32Array;
  readonly boxes: readonly GroupBox[];
  readonly nodeOrder: Uint32Array;
  readonly edgeOrder: Uint32Array;
  /** Written on edges; absent: nothing is. */
  readonly edgeText?: (row: number) => string;
  /** Node rows whose labels come first, whole. */
  readonly meant: ReadonlySet<number>;
  /** Node rows that come next, where there is room: neighbours of what is hovered. */
  readonly near: readonly number[];
  readonly shape: (text: string) => ShapedText;
  /** A piece that is all ink. */
  readonly solid: Glyph;
}

/** Labels of nodes, and of edges, at once at most. */
const MOST_NODES = 260;
const MOST_EDGES = 120;
/** Nodes that keep labels off themselves: where there are more, labels may cover some. */
const MOST_OBSTACLES = 1500;
/** Part of the picture that labels of nodes cover at most. */
const MOST_COVER = 0.1;
/** Rows looked at, in order of importance. */
const MOST_TRIED = 3000;

const GROUP_CODE = KIND_ORDER.indexOf('group');
const TEXT = PALETTE_ORDER.indexOf('text');
const MUTED = PALETTE_ORDER.indexOf('textMuted');

/** CSS pixels an em, greater on great pictures: a wallboard is read from afar. */
export function labelSize(height: number): number {
  return Math.round(Math.min(16, Math.max(11, 12 + (height - 720) / 180)) * 2) / 2;
}

interface Spot {
  readonly row: number;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

function spotOf(picture: Picture, row: number): Spot {
  const { nodes, part, camera, viewport } = picture;
  const at = toScreen(
    camera,
    viewport,
    between(nodes.placeFrom[row * 2], nodes.placeTo[row * 2], part),
    between(nodes.placeFrom[row * 2 + 1], nodes.placeTo[row * 2 + 1], part)
  );
  return { row, ...at, radius: nodeRadius(nodes, row, part, camera.scale) * camera.scale };
}

function onScreen(spot: Spot, picture: Picture): boolean {
  const { width, height } = picture.viewport;
  return (
    spot.x > -spot.radius && spot.x < width + spot.radius && spot.y > -spot.radius - 20 && spot.y < height + spot.radius
  );
}

function takeNodes(picture: Picture, taken: Occupancy): void {
  if (picture.nodes.count > MOST_OBSTACLES) {
    return;
  }
  for (let row = 0; row < picture.nodes.count; row++) {
    const spot = spotOf(picture, row);
    if (onScreen(spot, picture)) {
      const half = spot.radius * 0.85;
      taken.take(spot.x - half, spot.y - half, spot.x + half, spot.y + half);
    }
  }
}

function nodeLabel(
  wish: LabelWish,
  spot: Spot,
  taken: { readonly nodes: Occupancy; readonly labels: Occupancy },
  size: number
): PlacedText | undefined {
  const meant = wish.meant.has(spot.row);
  const state = wish.picture.nodes.states[spot.row];
  const troubled = state === STATE_WARNING || state === STATE_DANGER;
  const name = meant ? wish.names[spot.row] : truncateMiddle(wish.names[spot.row]);
  const text = wish.shape(name);
  const width = textWidth(text, size);
  const top = spot.y + spot.radius * 1.16 + 2;
  const left = spot.x - width / 2;
  const bottom = top + size * 1.2;
  const free = taken.labels.free(left - 2, top, left + width + 2, bottom);
  const clear = troubled || taken.nodes.free(left - 2, top, left + width + 2, bottom);
  if (!meant && !(free && clear)) {
    return undefined;
  }
  taken.labels.take(left - 2, top, left + width + 2, bottom);
  const outside = wish.picture.nodes.outside[spot.row] === 1;
  return {
    key: `n${wish.picture.nodes.ids[spot.row]}${name}`,
    text,
    anchor: [spot.row, 1.16, 0],
    x: -width / 2,
    y: 2 + size * 0.95,
    size,
    colour: outside && !meant ? MUTED : TEXT,
  };
}

/** How many services a group stands for, in its middle. */
function memberCount(wish: LabelWish, spot: Spot): PlacedText | undefined {
  const size = Math.min(22, spot.radius * 0.62);
  if (wish.picture.nodes.kinds[spot.row] !== GROUP_CODE || size < 7) {
    return undefined;
  }
  const text = wish.shape(String(wish.members[spot.row]));
  return {
    key: `m${wish.picture.nodes.ids[spot.row]}${wish.members[spot.row]}/${Math.round(size)}`,
    text,
    anchor: [spot.row, 0, 0],
    x: -textWidth(text, size) / 2,
    y: size * 0.36,
    size,
    colour: TEXT,
  };
}

/** Names of group boxes, within their upper left corners; boxes too small for their names go without. */
function boxLabels(wish: LabelWish, taken: Occupancy, size: number): PlacedText[] {
  const { camera, viewport } = wish.picture;
  return wish.boxes.flatMap(({ name, bounds }) => {
    const text = wish.shape(truncateMiddle(name));
    const width = textWidth(text, size);
    const at = toScreen(camera, viewport, bounds[0], bounds[1]);
    const right = toScreen(camera, viewport, bounds[2], bounds[1]).x;
    const box = [at.x + 8, at.y + 4, at.x + 8 + width, at.y + 4 + size * 1.2] as const;
    if (box[2] > right || !taken.free(...box)) {
      return [];
    }
    taken.take(...box);
    return [
      {
        key: `b${name}`,
        text,
        anchor: [bounds[0], bounds[1], 2] as const,
        x: 8,
        y: 4 + size * 0.95,
        size,
        colour: MUTED,
      },
    ];
  });
}

function edgeLabels(
  wish: LabelWish,
  taken: { readonly nodes: Occupancy; readonly labels: Occupancy },
  size: number,
  labels: PlacedText[]
): void {
  const { picture, edgeText } = wish;
  const { nodes, edges, part, camera, viewport } = picture;
  if (!edgeText) {
    return;
  }
  let placed = 0;
  for (const row of wish.edgeOrder.subarray(0, MOST_TRIED)) {
    const curve = edgeCurve(nodes, edges, row, part, camera.scale);
    const room = curve.loop > 0 ? curve.loop * 6 : Math.hypot(curve.cx - curve.ax, curve.cy - curve.ay) - 2;
    const world = alongCurve(curve, 0.5);
    const at = toScreen(camera, viewport, world.x, world.y);
    if (room * camera.scale < 56 || at.x < 0 || at.y < 0 || at.x > viewport.width || at.y > viewport.height) {
      continue;
    }
    const words = edgeText(row);
    if (words === '') {
      continue;
    }
    const text = wish.shape(words);
    const width = textWidth(text, size);
    const lower = edges.statesTo[row] === 1 || edges.statesTo[row] === 2 ? size * 1.3 : 0;
    const top = at.y - size * 0.6 + lower;
    const box = [at.x - width / 2 - 3, top, at.x + width / 2 + 3, top + size * 1.2] as const;
    if (width > room * camera.scale || !taken.labels.free(...box) || !taken.nodes.free(...box)) {
      continue;
    }
    taken.labels.take(...box);
    labels.push({
      key: `e${edges.ids[row]}${words}`,
      text,
      anchor: [row, 0.5, 1],
      x: -width / 2,
      y: lower + size * 0.36,
      size,
      colour: MUTED,
      plate: { glyph: wish.solid, box: [-width / 2 - 3, lower - size * 0.62, width + 6, size * 1.24] },
    });
    placed++;
    if (placed >= MOST_EDGES) {
      return;
    }
  }
}

/** Chooses the labels to show: by importance, none over another. Pure; at most a few milliseconds at any size. */
export function placeLabels(wish: LabelWish): PlacedText[] {
  const { picture } = wish;
  const size = labelSize(picture.viewport.height);
  const { width, height } = picture.viewport;
  const taken = { nodes: createOccupancy(width, height), labels: createOccupancy(width, height) };
  const labels: PlacedText[] = [];
  takeNodes(picture, taken.nodes);
  labels.push(...boxLabels(wish, taken.labels, size));
  let room = width * height * MOST_COVER * Math.min(1, Math.max(0.25, picture.camera.scale / 7));
  const order = [...wish.meant, ...wish.near, ...wish.nodeOrder.subarray(0, MOST_TRIED)];
  const done = new Set<number>();
  for (const row of order) {
    if (labels.length >= MOST_NODES || room <= 0) {
      break;
    }
    if (done.has(row)) {
      continue;
    }
    done.add(row);
    const spot = spotOf(picture, row);
    if (!onScreen(spot, picture)) {
      continue;
    }
    const count = memberCount(wish, spot);
    const label = nodeLabel(wish, spot, taken, size);
    labels.push(...(count ? [count] : []), ...(label ? [label] : []));
    room -= label ? textWidth(label.text, size) * size : 0;
  }
  edgeLabels(wish, taken, size - 1.5, labels);
  return labels;
}
