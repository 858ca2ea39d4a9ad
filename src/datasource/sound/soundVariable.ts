import type { DataSourceRef } from '@grafana/data';
import type { TrafficVariableQuery, VariableList } from '../variables/variableQuery';
import { definitionReader } from './definitionReader';
import { flag, listOf, object, oneOf, text } from './readers';

const variableReader = object<TrafficVariableQuery>({
  refId: text,
  hide: flag,
  key: text,
  queryType: text,
  datasource: (value) => value as DataSourceRef,
  list: oneOf<VariableList>({
    services: true,
    namespaces: true,
    groups: true,
    edges: true,
    callers: true,
    callees: true,
  }),
  match: text,
  // As in queries: nothing is asked where nothing can be read.
  definitions: (value, place, tell) => listOf(definitionReader)(value, place, tell) ?? [],
});

/** The query of a variable, without what cannot be read of it: nothing tells a person of it, as variables have no notices. */
export function soundVariable(query: TrafficVariableQuery): TrafficVariableQuery {
  return variableReader(query, '', () => undefined) ?? { refId: '', definitions: [] };
}
