import type { DataFrame, Field } from '@grafana/data';

import { DEFAULT_CLASSES, type ClassSeverity, type TrafficClass } from '../core/model/definition';
import type { NodeKind } from '../core/model/history';
import type { Steps } from '../core/steps/steps';
import { ARC_PREFIX, NO_DATA_ARC } from './contract';
import { metricFields, rowMetrics } from './metricFields';
import { readKind } from './metaReaders';
import { splitPaths } from './splitPaths';
import { cellNumber, cellText, eachRow, type TrafficRow } from './trafficRow';

/** What a node of a Node Graph frame is called, by its id. */
export interface NodeCard {
  readonly name: string;
  readonly group: readonly string[];
  readonly kind: NodeKind;
}

export interface NodeGraphRows {
  readonly rows: readonly TrafficRow[];
  readonly cards: ReadonlyMap<string, NodeCard>;
  /** From the nodes' arcs; absent where there are none. */
  readonly classes?: readonly TrafficClass[];
  /** Rates stand for thickness, since no statistic was there. */
  readonly ratesFromThickness: boolean;
}

/** Frames in Grafana's Node Graph schema → rows whose source and target are node ids. `undefined` without edges. */
export function* rowsFromNodeGraph(frames: readonly DataFrame[]): Steps<NodeGraphRows | undefined> {
  const edges = frames.filter((frame) => ['id', 'source', 'target'].every((name) => fieldNamed(frame, name)));
  if (edges.length === 0) {
    return undefined;
  }
  const nodes = frames.filter((frame) => fieldNamed(frame, 'id') && !fieldNamed(frame, 'source'));
  const classes = arcClasses(nodes);
  const shares = yield* arcShares(nodes, classes);
  const rows: TrafficRow[] = [];
  let ratesFromThickness = false;
  for (const frame of edges) {
    const fromThickness = yield* addEdgeRows(rows, frame, classes, shares);
    ratesFromThickness ||= fromThickness;
  }
  return {
    rows,
    cards: yield* nodeCards(nodes),
    ...(classes.length > 0 ? { classes } : {}),
    ratesFromThickness,
  };
}

function fieldNamed(frame: DataFrame, name: string): Field | undefined {
  return frame.fields.find((field) => field.name.toLowerCase() === name);
}

/** Whether thickness had to stand for the rate. */
function* addEdgeRows(
  rows: TrafficRow[],
  frame: DataFrame,
  classes: readonly TrafficClass[],
  shares: ReadonlyMap<string, readonly number[]>
): Steps<boolean> {
  const source = fieldNamed(frame, 'source');
  const target = fieldNamed(frame, 'target');
  const protocol = fieldNamed(frame, 'detail__protocol');
  const found = metricFields(
    frame.fields.filter((field) => !/^(?:id|thickness|state|highlighted)$/i.test(field.name)),
    {}
  );
  const thickness = fieldNamed(frame, 'thickness');
  const fromThickness = thickness !== undefined && found.every(({ metric }) => metric !== 'rate' && metric !== 'bytes');
  const metrics = fromThickness ? [...found, { field: thickness, metric: 'rate' as const, scale: 1 }] : found;
  yield* eachRow(frame.length, (row) => {
    const from = cellText(source?.values[row]);
    const to = cellText(target?.values[row]);
    if (from === undefined || to === undefined) {
      return;
    }
    const ends = { source: from, target: to, protocol: protocol && cellText(protocol.values[row]) };
    rows.push(...splitByClass({ ends, metrics: rowMetrics(metrics, row) }, classes, shares.get(to)));
  });
  return fromThickness;
}

/** An edge has no arcs of its own: its requests are split as those of the node that answers them. */
function splitByClass(
  row: TrafficRow,
  classes: readonly TrafficClass[],
  shares: readonly number[] | undefined
): readonly TrafficRow[] {
  const { rate } = row.metrics;
  if (rate === undefined || !shares) {
    return [row];
  }
  return classes.map(({ name }, index) => {
    const others = index === 0 ? row.metrics : {};
    return { ends: { ...row.ends, class: name }, metrics: { ...others, rate: rate * shares[index] } };
  });
}

function arcFields(frame: DataFrame): readonly Field[] {
  return frame.fields.filter((field) => field.name.startsWith(ARC_PREFIX) && field.name !== NO_DATA_ARC);
}

function arcClasses(nodes: readonly DataFrame[]): readonly TrafficClass[] {
  const byName = new Map<string, TrafficClass>();
  for (const field of nodes.flatMap(arcFields)) {
    const name = field.name.slice(ARC_PREFIX.length);
    if (name !== '' && !byName.has(name)) {
      byName.set(name, { name, severity: arcSeverity(name, field), match: escapePattern(name) });
    }
  }
  return [...byName.values()];
}

/** By the name, as the default classes would have it, then by the arc's colour. */
function arcSeverity(name: string, field: Field): ClassSeverity {
  const named = DEFAULT_CLASSES.find(
    ({ match }) => match !== undefined && new RegExp(`^(?:${match})$`, 'i').test(name)
  );
  if (named) {
    return named.severity;
  }
  if (/fault|fail|error|danger/i.test(name)) {
    return 'danger';
  }
  const colour = field.config.color?.fixedColor ?? '';
  return /red/i.test(colour) ? 'danger' : /orange|yellow/i.test(colour) ? 'warning' : 'normal';
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** Shares by node id; nodes without any are absent. */
function* arcShares(
  nodes: readonly DataFrame[],
  classes: readonly TrafficClass[]
): Steps<ReadonlyMap<string, readonly number[]>> {
  const shares = new Map<string, readonly number[]>();
  for (const frame of nodes) {
    const ids = fieldNamed(frame, 'id');
    const arcs = classes.map(({ name }) => frame.fields.find((field) => field.name === ARC_PREFIX + name));
    yield* eachRow(frame.length, (row) => {
      const id = cellText(ids?.values[row]);
      const values = arcs.map((arc) => Math.max(cellNumber(arc?.values[row]) ?? 0, 0) || 0);
      const total = values.reduce((sum, value) => sum + value, 0);
      if (id !== undefined && total > 0 && Number.isFinite(total)) {
        shares.set(
          id,
          values.map((value) => value / total)
        );
      }
    });
  }
  return shares;
}

function* nodeCards(nodes: readonly DataFrame[]): Steps<ReadonlyMap<string, NodeCard>> {
  const cards = new Map<string, NodeCard>();
  for (const frame of nodes) {
    const text = (name: string, row: number): string | undefined => cellText(fieldNamed(frame, name)?.values[row]);
    yield* eachRow(frame.length, (row) => {
      const id = text('id', row);
      if (id === undefined) {
        return;
      }
      const group = text('detail__group', row) ?? text('detail__namespace', row);
      const kind = readKind(text('detail__kind', row) ?? text('kind', row));
      cards.set(id, { name: text('title', row) ?? id, group: group === undefined ? [] : splitPaths([group])[0], kind });
    });
  }
  return cards;
}
