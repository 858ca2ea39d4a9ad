import { STATE_NO_DATA } from '../../core/model/state';
import type { TrafficView } from '../../core/model/view';
import type { ScenePick } from '../../scene/types';
import { pickFacts, type PickFacts } from './summary';

export interface TableRow {
  readonly pick: ScenePick;
  readonly facts: PickFacts;
  readonly isGroup: boolean;
}

export type SortColumn = 'state' | 'name' | 'kind' | 'rate' | 'bytes' | 'errorRatio' | 'p95';

/** Nodes or edges of a view whose name contains a text, in any case. */
export function tableRows(view: TrafficView, kind: ScenePick['kind'], filter: string): readonly TableRow[] {
  const ids = kind === 'node' ? view.nodes.ids : view.edges.ids;
  const wanted = filter.trim().toLowerCase();
  return ids
    .map((id, row): TableRow => {
      const pick: ScenePick = { kind, row, id };
      return { pick, facts: pickFacts(view, pick), isGroup: kind === 'node' && view.nodes.kinds[row] === 'group' };
    })
    .filter(({ facts }) => facts.name.toLowerCase().includes(wanted));
}

/** Unknown numbers come last, whichever way; equal rows by name. */
export function sortRows(rows: readonly TableRow[], column: SortColumn, descending: boolean): readonly TableRow[] {
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => compare(a.facts, b.facts, column, sign) || a.facts.name.localeCompare(b.facts.name));
}

function compare(a: PickFacts, b: PickFacts, column: SortColumn, sign: number): number {
  if (column === 'name' || column === 'kind') {
    return sign * a[column].localeCompare(b[column]);
  }
  const left = numberOf(a, column);
  const right = numberOf(b, column);
  if (Number.isNaN(left) || Number.isNaN(right)) {
    return Number(Number.isNaN(left)) - Number(Number.isNaN(right));
  }
  return sign * (left - right);
}

function numberOf(facts: PickFacts, column: Exclude<SortColumn, 'name' | 'kind'>): number {
  return column === 'state' && facts.state === STATE_NO_DATA ? NaN : facts[column];
}
