/** For each id its row in `previousIds`, or −1. Most updates change no id: then rows match in order, at no cost. */
export function matchRows(previousIds: readonly string[], ids: readonly string[]): Int32Array {
  const rows = new Int32Array(ids.length);
  let inOrder = 0;
  while (inOrder < ids.length && inOrder < previousIds.length && ids[inOrder] === previousIds[inOrder]) {
    rows[inOrder] = inOrder;
    inOrder++;
  }
  if (inOrder === ids.length) {
    return rows;
  }
  const rest = new Map<string, number>();
  for (let row = inOrder; row < previousIds.length; row++) {
    rest.set(previousIds[row], row);
  }
  for (let row = inOrder; row < ids.length; row++) {
    rows[row] = rest.get(ids[row]) ?? -1;
  }
  return rows;
}

/** Whether rows are those that were before, one for one. */
export function isInOrder(matched: Int32Array, previousCount: number): boolean {
  for (let row = 0; row < matched.length; row++) {
    if (matched[row] !== row) {
      return false;
    }
  }
  return matched.length === previousCount;
}

/** Rows that were there to stay (`alphaTo` above 0) and are matched no more: they fade. */
export function vanishedRows(alphaTo: Float32Array, matched: Int32Array): number[] {
  const kept = new Uint8Array(alphaTo.length);
  for (const row of matched) {
    if (row >= 0) {
      kept[row] = 1;
    }
  }
  const vanished: number[] = [];
  for (let row = 0; row < alphaTo.length; row++) {
    if (alphaTo[row] > 0 && kept[row] === 0) {
      vanished.push(row);
    }
  }
  return vanished;
}
