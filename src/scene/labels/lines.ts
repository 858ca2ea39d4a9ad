import { distance } from '../../core/geometry/distance';
import { toScreen } from '../camera';
import { edgeCurve, type Curve } from '../curves';
import { drawnEnd } from '../drawnEnd';
import type { GroupBox } from '../groupBoxes';
import type { Picture } from '../picture';

/** CSS pixels of a cell's side, and between two places along a line that are looked at. */
const CELL = 6;
const STEP = 4;
/** CSS pixels of a piece of a line that is looked at only if it may be in the picture. */
const PIECE = 400;
/** Edges from which lines are everywhere, so that it is not worth telling where. */
const MOST_EDGES = 2500;
/** A name across the border of a box says neither in nor out: it counts so many lines. */
const BORDER = 2;
/** What looking at one place, and at one edge, costs: where looking for the room of one name costs 1. */
const PLACE_COST = 1 / 200;
const EDGE_COST = 1 / 20;

/** Where lines pass in the picture: names stand beside them where they can, and on a plate where they cannot. */
export interface Lines {
  /** Part of a box (CSS pixels) that lines pass through: 0–1, more where borders of boxes do. */
  under(left: number, top: number, right: number, bottom: number): number;
}

interface Cells {
  readonly columns: number;
  readonly lines: number;
  readonly crossed: Uint8Array;
}

function cross({ columns, lines, crossed }: Cells, x: number, y: number, weight = 1): void {
  const column = Math.floor(x / CELL);
  const line = Math.floor(y / CELL);
  if (column >= 0 && line >= 0 && column < columns && line < lines) {
    crossed[line * columns + column] = weight;
  }
}

/**
 * Marks this part of a curve in the picture; gives how many places it looked at. From near, most of a long curve is
 * outside: of pieces that are, only their ends are looked at.
 */
function crossCurve(cells: Cells, curve: Curve, { camera, viewport }: Picture, from: number, to: number): number {
  const { ax, ay, bx, by, cx, cy } = curve;
  const { width, height } = viewport;
  const { scale } = camera;
  // A place in CSS pixels is a polynomial of the part of the way.
  const [x0, x1, x2] = [(ax - camera.x) * scale + width / 2, 2 * (bx - ax) * scale, (ax - 2 * bx + cx) * scale];
  const [y0, y1, y2] = [(ay - camera.y) * scale + height / 2, 2 * (by - ay) * scale, (ay - 2 * by + cy) * scale];
  const length = (Math.abs(cx - ax) + Math.abs(cy - ay)) * (to - from) * scale;
  const pieces = Math.max(1, Math.ceil(length / PIECE));
  const steps = Math.max(1, Math.ceil(length / pieces / STEP));
  const each = (to - from) / pieces;
  // A piece is no farther than this from the line between its ends.
  const sag = (distance(x2, y2) * each * each) / 4;
  let places = 0;
  for (let piece = 0; piece < pieces; piece++) {
    const first = from + each * piece;
    const last = first + each;
    const x = x0 + (x1 + x2 * first) * first;
    const y = y0 + (y1 + y2 * first) * first;
    const endX = x0 + (x1 + x2 * last) * last;
    const endY = y0 + (y1 + y2 * last) * last;
    places++;
    if (
      Math.max(x, endX) < -sag ||
      Math.min(x, endX) > width + sag ||
      Math.max(y, endY) < -sag ||
      Math.min(y, endY) > height + sag
    ) {
      continue;
    }
    for (let step = 0; step <= steps; step++) {
      const u = first + (each * step) / steps;
      cross(cells, x0 + (x1 + x2 * u) * u, y0 + (y1 + y2 * u) * u);
    }
    places += steps;
  }
  return places;
}

function crossBorder(cells: Cells, { bounds }: GroupBox, { camera, viewport }: Picture): void {
  const { x: left, y: top } = toScreen(camera, viewport, bounds[0], bounds[1]);
  const { x: right, y: bottom } = toScreen(camera, viewport, bounds[2], bounds[3]);
  for (let x = Math.max(0, left); x <= Math.min(right, viewport.width); x += STEP) {
    cross(cells, x, top, BORDER);
    cross(cells, x, bottom, BORDER);
  }
  for (let y = Math.max(0, top); y <= Math.min(bottom, viewport.height); y += STEP) {
    cross(cells, left, y, BORDER);
    cross(cells, right, y, BORDER);
  }
}

/** Whether nothing of a curve is in the picture. */
function passesBy({ ax, ay, bx, by, cx, cy }: Curve, { camera, viewport }: Picture): boolean {
  const right = viewport.width / 2 / camera.scale;
  const down = viewport.height / 2 / camera.scale;
  return (
    Math.max(ax, bx, cx) < camera.x - right ||
    Math.min(ax, bx, cx) > camera.x + right ||
    Math.max(ay, by, cy) < camera.y - down ||
    Math.min(ay, by, cy) > camera.y + down
  );
}

/** Finds where edges, as far as they are drawn, and borders of group boxes pass. In steps, as names are chosen. */
export function* findingLines(picture: Picture, boxes: readonly GroupBox[]): Generator<number, Lines> {
  const { nodes, edges, part, camera, viewport } = picture;
  const columns = Math.ceil(viewport.width / CELL);
  const lines = Math.ceil(viewport.height / CELL);
  const cells: Cells = { columns, lines, crossed: new Uint8Array(columns * lines) };
  if (edges.count > MOST_EDGES) {
    return { under: () => 1 };
  }
  for (let row = 0; row < edges.count; row++) {
    const curve = edgeCurve(nodes, edges, row, part, camera.scale);
    // Self edges are obstacles of their own.
    if (curve.loop > 0 || passesBy(curve, picture)) {
      yield EDGE_COST;
      continue;
    }
    const end = drawnEnd(picture, row, curve) * (curve.end - curve.start);
    const places =
      crossCurve(cells, curve, picture, curve.start, curve.start + end) +
      crossCurve(cells, curve, picture, curve.end - end, curve.end);
    yield EDGE_COST + places * PLACE_COST;
  }
  boxes.forEach((box) => crossBorder(cells, box, picture));
  return {
    under(left, top, right, bottom) {
      const [first, last] = [Math.max(0, Math.floor(left / CELL)), Math.min(columns - 1, Math.floor(right / CELL))];
      const [upper, lower] = [Math.max(0, Math.floor(top / CELL)), Math.min(lines - 1, Math.floor(bottom / CELL))];
      let crossed = 0;
      for (let line = upper; line <= lower; line++) {
        for (let column = first; column <= last; column++) {
          crossed += cells.crossed[line * columns + column];
        }
      }
      return crossed / Math.max(1, (last - first + 1) * (lower - upper + 1));
    },
  };
}
