import { COLUMN_GAP, ROW_GAP } from './spacing';

/** Steps from a wished place to others, nearest first; a step across counts as two steps down. */
const STEPS: ReadonlyArray<readonly [number, number]> = Array.from({ length: 13 * 49 }, (_, index) => {
  const across = (index % 13) - 6;
  const down = Math.floor(index / 13) - 24;
  return [across * 0.5, down * 0.5] as const;
}).sort((a, b) => cost(a) - cost(b) || a[1] - b[1] || a[0] - b[0]);

/** Nodes closer than this part of the gaps are in each other's way. */
const CLOSENESS = 0.94;

function cost([across, down]: readonly [number, number]): number {
  return Math.hypot(across * 2, down);
}

/** Which places are taken, in cells of a column's and a row's gap. */
export interface FreeSpots {
  /** Takes a place, free or not. */
  take(x: number, y: number): void;
  isFree(x: number, y: number): boolean;
  /** The free place that is nearest to a wish; below everything where the whole neighbourhood is taken. */
  nearest(x: number, y: number): readonly [number, number];
}

export function createFreeSpots(): FreeSpots {
  const cells = new Map<string, Array<readonly [number, number]>>();
  let bottom = -Infinity;
  const columnOf = (x: number) => Math.floor(x / COLUMN_GAP);
  const rowOf = (y: number) => Math.floor(y / ROW_GAP);

  const take = (x: number, y: number) => {
    const key = `${columnOf(x)} ${rowOf(y)}`;
    const members = cells.get(key);
    if (members) {
      members.push([x, y]);
    } else {
      cells.set(key, [[x, y]]);
    }
    bottom = Math.max(bottom, y);
  };

  const isFree = (x: number, y: number) => {
    for (let column = columnOf(x) - 1; column <= columnOf(x) + 1; column++) {
      for (let row = rowOf(y) - 1; row <= rowOf(y) + 1; row++) {
        for (const [otherX, otherY] of cells.get(`${column} ${row}`) ?? []) {
          if (Math.abs(otherX - x) < COLUMN_GAP * CLOSENESS && Math.abs(otherY - y) < ROW_GAP * CLOSENESS) {
            return false;
          }
        }
      }
    }
    return true;
  };

  const nearest = (x: number, y: number): readonly [number, number] => {
    for (const [across, down] of STEPS) {
      const place = [x + across * COLUMN_GAP, y + down * ROW_GAP] as const;
      if (isFree(place[0], place[1])) {
        return place;
      }
    }
    return [x, bottom + ROW_GAP];
  };

  return { take, isFree, nearest };
}
