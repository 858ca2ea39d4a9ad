import { REACH } from '../spacing';
import type { Direction } from './direction';

/** How columns are cut and spaced so that the picture fills its place. */
export interface ColumnShape {
  /** Nodes in one column at most; a taller rank is cut into several columns. */
  readonly rows: number;
  readonly columnGap: number;
  readonly rowGap: number;
}

/** Columns that a picture may always have, and how many more than fill its place evenly. */
const FEWEST_COLUMNS = 7;
const MORE_COLUMNS = 1.5;

/** The most columns with which nodes still fill the place well; `aspect` is of its length along and across the flow. */
export function roomForColumns(count: number, aspect: number, { columnGap, rowGap }: Direction): number {
  return Math.max(FEWEST_COLUMNS, Math.round(MORE_COLUMNS * Math.sqrt((count * aspect * rowGap) / columnGap)));
}

/** The cut whose picture comes nearest to the wanted aspect, and the spacing that closes the rest of the distance. */
export function shapeColumns(ranks: Int32Array, aspect: number, direction: Direction): ColumnShape {
  const sizes: number[] = [];
  for (const rank of ranks) {
    sizes[rank] = (sizes[rank] ?? 0) + 1;
  }
  const tallest = Math.max(...sizes);
  let rows = tallest;
  let nearest = Infinity;
  for (let cuts = 1; cuts <= Math.min(tallest, 400); cuts++) {
    const candidate = Math.ceil(tallest / cuts);
    const { width, height } = extent(sizes, candidate, direction);
    const distance = Math.abs(Math.log(width / height / aspect));
    if (distance < nearest - 1e-9) {
      nearest = distance;
      rows = candidate;
    }
  }
  const { columns, width, height } = extent(sizes, rows, direction);
  const ratio = width / height / aspect;
  const { columnGap, columnStretch, rowGap, rowStretch } = direction;
  return {
    rows,
    columnGap: columnGap * stretch(width / ratio, columns - 1, columnGap, columnStretch),
    rowGap: rowGap * stretch(height * ratio, rows - 1, rowGap, rowStretch),
  };
}

function stretch(length: number, gaps: number, gap: number, most: number): number {
  return gaps > 0 ? Math.min(most, Math.max(1, (length - 2 * REACH) / (gaps * gap))) : 1;
}

function extent(sizes: readonly number[], rows: number, { columnGap, rowGap }: Direction) {
  const columns = sizes.reduce((sum, size) => sum + Math.ceil(size / rows), 0);
  const tallest = Math.min(rows, Math.max(...sizes));
  return {
    columns,
    width: (columns - 1) * columnGap + 2 * REACH,
    height: (tallest - 1) * rowGap + 2 * REACH,
  };
}
