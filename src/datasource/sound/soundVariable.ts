import type { TrafficVariableQuery, VariableList } from '../variables/variableQuery';
import { QUERY_FIELDS } from './queryFields';
import { object, oneOf, text } from './readers';

const variableReader = object<TrafficVariableQuery>({
  ...QUERY_FIELDS,
  list: oneOf<VariableList>({
    services: true,
    namespaces: true,
    groups: true,
    edges: true,
    callers: true,
    callees: true,
  }),
  match: text,
});

/** The query of a variable, without what cannot be read of it: nothing tells a person of it, as variables have no notices. */
export function soundVariable(query: TrafficVariableQuery): TrafficVariableQuery {
  return variableReader(query, '', () => undefined) ?? { refId: '', definitions: [] };
}
