/** Cells narrower than this are not cut any further: their bodies count as one. */
const SMALLEST = 1e-3;

/**
 * Bodies of equal mass in nested squares, flat: each cell has its mass, its centre of mass, its width and four
 * children (0 for none, as no cell has the root for a child).
 */
export interface Quadtree {
  readonly cells: number;
  readonly children: Int32Array;
  readonly mass: Float64Array;
  readonly centreX: Float64Array;
  readonly centreY: Float64Array;
  readonly width: Float64Array;
}

/** Room for a tree over a number of bodies; built again for each turn without allocation. */
export function createQuadtree(bodies: number): { build: (x: Float64Array, y: Float64Array) => Quadtree } {
  let room = Math.max(16, bodies * 3);
  let tree = allocate(room);

  const build = (x: Float64Array, y: Float64Array): Quadtree => {
    for (;;) {
      const cells = fill(tree, room, x, y);
      if (cells > 0) {
        return { ...tree, cells };
      }
      room *= 2;
      tree = allocate(room);
    }
  };
  return { build };
}

function allocate(room: number) {
  return {
    children: new Int32Array(room * 4),
    mass: new Float64Array(room),
    centreX: new Float64Array(room),
    centreY: new Float64Array(room),
    width: new Float64Array(room),
  };
}

/** Number of cells, or 0 when the room does not suffice. */
function fill(tree: ReturnType<typeof allocate>, room: number, x: Float64Array, y: Float64Array): number {
  const { children, mass, centreX, centreY, width } = tree;
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (let body = 0; body < x.length; body++) {
    left = Math.min(left, x[body]);
    right = Math.max(right, x[body]);
    top = Math.min(top, y[body]);
    bottom = Math.max(bottom, y[body]);
  }
  const size = Math.max(right - left, bottom - top, SMALLEST) * 1.0001;
  let cells = 0;
  const addCell = (cellWidth: number) => {
    children.fill(0, cells * 4, cells * 4 + 4);
    mass[cells] = centreX[cells] = centreY[cells] = 0;
    width[cells] = cellWidth;
    return cells++;
  };
  addCell(size);
  for (let body = 0; body < x.length; body++) {
    let cell = 0;
    let cellLeft = left;
    let cellTop = top;
    let cellWidth = size;
    let bodyX = x[body];
    let bodyY = y[body];
    // A leaf that is entered by a second body hands its first one down a level.
    for (;;) {
      const alone = mass[cell] === 1 && isLeaf(children, cell);
      const residentX = centreX[cell];
      const residentY = centreY[cell];
      mass[cell]++;
      centreX[cell] += (bodyX - centreX[cell]) / mass[cell];
      centreY[cell] += (bodyY - centreY[cell]) / mass[cell];
      if (mass[cell] === 1 || cellWidth < SMALLEST) {
        break;
      }
      if (cells + 2 > room) {
        return 0;
      }
      cellWidth /= 2;
      if (alone) {
        const child = cell * 4 + quadrant(residentX, residentY, cellLeft + cellWidth, cellTop + cellWidth);
        const leaf = addCell(cellWidth);
        children[child] = leaf;
        mass[leaf] = 1;
        centreX[leaf] = residentX;
        centreY[leaf] = residentY;
      }
      const side = quadrant(bodyX, bodyY, cellLeft + cellWidth, cellTop + cellWidth);
      const child = cell * 4 + side;
      children[child] = children[child] || addCell(cellWidth);
      cell = children[child];
      cellLeft += (side & 1) * cellWidth;
      cellTop += (side >> 1) * cellWidth;
    }
  }
  return cells;
}

function isLeaf(children: Int32Array, cell: number): boolean {
  const first = cell * 4;
  return (children[first] | children[first + 1] | children[first + 2] | children[first + 3]) === 0;
}

function quadrant(x: number, y: number, middleX: number, middleY: number): number {
  return (x >= middleX ? 1 : 0) + (y >= middleY ? 2 : 0);
}
