import type { DataFrame } from '@grafana/data';

import type { AttachedAlert } from '../core/model/alert';
import type { EdgeColumn, EdgeTable, NodeTable, TrafficHistory } from '../core/model/history';
import { STATE_NO_DATA } from '../core/model/state';
import type { Steps } from '../core/steps/steps';
import type { ShapeCounts, ThresholdStates } from '../core/model/result';
import { readBytes, readFloats } from './columns';
import { HISTORY_RATE_PREFIX, STALE_FIELD } from './contract';
import type { Decoded } from './decoded';
import { gatherRows, isOwnOrder, rowsById } from './gatherRows';
import { readKeptLabels } from './keptLabels';
import {
  isObject,
  readClasses,
  readCounts,
  readKind,
  readNodeMetrics,
  readNotices,
  readNumbers,
  readShape,
  readTexts,
  readThresholds,
  readTransitions,
} from './metaReaders';
import { readAlerts } from './readAlerts';
import { splitPaths } from './splitPaths';

/** Our own three frames of one query. */
export interface OwnParts {
  readonly version: number;
  readonly nodes?: DataFrame;
  readonly edges?: DataFrame;
  readonly history?: DataFrame;
  /** Queries whose frames were left aside. */
  readonly otherQueries: readonly string[];
}

/** Finds our frames by their mark; of several queries, the first one's. `undefined` where there is none. */
export function ownParts(frames: readonly DataFrame[]): OwnParts | undefined {
  const own = frames.filter((frame) => typeof frame.meta?.custom?.trafficIntuition === 'number');
  if (own.length === 0) {
    return undefined;
  }
  const first = own[0].refId;
  const part = (name: string): DataFrame | undefined =>
    own.find((frame) => frame.refId === first && frame.meta?.custom?.part === name);
  const version: unknown = own[0].meta?.custom?.trafficIntuition;
  return {
    version: typeof version === 'number' ? version : 0,
    nodes: part('nodes'),
    edges: part('edges'),
    history: part('history'),
    otherQueries: [...new Set(own.flatMap((frame) => (frame.refId === first ? [] : [frame.refId ?? '?'])))],
  };
}

const INCOMPLETE: Decoded = {
  problem:
    'The traffic frames are incomplete: nodes, edges and history belong together. Remove transformations from this panel, or run the query again.',
};

/** Metrics that a history has only where somebody asks for them. */
const OPTIONAL = ['p50', 'p95', 'p99', 'bytes', 'baseline'] as const;

/** Rows that a transformation took away, or put in another order, are followed by their ids. */
export function* decodeOwn({
  nodes: nodeFrame,
  edges: edgeFrame,
  history: historyFrame,
  otherQueries,
}: OwnParts): Steps<Decoded> {
  const mark: unknown = historyFrame?.meta?.custom;
  if (!nodeFrame || !edgeFrame || !historyFrame || !isObject(mark)) {
    return INCOMPLETE;
  }
  const times = readNumbers(mark.times);
  const classes = readClasses(mark.classes);
  const edgeIds = readTexts(mark.edgeIds);
  const cells = edgeIds.length * times.length;
  const column = (name: string): EdgeColumn | undefined => {
    const field = historyFrame.fields.find((candidate) => candidate.name === name);
    return field && readFloats(field.values, cells);
  };
  const rates = classes.flatMap(({ name }) => column(HISTORY_RATE_PREFIX + name) ?? []);
  const errorRatio = column('errorRatio');
  const edgeStates = readBytes(historyFrame.fields.find(({ name }) => name === 'state')?.values, cells);
  if (rates.length !== classes.length || !errorRatio || !edgeStates) {
    return INCOMPLETE;
  }
  yield;
  const nodes = yield* readNodes(nodeFrame, mark, times.length);
  yield;
  const linked = yield* linkEdges(edgeFrame, nodes, edgeIds, times[times.length - 1]);
  yield;
  const whole = isOwnOrder(linked.rows, edgeIds.length);
  function* pick<T extends EdgeColumn | Uint8Array>(values: T): Steps<T> {
    if (whole) {
      return values;
    }
    yield;
    return gatherRows(values, linked.rows, times.length);
  }
  const pickedRates: EdgeColumn[] = [];
  for (const rate of rates) {
    pickedRates.push(yield* pick(rate));
  }
  const optional: Partial<Record<(typeof OPTIONAL)[number], EdgeColumn>> = {};
  for (const name of OPTIONAL) {
    const values = column(name);
    if (values) {
      optional[name] = yield* pick(values);
    }
  }
  const labels = yield* readKeptLabels(mark.edgeLabels, edgeIds.length, linked.rows);
  const history: TrafficHistory = {
    times,
    classes,
    nodes,
    edges: {
      ...linked.table,
      rates: pickedRates,
      errorRatio: yield* pick(errorRatio),
      ...optional,
      ...(labels.length > 0 && { labels }),
    },
  };
  const states = yield* readStates(mark, history, yield* pick(edgeStates));
  const missing = edgeIds.length - linked.table.ids.length;
  return {
    result: {
      history,
      thresholds: readThresholds(mark.thresholds),
      states,
      notices: [
        ...readNotices(nodeFrame.meta?.notices),
        ...(missing > 0
          ? [{ severity: 'info', text: `${missing} edges were left out by a transformation of this panel.` } as const]
          : []),
        ...(otherQueries.length > 0
          ? [
              {
                severity: 'warning',
                text: `Only the first query is drawn, not ${otherQueries.join(', ')}. Put their definitions into one query.`,
              } as const,
            ]
          : []),
      ],
      counts: readCounts(mark.counts),
      ...withShape(readShape(mark.shape)),
      ...withAlerts(readAlerts(mark.alerts)),
    },
  };
}

