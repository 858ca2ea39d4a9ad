import type { DataQuery } from '@grafana/schema';
import type { QueryDefinition } from '../types';

/** What a variable can list. */
export const VARIABLE_LISTS = ['services', 'namespaces', 'groups', 'edges', 'callers', 'callees'] as const;

export type VariableList = (typeof VARIABLE_LISTS)[number];

/** The query of a dashboard variable, as its editor saves it. */
export interface TrafficVariableQuery extends DataQuery {
  /** Absent: services. */
  readonly list?: VariableList;
  /**
   * Regular expression, anchored at both ends. Over the name of the service whose callers or callees are wanted; over
   * the joined group path of services and edges, and over the path itself where groups are listed. Absent: any.
   */
  readonly match?: string;
  /** Absent: the simulated company. */
  readonly definitions?: readonly QueryDefinition[];
}

/** Whether the services of a list are those next to the ones that match. */
export function listsNeighbours(list: VariableList): boolean {
  return list === 'callers' || list === 'callees';
}
