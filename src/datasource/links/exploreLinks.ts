import type { DataQueryRequest, DataSourceApi, TimeRange } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import type { TrafficHistory } from '../../core/model/history';
import { overRows } from '../../core/steps/overRows';
import type { Steps } from '../../core/steps/steps';
import type { LinkColumn, SubjectLinks } from '../../frames/linkFields';
import { mainExpression } from '../../upstream/request';
import { narrowByFilters } from '../filters/narrowByFilters';
import type { ResolvedDefinition } from '../query/resolveUpstream';
import type { QueryDefinition, TrafficQuery } from '../types';
import { endMatches, type LabelMatch } from './endMatch';
import { narrowing, type Narrowing } from './narrowing';

/** Stands for what differs from subject to subject. A character for private use, which no expression has. */
const PLACE = '\uE000';

type Asked = Extract<ResolvedDefinition, { answeredBy: 'dataSource' }>;

/**
 * Links that open Explore on the requests of each definition (or on the bytes, where it asks for no requests), narrowed to a service or an edge. What a service gets is
 * what comes in; one that nobody calls, what goes out. One column a definition, null where it has not seen the subject.
 */
export function* exploreLinks(
  resolved: readonly ResolvedDefinition[],
  history: TrafficHistory,
  request: Pick<DataQueryRequest<TrafficQuery>, 'range' | 'scopedVars' | 'filters'>
): Steps<SubjectLinks> {
  const asked = resolved.flatMap((each) => (each.answeredBy === 'dataSource' ? [each] : []));
  const called = new Uint8Array(history.nodes.ids.length);
  for (const target of history.edges.target) {
    called[target] = 1;
  }
  const nodes: LinkColumn[] = [];
  const edges: LinkColumn[] = [];
  for (const each of asked) {
    const title = asked.length === 1 ? 'Explore' : `Explore: ${each.definition.id}`;
    const query = narrowedQuery(each, request);
    if (query !== undefined) {
      const columns = yield* columnsOf(title, each.definition, query, history, called);
      nodes.push(columns.nodes);
      edges.push(columns.edges);
    }
  }
  return { nodes, edges };
}

interface NarrowedQuery {
  /** The address, with a place for the text of a subject. */
  readonly url: string;
  readonly textOf: Narrowing['textOf'];
}

/** The upstream's own query, as the dashboard's variables and filters leave it; undefined where it cannot be told. */
function narrowedQuery(
  { dataSource, upstream, definition }: Asked,
  { range, scopedVars, filters }: Pick<DataQueryRequest<TrafficQuery>, 'range' | 'scopedVars' | 'filters'>
): NarrowedQuery | undefined {
  const ref = { uid: dataSource.uid, type: dataSource.type };
  const main = mainExpression(definition.expressions);
  if (main === undefined) {
    return undefined;
  }
  const { expressions, filters: left } = upstream.takesAdHocFilters
    ? narrowByFilters([main], filters)
    : { expressions: [main], filters };
  const [{ targets }] = upstream.subRequests(expressions, ref, 'A');
  const own = { ...scopedVars };
  // Explore has an interval of its own.
  delete own.__interval;
  delete own.__interval_ms;
  const query = interpolated(dataSource, { ...targets[0], refId: 'A' }, own, left && [...left]);
  const key = upstream.expressionField;
  const expression: unknown = query && Reflect.get(query, key);
  if (typeof expression !== 'string') {
    return undefined;
  }
  const { parts, textOf } = narrowing(definition, expression.replaceAll(PLACE, ''));
  return { url: exploreUrl(ref.uid, { ...query, [key]: parts.join(PLACE) }, range), textOf };
}

function interpolated(
  dataSource: DataSourceApi,
  query: DataQuery,
  scopedVars: DataQueryRequest['scopedVars'],
  filters: DataQueryRequest['filters']
): DataQuery | undefined {
  try {
    return dataSource.interpolateVariablesInQueries?.([query], scopedVars, filters)[0] ?? query;
  } catch {
    // Another plugin's failure; the map is worth more than the link.
    return undefined;
  }
}

function exploreUrl(uid: string, query: object, { raw, from, to }: TimeRange): string {
  const text = (end: TimeRange['raw']['from'], at: TimeRange['from']) =>
    typeof end === 'string' ? end : String(at.valueOf());
  const range = { from: text(raw.from, from), to: text(raw.to, to) };
  const panes = JSON.stringify({ traffic: { datasource: uid, queries: [query], range } });
  const [before, ...after] = panes.split(PLACE).map(encodeURIComponent);
  return `/explore?schemaVersion=1&panes=${[before, ...after].join('${__value.raw:percentencode}')}`;
}

/** Cells of a table that take as long as the link of one row, about. */
const LINK_WIDTH = 200;

function* textsOf(rows: number, textOf: (row: number) => string | null): Steps<ReadonlyArray<string | null>> {
  const texts = new Array<string | null>(rows);
  yield* overRows(rows, LINK_WIDTH, (from, end) => {
    for (let row = from; row < end; row++) {
      texts[row] = textOf(row);
    }
  });
  return texts;
}

function* columnsOf(
  title: string,
  definition: QueryDefinition,
  { url, textOf }: NarrowedQuery,
  { nodes, edges }: TrafficHistory,
  called: Uint8Array
): Steps<{ nodes: LinkColumn; edges: LinkColumn }> {
  const sourceMatches = endMatches(definition, 'source', nodes);
  const targetMatches = endMatches(definition, 'target', nodes);
  const write = (matches: readonly LabelMatch[]) => JSON.stringify(textOf(matches)).slice(1, -1);
  const seen = (seenIn: readonly string[]) => seenIn.includes(definition.id);
  return {
    nodes: {
      title,
      url,
      values: yield* textsOf(nodes.ids.length, (node) =>
        seen(nodes.seenIn[node]) ? write(called[node] ? targetMatches(node) : sourceMatches(node)) : null
      ),
    },
    edges: {
      title,
      url,
      values: yield* textsOf(edges.ids.length, (edge) =>
        seen(edges.seenIn[edge])
          ? write([...sourceMatches(edges.source[edge]), ...targetMatches(edges.target[edge])])
          : null
      ),
    },
  };
}
