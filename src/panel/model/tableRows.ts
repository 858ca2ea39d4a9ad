import { STATE_NO_DATA } from '../../core/model/state';
import type { TrafficView } from '../../core/model/view';
import type { ScenePick } from '../../scene/types';
import type { KeptColumn } from './keptRows';
import type { SearchResult } from './search';
import { kindAndPlace, pickFacts, type PickFacts } from './summary';

export interface TableRow {
  readonly pick: ScenePick;
  readonly facts: PickFacts;
  readonly isGroup: boolean;
}

type FactColumn = 'state' | 'name' | 'kind' | 'rate' | 'bytes' | 'errorRatio' | 'p95';

/** What a table is sorted by: a fact, or the values of a kept label. */
export type SortColumn = FactColumn | `label ${string}`;

export function labelColumn({ name }: KeptColumn): SortColumn {
  return `label ${name}`;
}

/** A search: its text, and what it found. */
export interface TableFilter {
  readonly text: string;
  readonly result: Pick<SearchResult, 'matches'>;
}

/** Nodes of a view that a search found, and edges from or to these, or whose name contains its text. */
export function tableRows(view: TrafficView, kind: ScenePick['kind'], filter: TableFilter): readonly TableRow[] {
  const { nodes, edges } = view;
  const { matches } = filter.result;
  const wanted = filter.text.trim().toLowerCase();
  const isFound = (row: number) => matches.has(nodes.ids[row]);
  const endsOf = (row: number) => (kind === 'node' ? [row] : [edges.source[row], edges.target[row]]);
  return (kind === 'node' ? nodes : edges).ids
    .map((id, row): TableRow => {
      const pick: ScenePick = { kind, row, id };
      return { pick, facts: pickFacts(view, pick), isGroup: kind === 'node' && nodes.kinds[row] === 'group' };
    })
    .filter(({ pick, facts }) => facts.name.toLowerCase().includes(wanted) || endsOf(pick.row).some(isFound));
}

/** Unknown numbers and labels without a value come last, whichever way; equal rows by name. */
export function sortRows(
  rows: readonly TableRow[],
  column: SortColumn,
  descending: boolean,
  labels: readonly KeptColumn[] = []
): readonly TableRow[] {
  const sign = descending ? -1 : 1;
  const texts = labels.find((label) => labelColumn(label) === column)?.texts ?? [];
  const ordered = (a: TableRow, b: TableRow) =>
    isLabel(column)
      ? compareTexts(texts[a.pick.row] ?? '', texts[b.pick.row] ?? '', sign)
      : compare(a.facts, b.facts, column, sign);
  return [...rows].sort((a, b) => ordered(a, b) || a.facts.name.localeCompare(b.facts.name));
}

function isLabel(column: SortColumn): column is Exclude<SortColumn, FactColumn> {
  return column.startsWith('label ');
}

/** Whether a column is first sorted from its first letter on, and not from its largest number down. */
export function isOfWords(column: SortColumn): boolean {
  return column === 'name' || column === 'kind' || isLabel(column);
}

/** By the numbers in texts, so that version 1.9 is before 1.10. */
const IN_ORDER = new Intl.Collator('en', { numeric: true });

function compareTexts(a: string, b: string, sign: number): number {
  return a === '' || b === '' ? Number(a === '') - Number(b === '') : sign * IN_ORDER.compare(a, b);
}

function compare(a: PickFacts, b: PickFacts, column: FactColumn, sign: number): number {
  if (column === 'name') {
    return sign * a.name.localeCompare(b.name);
  }
  if (column === 'kind') {
    return sign * kindAndPlace(a).localeCompare(kindAndPlace(b));
  }
  const left = numberOf(a, column);
  const right = numberOf(b, column);
  if (Number.isNaN(left) || Number.isNaN(right)) {
    return Number(Number.isNaN(left)) - Number(Number.isNaN(right));
  }
  return sign * (left - right);
}

function numberOf(facts: PickFacts, column: Exclude<FactColumn, 'name' | 'kind'>): number {
  return column === 'state' && facts.state === STATE_NO_DATA ? NaN : facts[column];
}
