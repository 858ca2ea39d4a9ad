/** Rectangles by size, in world units. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface PackedBoxes extends Size {
  /** Left and top of each box. */
  readonly places: ReadonlyArray<readonly [number, number]>;
}

/** Lengths of a shelf that are tried. */
const TRIES = 24;

/** How large a place of this aspect must be to hold a picture: the smaller, the better it fits. */
export function roomNeeded({ width, height }: Size, aspect: number): number {
  return Math.max(width, height * aspect);
}

/** Boxes in rows from the top, in their order, in the number of rows that needs the least room. */
export function packInRows(boxes: readonly Size[], aspect: number): PackedBoxes {
  return best(boxes, aspect, (limit) => rows(boxes, limit), widthOf);
}

/** Boxes in columns from the left, in their order, in the number of columns that needs the least room. */
export function packInColumns(boxes: readonly Size[], aspect: number): PackedBoxes {
  const turned = boxes.map(({ width, height }) => ({ width: height, height: width }));
  return best(boxes, aspect, (limit) => turn(centreRows(turned, rows(turned, limit))), heightOf);
}

function widthOf(box: Size): number {
  return box.width;
}

function heightOf(box: Size): number {
  return box.height;
}

function best(
  boxes: readonly Size[],
  aspect: number,
  packed: (limit: number) => PackedBoxes,
  length: (box: Size) => number
): PackedBoxes {
  const least = boxes.reduce((longest, box) => Math.max(longest, length(box)), 1e-6);
  const most = Math.max(
    least,
    boxes.reduce((sum, box) => sum + length(box), 0)
  );
  let result = packed(least);
  for (let index = 1; index <= TRIES; index++) {
    const next = packed(least * (most / least) ** (index / TRIES));
    if (roomNeeded(next, aspect) < roomNeeded(result, aspect) - 1e-6) {
      result = next;
    }
  }
  return result;
}

function rows(boxes: readonly Size[], limit: number): PackedBoxes {
  const places: Array<[number, number]> = [];
  let x = 0;
  let y = 0;
  let row = 0;
  let width = 0;
  for (const box of boxes) {
    if (x > 0 && x + box.width > limit * 1.0001) {
      x = 0;
      y += row;
      row = 0;
    }
    places.push([x, y]);
    x += box.width;
    row = Math.max(row, box.height);
    width = Math.max(width, x);
  }
  return { places, width, height: y + row };
}

/** Rows that are shorter than the longest one go to its middle. */
function centreRows(boxes: readonly Size[], packed: PackedBoxes): PackedBoxes {
  const ends = new Map<number, number>();
  packed.places.forEach(([x, y], index) => ends.set(y, x + boxes[index].width));
  return {
    ...packed,
    places: packed.places.map(([x, y]) => [x + (packed.width - (ends.get(y) ?? 0)) / 2, y] as const),
  };
}

function turn({ places, width, height }: PackedBoxes): PackedBoxes {
  return { places: places.map(([x, y]) => [y, x] as const), width: height, height: width };
}
