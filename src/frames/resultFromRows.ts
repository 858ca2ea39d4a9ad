import { deriveSteps } from '../core/derive/deriveTraffic';
import type { TrafficClass, TrafficDefinition } from '../core/model/definition';
import type { NodeTable, TrafficHistory } from '../core/model/history';
import type { Notice } from '../core/model/notice';
import type { TrafficResult } from '../core/model/result';
import type { ThresholdRule } from '../core/model/threshold';
import { DEFAULT_THRESHOLDS } from '../core/thresholds/defaultThresholds';
import { thresholdSteps } from '../core/thresholds/evaluateThresholds';
import type { Steps } from '../core/steps/steps';
import type { NodeCard } from './rowsFromNodeGraph';
import { ROW_LABELS, tablesFromRows } from './tablesFromRows';
import type { TrafficRow } from './trafficRow';

export interface RowsOptions {
  /** Names what the rows came from, in provenance. */
  readonly id: string;
  /** Of rows without one, in milliseconds. */
  readonly time: number;
  readonly thresholds?: readonly ThresholdRule[];
  readonly classes?: readonly TrafficClass[];
  /** What nodes are called, where rows name them by id. */
  readonly cards?: ReadonlyMap<string, NodeCard>;
  readonly notices: readonly Notice[];
}

/** Rows of foreign data take the same way as answers of upstreams: through the derivation and its rules. */
export function* resultFromRows(rows: readonly TrafficRow[], options: RowsOptions): Steps<TrafficResult> {
  const tables = yield* tablesFromRows(rows, options.time);
  const derived = yield* deriveSteps([{ definition: definitionOf(options), tables }], 'prefer');
  const history = options.cards ? nameNodes(derived.history, options.cards) : derived.history;
  const thresholds = options.thresholds ?? DEFAULT_THRESHOLDS;
  return {
    history,
    thresholds,
    states: yield* thresholdSteps(history, thresholds),
    notices: [...options.notices, ...derived.notices],
    counts: derived.counts,
  };
}

function definitionOf({ id, classes }: RowsOptions): TrafficDefinition {
  return {
    id,
    kind: 'prometheus',
    upstream: id,
    expressions: { requests: id },
    mapping: {
      source: { label: ROW_LABELS.source, groupLabels: [ROW_LABELS.sourceGroup] },
      target: { label: ROW_LABELS.target, groupLabels: [ROW_LABELS.targetGroup] },
      classLabel: ROW_LABELS.class,
      protocolLabel: ROW_LABELS.protocol,
    },
    classes,
  };
}

function nameNodes(history: TrafficHistory, cards: ReadonlyMap<string, NodeCard>): TrafficHistory {
  const { nodes } = history;
  const cardOf = nodes.names.map((name) => cards.get(name));
  const named: NodeTable = {
    ...nodes,
    names: nodes.names.map((name, row) => cardOf[row]?.name ?? name),
    groups: nodes.groups.map((group, row) => cardOf[row]?.group ?? group),
    kinds: nodes.kinds.map((kind, row) => cardOf[row]?.kind ?? kind),
  };
  return { ...history, nodes: named };
}
