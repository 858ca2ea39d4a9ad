/**
 * Per row of a view, the time in milliseconds of the last answer behind its numbers: that of its latest part, where all
 * of its parts are older than `time`; else NaN. Undefined where nothing is stale.
 *
 * @param staleSince of each part; NaN for a fresh one
 * @param rowOf row of each part; negative for none
 */
export function staleRows(
  staleSince: Float64Array | undefined,
  rowOf: Int32Array,
  rows: number,
  time: number
): Float64Array | undefined {
  if (staleSince === undefined) {
    return undefined;
  }
  const latest = new Float64Array(rows).fill(-Infinity);
  for (let part = 0; part < rowOf.length; part++) {
    const row = rowOf[part];
    if (row >= 0) {
      latest[row] = staleSince[part] < time ? Math.max(latest[row], staleSince[part]) : Infinity;
    }
  }
  let some = false;
  for (let row = 0; row < rows; row++) {
    latest[row] = Number.isFinite(latest[row]) ? latest[row] : NaN;
    some = some || latest[row] === latest[row];
  }
  return some ? latest : undefined;
}
