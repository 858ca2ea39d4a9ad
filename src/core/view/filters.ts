import type { TrafficHistory } from '../model/history';
import type { ViewRequest } from '../model/view';

import type { RowPairs } from './pairs';
import type { LevelRows } from './rows';
import type { Totals } from './totals';

/** Which rows and pairs of a level are shown. */
export interface Shown {
  readonly rows: Uint8Array;
  readonly pairs: Uint8Array;
}

/** The row that a node id speaks of: its own, or the group that it is collapsed into; -1 for an id that is not there. */
function focusedRow(history: TrafficHistory, rows: LevelRows, id: string): number {
  const row = rows.ids.indexOf(id);
  if (row >= 0) {
    return row;
  }
  const node = history.nodes.ids.indexOf(id);
  return node < 0 ? -1 : rows.rowOf[node];
}

function nameMatches(history: TrafficHistory, rows: LevelRows, text: string): Uint8Array {
  const wanted = text.toLowerCase();
  const matches = Uint8Array.from(rows.names, (name) => (name.toLowerCase().includes(wanted) ? 1 : 0));
  history.nodes.names.forEach((name, node) => {
    if (matches[rows.rowOf[node]] === 0 && name.toLowerCase().includes(wanted)) {
      matches[rows.rowOf[node]] = 1;
    }
  });
  return matches;
}

function rateOf(totals: Totals, pair: number, classes: number): number {
  let rate = NaN;
  for (let index = pair * classes; index < (pair + 1) * classes; index++) {
    const each = totals.rates[index];
    if (each === each) {
      rate = rate === rate ? rate + each : each;
    }
  }
  return rate;
}

/** Applies focus, minimum rate and name filter to a level. */
export function applyFilters(
  history: TrafficHistory,
  request: ViewRequest,
  rows: LevelRows,
  pairs: RowPairs,
  totals: Totals
): Shown {
  const classes = history.classes.length;
  const { source, target } = pairs;
  const minimum = request.minimumRate ?? 0;
  const focus = request.focus === undefined ? -1 : focusedRow(history, rows, request.focus);
  const text = request.nameFilter ?? '';
  const named = text === '' ? undefined : nameMatches(history, rows, text);

  const shownPairs = new Uint8Array(source.length);
  const shownRows = new Uint8Array(rows.ids.length);
  const lost = new Uint8Array(rows.ids.length);
  for (let pair = 0; pair < source.length; pair++) {
    const from = source[pair];
    const to = target[pair];
    if (rateOf(totals, pair, classes) < minimum) {
      lost[from] = 1;
      lost[to] = 1;
      continue;
    }
    const inFocus = focus < 0 || from === focus || to === focus;
    const isNamed = named === undefined || named[from] === 1 || named[to] === 1;
    if (inFocus && isNamed) {
      shownPairs[pair] = 1;
      shownRows[from] = 1;
      shownRows[to] = 1;
    }
  }
  for (let row = 0; row < shownRows.length; row++) {
    const byItself = rows.outside[row] === 0 && lost[row] === 0 && (named === undefined || named[row] === 1);
    if ((byItself && focus < 0) || row === focus) {
      shownRows[row] = 1;
    }
  }
  return { rows: shownRows, pairs: shownPairs };
}
