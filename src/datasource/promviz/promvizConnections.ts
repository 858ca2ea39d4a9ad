import { list, record, text, type JsonRecord } from '../../core/model/json';

/** A connection of a promviz configuration: one query, and how its answer becomes nodes. */
export interface PromvizConnection {
  readonly fields: JsonRecord;
  /** Its own name, or that of where it stands. */
  readonly name: string;
  /** The cluster that its services are in; absent for those between clusters. */
  readonly cluster?: string;
}

/** What a promviz configuration holds. */
export interface PromvizContent {
  /** Connections between services first. */
  readonly connections: readonly PromvizConnection[];
  readonly withoutQuery: number;
  /** Names of all fields of the levels, without those of connections. */
  readonly levelFields: readonly string[];
}

/**
 * Reads a parsed configuration, of either form that promviz has had: `globalLevel` and `clusterLevel`, or, before, `clusters`
 * and `clusterConnections`. Undefined for what is neither.
 */
export function promvizConnections(data: unknown): PromvizContent | undefined {
  const root = record(data);
  const globalLevel = record(root?.globalLevel);
  const levels = root?.clusterLevel ?? root?.clusters;
  const outer = globalLevel?.clusterConnections ?? root?.clusterConnections;
  if (root === undefined || (globalLevel === undefined && !Array.isArray(levels) && !Array.isArray(outer))) {
    return undefined;
  }
  const clusters = list(levels)
    .map(record)
    .filter((level) => level !== undefined);
  const within = clusters.flatMap((level) => {
    const cluster = text(level.cluster) || text(level.name) || 'cluster';
    return list(level.serviceConnections).map((each) => ({ fields: record(each), place: cluster, cluster }));
  });
  const between = list(outer).map((each) => ({ fields: record(each), place: 'global' }));
  const all = [...within, ...between];
  const connections = all.flatMap(({ fields, place, ...rest }): PromvizConnection[] =>
    fields && text(fields.query).trim() !== ''
      ? [{ fields, name: [place, text(fields.name)].filter((part) => part !== '').join(' '), ...rest }]
      : []
  );
  return {
    connections,
    withoutQuery: all.length - connections.length,
    levelFields: [root, globalLevel, ...clusters].flatMap((each) => Object.keys(each ?? {})),
  };
}
