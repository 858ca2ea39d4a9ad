import type { Layers } from './layers';

/**
 * Crossings between neighbouring columns, where `slot` is the place of each real and virtual node in its column.
 * Counted with a tree of sums: segments × log(nodes).
 */
export function countCrossings(layers: Layers, byColumn: readonly Int32Array[], slot: Int32Array): number {
  let crossings = 0;
  for (let column = 1; column < layers.columns; column++) {
    crossings += crossingsBetween(layers, byColumn[column - 1], byColumn[column].length, slot);
  }
  return crossings;
}

function crossingsBetween(layers: Layers, leftNodes: Int32Array, rightCount: number, slot: Int32Array): number {
  const { toRight, right } = layers;
  const sums = new Int32Array(rightCount + 1);
  let entered = 0;
  let crossings = 0;
  for (const node of leftNodes) {
    const begin = toRight.start[node];
    const end = toRight.start[node + 1];
    // Segments of one node do not cross: all are counted before any is entered.
    for (let index = begin; index < end; index++) {
      let above = 0;
      for (let place = slot[right[toRight.edges[index]]] + 1; place > 0; place -= place & -place) {
        above += sums[place];
      }
      crossings += entered - above;
    }
    for (let index = begin; index < end; index++) {
      for (let place = slot[right[toRight.edges[index]]] + 1; place <= rightCount; place += place & -place) {
        sums[place]++;
      }
      entered++;
    }
  }
  return crossings;
}
