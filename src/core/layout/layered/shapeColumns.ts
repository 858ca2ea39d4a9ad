import { COLUMN_GAP, COLUMN_STRETCH, MARGIN_X, MARGIN_Y, ROW_GAP, ROW_STRETCH } from '../spacing';

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

/** The most columns with which nodes still fill the place well. */
export function roomForColumns(count: number, aspect: number): number {
  return Math.max(FEWEST_COLUMNS, Math.round(MORE_COLUMNS * Math.sqrt((count * aspect * ROW_GAP) / COLUMN_GAP)));
}

/** The cut whose picture comes nearest to the wanted aspect, and the spacing that closes the rest of the distance. */
export function shapeColumns(ranks: Int32Array, aspect: number): ColumnShape {
  const sizes: number[] = [];
  for (const rank of ranks) {
    sizes[rank] = (sizes[rank] ?? 0) + 1;
  }
  const tallest = Math.max(...sizes);
  let rows = tallest;
  let nearest = Infinity;
  for (let cuts = 1; cuts <= Math.min(tallest, 400); cuts++) {
    const candidate = Math.ceil(tallest / cuts);
    const { width, height } = extent(sizes, candidate);
    const distance = Math.abs(Math.log(width / height / aspect));
    if (distance < nearest - 1e-9) {
      nearest = distance;
      rows = candidate;
    }
  }
  const { columns, width, height } = extent(sizes, rows);
  const ratio = width / height / aspect;
  const wide =
    columns > 1 ? Math.min(COLUMN_STRETCH, Math.max(1, stretch(width / ratio, MARGIN_X, columns - 1, COLUMN_GAP))) : 1;
  const tall = rows > 1 ? Math.min(ROW_STRETCH, Math.max(1, stretch(height * ratio, MARGIN_Y, rows - 1, ROW_GAP))) : 1;
  return { rows, columnGap: COLUMN_GAP * wide, rowGap: ROW_GAP * tall };
}

function stretch(length: number, margin: number, gaps: number, gap: number): number {
  return (length - 2 * margin) / (gaps * gap);
}

function extent(sizes: readonly number[], rows: number) {
  const columns = sizes.reduce((sum, size) => sum + Math.ceil(size / rows), 0);
  const tallest = Math.min(rows, Math.max(...sizes));
  return {
    columns,
    width: (columns - 1) * COLUMN_GAP + 2 * MARGIN_X,
    height: (tallest - 1) * ROW_GAP + 2 * MARGIN_Y,
  };
}
