import type { UpstreamReference } from '../types';
import { soundVariable } from '../sound/soundVariable';
import { parseVariableText } from './parseVariableText';
import type { TrafficVariableQuery } from './variableQuery';

/**
 * A variable's query, whatever form it comes in: text of code and of older dashboards, text in an object, or what the
 * editor saves. Nothing, as in a new variable, lists the services of the simulated company.
 *
 * @throws with one sentence for the person who wrote the text
 */
export function readVariableQuery(query: unknown, upstreams: readonly UpstreamReference[]): TrafficVariableQuery {
  const refId = 'variable';
  if (typeof query === 'string') {
    return query.trim() === '' ? { refId } : { refId, ...parseVariableText(query, upstreams) };
  }
  if (typeof query !== 'object' || query === null) {
    return { refId };
  }
  const text: unknown = Reflect.get(query, 'query');
  return typeof text === 'string' && text.trim() !== ''
    ? { refId, ...parseVariableText(text, upstreams) }
    : soundVariable({ refId, ...query });
}
