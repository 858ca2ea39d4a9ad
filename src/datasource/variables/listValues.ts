import type { MetricFindValue } from '@grafana/data';
import type { TrafficHistory } from '../../core/model/history';
import { groupKey } from '../../core/model/ids';
import { anchoredPattern } from '../../core/model/pattern';
import { listsNeighbours, type VariableList } from './variableQuery';

type Test = (text: string) => boolean;

/**
 * The values of a variable, sorted and each once. They are names as the upstreams hold them, unescaped: Grafana escapes
 * them for the place where the variable is used.
 *
 * @param match regular expression, anchored at both ends; see `TrafficVariableQuery.match`
 * @throws when `match` is no regular expression
 */
export function listValues(
  { nodes, edges }: Pick<TrafficHistory, 'nodes' | 'edges'>,
  list: VariableList,
  match = ''
): readonly MetricFindValue[] {
  const matches = testOf(match, list);
  const path = (node: number) => groupKey(nodes.groups[node]);
  const rows = [...nodes.names.keys()];
  const pairs = Array.from(edges.source, (source, edge) => [source, edges.target[edge]] as const);
  switch (list) {
    case 'services':
      return values(rows.filter((node) => matches(path(node))).map((node) => nodes.names[node]));
    case 'namespaces':
      return values(rows.filter((node) => matches(path(node))).flatMap((node) => nodes.groups[node].slice(-1)));
    case 'groups':
      return values(nodes.groups.flatMap(ancestors).filter(matches));
    case 'edges':
      return values(
        pairs
          .filter((pair) => pair.some((node) => matches(path(node))))
          .map(([source, target]) => `${nodes.names[source]} → ${nodes.names[target]}`)
      );
    case 'callers':
      return values(pairs.flatMap(([source, target]) => (matches(nodes.names[target]) ? nodes.names[source] : [])));
    case 'callees':
      return values(pairs.flatMap(([source, target]) => (matches(nodes.names[source]) ? nodes.names[target] : [])));
  }
}

function testOf(match: string, list: VariableList): Test {
  if (match === '') {
    if (listsNeighbours(list)) {
      throw new Error(`Say whose ${list} are wanted, such as “${list}(cart)”.`);
    }
    return () => true;
  }
  const pattern = anchoredPattern(match);
  if (pattern === undefined) {
    throw new Error(`“${match}” is no regular expression.`);
  }
  return (text) => pattern.test(text);
}

/** The keys of a group path and of all that it lies in. */
function ancestors(path: readonly string[]): readonly string[] {
  return path.map((_, index) => groupKey(path.slice(0, index + 1)));
}

function values(texts: readonly string[]): readonly MetricFindValue[] {
  return [...new Set(texts)].sort().map((text) => ({ text, value: text }));
}
