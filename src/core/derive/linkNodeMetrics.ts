import type { EndpointMapping, NodeMetricDefinition, TrafficDefinition } from '../model/definition';
import { nodeExpressionName } from '../model/nodeMetric';
import type { ExpressionName } from '../model/result';
import type { Labels, SeriesTable } from '../model/series';

import { createEndpointReader, type EndpointReader, MISSING } from './endpoints';
import type { Naming } from './naming/createNaming';
import type { NodeRegistry } from './nodeRegistry';

/** What was answered to one metric of services, with the node of each series. */
export interface LinkedNodeMetric {
  readonly metric: NodeMetricDefinition;
  readonly table: SeriesTable;
  /** Row in the node registry; `MISSING` for a series that names no service. */
  readonly node: Int32Array;
}

/** An end of an edge as a service: the name of callers nobody knows is no service's. */
function withoutConstant({ constant: _, ...mapping }: EndpointMapping): EndpointMapping {
  return mapping;
}

function serviceReader(
  { service }: NodeMetricDefinition,
  { mapping }: TrafficDefinition,
  nodes: NodeRegistry,
  naming: Naming | undefined
): EndpointReader {
  const ends = service ? [service] : [mapping.target, mapping.source].map(withoutConstant);
  const readers = ends.map((end) => createEndpointReader(end, nodes, naming));
  return (labels: Labels) => {
    for (const read of readers) {
      const node = read(labels);
      if (node !== MISSING) {
        return node;
      }
    }
    return MISSING;
  };
}

/** Finds the node of each series of a definition's metrics of services. They prove no node: an edge does. */
export function linkNodeMetrics(
  definition: TrafficDefinition,
  tables: Partial<Record<ExpressionName, SeriesTable>>,
  nodes: NodeRegistry,
  naming: Naming | undefined
): readonly LinkedNodeMetric[] {
  return (definition.nodeMetrics ?? []).flatMap((metric, place) => {
    const table = tables[nodeExpressionName(place)];
    if (table === undefined) {
      return [];
    }
    const read = serviceReader(metric, definition, nodes, naming);
    return [{ metric, table, node: Int32Array.from(table.labels, read) }];
  });
}
