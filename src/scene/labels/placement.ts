const CELL_WIDTH = 96;
const CELL_HEIGHT = 32;

/** What is taken of the picture: boxes that may not be overlapped. */
export interface Occupancy {
  /** Whether the box is free of all that was taken. */
  free(left: number, top: number, right: number, bottom: number): boolean;
  take(left: number, top: number, right: number, bottom: number): void;
}

/** The cell of a coordinate; what lies outside belongs to the outermost. */
const cellOf = (at: number, size: number, count: number) => Math.min(count - 1, Math.max(0, Math.floor(at / size)));

/** An empty picture of this size in CSS pixels; boxes are looked up by cells. */
export function createOccupancy(width: number, height: number): Occupancy {
  const columns = Math.max(1, Math.ceil(width / CELL_WIDTH));
  const lines = Math.max(1, Math.ceil(height / CELL_HEIGHT));
  /** Of each cell: sides of the boxes that reach into it, four numbers each. */
  const cells: number[][] = Array.from({ length: columns * lines }, () => []);
  return {
    free(left, top, right, bottom) {
      const lastColumn = cellOf(right, CELL_WIDTH, columns);
      const lastLine = cellOf(bottom, CELL_HEIGHT, lines);
      const firstColumn = cellOf(left, CELL_WIDTH, columns);
      for (let line = cellOf(top, CELL_HEIGHT, lines); line <= lastLine; line++) {
        for (let column = firstColumn; column <= lastColumn; column++) {
          const boxes = cells[line * columns + column];
          for (let at = 0; at < boxes.length; at += 4) {
            if (left < boxes[at + 2] && right > boxes[at] && top < boxes[at + 3] && bottom > boxes[at + 1]) {
              return false;
            }
          }
        }
      }
      return true;
    },
    take(left, top, right, bottom) {
      const lastColumn = cellOf(right, CELL_WIDTH, columns);
      const lastLine = cellOf(bottom, CELL_HEIGHT, lines);
      const firstColumn = cellOf(left, CELL_WIDTH, columns);
      for (let line = cellOf(top, CELL_HEIGHT, lines); line <= lastLine; line++) {
        for (let column = firstColumn; column <= lastColumn; column++) {
          cells[line * columns + column].push(left, top, right, bottom);
        }
      }
    },
  };
}