const withShape = (shape: ShapeCounts | undefined) => (shape ? { shape } : {});
const withAlerts = (alerts: readonly AttachedAlert[]) => (alerts.length > 0 ? { alerts } : {});

/** The texts of a field: its own array where that is all text, as it is from our encoder. */
function texts(frame: DataFrame, name: string): readonly string[] {
  const values: ArrayLike<unknown> = frame.fields.find((field) => field.name === name)?.values ?? [];
  if (Array.isArray(values) && values.length === frame.length && values.every((value) => typeof value === 'string')) {
    return values;
  }
  return Array.from({ length: frame.length }, (_, row) => {
    const value = values[row];
    return typeof value === 'string' ? value : '';
  });
}

function* readNodes(frame: DataFrame, mark: Record<string, unknown>, buckets: number): Steps<NodeTable> {
  const ids = texts(frame, 'id');
  const known = readTexts(mark.nodeIds);
  const rows = historyRows(ids, known);
  const metrics = readNodeMetrics(mark.nodeMetrics, known.length * buckets).map((metric) =>
    isOwnOrder(rows, known.length) ? metric : { ...metric, values: gatherRows(metric.values, rows, buckets) }
  );
  const labels = yield* readKeptLabels(mark.nodeLabels, known.length, rows);
  yield;
  return {
    ids,
    names: texts(frame, 'title'),
    groups: splitPaths(texts(frame, 'detail__group')),
    kinds: texts(frame, 'detail__kind').map(readKind),
    seenIn: splitPaths(texts(frame, 'detail__seenIn')),
    ...(metrics.length > 0 && { metrics }),
    ...(labels.length > 0 && { labels }),
  };
}

type LinkedTable = Pick<EdgeTable, 'ids' | 'source' | 'target' | 'protocols' | 'seenIn' | 'staleSince'>;

/** When the numbers of each edge are from; undefined where no edge is stale. */
function readStale(frame: DataFrame, now: number): Float64Array | undefined {
  const values: ArrayLike<unknown> | undefined = frame.fields.find(({ name }) => name === STALE_FIELD)?.values;
  return (
    values &&
    Float64Array.from({ length: frame.length }, (_, row) => {
      const seconds = values[row];
      return typeof seconds === 'number' ? now - seconds * 1000 : NaN;
    })
  );
}

/** Edges whose nodes and history are there, and the history row of each. */
function* linkEdges(
  frame: DataFrame,
  nodes: NodeTable,
  historyIds: readonly string[],
  now: number
): Steps<{ table: LinkedTable; rows: Int32Array }> {
  const ids = texts(frame, 'id');
  const nodeRows = rowsById(nodes.ids);
  yield;
  const source = rowsOf(texts(frame, 'source'), nodeRows);
  yield;
  const target = rowsOf(texts(frame, 'target'), nodeRows);
  yield;
  const rows = historyRows(ids, historyIds);
  yield;
  const protocols = texts(frame, 'detail__protocol');
  const seenIn = splitPaths(texts(frame, 'detail__seenIn'));
  yield;
  const staleSince = readStale(frame, now);
  const kept: number[] = [];
  for (let row = 0; row < ids.length; row++) {
    if (source[row] >= 0 && target[row] >= 0 && rows[row] >= 0) {
      kept.push(row);
    }
  }
  if (kept.length === ids.length) {
    return { table: { ids, source, target, protocols, seenIn, ...(staleSince && { staleSince }) }, rows };
  }
  const take = <T>(values: readonly T[]): readonly T[] => kept.map((row) => values[row]);
  const takeRows = (values: Int32Array): Int32Array => Int32Array.from(kept, (row) => values[row]);
  return {
    table: {
      ids: take(ids),
      source: takeRows(source),
      target: takeRows(target),
      protocols: take(protocols),
      seenIn: take(seenIn),
      ...(staleSince && { staleSince: Float64Array.from(kept, (row) => staleSince[row]) }),
    },
    rows: takeRows(rows),
  };
}

function historyRows(ids: readonly string[], historyIds: readonly string[]): Int32Array {
  if (ids.length !== historyIds.length || ids.some((id, row) => id !== historyIds[row])) {
    return rowsOf(ids, rowsById(historyIds));
  }
  return new Int32Array(ids.length).map((_, row) => row);
}

/** The row of each id; -1 where it is unknown. */
function rowsOf(ids: readonly string[], rows: ReadonlyMap<string, number>): Int32Array {
  const found = new Int32Array(ids.length);
  for (let index = 0; index < ids.length; index++) {
    // Edges come in order of their sources.
    found[index] = index > 0 && ids[index] === ids[index - 1] ? found[index - 1] : (rows.get(ids[index]) ?? -1);
  }
  return found;
}

function* readStates(
  mark: Record<string, unknown>,
  history: TrafficHistory,
  edges: Uint8Array
): Steps<ThresholdStates> {
  const buckets = history.times.length;
  const nodeIds = readTexts(mark.nodeIds);
  const nodeStates =
    readBytes(mark.nodeStates, nodeIds.length * buckets) ??
    new Uint8Array(nodeIds.length * buckets).fill(STATE_NO_DATA);
  const ownRows = historyRows(history.nodes.ids, nodeIds);
  yield;
  const groupPaths = readTexts(mark.groupPaths);
  return {
    edges,
    nodes: isOwnOrder(ownRows, nodeIds.length) ? nodeStates : gatherRows(nodeStates, ownRows, buckets),
    groupPaths,
    groups:
      readBytes(mark.groupStates, groupPaths.length * buckets) ??
      new Uint8Array(groupPaths.length * buckets).fill(STATE_NO_DATA),
    transitions: readTransitions(mark.transitions),
  };
}
