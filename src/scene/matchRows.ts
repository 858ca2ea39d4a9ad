/** So many rows on either side are looked at where ids part, as where a filter leaves rows out or lets them in again. */
const AHEAD = 24;
/** Where the lists part so often and do not meet again, they have no order in common. */
const MOST_PARTINGS = 100;

/** Ids begin alike and end apart: most that differ are told by their length and their last letter. */
function isSame(one: string, other: string): boolean {
  const last = one.length - 1;
  return last === other.length - 1 && one.charCodeAt(last) === other.charCodeAt(last) && one === other;
}

/** How far on two lists go on as one, left out of the first and of the second; none of either when they are others. */
function gap(previousIds: readonly string[], before: number, ids: readonly string[], now: number): [number, number] {
  for (let ahead = 1; ahead <= AHEAD; ahead++) {
    if (before + ahead < previousIds.length && isSame(previousIds[before + ahead], ids[now])) {
      return [ahead, 0];
    }
    if (now + ahead < ids.length && isSame(ids[now + ahead], previousIds[before])) {
      return [0, ahead];
    }
  }
  return [1, 1];
}

/**
 * For each id its row in `previousIds`, or −1. Most updates change no id, and filters keep the order: then rows match as
 * they come, and only what is left over is looked up.
 */
export function matchRows(previousIds: readonly string[], ids: readonly string[]): Int32Array {
  const rows = new Int32Array(ids.length).fill(-1);
  const leftBefore: number[] = [];
  const leftNow: number[] = [];
  let before = 0;
  let now = 0;
  let partings = 0;
  while (now < ids.length && before < previousIds.length && partings < MOST_PARTINGS) {
    if (isSame(ids[now], previousIds[before])) {
      rows[now++] = before++;
      continue;
    }
    const [gone, come] = gap(previousIds, before, ids, now);
    partings += gone > 0 && come > 0 ? 1 : 0;
    for (let row = 0; row < gone; row++) {
      leftBefore.push(before++);
    }
    for (let row = 0; row < come; row++) {
      leftNow.push(now++);
    }
  }
  for (; now < ids.length; now++) {
    leftNow.push(now);
  }
  if (leftNow.length === 0 || (leftBefore.length === 0 && before === previousIds.length)) {
    return rows;
  }
  const rest = new Map(leftBefore.map((row) => [previousIds[row], row]));
  for (let row = before; row < previousIds.length; row++) {
    rest.set(previousIds[row], row);
  }
  for (const row of leftNow) {
    rows[row] = rest.get(ids[row]) ?? -1;
  }
  return rows;
}

/** Ids that rows may be matched with: those that were on their way out are gone once the way (0–1) is at its end. */
export function idsThatStay(
  rows: { readonly ids: readonly string[]; readonly count: number },
  part: number
): readonly string[] {
  return part < 1 || rows.ids.length === rows.count ? rows.ids : rows.ids.slice(0, rows.count);
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

/** Rows before of all rows: of those that were matched, and after them of those that vanished. */
export function withVanished(matched: Int32Array, vanished: readonly number[]): Int32Array {
  if (vanished.length === 0) {
    return matched;
  }
  const rows = new Int32Array(matched.length + vanished.length);
  rows.set(matched);
  rows.set(vanished, matched.length);
  return rows;
}

/** Of each row before, which it is now; −1 where it is gone. */
export function rowsNow(previousRows: Int32Array): Int32Array {
  let last = -1;
  for (let row = 0; row < previousRows.length; row++) {
    last = Math.max(last, previousRows[row]);
  }
  const now = new Int32Array(last + 1).fill(-1);
  for (let row = 0; row < previousRows.length; row++) {
    if (previousRows[row] >= 0) {
      now[previousRows[row]] = row;
    }
  }
  return now;
}
