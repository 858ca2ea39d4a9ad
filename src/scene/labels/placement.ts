/** A text that wants to be seen: its middle top and its size in CSS pixels. */
export interface LabelBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const CELL_WIDTH = 96;
const CELL_HEIGHT = 32;

/** What is taken of the picture: boxes that may not be overlapped. */
export interface Occupancy {
  /** Whether the box is free of all that was taken. */
  free(left: number, top: number, right: number, bottom: number): boolean;
  take(left: number, top: number, right: number, bottom: number): void;
}

/** An empty picture of this size in CSS pixels; boxes are looked up by cells. */
export function createOccupancy(width: number, height: number): Occupancy {
  const columns = Math.max(1, Math.ceil(width / CELL_WIDTH));
  const lines = Math.max(1, Math.ceil(height / CELL_HEIGHT));
  const cells = new Map<number, number[]>();
  const boxes: number[] = [];
  const range = (from: number, to: number, cell: number, count: number): [number, number] => [
    Math.min(count - 1, Math.max(0, Math.floor(from / cell))),
    Math.min(count - 1, Math.max(0, Math.floor(to / cell))),
  ];
  return {
    free(left, top, right, bottom) {
      const [firstColumn, lastColumn] = range(left, right, CELL_WIDTH, columns);
      const [firstLine, lastLine] = range(top, bottom, CELL_HEIGHT, lines);
      for (let line = firstLine; line <= lastLine; line++) {
        for (let column = firstColumn; column <= lastColumn; column++) {
          for (const at of cells.get(line * columns + column) ?? []) {
            if (left < boxes[at + 2] && right > boxes[at] && top < boxes[at + 3] && bottom > boxes[at + 1]) {
              return false;
            }
          }
        }
      }
      return true;
    },
    take(left, top, right, bottom) {
      const at = boxes.push(left, top, right, bottom) - 4;
      const [firstColumn, lastColumn] = range(left, right, CELL_WIDTH, columns);
      const [firstLine, lastLine] = range(top, bottom, CELL_HEIGHT, lines);
      for (let line = firstLine; line <= lastLine; line++) {
        for (let column = firstColumn; column <= lastColumn; column++) {
          const key = line * columns + column;
          const cell = cells.get(key);
          if (cell) {
            cell.push(at);
          } else {
            cells.set(key, [at]);
          }
        }
      }
    },
  };
}
